"""Find paragraphs that a page tore in two, in text that kept its paragraphs.

An extractor that joins lines leaves a paragraph in two where its column or page ended:
`目前，关闭了617个` / `景区和三处工地。`. There is no column to be full of, and every paragraph has
a blank line behind it, so the decode (`decision`) has nothing to go by. But in prose a long line
that has a sentence in it and ends nothing is no heading, and hardly ever meant: its rest stands
below. (In pages put together from 140 reports 94 of 112 torn paragraphs are whole again, 87 before.
A line with a comma in it is left alone, though the n-grams say that it goes on: so they do of
headings, which 15 of 88 long reports lost.)
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, pairwise

from cleaner import late as re
from cleaner.layout import COMMA, DIGIT, END, HAN, LATIN, PLAIN, Line, Lines, kept_with_lines
from cleaner.lexicon import cuts_word
from cleaner.unwrap.breaks import Break
from cleaner.unwrap.counted import filled_of
from cleaner.unwrap.goingon import ratios
from cleaner.unwrap.guards import CUT_WORD, MARK_RE

# A paragraph's first piece has at least this width, em. A text is prose if so many lines, and so
# large a share, of those wider than headings end a sentence. All chosen.
MIN_TORN_EM, MIN_PARAGRAPH_EM, MIN_PROSE_LINES, MIN_PROSE_SHARE = 20.0, 40.0, 4, 0.8
# How much better the second reads behind the first than anywhere, in nats, unless a word is cut:
# below a guest's comment that ends in a bare word stands another's. Of 78 torn paragraphs 63 do.
MIN_RATIO = 1.0
# From such evidence on, nats, nothing at a break says that a sentence goes over it. So many wide
# lines without an end show that a writer leaves it off.
SAYS_NOTHING, MANY_LOOSE = -0.5, 2
# So many, and such a share of the wide lines: so the text is written, as by guests of hotels,
# a line each; there a word must be cut. Chosen; try .05 to .15.
MIN_LOOSE, MAX_LOOSE = 5, 0.1
UNENDED = frozenset({COMMA, DIGIT, HAN, LATIN})
# So many lines running that end in a comma are recitals: 鉴于…，. A page tears one. Chosen.
MIN_RECITALS = 3
SENTENCE_RE = re.compile("[。！？]|[.!?] ")
WIDE_RE = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
# What was done, and nobody who did it: 搭建了广阔平台. So may a paragraph open, 结束了工作，他…,
# but not below a line whose 为 or 在 has no verb yet: …为下游三个镇的早稻 | 提供了水源.
DONE_RE = re.compile(
    "(?![我你他她它])[\u4e00-\u9fff](?![除为])[\u4e00-\u9fff]了(?![，。解结却望不起得])"
)
WANTS_VERB_RE = re.compile("[为在对给向][^，、。；：！？]{2,24}$")
# The last character of a caption: 受访者供图, 李明 摄, 新华社发.
PICTURES = frozenset("图摄影发网")
# A line with a space so near its start has a label: 寻物 3月5日在车上遗失公文包。
LABEL_CHARS = 6


def join_torn(lines: Lines, breaks: Sequence[Break], fixed: Sequence[bool]) -> tuple[Break, ...]:
    """Return the decisions with the pieces of torn paragraphs joined.

    The decode lets a paragraph stop unfinished where it finds no end. Of one line without an end a
    page may be the cause; where several wide ones have none, guests write so, and programs: there
    the n-grams must say that a sentence goes on, unless a comma does. Latin goes on in a small
    letter.
    """
    if filled_of(lines) or any(one.joined and one.column for one in breaks):
        return tuple(breaks)
    torn = {at for at in torn_lines(lines) if not (fixed[at] or fixed[at + 1])}
    unsure = [one for one in breaks if one.joined and lines[one.line].ending != COMMA]
    bare = [one.line for one in unsure if one.margin > SAYS_NOTHING]
    wide = [line.ending in UNENDED for line in lines if line.width >= MIN_TORN_EM]
    loose = sum(wide)
    told = zip(bare, ratios(lines, bare), strict=True)
    is_habit = loose >= max(MIN_LOOSE, MAX_LOOSE * len(wide))
    apart = set(_recitals(lines))
    apart.update(
        one.line
        for one in unsure
        if _are_two(lines[one.line], lines[one.line + 1]) or (is_habit and one.margin > CUT_WORD)
    )
    apart |= {
        at
        for at, ratio in told
        if not _goes_on(lines[at], lines[at + 1], ratio if loose >= MANY_LOOSE else MIN_RATIO)
    }
    return tuple(
        one._replace(joined=one.line in torn or (one.joined and one.line not in apart))
        for one in breaks
    )


@kept_with_lines
def torn_lines(lines: Sequence[Line]) -> AbstractSet[int]:
    """Return the lines that are a piece of a paragraph of which the rest stands below."""
    found = [at for at, pair in enumerate(pairwise(lines)) if _are_pieces(*pair)]
    if not found or not _is_prose(lines):
        return frozenset()
    told = zip(found, ratios(lines, found), strict=True)
    return frozenset(
        at
        for at, ratio in told
        if ratio >= MIN_RATIO
        or cuts_word(lines[at].text, lines[at + 1].text)
        or _is_clause(lines[at], lines[at + 1])
    )


def _are_pieces(first: Line, second: Line) -> bool:
    """Say whether two lines are pieces of a paragraph, the first no heading and no caption."""
    return (
        first.ending in (HAN, DIGIT, COMMA)
        and first.width >= MIN_TORN_EM
        and ("。" in first.text or _is_clause(first, second))
        and first.text[-1] not in PICTURES
        and second.opening == PLAIN
        and (second.ending == END or second.width >= MIN_PARAGRAPH_EM)
        and MARK_RE.search(second.text) is not None
        and " " not in second.text[:LABEL_CHARS]
    )


def _recitals(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines of lists whose entries end in a comma: whereas …, in view of …, 鉴于…，.

    They have no sentence in them, as most pieces of a paragraph that was torn twice or more have.
    """
    listed = [line.ending == COMMA and not SENTENCE_RE.search(line.text) for line in lines]
    for is_listed, run in groupby(range(len(lines)), key=listed.__getitem__):
        places = list(run)
        if is_listed and len(places) >= MIN_RECITALS:
            yield from places


def _is_clause(first: Line, second: Line) -> bool:
    """Say whether the verb of a line stands in the next."""
    return DONE_RE.match(second.text) is not None and WANTS_VERB_RE.search(first.text) is not None


def _goes_on(first: Line, second: Line, ratio: float) -> bool:
    """Say whether a line goes on in the next, where no word is cut."""
    if second.text[0].isascii():
        return first.ending == LATIN and second.text[0].islower()
    if second.text[0].isupper() or (first.text[-1] == "." and not second.text[0].islower()):
        return False
    return ratio >= MIN_RATIO


def _are_two(first: Line, second: Line) -> bool:
    """Say whether a command or an example stands by itself above or below what is said of it.

    ln -s /bin/gauge below 作成してください。例えば: the rest of a sentence would have some kana.
    """
    if first.text.isascii():
        return WIDE_RE.match(second.text) is not None
    return second.text.isascii() and WIDE_RE.match(first.text[-1]) is not None


def _is_prose(lines: Sequence[Line]) -> bool:
    wide = [line.ending == END for line in lines if line.width >= MIN_PARAGRAPH_EM]
    return sum(wide) >= max(MIN_PROSE_LINES, MIN_PROSE_SHARE * len(wide))
