"""Chinese documents in the one script that was asked for. All texts are synthetic."""

import pytest
from click.testing import CliRunner

from cleaner.cli import cli
from cleaner.document import Document, undo
from cleaner.errors import RecipeError
from cleaner.pipeline import Pipeline
from cleaner.stages.conversion import OTHER_SCRIPT
from cleaner.stages.straysimplified import STRAY_SIMPLIFIED

TRADITIONAL = "會議於八月在臺北舉行，與會者都認為這個計畫應該繼續。乾隆年間的皇后，頭髮乾淨。"
SIMPLIFIED = "会议于八月在台北举行，与会者都认为这个计划应该继续。乾隆年间的皇后，头发干净。"
JAPANESE = "県庁は、動画を公開し、国際会議の記事を掲載した。これは東京での報道です。"
KOREAN = "서울의 기온은 평년보다 높았다. 會議가 열렸다."

CASES = [
    pytest.param("simplified", TRADITIONAL, SIMPLIFIED, "zh-Hans", id="traditional"),
    pytest.param("simplified", SIMPLIFIED, SIMPLIFIED, "zh-Hans", id="simplified-already"),
    pytest.param("simplified", JAPANESE, JAPANESE, "ja", id="japanese"),
    pytest.param("simplified", KOREAN, KOREAN, "ko", id="korean"),
    pytest.param(
        "simplified",
        f"{TRADITIONAL}\n歌名是「時の流れ」，寫於東京。",
        f"{SIMPLIFIED}\n歌名是「時の流れ」，寫於東京。",
        "zh-Hans",
        id="a-line-with-kana",
    ),
    pytest.param(
        "simplified",
        "他看著我，說這是一部著名的著作。",
        "他看着我，说这是一部著名的著作。",
        "zh-Hans",
        id="taiwan",
    ),
    # What simplified text has as well tells nothing, in names or at all: the document does.
    pytest.param(
        "simplified",
        f"{TRADITIONAL}\n生於南京，卒於乾隆年。\n魏徵的魏体字",
        f"{SIMPLIFIED}\n生于南京，卒于乾隆年。\n魏徵的魏体字",
        "zh-Hans",
        id="a-line-that-tells-nothing",
    ),
    pytest.param(
        "traditional",
        "皇后在后面的公园里，头发是干净的。\n里程",
        "皇后在後面的公園裏，頭髮是乾淨的。\n里程",
        "zh-Hant",
        id="to-traditional",
    ),
    pytest.param("traditional", TRADITIONAL, TRADITIONAL, "zh-Hant", id="traditional-already"),
    pytest.param("traditional", JAPANESE, JAPANESE, "ja", id="japanese-to-traditional"),
    pytest.param("keep", TRADITIONAL, TRADITIONAL, "zh-Hant", id="keep"),
]


def test_half_width_marks_are_judged_by_the_script_that_a_text_was_written_in() -> None:
    damaged, habit = SIMPLIFIED.replace("，", ","), TRADITIONAL.replace("，", ",")
    pipeline = Pipeline(options={"other-script": {"script": "traditional"}})
    (after,) = pipeline(Document("case", damaged))
    assert (after.text.count(","), after.text.count("，")) == (0, 2)
    assert after.meta["script_before"] == "zh-Hans"
    (again,) = pipeline(Document("case", after.text, {**after.meta, "schema": 1}))
    assert again.text == after.text
    (kept,) = pipeline(Document("case", habit))
    assert kept.text == habit


@pytest.mark.parametrize(("script", "text", "wanted", "note"), CASES)
def test_conversion(script: str, text: str, wanted: str, note: str) -> None:
    pipeline = Pipeline(options={"other-script": {"script": script}})
    (after,) = pipeline(Document("case", text))
    assert (after.text, after.meta["script"]) == (wanted, note)
    assert undo(after) == text
    (again,) = pipeline(Document("case", after.text, {**after.meta, "schema": 1}))
    assert again.text == after.text


def test_a_writers_habits_are_judged_on_the_page_alone() -> None:
    text = "這個統計由縣政府發佈，說明过去一年的農產品產量，圖表附在後面，可以下載。"
    (after,) = STRAY_SIMPLIFIED(Document("page", text))
    assert "過去" in after.text
    (again,) = STRAY_SIMPLIFIED(Document("article", text, {"schema": 1}))
    assert again.text == text


def test_a_simplified_document_gives_up_its_quotations() -> None:
    text = f"{SIMPLIFIED}\n馆里有《紅樓夢學刊》一本，读者很多，说明写得也很细。"
    (after,) = OTHER_SCRIPT(Document("case", text), script="simplified")
    assert "《红楼梦学刊》" in after.text


def test_one_edit_a_line() -> None:
    (after,) = OTHER_SCRIPT(Document("case", f"{TRADITIONAL}\n{TRADITIONAL}"), script="simplified")
    assert [edit.old for edit in after.history[0].edits] == [TRADITIONAL, TRADITIONAL]


def test_a_script_that_is_none() -> None:
    with pytest.raises(RecipeError, match="did you mean 'simplified'"):
        OTHER_SCRIPT(Document("case", ""), script="simplifed")


def test_the_flag() -> None:
    got = CliRunner().invoke(cli, ["text", "--script", "simplified"], input=TRADITIONAL.encode())
    assert got.stdout.strip() == SIMPLIFIED
    assert CliRunner().invoke(cli, ["text", "--script", "old"], input=b"").exit_code == 2
