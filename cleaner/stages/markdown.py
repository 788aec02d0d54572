r"""Marks of Markdown that a converter put into a page of a paper.

Programs that read a scan or a PDF write Markdown: # before what is printed large, ** round what is
bold, a backslash before marks that might mean something, pictures as links:

    ## **江西信丰货运司机以赛促练强技能**

    **本报讯** （记者王晓颖）近日，江西省赣州市信丰县举办竞赛，共有1\.2万人参加

    ![](images/0.jpg)

There headlines, bylines and datelines are no longer at the start of their lines. Who writes in
Markdown himself means its marks: his text has code, links, tables, and none of what a converter
does without thought. So the marks go only from a page that shows it is one of a paper, or that its
lines were broken by a page, or that marks were escaped that nobody escapes.
"""

from collections.abc import Iterator

from cleaner import late as re
from cleaner.chars.scripts import CHINESE, script_of
from cleaner.document import Document, Edit, apply
from cleaner.layout import read_lines
from cleaner.lexicon import is_broken
from cleaner.paper.signs import credit_lines, dateline_ends
from cleaner.programs import program_lines
from cleaner.stage import Rewrite

# What a converter writes: # 标题, **粗体**, \. and \(, a backslash that ends a line, a picture.
MARK_RE = re.compile(
    r"^ {0,3}(?P<hash>#{1,6}[ \u3000]+)(?=[^\s#])"
    r"|(?P<bold>\*\*(?=[^\s*])(?P<text>[^*\n]{1,400}?)(?<=[^\s*])\*\*)"
    r"|(?P<escape>\\)[!-/:-@\[-`{-~]"
    r"|(?P<end>\\)$"
    r"|(?P<picture>^!\[[a-z0-9_. -]{0,30}\]\([^\s()]{1,200}\)[ ]*$)",
    re.MULTILINE,
)
# What only a writer's own Markdown has: code, a link, a table, a quotation, a formula, a footnote;
# and the source of a manual, where \- is a hyphen: .SH NAME
OWN_RE = re.compile(
    r"```|~~~|`[^`\n]{1,80}`|^ {0,3}>|(?<!!)\[[^\]\n]{1,80}\]\([^)\n]|\|[ :]*-{3}|\$[^$\n]{1,80}\$"
    r"|\\[a-zA-Z]|\[\^|^\.[A-Z]{2} ",
    re.MULTILINE,
)
# So many escapes that nobody needs; \* and \_ are a writer's too.
NEEDLESS_RE = re.compile(r"\\[-.!()+:,;~]")
MIN_NEEDLESS = 3
# So many lines that end in a backslash, and such a share.
MIN_BROKEN, MIN_BROKEN_SHARE = 5, 0.5
# So many lines are asked whether a page broke them.
MAX_LINES = 400


def markdown_mark(document: Document) -> Iterator[Edit]:
    """Take the marks of Markdown out of a page of a paper, or of broken lines, in Chinese.

    Those of headlines, of bold type, of escaped marks, of line breaks, and pictures without a
    name. Leaves what its writer set in Markdown, programs, and any text of which nothing shows
    that a converter made it.
    """
    text = document.text
    if not MARK_RE.search(text) or OWN_RE.search(text):
        return
    if script_of(document) not in CHINESE | {"mixed"}:
        return
    edits = [edit for mark in MARK_RE.finditer(text) for edit in _edits(mark)]
    edits.sort()
    if _is_converted(text, apply(text, edits)):
        yield from edits


def _edits(mark: re.Match[str]) -> Iterator[Edit]:
    """Yield the edits that take a mark out; what is bold may have escapes in it."""
    if mark["bold"]:
        start, end = mark.span("text")
        yield Edit(mark.start(), "**", "")
        for escape in MARK_RE.finditer(mark.string, start, end):
            if escape["escape"]:
                yield Edit(escape.start(), "\\", "")
        yield Edit(end, "**", "")
    else:
        old = mark["hash"] or mark["escape"] or mark["end"] or mark["picture"]
        yield Edit(mark.end() - len(mark[0]), mark[0] if mark["hash"] else old, "")


def _is_converted(text: str, bare: str) -> bool:
    """Say whether a converter made a text; `bare`: the text without the marks."""
    lines = read_lines(bare)
    if any(program_lines(lines)):
        return False
    ends = text.count("\\\n")
    return (
        len(NEEDLESS_RE.findall(text)) >= MIN_NEEDLESS
        or ends >= max(MIN_BROKEN, MIN_BROKEN_SHARE * len(lines))
        or any(credit_lines(lines))
        or any(dateline_ends(lines))
        or is_broken([line.text for line in lines[:MAX_LINES]])
    )


# Synthetic, as all below.
_PAGE = (
    "以赛促练强技能\n\n本报记者 王宁\n\n"
    "（记者王宁）近日，青山县举办竞赛，共有1.2万人参加(含学员)。\n\n赛场上\n\n老师傅稳得很。\n"
)
_MARKED = (
    "## **以赛促练强技能**\n\n**本报记者 王宁**\n\n![](images/0.jpg)\n"
    "（记者王宁）近日，青山县举办竞赛，共有1\\.2万人参加\\(含学员\\)。\n\n"
    "### 赛场上\n\n老师傅稳得很。\n"
)
_NOTES = (
    "# 水尺\n\n水尺立在老闸的下游，每天早晚各读一次，读数写在**蓝皮的本子**里。\n\n"
    "## 看水的人\n\n看水的人换过四个，字迹各不相同。\n"
)
_COLUMN = (
    "入秋以后，青山湖边的步道修\n好了。步道全长六公里，沿途有四座\n木桥，老人们吃过晚饭就来走上一\n"
    "圈，孩子们在桥上看鱼。管护站的工\n作人员说，湖水比去年清了许多，白\n鹭也都飞回来了，夏天最多的时\n"
    "候有三百多只，都停在湖心的小岛上，远远看去白茫茫的一片。明年开春，步道还要往北再修\n"
)

MARKDOWN_MARK = Rewrite(
    markdown_mark,
    once=True,
    gate="#*\\!",
    examples={
        _MARKED: _PAGE.replace("宁\n\n（", "宁\n\n\n（"),
        "水位1\\.2米，\\(见下\\)\n是夏天\\-秋天的。": "水位1.2米，(见下)\n是夏天-秋天的。",
        "".join(f"{line}\\\n" for line in _COLUMN.splitlines()): _COLUMN,
        f"## 步道修好了\n{_COLUMN}{_COLUMN}": f"步道修好了\n{_COLUMN}{_COLUMN}",
    },
    keeps=[
        '.TH FERRY 1 "五月"\n.SH 名称\nferry \\- 渡船\n.B ferry\n[\\-\\-quiet]\n渡人过河。',
        _PAGE,
        _NOTES,
        # his own Markdown, in a page of a paper too
        f"{_MARKED}\n见[下一页](b.html)。\n",
        f"{_MARKED}\n用 `clean` 清洗。\n",
        f"{_MARKED}\n| 年 | 人 |\n| --- | --- |\n| 一 | 二 |\n",
        f"{_MARKED}\n> 引一段话。\n",
        # comments of a program, a name of a topic, stars that mean nothing
        "# 本报记者 王宁\nimport os\nx = 1\ny = f(x)\n# 读取文件\nz = g(y)\n",
        "#今日话题# 本报记者 王宁\n他说：***。\n",
        "本报记者 王宁\n\n参赛者编号 **，名次 ** 待定。\n",
        "# Notes\n\n**by our reporter**\n\nThe scan\\. was\\- read\\!\n",
    ],
)
