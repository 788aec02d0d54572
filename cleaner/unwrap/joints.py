"""What stands between two lines once they are joined: nothing, a space, or no hyphen.

Where a page breaks a line at a space the space is lost, and where it breaks between two Han
characters there was none. Words of alphabets keep a space. Between Han and Latin it is a matter of
style, and a text has its own: so the same kind of boundary is counted inside the lines, where
nothing was lost (`在 Debian 中` or `在Debian中`; numbers, brackets and quotes by themselves, for a
text may write `第 5 节` and `UTF-8编码`), and the joint does what most do. Too few of that kind:
what letters do; too few of those: nothing.

A straight quote opens or closes by how many stood before it in the paragraph.

A hyphen at a line's end divides a word, or belongs to it. The text itself may write the word in
one line, one way or the other. If not, English prose divides, and so does prose in other letters
unless its words have more hyphens inside the lines (`кто-то`); a text in Han, whose Latin words are
names (`apt-get`), does so if more of its line ends were seen to divide a word than to keep one, or
if what follows is no word but an ending (`perplex-ity`).
"""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property
from string import ascii_letters, digits

from cleaner import late as re
from cleaner.chars.scripts import Codes, codes_of_text
from cleaner.late import NDArray, np
from cleaner.layout import Line, is_han
from cleaner.unwrap.hangul import Hangul, is_hangul

# Kinds of characters at a joint, and how each is found; an ASCII mark is a kind of its own.
HAN, LETTER, DIGIT, OPEN_QUOTE, CLOSE_QUOTE = "han", "letter", "digit", "open", "close"
FOUND_BY = {
    CLOSE_QUOTE: "[”’]",
    DIGIT: "[0-9]",
    HAN: "[㐀-鿿ぁ-ヿ]",
    LETTER: "[A-Za-z]",
    OPEN_QUOTE: "[“‘]",
}
MEMBERS = {
    CLOSE_QUOTE: "”’",
    DIGIT: digits,
    LETTER: ascii_letters,
    OPEN_QUOTE: "“‘",
}
KIND_OF = {**dict.fromkeys("“‘", OPEN_QUOTE), **dict.fromkeys("”’", CLOSE_QUOTE)}
# Fewer boundaries than this are no habit; of one character and a quote (节 “), fewer do.
MIN_BOUNDARIES, MIN_SAME = 3, 2

# Marks that take no space behind them before Han, whatever the text does elsewhere.
WIDE_MARKS = frozenset("，。、；：！？…）》】」』")

# A path, an address or a name that goes on: /usr/share/ | doc, foo_ | bar, a@ | b.
GLUE_AFTER = frozenset("/_@\\")
# Marks that take no space before them; and those of them that may open a name: .deb, .target.
GLUE_BEFORE = frozenset(",.;:!?%)]}'")
OPENS_NAME = "."
GLUE_OPEN = frozenset("([{")
# Brackets that stand off from Han less often than letters do.
TIGHT_OPEN = frozenset("[{<")
# The space at the end of each line that is not blank.
LINE_SPACE_RE = re.compile(r"\S([ \t]*)(?:\n|$)")

# After these, in Latin writing, a space.
PAUSES = frozenset(",.;:!?")
# Where an address may be divided; http://a.b/c? | d=e.
ADDRESS_BREAKS = frozenset("/-._?=&%#~+")
DASHES = frozenset("—–")
STRAIGHT = '"'

# The last word of a line that is an address, or a path right behind an opening quote.
ADDRESS_END_RE = re.compile(r"[a-z]{3,6}://[^\s]{0,300}$")
# /usr | /share, ~ | /.bashrc: a path that goes on in the next line.
PATH_RE = re.compile(r"(?:^|[\s“‘\"'`(（：:，]|[㐀-鿿])(?:~|/[A-Za-z0-9][\w.+-]*(?:/[\w.+-]+)*)$")
QUOTED_PATH_RE = re.compile(r"[“‘\"'`]~?/[^\s”’\"'`]{0,300}$")
ADDRESS_CHARS = 310
# The ranges of East Asian letters; all characters of the first plane, and beyond it none.
EAST_ASIAN = ((0x3400, 0x9FFF), (0x3041, 0x30FF))
# What a character is to a boundary: such a letter, a space, other white space, anything else.
OTHER_KIND, LETTER_KIND, SPACE_KIND, WHITE_KIND = range(4)
# Unicode has a hyphen besides the one that is also minus: what formatters of manuals divide with.
HYPHEN, ITS_OWN = "-", "\u2010"
HYPHENS = frozenset((HYPHEN, ITS_OWN))
# A word, with its hyphens: what a divided word is looked up among. Latin, Greek, Cyrillic letters.
ALPHA = "A-Za-zÀ-ÖØ-öø-ɏͰ-ϿЀ-ӿ"
WORD_RE = re.compile(rf"[{ALPHA}]+(?:[-\u2010][{ALPHA}]+)*")
DIVIDED_RE = re.compile(rf"(?<![^\s“‘\"'(])[{ALPHA}]{{1,30}}[-\u2010]$")
LINE_END_RE = re.compile(rf"\b([{ALPHA}]{{1,30}})[-\u2010]\n[ \t]{{0,40}}([{ALPHA}]{{1,30}})")
NEXT_PART_RE = re.compile(f"[{ALPHA}]{{1,30}}")
# The hyphen before such a word stands for the end of the word behind it: Ein- und Ausgang. No words
# of two letters: they are syllables too.
HUNG_RE = re.compile(r"(?:and|und|oder|bis|sowie|bzw|och|eller)(?![\w-])")
# One that stands elsewhere than at a line's end.
INNER_RE = re.compile(r"\u2010(?![ \t]*\n)")
# More hyphens inside lines than so many for each at a line's end are the words' own: where lines of
# ten words break at these alone about nine stand inside for one at an end. Chosen.
MOST_INSIDE = 2
# Endings that are no words, and that a dictionary divides before: left out are -able, -age, -ant,
# -less, -like, -wise, which names and compounds have.
ENDINGS = frozenset(
    (
        *("al", "ally", "ation", "ations", "cal", "cally", "ence", "ential", "ibility", "ical"),
        *("ing", "ings", "ism", "ities", "ity", "ive", "ization", "ly", "ment", "ments", "ness"),
        *("ous", "sion", "sions", "tation", "tion", "tional", "tions", "tive", "ture", "tures"),
    )
)
EAST_ASIAN_RE = re.compile("[㐀-鿿ぁ-ヿ]")
# How much of a line tells which script a joint is in.
NEAR_CHARS = 12


class Joints:
    """What one text does where its lines are joined; counted when first asked."""

    def __init__(self, text: str) -> None:
        """Keep the text to count in."""
        self.text = text
        self._habits: dict[tuple[str, str], tuple[int, int]] = {}

    def between(self, left: Line, right: Line, *, quoted: bool) -> str:
        """Return what stands between two lines; `quoted`: a straight quote is open."""
        return " " if self._space(left, right, quoted=quoted) else ""

    def keeps_hyphen(self, left: Line, right: Line) -> bool:
        """Say whether the hyphen that ends a line is the word's own."""
        if HUNG_RE.match(right.text):
            return True
        if left.text[-1] == ITS_OWN and self._only_divides:
            return not right.text[0].isalpha()
        head = DIVIDED_RE.search(left.text, max(len(left.text) - 32, 0))
        tail = NEXT_PART_RE.match(right.text)
        if not head or not tail or not (head[0][-2:-1].islower() and tail[0].islower()):
            return True
        first, second = head[0][:-1].lower(), tail[0]
        if f"{first}-{second}" in self._words:
            return True
        if first + second in self._words or second in ENDINGS:
            return False
        near = left.text[-NEAR_CHARS * 2 :], right.text[: NEAR_CHARS * 2]
        own = not (first + second).isascii() and self._breaks_at_own
        return not self._divides if _is_east_asian(*near) else own

    @cached_property
    def _only_divides(self) -> bool:
        """Say whether the hyphen that is no minus ends lines alone: words have the other one."""
        return not INNER_RE.search(self.text)

    @cached_property
    def _divides(self) -> bool:
        """Say whether the text's line ends divide words, as far as it writes them elsewhere."""
        found = LINE_END_RE.findall(self.text)
        ends = [(a.lower(), b) for a, b in found if b.islower()]
        divided = sum(a + b in self._words for a, b in ends)
        return divided > sum(f"{a}-{b}" in self._words for a, b in ends)

    @cached_property
    def _breaks_at_own(self) -> bool:
        """Say whether lines break at hyphens that words have: кто-то, peut-être.

        Then far more of those stand inside the lines. Told by words of other letters than ASCII:
        manuals in all languages are full of names (apt-get).
        """
        found = LINE_END_RE.findall(self.text)
        words = [word for word in WORD_RE.findall(self.text) if not word.isascii()]
        ends = [(a, b) for a, b in found if b.islower() and not (a + b).isascii()]
        inside: int = sum(HYPHEN in word for word in words)
        return inside > MOST_INSIDE * len(ends)

    @cached_property
    def _words(self) -> frozenset[str]:
        words = WORD_RE.findall(self.text)
        return frozenset(word.lower().replace(ITS_OWN, HYPHEN) for word in words)

    @cached_property
    def _hangul(self) -> Hangul:
        return Hangul(self.text)

    def _quoted(self, a: str, b: str) -> int:
        """Count a quote's outer side at one character: 节“ or ”节; in ”和“ only the first one."""
        count = self.text.count
        if a in "”’" and "㐀" <= b[-1] <= "鿿":
            return count(a + b)
        if b[-1] in "“‘" and "㐀" <= a <= "鿿":
            return count(a + b) - sum(count(f"{close}{a}{b}") for close in ("”", "’", "” ", "’ "))
        return 0

    @cached_property
    def _letters_spaced(self) -> bool:
        """Say whether the text sets a space between Han and letters, more often than not."""
        before, after = self._counts(HAN, LETTER), self._counts(LETTER, HAN)
        tight, spaced = before[0] + after[0], before[1] + after[1]
        return spaced > tight and tight + spaced >= MIN_BOUNDARIES

    def _space(self, left: Line, right: Line, *, quoted: bool) -> bool:
        a, b = left.text[-1], right.text[0]
        if "一" <= b <= "鿿" and ("一" <= a <= "鿿" or a in WIDE_MARKS):
            # The commonest joints.
            return a in WIDE_MARKS and left.space and self._spaces_tell
        if STRAIGHT in {a, b}:
            return self._straight(a, b, quoted=quoted)
        if (is_han(a) and is_han(b)) or _is_tight(left.text, right.text):
            return False
        if a.isascii() and b.isascii():
            return a not in GLUE_AFTER and not (a.isdigit() and b.isdigit())
        if not _is_east_asian(left.text[-NEAR_CHARS:], right.text[:NEAR_CHARS]):
            both = is_hangul(a) and is_hangul(b)
            return self._hangul.spaced(left, right) if both else _latin_space(left.text, b)
        # The wrapper's own record: it broke at a space, and left the space.
        left_there = left.space and (is_han(a) or is_han(b)) and self._spaces_tell
        return left_there or self._habit(left, right)

    @cached_property
    def _spaces_tell(self) -> bool:
        """Say whether a space at a line's end says anything: not where most lines have one."""
        ends = LINE_SPACE_RE.findall(self.text)
        return 2 * sum(1 for space in ends if space) <= len(ends)

    def _straight(self, a: str, b: str, *, quoted: bool) -> bool:
        """Say whether a straight quote at the joint takes a space on its outer side."""
        if quoted or a in GLUE_OPEN or b in GLUE_BEFORE:
            return False  # the inner side, or a mark
        other = a if b == STRAIGHT else b
        if other.isascii():
            return a not in GLUE_AFTER
        return is_han(other) and self._letters_spaced

    def _habit(self, left: Line, right: Line) -> bool:
        """Say what most boundaries of this kind have, where one side is East Asian."""
        a, b = left.text[-1], right.text[0]
        before, after = _kind(a, left.text.rsplit(None, 1)[-1]), _kind(b, right.text)
        if not (before and after):
            return False
        at_quote = not {before, after}.isdisjoint((OPEN_QUOTE, CLOSE_QUOTE))
        if at_quote and HAN in {before, after}:
            tight, spaced = self._quoted(a, b), self._quoted(a, f" {b}")
            if tight + spaced >= MIN_SAME:
                return spaced > tight
        tight, spaced = self._counts(before, after)
        if tight + spaced >= MIN_BOUNDARIES:
            return spaced > tight
        if a in PAUSES:
            tight, spaced = self._counts(before, LETTER)
            return spaced > tight and tight + spaced >= MIN_BOUNDARIES
        return not at_quote and a not in GLUE_AFTER and b not in TIGHT_OPEN and self._letters_spaced

    def _counts(self, before: str, after: str) -> tuple[int, int]:
        """Return how many boundaries of two kinds are tight, and how many spaced."""
        pair = (before, after)
        if pair not in self._habits:
            self._habits[pair] = self._counted(before, after)
        return self._habits[pair]

    def _counted(self, before: str, after: str) -> tuple[int, int]:
        if before == HAN != after:
            seen, chars = self._after_han, MEMBERS.get(after, after)
            return sum(seen[char] for char in chars), sum(seen[f" {char}"] for char in chars)
        if before != HAN == after:
            seen, chars = self._before_han, MEMBERS.get(before, before)
            return sum(seen[char] for char in chars), sum(seen[f"{char} "] for char in chars)
        a, b = (FOUND_BY.get(kind) or re.escape(kind) for kind in (before, after))
        return len(re.findall(f"{a}{b}", self.text)), len(re.findall(f"{a} {b}", self.text))

    @cached_property
    def _codes_and_kinds(self) -> tuple[Codes, NDArray[np.uint8]]:
        codes = codes_of_text(self.text)
        return codes, _kinds_of_codes().take(codes, mode="clip")

    @cached_property
    def _after_han(self) -> Counter[str]:
        """Count what follows East Asian letters, with the space before it if there is one."""
        codes, kinds = self._codes_and_kinds
        other, letter = kinds == OTHER_KIND, kinds == LETTER_KIND
        spaced = other[2:] & (kinds[1:-1] == SPACE_KIND) & letter[:-2]
        found = _counted_codes(codes[1:][other[1:] & letter[:-1]], "", "")
        found.update(_counted_codes(codes[2:][spaced], " ", ""))
        return found

    @cached_property
    def _before_han(self) -> Counter[str]:
        """Count what stands before East Asian letters, with the space behind it if there is one."""
        codes, kinds = self._codes_and_kinds
        other, letter = kinds == OTHER_KIND, kinds == LETTER_KIND
        spaced = other[:-2] & (kinds[1:-1] == SPACE_KIND) & letter[2:]
        found = _counted_codes(codes[:-1][other[:-1] & letter[1:]], "", "")
        found.update(_counted_codes(codes[:-2][spaced], "", " "))
        return found


def _counted_codes(codes: Codes, before: str, after: str) -> Counter[str]:
    """Count characters, each with what stands before and after it."""
    found, counts = np.unique(codes, return_counts=True)
    pairs = zip(found.tolist(), counts.tolist(), strict=True)
    return Counter({f"{before}{chr(code)}{after}": count for code, count in pairs})


@cache
def _kinds_of_codes() -> NDArray[np.uint8]:
    """Return the kind of each character of the first plane, and of all others, (0x10001,)."""
    kinds = np.full(0x10001, OTHER_KIND, dtype=np.uint8)
    for first, last in EAST_ASIAN:
        kinds[first : last + 1] = LETTER_KIND
    kinds[[code for code in range(0x10000) if chr(code).isspace()]] = WHITE_KIND
    kinds[ord(" ")] = SPACE_KIND
    return kinds


def _kind(char: str, word: str) -> str:
    """Return the kind of a character at the edge of a word; "" for what takes no space."""
    if is_han(char) or "ぁ" <= char <= "ヿ":
        return HAN
    if char.isascii():
        if not char.isalnum():
            return char
        # UTF-8, 5G: a name, not a number.
        name = re.match(r"[!-~]{1,40}", word) if word[0] == char else None
        token = name[0] if name else word[-40:]
        return LETTER if any(one.isascii() and one.isalpha() for one in token) else DIGIT
    return KIND_OF.get(char, "")


def _is_tight(left: str, right: str) -> bool:
    """Say whether the marks at a joint take no space whatever the text does."""
    a, b = left[-1], right[0]
    if (
        (a in HYPHENS and left[-2:-1] != " " and not HUNG_RE.match(right))
        or a in GLUE_OPEN
        or _is_divided(left, a, b)
    ):
        return True
    opens_name = b == OPENS_NAME and right[1:2].isalpha() and a not in PAUSES
    return b in GLUE_BEFORE and not opens_name


def _is_divided(left: str, a: str, b: str) -> bool:
    """Say whether an address or a path goes on in the next line."""
    if not (b.isascii() and (a in ADDRESS_BREAKS or b == "/")):
        return False
    tail = left[-ADDRESS_CHARS:]
    if b == "/" and (PATH_RE.search(tail) or QUOTED_PATH_RE.search(tail)):
        return True
    return ADDRESS_END_RE.search(tail) is not None


def _latin_space(left: str, b: str) -> bool:
    """Say whether a joint in Latin, Cyrillic, Greek or Korean writing takes a space."""
    a = left[-1]
    if a in GLUE_AFTER or KIND_OF.get(a) == OPEN_QUOTE or KIND_OF.get(b) == CLOSE_QUOTE:
        return False
    if a in DASHES or b in DASHES:
        return left[-2:-1] == " "
    return _writes_words(a) and _writes_words(b)


def _writes_words(char: str) -> bool:
    return char < "\u2e80" or "가" <= char <= "힣"


def _is_east_asian(left: str, right: str) -> bool:
    return EAST_ASIAN_RE.search(left) is not None or EAST_ASIAN_RE.search(right) is not None
