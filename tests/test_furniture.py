"""Furniture of pages. All texts synthetic."""

import time

import pytest

from cleaner.document import Document, undo
from cleaner.stages.furniture import (
    FORM_FEED,
    JUMP_LINE,
    PAGE_NUMBER,
    RUNNING_HEAD,
    STAFF_LINE,
)

STAGES = (PAGE_NUMBER, RUNNING_HEAD, STAFF_LINE, JUMP_LINE, FORM_FEED)

PROSE = ("会议指出，各地要把就业摆在突出位置，完善政策", "强化服务，让群众在家门口就业。") * 6


def lines_left(text: str) -> list[str]:
    document = Document("case", text)
    for stage in STAGES:
        (document,) = stage(document)
    assert undo(document) == text
    return [line for line in document.text.split("\n") if line]


@pytest.mark.parametrize(
    "number",
    ["{}", "- {} -", "—{}—", "· {} ·", "{}/12", "第{}页", "第 {} 页 共 12 页", "Page {} of 12"],
)
@pytest.mark.parametrize("feed", ["\n", "\n\f"], ids=["no feed", "feed"])
def test_page_numbers(number: str, feed: str) -> None:
    """Pages of twelve lines, of which the last stops inside a sentence."""
    pages = [
        "\n".join([*PROSE[at % 2 :], *PROSE[: at % 2], number.format(at)]) for at in range(1, 6)
    ]
    assert lines_left(feed.join(pages)) == [
        line for at in range(1, 6) for line in (*PROSE[at % 2 :], *PROSE[: at % 2])
    ]


@pytest.mark.parametrize("head", ["就业工作年鉴", "第三章 政策", "{} 就业工作年鉴", "就业年鉴·{}"])
def test_heads_that_come_back(head: str) -> None:
    pages = ["\n".join([head.format(at), "", *PROSE]) for at in range(2, 6)]
    assert lines_left("\n\f".join(pages)) == [*PROSE] * 4


@pytest.mark.parametrize(
    "line",
    [
        "云岭晨报 2025年5月15日 星期四 要闻 第2版",
        "滨海日报 2024年1月18日 星期四 社会 第7版",
    ],
)
def test_masthead_anywhere(line: str) -> None:
    assert lines_left("\n".join([*PROSE, line, *PROSE])) == [*PROSE, *PROSE]


def test_staff_goes_to_the_credits() -> None:
    (after,) = STAFF_LINE(Document("case", "会议结束。\n责编：张三 版式：李四\n"))
    assert after.meta["credits"] == ["责编：张三 版式：李四"]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{n}\n{PROSE[0]}。" for n in range(1, 9)),
        "\n".join(f"{n}\n" + "\n".join(["门开了。"] * 10) for n in range(1, 5)),
        "\n".join(f"{year}\n" + "\n".join(["这一年。"] * 3) for year in range(2018, 2024)),
        "序号\n1\n2\n3\n姓名\n张三\n李四\n王五",
        "\n".join(["山高", "水长", "啦啦啦", "云起", ""] * 4).strip(),
        "\n".join(["主要职责", *["负责政策的落实。"] * 9] * 4),
        "2024年5月1日 星期三\n去了公园。\n2024年5月8日 星期三\n又去了公园。",
    ],
    ids=["short items", "chapters", "years", "table", "refrain", "headings", "diary"],
)
def test_what_is_text_stays(text: str) -> None:
    assert lines_left(text) == [line for line in text.split("\n") if line]


@pytest.mark.parametrize("line", ["1\n", "- 1 -\n\f", "就业年鉴\n", "（下转第2版）\n"], ids=repr)
def test_time_is_linear(line: str) -> None:
    seconds = []
    for count in (1000, 10_000):
        began = time.process_time()
        lines_left(PROSE[0] + "\n" + line * count)
        seconds.append(time.process_time() - began)
    assert seconds[1] < 50 * max(seconds[0], 0.01)
