"""Texts in numbered sections, papers of journals, and what looks so. All made up."""

from collections.abc import Sequence

import pytest

from cleaner.document import Document
from cleaner.paper.headings import Block, read_blocks
from cleaner.paper.sections import is_sectioned

PROSE = "老闸的水尺立在下游，每天早晚各读一次，读数记在蓝皮的本子上，风雨天也从来没有间断过。"
ABSTRACT, KEYWORDS = f"摘  要：{PROSE}", "关键词：水尺；老闸；读数"


@pytest.mark.parametrize(
    "heads",
    [
        ("2.1  水尺", "2.2  读数", "2.3  本子"),
        ("1  引言", "2  水尺与读数", "2.1  水尺", "2.2  读数"),
        (ABSTRACT, KEYWORDS, "水尺的来历", "读数的来历"),
        (f"【摘要】{PROSE}", "【关键词】水尺；读数", "一、水尺"),
    ],
)
def test_one_work(heads: tuple[str, ...]) -> None:
    assert is_sectioned(blocks_of(heads))


@pytest.mark.parametrize(
    "heads",
    [
        ("1  水尺", "2  读数"),
        ("3.5  亿元", "2.1  万人"),
        # two papers of one issue; keywords of a year, an abstract without any
        (ABSTRACT, KEYWORDS, "读数的来历", ABSTRACT, KEYWORDS),
        ("关键词：水尺", "关键词：老闸"),
        (ABSTRACT, "水尺的来历"),
        # a demand, and a keyword of the next article; an abstract of another
        ("提要求、压担子，各村分段清渠。", KEYWORDS, "水尺的来历"),
        (ABSTRACT, "水尺的来历", "读数的来历", "本子的来历", KEYWORDS),
    ],
)
def test_not_one_work(heads: tuple[str, ...]) -> None:
    assert not is_sectioned(blocks_of(heads))


def blocks_of(heads: tuple[str, ...]) -> Sequence[Block]:
    """Return a text with a paragraph below each head."""
    return read_blocks(Document("a", "\n".join(f"{head}\n{PROSE}" for head in heads)))
