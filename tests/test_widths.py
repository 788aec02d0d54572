"""What a page says of its articles' marks, and what a cleaned text does not ask any more."""

import pytest

from cleaner.document import Document
from cleaner.stages.punctuation import HALF_WIDTH_MARK
from cleaner.stages.quality import EMPTY_TEXT, TOO_SHORT
from cleaner.stages.script import STRAY_TRADITIONAL

# A page of two articles: one with full-width commas and a half-width bracket, one damaged.
GOOD = "中国医生出诊不收费，但医院收取的诊费(约合2391元人民币)成了难题，胡安只凑够了一半。"
DAMAGED = "近年来,赤峰市牢记嘱托,着力抓好高质量充分就业工作,促经济保民生。"


def marks(text: str, **meta: object) -> str:
    (after,) = HALF_WIDTH_MARK(Document("case", text, meta))
    return after.text


def test_an_article_by_itself_has_its_habit() -> None:
    assert marks(GOOD) == GOOD


def test_a_damaged_article_of_the_page_turns_the_others_brackets() -> None:
    assert "（约合2391元人民币）" in marks(f"{GOOD}\n{DAMAGED}")


def test_one_damaged_article_in_a_long_page_turns_only_itself() -> None:
    page = "\n".join([GOOD] * 40)
    assert marks(f"{page}\n{DAMAGED}") == f"{page}\n{DAMAGED.replace(',', '，')}"


def test_a_cleaned_text_asks_its_lines_only() -> None:
    page = f"{GOOD}\n促经济,保民生。"
    assert marks(f"{page}\n{page}\n{page}", schema=1) == f"{page}\n{page}\n{page}"


@pytest.mark.parametrize("script", ["zh-Hant", "ja", "ko", "en", "mixed", "none"])
def test_only_simplified_text_is_touched(script: str) -> None:
    assert marks(DAMAGED, script=script) == DAMAGED
    (after,) = STRAY_TRADITIONAL(Document("case", "水庫的竣工仪式", {"script": script}))
    assert after.text == "水庫的竣工仪式"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "乾安县位于吉林，院子扫得乾乾净净，头髮也乾净",
            "乾安县位于吉林，院子扫得干干净净，头发也干净",
        ),
        ("樊於期与於梨华都姓於，关於他们的书很多", "樊於期与於梨华都姓於，关于他们的书很多"),
        ("王徵通晓拉丁文，会务组徵集论文", "王徵通晓拉丁文，会务组征集论文"),
        ("他的名模生死鬥，《名模生死鬥》", "他的名模生死斗，《名模生死斗》"),
        (
            "他的名模生死鬥，《名模生死鬥》，《國學講義》",
            # beside a title that is traditional throughout another may be as well
            "他的名模生死斗，《名模生死鬥》，《國學講義》",
        ),
    ],
)
def test_names_stay_and_words_go(text: str, wanted: str) -> None:  # synthetic
    (after,) = STRAY_TRADITIONAL(Document("case", text, {"script": "zh-Hans"}))
    assert wanted == after.text


def test_one_edit_for_each_run() -> None:
    document = Document("case", "水庫與電廠的仪式", {"script": "zh-Hans"})
    (step,) = STRAY_TRADITIONAL(document)[0].history
    assert [(edit.old, edit.new) for edit in step.edits] == [("庫與電廠", "库与电厂")]


def test_reasons_hold_the_figure() -> None:
    (short,) = TOO_SHORT(Document("case", "首 页"))
    (empty,) = EMPTY_TEXT(Document("case", "\n"))
    assert [one.outcome.reason for one in (short, empty)] == [
        "2 characters, fewer than 5",
        "0 characters",
    ]


def test_a_title_counts() -> None:
    document = Document("case", "", {"title": "中国企业获国际电联年度大奖"})
    assert TOO_SHORT(document)[0].outcome is None
    assert EMPTY_TEXT(document)[0].outcome is None


def test_min_chars_is_an_option() -> None:
    (after,) = TOO_SHORT(Document("case", "春眠不觉晓"), min_chars=20)
    assert after.outcome.reason == "5 characters, fewer than 20"
