"""Lines that are blocks of their own by themselves, whatever stands round them.

Rows, rules, fields of a form, marked headings, credits, who a speech is addressed to, the head of a
poem, the times of subtitles. They may be as wide as a column is, and the line below may read as if
it went on from them.
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.layout import Line, has_cell_tab
from cleaner.paper.persons import is_name
from cleaner.paper.press import CREDIT_CHARS, SENTENCE_RE, staff_line

# An entry of a table of contents: leaders, a page number; asked of lines that end as one does.
CONTENTS_RE = re.compile(r"(?:[.·…]{4}|(?:[.·] ){4}) ?[0-9IVXivx]{1,5}$")
PAGE_DIGITS = frozenset("0123456789IVXivx")

# The name of what is to be filled in, and the place for it: 出租方（甲方）：________.
FORM_RE = re.compile(r"[^，。；：:]{2,14}[：:] ?_{3}")

# A heading as Markdown or Org has it, or a comment, and a line that is in bold type as a whole; not
# #话题# of a message.
MARKED_RE = re.compile(r"#{1,6} |\*{2,6} (?=\S)|\*\*[^*]+\*\*$")

# The head of a poem: 《夏日绝句》 李清照, 《无题》（唐）李商隐.
WORK_RE = re.compile(
    r"《[^《》]{1,30}》(?=[ \u3000（(\[])[ \u3000]{0,4}"
    r"(?:[（(\[][^（）()\[\]]{1,4}[）)\]])?[ \u3000]?[\u4e00-\u9fff·]{2,8}"
)

# The same without brackets: 弘農清岩曲有磐石可坐，寄詩贈之\u3000田遊岩.
HEAD_RE = re.compile("[^\u3000。；：]{5,40}\u3000([\u4e00-\u9fff]{2,4})")

# The number of a case or a document by itself: （2015）江01刑终1062号, 江政发〔2019〕14号.
CASE_NUMBER_RE = re.compile(
    r"[\u4e00-\u9fff]{0,10}[〔（(\[［](?:19|20)[0-9]{2}[〕）)\]］]"
    r"[^，。；、（(]{0,14}[0-9]{1,6} ?[号號]"
)

# What heads a part of a work and nothing else: 摘 要, 前言, 目录.
PART_RE = re.compile(
    "(?:摘[ \u3000]*要|前[ \u3000]*言|目[ \u3000]*[录錄]|参考文献|Abstract|ABSTRACT)"
)
PART_STARTS = frozenset("摘前目参A")

# Who is spoken to: 尊敬的各位领导、各位来宾：, 女士们、先生们：. Leaves 他告诉孩子们：.
_MANY = "女士|先生|同志|朋友|同学|孩子|老师|乡亲|父老|战友|同胞|兄弟|姐妹|工友|观众|听众"
_ONE = (
    "(?:(?:尊敬|敬爱|敬愛|亲爱|親愛)的|各位|诸位|諸位)[^，。；：、！？:]{1,14}"
    f"|(?:{_MANY})[们們]?"
)
SPOKEN_TO_RE = re.compile(f"(?:{_ONE})(?:[、，](?:{_ONE}|[^，。；：、！？:]{{1,6}})){{0,6}}[：:]")

# The head of an entry in git's log.
COMMIT_RE = re.compile(
    r"commit [0-9a-f]{40}|(?:Author|Commit(?:ter)?): [^<>]{1,60} <[^<>]{3,80}>"
    r"|(?:Author|Commit)?Date: {1,6}[A-Z][a-z]{2} [A-Z][a-z]{2} [0-9][-+0-9: ]{6,30}"
)

# Who signed an entry of a log, and when: -- Ana <a@mail.org>  Sun, 02 Jan 2022 18:52:26 +0100.
LOG_SIGNATURE_RE = re.compile(r".{0,80}<[^<> ]{1,60}@[^<> ]{1,60}> .{0,30}:[0-9]{2} [-+][0-9]{4}$")

# A comment of a program or record (!!!OCY: Italia), which opens with a sign twice, or of a
# catalogue of messages; a request or comment of roff, the ends of an environment of TeX.
SOURCE_RE = re.compile(
    r"//[ /!]|([!;%#&@+])\1|#[.,:|~] |[.']\\\"|\.(?:[A-Z]{1,2}|[a-z]{2})(?= |$)|%{1,4} ?[A-Za-z]"
    r"|\\(?:begin|end)\{"
)
SIGNS = frozenset("+-")
SOURCE_STARTS = frozenset("/;.'%\\!#&@+")

# A field of a file, known by its hyphen, and a sign between two entries: Upstream-Name: , %.
FIELD_RE = re.compile(r"[A-Z][a-z]{1,20}(?:-[A-Z][a-z]{1,20}){1,3}:(?: |$)|[%*+=_~#|]{1,3}$")

# What a table is drawn with: its rows have it at both ends. Not ─, which is a dash as well.
BORDERS = frozenset({*"|+│┃", *map(chr, range(ord("┌"), ord("╿") + 1))})

# How a line ends that is a rule under a heading or between sections.
RULES = frozenset(4 * mark for mark in "-=_~*#+^─━═")

# When a line of a film is shown: 00:00:03,542 --> 00:00:05,652. Above it stands its number.
SHOWN = "-->"
SHOWN_RE = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?[,.][0-9]{3} --> [0-9]{1,2}:")


def is_apart(line: Line, sign: int, credit: bool, jump: str) -> bool:
    """Say whether a line is a block of its own.

    `sign`: it has a character of such a line of a paper; `credit`, `jump`: it is one.
    """
    text = line.text
    if _is_shaped(text):
        return True
    if line.width > CREDIT_CHARS:
        return False
    if text[-1] in "：:" and SPOKEN_TO_RE.fullmatch(text):
        return True
    if not sign:
        return False
    return credit or jump != "" or (staff_line(text) and not SENTENCE_RE.search(text))


def _is_shaped(text: str) -> bool:
    """Say whether a line is a row, a rule, a field, an entry, or marked as a heading."""
    first, last = text[0], text[-1]
    # A row of a table has a tab inside.
    if has_cell_tab(text) or (first in BORDERS and last in BORDERS):
        return True
    if (first in "#*" and MARKED_RE.match(text)) or (first == "《" and WORK_RE.fullmatch(text)):
        return True
    if (first in SOURCE_STARTS and SOURCE_RE.match(text)) or FIELD_RE.match(text):
        return True
    if (first in "ACDc" and COMMIT_RE.fullmatch(text)) or (
        text[-5:-4] in SIGNS and LOG_SIGNATURE_RE.match(text)
    ):
        return True
    if "\u3000" in text[-5:-2] and (head := HEAD_RE.fullmatch(text)) and is_name(head[1]):
        return True
    return (
        (first in PART_STARTS and PART_RE.fullmatch(text) is not None)
        or (last in "号號" and CASE_NUMBER_RE.fullmatch(text) is not None)
        or (last in PAGE_DIGITS and CONTENTS_RE.search(text) is not None)
        or (last == "_" and FORM_RE.match(text) is not None)
        or (text[-4:] in RULES and not text.strip(f"{last} "))
    )


def subtitle_times(lines: Sequence[Line]) -> list[bool]:
    """Say which lines are the times of subtitles, and the numbers above them."""
    times = [SHOWN_RE.match(line.text) is not None for line in lines]
    return [
        is_time or (below and line.text.isdigit())
        for line, is_time, below in zip(lines, times, [*times[1:], False], strict=True)
    ]
