"""What stands round the text of a trimmed page (cleaner/web/margins.py). All synthetic."""

import pytest

from cleaner.document import Document
from cleaner.stages.boilerplate import WEB_EDGE

BODY = (
    "入冬以来，后山的毛竹进入采伐期，村里的竹器厂重新开了工，二十几个篾匠天天忙到天黑。\n"
    "“一根竹子从头到尾都有用处。”老篾匠指着墙角的竹篮说，最细的那种，一天只能编一个。\n"
)
STAMP = "2019-12-03 21:10 来源：竹乡晚报"
SEEN = f"后山的篾匠\n{STAMP}\n{BODY}分享到：\n"

TAKEN = {
    "a name above the headline": f"乡间漫步\n{SEEN}",
    "a name under the stamp": SEEN.replace(STAMP, f"{STAMP}\n小禾随笔"),
    "titles of others at the end": f"{SEEN}老街的灯又亮了\n渡口旁的修伞人\n",
    "a title above the labels": SEEN.replace("分享到：", "渡口旁的修伞人\n分享到："),
}

# Of the same page: what is the writer's.
KEPT = {
    "the last sentence": "全村的灯到半夜才灭。",
    "a caption": "老篾匠在编竹篮（何秀英摄）",
    "a book": "《后山竹器志》",
    "a part": "一、竹子从哪里来",
    "a section": "15.4. 更多的竹篮",
    "a section of an appendix": "E.4. 竹篮",
    "what opens the text": "编者按",
    "a subtitle": "——后山手艺人之三",
    "a heading in bold": "**竹子从哪里来**",
}


def edged(text: str) -> str:
    (found,) = WEB_EDGE(Document("x", text))
    return found.text


@pytest.mark.parametrize("text", TAKEN.values(), ids=TAKEN)
def test_site_lines_go(text: str) -> None:
    assert edged(text) == f"后山的篾匠\n{BODY}"


@pytest.mark.parametrize("line", KEPT.values(), ids=KEPT)
def test_own_lines_stay(line: str) -> None:
    above = SEEN.replace(STAMP, f"{STAMP}\n{line}")
    below = SEEN.replace("分享到：", f"{line}\n分享到：")
    assert line in edged(below if line.endswith(("。", "）", "》")) else above)


LEAD = (
    "后山一带产竹，村里一百多户人家靠它过日子。从前每家都有篾匠，竹篮一直卖到江城去。"
    "下面说的是冬天怎样采竹、怎样破篾"
)


@pytest.mark.parametrize("mark", ["", "。"])
def test_a_paragraph_of_sentences_is_text_without_its_last_mark(mark: str) -> None:
    above = "# 后山的篾匠\n小禾随笔\n![]()\n在小说阅读器中沉浸阅读\n点击上方蓝字小禾随笔\n"
    text = f"{above}{LEAD}{mark}\n**竹器厂的篾匠**\n{BODY}"
    assert edged(text) == f"# 后山的篾匠\n{LEAD}{mark}\n**竹器厂的篾匠**\n{BODY}"


def test_nothing_goes_where_nothing_shows_a_page() -> None:
    text = f"乡间漫步\n后山的篾匠\n小禾\n{BODY}老街的灯又亮了\n渡口旁的修伞人\n"
    assert edged(text) == text


def test_chapter_keeps_its_book() -> None:
    text = f"竹乡旧事\n石瘦 著\n第三章 后山\n{BODY}下一章\n"
    assert edged(text).startswith("竹乡旧事\n石瘦 著\n第三章 后山\n")
