"""Persons' names: their surnames, their shape, and two or three that stand without a space.

Nothing here looks at more than one word of a line.
"""

from itertools import accumulate, product

from cleaner import late as re
from cleaner.lexicon import NAME, WORD, cuts_word, kind_of, tagged_at, words_at

# The surnames of the Hundred Family Surnames that are in use, with the commonest of later lists.
SURNAMES = frozenset(
    "丁万丘严丰乌乐乔习于云亓井亢付代仲任伊伍何佘余佟侯俞倪傅储元充党全公兰关冀冉冯冷"
    "凌凤凯刁刘利别劳包匡华卓单南卜卞卢卫历厉原古史叶司吉吕吴周和咸唐商喻嘉夏多姚姜娄"
    "孔孙孟季宁安宋宓宗官宫宿寇封尉尚尤尹尼屈屠山岑岳崔巢左巩师席常干平庄应庞康廉廖延"
    "张强彭徐徒慕戚戴房扈扎承揭支文斯方施时旷旺易昝晁晏景曲曹曾木本朱权李杜来杨杭松林"
    "柏查柯柳柴栗桂桑梁梅楚楼樊欧武段殷毋毕毛江汤汪沃沈沙洛洪浦涂温游湛溥满潘澹濮焦熊"
    "燕牛牟牧狄王班琚瑞甄田申畅留白皇盖盘盛相瞿石祁祖祝禄禹秋秦程穆窦章童端竹竺符笪简"
    "管米糜红纪练经缪罗翁翟耿聂肖胡胥胶舒艾芦花苏苑苗英范茅茹荀荆荣莘莫萧葛董蒋蒙蒯"
    "仇仝冼巫栾滕綦苟逄邝邰颜甘褚臧奚嵇危芮戎敖池昌桓戈皮姬宦羿汲邴郦璩庾暨殳夔逯"
    "蒲蓝蔚蔡蔺薄薛虞衣衷袁裘裴覃解言訾詹计许诸谈谢谭谷豆貊贝贡贲费贺贾赖赵路车轩辛边"
    "连迟遇邓邢那邬邱邵邸邹郁郎郏郑郗郜郝郭都鄂鄢酆金钟钮钱锺镡门闫闵闻阎阙阚阮阳阴陆"
    "陈陕陶隋隗雍雷霍靳鞠韦韩韶项须顾饶马骆高魏鱼鲁鲍鹿麦麻黄黎黑齐龙龚"
)

# What a reader of scans gives without spaces between may be two or three names of these lengths.
GLUED = {
    size: [
        lengths
        for count in (2, 3)
        for lengths in product((2, 3), repeat=count)
        if sum(lengths) == size
    ]
    for size in range(4, 10)
}

# Two to four Han, or a foreign name with middle dots; leaves anything with a digit or a mark.
NAME_RE = re.compile(
    r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,6}(?:[·•・][\u4e00-\u9fff]{1,6}){1,3}"
)

# The characters of a name that may stand apart, 田　野, and of most names.
PAIR, TRIPLE = 2, 3

# Roles that begin words, too: □ 文本输入, □ 编辑更简单. A name right behind one has a surname.
GLUED_ROLES = frozenset(("文", "图", "摄", "编辑", "编译", "整理", "策划", "统筹", "图片", "摄影"))

# Tags of words that are no place: 感谢 王小雨, 【记者王小明连续三年报道】.
NO_PLACE = ("v", "d", "p", "r", "c", "i", "l", "m", "t", "y")


def is_name(word: str, *, sure: bool = False) -> bool:
    """Say whether a word can be a person's name; `sure` leaves the surname out of it."""
    return NAME_RE.fullmatch(word) is not None and (sure or word[0] in SURNAMES or "·" in word)


def names_in(word: str) -> list[str]:
    """Return the names of which a word is made where a reader of scans left out their spaces.

    Two or three of two or three characters, each with its surname and none a word besides:
    林海志徐轩, not 周易全解. Else the word.
    """
    for lengths in GLUED.get(len(word), ()):
        names = [
            word[end - length : end]
            for length, end in zip(lengths, accumulate(lengths), strict=True)
        ]
        words = (name for name in names if is_word(name))
        if all(map(is_name, names)) and all(kind_of(one, 0, len(one)) != WORD for one in words):
            return names
    return [word]


def is_word(name: str) -> bool:
    """Say whether what has the shape of a name is in the word list: 安徽, 方言."""
    whole = (0, len(name))
    return next(words_at(name, [whole])) == [whole]


def _is_common(name: str) -> bool:
    """Say whether what may be a name is a common word: 连线, 的话; not 高峰, which is both."""
    return name[0] == "的" or kind_of(name, 0, len(name)) == WORD


def may_be_named(name: str, role: str, *, sure: bool, housed: bool) -> bool:
    """Say whether a word of a credit is a name; `role`: what stands right before it, or nothing.

    `housed`: the credit names a house; else no common word is a name without a surname, nor right
    behind a role: 【记者连线】, （记者的话）, ■记者观察. Behind some roles it must have a surname.
    """
    named = is_name(name) or len(names_in(name)) > 1
    if role in GLUED_ROLES and (not named or cuts_word(role, name)):
        return False
    if not housed and (role or not named) and _is_common(name):
        return False
    named = named or is_name(name, sure=sure or housed)
    return named or (name[-1] == "摄" and is_name(name[:-1]))


def is_person(word: str) -> bool:
    """Say whether a word can be a person's name, and is in the word list as none but that."""
    (listed, tag), _, _ = tagged_at(word, len(word))
    return is_name(word) and (listed != word or tag == "nr")  # 王平 is listed so, 高层 not


def is_no_word(name: str, *, apart: bool = False) -> bool:
    """Say whether what has the shape of a name is no word but a person's name.

    The list has names, 王克勤, and takes words for them: 许可证, 贡献者, 刘先生, 杜鹃花, 须知,
    祝福. Of two characters a name is sure where they stand `apart`: 江　山.
    """
    if not is_word(name):
        return True
    if not is_person(name) or kind_of(name[0], 0, 1) != NAME:
        return False
    if len(name) == PAIR:
        return apart
    return len(name) == TRIPLE and not is_word(name[:PAIR]) and kind_of(name[1:], 0, PAIR) != WORD


def is_no_place(text: str, end: int) -> bool:
    """Say whether the word that ends at `end` is none for a place; one character says nothing."""
    (word, tag), start, _ = tagged_at(text, end)
    return start < end or (len(word) > 1 and tag.startswith(NO_PLACE))  # 跟踪报道 is one word
