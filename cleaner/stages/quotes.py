"""Straight quotes in Chinese text that lost its own.

Only in damaged lines (halfwidth.py): people type "straight" quotes in Chinese on purpose, and a
manual's "literal" is one. Of a line all the straight double quotes are paired in their order or
none is: an odd one may open here and close in another paragraph, or mean inches.
"""

import re
from collections.abc import Iterator

from cleaner.chars.halfwidth import HAN_RE, damaged_lines
from cleaner.chars.scripts import alphabet
from cleaner.document import Document, Edit
from cleaner.stage import Rewrite

# A straight single quote round Chinese: 中国车企'走出去'的. Neither end stands by a letter or a
# digit (it's, 5'), and inside Han begins or ends. Up to 60 characters: a phrase, not a speech.
SINGLE_RE = re.compile(r"(?<![0-9A-Za-z'])'([^'\n]{1,60})'(?![0-9A-Za-z'])")
# Not right after an opening quote, not right before a closing one: white space, marks that end.
NOT_AFTER_OPENING = " ，。、；：！？,;:!?)）”"
NOT_BEFORE_CLOSING = " （(“"
# How far a pair is read for Han.
REACH = 60


def straight_quote(document: Document) -> Iterator[Edit]:
    """Write straight quotes that are certainly a pair round Chinese as “ ” and ‘ ’.

    Leaves lines that the commas do not show damaged, odd quotes, Latin ones, apostrophes.
    """
    characters = alphabet(document.text)
    if "," not in characters or not ('"' in characters or "'" in characters):
        return
    for start, line in damaged_lines(document):
        for match in SINGLE_RE.finditer(line):
            inside = match.group(1)
            if HAN_RE.search(inside) and inside[0] not in NOT_AFTER_OPENING and inside[-1] != " ":
                yield Edit(start + match.start(), "'", "‘")
                yield Edit(start + match.end() - 1, "'", "’")
        for first, last in _double_pairs(line):
            yield Edit(start + first, '"', "“")
            yield Edit(start + last, '"', "”")


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


STRAIGHT_QUOTE = Rewrite(
    straight_quote,
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
        '请输入"yes"或者"no",然后按回车,等待,再按一次。',  # synthetic
    ],
)
