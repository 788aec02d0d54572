"""Texts in charsets of one byte a character: Russian, Greek, Hebrew, Arabic, Thai; Latin letters.

Every byte means something in each of them, so what proves a reading is how its words are built:

- an alphabet of its own: letters as frequent as the language has them, in words that obey its
  spelling. A Russian word has a capital at its head only; in Greek ς ends a word, and nothing else
  does with a sigma; five letters of Hebrew have a form for the end; ة ends an Arabic word; a vowel
  sign of Thai has a consonant under it.
- Latin letters: accents stand alone among plain letters, and one language has all of them. Polish
  has ąćęłńóśźż; read as windows-1252 it says ¹æê³ñóœŸ¿, marks inside of words.

The right reading of a few words wins by 3 bits a letter and more; what is shorter is refused.
"""

from functools import cache
from typing import NamedTuple

from cleaner import late as re
from cleaner.io.plausible import ASCII, CONTROL, GUEST, MARK

LATIN = "windows-1252"
NON_ASCII_RE = re.compile(r"[^\x00-\x7f]+")
CONTROL_RE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


class Alphabet(NamedTuple):
    """A language's letters.

    `run`: letters beside each other; `word`: what may stand there. The letters of `common` cost so
    many bits each, the others so many: -log2 of a share of prose over their number, rounded.
    """

    run: re.Pattern[str]
    word: re.Pattern[str]
    common: frozenset[str]
    common_bits: float
    other_bits: float


# A word of Russian, Ukrainian or Bulgarian, no letter of a Latin one: with a vowel, with a capital
# at its head only, or in capitals; й follows a vowel. A wrong charset turns the cases round.
# Fifteen letters make .82 of Russian prose, the rest .18.
CYRILLIC = Alphabet(
    re.compile("(?<![A-Za-z])[А-яЁёЄІЇієїҐґЎў]+(?![A-Za-zА-яЁёЄІЇієїҐґЎў])"),
    re.compile(
        "(?=.{1,2}$|.*[аеёиоуыэюяієїАЕЁИОУЫЭЮЯІЄЇ])(?!.*[бвгджзклмнпрстфхцчшщъь]й)(?:[А-ЯЁЄІЇҐЎ]?[а-яёієїґў]+|[А-ЯЁЄІЇҐЎ]+)"
    ),
    frozenset("оеаинтсрвлкмдпу"),
    4.2,
    6.7,
)
# With an accent, unless short or in capitals; σ never at the end, ς nowhere else.
GREEK = Alphabet(
    re.compile("(?<![A-Za-z])[ΆΈ-ώ]+(?![A-Za-z])"),
    re.compile(
        "(?=.{1,4}$|.*[ΐά-ΰό-ώΆΈΉΊΌΎΏ]|[Α-Ω]+$)(?:[ΆΈ-Ϋ]?[ΐά-ΰα-ρσ-ώ]*[ΐά-ΰα-ςτ-ώ]|[ΆΈ-Ϋ]+)"
    ),
    frozenset("αοιετσνηυρπκμλς"),
    4.4,
    6.1,
)
# The points of vowels are rare.
HEBREW = Alphabet(
    re.compile("(?<![A-Za-z])[א-ת\u05b0-\u05c2]+(?![A-Za-z])"),
    re.compile("[אבגדהוזחטיכלמנסעפצקרשת\u05b0-\u05c2]{1,12}[ךםןףץ]?"),
    frozenset("יוהלאתרבשמםנחד"),
    4.0,
    6.1,
)
ARABIC = Alphabet(
    re.compile("(?<![A-Za-z])[ء-ْپچژگ]+(?![A-Za-z])"),
    re.compile("(?!.*ء[آأإء])[ء-بت-هوي-ْپچژگ]{1,14}[ةى]?[ً-ْ]?|[ةى]"),
    frozenset("اليمنورتبةعدسفه"),
    4.2,
    6.9,
)
# Syllables: a vowel before its consonant, a sign or two over it, a vowel behind. No words, for Thai
# writes no spaces between them; but nine consonants have a sign. ฃ and ฅ are dead, ๆ and ฯ end.
THAI = Alphabet(
    re.compile(
        "(?:[เ-ไ]?[กขคฆ-ฮ]{1,2}[ัิ-ฺ็]?[่-์]{0,2}ำ?[ะาๅ]{0,2})+(?:[ฯๆ](?![ก-์]))?|(?<![ก-์])[๐-๙]+(?![ก-์])"
    ),
    re.compile("(?!.*[ก-ฮ]{9})(?=..$|.*[ะ-ฺเ-์]).{2,}|[๐-๙]+"),
    frozenset("านรอกเง่มยลว้ดัตสทีิปบคพหจแะ"),
    5.0,
    8.1,
)
ALPHABETS = {
    "windows-1251": CYRILLIC,
    "koi8-r": CYRILLIC,
    "cp866": CYRILLIC,
    "iso8859-5": CYRILLIC,
    "windows-1253": GREEK,
    "windows-1255": HEBREW,
    "windows-1256": ARABIC,
    "cp874": THAI,
}
MARKS = frozenset("«»—–…№„“”’‘\xa0§°·،؛؟־׳״฿")
# A capital is one letter in 30.
CAPITAL = 4.0
# Fewer letters prove nothing: two words.
MIN_LETTERS = 10

# In a text of Latin letters: an accented letter beside a plain one, a typographer's mark; alone,
# since in other charsets' bytes they come in pairs; a fraction behind a number or a space. Of two:
# l’été, « Été », Größe, agréée, and small ones (ação, määrä), which in pairs are the rarest Han;
# not Turkish ones (ýð for ığ).
ACCENTED = "À-ÖØ-öø-ÿŠšŽžŒœŸ"
LATIN_RE = re.compile(
    rf"(?<![^\x00-\x7f])(?:(?<=[A-Za-z])[{ACCENTED}]|[{ACCENTED}](?=[A-Za-z])"
    r"|[‘’“”–—…•«»©®°£€§¡¿\xa0]|(?<=[0-9 ])[¼½¾]|(?<=[0-9m])[ªº²³]"
    rf"|[‘’“«–—…\xa0][{ACCENTED}](?=[A-Za-z])"
    rf"|(?<=[A-Za-z])[{ACCENTED}][’”»…\xa0]|(?<=[A-Za-z])[ß-ïñ-öø-ü]{{2}}(?![{ACCENTED}])"
    rf"|(?<= )[{ACCENTED}](?= )|(?<=[A-Za-z ])(?:\xa0[»–—]|[«–—]\xa0)|à\xa0|\xa0à)(?![^\x00-\x7f])"
)
# The accents of languages; of those that windows-1252 has, those that share letters with others.
WEST = (
    "áàâãçéêíóôõúüº",
    "àâæçéèêëîïôœùûüÿ",
    "äöüßé",
    "áéíñóúüº",
    "àèéìíòóù",
    "åäöæøéü",
    "äöüõšž",
    "éëïöüèáó",
)
EAST = (
    "ąćęłńóśźż",
    "áčďéěíňóřšťúůýž",
    "áäčďéíĺľňóôŕšťúýž",
    "áéíóöőúüű",
    "ăâîşţ",
    "čćđšž",
)
ACCENTS = {
    "windows-1250": EAST,
    "iso8859-2": EAST,
    "iso8859-15": ("àâæçéèêëîïôœùûüÿ", "äöüõåšž"),  # œ of French; š and ž of Estonian, Finnish
    "windows-1254": ("çğıöşüâîû",),
    "windows-1257": ("ąčęėįšųūž", "āčēģīķļņšūž"),
}
# A word with accents, in a short one no more than other letters; capitals at its head, or all.
# What reads œ behind a number or alone was a fraction: 2½, ¼.
WORD_RE = re.compile("(?<![0-9])(?![ŒœŸ](?![A-Za-z]))[A-Za-zÀ-ÖØ-öø-ž]+")
CAPITALS = "A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽĽŐŰĂŞŢĐĞİĀĒĢĪĶĻŅŪĖĮŲ"
SHAPE_RE = re.compile(rf"\w[^{CAPITALS}]*|[{CAPITALS}]+")
MAX_SHORT = 3
TYPED = frozenset("„“”‘’–—…•«»©®°§\xa0")
# Bits of an accent of the language that has most of them; of another one in windows-1252; of one
# that windows-1252 has something else for. Chosen: a letter or two do not take a text from it.
NATIVE, STRANGE, OWN = 6.0, 9.0, 6.5
# Fewer accents do not show another charset than windows-1252.
MIN_ACCENTS = 2
# Portuguese has ã and õ before o and e: elsewhere they are Romanian ă, Hungarian ő.
NASAL_RE = re.compile("ã(?![oe])|õ(?!e)")
# What stands where nothing does.
LOST_BITS = 1.2 * GUEST


def is_one_byte(name: str) -> bool:
    """Say whether a charset is one of those judged here."""
    return name == LATIN or name in ALPHABETS or name in ACCENTS


def natural_letters(text: str, name: str) -> int:
    """Return how many letters and marks outside ASCII stand as they do in words."""
    if name == LATIN:
        return sum(map(len, LATIN_RE.findall(text)))
    if name in ACCENTS:
        return _accents(text, name)[0] + sum(map(text.count, TYPED))
    return len(_words(text, ALPHABETS[name])) + sum(map(text.count, MARKS))


def cost(text: str, name: str) -> float:
    """Return the bits of a text in one of these charsets."""
    others = sum(map(len, NON_ASCII_RE.findall(text)))
    controls = len(CONTROL_RE.findall(text))
    plain = ASCII * (len(text) - others) + (CONTROL - ASCII) * controls
    if name == LATIN:
        natural = natural_letters(text, name)
        native, strange = _west(text) if natural else (0, 0)
        spent = (NATIVE - MARK) * native + (STRANGE - MARK) * strange
        return spent + MARK * natural + LOST_BITS * (others - natural) + plain
    if name in ACCENTS:
        natural, own = _accents(text, name)
        if natural < MIN_ACCENTS or not own:
            return float("inf")
        marks = sum(map(text.count, TYPED))
        rest = others - natural - marks
        return NATIVE * (natural - own) + OWN * own + MARK * marks + LOST_BITS * rest + plain
    alphabet = ALPHABETS[name]
    words = _words(text, alphabet)
    if len(words) < MIN_LETTERS:
        return float("inf")
    lower = words.lower()
    common = sum(map(lower.count, alphabet.common))
    capitals = sum(one != small for one, small in zip(words, lower, strict=True))
    spent = alphabet.common_bits * common + alphabet.other_bits * (len(words) - common)
    marks = sum(map(text.count, MARKS))
    rest = others - len(words) - marks
    return spent + CAPITAL * capitals + MARK * marks + LOST_BITS * rest + plain


def _words(text: str, alphabet: Alphabet) -> str:
    return "".join(filter(alphabet.word.fullmatch, alphabet.run.findall(text)))


def _west(text: str) -> tuple[int, int]:
    """Return how many accents of a text the best language of windows-1252 has, and has not."""
    letters = [one for one in text.lower() if one > "\x7f" and one.isalpha()]
    native = max(sum(map(letters.count, language)) for language in WEST)
    native = max(0, native - len(NASAL_RE.findall(text.lower())))
    return native, len(letters) - native


def _accents(text: str, name: str) -> tuple[int, int]:
    """Return how many accents the best language has, and those not in windows-1252's places."""
    words = [one for one in WORD_RE.findall(text) if not one.isascii() and SHAPE_RE.fullmatch(one)]
    accents = ["".join(NON_ASCII_RE.findall(one)) for one in words]
    found = [
        some.replace("İ", "ı").lower()
        for some, word in zip(accents, words, strict=True)
        if 2 * len(some) <= len(word) + 1 or len(some) < len(word) > MAX_SHORT
    ]
    best = max(("".join(filter(language.issuperset, found)) for language in _sets(name)), key=len)
    return len(best), sum(map(best.count, _own(name)))


@cache
def _sets(name: str) -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, ACCENTS[name]))


@cache
def _own(name: str) -> frozenset[str]:
    """Return the letters that windows-1252 has other characters for."""
    return frozenset(
        one for one in "".join(ACCENTS[name]) if one.encode(name) != one.encode(LATIN, "ignore")
    )
