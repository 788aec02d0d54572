"""How a traditional text writes what has a simplified form too: which of these are strays in it.

A character alone does not tell; the text's own use of both forms does. Four kinds, the surest
first:

1. Characters of the reform (們/们, 發/发), which only simplified text and no older print has:
   strays where the text has the other form as well, or has them once or twice.
2. Those that Japan has too (國/国, 號/号), and those that Big5 has for words of old that nobody
   writes (機/机): strays where the text has the other form as often. The former also once or twice
   without it, in words of the list, where no other is so: who has the habit has more of them. Where
   Japan is spoken of what is no word of the list stays.
3. Forms older than the reform (內/内, 卻/却), the habit of printers, keyboards, writers: only in
   words of the list, where the text has the other form `MORE_TWINS` times as often.
4. What stands in words of its own too (以後/以后, 皇后): only in a word of two and more, and where
   the text writes that word, or the character, otherwise `MORE_TWINS` times as often.

A text with two and more of the first kind and never their other forms is spelt so by its writer
(novels of old). One without the words of modern prose is verse, old, a list, a table of codes, and
has no strays.
"""

from functools import cache
from typing import NamedTuple

from cleaner import late as re
from cleaner.chars.converter import converter
from cleaner.chars.hans_hant import SIMPLIFIED_ONLY
from cleaner.chars.scripts import codes_of_text, is_han
from cleaner.chars.shinjitai import FORMS, is_japanese, speaks_of_japan
from cleaner.chars.simplified import simplified, table
from cleaner.late import np
from cleaner.lexicon import NAME, WORD, kind_of, tagged_at

# Words of Cantonese, a number of accounts, and what is traditional for some (糯米糍).
KEPT = frozenset("吓响叁咤嬷糍麽")
# Forms older than the reform, of those that Big5 does not have: what its table (简化字总表) does
# not list, and what texts of Taiwan and Hong Kong and editions of old poems were found to have.
OLD = frozenset(
    "争亘侣俣偬兹内册冲决况净凉凛凑凭减删别刹却卧厦厢厨厩厮叠叙吕启吴咏咤唤嘘奂奥姗姹宫廪强彦恒"
    "悦愠户抛换携摇晋栅椁横殴殁没泪涣渊温潜潴烟焕猪猫珊瑶疱疴痪禀禄禅秃税笋筝粮耻脉脚脱腼莅莱葱"
    "蒋蔷蘖虚虬衮袅踪迩迹遥隐隶静韵黄鼹"
)
# What Big5 has for words of old that nobody writes.
OBSOLETE = frozenset("万与丰优价体党听圣坏岭异怀惊愿扰据机极构气洁离种网胜虫蚕触赶踊适")
# What stands in words of its own too: 皇后, 公里, 系统, 一面.
OF_WORDS = frozenset("于制只向后复夸征松系致舍范里面")

# What OpenCC writes for Taiwan, for Hong Kong, and in old books; of these the text's own is taken.
CONVERTERS = ("s2tw", "s2hk", "s2t")
# Words of modern prose, Cantonese and law, in simplified. In a thousand characters papers of law
# have 10 to 60, manuals 30 to 140, a novel of 1760 has 5 to 66; old verse (1,800 files) 0 to 4.
MODERN_RE = re.compile(
    "[的这们个吗吧没嘅咗啲唔喺]|[关对由]于|因[此为]|以[及上下]|或者|规定|并[不非]|具有|进行|可以|如果"
    "|其他|应[该以]|认为|问题|不得|之一"
)
MIN_MODERN = 0.005
MORE_TWINS = 3
OF_JAPAN = {ord(form): new for form, new in FORMS.items()}
# So many times, and never the other form: more is the writer's spelling. Chosen.
FEW = 2
# Behind what else 个 is the particle of Hakka and of Taiwan's speech: 硬頸个細人.
BEFORE_GE = frozenset("一二三四五六七八九十百千万萬两兩几幾这這那每各整某单單数數多半有0123456789")
# A line that is no entry of a list.
MIN_PROSE, PROSE_RE = 12, re.compile("[，。；：、]")
# How far the Han around a place are asked whether all are Japan's: a sentence of it.
NEAR = 40


def is_old(text: str, modern: re.Pattern[str] | None = None) -> bool:
    """Say whether a text, in simplified, has too few words of modern prose to be such."""
    return len((modern or MODERN_RE).findall(text)) < MIN_MODERN * len(text)


@cache
def twins() -> dict[str, str]:
    """Return the traditional forms of each character that is asked about."""
    asked = (SIMPLIFIED_ONLY - KEPT) | OBSOLETE | OF_WORDS
    found = dict(FORMS.items())
    for old, new in table().items():
        if chr(old).encode("big5", "ignore"):
            if new in asked:
                found[new] = found.get(new, "") + chr(old)
            for form in _forms().get(new, ""):
                found[form] += chr(old)
    return found


class Written(NamedTuple):
    """A line, and the same in simplified and in this text's traditional characters."""

    line: str
    known: str
    wanted: str
    is_prose: bool


class Spelling:
    """How a text writes what it has in two forms; `strays`: the characters that may be such."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._times_of_words: dict[str, int] = {}
        self.strays: frozenset[str] = frozenset()
        known = simplified(text)
        if is_old(known):
            return
        self.japan = speaks_of_japan(known)
        self._times = np.bincount(codes_of_text(text), minlength=0x10000)
        present = [one for one in twins() if self._times[ord(one)]]
        habits = sum(
            one in SIMPLIFIED_ONLY and self._count(one) > FEW and not self._others(one)
            for one in present
        )
        few = 0 if habits > 1 else FEW
        # Who has the habit of Japan's forms, or of older ones, has more than one of them.
        alone = [one for one in present if one in _shared() | OLD and not self._others(one)]
        few_shared = 0 if len(alone) > 1 or self.japan else FEW
        self.strays = frozenset(one for one in present if self._may_be_stray(one, few, few_shared))

    def _count(self, word: str) -> int:
        if len(word) == 1:
            return int(self._times[ord(word)])
        # Once for a word and not for a place: a word may stand in each line.
        if word not in self._times_of_words:
            self._times_of_words[word] = self._text.count(word)
        return self._times_of_words[word]

    def _others(self, one: str) -> int:
        return max(self._count(twin) for twin in twins()[one])

    def _may_be_stray(self, one: str, few: int, few_shared: int) -> bool:
        times, others = self._count(one), self._others(one)
        if one in OF_WORDS:
            return True
        if one in OLD:
            return others >= MORE_TWINS * times
        if one in _shared():
            return others >= times or (one in SIMPLIFIED_ONLY and times <= few_shared)
        return others > 0 or times <= few

    def is_stray(self, written: Written, at: int) -> bool:
        """Say whether one of `strays` is one at this place of a line."""
        line, known, _, is_prose = written
        one = line[at]
        if one not in OLD and one not in OF_WORDS and one not in _shared():
            return True
        if one == "个" and line[at - 1 : at] not in BEFORE_GE and line[at + 1 : at + 2] != "人":
            return False
        if self.japan and _may_be_japanese(line, at):
            return False
        if one in OF_WORDS:
            return is_prose and self._is_of_word(written, at)
        kind = kind_of(known, at, at + 1)
        if one in OLD or one in OBSOLETE:
            return is_prose and kind == WORD
        # Without the other form in the text only a word shows it: not 佐藤学, nor 『国』字.
        sure = not self.japan and self._others(one) >= self._count(one)
        return kind == WORD or (kind != NAME and sure)

    def _is_of_word(self, written: Written, at: int) -> bool:
        line, known, wanted, _ = written
        _, start, word = tagged_at(known, at)
        end = start + len(word)
        # 相关系科 has no 关系.
        if len(word) == 1 or _is_word(known[max(0, start - 1) : start + 1]):
            return False
        if _is_word(known[end - 1 : end + 1]):
            return False
        pairs = ((wanted[at], line[at]), (wanted[start:end], line[start:end]))
        return any(self._count(new) >= MORE_TWINS * self._count(old) for new, old in pairs)

    def written(self, line: str) -> Written:
        """Return a line in both scripts, each of its length."""
        is_prose = len(line) >= MIN_PROSE and PROSE_RE.search(line) is not None
        known = simplified(line.translate(OF_JAPAN))
        return Written(line, known, self._wanted(line), is_prose)

    def _wanted(self, line: str) -> str:
        """Return a line in traditional as OpenCC has it, of these forms the text's own."""
        simple = converter().convert(line.translate(OF_JAPAN))
        forms = [converter(name).convert(simple) for name in CONVERTERS]
        if any(len(form) != len(line) for form in forms):
            return line
        return "".join(
            one if one == two == three else max((one, two, three), key=self._count)
            for one, two, three in zip(*forms, strict=True)
        )


def _is_word(two: str) -> bool:
    return len(two) > 1 and tagged_at(two, 0)[2] == two


def _may_be_japanese(line: str, at: int) -> bool:
    """Say whether the Han around are all Japan's, and none that Japan writes otherwise."""
    first = last = at
    while first > max(0, at - NEAR) and is_han(line[first - 1]):
        first -= 1
    while last < min(len(line), at + NEAR) and is_han(line[last]):
        last += 1
    return all(is_japanese(one) and one not in _not_japans() for one in line[first:last])


@cache
def _shared() -> frozenset[str]:
    """Return what Japan has too, and what is obsolete."""
    reformed = (one for one in SIMPLIFIED_ONLY - OLD if is_japanese(one))
    return OBSOLETE | FORMS.keys() | frozenset(reformed)


@cache
def _not_japans() -> frozenset[str]:
    """Return the traditional characters for which Japan has forms of its own."""
    return frozenset(
        chr(old)
        for old, new in table().items()
        if new in _forms() or (new in SIMPLIFIED_ONLY and is_japanese(new))
    )


@cache
def _forms() -> dict[str, str]:
    """Return Japan's forms by their simplified ones."""
    forms: dict[str, str] = {}
    for form, new in FORMS.items():
        forms[new] = forms.get(new, "") + form
    return forms
