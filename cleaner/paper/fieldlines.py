"""Lines in which a database says what it knows of an article: 题名: 石桥镇修路, 【作者】王平.

Whether the lines of a text make records is asked by `cleaner.paper.databases`; here one line is
read by itself, and what a label and its values say of the field.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner import late as re

# A label: Han that may be set apart (标　题), or one to three Latin words (Full text).
LABEL = (
    "[\u4e00-\u9fff](?:[ \u3000]{0,4}[\u4e00-\u9fff]){0,7}|[A-Za-z]{2,12}(?: [A-Za-z]{2,12}){0,2}"
)
# A record's number may stand before its first label: 1. 题名:, [2] 【标题】.
NUMBER = r"(?:[\[【(（第]?\d{1,5}[\]】)）条.．、:：]{1,2}[ \u3000]?)?"
# A line that opens with one.
NUMBERED_RE = re.compile(r"[\[【(（第]?\d{1,5}[\]】)）条.．、:：]")
# A labelled line: a number, a bullet, the label in brackets or before a colon, and its value.
LINE_RE = re.compile(
    rf"[ \t\u3000]*{NUMBER}(?:[◆■●◇○▲★☆※*·][ \u3000]?)?(?:"
    rf"[【〖〔\[<＜［《](?P<bracketed>{LABEL})[】〗〕\]>＞］》][ \u3000]?[:：]?"
    rf"|(?P<plain>{LABEL})[ \u3000]?[:：])[ \t\u3000]*"
)
# What stands between two records: a rule, a number: --------, 第3条, No.4, [5], 5/12.
RULE = r"[-=*_~·.—─━＊＝－＿…#+ \u3000]{3,200}"
RULE_RE = re.compile(RULE)
BETWEEN_RE = re.compile(
    rf"{RULE}|(?:第|记录|No\.?|Document|文献|序号[:：]?)? ?[\[(（【]?\d{{1,5}}"
    r"(?: ?(?:/|of|／) ?\d{1,5})?[\])）】]?[条篇.．、:：]?"
)

# What a field is, by the end or the whole of its label in simplified characters, without spaces.
TITLE, SUBTITLE, KICKER, AUTHOR, BODY, ABSTRACT = (
    "title",
    "subtitle",
    "kicker",
    "author",
    "body",
    "abstract",
)
# fmt: off
KIND_RES = (
    (SUBTITLE, re.compile("副标题|副题|次标题|子标题|subtitle|subheadline")),
    (KICKER, re.compile("引题|肩题|眉题|kicker")),
    (TITLE, re.compile(".{0,4}(?:标题|题名|篇名|题目|文题)|(?:article)?(?:title|headline)")),
    (AUTHOR, re.compile(
        ".{0,2}(?:作者|著者|责任者|记者|撰稿|撰文|通讯员)(?:姓名)?|authors?|byline|writers?")),
    (BODY, re.compile(".{0,4}(?:正文|全文|原文|内容)|(?:full|article)?text|body|content")),
    (ABSTRACT, re.compile(
        ".{0,4}(?:摘要|提要|简介|介绍|说明|释义|解释|解析|答案?|备注|描述|评语)"
        "|abstract|summary|description|notes?|remarks?|answer")),
)
# fmt: on
# What papers' databases say of an article besides: its day, its paper, its page.
DAY, SOURCE, PAGE = "day", "source", "page"
# fmt: off
VALUE_RES = (
    (DAY, re.compile(
        r"(?:19|20)\d\d ?[-/.年]? ?\d{1,2}(?: ?[-/.月] ?\d{1,2}日?|\d\d)?(?: .{0,12})?")),
    (SOURCE, re.compile(
        r"《?[^，。：:]{1,14}(?:[报社网刊台]|杂志|周刊|月刊|半月谈|客户端)(?:[海外电子]{2}版)?》?"
        r"|[A-Z][A-Za-z' ]{2,30}(?:Daily|Times|News|Post|Herald|Journal)")),
    (PAGE, re.compile(
        r"第?[A-Z]?\d{1,3}版?(?:[:：/（(].{1,8})?(?<!^\d)(?<!^\d\d\d)|第?[〇一二三四五六七八九十]{1,3}版|头版")),
)
# fmt: on


class FieldLine(NamedTuple):
    """A line that is not blank. [start, end) covers it without the white space round it."""

    begin: int  # where the line begins, with the white space before it
    start: int
    end: int
    text: str
    label: str  # in small letters without spaces; "" where it has none
    value: int  # where its value begins

    @property
    def said(self) -> str:
        """The value."""
        return self.text[self.value - self.start :]


def field_lines(text: str) -> Iterator[FieldLine]:
    """Yield the lines of a text that are not blank, each with its label. Linear."""
    at = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            start = at + raw.index(line[0])
            found = LINE_RE.match(line)
            label = label_of(found["bracketed"] or found["plain"]) if found else ""
            value = start + (found.end() if found else 0)
            yield FieldLine(at, start, start + len(line), line, label, value)
        at += len(raw) + 1


def label_of(raw: str) -> str:
    """Return a label without spaces, in small letters."""
    return "".join(raw.split()).lower()


def kind_of(label: str) -> str:
    """Return what a field's label says that it is; "" where it says nothing known."""
    return next((kind for kind, pattern in KIND_RES if pattern.fullmatch(label)), "")


def shape_of(values: Sequence[str]) -> str:
    """Return what all but a fifth of the values of a field are: days, papers, pages; else ""."""
    given = [value for value in values if value]
    for shape, pattern in VALUE_RES:
        if given and 5 * sum(pattern.fullmatch(one) is not None for one in given) >= 4 * len(given):
            return shape
    return ""
