"""Undo the joins of the decode that make no paragraph: verse, lists, columns that nothing proves.

The decode asks of each line where it may stand; what a text is as a whole shows only when it is
done. Where most joins stand at ends of clauses the text is a poem or a list of equal lines; joined
lines without any mark are a list or a stanza; and a page that broke its lines cut some word.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from cleaner import late as re
from cleaner.chars.scripts import HAN_RE
from cleaner.layout import CLOSE, COLON, COMMA, DIGIT, END, HAN, LATIN, OTHER, TAIL, Line
from cleaner.unwrap.breaks import Break, runs_of
from cleaner.unwrap.counted import filled_of
from cleaner.unwrap.cuts import GOES_ON_RE, OPENER, PATH_SIGN, goes_on_in_path
from cleaner.unwrap.items import counted_heads, record_heads
from cleaner.unwrap.kana import cuts_kana
from cleaner.unwrap.measure import SHADOW_EM
from cleaner.unwrap.quiet import CLEARLY_WIDER

# Marks of prose, and the evidence from which a word or a number was cut.
MARK_RE = re.compile("[，。、；：！？…]|[,.;:!?](?![0-9A-Za-z])")
CUT_WORD = -2.5
# Ends of lines where a clause ends.
PAUSES = frozenset({END, COMMA, COLON})
# How a paragraph ends, and in a column that is wider than a verse, too; how a sentence does.
ENDS, WIDE_ENDS = frozenset({COLON, END}), frozenset({CLOSE, COLON, END})
STOPS = frozenset("。！？")
# Ends of lines that go on, and what opens a quotation.
OPEN, QUOTES = frozenset({COMMA, HAN, LATIN}), frozenset("“‘")
# From so many joins in prose on, two lines without a mark may be one heading.
MIN_PROSE_JOINS = 5
# A column this wide is wider than a couplet: two lines of seven with their marks have 16; a verse
# of free length may have some more.
MIN_PROSE_EM, MAX_VERSE_EM = 17.0, 26.0
# No verse and no list of clauses is as wide as this; chosen, try 36 to 48; of Latin letters 60.
MAX_LIST_EM, MAX_LATIN_LIST_EM = 40.0, 30.0
# Entries of two sentences may be: they end alike, and of so many breaks none cuts a word. Chosen.
MAX_UNCUT = 1
# So few joins among so many times as many lines prove nothing; chosen, try 1 to 3 and 4 to 8.
FEW_JOINS, MANY_LINES = 2, 5
MIN_LATIN_EM = 12.0  # columns of Latin text have 24 letters; shorter lines are code
# A line is as wide as its column within this, em.
FULL_EM = 1.3
# Where blank lines part paragraphs so few joins are over some, and so many paragraphs end at some.
MAX_OVER_BLANKS, MIN_BLANK_ENDS = 0.02, 0.5
# Of so many joins behind Han such a share cuts a word: in 100 pages .42 and more, in verse .1.
MANY_BARE, MIN_TORN = 20, 0.15
# So many lines with clauses that end in a bare word show how a writer ends them. Chosen.
MIN_LOOSE = 3
# How much the columns of one paragraph differ that is the only proof of a column. Chosen.
MAX_RAGGED_EM = 2.0
# So many paragraphs whose indents were kept; their lines fill the column within this, em, where
# marks hang; of their joins such a share may stand at marks. Chosen.
MIN_HUNG, MAX_HUNG_EM, MOST_PAUSES = 2, 2.5, 0.75
# The share of joined paragraphs that end in a mark, at least, of so many joins: a text may quote
# the starts of two or three. Chosen, try .2 to .5.
MIN_ENDED, MANY_UNENDED = 1 / 3, 8
# A poem inside prose has so many lines, and takes such a share of the column. Chosen.
MIN_STANZA, MAX_STANZA = 4, 0.75
# Verse in Latin letters is no wider, and nearly all its lines open with a capital; of prose in
# German at most .55 do, of other prose .4. Chosen.
MAX_LATIN_VERSE_EM, MIN_CAPITALS, MIN_CAPITAL_SHARE = 24.0, 4, 0.8


def guarded(lines: Sequence[Line], breaks: list[Break]) -> list[Break]:
    """Undo the joins that make no paragraph; where a word or a number was cut they stay."""
    if not any(one.joined for one in breaks):
        return breaks
    if _are_hung(lines, breaks):
        breaks = [
            one._replace(joined=True) if _goes_over(lines, breaks, one.line) else one
            for one in breaks
        ]
    undone = {
        *_verse(lines, breaks),
        *_stanzas(lines, breaks),
        *_unended_verse(lines, breaks),
        *_capitals(lines, breaks),
        *_markless(lines, breaks),
        *_before_headings(lines, breaks),
        *_unproved(lines, breaks),
        *_unended_columns(lines, breaks),
        *_records(lines, breaks),
        *_over_blanks(lines, breaks),
    }
    left = [
        one._replace(joined=False) if one.joined and one.line in undone else one for one in breaks
    ]
    if not any(one.joined and one.column for one in left):
        left = [one._replace(joined=one.joined and not _is_verse(lines, one)) for one in left]
    # One word among many lines that are left alone is chance, in a column as narrow as a verse.
    joins = [one for one in left if one.joined and one.column]
    few = len(joins) <= FEW_JOINS and MANY_LINES * len(joins) < len(breaks)
    blank = [lines[one.line + 1].blanks > 0 for one in left]
    # Nor over a blank line, where most lines have none before them: messages of a program.
    apart = 2 * sum(blank) < len(blank)
    if few and all(one.column < MIN_PROSE_EM or (apart and blank[one.line]) for one in joins):
        return [one._replace(joined=one.joined and not one.column) for one in left]
    return left


def _verse(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins of a poem, or a list of equal lines.

    In columns where most joins stand at marks of any kind, all: a page breaks one line in seven
    there, verse every line. Of a few lines whose indents show that they are prose more may.
    """
    joins = [one for one in breaks if one.joined]
    inside = [one for one in joins if 0 < one.column <= _widest_list(lines[one.line])]
    most = MOST_PAUSES if _are_hung(lines, breaks) else 0.5
    if inside and sum(lines[one.line].ending in PAUSES for one in inside) <= most * len(inside):
        return
    yield from (
        one.line for one in inside if one.margin > CUT_WORD or lines[one.line].ending in PAUSES
    )


def _widest_list(line: Line) -> float:
    """Return how wide a column may be in which a line is a verse or an entry of a list, em."""
    return MAX_LIST_EM if HAN_RE.search(line.text) else MAX_LATIN_LIST_EM


def _stanzas(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins inside a poem that prose quotes.

    So many lines of one width, all with a mark at their end and clearly narrower than a column of
    the text; the lines of a narrow column of prose are of one width too, but few end in a mark.
    """
    widest = max(one.column for one in breaks if one.joined)
    run = [0]
    for at in range(1, len(lines) + 1):
        if at < len(lines) and lines[at].narrow == lines[run[0]].narrow:
            run.append(at)
            continue
        narrow = len(run) >= MIN_STANZA and lines[run[0]].narrow < MAX_STANZA * widest
        if narrow and all(lines[i].ending in PAUSES for i in run):
            yield from run[:-1]
        run = [at]


def _unended_verse(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins of short lines where none, and no sentence, ends in a mark: verse."""
    if all(line.ending not in PAUSES and STOPS.isdisjoint(line.text) for line in lines):
        yield from (one.line for one in breaks if one.joined and one.column <= MAX_VERSE_EM)


def _is_verse(lines: Sequence[Line], one: Break) -> bool:
    """Say whether a break where no column is left stands between short lines, behind a comma.

    What the end of a page cuts is a paragraph, and wider.
    """
    widest = max(lines[one.line].narrow, lines[one.line + 1].narrow)
    return one.margin > CUT_WORD and lines[one.line].ending == COMMA and widest <= MAX_VERSE_EM


def _capitals(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins in narrow columns where nearly every line opens with a capital: verse.

    Lines with Han in them are no such verse: names in capitals (ZoomEye, XSS) open lines by chance.
    """
    opens = {
        one.line: lines[one.line + 1].text[0]
        for one in breaks
        if one.joined
        and 0 < one.column < MAX_LATIN_VERSE_EM
        and lines[one.line].ending != END
        and not HAN_RE.search(lines[one.line].text + lines[one.line + 1].text)
    }
    capitals = [at for at, first in opens.items() if first.isupper()]
    cased = len(capitals) + sum(first.islower() for first in opens.values())
    if cased >= MIN_CAPITALS and len(capitals) >= MIN_CAPITAL_SHARE * cased:
        yield from capitals


def _markless(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins in paragraphs without any mark: lists, tables, stanzas; prose has marks.

    Two such lines may be a heading, in a text that has joined enough prose.
    """
    bare = [run for run in runs_of(breaks) if not any(MARK_RE.search(lines[i].text) for i in run)]
    prose = sum(one.joined for one in breaks) - sum(len(run) - 1 for run in bare)
    for run in bare:
        if prose == 0:
            # 新春 | 天增岁月: where nothing is prose, a word across a break is chance.
            yield from run[:-1]
        elif len(run) > 2 or prose < MIN_PROSE_JOINS:
            yield from (i for i in run[:-1] if breaks[i].margin > CUT_WORD)


def _unproved(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins in columns, in a text where no word shows that its lines were broken.

    A page cuts every second Han word and leaves Latin lines that open in lower case. Where no
    line does, or one of many narrow ones (chat, rows, questions, verse of like length), only a
    paragraph of a wide column that ends as a sentence does is proof, of itself alone; in one that
    is wider than any verse or list, a sentence that ends inside is enough, where few lines end
    alike.
    """
    if filled_of(lines):
        return
    joins = [one for one in breaks if one.joined and one.column]
    torn = [
        one
        for one in joins
        if is_torn(lines[one.line], lines[one.line + 1], one)
        # A line that its column could not hold proves nothing: 夜 | 雨。小雨撑着伞
        and lines[one.line + 1].narrow <= one.column + CLEARLY_WIDER
    ]
    # Where all break behind a stroke, it is a list of directories.
    paths = sum(lines[one.line].text[-1] == PATH_SIGN for one in torn)
    if torn and not 1 < paths == len(joins):
        bare = [one for one in joins if one.column < MIN_PROSE_EM and lines[one.line].ending == HAN]
        if (
            sum(one.column < MIN_PROSE_EM for one in torn) < MIN_TORN * len(bare)
            and len(bare) >= MANY_BARE
        ):
            yield from (one.line for one in bare)
        return
    if _are_hung(lines, breaks):
        return
    loose = _are_loose(lines, breaks)
    uncut = Counter(lines[one.line].ending for one in joins if one.margin >= 0)
    few = uncut[OTHER] == 0 and max(uncut.values(), default=0) <= MAX_UNCUT
    for run in runs_of(breaks):
        within = run[:-1]
        least = min(breaks[i].column for i in within)
        if few and least > MAX_LIST_EM and any("。" in lines[i].text for i in run):
            continue
        # A line in brackets says who wrote: （秦水生供稿）
        wide = least > MAX_VERSE_EM and lines[run[-1]].text[0] not in "（("
        is_prose = (
            not loose
            and lines[run[-1]].ending in (WIDE_ENDS if wide else ENDS)
            and all(breaks[i].margin <= _most(lines[i], lines[i + 1], breaks[i]) for i in within)
            and any(lines[i].ending in {COMMA, HAN, LATIN} for i in within)
            and _is_of_one_width([breaks[i].column for i in within if breaks[i].column])
        )
        yield from (
            i
            for i in within
            if breaks[i].column and not (is_prose and breaks[i].column >= MIN_PROSE_EM)
        )


def _are_hung(lines: Sequence[Line], breaks: Sequence[Break]) -> bool:
    """Say whether each paragraph opens with an indent, and no line inside has one but is full.

    All but those that the decode let begin behind a full line.
    """
    runs = list(runs_of(breaks))
    hung = sum(lines[run[0]].indent >= SHADOW_EM for run in runs)
    return (
        hung >= MIN_HUNG
        and all(_is_full(lines[i], breaks[i]) for run in runs for i in run[:-1])
        and not any(lines[i].indent for run in runs for i in run[1:])
        and all(
            lines[run[0]].indent >= SHADOW_EM or _goes_over(lines, breaks, run[0] - 1)
            for run in runs
        )
    )


def _goes_over(lines: Sequence[Line], breaks: Sequence[Break], at: int) -> bool:
    """Say whether no paragraph begins at a break where indents show them: behind a full line."""
    if at < 0 or breaks[at].joined or lines[at + 1].blanks or breaks[at].margin > OPENER:
        return False
    after = lines[at + 1]
    prose = after.ending in PAUSES or (at + 1 < len(breaks) and breaks[at + 1].joined)
    return (
        prose and not after.indent and lines[at].ending == END and _is_full(lines[at], breaks[at])
    )


def _is_full(line: Line, one: Break) -> bool:
    return one.column > 0 and abs(one.column - line.width - line.indent) <= MAX_HUNG_EM


def _are_loose(lines: Sequence[Line], breaks: Sequence[Break]) -> bool:
    """Say whether most lines that end a paragraph have clauses and no end: so the writer ends them.

    Steps, entries, verse; what ends as a sentence there is a line like them.
    """
    last = [lines[one.line] for one in breaks if not one.joined]
    loose = sum(line.ending == HAN and "，" in line.text for line in last)
    return loose >= MIN_LOOSE and loose > sum(line.ending == END for line in last)


def _is_of_one_width(columns: Sequence[float]) -> bool:
    """Say whether the lines of a paragraph fill one column: steps of a recipe are of any width."""
    return max(columns, default=0.0) - min(columns, default=0.0) <= MAX_RAGGED_EM


def _unended_columns(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins in columns where hardly a paragraph ends as one does: steps, entries, verse.

    A page's end cuts one paragraph; a word in two lines is proof of itself.
    """
    runs = [run for run in runs_of(breaks) if any(breaks[i].column for i in run[:-1])]
    ended = sum(lines[run[-1]].ending in {CLOSE, COLON, END} for run in runs)
    many = sum(len(run) - 1 for run in runs) >= MANY_UNENDED
    if many and ended < MIN_ENDED * len(runs):
        yield from (i for run in runs for i in run[:-1] if breaks[i].margin > CUT_WORD)


def _records(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins beside heads of records: no page breaks paragraphs into such lines."""
    at_heads = record_heads(lines) | counted_heads(lines)
    yield from (
        one.line
        for one in breaks
        if one.joined and not at_heads.isdisjoint((one.line, one.line + 1))
    )


def _most(left: Line, right: Line, one: Break) -> float:
    """Return up to what evidence two lines may be of one sentence.

    What opens a paragraph now and then, “ or a capital, opens a line of it behind a bare word; so
    does a label (需要：) in a column that is wider than a form's.
    """
    opens = right.text[0] in QUOTES or (left.ending == LATIN and right.text[0].isupper())
    opens = opens or one.column > MAX_VERSE_EM
    return OPENER if opens and left.ending in OPEN else 0.0


def _over_blanks(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins over blank lines, where blank lines part paragraphs, that nothing proves.

    Behind a full stop if there are few; in Latin letters all but what visibly goes on: a page ends
    in a sentence, the next one opens in a small letter. An entry of a log ends in no mark.
    """
    joins = [one.line for one in breaks if one.joined and one.column]
    over = [at for at in joins if lines[at + 1].blanks]
    if not over or 2 * len(over) > len(joins):
        return
    ends = [lines[one.line + 1].blanks > 0 for one in breaks if not one.joined]
    if sum(ends) < MIN_BLANK_ENDS * len(ends):
        return
    few = len(over) <= MAX_OVER_BLANKS * len(joins)
    for at in over:
        if (few and lines[at].ending == END) or _starts_anew(lines[at], lines[at + 1]):
            yield at


def _starts_anew(left: Line, right: Line) -> bool:
    """Say whether two lines in Latin letters do not show that they are of one sentence."""
    if not (left.text[-1].isascii() and right.text[0].isascii()) or GOES_ON_RE.search(left.text):
        return False
    return left.ending not in {COMMA, LATIN} or not right.text[0].islower()


def is_torn(left: Line, right: Line, one: Break) -> bool:
    """Say whether a word or a number stands in both lines, or a Latin sentence.

    A mark opens the line below a full one where a program breaks lines anywhere; below a shorter
    one it may stand behind a hyperlink.
    """
    if (left.ending == LATIN and right.text[0].islower()) or goes_on_in_path(left, right):
        return left.width >= MIN_LATIN_EM
    if right.opening == TAIL and abs(one.column - left.narrow - left.indent) > FULL_EM:
        return False
    if one.margin <= CUT_WORD and left.ending in {DIGIT, HAN}:
        return True
    return cuts_kana(left.text, right.text)


def _before_headings(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins outside columns that would glue a cut paragraph to a heading.

    A second half ends the sentence that the page cut: what ends in a bare word
    (累计开 | 建好“菜园子” 保障“菜篮子”) is a heading.
    """
    for run in runs_of(breaks):
        if not breaks[run[-2]].column and lines[run[-1]].ending in {CLOSE, HAN}:
            yield run[-2]
