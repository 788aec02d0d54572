r"""What programs that read pages and files write into a text beside its words.

Readers of scanned pages give Markdown: a sign before each heading, a picture that they cut out as
a line, its caption in a tag, each number with a unit as a formula:

    # 二、研究方法
    ![](images/3f9a1c77d0e84b5b.jpg)
    <div style="text-align: center;">图1 编码框架</div>
    一致性系数为 $0 . 8 7$ ，生生互动不足 $5 \%$ 。

A text in Markdown that a person wrote stays: only the name of such a picture, or such a tag, shows
that a reader wrote it. Formulas that are more than a number, and tables, stay as they are.

Signs of lists that Word takes from a font of symbols come out as its own codes: U+F06C for ●,
U+F06E for ■, U+F0B7 for •. What its fields say to Word stands before what they show:

    HYPERLINK "http://example.org/" \t "_blank" 水尺   PAGEREF _Toc123456 \h 12   EMBED Equation.3
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
QUANTITY_RE = re.compile(r"[<>≥≤=±~]?[0-9][0-9.,:/×~±·+-]*(?:%|‰|°C?|μ?[A-Za-z]{1,3})?")
MAX_ROUNDS = 3  # of braces in braces

# Signs of Word's fonts of symbols, by their letters there; F0B7 is Symbol's, Word's first choice.
PRIVATE_FONT = 0xF000
SIGN_OF = {
    chr(PRIVATE_FONT + ord(letter)): sign
    for letter, sign in zip("lnuvpqØüÜ§·", "●■◆❖□□➢✓✓▪•", strict=True)
}
SIGN_RE = re.compile(
    rf"(?m)(?:^|\f)[ \t\u3000]*([{''.join(SIGN_OF)}])(?=[ \t\u00a0\u3000]{{0,4}}\w)"
)
HAN_RE = re.compile("[\u4e00-\u9fff，。、；：（）]")
# Word's fields: a link or a picture, a reference, what another program drew, a count. Who speaks of
# a field writes it in braces.
_SWITCH = (
    r"(?: {0,2}\\[a-z*!@#]{1,2}(?: {0,2}(?:[\"“][^\"“”\n]{0,80}[\"”]|[A-Z]{6,14}(?![A-Za-z])))?)"
)
FIELD_RE = re.compile(
    r"(?<![A-Za-z0-9_{=])(?<!\{ )(?:"
    rf"(?:HYPERLINK|INCLUDEPICTURE) {{1,2}}(?:\\l {{1,2}})?[\"“](?!…)[^\"“”\n]{{1,400}}[\"”]"
    rf"{_SWITCH}{{0,6}}"
    rf"|(?:PAGEREF|NOTEREF|REF) {{1,2}}_(?:Toc|Ref|Hlk)[0-9]{{3,12}}{_SWITCH}{{0,6}}"
    r"|EMBED {1,2}(?:Equation|Word|Excel|PBrush|Visio|Unknown|PowerPoint)[A-Za-z0-9.]{0,30}"
    rf"{_SWITCH}{{0,3}}|SEQ {{1,2}}\w{{1,12}}{_SWITCH}{{1,6}}) ?(?!}})"
)
FIELD_TALK_RE = re.compile(
    "域代[码碼]|功能[变變][数數]|F9|VBA|[花大]括[号號弧]|超[链連][接結结]|交叉引用|插入域|更新域|邮件合并"
)


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
    """Restore the signs of a list that stand in the codes of a font of symbols: F06C to ●.

    Leaves such codes inside lines, and what an earlier run left at the head of one: it was inside.
    """
    for found in SIGN_RE.finditer(document.text):
        yield Edit(found.start(1), found[1], SIGN_OF[found[1]])


def word_field(document: Document) -> Iterator[Edit]:
    r"""Delete what a field says to Word: HYPERLINK "…", PAGEREF _Toc1 \h, EMBED Equation.3.

    What it shows stays. Leaves fields in braces, which are shown, formulas of tables, and what
    speaks of fields.
    """
    text = document.text
    fields = list(FIELD_RE.finditer(text))
    if not fields or FIELD_TALK_RE.search(text):
        return
    for found in fields:
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
    return plain if QUANTITY_RE.fullmatch(plain) else ""


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
    once=True,
    gate="".join(SIGN_OF),
    examples={
        "职责：\n\uf0b7 负责检查\n\f\uf06c参加培训": "职责：\n• 负责检查\n\f●参加培训",
    },
    keeps=[
        "造字 \uf0b7 和\n\uf0b7",
        "l不乱拉电线；\nl烟头要按灭；\nl离家前要关闭阀门。",
    ],
)

WORD_FIELD = Rewrite(
    word_field,
    once=True,
    gate="E",
    examples={
        'HYPERLINK "http://example.org" \\t "_blank" 老闸，见HYPERLINK  \\l "_Toc1"下文。': (
            "老闸，见下文。"
        ),
        "一、水尺 PAGEREF _Toc123456 \\h 12\n图SEQ 图 \\* ARABIC 3 老闸": ("一、水尺 12\n图3 老闸"),
        "设 EMBED Equation.DSMT4 为水位。": "设 为水位。",
    },
    keeps=[
        '=HYPERLINK("http://example.org/","水尺")',
        '域写作 { HYPERLINK "http://example.org/" } 。',
        "HYPERLINK 是一个函数，EMBED 是一个标签。",
        "REF 型水尺，PAGEREF 域。",
        "SEQ 2 号水尺，SEQ 域。型号SEQ A12 \\B的水尺。",
        "在题注里输入 SEQ 图 \\* ARABIC ，按 F9 更新。",
        '域代码 HYPERLINK "http://example.org/" 会变成蓝色的地址。',
    ],
)
