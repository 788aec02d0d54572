"""How ordinary a text is: the share of common characters, by which wrong readings are told.

Some 700 characters make 60 to 85 % of any modern Chinese text and under 15 % of a wrong reading,
which falls anywhere in a table of 20,000.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from cleaner import late as re
from cleaner.chars.scripts import HAN, HANGUL, KANA, RANGE_RE, codes_of, is_han
from cleaner.late import NDArray, np

# The characters that any frequency list of modern Chinese prose has in front, with their
# traditional forms. Measured share of them among Han characters: .66 to .89 on laws, news and
# reports, .70 to .81 on Taiwanese articles, .34 to .55 on Tang poems, .37 on a recipe.
COMMON_HAN = frozenset(
    # Simplified, or the same in both.
    "一七万三上下不与专且世业东两个中为主么义之乐九也乡书买了争事二于五些交产京亲人亿什今从他代以们件价任企众会传但位低住体何作你使供便俄保信候做像儿元先光克党入全八"
    "公六共关其具内再写军农冬决况准几出分切则创利别到制前力办加务动化北区医十千半华协单南卫即却历原去县又及反发取受变口只可台史号司各合同名后向听告员周命和品售商四回"
    "因园国土在地场型城基境增声处复夏外多夜大天太头奥女她好如委媒子学孩它安完定实宣家察对导将小少尔就届展山岛州工己已巴市布师带常平年并广应度庭建开式张强当形影往很律"
    "得德心必快思性总情想意感成我或战房所手才打技把投护报拉持指据接推提支收改放政教数整文料斯新方无日早时明星春昨是晚更最月有服望期木本术机权村条来极林果校样格桥森次"
    "歌正此死母每比民气水求江没河油治法活济海深清港湖湾源满火点然爱父物特状率王环现球理生用由电男界疗病白百的目直相省看真眼着知石研确示社神秋种科称程究空立站第等策管"
    "米类系红约线组经结给络统续绿网罗美群老者而联育能自至航船色节花英草药营蓝行表被西要见观规视觉解言警计认让议记许论设访证识话该语说调象责质费资赛走起超路身车较边达"
    "过运近还这进通造道那部都里重量金铁银镇长门问间队阿院难青非面革音项领题食首香马高黄黑"
    # Traditional forms of these.
    "並乾佔來個們傳價億兒內兩別則創動務區協卻員問單國園報場奧學實寫將專對導屆島師帶幾廣張強後從復愛應戰據數於時書會東條業極樂樣橋機權歷氣決沒況準滿濟灣為無營爭爲爾狀"
    "現環產當療發眾確種稱節約紅組結絡給統經綠網線縣總續羅羣義聯聲聽臺與華萬著藍藥處號衆術衛裏裡見規視親覺觀計記訪設許話該認語說調論證識議護變讓責買費資質賽車軍較辦農"
    "這週進運過達還邊鄉醫銀鎮鐘鐵長門開間關隊難電項領頭題類馬體麼黃點黨"
)


def _without(chars: Iterable[str], first: int, last: int) -> str:
    """Return the code points from first to last but those of chars, as ranges of a class."""
    gone = [
        first - 1,
        *(code for code in sorted(map(ord, chars)) if first <= code <= last),
        last + 1,
    ]
    return "".join(f"{chr(a + 1)}-{chr(b - 1)}" for a, b in pairwise(gone) if b - a > 1)


# What a wrong reading consists of, and ordinary text does not: Han that is not common, phonetic
# symbols (ㄛ is what Big5 makes of GBK's ，), private use, vertical, small forms (﹝ is 。), and
# kana of half width (Shift JIS has them for most single bytes). And what GBK makes of the last byte
# of a character in UTF-8 and the first of the next, where it has no Han; what is lost.
BETWEEN = bytes(
    code for row in range(0xA3, 0xAA) for cell in range(0xE4, 0xEA) for code in (row, cell)
)
UNCOMMON = (
    _without(COMMON_HAN, 0x3400, 0x9FFF)
    + BETWEEN.decode("gbk", "ignore")
    + "ㄅ-ㄯ\ue000-\ufaff︰-﹫｡-ﾟ\ufffd"
)
# Where the way of reading is a proof of its own (UTF-8, or pairs of accented letters), so few do
# if nearly all characters are of the first levels of GB 2312 or Big5; of chance a third is.
MIN_COMMON_ORDINARY = 0.1
MIN_ORDINARY = 0.9
# Share of kana that makes a reading Japanese (as in scripts.py, and over what chance gives).
MIN_KANA = 0.3

# A sign among letters, a capital behind a small letter: of two bytes read in a charset of one
# a third are such.
HIGH_LETTER_RE = re.compile("[^\x00-\x7f]")
ODD_RE = re.compile("[^\x00-\x7f\\w]|(?<=[a-zà-ÿа-џα-ω])[A-ZÀ-ÞЀ-ЯΑ-Ω]")
MIN_ODD = 0.2

# Syllables that make 40 to 50 % of any Korean text, and kana that make 60 % of any Japanese one's;
# of a wrong reading, which falls anywhere in a table, one in fifty and in seven. Counted.
COMMON_HANGUL_RE = re.compile(
    "[이다는을에의가고하한지로사기어리도아서스자대인은시그나해있를니수라정보일제부게들만습과용할]"
)
HANGUL_RE = re.compile(f"[{HANGUL}]")
COMMON_KANA_RE = re.compile("[のにはをがてでとしたいるすまなこれさもかっらーンスルトイリクアラ]")
FULL_KANA_RE = re.compile("[ぁ-んァ-ヶー]")
MIN_KOREAN, MIN_JAPANESE = 0.25, 0.5

# Common characters in running text, at least: a line of prose has .66 on average, the Hundred
# Family Surnames and the Thousand Character Classic .2. Numerals (一 二 三) are half at most.
MIN_PROSE = 0.4
NUMERALS = frozenset("〇一七三九二五八六十千百四零两")


def are_prose(han: Sequence[str]) -> bool:
    """Say whether Han characters are those of running text."""
    common, numerals = (sum(map(kind.__contains__, han)) for kind in (COMMON_HAN, NUMERALS))
    return common >= MIN_PROSE * len(han) and 2 * numerals <= len(han)


def common_share(text: str, *, with_kana: bool = True) -> tuple[int, float]:
    """Return how many letters tell, and the share of common ones among them.

    Kana and hangul are common where they are frequent, and where the reading is no mere guess:
    Big5 has kana where GBK has 企 and 器.
    """
    _, common, ordinary, other, syllables, *rest = _counts(text)
    telling = common + ordinary + other + syllables + sum(rest)
    if with_kana and syllables > MIN_KANA * telling:
        common += syllables
    return telling, common / telling if telling else 0.0


def syllable_share(text: str) -> tuple[int, float]:
    """Return how many Han characters and syllables a text has, and the share of kana and hangul.

    Kana of half width are none: a wrong charset makes them of any bytes.
    """
    _, common, ordinary, other, syllables, *_, half = _counts(text)
    letters = common + ordinary + other + syllables + half
    return letters, syllables / letters if letters else 0.0


def is_ordinary(text: str, share: float) -> bool:
    """Say whether the Han characters are of the first levels of GB 2312 and Big5, some common."""
    _, common, ordinary, other, *_ = _counts(text)
    return share >= MIN_COMMON_ORDINARY and (
        common + ordinary >= MIN_ORDINARY * (common + ordinary + other)
    )


def is_of_letters(text: str) -> bool:
    """Say whether letters of an alphabet outnumber Han: a word of Russian is no misread Chinese.

    Big5 and GBK have Greek and Cyrillic, each in the place of the other's common characters.
    """
    _, common, ordinary, other, _, letters, *_ = _counts(text)
    return letters > common + ordinary + other


def has_usual_syllables(text: str) -> bool:
    """Say whether the hangul and kana of a text, if it has any, are those of either language."""
    hangul, kana = len(HANGUL_RE.findall(text)), len(FULL_KANA_RE.findall(text))
    return (
        len(COMMON_HANGUL_RE.findall(text)) >= MIN_KOREAN * hangul
        and len(COMMON_KANA_RE.findall(text)) >= MIN_JAPANESE * kana
    )


def is_odd(text: str, share: float = MIN_ODD) -> bool:
    """Say whether no language writes its words so: with signs in them, and capitals."""
    return len(ODD_RE.findall(text)) >= share * len(HIGH_LETTER_RE.findall(text))


def has_no_code(text: str) -> bool:
    """Say whether nothing in the text is a control code or private."""
    *_, coded, private, _ = _counts(text)
    return not (coded or private)


@lru_cache(maxsize=64)
def _counts(text: str) -> tuple[int, ...]:
    """Return how many characters of each kind of `_kinds` the text has."""
    kinds = np.bincount(_kinds().take(codes_of(text), mode="clip"), minlength=9)
    return tuple(kinds.tolist())


@cache
def _kinds() -> NDArray[np.uint8]:
    """Return what each code point tells, shape (0x32400,); the last is that of all beyond.

    1 a common Han character, 2 another of the first levels, 3 another; 4 kana and hangul; 5 what
    tells as well, letters with accents, 6 the control codes among them; 7 private use; 8 kana of
    half width, of which a wrong charset makes as many.
    """
    kinds = np.zeros(0x32400, dtype=np.uint8)
    kinds[0x80:0x2001] = 5
    kinds[ord("ㄅ") : ord("ㄯ") + 1] = 5
    kinds[0x80:0xA0] = 6
    kinds[0x7F] = 7
    kinds[0xE000:0xF900] = 7
    kinds[0x2E80:0x2FE0] = 1  # radicals: nearly all stand for common characters
    for kind, characters in ((3, HAN), (4, KANA), (4, HANGUL)):
        for first, last in RANGE_RE.findall(characters):
            kinds[ord(first) : ord(last or first) + 1] = kind
    kinds[0xFF61:0xFFA0] = 8
    levels = (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6))
    for charset, first, last in levels:
        pairs = b"".join(bytes((a, b)) for a in range(first, last + 1) for b in range(0x40, 0xFF))
        kinds[[ord(one) for one in pairs.decode(charset, "ignore") if is_han(one)]] = 2
    kinds[[ord(one) for one in COMMON_HAN]] = 1
    return kinds
