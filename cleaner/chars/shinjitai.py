"""Japan's forms in a Chinese text: strays of a reader that knows them, or Japan's own names.

気温降到零下 is a reader's, 読売新聞 is a name. A form by itself does not tell, its word does:

1. A word of the list with a character that no Japanese charset has is Chinese: 広场, 経过.
2. Any word of the list, or a particle (対, 従), where the text never speaks of Japan.
   What is quoted, and may be Japanese whole, stays. Names (広島) and what is no word (桜井) stay.

The forms are those of the first level of JIS X 0208 that neither GB 2312 nor Big5 has, by OpenCC's
JPVariants (Apache-2.0); without 円 and those that mostly names have (滝, 曽, 麹).
"""

from collections.abc import Iterable

from cleaner import late as re
from cleaner.lexicon import WORD, kind_of, tagged_at

FORMS = dict(
    zip(
        "両乗亀亜仏仮価倹児処剣剤剰労効勅勧勲単厳収営団囲図圏圧塁塩増壊壌売変奨実寛対専巣巻帯帰庁広廃"
        "弾従徳徴応恵悩悪懐戦戯払抜択拝拠拡挙挿捜掲掻揺摂撃撹斉斎晩暁暦栄桜桟検楽様権歓歩歯歳歴毎気沢"
        "浄涙渇済渉渋渓満瀬焼犠猟獣畳痩発県砕稲穂穏竜粋粛経絵継続総縄縦繊繍聴脳臓荘蔵薫薬蛍蝋覇覚覧観"
        "訳読譲賛転軽辺逓遅郷酔醤醸釈鉄鉱銭鋳錬関闘陥険隠雑霊頼顕駅駆騒験髄髪鶏鹸麺黒黙齢",
        "两乘龟亚佛假价俭儿处剑剂剩劳效敕劝勋单严收营团围图圈压垒盐增坏壤卖变奖实宽对专巢卷带归厅广废"
        "弹从德征应惠恼恶怀战戏拂拔择拜据扩举插搜揭搔摇摄击搅齐斋晚晓历荣樱栈检乐样权欢步齿岁历每气泽"
        "净泪渴济涉涩溪满濑烧牺猎兽叠瘦发县碎稻穗稳龙粹肃经绘继续总绳纵纤绣听脑脏庄藏薰药萤蜡霸觉览观"
        "译读让赞转轻边递迟乡醉酱酿释铁矿钱铸炼关斗陷险隐杂灵赖显驿驱骚验髓发鸡碱面黑默龄",
        strict=True,
    )
)
JAPAN_RE = re.compile(
    "日本|日语|日文|日方|日军|东京|大阪|京都|名古屋|横滨|昭和|平成|令和|假名|汉字|[ぁ-ゖァ-ヺ]"
)
# People, places, organisations, other names.
NAME_TAGS = frozenset(("nr", "ns", "nt", "nz", "nrt", "nrfg"))


def speaks_of_japan(text: str) -> bool:
    """Say whether a text may mean Japan's forms."""
    return JAPAN_RE.search(text) is not None


def strays_of_japan(
    line: str, wanted: str, places: Iterable[int], *, about_japan: bool
) -> frozenset[int]:
    """Return the places of Japan's forms in a simplified line that are a reader's mistakes.

    In a line with as many others, a list of Japan's names, those that may be Japanese are none.
    """
    found = [at for at in places if line[at] in FORMS]
    strays = [at for at in found if _is_stray(line, wanted, at, about_japan=about_japan)]
    if not about_japan and 2 * len(strays) <= len(found):
        strays = [at for at in strays if _is_stray(line, wanted, at, about_japan=True)]
    return frozenset(strays)


def is_japanese(word: str) -> bool:
    """Say whether Japan's charset has all of it."""
    return len(word.encode("cp932", "ignore")) == 2 * len(word)


def _is_stray(line: str, wanted: str, at: int, *, about_japan: bool) -> bool:
    _, start, word = tagged_at(wanted, at)
    written = line[start : start + len(word)]
    if kind_of(wanted, at, at + 1) != WORD:
        return False
    if len(word) > 1 and not is_japanese(written):
        return True
    (_, tag), *_ = tagged_at(wanted, start + len(word))
    return not about_japan and tag not in NAME_TAGS
