"""Old charsets of Europe that were read in each other: Russian and Greek in Latin letters.

ftfy and utf8.py mend what was UTF-8, which checks itself. Here nothing checks, each charset has a
letter or a sign for each byte; what tells is how languages are written:

- A word has no sign in it: pøíli¹ ¾lu»ouèký, f‚d‚ral.
- A word is lower case, upper case, or begins with one: оПХБЕР is none.
- It is of one script; of Latin ones half its letters have no accents: Ïðèâåò.
- Of the letters with accents each language has few: ř and ø are in none together.

A line that breaks these is read in each charset that another language uses. One reading must be a
text by all of them, in common letters where the alphabet is another.
"""

from cleaner import late as re
from cleaner.chars.mixups import bytes_of_one

READ_IN = ("cp1252", "cp1251", "koi8-r", "cp866", "cp1250", "mac-roman", "cp437", "cp850")
CYRILLIC = ("cp1251", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic")
GREEK = ("cp1253", "iso8859-7", "cp737")
LATIN = ("cp1252", "mac-roman", "cp850", "cp1250", "iso8859-2", "cp852", "cp1254")
# The letters of languages beside a to z.
LANGUAGES = tuple(
    map(
        frozenset,
        (
            "àâæçèéêëîïôœùûüÿ",  # French
            "äöüßé",  # German
            "áčďéěíňóřšťúůýž",  # Czech
            "áäčďéíĺľňóôŕšťúýž",  # Slovak
            "ąćęłńóśźż",  # Polish
            "áéíóöőúüű",  # Hungarian
            "çğıöşüâîû\u0307",  # Turkish
            "áéíñóúü",  # Spanish
            "àáâãçéêíóôõúü",  # Portuguese
            "åäöé",  # Swedish, Finnish
            "åæøéèêòô",  # Danish, Norwegian
            "ăâîșşțţ",  # Romanian
            "čćđšž",  # Croatian
            "àèéìíîòóù",  # Italian
            "àçèéíïòóúü·",  # Catalan
            "áðéíóúýþæö",  # Icelandic
            "äõöüšž",  # Estonian
            "āčēģīķļņšūž",  # Latvian
            "ąčęėįšųūž",  # Lithuanian
        ),
    )
)
# Those that no charset of the list is for: a line of them is a text all the same.
OTHER_LANGUAGES = (
    frozenset("àáâãèéêìíòóôõùúýăđĩũơư") | frozenset(map(chr, range(0x1EA0, 0x1EFA))),  # Vietnamese
    frozenset("äçňöşüýž"),  # Turkmen
    frozenset("äåæéöøàáèêíóôüšž"),  # Northern, with names of others
)
HIGH_RE = re.compile("[^\x00-\x7f]")
WORD_RE = re.compile(r"[^\W\d_]+")
CYRILLIC_RE = re.compile("[Ѐ-ӿ]")
GREEK_RE = re.compile("[Ͱ-Ͽἀ-῿]")
# A sign between letters that no language has there, and codes that are no text.
SIGN_RE = re.compile(r"(?<=[^\W\d_])[^\w\s\x00-\x7f’·…–—«»“”\xad]+(?=[^\W\d_])")
CODE_RE = re.compile("[\x80-\x9f]")
# A capital inside a word: what Mac Roman and others have for é; Cyrillic in the wrong case.
INNER_RE = re.compile("[a-zß-ÿа-яё][À-ÖØ-ÞА-ЯЁ]")
# The most frequent letters: 75 % of Russian and Greek text, 30 to 40 % of a wrong reading.
COMMON = frozenset("оеаинтсрвлкмдαοειτσνηυρςπκάέίό")
COMMON_LATIN = frozenset("éèàçêâîôäöüßáíóúąęłńśżźćščřžýůěťşığãõñåøæőűœ")
ASCII = frozenset(map(chr, range(128)))
PLAIN = tuple(letters | frozenset("«»“”‘’…–—·°©§\xa0") for letters in LANGUAGES)
# The last character before those of East Asia.
LAST = "\u2fff"
# Signs in words, words that are odd, letters of no language that a line must have to be no text;
# the share of letters with accents that none has. Chosen on 600 lines, 900,000 others unchanged.
MIN_BREAKS, MIN_WORDS, MIN_ODD, MIN_TURNED, MIN_STRANGE, MIN_HIGH = 2, 3, 0.4, 0.8, 5, 0.5
# The letters that a reading of another alphabet must have, and shares of common ones: in it, in
# what it was read as, in a line that is plain.
MIN_LETTERS, MIN_COMMON, MAX_COMMON, MIN_PLAIN = 10, 0.55, 0.42, 0.4
# A reading in Latin letters: so many with accents, so many different, and such shares of common
# ones, and of letters among all that is not ASCII. By so much a reading must lead others.
MIN_ACCENTS, MIN_DIFFERENT, MIN_OF_LATIN, MIN_LEAD = 3, 2, 0.8, 0.1
# A letter or a sign behind a letter; not “”, …, —, which Chinese has everywhere.
GATE_RE = re.compile("[\x80-\u04ff‚„†‡ˆ‰‹•˜™›€\u2200-\u25ff](?<=[A-Za-z\x80-\u04ff].)")


def reread(line: str) -> str | None:
    """Return a line of a European language as it was written, None without proof."""
    if max(line, default="") > LAST or _is_plain(line) or not _is_no_text(line):
        return None
    found: dict[str, float] = {}
    for wrong in READ_IN:
        data = b""
        for one in line:
            code = bytes_of_one(one, wrong)
            if not code:
                break
            data += code
        else:
            for right in (*CYRILLIC, *GREEK, *LATIN):
                if right != wrong:
                    try:
                        text = data.decode(right)
                    except UnicodeDecodeError:
                        continue
                    if (worth := _worth(text)) and text != line:
                        found[text] = max(worth, found.get(text, 0))
    if not found:
        return None
    best = max(found, key=found.__getitem__)
    others = (worth for text, worth in found.items() if _script(text) != _script(best))
    return best if found[best] >= max(others, default=0) + MIN_LEAD else None


def _script(text: str) -> int:
    return 1 if CYRILLIC_RE.search(text) else 2 if GREEK_RE.search(text) else 0


def _words(text: str) -> list[str]:
    return [word for word in WORD_RE.findall(text) if len(word) > 1]


def _is_cased(word: str) -> bool:
    return (
        len(word) == 2
        or word.islower()
        or word.isupper()
        or (word[0].isupper() and word[1:].islower())
    )


def _is_plain(line: str) -> bool:
    """Say whether a line is a text at the first look: most are."""
    high = frozenset(line) - ASCII
    if INNER_RE.search(line):
        return False
    if any(high <= letters for letters in PLAIN):
        return True
    lower = line.lower()
    return sum(map(lower.count, COMMON)) >= MIN_PLAIN * len(line)


def _is_no_text(line: str) -> bool:
    """Say whether a line breaks the rules of all languages."""
    if len(SIGN_RE.findall(line)) + len(CODE_RE.findall(line)) >= MIN_BREAKS:
        return True
    words = [word for word in _words(line) if HIGH_RE.search(word)]
    letters = "".join(words)
    if CYRILLIC_RE.search(letters) or GREEK_RE.search(letters):
        return _is_no_greek(words)
    high = HIGH_RE.findall(letters)
    if len(high) >= MIN_HIGH * len(letters) and len(high) >= MIN_LETTERS:
        return True
    if len(INNER_RE.findall(line)) >= MIN_BREAKS:
        return True
    return len(high) >= MIN_STRANGE and not _language(high, OTHER_LANGUAGES)


def _is_no_greek(words: list[str]) -> bool:
    """Say whether words with Cyrillic or Greek letters are no text of such."""
    letters = "".join(words).lower()
    common = sum(map(COMMON.__contains__, letters))
    if common >= MIN_COMMON * len(letters):
        return False  # as a keyboard with Caps Lock writes: пРИВЕТ, кАК дЕЛА
    of_one = [word for word in words if _is_of_one(word)]
    odd = len(words) - sum(map(_is_cased, of_one))
    if odd >= max(MIN_WORDS, MIN_ODD * len(words)):
        return True
    if len(words) < MIN_WORDS or len(of_one) < len(words):
        return False
    turned = any(len(word) > 2 and word[0].islower() and word[1:].isupper() for word in words)
    if turned and sum(word[1:].isupper() for word in words) >= MIN_TURNED * len(words):
        return True
    return len(letters) >= MIN_LETTERS and common < MAX_COMMON * len(letters)


def _is_of_one(word: str) -> bool:
    high = len(HIGH_RE.findall(word))
    return high == len(word)


def _language(high: list[str], others: tuple[frozenset[str], ...] = ()) -> bool:
    letters = frozenset("".join(high).lower())
    return any(letters <= language for language in (*LANGUAGES, *others))


def _worth(text: str) -> float:
    """Return how common the letters of a reading are, 0 where it breaks the rules."""
    high = [one for one in HIGH_RE.findall(text) if one.isalpha()]
    words = [word for word in _words(text) if HIGH_RE.search(word)]
    if not high or CODE_RE.search(text) or SIGN_RE.search(text) or not all(map(_is_cased, words)):
        return 0
    letters = len(high) / len(HIGH_RE.findall(text))
    lower = "".join(high).lower()
    for script in (CYRILLIC_RE, GREEK_RE):
        if script.search(lower):
            common = sum(map(COMMON.__contains__, lower)) / len(high)
            is_one = all(map(script.match, high)) and all(map(_is_of_one, words))
            is_text = is_one and len(high) >= MIN_LETTERS and common >= MIN_COMMON
            return common * letters if is_text else 0
    common = sum(map(COMMON_LATIN.__contains__, lower)) / len(high)
    is_text = len(high) >= MIN_ACCENTS and len(frozenset(high)) >= MIN_DIFFERENT
    if not is_text or min(common, letters) < MIN_OF_LATIN or not _language(high):
        return 0
    return common * letters
