"""Long lines of what a stage might stumble on: every stage ends, and does nothing that cannot be.

How time grows is benchmarks/hostile.py's to measure; here a stage that takes the square of a line's
length would take minutes, and the suite would be stopped.
"""

import pytest

from cleaner.document import Document, undo
from cleaner.pipeline import Pipeline

CHARS = 20_000
UNITS = {
    "brackets": "(（《",
    "closed-brackets": "()（）",
    "dots": ".。…",
    "spaces": "中 ",
    "spaces-between-digits": "中 国 人 民 1 2 3 4 5 6 ",
    "quotes": "\"'“”",
    "closing-quotes": "”",
    "scripts": "中A1か가я",
    "simplified-and-traditional": "国國学學",
    "digits": "1２",
    "times": "12:30,",
    "hyphens": "-—",
    "de": "的",
    "commas": "中,国,",
    "mojibake": "涓枃鍏ㄥ",
    "latin-mojibake": "ÖÐÎÄÃ©",
    "latin-mojibake-in-part": "Ð\x96Ð´Ð¸Ð¼ÐµÐ½Ñ\x8f É É É É É É É ",
    "lost": "\ufffd锟斤拷烫",
    "entities": "&amp;",
    "codes": "\u200b\xad\x07\ufe0f",
    "halves": "\ud842",
    "joined": "👩\u200d",
    "page-ends": "中\f",
    "jump-lines": "（下转第2版）",
    "links": "首页 > 新闻 | ",
}


@pytest.mark.parametrize("gap", ["", "\n"], ids=["line", "lines"])
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_every_stage_ends(unit: str, gap: str) -> None:
    source = (unit + gap) * (CHARS // len(unit + gap))
    results = Pipeline()(Document("page", source))
    assert results[0].id == "page"
    if len(results) == 1:
        assert undo(results[0]) == source
