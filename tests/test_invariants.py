"""What must hold for any text: nothing is lost, everything can be undone, twice is once."""

import pathlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaner.document import Division, Document, rejoin, undo
from cleaner.pipeline import Pipeline

SEEDS = sorted((pathlib.Path(__file__).parent.parent / "seeds").glob("*.txt"))
PIPELINE = Pipeline()

# Pieces of the seeds' lines and of what is hard: hypothesis makes pages of them.
LINES = {line for path in SEEDS for line in path.read_text(encoding="utf-8").split("\n")[:40]}
HARD = (
    "",
    "\f",
    "\ufeff",
    "  缩进",
    "　　缩进的段落。",
    "- 3 -",
    "3",
    "（上接第2版）",
    "●本报记者 张三",
    "(新华社北京5月28日电)",
    "——副题",
    "相关阅读",
    "标签:",
    "当前位置:首页 > 新闻 > 正文",
    "責任編輯:李四",
    "他说,“走吧”.",
    "涓枃",
    "⽇⼈",
    "a|b|c",
    "The quick brown fox",
    "jumps over the lazy dog.",
    "これはペンです。",
    "第一条 本法自公布之日起施行。",
    "床前明月光",
    "疑是地上霜",
    "\u3000",
    "\t1\t2",
    "水庫的竣工",
)
FRAGMENTS = (*sorted(LINES), *HARD)


def rebuilt(results: list[Document], name: str) -> str:
    """The text that a document entered with, from what the pipeline made of it."""
    by_id = {one.id: one for one in results}
    one = by_id[name]
    if not isinstance(one.outcome, Division):
        return undo(one)
    division, text = one.outcome, one.text
    children = [rebuilt(results, child) for child in division.children]
    lifted = [text[a:b] for piece in division.pieces for _, (a, b) in piece.lifted]
    left = [text[a:b] for a, b in division.leftovers]
    born = Document(one.id, rejoin(division, children, lifted, left), {}, one.history)
    assert born.text == text
    return undo(born)


def again(document: Document) -> list[Document]:
    """Clean what was cleaned, as a reader gives it back."""
    return PIPELINE(Document(document.id, document.text, {**document.meta, "schema": 1}))


def check(source: str) -> None:
    """A page can be rebuilt, and what it became stays when it is cleaned again."""
    results = PIPELINE(Document("page", source))
    assert rebuilt(results, "page") == source
    for one in results:
        if one.outcome is None:
            (after,) = again(one)
            assert (after.text, after.meta.get("title")) == (one.text, one.meta.get("title"))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_a_seed_can_be_rebuilt_and_twice_is_once(path: pathlib.Path) -> None:
    check(path.read_text(encoding="utf-8"))


# What the page said is gone from its articles: found by pages made at random.
SHOWN_BY_THE_PAGE = {
    # the two lines are rows of data by their commas, were it not for the credits at their ends
    "credits end the lines": ("山川一脉同风雨,冀疆何曾是两乡,今日再相逢。(新华社记者王宁)\n" * 2),
    # spaces on one side of most numbers in the one article, of few in the page
    "spaced numbers": (
        "秋季招聘活动在京举行\n\n本报讯（记者王宁）招聘活动在8月 13日举办，提供岗位 5166个。"
        "各地有企业 102家参加。\n\n就业工作会议召开\n\n本报讯（记者李四）会议在9月3日召开。"
        "有代表35人出席，会期3天，讨论了草案12件，通过了9件，其余3件在10月再议，共收到提案88件。\n"
    ),
    # what takes a jump line or a code out shows what stands beside it; found by benchmarks/fuzz.py
    "jump lines": "会议闭幕（转３版）（转３版）\n本报记者张三（转3版）\n（上接2版）(新华社电)",
    "a code in misread text": "µÄÆ¸\x81§·§´\n\u043b\x1f•¤b[\nÃÂ±Ã\xa0Ã\nÖÐÎÄ±àÂë\u3000",
    "a wide digit, a radical": "ÖÐÎÄ±àÂë０\nÖÐÎÄ±àÂë⽇",
    "markup in the page": "<p长“”进校供\n本报讯满。\n&nbsp;j",
    "a page's end": "此致\u3000\fＢＣ报，职简氣很好\fす",
    # what one stage takes out shows another what it missed; found by benchmarks/fuzz.py
    "a staff line beside a byline": "关ÖÐÎÄ±àÂë\n編輯:李四本报记者 小雨",
    "a jump line beside a byline": "转第３版）本报记者 张三",
    "a jump line beside quotes": "（接2版）”ANG”",
    "a byline beside a credit": "□王小雨●本报记者张三\n讯",
    "a wire mark beside a byline": "(新华社日电)本报记者 琪红",
    "wide letters beside a byline": "ＢＣ报道）\u3000新华社记者 杨世",
    "a space without width beside a byline": "施行。～\u200b●本报记者张三",
    "hyphens beside quotes": "时,应,吸,为--“好“，",
    "misread text beside a line break": "ÖÐÎÄ±àÂë\x85",
    "misread text behind a line break": "\x85ÖÐÎÄ±àÂë",
    "misread text round a line break": "£å\u2028ç«£å·¥",
    "misread text beside a mark": "©Ê¤D¨D©M):”0制,域,动",
    "misread text in pieces": "定Ñ¸越«ù¤[¬¡¤O",
    "misread text and a line's end": "É\u0fffP ¡÷5ª©²Ä2ª©¡¼¤ý¤p«B\n好！",
    "text misread once more": "ÎÄ±àÂë——\x85项",
    # one traditional character of many in the page, of few in what is left of it
    "a stray character": "責任編輯:李四\n　　缩进的段落。。\n疑是地上霜\n水庫的竣工\n",
}


@pytest.mark.parametrize("source", SHOWN_BY_THE_PAGE.values(), ids=SHOWN_BY_THE_PAGE)
def test_twice_is_once_where_the_page_was_the_witness(source: str) -> None:
    check(source)


def test_twice_is_once_where_a_mark_becomes_wide_beside_a_space() -> None:
    """Found by benchmarks/fuzz.py: in a scan the space behind a wide mark goes, too."""
    text = "●本报记者标签:  《方案》发布当月，全市的工作全面展开。"
    (one,) = PIPELINE(Document("page", text, {"scanned": True}))
    (after,) = again(one)
    assert after.text == one.text


# Any code point: halves of characters, nulls, private use, letters from right to left, what Unicode
# has not assigned; and the sequences that code points make.
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=80)
SEQUENCES = st.lists(
    ANYTHING
    | st.sampled_from(
        (
            *HARD,
            "👩\u200d🔬",
            "❤\ufe0f",
            "\ud842\udfb7",
            "م\u200cخ",
            "葛\U000e0100",
            "\x00",
            "\uecd1",
            "1\u20e3",
        )
    ),
    max_size=12,
).flatmap(
    lambda parts: st.sampled_from(("", "\n", "\n\n", "\f", " ")).map(lambda gap: gap.join(parts))
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_any_code_points_are_no_error_and_no_loss(source: str) -> None:
    results = PIPELINE(Document("page", source))
    assert rebuilt(results, "page") == source
    assert PIPELINE(Document("page", source)) == results
    for one in results:
        if one.outcome is None:
            assert one.text.encode().decode() == one.text


PAGES = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=30).map("\n".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PAGES | st.text(max_size=200))
def test_any_text_can_be_rebuilt(source: str) -> None:
    assert rebuilt(PIPELINE(Document("page", source)), "page") == source


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PAGES)
def test_twice_is_once(source: str) -> None:
    for one in PIPELINE(Document("page", source)):
        if one.outcome is None:
            (after,) = again(one)
            assert after.outcome is None
            assert (after.text, after.meta.get("title")) == (one.text, one.meta.get("title"))


@settings(max_examples=100, deadline=None)
@given(PAGES)
def test_what_enters_leaves_exactly_once(source: str) -> None:
    results = PIPELINE(Document("page", source))
    born = [
        child
        for one in results
        if isinstance(one.outcome, Division)
        for child in one.outcome.children
    ]
    assert sorted(one.id for one in results) == sorted(["page", *born])
