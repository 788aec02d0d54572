"""Text that was decoded with the wrong charset, read again with the right one.

ftfy repairs what a single-byte charset made of UTF-8. What it leaves are the mix-ups that only East
Asian text suffers (its documentation says so). They undo themselves exactly: encode the text with
the charset it was wrongly read with, and decode the bytes with the right one. The art is to know
when. A reading is accepted on proof:

- It is exact: every character of the line takes part, both steps are strict, and going back gives
  the same line. For UTF-8 this alone is nearly a proof: of the GBK bytes of a Chinese sentence, the
  chance of being valid UTF-8 falls by half with each character.
- The result is ordinary Chinese (or Japanese, Korean for UTF-8). Some 700 characters make 60 to
  85 % of any modern text, simplified or traditional, and 35 to 55 % of a Tang poem (COMMON_HAN);
  they make under 15 % of a wrong reading, which falls anywhere in a table of 20,000.
- The line itself is not: it has no more than half the result's share of common characters.

    涓枃缂栫爜娴嬭瘯 (GBK of 中文编码测试 in UTF-8)     common 0 of 10  ->  4 of 6
    ÖÐÎÄ±àÂë²âÊÔ    (Latin-1 of 中文编码测试 in GBK)    letters with accents, in pairs

A line that lost bytes on the way (GBK cannot show every UTF-8 byte) is read the same way when at
least four of five characters survive; each lost one becomes U+FFFD and is never guessed.

Lines are read one by one: a page is often put together from sources with different accidents.
"""

from collections.abc import Iterator
from functools import partial

from cleaner import late as re
from cleaner.chars import european, utf8
from cleaner.chars.common import (
    COMMON_HAN,
    MIN_COMMON_ORDINARY,
    UNCOMMON,
    common_share,
    has_no_code,
    is_ordinary,
    syllable_share,
)
from cleaner.chars.mixups import LOSSY_PAIRS, LOST, pairs
from cleaner.chars.rereadings import STRONG, WIDE_RE, bytes_of, encoded, readings
from cleaner.chars.scripts import HAN_RE
from cleaner.chars.suspect import (
    LINE_RE,
    MAX_COMMON,
    MISREAD_HAN_RE,
    MISREAD_LATIN_RE,
    STRAY_RE,
    Find,
    lines_with,
    search,
    suspects,
)
from cleaner.lexicon import cuts_word_at, share_in_words

# A row of characters that sound alike, as tables have them: so many, of which such a share
# stands so near the middle one in GB 2312, which is in order of sound. Other charsets read them as
# a row of their own letters: 啸 校 孝 肖 is Х У Т Ф in UTF-8. Chosen; rare ones stand elsewhere.
MIN_ALIKE, MIN_ALIKE_SHARE, ALIKE_REACH = 4, 0.7, 94
GB2312_ROW = 94  # codes

# What is left of UTF-8's byte order mark when it is read as part of the text.
BYTE_ORDER_MARK = "\ufeff"

# A reading must have at least so much Chinese to be judged at all; two characters when another
# line of the same text was misread in the same manner. Two characters of GBK are valid UTF-8 in
# one case of eight (the 联通 that Notepad could not save), four hardly ever.
MIN_TELLING = 4
MIN_TELLING_AFTER = 2
# Of two double-byte charsets: lines of verse have seven characters that are hardly common.
MIN_TELLING_WEAK = 10
# So many characters of GBK, all of them common, are no chance though they are valid UTF-8.
MIN_COMMON_ONLY = 3
# Least share of common characters in a reading: under any modern prose, above any wrong reading.
MIN_COMMON = 0.35
# Readings so near to one another are dialects of one charset.
SAME_SHARE = 0.1
# Places that are looked at to tell dialects apart; one decides nearly always.
MAX_PLACES = 20
# Most of a reading that may be lost characters. Windows-1252 loses a byte of one in six, GBK as
# many in short lines; what is left is proof enough: no other text is UTF-8 in most of its bytes.
MAX_LOST = 0.34
MAX_STEPS = 2  # misread, saved, and misread again; more has not been seen
# Of a line of two double-byte charsets that lost characters so many must be left.
MIN_LEFT = 8
# Of what words are to prove so many characters stand in words of two and more, this share of all,
# and so much more than of the line. Of 85,080 lines of clean text, names and places among them, no
# reading has four; of misread lines of 4 to 20 characters .86 to .91 have.
MIN_IN_WORDS, MIN_WORD_SHARE, MIN_GAIN, MAX_CUT = 4, 0.6, 0.2, 100
# A longer line is no line of a text, and is read in its beginning by the gate alone.
MAX_LINE_CHARS = 1_000_000

# What is tried where another line has been proved: two in a row of either kind.
SHORT_RE = re.compile(f"[{UNCOMMON}]{{2}}|[\x80-\x9f\xa1-\xff]{{2}}")
NARROW_STRETCH_RE = re.compile("[^\u2e80-\ua4cf\ua960-\uffff]{4,}")
# What Chinese puts round a stretch, and Windows-1252 has too.
ROUND_A_STRETCH = "“”‘’…—· \t"
# Signs of East Asian lines, of names left blank (沪C×××“…”), sizes (3×“…”, Ø±0.1) and lengths
# (2.5Å±0.2), which with the mark behind them happen to be UTF-8.
MEANT_SIGNS = "×ØÅ"
# A line that speaks of misreading shows it: 用 Latin-1 误读为“ä¸æ–‡”.
ABOUT_CHARSETS_RE = re.compile(
    r"乱码|亂碼|误读|誤讀|文字化け|\.(?:de|en)code\(|(?i:latin-?1|8859-1|mojibake)"
)
# So many lines say in which charsets the others may have been read.
MAX_ASKED = 20
# GB 2312, the old part of GBK: pairs of high bytes, and ASCII.
GB2312_RE = re.compile(rb"(?:[\xa1-\xa9\xb0-\xf7][\xa1-\xfe]|[\x00-\x7f])*+")
ASCII_RE = re.compile("([\x00-\x7f]+)")
# Kana in a row: half of a line that is Japanese, which no other reading may take.
JAPANESE_RE = re.compile("[ぁ-んァ-ヶー]{4}")


def repairs(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield (start, line as it is, line as it was written) for each line that is proved misread."""
    found = _found(text)
    lines = [(match.start(), match[0]) for match in LINE_RE.finditer(text)] if found else []
    charsets: list[str] = []
    if any(utf8.may_be_among_others(line) for start, line in lines if start not in found):
        starts = list(found)[:MAX_ASKED]
        asked = (utf8.charset_of(line) for start, line in lines if start in starts)
        charsets = sorted({charset for charset in asked if charset})
    for start, line in lines:
        repaired = found.get(start, line)
        if charsets and start not in found and (read := utf8.among_others(line, charsets)):
            repaired = read
        elif start not in found and common_share(line)[1] <= MAX_COMMON and SHORT_RE.search(line):
            # é and an ASCII letter are a pair in GBK as well: pairs of letters alone.
            data = bytes_of(line)
            if data is None or GB2312_RE.fullmatch(data):
                repaired = _proved(line, MIN_TELLING_AFTER, among_others=True) or line
        if repaired != line and not (_is_shown(line, repaired) or _sounds_alike(line)):
            yield start, line, repaired


def _found(text: str) -> dict[int, str]:
    """Return the lines that are proved by themselves: where each starts, and as it was written."""
    gates, has_strays, has_european = suspects(text)
    signs: list[Find] = [partial(text.find, one) for one in utf8.PUNCTUATION_SIGNS if one in text]
    european_lines = {
        start: read
        for start, line in (
            lines_with(search(european.GATE_RE, text), text) if has_european else ()
        )
        if len(line) <= MAX_LINE_CHARS and not ABOUT_CHARSETS_RE.search(line)
        if (read := european.reread(line))
    }
    # A damaged line has what several gates look for; it is asked once, and not at all if it is a
    # text in another alphabet: what has cased words there is nothing else.
    asked = {start: line for find in (*gates, *signs) for start, line in lines_with(find, text)}
    found = {
        start: repaired
        for start, line in asked.items()
        if not european.is_sure(european_lines.get(start, ""))
        if (repaired := repair(line)) != line and not _sounds_alike(line)
    }
    found = european_lines | found
    if not has_strays:
        return found
    for match in LINE_RE.finditer(text):
        if match.start() in found or (bare := _bare(match[0])) == match[0]:
            continue
        is_open = MISREAD_LATIN_RE.search(bare) or MISREAD_HAN_RE.search(bare)
        if is_open and (repaired := repair(bare)) != bare:
            found[match.start()] = repaired
    return found


def _is_shown(line: str, repaired: str) -> bool:
    """Say whether what is repaired stands beside its misreading: a table of them, 中文 ä¸­æ–‡."""
    if len(line) > MAX_LINE_CHARS:
        return False
    size = min(len(line), len(repaired))
    before = next((i for i in range(size) if line[i] != repaired[i]), size)
    after = next((i for i in range(size - before) if line[-1 - i] != repaired[-1 - i]), 0)
    new = repaired[before : len(repaired) - after].strip()
    return len(new) > 1 and new in line


def _sounds_alike(line: str) -> bool:
    """Say whether the characters of a line stand near each other in order of sound, each once."""
    han = HAN_RE.findall(line)
    if len(han) < MIN_ALIKE or len(set(han)) < MIN_ALIKE_SHARE * len(han):
        return False
    try:
        codes = "".join(han).encode("gb2312")
    except UnicodeEncodeError:
        return False
    places = sorted(
        GB2312_ROW * row + cell for row, cell in zip(codes[::2], codes[1::2], strict=True)
    )
    middle = places[len(places) // 2]
    near = sum(abs(place - middle) <= ALIKE_REACH for place in places)
    return near >= MIN_ALIKE_SHARE * len(places)


def repair(line: str) -> str:
    """Return the line as it was written, or unchanged where nothing is proved.

    >>> repair("涓枃缂栫爜娴嬭瘯"), repair("ÖÐÎÄ±àÂë²âÊÔ"), repair("àÀ la carte")
    ('中文编码测试', '中文编码测试', 'àÀ la carte')
    """
    if len(line) > MAX_LINE_CHARS or ABOUT_CHARSETS_RE.search(line):
        return line
    latin = bool(MISREAD_LATIN_RE.search(line))
    if not latin and sum(map(COMMON_HAN.__contains__, line)) > MAX_COMMON * len(line):
        return line
    proved = _proved(line, MIN_TELLING) or (latin and _stretches(line)) or utf8.reread(line)
    if not proved and latin and not _is_maybe_gbk(line):
        proved = _fixed(line)
    if proved := proved or utf8.in_latin(line) or _damaged(line):
        return proved
    bare = _bare(line)
    repaired = repair(bare) if bare != line else bare
    return repaired if repaired != bare else line


def _fixed(line: str) -> str | None:
    """Return the line as ftfy repairs it, None where it does not: half a repair is none."""
    import ftfy  # noqa: PLC0415  it takes its time, and few lines ask for it
    from ftfy.badness import is_bad  # noqa: PLC0415

    config = ftfy.TextFixerConfig(
        # Only what is mojibake. Everything else in ftfy ruins Chinese or is another stage's work:
        # width and quotes turn ，“” to ASCII, entities may be meant, controls leave no trace.
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
    fixed = ftfy.fix_and_explain(line, config).text
    if fixed == line or LOST in fixed or is_bad(fixed):
        return None
    took_a_sign = any(line.count(one) > fixed.count(one) for one in MEANT_SIGNS)
    return None if took_a_sign and WIDE_RE.search(line) else fixed


def _bare(line: str) -> str:
    """Return the line without the codes that show nothing."""
    return STRAY_RE.sub(lambda match: " " if "\xa0" in match[0] else "", line)


def _is_maybe_gbk(line: str) -> bool:
    """Say whether a line too short for proof looks like GBK, and is not UTF-8.

    ftfy would take the pairs that happen to be UTF-8: of ÓÊ±à£º430000 (邮编：430000) it makes
    Óʱࣺ430000. All of 小时前 happen to be UTF-8, of letters that stand in no word together.
    """
    data = bytes_of(line)
    if not data or not GB2312_RE.fullmatch(data):
        return False
    chinese = data.decode("gb18030")
    try:
        utf8 = data.decode("utf-8")
    except UnicodeDecodeError:
        return is_ordinary(chinese, 1.0)
    telling, share = common_share(chinese)
    return telling >= MIN_COMMON_ONLY and share == 1.0 and not syllable_share(utf8)[0]


def _proved(line: str, least: int, *, among_others: bool = False) -> str | None:
    """Return the best exact reading of the line, where it is ordinary text and the line is not.

    Two double-byte charsets read each other's text nearly always: that proves nothing, so such a
    reading needs more characters, no kana, and is the only step, or words. A line of the first
    levels alone (快速参考卡片, 辦厒統蕉縐⑵) is Chinese as it stands, but beside a line that was
    proved: of Big5 read as GBK four in ten characters are of these, of GBK read as Big5 six.
    """
    most = common_share(line)[1]
    if most > MAX_COMMON:
        return None
    may_be_weak = among_others or not is_ordinary(line, 1.0)
    lines = [line]
    for step in range(MAX_STEPS):
        found = [reading for one in lines for reading in readings(one)]
        good = []
        for text, proof in found:
            if step and proof != STRONG:
                continue
            telling, share = common_share(text, with_kana=proof == STRONG)
            enough = telling >= (least if proof == STRONG else MIN_TELLING)
            if not enough or not has_no_code(text):
                continue
            fits = share >= MIN_COMMON or (proof == STRONG and is_ordinary(text, share))
            is_long = among_others or telling >= MIN_TELLING_WEAK
            is_weak = proof and may_be_weak and is_long
            is_told = fits and share >= 2 * most and (proof == STRONG or is_weak)
            is_other = proof != STRONG and not JAPANESE_RE.search(line)
            if is_told or (is_other and _says_words(line, text)):
                good.append((share, text if proof == STRONG else _in_part(line, text)))
        if good:
            return _best(good).removeprefix(BYTE_ORDER_MARK)
        lines = [text for text, proof in found if proof == STRONG]
    return None


def _says_words(line: str, reading: str) -> bool:
    """Say whether a reading is made of words, as hardly any accident is, and the line is not."""
    words, share = share_in_words(reading[:MAX_CUT])
    return (
        words >= MIN_IN_WORDS
        and share >= MIN_WORD_SHARE
        and share >= 2 * share_in_words(line[:MAX_CUT])[1] + MIN_GAIN
    )


def _in_part(line: str, reading: str) -> str:
    """Return a reading, but as the line has it what is good there: 2007年10月25日：羆ぇ...

    The parts are those between ASCII, if both have the same.
    """
    parts, others = ASCII_RE.split(line), ASCII_RE.split(reading)
    if len(parts) == 1 or parts[1::2] != others[1::2]:
        return reading
    return "".join(
        max((other, part), key=_goodness) for part, other in zip(parts, others, strict=True)
    )


def _goodness(part: str) -> tuple[float, int]:
    telling, share = common_share(part)
    return share, -telling


def _best(readings: list[tuple[float, str]]) -> str:
    """Return the reading with most common characters; of dialects, the one that makes words.

    The dialects of Big5 read a few pairs differently (器 or 频), and share all others.
    """
    share, best = max(readings, key=lambda pair: pair[0])
    for other_share, other in readings:
        if other != best and len(other) == len(best) and other_share >= share - SAME_SHARE:
            places = [i for i, pair in enumerate(zip(best, other, strict=True)) if len({*pair}) > 1]
            if _joined(other, places) > _joined(best, places):
                best = other
    return best


def _joined(text: str, places: list[int]) -> int:
    """Count the sides at which the characters at these places make a word with a neighbour."""
    return sum(cuts_word_at(text, at) for place in places[:MAX_PLACES] for at in (place, place + 1))


def _stretches(line: str) -> str | None:
    """Read the stretches of accented letters in a line that has ordinary Chinese beside them.

    Marks and wide digits do as well: Windows-1252 cannot write them.
    """
    parts, at = [], 0
    telling, share = common_share(NARROW_STRETCH_RE.sub("", line))
    if telling and share < MIN_COMMON_ORDINARY:
        return None
    for match in NARROW_STRETCH_RE.finditer(line):
        inner = match[0].strip(ROUND_A_STRETCH)
        start = match.start() + match[0].find(inner)
        if MISREAD_LATIN_RE.search(inner) and (proved := _proved(inner, MIN_TELLING)):
            parts += [line[at:start], proved]
            at = start + len(inner)
    return "".join((*parts, line[at:])) if parts else None


def _damaged(line: str) -> str | None:
    """Read a line of two double-byte charsets that lost bytes, U+FFFD for each lost character."""
    most = common_share(line)[1]
    parts = line.split(LOST)
    if most > MAX_COMMON or len(parts) == 1 or JAPANESE_RE.search(line) or bytes_of(line):
        return None
    for wrong, right in LOSSY_PAIRS:
        source = b"\xff".join(encoded(part, wrong) for part in parts)
        reading = "".join(pairs(source, right))
        if _is_left(line, reading, most):
            return reading
    return None


def _is_left(line: str, reading: str, most: float) -> bool:
    """Say whether enough is left of a reading that lost characters."""
    telling, share = common_share(reading)
    if reading.count(LOST) > MAX_LOST * telling or not has_no_code(reading):
        return False
    is_told = telling >= MIN_LEFT and share >= max(MIN_COMMON, 2 * most)
    return is_told or _says_words(line, reading)
