r"""What programs that read pages and files write into a text beside its words.

Readers of scanned pages give Markdown: a sign before each heading, a picture that they cut out as
a line, its caption in a tag, each number with a unit as a formula:

    # 二、研究方法
    ![](images/3f9a1c77d0e84b5b.jpg)
    <div style="text-align: center;">图1 编码框架</div>
    一致性系数为 $0 . 8 7$ ，生生互动不足 $5 \%$ 。

A text in Markdown that a person wrote stays: only the name of such a picture, or such a tag, shows
that a reader wrote it. Formulas that are more than a number, and tables, stay as they are.

Signs of lists that Word takes from a font of symbols come out as the letters of their codes: l for
●, n for ■, u for ◆, Ø for ➢, ü for ✓. They stand before Han without a space, line after line.

Word's fields stand in a text that was taken out of its file: HYPERLINK "http://…", PAGEREF
_Toc3012367 \h 1, TOC \o "1-2" \h, EMBED Excel.Chart.8 \s. What a field shows stays.
"""

from collections.abc import Iterator

from cleaner import late as re
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
FIELDS = ("HYPERLINK ", "PAGEREF ", "TOC ", "EMBED ")
FIELD_RE = re.compile(
    r'[ \t]{0,4}\bHYPERLINK (?:\\l )?"[^"\n]{0,400}"(?: \\[a-z](?: "[^"\n]{0,80}")?){0,4}[ \t]*'
    r"|[ \t]{0,4}\bPAGEREF _Toc\d{4,12}(?: \\[a-z]){1,3}[ \t]{0,4}\d{0,4}"
    r'|[ \t]{0,4}\bTOC (?:\\[a-z](?: "[^"\n]{0,30}")? ?){1,6}'
    r"|[ \t]{0,4}\bEMBED (?:Excel|Word|Visio|Equation|PowerPoint|PBrush|MSGraph|Package)[\w.]{0,30}"
    r"(?: \\[a-z])?[ \t]{0,4}"
)
# The letters of these signs, glued to Han or set apart by one space.
SYMBOL = r"[ \t\u3000]*([lnuvpqØüÜ§])(?:[ \u00a0]{0,4})(?=[\u4e00-\u9fff“《])"
SYMBOL_RE = re.compile("(?m)^" + SYMBOL)
# The same in a text of several pages: it takes twice as long.
PAGED_SYMBOL_RE = re.compile(r"(?m)(?:^|\f)" + SYMBOL)
# The bullet of LaTeX's fonts, by its code there: 136, read as windows-1252.
BULLET_RE = re.compile(r"(?m)(?:^|\f)[ \t\u3000]*(ˆ|\(cid:[0-9]{1,3}\))(?=[ \u00a0]{0,4}\S|[ ]*$)")
# So many lines that begin with one letter, and of another letter before it that few are words: U盘,
# n个, v型. Letters of no Chinese word at fewer.
MIN_SYMBOLS, MIN_STRANGE = 3, 2
WORDS = "lnuvpq"
BULLET_SIGNS = ("ˆ", "(cid:")
# By the code in Wingdings, which Word takes them from.
SIGN_OF = dict(zip("lnuvpqØüÜ§·", "●■◆❖□□➢✓✓▪•", strict=True))
# The same in the font's own codes, at the head of any line; F0B7 is Symbol's, Word's first choice.
PRIVATE_FONT = 0xF000
PRIVATE_SIGNS = "".join(chr(PRIVATE_FONT + ord(letter)) for letter in SIGN_OF)
PRIVATE_RE = re.compile(f"[{PRIVATE_SIGNS}]")
PRIVATE_SIGN_RE = re.compile(
    rf"(?m)(?:^|\f)[ \t\u3000]*([{PRIVATE_SIGNS}])(?=[ \t\u00a0\u3000]{{0,4}}\w)"
)
WORD_RE = re.compile("[lnuvpq] ?[个型盘次年月日元倍阶维值是为的和与]")
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


def symbol_sign(document: Document) -> Iterator[Edit]:
    """Restore the signs of a list that a font of symbols left as letters: l to ●, n to ■, Ø to ➢.

    The font's own codes are its letters and F000. And the bullet of LaTeX's fonts, which some
    programs give as ˆ, others as (cid:136). Leaves letters that mean something: n个样本, u盘, and
    one or two lines that begin so. What an earlier run left at the head of a line was inside one.
    """
    if document.was_cleaned:
        return
    signs: dict[str, list[re.Match[str]]] = {}
    edits = []
    if PRIVATE_RE.search(document.text):
        edits = [
            Edit(found.start(1), found[1], SIGN_OF[chr(ord(found[1]) - PRIVATE_FONT)])
            for found in PRIVATE_SIGN_RE.finditer(document.text)
        ]
    coded = any(sign in document.text for sign in BULLET_SIGNS)
    symbol = PAGED_SYMBOL_RE if "\f" in document.text else SYMBOL_RE
    patterns = [symbol, BULLET_RE] if coded else [symbol]
    for found in (one for pattern in patterns for one in pattern.finditer(document.text)):
        signs.setdefault(found[1], []).append(found)
    for letter, where in signs.items():
        after = {document.text[found.end() : found.end() + 1] for found in where}
        words = sum(WORD_RE.match(document.text, found.start(1)) is not None for found in where)
        least = MIN_SYMBOLS if letter in WORDS else MIN_STRANGE
        if letter in SIGN_OF:
            known = len(after) >= MIN_STRANGE and not words
        else:  # a letter that was lost stands inside lines as well
            known = document.text.count(letter) == len(where)
        if len(where) >= least and known:
            sign = SIGN_OF.get(letter, "•")
            edits += [Edit(found.start(1), letter, sign) for found in where]
    yield from sorted(edits)


def word_field(document: Document) -> Iterator[Edit]:
    """Take Word's fields out: HYPERLINK "…", PAGEREF …, TOC …; what they show stays.

    Leaves a text that speaks of them without their switches.
    """
    if not any(name in document.text for name in FIELDS):
        return
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

SYMBOL_SIGN = Rewrite(
    symbol_sign,
    gate="lnuvpqØüÜ§ˆc" + PRIVATE_SIGNS,
    examples={
        "家庭防火要做到：\nl不乱拉电线；\nl烟头要按灭；\nl离家前要关闭阀门。": (
            "家庭防火要做到：\n●不乱拉电线；\n●烟头要按灭；\n●离家前要关闭阀门。"
        ),
        "职责：\n\uf0b7 负责检查\n\f\uf06c参加培训": "职责：\n• 负责检查\n\f●参加培训",
        "燃烧的条件\nØ 可燃物\nØ 助燃物": "燃烧的条件\n➢ 可燃物\n➢ 助燃物",
        "职责\n  n负责检查\n  n参加培训\n  n报告隐患": (
            "职责\n  ■负责检查\n  ■参加培训\n  ■报告隐患"
        ),
        "有两种：\nˆ Type1 字库\nˆ TrueType 字库": "有两种：\n• Type1 字库\n• TrueType 字库",
        "功能：\n(cid:136) 画图\n(cid:136) 排版": "功能：\n• 画图\n• 排版",
    },
    keeps=[
        "设样本为：\nn个数据\nn次试验\nn阶矩阵",
        "u盘坏了。\nu盘丢了。\nu盘借走了。",
        "v型槽\nl型钢\nu型管",
        "l不乱拉电线；\nl烟头要按灭。",
        "q群见\nq我\n别走。",
        "ˆ 是脱字符\n(cid:136) 是一个代码\n完。",
        "(cid:12)(cid:13)水\n(cid:12)(cid:15)木\n见(cid:12)",
        "Øresund 海峡\nØ 表示直径\n完。",
        "造字 \uf0b7 和\n\uf0b7",
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
