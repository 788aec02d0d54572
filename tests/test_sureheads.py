"""Lines of columns that are headlines for sure. The texts are synthetic."""

import pytest

from cleaner.document import Document
from cleaner.layout import read_lines
from cleaner.pipeline import Pipeline
from cleaner.unwrap.sureheads import head_lines

COLUMN = (
    "今年以来，我市坚持把就业摆在\n首位，完善政策体系，拓宽就业渠\n道，帮助更多的人找到工作，让群\n"
    "众的日子越过越好。全市新增就业\n三万人，完成全年任务的八成，这\n"
)
HEADLINE = "我市农村公路养护会议召开 部署下半年任务"
REPORT = (
    "本报讯（记者王宁）昨天上午，\n我市农村公路养护工作会议在市政\n府礼堂召开，部署下半年的任务。\n"
    "会议要求，各县区要把养护资金列\n入年度预算，落实专人负责，做到\n有路必养、养必到位。\n"
)


def heads(text: str) -> list[str]:
    """Return the lines of a text that are headlines."""
    lines = read_lines(text)
    return [line.text for line, head in zip(lines, head_lines(lines), strict=True) if head]


def test_a_headline_below_a_column_that_stops_unfinished() -> None:
    assert heads(COLUMN + "\n" + HEADLINE + "\n" + REPORT) == [HEADLINE]


def test_a_headline_that_the_text_below_repeats_without_a_blank_line() -> None:
    headline = "市图书馆免费开放夜场"
    report = "市图书馆从上周起免费开放夜场\n，读者凭证入馆，场场坐满，很受大\n家的欢迎。\n"
    assert heads(COLUMN.rstrip("这\n，") + "。\n" + headline + "\n" + report) == [headline]


def test_the_first_line_of_a_text_nearly_as_wide_as_its_column() -> None:
    headline = "市图书馆免费开放夜场活动"
    report = "市图书馆从上周起免费开放夜场\n活动，读者凭证入馆，场场坐满，\n很受大家的欢迎。\n"
    assert heads(f"{headline}\n{report}{COLUMN}") == [headline]
    assert heads(f"{COLUMN}{headline}\n{report}") == []


def test_a_full_width_space_between_clauses_in_a_line_as_wide_as_its_column() -> None:
    headline = "夜场灯火照楼台　读者喜盈门户"
    assert heads(f"{headline}\n{COLUMN}") == [headline]
    assert heads(f"{headline.replace('　', '的')}\n{COLUMN}") == []


def test_a_dateline_that_runs_into_the_next_line_announces() -> None:
    headline = "南湖湿地修复工程完成验收"
    dated = "新华社南京2\n月28日电　记者从有关部门获\n悉，一项修复工程完成验收。\n"
    text = "老街换灯的消息传开以后，街坊\n们都出来看，说晚上出门心里踏\n实多了。\n"
    assert heads(f"{text}{headline}\n{dated}") == [headline]


def test_a_headline_in_two_lines_narrower_than_the_column() -> None:
    two = "我市农村公路养护\n会议部署下半年\n"
    assert heads(f"{COLUMN}{two}{REPORT}") == two.split()


@pytest.mark.parametrize(
    "text",
    [
        # The text above says it too, and it goes on below: a line of a paragraph.
        pytest.param(
            "市图书馆免费开放夜场的消息传\n开以后，市图书馆门前排起了长队，\n"
            "市图书馆免费开放夜场受欢迎\n的程度超出了图书馆的预料。\n",
            id="a line of its paragraph",
        ),
        pytest.param(
            "建设三座口袋公园、两座书房、\n五处停车场等民生项目和便民\n设施全部完工。\n",
            id="a list in a sentence",
        ),
        pytest.param(
            "这项工作开展以来，全市面貌得\n到很大的改观，群众高兴，\n更高水平的新生活\n开始了。\n",
            id="behind a comma",
        ),
        pytest.param(
            "软件包的文件名这样写：<foo>_<版本号>-<修订\n版本号>_<架构>.deb\n", id="a formula"
        ),
        pytest.param(
            "四月我市外贸进出口总值同比增长28.\n49%\n市海关昨天发布数据。\n", id="a cut number"
        ),
        pytest.param(COLUMN + "\n" + REPORT, id="no headline"),
        pytest.param(COLUMN.replace("\n", "\n\n"), id="blank lines everywhere"),
        pytest.param(COLUMN + "\n●本报记者 王宁\n" + REPORT, id="a byline"),
        # 14 em in a column of 16: what the extractor took away is the indent of a first line
        pytest.param(
            "\n".join(
                [
                    f"{first}\n"
                    + "把就业摆在首位，完善政策体系，拓\n宽就业渠道，让群众安心，把就业摆\n" * 99
                    for first in ("今年以来我市坚持不懈促进就业", "各县区各部门按照会议要求工作")
                ]
            ).replace("安心，把就业摆\n\n", "安心。\n\n"),
            id="first lines",
        ),
        # What is 1 em short of its column goes on from a first line, no headline
        pytest.param(
            "今年以来我市坚持把就业摆在首\n位，完善政策体系，拓宽就业门，\n路，帮助更多的人找到工作，让，\n群众的日子越过越好，全市新增，\n就业三万人。\n"
            "多数居民一直认为这条老街\n应当保留原来的样子并且修好\n房屋，让住在这里的人继续住下\n去，也让游人看到从前的生活，\n看到老街的样子。\n",
            id="a first line over a line without marks",
        ),
        pytest.param("床前明月光\n疑是地上霜\n\n举头望明月\n低头思故乡\n", id="verse"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_headline(text: str) -> None:
    assert heads(text) == []


def test_the_unfinished_line_before_it_stays_apart() -> None:
    text = COLUMN + "\n" + HEADLINE + "\n" + REPORT
    titles = [one.meta.get("title") for one in Pipeline()(Document("a", text, {}))]
    assert HEADLINE in titles


def test_two_headlines_one_below_the_other_stay_two() -> None:
    text = COLUMN + "\n" + HEADLINE + "\n图书馆周末免费开放夜场阅读活动\n" + REPORT
    lines = "\n".join(one.text for one in Pipeline()(Document("a", text, {})))
    titles = [one.meta.get("title") or "" for one in Pipeline()(Document("a", text, {}))]
    assert HEADLINE + "图书馆" not in lines + "".join(titles)


def test_headlines_over_each_others_texts_change_places() -> None:
    library = "市图书馆周末免费开放 读者凭证参加夜场阅读"
    reading = (
        "本报讯（记者李明）市图书馆昨天\n宣布，周末免费开放夜场阅读，读\n者凭证入馆，不收任何费用。\n"
        "图书馆还将邀请作家与读者见面，\n活动每月举办两次，欢迎参加。\n"
    )
    text = COLUMN + "\n" + library + "\n" + REPORT + "\n" + HEADLINE + "\n" + reading
    found = {
        one.meta["title"]: one.text
        for one in Pipeline()(Document("a", text, {}))
        if one.meta.get("title")
    }
    assert "市图书馆昨天" in found[library]
    assert "养护工作会议" in found[HEADLINE]
