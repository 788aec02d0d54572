"""Put the large first letter of a text back before its first line.

A magazine opens an article with a letter two or three lines high. It is a block of its own on the
page, so an extractor gives it on a line of its own: right above the text, or, where its top stands
higher than theirs, above the headline:

    终                             what 终场 is the start of
    加时绝杀 蓝鲸队惊险晋级
    场哨响前两秒，替补上场的后卫在三分线外把球扔了出去。

What tells it from a cell of a table, the last character of a headline or a line of a vertical one
is the word: a word of the list stands across the letter and the start of the text, none across the
line before and the letter; and what it opens is prose.
"""

from collections.abc import Iterator, Sequence

from cleaner import late as re
from cleaner.document import Document, Edit
from cleaner.layout import COMMA, END, PLAIN, Line, is_han, read_lines
from cleaner.lexicon import cuts_word
from cleaner.paper.headshape import is_heading
from cleaner.paper.press import credit_line
from cleaner.stage import Rewrite

# Between the letter and its text stand at most a kicker, a headline of two lines and a byline.
REACH = 5
# A line of text, not a cell or a word; the narrowest columns have ten.
MIN_TEXT_EM = 6.0
# A page has a letter an article; where they are more they are cells, verse, a vertical headline.
MAX_SHARE = 0.1
# A word of a dictionary and its sign.
WORD_CHARS = 2
# They number sections; 一 may open a text, but 一 and 第 are a word as well.
NUMERALS = frozenset("一二三四五六七八九十百千上中下")
PROSE_MARK_RE = re.compile("[，。；！？]")


def drop_cap(document: Document) -> Iterator[Edit]:
    """Join the large first letter of a text to its first line: 终 | 场哨响前两秒，….

    Leaves characters alone that number, stand in cells or in a column of their own, and the last
    character of a headline.
    """
    if document.was_cleaned:
        return
    lines = read_lines(document.text)
    if not _has_lone(lines):
        return
    lone = [at for at, line in enumerate(lines) if _is_letter(line)]
    if len(lone) > max(1, MAX_SHARE * len(lines)):
        return
    for at in lone:
        text = _text_of(lines, at)
        if text is None:
            continue
        letter, first = lines[at], lines[text]
        if text == at + 1:
            yield Edit(letter.end, document.text[letter.end : first.start], "")
        else:
            # With its line break: a blank line in its place would tell of an article's end.
            end = document.text.find("\n", letter.end) + 1
            yield Edit(letter.start, document.text[letter.start : end], "")
            yield Edit(first.start, "", letter.text)


def _has_lone(lines: Sequence[Line]) -> bool:
    """Say whether a common character stands alone in a line; numerals do, too."""
    return any(len(line.text) == 1 and "一" <= line.text <= "鿿" for line in lines)


def _is_letter(line: Line) -> bool:
    return len(line.text) == 1 and is_han(line.text) and line.text not in NUMERALS


def _text_of(lines: Sequence[Line], at: int) -> int | None:
    """Return the line whose first letter stands at a place; None where it is none."""
    letter = lines[at].text
    if _is_headword(lines, at):
        return None
    if at and (lines[at - 1].ending == COMMA or len(lines[at - 1].text) == 1):
        return None
    if at and lines[at - 1].ending != END and cuts_word(lines[at - 1].text, letter):
        return None
    for other in range(at + 1, min(at + 1 + REACH, len(lines))):
        line = lines[other]
        opens = line.width >= MIN_TEXT_EM and line.opening == PLAIN and cuts_word(letter, line.text)
        if opens and PROSE_MARK_RE.search("".join(one.text for one in lines[other : other + 2])):
            return other
        if line.page or not (is_heading(line) or credit_line(line.text)):
            return None
    return None


def _is_headword(lines: Sequence[Line], at: int) -> bool:
    """Say whether other lines near a letter are as short: the words of a dictionary."""
    near = (*lines[max(0, at - REACH) : at], *lines[at + 1 : at + 1 + REACH])
    return sum(len(line.text) <= WORD_CHARS and is_han(line.text[0]) for line in near) > 1


# Synthetic, as are all below.
DROP_CAP = Rewrite(
    drop_cap,
    examples={
        "夜校开课\n晚\n上七点半，会议室亮起了灯。": "夜校开课\n晚上七点半，会议室亮起了灯。",
        "山里的集市\n\n清\n\n晨的集市上，人们挑着筐。": "山里的集市\n\n清晨的集市上，人们挑着筐。",
        "天黑了。\n终\n蓝鲸队惊险晋级\n本报记者 李明\n场哨响前两秒，后卫把球\n扔了出去。": (
            "天黑了。\n蓝鲸队惊险晋级\n本报记者 李明\n终场哨响前两秒，后卫把球\n扔了出去。"
        ),
    },
    keeps=[
        # the last character of a headline
        "看一场露天电\n影\n片的放映员还没到，孩子们已经摆好了板凳。",
        "后一公里水泥\n路\n灯亮了，三百多户村民告别泥巴山道。",
        # one character a line: a headline, cells
        "终\n场\n哨\n响前两秒，替补上场的后卫把球扔了出去。",
        "男\n女\n性职工三百人，占一半。\n男\n女\n性职工二百人。",
        # words of a dictionary
        "敖●\n出遊也，從出從放。\n清\n晨而起，謂之清晨。\n肰●\n犬肉也，從犬肉。",
        # entries, items, verse
        "爱\n爱护公物，人人有责。",
        "终\n场哨响\n天黑了",
        "下\n午七点半，会议室亮起了灯。",
        "天\n王平：好。",
        # what goes on, and what stands too far off
        "他看见了山，\n晚\n上七点半，会议室亮起了灯。",
        "终\n高个子笑了：“他胆子不\n场小。”天黑了，没有人再说话。",
        "终\n完。\n场哨响前两秒，替补上场的后卫把球扔了出去。",
    ],
)
