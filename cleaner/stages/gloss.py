"""Readings that a converter put behind the characters it could not be sure of.

Mirrors of news sites are put into traditional characters by programs that show, where a
simplified character has several forms, the reading of the one that they took:

    蘇北村莊龍卷風(fēng)之困：小概率自然災(zāi)害的防御難題

A writer glosses a rare character or a name once (甪(lù)直), a primer each character of a line. Here
common characters are glossed again and again, and of all glossed ones hardly any is written alike
in both scripts.
"""

from collections.abc import Iterator

from cleaner import late as re
from cleaner.chars.converter import converter
from cleaner.chars.scripts import HAN, HAN_RE
from cleaner.document import Document, Edit
from cleaner.stage import Rewrite

# A syllable in half-width brackets behind a character, and the space that some programs set behind
# each. Group 1: the character; group 2: the gloss; group 3: the space.
_LETTERS = "a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"
GLOSS_RE = re.compile(rf"([{HAN}])(\([{_LETTERS}]{{1,6}}\))( (?![A-Za-z0-9]))?")

# Least number of glosses, of different characters, share of characters that the scripts write
# differently, and characters of the text for each. Chosen: the start of such a mirror (152
# characters) has 14 glosses of 7 characters, all of them such.
MIN_GLOSSES, MIN_KINDS, MIN_TRADITIONAL, MIN_HAN_EACH = 8, 4, 0.85, 4
# Share of glosses with a space behind from which the spaces are the program's. Chosen.
MIN_SPACED = 0.5


def converter_gloss(document: Document) -> Iterator[Edit]:
    """Delete the readings behind traditional characters that a converting program left.

    Leaves primers, dictionaries, and the reading of a rare character or a name.
    """
    text = document.text
    found = list(GLOSS_RE.finditer(text))
    glossed = "".join(match[1] for match in found)
    if len(found) < MIN_GLOSSES or len(set(glossed)) < MIN_KINDS:
        return
    simplified = converter().convert(glossed)
    traditional = sum(a != b for a, b in zip(glossed, simplified, strict=False))
    if traditional < MIN_TRADITIONAL * len(found):
        return
    if len(HAN_RE.findall(text)) < MIN_HAN_EACH * len(found):
        return
    spaced = sum(match[3] is not None for match in found) >= MIN_SPACED * len(found)
    for match in found:
        yield Edit(match.start(2), match[2] + (match[3] or "" if spaced else ""), "")


# Synthetic, all of them.
_MIRROR = (
    "河邊的報(bào)館已經(jīng)關(guān)了三十年，門前的標(biāo)志還在。當(dāng)時(shí)的編輯說，"
    "一場(chǎng)風(fēng)把招牌吹落，後來再也沒有人修它，新聞也就從這條街上消失了。"
)

CONVERTER_GLOSS = Rewrite(
    converter_gloss,
    gate="(",
    examples={
        _MIRROR: re.sub(r"\(.{1,6}?\)", "", _MIRROR),
        # Without tones, a space behind.
        (
            "河邊的報(bao) 館已經(jing) 關(guan) 了三十年，門前的標(biao) 志還在。當(dang) "
            "時(shi) 的編輯說，一場(chang) 風(feng) 把招牌吹落，後來再也沒有人修它，"
            "新聞就從這條街上消失了。"
        ): (
            "河邊的報館已經關了三十年，門前的標志還在。當時的編輯說，一場風把招牌吹落，"
            "後來再也沒有人修它，新聞就從這條街上消失了。"
        ),
        # A space between two words is the writer's.
        f"老街的報(bào) 舊事(shì) 新聞(wén)\n{_MIRROR}": (
            "老街的報 舊事 新聞\n" + re.sub(r"\(.{1,6}?\)", "", _MIRROR)
        ),
    },
    keeps=[
        # A rare character, a name; a primer; a list of readings; a dictionary's entry.
        "甪(lù)直在蘇州，蔚(yù)縣在河北，番(pān)禺在廣東，都是容易讀錯的地名。",
        "小(xiǎo)朋(péng)友(yǒu)，大(dà)家(jiā)好(hǎo)，今(jīn)天(tiān)我(wǒ)們(men)學(xué)習(xí)。",
        "報(bào) 標(biāo) 時(shí) 關(guān) 經(jīng) 場(chǎng) 風(fēng) 當(dāng) 號(hào) 國(guó)",
        "行(háng)：行列、銀行；行(xíng)：行走、旅行；行(hàng)：樹行子；行(héng)：道行。",
        # Simplified text for those who learn.
        (
            "他给(gěi)我看(kàn)了一张照片，上面有(yǒu)山，有水(shuǐ)，还有一只(zhī)鸟，站在(zài)树上"
            "(shàng)，好像(xiàng)在唱歌(gē)。"
        ),
        # Functions and abbreviations.
        (
            "設函數(f)、數組(arr)、變量(x)、類(cls)、對象(obj)、線程(t)、進程(pid)、鏈(c)、圖(g)、"
            "樹(t)、隊列(q)，這些寫法在書裡都用到，讀者可以先記住再往下看，遇到時就不用回頭查了。"
        ),
        # Few.
        "河邊的報(bào)館已經(jīng)關(guān)了三十年，門前的標(biāo)志還在，沒有人記得它的名字。",
    ],
)
