"""Quotes in Chinese text that lost their shape: straight ones, and such as face the wrong way.

Straight ones go only in damaged lines (halfwidth.py): people type "straight" quotes in Chinese on
purpose, and a manual's "literal" is one. Of a line all the straight double quotes are paired in
their order or none is: an odd one may open here and close in another paragraph, or mean inches.

Wrong ones come from typesetters that draw " as ” (变量”$LANG” 的值), from scans (“小火车"模型) and
from keyboards (心里暗念”阿弥陀佛”). All quotes of a line must make pairs in their order, each with
an opening end and a closing end that could be nothing else; or the line stays. What holds no Han
between two ” was typed straight: code, a name of a file.
"""

from collections.abc import Iterator

from cleaner import late as re
from cleaner.chars.halfwidth import damaged_lines
from cleaner.chars.places import LINE_RE
from cleaner.chars.scripts import CHINESE, HAN_RE, is_han, script_of
from cleaner.document import Document, Edit
from cleaner.stage import Rewrite

# A straight single quote round Chinese: 中国车企'走出去'的. Neither end stands by a letter or a
# digit (it's, 5'), and inside Han begins or ends. Up to 60 characters: a phrase, not a speech.
SINGLE_RE = re.compile(r"(?<![0-9A-Za-z'])'([^'\n]{1,60})'(?![0-9A-Za-z'])")
# Beside brackets and before a colon they are a program's: {'source': '水尺'}.
CODED_RE = re.compile(r"[\[({]'|'[:\])}]")
# Not right after an opening quote, not right before a closing one: white space, marks that end.
NOT_AFTER_OPENING = " ，。、；：！？,;:!?)）”"
NOT_BEFORE_CLOSING = " （(“"
# How far a pair is read for Han.
REACH = 60

QUOTES_RE = re.compile('["“”]')
# The longest text between quotes that are turned: a phrase.
MAX_TURNED = 60
# Right before a quote that opens: the start of the line, a space, a mark that leads on.
BEFORE_OPENING = " \u3000、：:（(《「—"
# Behind these nothing closes; behind those a quotation may open too.
SURELY_OPENING = ("：", ":", "（", "(", "《", "「")
END_OF_CLAUSE = "，。；！？…、"
# Right after one that closes, besides Han, letters and the end: a space, a mark.
AFTER_CLOSING = " \u3000，。、；：！？…—,.;:!?）)》」"


def turned_quote(document: Document) -> Iterator[Edit]:
    """Turn quotes of Chinese text that face the wrong way: ”好”, “好“ and “好" become “好”.

    Between two ” without Han they become straight ones: ”$LANG” is "$LANG". Leaves each line in
    which one quote is doubtful, or where all are right.
    """
    text = document.text
    if _are_paired(text) or script_of(document) not in CHINESE:
        return
    for found in LINE_RE.finditer(text):
        line = found[0]
        if "”" in line or "“" in line:
            for start, old, new in _turned(line):
                yield Edit(found.start() + start, old, new)


def straight_quote(document: Document) -> Iterator[Edit]:
    """Write straight quotes that are certainly a pair round Chinese as “ ” and ‘ ’.

    Leaves lines that the commas do not show damaged, odd quotes, Latin ones, apostrophes.
    """
    if '"' not in document.text and "'" not in document.text:
        return
    for start, line in damaged_lines(document):
        for match in () if CODED_RE.search(line) else SINGLE_RE.finditer(line):
            inside = match.group(1)
            if HAN_RE.search(inside) and inside[0] not in NOT_AFTER_OPENING and inside[-1] != " ":
                yield Edit(start + match.start(), "'", "‘")
                yield Edit(start + match.end() - 1, "'", "’")
        for first, last in _double_pairs(line):
            yield Edit(start + first, '"', "“")
            yield Edit(start + last, '"', "”")


def _are_paired(text: str) -> bool:
    """Say whether all quotes are curly and in pairs, each “ before its ”, as they mostly are."""
    if '"' in text or text.count("“") != text.count("”"):
        return False
    first, *behind = text.split("“")
    return "”" not in first and all(part.count("”") == 1 for part in behind)


def _double_pairs(line: str) -> list[tuple[int, int]]:
    """Return the places of the straight double quotes in pairs; none where one is doubtful."""
    places = [match.start() for match in re.finditer('"', line)]
    if not places or len(places) % 2:
        return []
    pairs = list(zip(places[::2], places[1::2], strict=True))
    for first, last in pairs:
        if last == first + 1 or line[first + 1] in NOT_AFTER_OPENING:
            return []
        if line[last - 1] in NOT_BEFORE_CLOSING or not HAN_RE.search(
            line, first, min(last, first + REACH)
        ):
            return []
    return pairs


def _turned(line: str) -> list[tuple[int, str, str]]:
    """Return (start, old, new) of the quotes to turn in a line; none where one is doubtful."""
    places = [match.start() for match in QUOTES_RE.finditer(line)]
    if len(places) % 2:
        return []
    edits: list[tuple[int, str, str]] = []
    wrong = [
        (first, last)
        for first, last in zip(places[::2], places[1::2], strict=True)
        if line[first] + line[last] not in {"“”", '""'}
    ]
    sure = {line[first] + line[last] for first, last in wrong if _is_sure(line, first, last)}
    for first, last in wrong:
        pair = line[first] + line[last]
        if not (
            first + 1 < last <= first + MAX_TURNED
            and (_is_pair(line, first, last) or (pair in sure and _may_be_pair(line, first, last)))
        ):
            return []
        new = "“”" if pair[0] != "”" or HAN_RE.search(line, first, last) else '""'
        # The typesetter takes ” for a mark that closes, and the space before it goes.
        gap = (
            new == '""'
            and line[last + 1 : last + 2] == " "
            and line[max(0, first - 1) : first].isalnum()
        )
        edits += [(first, pair[0], gap * " " + new[0]), (last, pair[1], new[1])]
    return [edit for edit in edits if edit[1] != edit[2]]


def _is_pair(line: str, first: int, last: int) -> bool:
    """Say whether the quote at first opens and the one at last closes, whatever they look like."""
    before, after = line[max(0, first - 1) : first], line[last + 1 : last + 2]
    opens = not before or before.isalnum() or before in BEFORE_OPENING
    if line[last] == "“":
        closes = after != "" and after in AFTER_CLOSING
    else:
        closes = not after or after.isalnum() or after in AFTER_CLOSING
    return opens and closes and _holds(line, first, last)


def _is_sure(line: str, first: int, last: int) -> bool:
    """Say whether a pair of which the first is turned round can be nothing else.

    Nothing closes behind a colon or a bracket, and inside a sentence nothing does without a mark
    (克隆羊”多利”引起). So whoever set it sets others in the line alike.
    """
    before, after = line[max(0, first - 1) : first], line[last + 1 : last + 2]
    inside = is_han(before) and is_han(after) if before and after else False
    return (
        line[first] == "”"
        and (before in SURELY_OPENING or (inside and line[last - 1] not in END_OF_CLAUSE))
        and _may_be_pair(line, first, last)
    )


def _may_be_pair(line: str, first: int, last: int) -> bool:
    """Say whether nothing speaks against a pair, but that another pair of its form is sure."""
    before, after = line[max(0, first - 1) : first], line[last + 1 : last + 2]
    opens = not before or before.isalnum() or before in BEFORE_OPENING + END_OF_CLAUSE
    closes = not after or after.isalnum() or after in AFTER_CLOSING
    return opens and closes and _holds(line, first, last)


def _holds(line: str, first: int, last: int) -> bool:
    """Say whether what stands between could begin and end a quotation."""
    inside = line[first + 1], line[last - 1]
    return not (inside[0] in NOT_AFTER_OPENING or inside[1] in " ，、：（(《")


# All are synthetic.
TURNED_QUOTE = Rewrite(
    turned_quote,
    gate="“”",
    examples={
        '展厅里有“小火车"模型，也有“大风车"的照片。': "展厅里有“小火车”模型，也有“大风车”的照片。",
        "回家以后，我的”恐高症”竟然好了，心里暗念”阿弥陀佛”不止百遍。": (
            "回家以后，我的“恐高症”竟然好了，心里暗念“阿弥陀佛”不止百遍。"
        ),
        "他说：”天快亮了，该走了。”大家都笑了，”好吧”，她说。": (
            "他说：“天快亮了，该走了。”大家都笑了，“好吧”，她说。"
        ),
        "他说：”天快亮了，该走了。“大家都笑了，”好吧“，她说。": (
            "他说：“天快亮了，该走了。”大家都笑了，“好吧”，她说。"
        ),
        "克隆羊”多利”引起关注，”多利”是一只绵羊。": "克隆羊“多利”引起关注，“多利”是一只绵羊。",
        "他喊了一声：“好“，大家都笑了。": "他喊了一声：“好”，大家都笑了。",
        "程序读变量”$LANG” 和文件”/etc/hosts”。": '程序读变量 "$LANG" 和文件"/etc/hosts"。',
    },
    keeps=[
        "第一段的话还没有说完。”他放下杯子，”再说吧。",
        "第一段的话还没有说完。”他放下杯子。”再说吧”，他答。”",
        "“他说过，”父亲答道，“你们等着。”",
        "前面的话没有引完。”父亲答道，”你们等着。”他走了，”后来又来。”",
        "这里是好的。”孩子们”二字写错了。",
        "“一”“二”“三”，“四”。",
        "左边一栏写到“高高的山上“\n一棵树”右边一栏没有。",
        '屏幕有5"大，“样子好看“价钱便宜，卖得好。',
        "“上一段还没有完，“他说，“走吧。”",
        "The so-called ”quotes” of Swedish text stay.",
    ],
)

STRAIGHT_QUOTE = Rewrite(
    straight_quote,
    gate="\"'",
    examples={
        "重庆长安汽车有限公司人力资源部谈到:“中国车企'走出去'的国际化人才建设之困,很大程度是技术"
        "技能人才发展之困,无论怎样,都是大势所趋。”": (
            "重庆长安汽车有限公司人力资源部谈到:“中国车企‘走出去’的国际化人才建设之困,很大程度是技术"
            "技能人才发展之困,无论怎样,都是大势所趋。”"
        ),
        '他说:"天快亮了,该走了,路上小心。"她点点头,说:"好,我知道。"': (
            "他说:“天快亮了,该走了,路上小心。”她点点头,说:“好,我知道。”"
        ),  # synthetic
    },
    keeps=[
        '他说："天快亮了，该走了。"她点点头。',  # synthetic: a habit
        '屏幕有5"大,样子好看,价钱便宜,卖得好。',  # synthetic
        "他最爱唱It's my life,也爱跳舞,朋友们都说,那是90's的味道。",  # synthetic
        '他说:"天快亮了,该走了,路上小心。\n她点点头,没有说话,转身,走了。',  # synthetic
        "他写着'天黑了 ',她走了,都没有写完,也没有说完,天就亮了。",  # synthetic
        '请输入"yes"或者"no",然后按回车,等待,再按一次。',  # synthetic
        "{'原文': '他说,水退了,人散了,灯灭了', '译文': '水退了,信到了,船靠岸了'},",  # synthetic
    ],
)
