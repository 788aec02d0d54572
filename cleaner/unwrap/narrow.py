"""Undo the joins of lines that look like a column beside prose that is wider.

Results, instructions of a machine, the names under a letter, verses of one length: short lines of
nearly one width are a column to the decode, and what comes behind them the end of its paragraph.

    mov eax, 1
    jmp loop

But a paragraph of a column ends as one does, or a sentence ends inside a line, or a word was cut
in it; no column is followed by a line that it could not hold; columns of Latin letters are wider.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from cleaner import late as re
from cleaner.layout import CLOSE, COLON, END, HAN, Line
from cleaner.unwrap.breaks import Break, runs_of
from cleaner.unwrap.guards import CUT_WORD, MIN_LATIN_EM, guarded, is_torn
from cleaner.unwrap.quiet import CLEARLY_WIDER

# A column takes less than this share of the one that holds most text: lines that end
# nothing, and any.
MAX_UNENDED, MAX_SHARE = 0.9, 0.5
# A column in which so many words were cut is one of the page; an inset takes at most such a share
# of the narrowest. Chosen.
MIN_CUT, MAX_INSET = 2, 0.75
# Lines of a paragraph in it that a column broke: so many above the last, and a clause ends in some.
MIN_CLAUSES, CLAUSE_RE = 2, re.compile("[，。；：！？]")
# How a paragraph ends; a full stop behind a quote or a digit, too.
ENDED, STOPS = frozenset({CLOSE, COLON, END}), frozenset(".!?…")
# A sentence that ends inside a line, as in no entry of an index: on your system.  Some.
SENTENCES_RE = re.compile(r"[。！？]\w|[^\W\d_]{3}[.!?] +[^\W\d_]")


def without_narrow(lines: Sequence[Line], breaks: list[Break]) -> list[Break]:
    """Undo the joins in narrow columns that these could not hold, but for a word that was cut."""
    widest = MAX_SHARE * _usual(breaks)
    narrow = [one for one in breaks if one.joined and one.column < widest]
    return _without(set(_strays(lines, narrow)), breaks)


def without_unended(lines: Sequence[Line], breaks: list[Break]) -> list[Break]:
    """Undo the joins in narrow columns of what is no paragraph by its end, sentences or words."""
    return _without(set(_unended_runs(lines, breaks, MAX_UNENDED * _usual(breaks))), breaks)


def without_insets(lines: Sequence[Line], breaks: list[Break]) -> list[Break]:
    """Undo the joins of an inset that would be none if it were a text by itself.

    A stanza, a list of names, results: lines all narrower than the columns in which words were cut.
    That these were broken proves nothing of them.
    """
    cut = Counter(
        one.column
        for one in breaks
        if one.joined and one.column and is_torn(lines[one.line], lines[one.line + 1], one)
    )
    columns = [em for em, count in cut.items() if count >= MIN_CUT]
    if not columns:
        return breaks
    left = list(breaks)
    for first, last in _insets(lines, breaks, MAX_INSET * min(columns)):
        inset = lines[first : last + 1]
        inner = [breaks[at]._replace(line=at - first) for at in range(first, last)]
        kept = {at for run in runs_of(inner) if _is_prose(inset, run) for at in run[:-1]}
        for one in guarded(inset, inner):
            joined = one.joined or one.line in kept
            left[one.line + first] = one._replace(line=one.line + first, joined=joined)
    return left


def _is_prose(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Say whether a paragraph of an inset has clauses that its lines, of one column, cut."""
    within = [lines[at] for at in run[:-1]]
    return (
        len(within) >= MIN_CLAUSES
        and lines[run[-1]].ending == END
        and all(line.ending == HAN for line in within)
        and any(CLAUSE_RE.search(line.text) for line in within)
    )


def _insets(
    lines: Sequence[Line], breaks: Sequence[Break], widest: float
) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line of each run of narrow lines that has a join."""
    first, joins = 0, 0
    for at in range(len(lines) + 1):
        wide = at == len(lines) or lines[at].narrow > widest
        wide = wide or (at > 0 and breaks[at - 1].joined and breaks[at - 1].column > widest)
        if wide:
            if joins and at - 1 > first:
                yield first, at - 1
            first, joins = at + 1, 0
        elif at > first:
            joins += breaks[at - 1].joined


def _usual(breaks: Sequence[Break]) -> float:
    """Return the width of the column that holds most text, em; 0 where there are no two."""
    joins = Counter(one.column for one in breaks if one.joined and one.column)
    return max(joins, key=lambda em: (joins[em] * em, em)) if len(joins) > 1 else 0.0


def _without(undone: AbstractSet[int], breaks: list[Break]) -> list[Break]:
    return [one._replace(joined=False) if one.line in undone else one for one in breaks]


def _strays(lines: Sequence[Line], narrow: Sequence[Break]) -> Iterator[int]:
    for one in narrow:
        left, right = lines[one.line], lines[one.line + 1]
        over = right.narrow + right.indent > one.column + CLEARLY_WIDER
        is_latin = left.text.isascii() and right.text.isascii() and one.column < MIN_LATIN_EM
        if one.column and one.margin > CUT_WORD and (over or is_latin):
            yield one.line


def _unended_runs(lines: Sequence[Line], breaks: Sequence[Break], widest: float) -> Iterator[int]:
    for run in runs_of(breaks):
        last = lines[run[-1]]
        if last.ending in ENDED or last.text[-1] in STOPS:
            continue
        if any(SENTENCES_RE.search(lines[at].text) for at in run):
            continue
        within = [breaks[at] for at in run[:-1]]
        if all(0 < one.column < widest and one.margin > CUT_WORD for one in within):
            yield from run[:-1]
