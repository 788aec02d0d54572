"""What a wiki prints with each article: a link to edit behind each heading, lines under its name.

    青石桥
    维基百科，自由的百科全书
    跳转至： 导航、 搜索
    青石桥是江城市的一座石拱桥，始建于明代。
    历史[编辑]
    桥始建于明嘉靖年间，清代两次重修。
    结构[编辑 | 编辑源代码]
    桥为三孔石拱桥，全长四十二米。

The link is glued to the heading, so that no rule for whole lines takes it. A list of people has
such words in brackets too (李明[编辑]); below a heading stands a sentence.
"""

from collections.abc import Iterator

from cleaner import late as re
from cleaner.document import Document, Edit
from cleaner.layout import END, Line, read_lines
from cleaner.stage import Rewrite

_EDIT = "(?:编辑|編輯|edit)"
_SOURCE = r"(?:本段|源代码|原始碼|原始码|源代碼|\s?source)?"
LINK_RE = re.compile(rf"[\[［]{_EDIT}")
EDIT_RE = re.compile(rf"\s?[\[［]{_EDIT}{_SOURCE}(?:\s?[|｜]\s?{_EDIT}{_SOURCE})?[\]］]$")
TOP_RE = re.compile(
    r"(?:来自|來自|出自)?(?:维基|維基)\S{2,6}[，,]\s?自由的\S{2,8}"
    r"|跳(?:转|轉)(?:至|到)[:：]\s?(?:导航|導覽|導航)[、,，]?\s?(?:搜索|搜尋)"
)
# Characters of a heading with its link; headings with a sentence so near below, from which the
# links are a wiki's. Chosen.
MAX_HEADING_CHARS, MIN_HEADINGS, REACH, ROW_EM = 40, 2, 2, 25


def wiki_link(document: Document) -> Iterator[Edit]:
    """Delete [编辑] behind the headings of a wiki's article, and the lines under its name.

    Leaves lists of people with what they do, and what a text says of editing.
    """
    if len(LINK_RE.findall(document.text)) < MIN_HEADINGS:
        return
    lines = read_lines(document.text)
    links = {
        at: found
        for at, line in enumerate(lines)
        if len(line.text) <= MAX_HEADING_CHARS and (found := EDIT_RE.search(line.text))
    }
    headings = sum(
        found.start() > 0
        and at + 1 not in links
        and any(_is_text(line) for line in lines[at + 1 : at + 1 + REACH])
        for at, found in links.items()
    )
    if headings < MIN_HEADINGS:
        return
    for at, line in enumerate(lines):
        if at in links:
            start = links[at].start()
            yield Edit(line.start + start, line.text[start:], "")
        elif TOP_RE.fullmatch(line.text):
            yield Edit(line.start, line.text, "")


def _is_text(line: Line) -> bool:
    """Say whether a line ends a sentence, or is a row of a paragraph that a program broke."""
    return line.ending == END or line.width >= ROW_EM


# Synthetic, as all below.
_ARTICLE = "始建于明代，是省级文物。\n历史{}\n清代两次重修。\n\n结构{}\n\n桥为三孔石拱桥。\n附录{}"

WIKI_LINK = Rewrite(
    wiki_link,
    gate="[［",
    examples={
        _ARTICLE.replace("{}", "[编辑]"): _ARTICLE.replace("{}", ""),
        _ARTICLE.replace("{}", "[編輯 | 編輯原始碼]"): _ARTICLE.replace("{}", ""),
        "青石桥\n维基百科，自由的百科全书\n跳转至： 导航、 搜索\n"
        + _ARTICLE.replace("{}", " [edit]"): "青石桥\n\n\n" + _ARTICLE.replace("{}", ""),
    },
    keeps=[
        # people; a form; what is said of such a link, or quoted once
        "李明[记者]\n王芳[编辑]\n赵青[编辑]\n周宁[摄影]",
        "本期作者\n王芳[编辑]\n赵青[编辑]\n以上各位都参加了这次采访。",
        "点击页面右上角的[编辑]\n输入文字，再点保存。\n要撤销时点历史，选一个版本，再点撤销[编辑]",
        _ARTICLE.replace("{}", "", 1).replace("{}", "[编辑]", 1).replace("{}", ""),
        "青石桥\n维基百科，自由的百科全书\n这是他常去的网站。",
    ],
)
