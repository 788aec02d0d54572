"""Where an article on a web page ends, once its block is found: the lines below the best run.

A block is the run of lines with the best sum, so it stops before a subhead, a list, a signature,
whatever is short. It is grown here over such lines, upwards in opening.py, as long as the page
itself does not say by a label, a date or a cut that something else begins.
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.layout import BULLET, COLON, COMMA, NUMBER, PLAIN
from cleaner.web import labels
from cleaner.web.ends import SIGNER_RE
from cleaner.web.notices import of_site
from cleaner.web.page import WebLine
from cleaner.web.passing import DOCUMENTS_OWN_RE
from cleaner.web.rows import dotted

SIGNATURE_REACH = 8  # lines after the block in which a signature and its day stand
DAY_CHARS = 8  # 2024-3-2; a link list has 03-12
SENTENCE_CHARS = 8
LIST_LEAST = 2  # a line alone is a call to install an app as often as not
# Titles of links behind a text: so many at least; pauses in one; length of a line that tells if the
# text is prose, and the share of such that end a sentence. Chosen.
TITLES, TITLE_PAUSES, TITLE_CHARS, PROSE_SHARE = 2, 2, 25, 0.8
HEADS = 1  # of a part, below which the page was cut; chosen
LONG_CUT = 100  # of a paragraph that lacks its end; a teaser is shorter; chosen
AMBIGUOUS_CHARS = 2  # a word as short may be a subhead
GAP_LINES, LONG_GAP = 12, 60  # the ingredients of a recipe, the facts of an entry; chosen
MOST_LINES = 2_000  # a bound on time
# Items of a page's lists that show that its reader marks them; lines between the text and the first
# list; names in a row of buttons, and characters of one. Chosen.
MARKED, LIST_REACH, BUTTONS, LABEL_NAME = 8, 24, 3, 6
CUT_REACH = 3  # lines between two blurbs; chosen
LABEL_MOST = 32  # a label in the block is dropped below this

# …二十處養殖場。（編輯：何佩芸）1120605: nothing but a bracket behind the last sentence.
CREDITED_RE = re.compile(r"[。！？”」]\s?[（(【\[][^（(【\[。]{2,24}[）)】\]]\s?\d{0,8}$")

HAN_DAY_RE = re.compile(
    "[一二][〇○零Ｏ0一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)

# Words in one bracket; not (12), nor (function(){…})().
BRACKET_RE = re.compile("[（(][^()（）\u3400-\u9fff]*[\u3400-\u9fff][^()（）]*[)）]")

# What an entry cites behind a sentence: 后渐脱落。[1][2]
CITATION_RE = re.compile(r"(?:\s?\[[\d,-]{1,7}\]){1,9}$")

# The head of a part.
NUMERALS = "一二三四五六七八九十"
PART_RE = re.compile("([一二三四五六七八九十])、")

ITEM_RE = re.compile(r"[（(]?(\d)[.．、)）]")

# Labels behind which no article goes on.
OVER = frozenset({labels.CREDIT, labels.FOOTER, labels.LEGAL, labels.LOGIN, labels.META})


def is_unlabelled(line: WebLine) -> bool:
    """Say whether nothing is known of a line that makes it the site's."""
    return not (line.label or line.day or line.copy or line.cut)


def without_titles(lines: Sequence[WebLine], start: int, end: int) -> int:
    """Return where the block ends without the titles of links behind its last sentence.

    The heading over them may be one that no table knows. Only where the text is prose, whose
    sentences end: a body without end marks has no last one, and a list goes on with its facts.
    """
    last = next((i for i in range(end - 1, start, -1) if lines[i].end and not lines[i].label), end)
    tail = lines[last + 1 : end]
    if len(tail) < TITLES or not lines[last].good:
        return end
    long = [line for line in lines[start : last + 1] if line.chars >= TITLE_CHARS]
    prose = sum(line.end for line in long) >= PROSE_SHARE * len(long)
    return last + 1 if prose and all(map(_is_title, tail)) else end


def _is_title(line: WebLine) -> bool:
    text = line.line.text
    plain = line.line.opening == PLAIN and line.line.ending != COMMA
    fact = "：" in text and line.line.ending != COLON  # 阅读下一篇： is a heading
    return bool(line.label) or (plain and not fact and text.count("、") <= TITLE_PAUSES)


def last_lines(lines: Sequence[WebLine], barriers: Sequence[bool], start: int, end: int) -> int:
    """Extend the block downwards over a last short line before a barrier, and over a signature."""
    block = lines[start:end]
    unmarked = sum(1 for line in block if not line.label and not line.end)
    for reach in (1, 2):
        if end + reach >= len(lines):
            break
        # A bracket that closes the text needs no barrier, any label will do: （实习生亦有贡献）
        bracket = lines[end].line.text[0] in "（(" and lines[end].line.text[-1] in "）)"
        closes = bracket and (lines[end + 1].label or lines[end - 1].end)
        if not barriers[end + reach] and not (reach == 1 and closes):
            continue
        tail = lines[end : end + reach]
        if all(
            not line.label
            and not line.day
            and not line.copy
            and (
                line.end
                or line.line.text[0] in "（(【["
                or unmarked >= 2
                or (reach == 1 and SIGNER_RE.fullmatch(line.line.text) is not None)
            )
            for line in tail
        ):
            return end + reach
    # The last paragraph may lack its end mark; a blurb that is cut off stands under its title, and
    # has hardly a sentence before the cut.
    if (
        end + 1 < len(lines)
        and _endless(lines[end])
        and (
            lines[end + 1].label
            or CREDITED_RE.search(lines[end].line.text)
            or (lines[end - 1].good and "。" in lines[end].line.text)
            or (lines[end - 1].good and lines[end].chars >= LONG_CUT)
        )
    ):
        end += 1
    end = _to_credit(lines, _announced(lines, _bracketed(lines, _signature(lines, end))))
    return _to_cut(lines, _to_list(lines, start, end))


def _to_cut(lines: Sequence[WebLine], end: int) -> int:
    """Extend to the last line where no line below the block shows a site: the page was cut there.

    A whole page has a foot. What an extractor cut ends in its text: heads of a part, a list. More
    lines that may all be titles of links are no text, unless a colon announces them.
    """
    tail = lines[end : end + LONG_GAP + 1]
    if len(tail) > LONG_GAP or not all(map(is_unlabelled, tail)):
        return end
    listed = len(tail) > HEADS and tail[0].line.ending != COLON and all(map(_is_title, tail))
    return end if listed else len(lines)


def _to_list(lines: Sequence[WebLine], start: int, end: int) -> int:
    """Extend over what stands in no list, up to the first label or list of the site's.

    Readers that keep a page's lists mark their items, so what has no mark is text: the rows of a
    table, who has an office. The line above a list is its heading, and a few names in a row are
    buttons.
    """
    marked = sum(line.line.opening == BULLET for line in (*lines[:start], *lines[end:]))
    last = end
    while last < min(end + LIST_REACH, len(lines)) and _in_no_list(lines[last]):
        last += 1
    if last < len(lines) and lines[last].line.opening == BULLET:
        last -= 1
    while last > end and _are_buttons(lines[last - 1].line.text):
        last -= 1
    return last if marked >= MARKED and LIST_LEAST <= last - end < LIST_REACH - 1 else end


def _in_no_list(line: WebLine) -> bool:
    return is_unlabelled(line) and line.line.opening != BULLET


def _are_buttons(text: str) -> bool:
    names = text.split()
    return len(names) >= BUTTONS and "|" not in names and max(map(len, names)) <= LABEL_NAME


def _bracketed(lines: Sequence[WebLine], end: int) -> int:
    """Extend over a bracket right below the day under a notice: （此件公开发布）."""
    if not 0 < end < len(lines) or not _is_day(lines[end - 1].line.text):
        return end
    bracket = BRACKET_RE.fullmatch(lines[end].line.text) is not None
    return end + (bracket and is_unlabelled(lines[end]))


def _announced(lines: Sequence[WebLine], end: int) -> int:
    """Extend over a numbered list that the text announces: 时间轴： above 02:15 …, 11:40 ….

    The colon must be the first line behind the block: 热门排行： is a label. And over the facts of
    the last numbered part, where the text has the part before it: 三、联系方式.
    """
    for at in (end - 1, end):
        if at < len(lines) and _is_next_part(lines, at):
            return _over_facts(lines, at + 1)
    if end >= len(lines) or lines[end].line.ending != COLON or not is_unlabelled(lines[end]):
        return end
    last = end + 1
    while last < len(lines) and lines[last].line.text[0].isdecimal() and is_unlabelled(lines[last]):
        last += 1
    return last if last - end > LIST_LEAST else end


def _is_next_part(lines: Sequence[WebLine], at: int) -> bool:
    """Say whether a line is the head of a numbered part, below the part before it."""
    part = PART_RE.match(lines[at].line.text)
    if not part or part[1] not in NUMERALS[1:] or lines[at].chars > LABEL_MOST:
        return False
    before = NUMERALS[NUMERALS.index(part[1]) - 1] + "、"
    return any(line.line.text.startswith(before) for line in lines[max(0, at - LONG_GAP) : at])


def _over_facts(lines: Sequence[WebLine], end: int) -> int:
    """Return where facts end, be they under numbers of their own: 1.采购人信息, 名称：…."""
    count = 1
    while end < len(lines) and is_unlabelled(lines[end]):
        item = ITEM_RE.match(lines[end].line.text)
        if item and item[1] == str(count):
            count += 1
        elif not is_fact(lines[end]):
            break
        end += 1
    return end


def _to_credit(lines: Sequence[WebLine], end: int) -> int:
    """Extend over a list that stands between the last sentence and the editor's line.

    What the editor signs is the article: results, names, a menu. Only unlabelled lines. Where the
    editor's line was lifted before (staff-line) a form feed stands.
    """
    for i in range(end, min(end + LONG_GAP, len(lines))):
        line = lines[i]
        if line.line.page or line.label == labels.CREDIT:
            return i if i - end >= LIST_LEAST else end
        if line.label or line.day or line.copy or dotted(line.line.text):
            break
    return end


def is_issuer(line: WebLine) -> bool:
    """Say whether a line is a document's number, or the office that issued it."""
    text = line.line.text
    return DOCUMENTS_OWN_RE.fullmatch(text) is not None or SIGNER_RE.fullmatch(text) is not None


def is_fact(line: WebLine) -> bool:
    """Say whether a line is a name and what it has: 主讲人：某某教授; no heading of a list."""
    return "：" in line.line.text and line.line.ending != COLON


def _endless(line: WebLine) -> bool:
    text = line.line.text
    return line.cut and not dotted(text) and any(mark in text for mark in "。，")


def _is_day(text: str) -> bool:
    """Say whether a line is a day, as sites or as offices write it: 二〇二一年八月二十日."""
    return labels.is_day(text) or HAN_DAY_RE.fullmatch(text) is not None


def _signature(lines: Sequence[WebLine], end: int) -> int:
    """Extend over what closes a notice: 附件：…, and a name with a bare day under it.

    The day is the proof: between it and the block there may be a few short lines (the office, who
    to ask), none of them a label.
    """
    for i in range(end, min(end + SIGNATURE_REACH, len(lines))):
        line = lines[i]
        if i > end and line.chars >= DAY_CHARS and _is_day(line.line.text):
            return i + 1
        if line.label or line.chars > LABEL_MOST:
            break
    if end < len(lines) and lines[end].line.text.startswith(("附件", "附：", "附:")):
        end += 1
        while end < len(lines) and lines[end].line.opening == NUMBER and not lines[end].label:
            end += 1
    return end


def to_last_sentence(lines: Sequence[WebLine], barriers: Sequence[bool], end: int) -> int:
    """Extend the block downwards to the last sentence before the page says that it is over.

    A recipe, a law, an entry of an encyclopedia go on behind a list or a row of short lines. What
    says that the article is over: a barrier, a date, a credit, a disclaimer, a second label, a
    cut, or a long stretch of lines without a sentence.
    """
    last, labelled = end, 0
    for i in range(end, min(len(lines), end + MOST_LINES)):
        line = lines[i]
        if labels.picture_credit(line.line.text):
            continue
        labelled += _counts(lines, i)
        if barriers[i] or line.day or _is_cut(lines, i) or line.label in OVER or labelled > 1:
            break
        near = i - last < LONG_GAP
        sentence = (near and ends_plainly(line)) or (i == last and _last_words(line))
        if sentence and not line.label:
            if of_site(line):
                break
            last = i + 1
            labelled = 0
    return last


def _is_cut(lines: Sequence[WebLine], i: int) -> bool:
    """Say whether a line is a blurb that was cut off: by dots, or like one that stands near it.

    One long line without its end, alone, is how the text is written.
    """
    if not lines[i].cut or dotted(lines[i].line.text):
        return lines[i].cut
    near = (*lines[max(0, i - CUT_REACH) : i], *lines[i + 1 : i + 1 + CUT_REACH])
    return any(line.cut or line.day or line.label for line in near)


def _counts(lines: Sequence[WebLine], i: int) -> bool:
    """Say whether a label speaks for the end: no tool of each section, no name that is a subhead.

    编辑 stands at each section of an entry; 历史 alone is one's heading, two in a row are a bar.
    """
    line = lines[i]
    if not line.label or line.copy:
        return False
    if line.label != labels.NAV or line.chars > AMBIGUOUS_CHARS:
        return True
    return i + 1 < len(lines) and lines[i + 1].label != "" and not lines[i + 1].copy


def _last_words(line: WebLine) -> bool:
    """Say whether a line right behind the block is its last: 谢谢大家！; a link is longer.

    Or a sentence and who took its picture: …都飄香。（記者王小梅攝）; a link has no full stop.
    """
    if line.label or line.day or line.cut:
        return False
    short = line.chars < SENTENCE_CHARS or ends_plainly(line)
    text = line.line.text
    return (line.end and short) or ("。" in text and CREDITED_RE.search(text) is not None)


def ends_plainly(line: WebLine) -> bool:
    """Say whether a sentence ends in a full stop or has one: a link's title may end in ？ or ！."""
    text = CITATION_RE.sub("", line.line.text).rstrip("”’」』）)")
    plain = text[-1:] in ("。", ".") or "。" in text
    return line.end and line.chars >= SENTENCE_CHARS and plain
