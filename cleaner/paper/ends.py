"""Where the texts of a page end, told by who signed them, if several are signed alike.

    请失主到保卫科认领。
    保卫科
    2016年3月30日                 an office and the day, above the next heading
    停电通知
    ……家长也要带头喝白开水。
    （市妇幼保健院儿保科 蓝天云）     a name with its house in brackets

One is the end of any notice or letter. Where they come back, each under a text and over a heading,
and not once in many headings as a book's prefaces are signed, the texts are several.
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.layout import CLOSE
from cleaner.paper.facts import DAY_RE
from cleaner.paper.headings import CLOSING, HEADING, RUBRIC, TAG, TEXT, Block
from cleaner.paper.letters import HOUSE_RE, may_sign

# Who signs over the day, or in its line: 院办公室, 江城县教育局（代章）.
SIGNING_OFFICE_RE = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff（）() \u3000]{1,23}")
DAY_BEHIND_RE = re.compile(
    r"(?P<office>[\u4e00-\u9fff（）()]{2,20})[ \u3000]+(?P<day>[0-9一二〇○零九].{6,12})"
)
MAX_DAY_CHARS, MAX_NAMED_CHARS = 14, 24
# So many ends, and of so many headings one at least has an end. Chosen.
MIN_ENDS, MOST_HEADS = 2, 4


def ends_of(blocks: Sequence[Block]) -> dict[int, str]:
    """Return the lines that sign the texts of a page, and what they are."""
    heads = 0
    days: list[tuple[int, ...]] = []
    names: list[int] = []
    housed: list[int] = []  # whether or not it is a name that stands behind the house
    for at, block in enumerate(blocks):
        if block.kind == HEADING and (at == 0 or blocks[at - 1].kind != HEADING):
            heads += 1
        if len(block.text) > MAX_NAMED_CHARS or not _is_over_heading(blocks, at):
            continue
        if signed := _signed(blocks, at):
            days.append(signed)
        elif block.line.ending == CLOSE and _ends_text(blocks, at - 1):
            housed += [at] if (house := HOUSE_RE.fullmatch(block.text)) and house["name"] else []
            names += [at] if may_sign(block.text) else []
    found = {at for signed in days for at in signed} if _are_many(len(days), heads) else set()
    found |= {*names, *housed} if _are_many(len(names), heads) else set()
    return dict.fromkeys(sorted(found), CLOSING)


def _are_many(ends: int, heads: int) -> bool:
    return ends >= MIN_ENDS and ends * MOST_HEADS >= heads


def _is_over_heading(blocks: Sequence[Block], at: int) -> bool:
    return at + 1 == len(blocks) or blocks[at + 1].kind in {HEADING, TAG, RUBRIC}


def _ends_text(blocks: Sequence[Block], at: int) -> bool:
    return at >= 0 and blocks[at].has_ended


def _signed(blocks: Sequence[Block], at: int) -> tuple[int, ...]:
    """Return the office and the day that end a text, of which the last line is at `at`."""
    text = blocks[at].text
    if (both := DAY_BEHIND_RE.fullmatch(text)) and _ends_text(blocks, at - 1):
        return (at,) if DAY_RE.fullmatch(both["day"]) else ()
    if at < 1 or len(text) > MAX_DAY_CHARS or not DAY_RE.fullmatch(text):
        return ()
    office = blocks[at - 1]
    may_be = office.kind in {TEXT, HEADING} and SIGNING_OFFICE_RE.fullmatch(office.text)
    return (at - 1, at) if may_be and _ends_text(blocks, at - 2) else ()
