"""What makes two heads of pages one: their words, without numbers, spaces and specks.

And what has the same words and is no head: the heading that it repeats, its entry in the contents.
"""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from cleaner import late as re
from cleaner.layout import NUMBER, Line, display_width, kept_with_lines
from cleaner.paper.pagehead import MAX_HEAD_CHARS

DIGITS_RE = re.compile(r"[0-9]+")
# Marks at the edge of a head that are specks, rules or numbers. Not its brackets: （上） is not 上.
SPECKS = "#§.,;:'\"`|!_~^*-—=<>、。，；：’‘“”·…■□●▲◆"
# A page's number at an edge of a line, and the leaders before one.
PAGED_RE = re.compile(r"^[0-9]{1,4}[ \u3000\t]|[ \u3000\t][0-9]{1,4}$")
LEADERS_RE = re.compile(r"(?:[.·…] ?){4,}[0-9]{1,4}$")
# An entry of contents without leaders: its number stands behind a gap.
ENTRY_RE = re.compile(r"(?:[ \u3000]{2,}|\t)[0-9]{1,4}$")
GAP = "   "  # between the pieces of a head, never in a heading
# 1 引言, 1.2 方法, 2. 结果
SECTION_RE = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})*\.?[ \u3000]?[^\W\d]")
CONTENTS_RE = re.compile(r"目[ \u3000]*[录錄次]")
# What prose has, and the name of a section has not.
PROSE_MARKS = frozenset("，。；,;")
LEADERS = frozenset(4 * dot for dot in ".·…")


@kept_with_lines
def keys_of(lines: Sequence[Line]) -> list[str]:
    """Return the texts of lines without their numbers: of all at once, in a tenth of the time.

    Nor with spaces, and marks and numbers at their edges: recognition sees a speck beside a head as
    one, and may take the number of the page before it into the line (” 120.政策摘编 第64期). An
    entry of the contents keeps its leaders: it is no head of its chapter.
    """
    text = "\n".join(line.text for line in lines)
    for space in " \u3000\t":
        text = text.replace(space, "")
    keys = DIGITS_RE.sub("#", text).split("\n") if lines else []
    if "……" not in text and not any(leaders in text for leaders in LEADERS):
        return [key.strip(SPECKS) or key for key in keys]
    return [
        key if key[-5:-1] in LEADERS or key[-3:-1] == "……" else key.strip(SPECKS) or key
        for key in keys
    ]


@kept_with_lines
def places_of(lines: Sequence[Line]) -> tuple[dict[str, int], Counter[str]]:
    """Return the first place of each line's words, and how often they stand in the text."""
    keys = keys_of(lines)
    return {key: at for at, key in reversed(list(enumerate(keys)))}, Counter(keys)


def is_entry(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line may be an entry of contents: one beside it is said again below, too.

    Or 目录 stands right above.
    """
    if not at:
        return False
    if is_below_contents(lines, at):
        return True
    keys = keys_of(lines)
    first, counts = places_of(lines)
    # The page's head, or the heading 目录, stands above the first entry.
    above = [at - 1] if at > 1 and not lines[at - 1].page else []
    for one in (*above, *range(at + 1, min(at + 2, len(lines)))):
        key = keys[one]
        is_name = PROSE_MARKS.isdisjoint(key) and any(map(str.isalpha, key))
        if is_name and key != keys[at] and first[key] == one and counts[key] > 1:
            return True
    return False


def is_heading(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line is the first of its words below the contents, or has a section's number.

    But not a page's first of all, nor the head above the heading.
    """
    key, keys = keys_of(lines)[at], keys_of(lines)
    if at == 0 or key in keys[at + 1 : at + 2]:
        return False
    first = places_of(lines)[0][key]
    if at == first:
        numbered = lines[at].opening == NUMBER or SECTION_RE.match(lines[at].text) is not None
        return numbered and GAP not in lines[at].text
    return at - first > 1 and is_entry(lines, first) and keys.index(key, first + 1) == at


def is_short(key: str) -> bool:
    """Say whether a line is as short as a head; Latin letters are half as wide."""
    size = len(key)
    return size <= MAX_HEAD_CHARS or (
        size <= 2 * MAX_HEAD_CHARS and display_width(key) <= MAX_HEAD_CHARS
    )


def repeated_by(lines: Sequence[Line], found: AbstractSet[int]) -> AbstractSet[int]:
    """Return the one line of each head that has no page's number: the heading that it repeats.

    Nor is an entry of the contents a head: 第八章 选择键盘……350.
    """
    keys = keys_of(lines)
    plain: dict[str, list[int]] = {}
    numbered = set()
    for at in found:
        if PAGED_RE.search(lines[at].text):
            numbered.add(keys[at])
        else:
            plain.setdefault(keys[at], []).append(at)
    headings = {where[0] for key, where in plain.items() if key in numbered and len(where) == 1}
    return headings | {at for at in found if _is_listed(lines, at)}


def is_below_contents(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line is the first entry of contents: 目录 stands right above on its page."""
    return at > 0 and not lines[at].page and CONTENTS_RE.fullmatch(lines[at - 1].text) is not None


def has_page(text: str) -> bool:
    """Say whether a line ends in a number behind leaders or a gap: 引言    1."""
    return (LEADERS_RE.search(text) or ENTRY_RE.search(text)) is not None


def _is_listed(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line is an entry of contents by its leaders, or by what stands beside it."""
    text = lines[at].text
    if LEADERS_RE.search(text) or is_below_contents(lines, at):
        return True
    near = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
    return has_page(text) and any(has_page(line.text) for line in near)
