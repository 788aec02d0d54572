"""Weak signs, in a text in columns, that a heading begins an article: what stands round it.

Where a page has bylines, datelines or blank lines, they say which headings are headlines
(`cleaner.paper.headings`). Many have none. Then a headline is told by little things: the text above
ends in the writer's name, several paragraphs stand above and below it, no other headings beside
it; a verse, a row of a table or of a list of broadcasts has its like all round it.

None of them decides. The weights are log-odds beside `headings.title_score`, fitted over 4,600
headings of newspapers, scans and pages set by a browser (each kind by the others' weights too), and
rounded. Of 460 pages, half of them fitted on, 104 more true titles came out, 32 fewer, and of false
ones 46 more, 48 fewer.
"""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from cleaner import late as re
from cleaner.layout import CLOSE, COLON, END
from cleaner.paper.headings import (
    CREDIT,
    HEADING,
    ITEM,
    JUMP,
    RUBRIC,
    SOME_BLANKS,
    TEXT,
    TINY_HEADING_EM,
    Block,
    Habits,
    signed,
)
from cleaner.paper.headmatch import START_CHARS, share_of
from cleaner.paper.jumps import jump_line
from cleaner.paper.labels import CAPTION_RE, DATE_RE, LABEL_RE
from cleaner.paper.names import PICTURE, signs_off
from cleaner.paper.press import MARKED
from cleaner.paper.rubrics import is_notice

ENDED = 0.35  # the text above ends a sentence
SIGNED_OFF = 0.7  # it ends in its writer's name
# Of a heading of a few characters: the text above ends so, the text below repeats it.
TINY_ENDED, TINY_SIGNED_OFF, TINY_SAID = 1.7, 3.0, 1.2
# Two paragraphs or more above and below it, which repeat more of it, where no line is blank.
ALONE = 1.0
CROWDED, CROWDED_PILE = -0.3, -0.75  # fewer above, and fewer below; none below
RUN = -0.8  # one of four headings or more in a row
AMONG_SHORT = -0.65  # most lines near it are short
OVER_SCRAP = -0.9  # the text below is a short line that ends nothing

# A comma in it, and a blank line before it, of which fewer than this share of the paragraphs have
# one: then the comma says less against it.
CLAUSES_APART, FEW_BLANKS = 1.2, 0.25
# A byline or a dateline right below it, where so few headings have a blank line before that its
# want says little, or where each article opens with a dateline.
SIGNED, FEW_HEADINGS = 1.0, 0.4

# In a text that kept its paragraphs: a dateline or reporters below the heading, a paragraph above.
REPORTED, REPORTERS = 2.0, re.compile("记者|通讯员")
# There: the one above ends in a name; the heading is a notice's.
OFF_PAGE, NOTICE_ON_PAGE = 4.5, 6.0
# A credit under the text above, which has none over it; what opens the editor's note on the next.
CREDITED, EDITOR = 3.0, ("编者按：", "编者按", "编者的话", "开栏的话")
# The article above goes on elsewhere: 下转第3版.
JUMPED = 3.0
# Below it stands nothing but a picture's caption with its credit.
CAPTION = 3.0

# Headings in a row that are a list or verses; paragraphs that an article has; blocks that are
# looked at on each side for other headings, and for short lines (of at most so many em).
MANY, SOME, FAR, NEAR, SHORT_EM, MOST_SHORT = 4, 2, 12, 4, 20.0, 5
# A text repeats a heading of a few characters when half of its pairs stand in it.
TINY_SHARE = 0.5
SCRAP_CHARS = 25

HAN_RE = re.compile("[\u4e00-\u9fff]")


def round_score(blocks: Sequence[Block], first: int, end: int, habits: Habits) -> float:
    """Return what stands round the headings [first, end) says, in nats."""
    if not habits.wrapped:
        return _page_score(blocks, first, end, habits)
    below = blocks[end] if end < len(blocks) else None
    ended = first > 0 and blocks[first - 1].has_ended
    blank = blocks[first].line.blanks > 0
    if signed(blocks, first, end):
        rare = ended and not blank and (habits.dated or habits.blank_heading < FEW_HEADINGS)
        return SIGNED if rare and below and (below.kind == CREDIT or below.dated) else 0.0
    head = max(blocks[first:end], key=lambda block: block.line.width)
    share = share_of(head.text, _text(blocks[end : end + NEAR])[:START_CHARS])
    score = (ENDED if ended else 0.0) + _end_score(blocks, first, end)
    if ended and blank and habits.blank_other < FEW_BLANKS and "，" in head.text:
        score += CLAUSES_APART
    if first and below and _is_scrap(below):
        score += OVER_SCRAP
    score += _apart_score(blocks, first, end)
    if ended and _is_alone(blocks, first, end, habits):
        before = _text(blocks[first - 1 : max(first - 1 - NEAR, 0) : -1])[:START_CHARS]
        score += ALONE if share > share_of(head.text, before) else 0.0
    if head.line.width <= TINY_HEADING_EM:
        return score + _tiny_score(blocks, first, habits, share)
    return score + (SIGNED_OFF if first and _is_signed(blocks[first - 1]) else 0.0)


def _page_score(blocks: Sequence[Block], first: int, end: int, habits: Habits) -> float:
    """Score the end of the text above a heading, on a page that kept its paragraphs.

    Whether it turns to another subject is asked by `cleaner.paper.subject`.
    """
    if not (habits.press and first):
        return 0.0
    if signed(blocks, first, end):
        return REPORTED if _is_reported(blocks, first, end) else 0.0
    below = blocks[end] if end < len(blocks) else None
    above = first - 2 if first > 1 and blocks[first - 1].kind == RUBRIC else first - 1
    score = OFF_PAGE if _is_signed(blocks[above]) else 0.0
    if is_editors_note(blocks[first - 1]):
        score += OFF_PAGE
    if _is_credited(blocks, first - 1):
        score += CREDITED
    if below and below.kind == TEXT and is_notice(blocks[end - 1].text, below.text):
        score += NOTICE_ON_PAGE
    return score + _end_score(blocks, first, end)


def _is_reported(blocks: Sequence[Block], first: int, end: int) -> bool:
    """Say whether a heading stands over a dateline or reporters, and another text has ended above.

    Not over who took a picture; nor over bare names, which a book of several writers has.
    """
    if end == len(blocks) or not blocks[first - 1].has_ended:
        return False
    below, text = blocks[end], blocks[end + 1 : end + 2]
    named = below.text[0] in MARKED or REPORTERS.search(below.text) is not None
    named = named and below.kind == CREDIT and below.text[-1] not in PICTURE
    return below.dated or (named and any(one.has_ended for one in text))


def is_editors_note(block: Block) -> bool:
    """Say whether a text is what an editor says before an article: 编者按：…."""
    return block.kind == TEXT and block.text[:4].strip("【") in EDITOR


def _is_credited(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a credit stands under a text that has none above it; not a picture's."""
    if blocks[at].kind != CREDIT or "摄" in blocks[at].text or not at:
        return False
    above = list(
        takewhile(lambda one: one.kind in (TEXT, ITEM), reversed(blocks[max(0, at - FAR) : at]))
    )
    over = at - len(above) - 1
    return bool(above) and over >= 0 and blocks[over].kind == HEADING


def _end_score(blocks: Sequence[Block], first: int, end: int) -> float:
    """Score what shows that another article ended above, or that a picture stands below."""
    jumped = goes_on_elsewhere(blocks[first - 1] if first else None)
    return (JUMPED if jumped else 0.0) + (CAPTION if heads_picture(blocks, end) else 0.0)


def goes_on_elsewhere(block: Block | None) -> bool:
    """Say whether a block sends to another page for the rest of an article: 下转第3版."""
    return block is not None and block.kind == JUMP and jump_line(block.text) == "to"


def heads_picture(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a caption follows, with a paragraph or without, and its credit ends it."""
    text = list(takewhile(lambda block: block.kind == TEXT, blocks[at : at + SOME + 1]))
    behind = blocks[at + len(text) : at + len(text) + 2]
    if not text or not behind or behind[0].kind != CREDIT or "摄" not in behind[0].text:
        return False
    opening = text[0].text
    shown = CAPTION_RE.match(opening) is not None or DATE_RE.match(opening) is not None
    return shown and all(one.kind == HEADING for one in behind[1:])


def _apart_score(blocks: Sequence[Block], first: int, end: int) -> float:
    """Score the paragraphs to the next heading on each side, and short lines near."""
    score = 0.0
    above, below = _apart(blocks, first, end)
    if max(above, below) < SOME:
        score += CROWDED if below else CROWDED_PILE
    near = (*blocks[max(0, first - NEAR) : first], *blocks[end : end + NEAR])
    short = sum(one.kind in (TEXT, HEADING) and one.line.width < SHORT_EM for one in near)
    score += AMONG_SHORT if short >= MOST_SHORT else 0.0
    piled = end < len(blocks) and blocks[end].kind == HEADING
    return score + (RUN if piled and _in_row(blocks, first, end) >= MANY else 0.0)


def _tiny_score(blocks: Sequence[Block], first: int, habits: Habits, share: float) -> float:
    """Score a heading of a few characters; `share`: of it that the text below repeats."""
    if first and _is_signed(blocks[first - 1]):
        score = TINY_SIGNED_OFF
    elif habits.press or not (first == 0 or blocks[first - 1].has_ended):
        return 0.0  # where headlines have bylines a tiny one without is a subhead
    else:
        score = TINY_ENDED
    return score + (TINY_SAID if share >= TINY_SHARE else 0.0)


def _is_alone(blocks: Sequence[Block], first: int, end: int, habits: Habits) -> bool:
    """Say whether paragraphs stand on both sides, on a page with hardly a blank line."""
    few = max(habits.blank_heading, habits.blank_other) < SOME_BLANKS
    return few and min(_apart(blocks, first, end)) >= SOME


def _apart(blocks: Sequence[Block], first: int, end: int) -> tuple[int, int]:
    """Return how many paragraphs stand between a heading and those before and after it."""
    above = _paragraphs(reversed(blocks[max(0, first - FAR) : first])) if first else SOME
    return above, _paragraphs(blocks[end : end + FAR])


def _paragraphs(blocks: Iterable[Block]) -> int:
    """Return how many paragraphs come before the next heading."""
    text = takewhile(lambda block: block.kind != HEADING, blocks)
    return sum(block.kind in (TEXT, ITEM) for block in text)


def _in_row(blocks: Sequence[Block], first: int, end: int) -> int:
    """Return how many headings stand in one row with these, counted as far as it matters."""
    before = takewhile(lambda b: b.kind == HEADING, reversed(blocks[max(0, first - MANY) : first]))
    after = takewhile(lambda b: b.kind == HEADING, blocks[end : end + MANY])
    return sum(1 for _ in before) + end - first + sum(1 for _ in after)


def _is_signed(block: Block) -> bool:
    return block.kind == TEXT and signs_off(block.line)


def _is_scrap(block: Block) -> bool:
    """Say whether a block is a short line that ends nothing: a piece of a table, of a verse."""
    return (
        block.kind == TEXT
        and len(block.text) < SCRAP_CHARS
        and block.line.ending not in (END, CLOSE, COLON)
        and HAN_RE.search(block.text) is not None
        and not LABEL_RE.match(block.text)
    )


def _text(blocks: Sequence[Block]) -> str:
    """Return the text on one side of a heading, as far as the next."""
    text = takewhile(lambda block: block.kind != HEADING, blocks)
    return "".join(block.text[:START_CHARS] for block in text if block.kind in (TEXT, ITEM))
