"""Characters that look like another, or like nothing.

A PDF says which glyph stands on the page, not which character, and a font that draws 人 and the
radical ⼈ with one glyph lets the extractor answer either. So whole pages come with radicals, with
compatibility ideographs, with private codes of old fonts, and every word search fails on them.
They are put back one by one from Unicode's own tables. Never by NFKC of the text: it destroys
①㎡…，： and leaves ⻄ as it is.

Japanese keeps its compatibility ideographs: 神 is how some write their name. The ideographic space
stays a wide one, and the wide spaces of the typesetter become such in East Asian text: an indent
of two is evidence for the stages after. The other rule of this family is that a character without
a width goes, where the script around it has no use for it.
"""

import unicodedata
from collections.abc import Iterator
from itertools import islice

from cleaner import late as re
from cleaner.chars.hkscs import standard
from cleaner.chars.radicals import lists_radicals
from cleaner.chars.scripts import CHINESE, HAN, HAN_RE, KANA_RE, script_of
from cleaner.document import Document, Edit, Note
from cleaner.layout import SPACER
from cleaner.stage import Rewrite
from cleaner.stages.characters_table import PRIVATE, RADICALS

# What the radical's ideograph in the table is not, in this script: fonts share the glyph with the
# form that the script writes. 靑 is written by nobody today.
ADAPTED = {
    "ja": str.maketrans({"⼾": "戸", "⾭": "青", "⿊": "黒", "⿈": "黄", "⾷": "食"}),
    "zh-Hans": str.maketrans({"⼾": "户", "⾭": "青"}),
    "zh": str.maketrans({"⾭": "青"}),
    "zh-Hant": str.maketrans({"⾭": "青"}),
}

# Kangxi radicals and the CJK Radicals Supplement, in runs: ⼈⺠. Not the strokes ㇀-㇣.
ALL_RADICALS = "⺀-⻳⼀-⿕"
RADICAL_RE = re.compile(f"[{ALL_RADICALS}]+")
# The two-em dash, one glyph for the Chinese ——.
TWO_EM_DASH_RE = re.compile("⸺")
# The horizontal bar, where a font has it for the dash: 2021―2027年, 京津冀――长三角. Beside a Latin
# letter or a space it stays: there it opens a quotation or names a source.
BAR_RE = re.compile(rf"(?<=[{HAN}0-9》”）])―{{1,2}}(?=[{HAN}0-9《“（])")
# How near a character another form of it stands that it is shown with: 賈:賈, 賈 → 賈. Chosen.
BESIDE_CHARS = 4
# Ideographs that exist for round trips with old charsets only: 神 for 神. Twelve of the block are
# ordinary ones, and have no decomposition: 﨑 stays.
COMPATIBILITY = "\uf900-\ufad9\U0002f800-\U0002fa1d"
COMPATIBILITY_RE = re.compile(f"[{COMPATIBILITY}]+")
# Two or three letters cast on one body: of ﬁre. In a word, by a Latin letter or another beside it.
LIGATURES = "\ufb00-\ufb06"
LIGATURE_RE = re.compile(f"[{LIGATURES}](?:(?<=[A-Za-zÀ-ɏ].)|(?=[{LIGATURES}]{{0,3}}[A-Za-zÀ-ɏ]))")
# A text about them shows them.
ABOUT_LIGATURES_RE = re.compile("(?i:ligature)|连字|連字|合字")
# Private codes with one standard meaning (GB 18030 gave them a place later); others stay.
PRIVATE_RE = re.compile(f"[{''.join(map(chr, PRIVATE))}]+")

ANY_PRIVATE = "\ue000-\uf848"
# What only a text from Hong Kong has: the words of Cantonese, its places.
HONG_KONG_RE = re.compile("香港|九龍|新界|[冇咗哋唔啲喺嗰嘅嘢嚟]")
# Private codes beside Han; what stands alone is a bullet.
HONG_KONG_PRIVATE_RE = re.compile(f"(?:(?<=[{HAN}])[\ue000-\uf848]+|[\ue000-\uf848]+(?=[{HAN}]))")

# Variation selectors choose a glyph, or text and emoji: ❤\ufe0f. Tags are letters that nobody sees;
# they spell the region of a flag, after 🏴.
SELECTOR_RE = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]+")
TAG_RE = re.compile("(?<![🏴\U000e0020-\U000e007f])[\U000e0001\U000e0020-\U000e007f]+")
SELECTING = "\ufe00-\ufe0f\U000e0001-\U000e01ef"
# What a selector says nothing of: the start, a space, a letter (1\ufe0f\u20e3 is a key).
NO_BASE_RE = re.compile(r"[\sA-Za-z0-9]?")
KEYCAP = "\u20e3"
EAST_ASIAN_BASE_RE = re.compile(f"[{HAN}\u3000-\u303f\uff01-\uff60]")

# No width, and no use outside the scripts named below: soft hyphen, zero-width space, joiner and
# non-joiner, marks of direction, word joiner, invisible operators, byte order mark inside a line,
# annotation marks. (Twice in the pattern: with a class alone in front a search skips fast.)
INVISIBLE = (
    "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc"
)
INVISIBLE_RE = re.compile(f"[{INVISIBLE}][{INVISIBLE}]*")
# Letters of scripts without hyphens, up to full-width Latin.
EAST_ASIAN_RE = re.compile("[\u2e80-\ufeff]")
# Scripts written right to left, where marks of direction serve.
RIGHT_TO_LEFT_RE = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Zero width space, joiner and non-joiner: they shape Arabic, Indic and South-East Asian letters
# and join emoji (👩‍🔬). The vowel separator and the narrow space set a suffix apart in Mongolian.
SHAPING = frozenset("\u180e\u200b\u200c\u200d\u2060")
SHAPED_RE = re.compile(
    "[\u0600-\u08ff\u0900-\u109f\u1780-\u18af\u2190-\u2bff\ufb50-\ufdff\ufe0f\ufe70-\ufefc\U0001f000-\U0001faff]"
)

# A space of another width or that does not break; they all are a space to a reader. The em and em
# quad, as wide as a Han character, are \u3000 where the text has such.
SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f"
SPACE_RE = re.compile(f"[{SPACES}][{SPACES}]*")
WIDE_SPACES = frozenset("\u2001\u2003")
NARROW_SPACE = "\u202f"
MONGOLIAN_RE = re.compile("[\u1800-\u18af]")
# Spaces of less than a third of an em.
THIN = "\u2004-\u2006\u2008-\u200a\u202f\u205f"
THIN_RE = re.compile(f"[{THIN}]+")
BETWEEN_HAN_RE = re.compile(f"[{HAN}、。，．：；！？”’》）…][{THIN}]+[{HAN}“‘《（]")
EAST_ASIAN = CHINESE | {"ja", "ko", "mixed"}

# A line of nothing but a zero-width space, with a blank line or an end of the text beside it.
SPACER_RE = re.compile(rf"{SPACER}(?<![^\n]{SPACER})(?![^\n])")


def private_use(document: Document) -> Iterator[Edit | Note]:
    """Replace private-use codes of old GBK and Hong Kong tables by what they stood for.

    Hong Kong's only in a traditional text that shows that it is from there, beside Han. Private
    codes without a standard meaning (bullets of symbol fonts, in-house glyphs) stay.
    """
    text = document.text
    script = script_of(document)
    if script == "zh-Hant":
        # Taiwan has characters of its own there: no guess.
        if HONG_KONG_RE.search(text):
            for match in HONG_KONG_PRIVATE_RE.finditer(text):
                yield Edit(match.start(), match[0], "".join(map(standard, match[0])))
    elif script not in {"ja", "ko"}:
        for match in PRIVATE_RE.finditer(text):
            yield Edit(match.start(), match[0], match[0].translate(PRIVATE))


def radical(document: Document) -> Iterator[Edit | Note]:
    """Replace Kangxi and CJK radicals (⼈⺠) by their ideographs (人民), as the script writes them.

    A list of radicals, where they are meant, stays. In Chinese ⸺ becomes ——, and ― between
    characters or digits — where the text has no dash.
    """
    text = document.text
    has_radicals = RADICAL_RE.search(text) and not lists_radicals(text)
    # What an earlier run left was in a page that listed them.
    has_radicals = has_radicals and not document.was_cleaned
    if not has_radicals and "⸺" not in text and "―" not in text:
        return
    script = script_of(document)
    if has_radicals:
        adapted = ADAPTED.get(script, {})
        for match in RADICAL_RE.finditer(text):
            yield Edit(match.start(), match[0], match[0].translate(adapted).translate(RADICALS))
    if script in CHINESE:
        for match in TWO_EM_DASH_RE.finditer(text):
            yield Edit(match.start(), match[0], "——")
        # A text that has the dash as well means its bars; so may the page of one cleaned before.
        bars = () if document.was_cleaned or "—" in text else BAR_RE.finditer(text)
        for match in bars:
            yield Edit(match.start(), match[0], "—" * len(match[0]))


def compatibility_ideograph(document: Document) -> Iterator[Edit | Note]:
    """Replace compatibility ideographs by the unified ones that Unicode says they are.

    Japanese and Korean keep them: there they are how a name or a reading is told apart. So does a
    table that has them beside what they are: 賈:賈.
    """
    if script_of(document) in {"ja", "ko"}:
        return
    edits = [
        Edit(match.start(), match[0], unicodedata.normalize("NFC", match[0]))
        for match in COMPATIBILITY_RE.finditer(document.text)
    ]
    if not any(_is_shown(document.text, edit) for edit in edits):
        yield from edits


def _is_shown(text: str, edit: Edit) -> bool:
    """Say whether a character stands beside the other form of it, a mark or more between."""
    before = text[max(0, edit.start - BESIDE_CHARS) : edit.start].rpartition("\n")[2]
    end = edit.start + len(edit.old)
    beside = before + "\n" + text[end : end + BESIDE_CHARS].partition("\n")[0]
    return edit.new in beside and not HAN_RE.search(beside.replace(edit.new, ""))


def ligature(document: Document) -> Iterator[Edit | Note]:
    """Write the ligatures of a font as their letters in words: ofﬁce, ﬂoor.

    Leaves ligatures that stand alone, and all in a text about them. Not œ, æ, ß: letters.
    """
    text = document.text
    if ABOUT_LIGATURES_RE.search(text):
        return
    for match in LIGATURE_RE.finditer(text):
        yield Edit(match.start(), match[0], unicodedata.normalize("NFKC", match[0]))


def invisible_character(document: Document) -> Iterator[Edit | Note]:
    """Delete characters without width that serve nothing where they stand.

    Joiners stay beside emoji and letters that they shape, marks of direction in a text with
    Hebrew or Arabic. A soft hyphen that ends a line was printed, but for behind Han, which has
    none: it becomes a hyphen, and so do all of a page set without any other. A paragraph of nothing
    but a zero-width space stays, if it is the only one: somebody wrote it; of several each is a
    spacer.
    """
    text = document.text
    # What an earlier run left was in a page that had such letters.
    right_to_left = document.was_cleaned or bool(RIGHT_TO_LEFT_RE.search(text))
    paragraph = _lone_spacer(document)
    printed = "\xad\n" in text and _prints_soft_hyphens(text)
    for match in INVISIBLE_RE.finditer(text):
        start, end = match.span()
        if start == paragraph:
            continue
        before = text[start - 1 : start]
        at_end = text[end : end + 1] == "\n" and before.isalpha()
        none = at_end and EAST_ASIAN_RE.match(before)
        if text[end - 1] == "\xad" and (at_end or printed) and not none:
            yield Edit(start, match[0], "-" * (match[0].count("\xad") if printed else 1))
            continue
        shaped = SHAPED_RE.match(text[start - 1 : start]) or SHAPED_RE.match(text[end : end + 1])
        kept = "".join(
            character
            for character in match[0]
            if (shaped and character in SHAPING) or (right_to_left and character in DIRECTION)
        )
        yield Edit(start, match[0], kept)


def _prints_soft_hyphens(text: str) -> bool:
    r"""Say whether a font's hyphens are all soft, no hints as in\xadter\xadna\xadtional."""
    ways = "[A-Za-z]\xad(?=[A-Za-z])", "[A-Za-z]-(?=[A-Za-z])", "\xad[A-Za-z]+(?=\xad[A-Za-z])"
    soft, hard, hints = (len(re.findall(one, text)) for one in ways)
    cut = len(re.findall(r"[A-Za-z]\xad\n\s{0,9}(?=[A-Za-z])", text))
    return soft > 2 * hard + 4 * hints and cut > 1


def _lone_spacer(document: Document) -> int:
    """Return where the one paragraph of nothing but a zero-width space stands; -1 if none does.

    The text's start or end, or blank lines are beside it: a line inside a paragraph is none. In a
    text that was cleaned before each line is a paragraph.
    """
    text = document.text
    places = [match.start() for match in islice(SPACER_RE.finditer(text), 2)]
    if len(places) != 1:
        return -1
    at = places[0]
    is_between = document.was_cleaned or (text[:at][-2:] == "\n\n" == text[at + 1 : at + 3])
    is_first, is_last = not text[:at].strip(), not text[at + 1 :].strip()
    return at if (is_between or is_first or is_last) and not (is_first and is_last) else -1


def variation_selector(document: Document) -> Iterator[Edit | Note]:
    """Delete variation selectors where they select nothing, and letters of tags that stand alone.

    In Chinese without any kana also those after Han and marks: they choose a glyph, and make two
    words of one. In Japanese they tell names apart, after symbols text from emoji: they stay.
    """
    text = document.text
    # Kana may have stood in the page of a text that was cleaned before.
    is_chinese = not (document.was_cleaned or KANA_RE.search(text))
    is_chinese = is_chinese and script_of(document) in CHINESE
    for match in SELECTOR_RE.finditer(text):
        start, end = match.span()
        base = text[max(0, start - 1) : start]
        is_bare = NO_BASE_RE.fullmatch(base) and text[end : end + 1] != KEYCAP
        if is_bare or (is_chinese and EAST_ASIAN_BASE_RE.match(base)):
            yield Edit(start, match[0], "")
    for match in TAG_RE.finditer(text):
        yield Edit(match.start(), match[0], "")


def odd_space(document: Document) -> Iterator[Edit | Note]:
    """Turn no-break, thin, en, figure and other odd spaces to plain ones.

    The em space, as wide as a Han character, becomes the ideographic space in East Asian text. Thin
    spaces between Han characters go: with them a typesetter filled a line.
    """
    is_wide = script_of(document) in EAST_ASIAN
    text = document.text
    for match in SPACE_RE.finditer(text):
        if match[0] == NARROW_SPACE and MONGOLIAN_RE.match(text, match.end()):
            continue
        new = "".join("\u3000" if is_wide and one in WIDE_SPACES else " " for one in match[0])
        is_thin = is_wide and THIN_RE.fullmatch(match[0])
        if is_thin and BETWEEN_HAN_RE.match(text, match.start() - 1):
            new = ""
        yield Edit(match.start(), match[0], new)


# All cases are synthetic.
PRIVATE_USE = Rewrite(
    private_use,
    gate=ANY_PRIVATE,
    examples={
        "上\ue831下\ue78d": "上\U000215d7下\ufe10",
        "佢話呢度\uecd1\uecb1食得，問題唔大，買個試試": "佢話呢度嘅嘢食得，問題唔大，買個試試",
    },
    keeps=[
        "\uf0b7 第一项，说明书里有",
        "\ue000\uf8ff",
        "臺灣的戶政系統有這個\ue3f5字，別處沒有",
        "香港的會議紀錄如下：\n\ue003 \ue004",
    ],
)
RADICAL = Rewrite(
    radical,
    gate=f"{ALL_RADICALS}⸺―",
    examples={
        "⼈⺠的⽣活，⻓江⻢路⻚码": "人民的生活，长江马路页码",
        "每⼾都说⾭年人": "每户都说青年人",
        "每⼾都說這個": "每戶都說這個",
        "他说⸺等一等": "他说——等一等",
        "写一个“⼈”字，⽇⽇练习": "写一个“人”字，日日练习",
        "⺡旁的字：⻓江": "氵旁的字：长江",
        "近⽇召开⼤会， 对 ⼈ ⼤ ⼯ ⽅ ⾯ 的 任 务 作 出 部 署": (
            "近日召开大会， 对 人 大 工 方 面 的 任 务 作 出 部 署"
        ),
        "规划（2021―2025年）发布――以民为本": "规划（2021—2025年）发布——以民为本",
    },
    keeps=[
        "部首：⼀、⼁、⼂、⼃、⼄、⼅",
        "部首表\n⼀ ⼁ ⼂ ⼃\n⼄ ⼅ ⼆ ⼇\n共八个，先学写法。",
        "这一课学习的部首有 ⼈、⼤、⼯、⽅ 等。",
        "部首“⺡”称三点水，“⻌”称走之，「⻏」在右称右耳旁。",
        "―― 引自《旧文集》",
        "《1985―2000年战略》出炉——历时一年半。",
        "he said ― 等一等",
        "㇀㇏是笔画",
        "①㎡…，：（）𠮷é€",
        "亻扌氵是偏旁",
        "轒 : ハ 十 ⺾ 目 貝 車\n輝 : 車 ⺌ 儿 冖",
        "⻊:zu5\n卩:jie2\n⺙:pu1",
        "xlit/hspnz/⼀⼁⼃⼂⼄/  # 部首",
    ],
)
COMPATIBILITY_IDEOGRAPH = Rewrite(
    compatibility_ideograph,
    gate=COMPATIBILITY,
    examples={"\uf9b5子，\uf98a量，\U0002f9f4": "例子，力量，嶲"},
    keeps=[
        "山﨑さんと\ufa19戸さんが来た",
        "㎡№℃",
        "\ufa0e\ufa0f",
        "\uf903:賈\n\uf904:滑\n\uf905:串",
    ],
)
LIGATURE = Rewrite(
    ligature,
    gate=LIGATURES,
    examples={
        "The ofﬁce on the ﬁrst ﬂoor, aﬄicted": "The office on the first floor, afflicted",
        "第3章 ﬁle 与 ﬂush 命令": "第3章 file 与 flush 命令",
    },
    keeps=["ﬀ ﬁ ﬂ ﬃ ﬄ", "The ﬁrst ligature that he cast", "Œuvre, Æneid, Straße, ĳs, ǆ", "ﬓﬔ"],
)
INVISIBLE_CHARACTER = Rewrite(
    invisible_character,
    gate=INVISIBLE,
    examples={
        "会\u200b议\u200e记\xad录\u2060\ufeff图\ufffc": "会议记录图",
        "exam\xad\nple": "exam-\nple",
        "每天早晚各\xad\n读一次": "每天早晚各\n读一次",
        "apt\xadget help\xad\nful \xad\xadh, sim\xad\nple 早\xad\n晚": (
            "apt-get help-\nful --h, sim-\nple 早\n晚"
        ),
        "中\u200d文": "中文",
        "第一段\n\u200b\n第二段": "第一段\n\n第二段",
        "第一段\n\n\u200b\n\n第二段\n\u200b": "第一段\n\n\n\n第二段\n",
    },
    keeps=[
        "\u200b\n决议\n会议批准这个报告。",
        "第一段\n\n\u200b\n\n第二段",
        "科学家👩\u200d🔬和❤\ufe0f",
        "می\u200cخواهم \u200fabc, ᠨᠡᠷ\u180eᠡ",
        "exam-\nple, dpkg-deb",
        "每天早晚各-\n读一次",
        "一家👨\u200d👩\u200d👧人",
    ],
)
VARIATION_SELECTOR = Rewrite(
    variation_selector,
    gate=SELECTING,
    examples={
        "葛\U000e0100洲坝。\ufe00龙\ufe00门": "葛洲坝。龙门",
        "请\U000e0069\U000e0067\U000e006e读正文\n\ufe0f第二段": "请读正文\n第二段",
    },
    keeps=[
        "葛\U000e0100城市に住む人々は、毎日この道を通ります。",
        "葛\U000e0100城市と東京",
        "我们都喜欢❤\ufe0f和☺\ufe0e，按1\ufe0f\u20e3键",
        "旗子🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f在这里",
    ],
)
ODD_SPACE = Rewrite(
    odd_space,
    gate=SPACES,
    examples={
        "人口\xa010\u2009000": "人口 10 000",
        "\u2003\u2003第一段": "\u3000\u3000第一段",
        "会议\u2009讨论，\u200a通过\u2009": "会议讨论，通过 ",
        "one\u2003two": "one two",
    },
    keeps=["\u3000\u3000第一段", "a b\tc", "a\u200bb", "王泽 陈杉", "ᠬᠣᠭᠣᠷᠣᠨᠳᠣ\u202fᠢᠨ"],
)
