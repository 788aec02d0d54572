"""Which lines are one headline that took several.

    省林业厅向全省护林员大会发去                  the text says the rest again
    慰问信

    全省山区林区火情明显减少群众增                the cut runs through a word
    收

    全省林区火情明显减少                          the text speaks as much of both clauses
    山区果树长势良好

Their type would tell, but a text has none; a subtitle is longer than its title or said less.
"""

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from cleaner import late as re
from cleaner.layout import CLOSE, DIGIT, HAN, PLAIN, is_han
from cleaner.lexicon import cuts_word
from cleaner.paper.headings import HEADING, TEXT, Block, Habits
from cleaner.paper.headmatch import MAX_HEADINGS, START_CHARS, share_of
from cleaner.paper.headshape import DASHES, SAYS_RE
from cleaner.paper.kickers import start_of

# The first paragraphs below say so much of each clause of a headline; the second is wider by so
# much at most.
MIN_CLAUSE_SHARE, WIDER_EM, LEADS = 0.5, 1.5, 2
MAX_COMMON = 0.25  # of the second's pairs in the first; more is another headline on the same
CLAUSE_RE = re.compile("[，（(]")
# 东村称…, 西村称…: what one side says, and no other behind a pause; not 人称, 自称, 堪称, 对称.
SIDE_RE = re.compile(
    r"([\u4e00-\u9fff]{0,4}[^\W人自号名职简俗又被统堪可史世古今坚诡对匀全代电台])称(?![呼号谓职赞])[^\s，、]{4,}"
)
# Blank lines before so many of the lines say nothing.
BLANKS_EVERYWHERE = 0.8
# The rest of a title that took a second line: 东村称公路已经修通 西村称尚缺两座 / 桥梁.
MIN_FIRST_LINE_EM, MAX_REST_EM, MIN_REST_SHARE = 14, 8, 0.5
# A series is counted in its subtitle: 七个方面主要任务②, 系列综述之三.
SERIAL_RE = re.compile(r"[①-⑳]$|之[一二三四五六七八九十]+$|[（(][上中下][)）]$")


def is_one_headline(blocks: Sequence[Block], at: int, *, wrapped: bool) -> bool:
    """Say whether a heading and the one below it are one headline that took two lines.

    The cut runs through a word, or the text says the two characters across it (城乡集市贸易 |
    日趋活跃): of 80 such pairs 78 were one headline, of 180 titles with a kicker or a subtitle one.
    Or each tells what one of two sides says; or, in columns (`wrapped`), where a blank line may
    stand between as well, the text speaks of both and the second is no wider.
    """
    above, below = blocks[at].text, blocks[at + 1].text
    if tell_sides(above, below):
        return True
    if SAYS_RE.search(above):
        return False
    rest = blocks[at + 2 : at + 2 + MAX_HEADINGS]
    text = [*takewhile(lambda one: one.kind == TEXT, dropwhile(lambda one: one.kind != TEXT, rest))]
    start = "".join(one.text[:START_CHARS] for one in text)[:START_CHARS]
    own = takewhile(lambda one: one is text[0] or not one.dated, text[:LEADS])
    if wrapped and _are_clauses(blocks[at], blocks[at + 1], "".join(one.text for one in own)):
        return True
    if not (is_han(above[-1]) and is_han(below[0])):
        return False
    if blocks[at + 1].line.blanks:
        return wrapped and cuts_word(above, below)
    return above[-1] + below[0] in start or cuts_word(above, below)


def _are_clauses(first: Block, second: Block, start: str) -> bool:
    """Say whether two headings are the clauses of one: the text below speaks as much of both.

    Two that pause, or say the same, are two headlines; a note in brackets is of the text.
    """
    if second.line.width > first.line.width + WIDER_EM or not second.text[0].isalnum():
        return False
    if CLAUSE_RE.search(second.text) or (" " in first.text and " " in second.text):
        return False
    if share_of(second.text, first.text) > MAX_COMMON:
        return False
    lead = start[:START_CHARS]
    return min(share_of(first.text, lead), share_of(second.text, lead)) >= MIN_CLAUSE_SHARE


def tell_sides(above: str, below: str) -> bool:
    """Say whether two lines tell what two sides say: 东村称路已修通 | 西村称尚缺一座桥."""
    one, other = SIDE_RE.fullmatch(above), SIDE_RE.fullmatch(below)
    return one is not None and other is not None and one[1] != other[1]


def goes_on(blocks: Sequence[Block], first: int, at: int, habits: Habits) -> bool:
    """Say whether a line is one headline with those before it, from `first` on."""
    if at >= len(blocks):
        return False
    if blocks[at].kind == HEADING and is_one_headline(blocks, at - 1, wrapped=habits.wrapped):
        return True
    return at > first + 1 and is_rest(blocks, first, at, habits)


def is_rest(blocks: Sequence[Block], start: int, at: int, habits: Habits) -> bool:
    """Say whether a line is the rest of the heading before it, from `start` on.

    Only in columns: a few characters that end nothing, with no blank line before them where blank
    lines say something, but that the cut runs through a word, or the text says them (致贺信).
    """
    if at >= len(blocks) or not habits.wrapped:
        return False
    first, rest = blocks[at - 1], blocks[at]
    return (
        rest.kind in (HEADING, TEXT)
        and sum(block.line.width for block in blocks[start:at]) >= MIN_FIRST_LINE_EM
        and rest.line.width <= MAX_REST_EM
        and rest.line.opening == PLAIN
        and rest.line.ending in (HAN, CLOSE, DIGIT)
        and " " not in rest.text
        and not SAYS_RE.search(first.text)
        and not (rest.text.startswith(DASHES) or SERIAL_RE.search(rest.text))
        and (
            rest.line.blanks == 0
            or habits.blank_other > BLANKS_EVERYWHERE
            or cuts_word(first.text, rest.text)
            or (
                rest.kind == TEXT
                and share_of(rest.text, start_of(blocks, at + 1)) >= MIN_REST_SHARE
            )
        )
    )
