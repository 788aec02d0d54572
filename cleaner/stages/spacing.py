"""Spaces that a layout put into the text, and that nobody wrote.

Chinese is written without spaces; yet many writers put one on purpose: between the clauses of a
title (保民生 促经济), between names (王泽 吕诚成 陈杉), round Latin words and numbers all through a
text (第 3 章, `Debian 系统`). A space by itself proves nothing. What the layout did shows in its
manner:

- Set apart (中 国 人 民): an extractor that knows each character's place only, or a justified line.
  Then the parts between the spaces are single characters, which names and clauses never are, and
  the characters beside each other make words and are the common ones of prose, which lists of
  single characters (一 二 三 四, 赵 钱 孙 李, 天 地 玄 黄) are not.
- Justified numbers (8月 13日, 岗位 5166 个): the typesetter's program spreads a line by small
  spaces round numbers. A writer who spaces numbers spaces both their sides; counted over running
  text, a program leaves a good part spaced on one side only. On the page of a daily from which
  this was learned 17 of 29 were, on 190 other texts of all kinds at most .25, and those were web
  pages with lists of headlines. Then all spaces between Han and digits go, but those in a line
  that stands alone without any mark: that is a title (遇害 10年后); and in a row of a table, which
  has no mark and little Han (3 广州 8 1 3).

Both are decided before line widths are measured, which these spaces falsify. Spaces at the ends of
lines, several in a row, and those beside Latin letters stay.
"""

from collections import Counter
from collections.abc import Iterator

from cleaner import late as re
from cleaner.chars.common import are_prose
from cleaner.chars.places import LINE_RE
from cleaner.chars.scripts import CHINESE, HAN, HAN_RE, PARTED_RE, is_han, parts_words, script_of
from cleaner.document import Document, Edit, Note
from cleaner.lexicon import cuts_word_at
from cleaner.paper.persons import SURNAMES
from cleaner.stage import Rewrite

# Marks that a reader of scans makes of full-width ones.
HALF_MARKS = ",;:!?()"
CJK_MARKS = "、。，．：；？！…—·（）《》〈〉「」『』【】“”‘’％"

# Least gaps of a line that are spaced, to close it; with another such line in the document. A week
# (一 二 三 四 五 六 日) has 6, the words decide the rest.
MIN_GAPS = 7
MIN_GAPS_AFTER = 2
# Least share of gaps between Han characters that are spaced: two-character names have under .5,
# lines that were set apart by a program .9 and more; scanned ones less, by the joined characters.
MIN_SPACED = 0.5
# Least share of single characters among the parts between the spaces; chosen; try .6 to .8.
MIN_SINGLE = 0.7
# Least share of gaps inside words: .4 to .5 in running text, .1 in lists of single characters.
MIN_INSIDE_WORDS = 0.25
# Gaps that are looked up in the word list; more of one line say the same.
MAX_LOOKED_UP = 40

# A line of a log or a chat opens with its time, set apart by no layout: 2024-03-05 08:12:30 小周.
STAMP_RE = re.compile(r"[0-9][-0-9/.: ]{0,20}:[0-9]{2}(?= )")

# Least share, and least number, of numbers in running text that are spaced on one side only.
MIN_ONE_SIDED = 0.35
MIN_ONE_SIDED_COUNT = 3
# They stand in several lines: one line of them is a list (艾克森 11球 武磊 10球 郜林 8球).
MIN_ONE_SIDED_LINES = 2
# Fields side by side are set apart by their spaces: 作者：秋水2009 时间：2010-05-18 点击：58213.
FIELDS_RE = re.compile(r"[^\s：:，。]{1,8}[：:] ?\S{1,40} +[^\s：:，。]{1,8}[：:]")
# Han characters from which a line is running text, when it has a mark as well.
MIN_RUNNING_CHARS = 10

# A note in numbers, with bars and signs, of which a line has some; the tones that most syllables
# have. So many of them in the line above, so near.
NOTE_RE = re.compile(r"[0-7|‖():：（）.,/<>_~·♯♭#b\u0300-\u036f–—−-]{1,8}|\d=[A-G]")
TONES = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ")
BARS = frozenset("|‖\u0307\u0323")
MIN_SUNG = 5
NEAR_CHARS = 400

# Three single Han characters between single spaces: the gate for letter spacing. The gates begin
# with the space itself, which makes a search fast.
SET_APART_RE = re.compile(f" (?<=[{HAN}] )(?<![^ \n][{HAN}] )[{HAN}] [{HAN}] [{HAN}{CJK_MARKS}0-9]")
# A stretch of single characters, with their marks, in a line: 搪 瓷 面 板 已 经 换 过 四 次.
STRETCH_RE = re.compile(
    f"(?<![^ {CJK_MARKS}])(?<![{HAN}] )[{HAN}](?:[{CJK_MARKS}]? [{HAN}]){{{MIN_GAPS},}}"
    f"(?![^ {CJK_MARKS}\n])"
)
# Names, each character by itself, behind an office or without: 委 员 王 明 刘 洋
# 张 小 丽. Hardly a line of prose reads so.
_NAME = f"[{''.join(sorted(SURNAMES))}] [{HAN}](?: [{HAN}])?"
NAMES_RE = re.compile(rf"\s*(?:[{HAN}](?: ?[{HAN}]){{0,4}} )?{_NAME}(?: {_NAME}){{2,}}\s*")
# A space between two Han characters, or none.
GAP_RE = re.compile(f"(?<=[{HAN}])( ?)(?=[{HAN}])")
# A single space in a line that was set apart, with Han or a mark on one side at least, or between
# digits. Two and more spaces were one before it was set apart, and stay.
CLOSE_RE = re.compile(
    f"(?<=[{HAN}{CJK_MARKS}]) (?=[{HAN}{CJK_MARKS}0-9{HALF_MARKS}])"
    f"|(?<=[0-9]) (?=[{HAN}{CJK_MARKS}{HALF_MARKS}])|(?<=[{HALF_MARKS}]) (?=[{HAN}{CJK_MARKS}0-9])"
)
DIGIT_GAP_RE = re.compile("(?<=[0-9]) (?=[0-9])")
# Two characters of a line, and the spaces between. Of a text that was set apart throughout nearly
# all Han characters have one between, in so many lines at least that show it by themselves; a space
# that was there before is three now. What stands between others its program may have left alone:
# digits, letters, each mark.
TWO_CHARS_RE = re.compile(r"(\S)( *)(?=(\S))")
MIN_PROVED, MIN_APART, MIN_KIND_APART, SET = 3, 0.8, 0.8, 2
BETWEEN_HAN, BETWEEN_MARKS, BETWEEN_LETTERS = "han", "marks", "letters"
BESIDE_MARK, BESIDE_DIGIT, BESIDE_LETTER = "mark", "digit", "letter"
# Digits that are not set apart: then a space between digits is meant (2 000 000).
DIGITS_RE = re.compile("[0-9][0-9]")

# A space between Han and a digit: the gate for number spaces.
NUMBER_SPACE_RE = re.compile(f" (?:(?<=[{HAN}] )(?=[0-9])|(?<=[0-9%％] )(?=[{HAN}]))")
# A number: 13, 3.5, 102%, 8:30.
NUMBER_RE = re.compile("[0-9][0-9.,:%％]{0,20}")
MARK_RE = re.compile("[，。；：、！？,;“”《》（）]")
PROSE_MARK_RE = re.compile("[，。；！？]")


def letter_spacing(document: Document) -> Iterator[Edit | Note]:
    """Close up lines whose characters were set apart one by one (中 国 人 民).

    In Chinese only. Names, clauses and lists of single characters keep their spaces: see above. A
    text that was cleaned before is left: its lines were joined, and what was set apart was closed.
    """
    text = document.text
    if not SET_APART_RE.search(text) or script_of(document) not in CHINESE:
        return
    lines = [
        match
        for match in LINE_RE.finditer(text)
        if SET_APART_RE.search(match[0]) and not _is_sung(text, match.start())
    ]
    proved = {match.start() for match in lines if _is_set_apart(match[0], MIN_GAPS)}
    if _has_parted_words(text, len(proved)):
        return
    names = {match.start() for match in lines if NAMES_RE.fullmatch(match[0])}
    if proved <= names:  # names say nothing of the other lines
        proved, lines = set(), [match for match in lines if match.start() not in names]
    if len(proved) >= MIN_PROVED and (kinds := _kinds_apart(text)):
        for gap in TWO_CHARS_RE.finditer(text):
            if gap[2] and _kind(gap[1], gap[3]) in kinds:
                yield Edit(gap.start(2), gap[2][:SET] if len(gap[2]) > SET else " ", "")
        return
    for match in lines:
        start, line = match.start(), match[0]
        if start in proved or (proved and _goes_with(line)):
            places = _spaces(line)
        else:
            places = [
                stretch.start() + space.start()
                for stretch in STRETCH_RE.finditer(line)
                if _is_prose(stretch[0])
                for space in CLOSE_RE.finditer(stretch[0])
            ]
        for place in sorted(places):
            yield Edit(start + place, " ", "")


def _spaces(line: str) -> list[int]:
    """Return the spaces that set a line apart; between digits only where none stand together."""
    gaps = (CLOSE_RE,) if DIGITS_RE.search(line) else (CLOSE_RE, DIGIT_GAP_RE)
    return [space.start() for gap in gaps for space in gap.finditer(line)]


def _has_parted_words(text: str, proved: int) -> bool:
    """Say whether most lines with many spaces have words between them: 開始 個 位置 係 喺 地圖."""
    gaps = (len(PARTED_RE.findall(line[0])) for line in LINE_RE.finditer(text))
    return 0 < proved < MIN_SPACED * sum(gap >= MIN_GAPS for gap in gaps)


def _kinds_apart(text: str) -> frozenset[str]:
    """Return between which characters a text that was set apart throughout has its spaces.

    Names, headlines and short lines show nothing by themselves; here they go with the rest. Empty
    where not nearly all Han characters of the text stand apart. Beside letters that do not stand
    apart themselves a writer may have put them.
    """
    gaps, apart = Counter[str](), Counter[str]()
    for gap in TWO_CHARS_RE.finditer(text):
        kind = _kind(gap[1], gap[3])
        gaps[kind] += 1
        apart[kind] += gap[2] != ""
    if apart[BETWEEN_HAN] < MIN_APART * max(1, gaps[BETWEEN_HAN]):
        return frozenset()
    kinds = {kind for kind, size in gaps.items() if apart[kind] >= MIN_KIND_APART * size}
    return frozenset(kinds if BETWEEN_LETTERS in kinds else kinds - {BESIDE_LETTER})


def _kind(left: str, right: str) -> str:
    """Say between what a gap is: Han, marks, letters and digits; Han and one of these."""
    others = [one for one in (left, right) if not is_han(one)]
    if not others:
        return BETWEEN_HAN
    if len(others) == 1:
        (one,) = others
        return one if one in CJK_MARKS else BESIDE_DIGIT if one.isdecimal() else BESIDE_LETTER
    marks = sum(one in CJK_MARKS for one in others)
    return (BETWEEN_LETTERS, BESIDE_MARK, BETWEEN_MARKS)[marks]


def number_space(document: Document) -> Iterator[Edit | Note]:
    """Delete spaces between Han and digits where a layout spread the lines by them (8月 13日).

    In Chinese only. A text that spaces numbers on both sides, or only here and there, keeps its
    spaces; so does a title of two clauses, and a text that was cleaned before: its page, which
    was the witness, is gone.
    """
    text = document.text
    if not NUMBER_SPACE_RE.search(text) or script_of(document) not in CHINESE:
        return
    if not _is_spread(text) or parts_words(text):
        return
    for match in LINE_RE.finditer(text):
        start, end = match.span()
        alone = text[max(0, start - 2) : start] in {"", "\n", "\n\n"} and (
            text[end : end + 2] in {"", "\n", "\n\n"}
        )
        is_row = len(HAN_RE.findall(match[0])) < MIN_RUNNING_CHARS
        if ((alone or is_row) and not MARK_RE.search(match[0])) or FIELDS_RE.match(match[0]):
            continue
        stamp = STAMP_RE.match(match[0])
        for space in NUMBER_SPACE_RE.finditer(match[0], stamp.end() + 1 if stamp else 0):
            yield Edit(start + space.start(), " ", "")


def _is_sung(text: str, start: int) -> bool:
    """Say whether the characters of a line stand under notes or readings, each under its own."""
    above = text[max(0, start - NEAR_CHARS) : start].rstrip()
    above = above[above.rfind("\n") + 1 :]
    parts = above.split()
    notes = sum(NOTE_RE.fullmatch(part) is not None for part in parts)
    toned = sum(not TONES.isdisjoint(part.lower()) for part in parts)
    plain = sum(part.isascii() and part.isalpha() for part in parts)
    if len(parts) < MIN_SUNG or notes + toned + plain < len(parts):
        return False
    return not BARS.isdisjoint(above) if notes else toned >= plain


def _is_set_apart(line: str, least: int) -> bool:
    """Say whether the line's characters were set apart, by at least so many spaces."""
    return _is_spaced(line, least) and _is_prose(line)


def _goes_with(line: str) -> bool:
    """Say whether a line was set apart as another one of its text was."""
    if _is_set_apart(line, MIN_GAPS_AFTER):
        return True
    return PROSE_MARK_RE.search(line) is not None and _is_spaced(line, MIN_GAPS)


def _is_spaced(line: str, least: int) -> bool:
    """Say whether the parts between the spaces are single characters, for the most part."""
    gaps = [bool(match[1]) for match in GAP_RE.finditer(line)]
    spaced = sum(gaps)
    if spaced < least or spaced < MIN_SPACED * len(gaps):
        return False
    parts = [part for part in line.split(" ") if HAN_RE.search(part)]
    single = sum(len(part.strip(CJK_MARKS)) == 1 for part in parts)
    return single >= MIN_SINGLE * len(parts)


def _is_prose(line: str) -> bool:
    """Say whether the line's characters, closed up, are prose: common ones, and making words."""
    han = HAN_RE.findall(line)
    if not are_prose(han):
        return False
    closed = CLOSE_RE.sub("", line)
    gaps = [match.start() for match in GAP_RE.finditer(closed)][:MAX_LOOKED_UP]
    inside = sum(cuts_word_at(closed, at) for at in gaps)
    return inside >= MIN_INSIDE_WORDS * len(gaps)


def _is_spread(text: str) -> bool:
    """Say whether many numbers of the running text are spaced on one side only."""
    one_sided = numbers = lines = 0
    for line in LINE_RE.findall(text):
        if not MARK_RE.search(line) or FIELDS_RE.match(line):
            continue
        sides = [_sides(line, match) for match in NUMBER_RE.finditer(line)]
        between = [side for side in sides if side is not None]
        if between and len(HAN_RE.findall(line)) >= MIN_RUNNING_CHARS:
            numbers += len(between)
            one_sided += sum(between)
            lines += any(between)
    return lines >= MIN_ONE_SIDED_LINES and one_sided >= max(
        MIN_ONE_SIDED_COUNT, MIN_ONE_SIDED * numbers
    )


def _sides(line: str, number: re.Match[str]) -> bool | None:
    """Say whether one side only of a number between Han characters is spaced; else None."""
    start, end = number.span()
    before, after = line[start - 1 : start] == " ", line[end : end + 1] == " "
    left, right = start - 1 - before, end + after
    if left < 0 or right >= len(line) or not (is_han(line[left]) and is_han(line[right])):
        return None
    return before != after


# Synthetic.
_CLOSED = "水尺立在老闸的下游，每天早晚各读一次。\n" * 10
_APART = "".join(" ".join(line) + "\n" for line in _CLOSED.splitlines())

LETTER_SPACING = Rewrite(
    letter_spacing,
    once=True,
    gate=" ",
    examples={
        # Synthetic.
        "中 国 人 民 解 放 军 的 历 史 。": "中国人民解放军的历史。",
        "会 议 于 2 0 2 3 年 8 月 在 北 京 举 行 ，\n各 地 代 表\n照常 行": (
            "会议于2023年8月在北京举行，\n各地代表\n照常 行"
        ),
        # half-width marks, and the last line of a paragraph
        "老 人 们 都 管 小 秦 叫 孝 子 , 他 二 十 四 岁 ,\n来 院 已 有 5 年 ( 整 ) 。": (
            "老人们都管小秦叫孝子,他二十四岁,\n来院已有5年(整)。"
        ),
        "水尺立在闸下，搪 瓷 面 板 已 经 换 过 四 次。后来再也没有坏过。": (
            "水尺立在闸下，搪瓷面板已经换过四次。后来再也没有坏过。"
        ),
        "中 国 人 民 解 放 军 的 历 史 。\n“ 有 人 问 我 烦 不 烦 ， ” 他 说 ， “ 不 烦 。 ”": (
            "中国人民解放军的历史。\n“有人问我烦不烦，”他说，“不烦。”"
        ),
        # throughout, names and a headline too
        f"{_APART}张   晓\n保 民 生   促 经 济\nD e b i a n   1 2": (
            f"{_CLOSED}张 晓\n保民生 促经济\nDebian 12"
        ),
        # quotes, digits and letters were left together, and a writer set the letters apart
        f"{_APART}秦 家 的 “水 尺” 在 2019年 装 好 ， Debian 系 统 也 是 。": (
            f"{_CLOSED}秦家的 “水尺” 在 2019年装好，Debian 系统也是。"
        ),
        # half of the lines do not speak for the others
        f"{_APART}王泽 吕诚成 陈杉\n{_CLOSED}": f"{_CLOSED}王泽 吕诚成 陈杉\n{_CLOSED}",
    },
    keeps=[
        # The first from a daily, the rest synthetic.
        "王泽 吕诚成 陈杉",
        "主 编 李 明\n副主编 王 伟 张 敏\n编 委 丁 一 王 明 刘 洋\n顾 问 钱 小 平",
        "保民生 促经济 稳就业 惠农村 强基础 谋发展",
        # words parted for those who count them; some lines have hardly any of two characters
        (
            "我們 先 去 車站 買 了 兩 張 票 才 出發\n"
            "開始 的 位置 是 在 地圖 最 左邊 的 一 個 角落\n"
            "你 看 一下 這裡 有 沒有 一 個 很 大 的 紅色 房子\n"
            "我 也 想 去 試 一 試 看 那 個 地 方 好 不 好\n"
            "然後 再 往 前面 走 到 第二 個 路口 才 可以 轉彎\n"
        ),
        "王泽 陈杉 李明 赵云 张飞 刘备 关羽 马超 黄忠 魏延",
        "日 一 二 三 四 五 六",
        "一 二 三 四 五 六 七 八 九 十",
        "赵 钱 孙 李 周 吴 郑 王 冯 陈 褚 卫 蒋 沈 韩 杨",
        "姓  名   性  别   年  龄",
        "通 知",
        "韵部如下： 东 冬 江 支 微 鱼 虞 齐 佳 灰 真 文 元 寒 删，平声共三十部。",
        "评分标准： 一 二 三 四 五 六 七 八 九 十，任选一项。",
        "東 京 は 今 日 も 雨 だ っ た 。",
        "这 3 个系统使用 Debian 系统",
        "5 5 6 5 | 1\u0307 7 - | 5 5 6 5 | 1\u0307 7 - |\n今 天 的 天 气 很 好， 我 们 去 公 园，",
        "jīn tiān de tiān qì hěn hǎo\n今 天 的 天 气 很 好 我 们 去 公 园",
    ],
)
NUMBER_SPACE = Rewrite(
    number_space,
    once=True,
    gate=" ",
    examples={
        # From a daily, lines cut as on the page.
        "呼渠道，截至 9月底，共吸引留（来）呼\n招聘活动。8月 13日举办 2023年“丁\n"
        "2700多个，直播观看量 3.5万人次，线\n全区就业创业推进会，共推荐 102 家单位\n"
        "领取周期，每月 10日至 20日受理学生租购房补": (
            "呼渠道，截至9月底，共吸引留（来）呼\n招聘活动。8月13日举办2023年“丁\n"
            "2700多个，直播观看量3.5万人次，线\n全区就业创业推进会，共推荐102家单位\n"
            "领取周期，每月10日至20日受理学生租购房补"
        ),
        # Synthetic: in messages; the times before them stay apart.
        "2024-03-05 08:12:30 小周：截至 9月底，招聘活动正在筹备，共有 35家单位参加\n"
        "2024-03-05 08:13:05 阿梅：提供岗位 5166个，直播观看量 3万人次，比上年多": (
            "2024-03-05 08:12:30 小周：截至9月底，招聘活动正在筹备，共有35家单位参加\n"
            "2024-03-05 08:13:05 阿梅：提供岗位5166个，直播观看量3万人次，比上年多"
        ),
    },
    keeps=[
        # Synthetic: both sides, here and there, titles, lists.
        "会议于 8 月 13 日举行，共有 35 家单位参加，提供岗位 5166 个，观看量 3 万人次。",
        "会议于8月13日举行，共有 35家单位参加，提供岗位5166个，观看量3万人次，比上年多12个。",
        "男子失踪 10年后归来\n\n煤矿遇险 24人升井\n\n小城 3年大变\n\n老人 90岁学画\n\n雪后 5天通车",
        "积分榜如下，前三名晋级：\n1 上海 9 2 1\n2 北京 8 3 1\n射手：武磊 9球，郜林 8球，高林 7球",
        "鸡蛋 2个\n番茄 3个\n盐 1勺\n水 500毫升\n糖 5克\n葱 2根",
        "作者：山里闲人2009 时间：2010-5-18 点击：58 回复：112\n今天说说山里的事，反正也没人催。\n"
        "作者：山里闲人2009 回复日期：2010-5-19 9:02\n接着说，那年冬天雪下得特别早。\n"
        "作者：过江龙 回复日期：2010-5-19 9:30\n好看，楼主快更，大家都等着呢。\n" * 3,
        "民國 88 年出生，在 2 月 3 日畢業，一共唸了 4 年，花了 50 萬元，交了 3 個朋友。",
    ],
)
