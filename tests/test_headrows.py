"""Headlines that stand on a web page in several rows, with kicker and subtitle. All synthetic."""

import pytest

from cleaner.document import Document
from cleaner.recipe import Recipe

BODY = (
    "入冬以来，江城县对青石巷的十二座门楼进行修缮，木匠们把朽坏的梁柱一根一根换下来。\n"
    "文物所的人说，修缮门楼要用老料，修旧如旧，十二座门楼预计明年春天全部修好。\n"
)
BAR = "江城日报 数字报\n版面导航 标题导航\n放大 缩小 默认 朗读\n"
STAMP = "2019-12-03 21:10　来源：江城日报\n"
FOOT = (
    "下一篇：渡口停航一周\n分享到：\n相关新闻\n渡口停航一周\n"
    "滇ICP备05001234号\n版权所有 江城日报社\n"
)


def read(head: str, title: str = "") -> Document:
    (document,) = Recipe().pipeline()(Document("a", f"{title}{BAR}{head}{STAMP}{BODY}{FOOT}"))
    return document


@pytest.mark.parametrize(
    ("title", "head", "spaces"),
    [
        # the page says both rows in one line elsewhere, with a space between or without
        ("青石巷老街修旧如旧 十二座门楼重开_江城日报\n", "青石巷老街修旧如旧\n十二座门楼重开\n", 1),
        ("江城日报-老街门楼修缮见闻录一则\n", "老街门楼修缮\n见闻录一则\n", 0),
        # a word is cut
        ("", "青石巷修缮门楼木匠重操旧\n业换下朽坏的梁柱\n", 0),
        # a row right above the subtitle's dash
        ("", "青石巷门楼修缮\n木匠们忙起来\n——十二座门楼走访记\n", 1),
    ],
)
def test_rows_of_a_torn_headline_are_one(title: str, head: str, spaces: int) -> None:
    rows = [row for row in head.split("\n") if row and not row.startswith("——")]
    document = read(head, title)
    assert document.meta["title"] == (" " * spaces).join(rows)
    assert document.text == BODY.rstrip("\n")


@pytest.mark.parametrize(
    ("title", "head"),
    [
        # the headline alone stands in a link, too; other rows are the site's names
        ("十二座门楼修缮一新_江城日报\n", "江城观察\n十二座门楼修缮一新\n"),
        ("江城观察 十二座门楼修缮一新\n十二座门楼修缮一新\n", "江城观察\n十二座门楼修缮一新\n"),
        ("", "江城观察\n文史\n十二座门楼修缮一新\n"),
        ("", "晨间随笔\n竹溪往事录\n十二座门楼修缮一新\n"),
    ],
)
def test_a_name_above_is_no_row_of_the_headline(title: str, head: str) -> None:
    document = read(head, title)
    assert document.meta["title"] == "十二座门楼修缮一新"
    assert "江城观察" not in document.text


@pytest.mark.parametrize("title", ["", "人人爱护十二座门楼（书评）\n"])
def test_a_name_that_makes_a_word_with_the_headline_is_no_row_of_it(title: str) -> None:
    """竹溪读书 | 人人爱护: 读书人 is a word by chance."""
    document = read("竹溪读书\n人人爱护十二座门楼\n", title)
    assert document.meta["title"] == "人人爱护十二座门楼"


def test_kicker_and_subtitle_are_kept() -> None:
    document = read("江城推进门楼修缮工程\n青石巷里木匠忙\n十二座门楼明年春天全部修好\n")
    assert document.meta["title"] == "青石巷里木匠忙"
    assert document.meta["kicker"] == "江城推进门楼修缮工程"
    assert document.text.startswith("十二座门楼明年春天全部修好\n")


def test_what_shares_no_word_with_the_text_is_no_kicker() -> None:
    document = read("欢迎订阅本报电子版\n十二座门楼修缮一新\n")
    assert document.meta["title"] == "十二座门楼修缮一新"
    assert "kicker" not in document.meta
    assert document.text == BODY.rstrip("\n")


def test_a_subtitle_in_two_rows_and_who_speaks_are_kept() -> None:
    head = "在门楼修缮会上的发言\n——2019年1月8日在江城县第十六届\n人民代表大会第三次会议上\n"
    document = read(f"{head}江城县县长　周木\n")
    assert document.meta["title"] == "在门楼修缮会上的发言"
    assert "人民代表大会第三次会议上" in f"{document.meta['subtitle']}{document.text}"
    assert "江城县县长 周木" in document.meta["byline"]


def test_a_writer_is_no_headline() -> None:
    document = read("十二座门楼修缮\n江城县文物所　周木\n")
    assert document.meta["title"] == "十二座门楼修缮"


def test_a_row_that_goes_is_not_joined_to_the_headline() -> None:
    head = "门楼修缮工作\n各乡镇人民政府：\n门楼修缮的通知\n江政发〔2019〕14号\n\n"
    document = read(f"{head}{STAMP}\n", "门楼修缮工作各乡镇人民政府：_江城日报\n")
    assert document.text == BODY.rstrip("\n")


@pytest.mark.parametrize("link", [" [复制链接]", "\n[复制链接]", "\n\n[复制链接]"])
def test_the_headline_of_a_thread_stands_before_the_link_to_copy(link: str) -> None:
    head = (
        f"查看: 146|回复: 3\n门楼札记{link}\n1493\n主题\n2万\n帖子\n首席版主\n"
        "勤勉版主勋章敬业首版勋章\n发表于 2022-11-11 18:54:03 | 显示全部楼层 |阅读模式\n"
    )
    page = f"找回密码\n立即注册\n{head}{BODY}回复\n使用道具 举报\n您需要登录后才可以回帖 登录\n"
    (document,) = Recipe().pipeline()(Document("a", page))
    assert document.meta["title"] == "门楼札记"
    assert document.text == BODY.rstrip("\n")


def test_spaces_inside_a_headline_are_done_with() -> None:
    """The square of so many would not end within the time that a test has."""
    assert read(f"门楼{' ' * 200_000}札记\n").text.endswith(BODY.rstrip("\n"))


@pytest.mark.parametrize("row", ["青石巷门楼修缮" * 4, "青石巷", "一"])
def test_many_rows_are_done_with(row: str) -> None:
    """The square of so many would not end within the time that a test has."""
    page = f"{BAR}{STAMP}{BODY}{FOOT}" + f"{row}\n" * 40_000
    assert Recipe().pipeline()(Document("a", page))
