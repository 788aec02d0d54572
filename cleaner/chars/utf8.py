"""UTF-8 that was read in another charset, in a whole line or in a part of it, with bytes lost.

UTF-8 checks itself: behind each first byte stands a set number of others, which are nothing else.
So the bytes of a line, as a charset has them, are laid out as UTF-8. What fits counts for the
charset, what does not against it, and the stretches in which much fits and little does not were
UTF-8. The rest of the line stays as it is: what somebody put before a quotation was read rightly.

    下文是涓枃缂栫爜娴嬭瘯     GBK     下文是 | E4B8AD E69687 E7BC96 ...    下文是中文编码测试
    ä¸­æ–‡ç¼–ç ?            1252    E4B8AD E69687 E7BC96 E7A0 ?         中文编�

This holds for any language. The result must be text all the same, Chinese, Japanese or Korean of
common characters, or letters of one alphabet; and the stretch must be none as it stands. A line of
verse has four characters of GBK that are UTF-8 in one case of some thousand (老狼老狼, 仄仄仄仄).
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner.chars.common import (
    MIN_COMMON_ORDINARY,
    common_share,
    has_no_code,
    has_usual_syllables,
    is_odd,
    is_ordinary,
)
from cleaner.chars.mixups import C1_RE, LOST, NARROW, WIDE, bytes_of_one
from cleaner.chars.scripts import HAN, HANGUL, KANA

# A character of UTF-8; what is left of one, whose end is lost or whose first byte; ASCII; what is
# neither. A byte of a character that is lost is FF here, which UTF-8 has not, or was written as ?.
TWO, MORE, LOST_PART, PLAIN, BROKEN = "two", "more", "lost", "plain", "broken"
TOKEN_RE = re.compile(
    rb"(?P<two>[\xc2-\xdf][\x80-\xbf])"
    rb"|(?P<more>(?:\xe0[\xa0-\xbf]|[\xe1-\xef][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf])[\x80-\xbf])"
    rb"|(?P<lost>[\xc2-\xdf]\xff|[\xe0-\xef](?:[\x80-\xbf][\xff?]|[\xff?][\x80-\xbf]|\xff)"
    rb"|\xff[\x80-\xbf]{0,2})"
    rb"|(?P<plain>[\x00-\x7f]+)"
    rb"|(?P<broken>[\x80-\xff])"
)
# What each speaks for UTF-8 or against it. Two bytes fit by accident in one case of eight, three in
# one of thirty; a good character of two bytes is two broken ones. Chosen.
WORTH = {TWO: 0.7, MORE: 1.0, LOST_PART: -0.2, PLAIN: 0.0, BROKEN: -0.5}
# A stretch ends where so much spoke against it since its best place; it must be worth so much.
MAX_DROP, MIN_WORTH = 2.5, 2.8
# So many bytes at the end of a line are a character that lost some.
MAX_REST = 3
# Misread, saved, and misread again; a reading that is no text yet must be worth so much more.
MAX_STEPS, NOT_YET = 3, 4.0
# Lines that are kept: of each it is asked what it said, then in which charset it was read.
KEPT_LINES = 64
# Three characters of three bytes near each other, or four of two: the gate.
THREE = r"[\xe0-\xef][\x80-\xbf]{2}"
TWICE = r"[\xc2-\xdf][\x80-\xbf]"
GATE_RE = re.compile(
    rf"{THREE}(?:[\x00-\xff]{{0,6}}?{THREE}){{2}}|(?:{TWICE}[\x00-\x7f]{{0,20}}){{4}}".encode()
)

# Of a reading that is East Asian: so many Han characters, kana and hangul, such a share of them
# among its letters and of common ones among those; most that may be lost.
MIN_EAST, MIN_EAST_SHARE, MIN_COMMON, MAX_LOST = 4, 0.6, 0.35, 0.5
EAST_RE = re.compile(f"[{HAN}{KANA}{HANGUL}]")
# Letters of alphabets, as languages of today write them, and the marks that stand among them; so
# many of what is not ASCII are letters, and such a share of them is of one alphabet.
ALPHABETS = tuple(
    map(
        re.compile,
        (
            "[\u00c0-\u017f\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u1ea0-\u1ef9]",  # Latin
            "[\u0386-\u03ce\u1f00-\u1fff]",  # Greek
            "[\u0400-\u045f\u0490\u0491]",  # Cyrillic
        ),
    )
)
MARK_RE = re.compile("[\u00a0-\u00bf\u2010-\u203a\u20ac\u2116\u2122]")
MIN_LETTERS, MIN_OF_ONE, MIN_DIFFERENT, MAX_IN_ORDER = 0.7, 0.9, 3, 0.4
# Such a stretch is so much of what is not ASCII in its line: a table of GBK has Cyrillic in a row.
MIN_OF_LINE = 0.5

# What is made of the first two bytes of a quotation mark or a dash, by GBK and by Shift JIS: two
# characters that stand in no text. So many letters of ASCII are for each in a line of Latin ones.
PUNCTUATION_SIGNS = "鈥窶"
ASCII_LETTER_RE = re.compile("[A-Za-z]")
MIN_ASCII = 3

HIGH_RE = re.compile("[^\x00-\x7f]+")
# Of a line of which only a part is misread such a share is odd.
MIN_ODD_PART = 0.06
# What charsets of two bytes make of UTF-8, and what those of one byte make of it: two characters of
# the one kind near each other, four of the other.
WIDE_RE = re.compile("[\u2e80-\uffef][^\n]{0,9}?[\u2e80-\uffef]")
NARROW_RE = re.compile("(?:[\x80-\u2e7f][^\n\x80-\u2e7f]{0,20}){3}[\x80-\u2e7f]")
# What is left of one character or more whose bytes were lost; a ? stands for a byte among them.
LOST_RE = re.compile(f"{LOST}(?:[{LOST}?]*{LOST})?\\?{{0,2}}")


class Stretch(NamedTuple):
    """[start, end) of a line that was UTF-8, what it said, and what speaks for that."""

    start: int
    end: int
    text: str
    worth: float


class Token(NamedTuple):
    """[start, end) of bytes, and which part of TOKEN_RE they are."""

    start: int
    end: int
    kind: str


def reread(line: str) -> str | None:
    """Return the line with its stretches of misread UTF-8 read rightly, None without proof.

    Twice and three times over: what was read once may look like letters with accents.
    """
    return _reread(line)[0]


def charset_of(line: str) -> str:
    """Return the charset in which a line of UTF-8 was read, once alone; "" without proof."""
    return _reread(line)[1]


def among_others(line: str, charsets: Iterable[str]) -> str | None:
    """Return a line as UTF-8 that was read in one of the charsets, as others of its text were.

    So one character is enough, if nothing else in the line speaks against it: a heading.
    """
    for charset in charsets:
        data = _bytes(line, charset)
        kinds = [token.lastgroup for token in TOKEN_RE.finditer(data)]
        fit = sum(kind in {TWO, MORE} for kind in kinds)
        if BROKEN in kinds or fit <= kinds.count(LOST_PART):
            continue
        text = LOST_RE.sub(LOST, data.decode("utf-8", "replace"))
        said = text.replace(LOST, "")
        high = "".join(HIGH_RE.findall(said))
        if _is_odd_in(line, charset) and has_no_code(said) and _is_short_text(said, high):
            return text
    return None


def may_be_among_others(line: str) -> bool:
    """Say whether a line may be read so: what is no text as it stands, in whatever charset."""
    return not line.isascii() and (_is_odd_in(line, NARROW[0]) or _is_odd_in(line, WIDE[0]))


def _is_odd_in(line: str, charset: str) -> bool:
    """Say whether a line is no text as it stands, and may have been read in a charset."""
    return is_odd(line) if charset in NARROW else common_share(line)[1] < MIN_COMMON


def _is_short_text(said: str, high: str) -> bool:
    """Say whether a few characters are of a text: common ones, or letters in Latin words."""
    if EAST_RE.search(said):
        return common_share(said)[1] >= MIN_COMMON and has_usual_syllables(said)
    known = len(MARK_RE.findall(high)) + max(len(one.findall(high)) for one in ALPHABETS)
    return known == len(high) and len(ASCII_LETTER_RE.findall(said)) >= MIN_ASCII


@lru_cache(maxsize=KEPT_LINES)
def _reread(line: str) -> tuple[str | None, str]:
    """Return what `reread` does, and the charset of the only step."""
    proved: str | None = None
    charset_read = ""
    for step in range(MAX_STEPS):
        best: list[Stretch] = []
        best_worth, are_text, of_best = 0.0, False, ""
        of_line = _high_chars(line)  # once: a line may have thousands of stretches
        for charset in _charsets(line):
            found = [one for one in stretches(line, charset) if one.worth >= MIN_WORTH]
            good = [one for one in found if _is_text(line, one, charset, of_line)]
            worth = sum(one.worth for one in good or found) - (0 if good else NOT_YET)
            if worth > best_worth:
                best, best_worth, are_text, of_best = good or found, worth, bool(good), charset
        if not best:
            break
        line = _with(line, best)
        if are_text:
            proved, charset_read = line, "" if step else of_best
    return proved, charset_read


def _charsets(line: str) -> tuple[str, ...]:
    """Return the charsets that may have made so much of a line as is a proof."""
    wide = WIDE if WIDE_RE.search(line) else ()
    return wide + (NARROW if NARROW_RE.search(line) and is_odd(line, MIN_ODD_PART) else ())


def in_latin(line: str) -> str | None:
    """Return a line of Latin letters with its marks and accents: It鈥檚 is It’s in GBK.

    None where not all that is not ASCII in it is such.
    """
    for charset, sign in zip(("gb18030", "cp932"), PUNCTUATION_SIGNS, strict=True):
        data = _bytes(line, charset) if sign in line else b""
        if len(ASCII_LETTER_RE.findall(line)) < MIN_ASCII * line.count(sign):
            continue
        if not data or any(token.lastgroup == BROKEN for token in TOKEN_RE.finditer(data)):
            continue
        read = LOST_RE.sub(LOST, data.decode("utf-8", "replace"))
        high = "".join(HIGH_RE.findall(read.replace(LOST, "")))
        if high and len(MARK_RE.findall(high)) + len(ALPHABETS[0].findall(high)) == len(high):
            return read
    return None


def stretches(line: str, charset: str) -> Iterator[Stretch]:
    """Yield the stretches of a line that are UTF-8 read in a charset."""
    if charset in NARROW and C1_RE.search(line):
        data = b"".join(_bytes_of_each(line, charset))
    else:
        data = line.encode(charset, "replace")
    if not GATE_RE.search(data):
        return
    pieces = _pieces(line, charset)
    first = 0
    while first < len(line):
        last = first
        while last < len(line) and pieces[last]:
            last += 1
        if last >= first + MIN_EAST:
            yield from _in_section(pieces, first, last)
        first = last + 1


def _pieces(line: str, charset: str) -> list[bytes]:
    """Return the bytes of each character, FF for a lost one."""
    pieces = _bytes_of_each(line, charset)
    if LOST in line:
        return [b"\xff" if one == LOST else piece for one, piece in zip(line, pieces, strict=True)]
    return pieces


def _bytes_of_each(line: str, charset: str) -> list[bytes]:
    """Return the bytes of each character, none for one that the charset has not."""
    # A line has a character many times.
    known = {one: bytes_of_one(one, charset) for one in set(line)}
    return [known[one] for one in line]


def _bytes(line: str, charset: str) -> bytes:
    """Return the bytes of a line, none where the charset does not have all of it."""
    pieces = _pieces(line, charset)
    return b"".join(pieces) if all(pieces) else b""


def _with(line: str, found: list[Stretch]) -> str:
    """Return the line with its stretches as they are read."""
    parts, at = [], 0
    for start, end, text, _ in found:
        parts += [line[at:start], text]
        at = end
    return "".join((*parts, line[at:]))


def _in_section(pieces: list[bytes], first: int, last: int) -> Iterator[Stretch]:
    """Yield the stretches of a section, of which each character has bytes."""
    borders: dict[int, int] = {}  # bytes before a character -> the character
    size = 0
    for at in range(first, last):
        borders[size] = at
        size += len(pieces[at])
    borders[size] = last
    data = b"".join(pieces[first:last])
    for tokens, worth in _runs(data, borders):
        start, end = tokens[0].start, _border(data, tokens[-1].end, borders)
        text = data[start:end].decode("utf-8", "replace")
        yield Stretch(borders[start], borders[end], LOST_RE.sub(LOST, text), worth)


def _runs(data: bytes, borders: dict[int, int]) -> Iterator[tuple[list[Token], float]]:
    """Yield the runs of tokens that are UTF-8, from where a character starts, and their worth."""
    run: list[Token] = []
    kept = 0  # tokens up to the best place
    worth = best = 0.0
    for found in TOKEN_RE.finditer(data):
        token = Token(*found.span(), found.lastgroup or BROKEN)
        if not run and (token.kind in {BROKEN, PLAIN} or token.start not in borders):
            continue
        run.append(token)
        worth += WORTH[token.kind]
        if WORTH[token.kind] > 0 and worth > best:
            best, kept = worth, len(run)
        elif token.kind == LOST_PART and kept == len(run) - 1 and token.end in borders:
            kept += 1
        elif worth < best - MAX_DROP or not best:
            if tokens := _trimmed(run[:kept], borders):
                yield tokens, best
            run, kept, worth, best = [], 0, 0.0, 0.0
    if tokens := _trimmed(run[:kept], borders):
        yield tokens, best


def _trimmed(run: list[Token], borders: dict[int, int]) -> list[Token]:
    """Return a run; of one of three bytes, without what is an accident at its ends."""
    more = [at for at, token in enumerate(run) if token.kind == MORE]
    if 2 * len(more) <= sum(WORTH[token.kind] > 0 for token in run):
        return run
    sure = [at for at in more if run[at].start in borders]
    if not sure:
        return []
    first, last = sure[0], more[-1]
    while first and run[first - 1].kind == LOST_PART and run[first - 1].start in borders:
        first -= 1
    while last + 1 < len(run) and run[last + 1].kind == LOST_PART:
        last += 1
    return run[first : last + 1]


def _border(data: bytes, end: int, borders: dict[int, int]) -> int:
    """Return the end of a stretch, behind what is left of its last character."""
    if len(data) - end <= MAX_REST and not data[end:].isascii():
        return len(data)
    while end not in borders or data[end : end + 1] == b"\xff":
        end += 1
    return end


def _is_text(line: str, found: Stretch, charset: str, of_line: int) -> bool:
    """Say whether what a stretch says is text, and the stretch is none.

    `of_line`: the characters of its line that are not ASCII.
    """
    said = found.text.replace(LOST, "")
    high = "".join(HIGH_RE.findall(said))
    if not has_no_code(said) or found.text.count(LOST) > MAX_LOST * len(high):
        return False
    was = line[found.start : found.end]
    if charset in NARROW and not is_odd(was):
        return False
    telling, share = common_share(said)
    most = common_share(was)[1]
    if share >= MIN_COMMON or is_ordinary(said, share):
        return (
            len(EAST_RE.findall(said)) >= max(MIN_EAST, MIN_EAST_SHARE * telling)
            and share >= max(2 * most, MIN_COMMON_ORDINARY)
            and has_usual_syllables(said)
        )
    is_most = _high_chars(was) >= MIN_OF_LINE * of_line
    return most < MIN_COMMON and is_most and _is_of_letters(high)


def _high_chars(text: str) -> int:
    return sum(map(len, HIGH_RE.findall(text)))


def _is_of_letters(high: str) -> bool:
    """Say whether what is not ASCII in a text is of one alphabet, and not in its order."""
    in_order = sum(ord(two) - ord(one) == 1 for one, two in pairwise(high))
    kinds = [len(alphabet.findall(high)) for alphabet in ALPHABETS]
    letters = sum(kinds)
    return (
        letters + len(MARK_RE.findall(high)) == len(high)
        and letters >= MIN_LETTERS * len(high)
        and max(kinds) >= MIN_OF_ONE * letters
        and (len(set(high)) >= MIN_DIFFERENT or letters < len(high))
        and in_order <= MAX_IN_ORDER * len(high)
    )
