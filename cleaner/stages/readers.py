r"""What programs that read pages and files write into a text beside its words.

Readers of scanned pages give Markdown: a sign before each heading, a picture that they cut out as
a line, its caption in a tag, each number with a unit as a formula:

    # 二、研究方法
    ![](images/3f9a1c77d0e84b5b.jpg)
    <div style="text-align: center;">图1 编码框架</div>
    一致性系数为 $0 . 8 7$ ，生生互动不足 $5 \%$ 。

A text in Markdown that a person wrote stays: only the name of such a picture, or such a tag, shows
that a reader wrote it. Formulas that are more than a number, and tables, stay as they are.

Word's fields stand in a text that was taken out of its file: HYPERLINK "http://…", PAGEREF
_Toc3012367 \h 1, TOC \o "1-2" \h, EMBED Excel.Chart.8 \s. What a field shows stays.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document, Edit
from cleaner.stage import Rewrite

# The name of a picture that a reader cut out: a hash, or the place on the page.
_PICTURE = (
    r"(?:[\w./-]*/)?(?:[0-9a-f]{16,64}|img_in_\w{1,40}|page[_-]?\d+[\w-]{0,30})\.(?:jpe?g|png)"
)
PICTURE_RE = re.compile(
    rf"!\[[^\]\n]{{0,40}}\]\({_PICTURE}\)"
    rf'|<div style="text-align: center;"><img src="{_PICTURE}"[^>\n]{{0,80}}></div>'
)
CENTRED_RE = re.compile(
    r'(<div style="text-align: center;">)(?!<html>|<img|<table)([^<\n]{1,300})(</div>)'
)
HEADING_RE = re.compile(r"(?m)^(#{1,6} +)(?=\S)")
# A formula of one line that may be a number: digits, units, signs; without letters of variables.
FORMULA_RE = re.compile(r" ?\$ ?(?P<body>[^$\n]{1,60}?) ?\$ ?")
# How readers set letters of units, and marks: \mathrm { s }, { = }, ^ { \circ }, \%, \sim.
SET_RE = re.compile(
    r"\\(?:math(?:rm|bf|tt|sf)|text|operatorname) ?\{ ?([^{}]*?) ?\}|\{ ?([^{}]*?) ?\}"
)
SIGNS = (
    ("^\\circ", "°"),
    ("\\circ", "°"),
    ("\\%", "%"),
    ("\\sim", "~"),
    ("\\times", "×"),
    ("\\pm", "±"),
    ("\\cdot", "·"),
    ("\\geq", "≥"),
    ("\\leq", "≤"),
    ("\\mu", "μ"),
    ("~", "~"),
)
NUMBER_RE = re.compile(r"[<>≥≤=±~]?[0-9][0-9.,:/×~±·+-]*(?:%|‰|°C?|μ?[A-Za-z]{1,3})?")
MAX_ROUNDS = 3  # of braces in braces

# Word's fields. Each names itself and has a switch or a name in quotes.
FIELD_RE = re.compile(
    r'[ \t]*\bHYPERLINK (?:\\l )?"[^"\n]{0,400}"(?: \\[a-z](?: "[^"\n]{0,80}")?){0,4}[ \t]*'
    r"|[ \t]*\bPAGEREF _Toc\d{4,12}(?: \\[a-z]){1,3}[ \t]*\d{0,4}"
    r'|[ \t]*\bTOC (?:\\[a-z](?: "[^"\n]{0,30}")? ?){1,6}'
    r"|[ \t]*\bEMBED (?:Excel|Word|Visio|Equation|PowerPoint|PBrush|MSGraph|Package)[\w.]{0,30}"
    r"(?: \\[a-z])?[ \t]*"
)
HAN_RE = re.compile("[\u4e00-\u9fff，。、；：（）]")


def reader_mark(document: Document) -> Iterator[Edit]:
    r"""Take out what a reader of pages set beside the words: #, ![](…), tags, $5 \%$ for 5%.

    Leaves Markdown without pictures named by a program, tables, and formulas.
    """
    text = document.text
    pictures = list(PICTURE_RE.finditer(text))
    centred = list(CENTRED_RE.finditer(text))
    if not (pictures or centred):
        return
    edits = [Edit(found.start(), found[0], "") for found in pictures]
    for found in centred:
        edits += [Edit(found.start(1), found[1], ""), Edit(found.start(3), found[3], "")]
    edits += [Edit(found.start(), found[1], "") for found in HEADING_RE.finditer(text)]
    for found in FORMULA_RE.finditer(text):
        number = _number(found["body"])
        if number:
            old = found[0]
            before, after = (
                text[found.start() - 1 : found.start()],
                text[found.end() : found.end() + 1],
            )
            left = " " if old[0] == " " and not _is_han(before) else ""
            right = " " if old[-1] == " " and not _is_han(after) else ""
            edits.append(Edit(found.start(), old, f"{left}{number}{right}"))
    edits.sort()
    end = 0
    for edit in edits:
        if edit.start >= end:
            yield edit
            end = edit.start + len(edit.old)


def word_field(document: Document) -> Iterator[Edit]:
    """Take Word's fields out: HYPERLINK "…", PAGEREF …, TOC …; what they show stays.

    Leaves a text that speaks of them without their switches.
    """
    for found in FIELD_RE.finditer(document.text):
        yield Edit(found.start(), found[0], "")


def _number(body: str) -> str:
    """Return the number in a formula, as it would be written; empty for any other formula."""
    for _ in range(MAX_ROUNDS):
        body, changed = SET_RE.subn(lambda found: found[1] or found[2] or "", body)
        if not changed:
            break
    plain = "".join(body.split())
    for sign, char in SIGNS:
        plain = plain.replace(sign, char)
    return plain if NUMBER_RE.fullmatch(plain) else ""


def _is_han(char: str) -> bool:
    return char in {"", "\n"} or HAN_RE.match(char) is not None


# Synthetic, as are all below.
_CENTRED = '<div style="text-align: center;">'
_PICTURE_LINE = "![](images/3f9a1c77d0e84b5b9a22c1aa6e0e71f4.jpg)"

READER_MARK = Rewrite(
    reader_mark,
    gate="!<",
    examples={
        f"# 江城桥梁的养护\n\n{_PICTURE_LINE}\n图1 青石桥\n\n## 一、现状": (
            "江城桥梁的养护\n\n\n图1 青石桥\n\n一、现状"
        ),
        f"{_PICTURE_LINE}\n不足 $5 \\%$ 。每 $3 \\mathrm {{ s }}$ 一次，为 $0 . 8 7$ 。": (
            "\n不足5%。每3s一次，为0.87。"
        ),
        f'{_CENTRED}<img src="imgs/img_in_image_box_1_2.jpg" alt="Image" /></div>'
        f"\n{_CENTRED}图1 青石桥</div>\n气温 $2 5 ^ {{ \\circ }} \\mathrm {{ C }}$ 。": (
            "\n图1 青石桥\n气温25°C。"
        ),
    },
    keeps=[
        # Markdown of a person, code, a formula, money
        "# 安装\n\n![界面](docs/screen.png)\n\n先运行 `make`。",
        "# 打印一行\nprint('<div>')",
        "设 $x$ 与 $y$ 为实数，则 $x^2 \\geq 0$ 。",
        "票价 $5，来回 $9，孩子半价。",
        "## 三、结果\n他在文中写道：“一、现状”。",
        "桌上放着一张<图>，写着!号。",
    ],
)

WORD_FIELD = Rewrite(
    word_field,
    gate='"\\\\',
    examples={
        '见网站（ HYPERLINK "http://www.example.cn" http://www.example.cn）。': (
            "见网站（http://www.example.cn）。"
        ),
        'TOC \\o "1-2" \\h \\z \\u HYPERLINK \\l "_Toc30123" 一、背景 PAGEREF _Toc30123 \\h 1': (
            "一、背景"
        ),
        "数据如下。\nEMBED Excel.Chart.8 \\s\n见上图。": "数据如下。\n\n见上图。",
    },
    keeps=[
        "在 Word 里按 HYPERLINK 域插入链接。",
        "TOC 是总有机碳，EMBED 是嵌入。",
        'PAGEREF 域引用书签所在的页，写作 PAGEREF "书签"。',
        "他说：“TOC 超标。”",
        "# include <TOC.h>\nHYPERLINK = 1",
    ],
)
