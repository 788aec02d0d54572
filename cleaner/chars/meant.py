"""Where a simplified text shows traditional characters on purpose.

A title or a quotation wholly in traditional characters, a character quoted by itself, a form beside
its other form, a name with a form of Japan's, a line that speaks of scripts, a line that a colon
announces, a place by kana or hangul. Each of these can only leave text as it is.
"""

from functools import cache

from cleaner import late as re
from cleaner.chars.places import lines_beside
from cleaner.chars.scripts import HAN, HANGUL, KANA, SIMPLIFIED_RE, is_han
from cleaner.chars.shinjitai import FORMS, is_japanese
from cleaner.chars.strays import STRAYS

# A line that speaks of scripts shows traditional forms on purpose.
ABOUT_SCRIPT_RE = re.compile(
    "繁体|繁體|簡體|簡化字|正体字|正體字|异体字|異體字|简繁|繁简|旧字形|康熙字典|說文|说文解字"
)
# What may be quoted in its own script: between these marks, on one line, up to 60 characters, the
# longest title of a book that we know twice over.
QUOTED_RE = re.compile(
    "《([^《》\n]{1,60})》|「([^「」\n]{1,60})」|『([^『』\n]{1,60})』|“([^“”\n]{1,60})”"
    '|‘([^‘’\n]{1,60})’|"([^"\n]{1,60})"'
)
# What is written in other scripts, hanja and Taiwan's readers among them; 々 in Japanese only.
FOREIGN_RE = re.compile(f"[{KANA}々{HANGUL}ㄅ-ㄯ]")
# The sign of an address, and forms that only Japanese has.
JAPANESE_RE = re.compile("[〒様駅県込働峠]")

# A title with so many traditional-only characters and no simplified-only one is written in
# traditional; with one of them it may as well be a stray (《名模生死鬥》). Chosen. Marks that only
# traditional text and Japanese have are one more sign.
MIN_QUOTED = 2
TRADITIONAL_QUOTES = "「『"
# A line that speaks of writing (a seal, an inscription) shows what is written: one is enough.
ABOUT_WRITING_RE = re.compile(
    "(?:白文|朱文|释文|铭文|刻|匾额?|榜书|落款|题款?|款署|印文|方印|跋)[^，。；“《「]{0,6}[：:“《「]"
    "|小楷|行书|草书|隶书|篆书|楷书|条幅|甲骨文|金文|古文"
)
# How far above a line its colon stands; blank lines may be between.
COLON_REACH = 8
# What an inscription or a leaf has lost.
LOST = "□"
# So many traditional characters of a line, and at most such a share of simplified ones beside them.
MIN_TRADITIONAL, MAX_SIMPLIFIED = 10, 0.15
# How far a form of Japan's reaches: a name has two to six characters.
NEAR_JAPANESE = 3
# A word beside its other form has no more characters.
SHOWN_CHARS = 8
# How far kana may stand: half a line of a narrow column.
REACH = 6

# So many lines, and such a share of all, of one word: as many characters, no mark and no space
# behind others. Chosen; lists of stop words have .97 and more, verse of four characters marks.
MIN_LISTED, LISTED_SHARE, LISTED_CHARS = 50, 0.9, 6
NO_WORD_RE = re.compile(r".[\s，。、；：！？]|\s")


def lists_words(text: str) -> bool:
    """Say whether a text is a list of words or signs, each in all its forms: 之後 and 之后."""
    if text.count("\n") < MIN_LISTED:
        return False
    lines = [line.strip() for line in text.split("\n")]
    words = sum(0 < len(line) <= LISTED_CHARS and not NO_WORD_RE.search(line) for line in lines)
    return words >= max(MIN_LISTED, LISTED_SHARE * (len(lines) - lines.count("")))


def is_apart(text: str, start: int, line: str, telling: int, *, scanned: bool) -> bool:
    """Say whether a line speaks of scripts, is Japanese, or stands below a colon that announces it.

    Without simplified-only characters it may be Japanese or Korean by its neighbours.
    """
    if ABOUT_SCRIPT_RE.search(line) or JAPANESE_RE.search(line):
        return True
    if SIMPLIFIED_RE.search(line):
        return False
    before = text[max(0, start - COLON_REACH) : start].rstrip()
    if not scanned and telling >= MIN_QUOTED and before.endswith(("：", ":")):
        return True
    beside = lines_beside(text, start, start + len(line))
    return FOREIGN_RE.search(beside) is not None


def has_simplified(line: str, traditional: int) -> bool:
    """Say whether a line has simplified-only characters, but for what it quotes of that script.

    Old type has 决 强 减 却 as simplified has them: few among many are of it. `traditional`: how
    many characters of the line are traditional only.
    """
    if SIMPLIFIED_RE.search(line) is None:
        return False
    found = len(SIMPLIFIED_RE.findall(QUOTED_RE.sub("", line)))
    return found > (MAX_SIMPLIFIED * traditional if traditional >= MIN_TRADITIONAL else 0)


def whole_quotes(line: str) -> frozenset[int]:
    """Return the places inside quotes and titles that have no simplified-only character."""
    spans = (m.span() for m in QUOTED_RE.finditer(line) if not SIMPLIFIED_RE.search(m[0]))
    return frozenset(at for start, end in spans for at in range(start, end))


def japanese_quotes(line: str) -> frozenset[int]:
    """Return the places inside quotes and titles that may be Japanese."""
    spans = (m.span() for m in QUOTED_RE.finditer(line) if is_japanese(m[0][1:-1]))
    return frozenset(at for start, end in spans for at in range(start, end))


def is_shown(line: str, wanted: str, start: int, end: int) -> bool:
    """Say whether a run stands by kana, hangul, or its own other form.

    龙（龍） 國/国 发展、發展: one mark is between the two, and nothing but Han before or behind it.
    """
    if FOREIGN_RE.search(line, max(0, start - REACH), end + REACH):
        return True
    first, last = start, end
    while first > max(0, start - SHOWN_CHARS) and is_han(line[first - 1]):
        first -= 1
    while last < min(len(line), end + SHOWN_CHARS) and is_han(line[last]):
        last += 1
    before = any(
        _is_other(line, wanted, 2 * first - 1 - stop, first, stop - first)
        for stop in range(end, min(last, first + first - 1) + 1)
    )
    return before or any(
        _is_other(line, wanted, at, last + 1, last - at) for at in range(first, start + 1)
    )


def _is_other(line: str, wanted: str, a: int, b: int, size: int) -> bool:
    """Say whether two words of a size, at a and behind it at b, are one in two forms."""
    one, two = line[a : a + size], line[b : b + size]
    return one != two and wanted[a : a + size] == wanted[b : b + size] and not is_han(line[b - 1])


def quoted(line: str, strays: frozenset[int], *, scanned: bool) -> frozenset[int]:
    """Return the places inside titles and quotations that are wholly traditional.

    With one traditional character where the line shows writing, or another quotation so.

    And, where no scan mixed the scripts, near a form of Japan's: 広島, 読売新聞, 黒澤明. `strays`:
    where such forms are a reader's mistakes.
    """
    places: set[int] = set()
    for match in () if scanned else _japanese_re().finditer(line):
        near = range(match.start(), match.end())
        if strays.isdisjoint(near) or any(line[at] in FORMS and at not in strays for at in near):
            places.update(near)
    found = [(match.span(), match[0]) for match in QUOTED_RE.finditer(line)]
    # Each with its characters that only traditional text has, and whether simplified ones are none.
    told = [
        (sum(map(STRAYS.__contains__, inside)), not SIMPLIFIED_RE.search(inside))
        for _, inside in found
    ]
    signs = "" if scanned else TRADITIONAL_QUOTES
    if any(inside[0] in signs and SIMPLIFIED_RE.search(inside) for _, inside in found):
        signs = ""  # the text's own marks, whatever they quote
    is_shown = not scanned and (
        ABOUT_WRITING_RE.search(line) is not None
        or any(telling >= MIN_QUOTED and is_whole for telling, is_whole in told)
    )
    for (span, inside), (telling, is_whole) in zip(found, told, strict=True):
        # Quotes, the character, and no more: what is shown is its form.
        alone = len(inside) == len("“雲”") and inside[0] != "《"
        least = 1 if alone or is_shown or inside[0] in signs else MIN_QUOTED
        if is_whole and telling >= least:
            places.update(range(*span))
    return frozenset(places)


@cache
def _japanese_re() -> re.Pattern[str]:
    """Return what finds Han around one of Japan's first level that no Chinese charset has."""
    first = b"".join(bytes((a, b)) for a in range(0xB0, 0xD0) for b in range(0xA1, 0xFF))
    own = "".join(
        one
        for one in first.decode("euc_jp", "ignore")
        if one not in STRAYS
        and not (one.encode("gb2312", "ignore") or one.encode("big5", "ignore"))
    )
    return re.compile(f"[{HAN}]{{0,{NEAR_JAPANESE}}}[{own}][{HAN}]{{0,{NEAR_JAPANESE}}}")
