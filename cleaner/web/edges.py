"""Where an article on a web page begins and ends, once its block is found: the lines at the edges.

A block is the run of lines with the best sum, so it stops before a subhead, a list, a signature,
whatever is short. Its edges are grown here over such lines, as long as the page itself does not
say by a label, a date or a cut that something else begins.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from cleaner.layout import COLON, COMMA, NUMBER, PLAIN
from cleaner.web import labels
from cleaner.web.headline import opens_entry, units
from cleaner.web.notices import of_site
from cleaner.web.page import WebLine
from cleaner.web.passing import NUMBER_RE, passable
from cleaner.web.rows import dotted

PLAIN_CHARS = 10  # a line before the block that is no name and no count
NAME_CHARS = 4  # of a fact's name; chosen
CREDIT_CHARS = 40  # of a credit behind a paragraph's last sentence; chosen
SIGNATURE_REACH = 8  # lines after the block in which a signature and its day stand
DAY_CHARS = 8  # 2024-3-2; a link list has 03-12
SENTENCE_CHARS = 8
LIST_LEAST = 2  # a line alone is a call to install an app as often as not
LEAD_CHARS = 15  # of a sentence that a text begins with; chosen
LEAD_BODY = 30  # lines of the text that it shares a pair of characters with; chosen
NEAR_GOOD = 5  # lines below a paragraph in which a second shows that the text goes on; chosen
# Titles of links behind a text: so many at least; pauses in one; length of a line that tells if the
# text is prose, and the share of such that end a sentence. Chosen.
TITLES, TITLE_PAUSES, TITLE_CHARS, PROSE_SHARE = 2, 2, 25, 0.8
LABEL_GAP = 4  # lines with a label among them, behind which one sentence is no proof; chosen
LONG_CUT = 100  # of a paragraph that lacks its end; a teaser is shorter; chosen
NEAR_STEPS = 2  # short sentences there that show it where no label stands between; chosen
VERSE_REACH, VERSE_LEAST = 4, 2  # lines between a poem and its prose; lines of a poem; chosen
AMBIGUOUS_CHARS = 2  # a word as short may be a subhead
LIST_MOST = 24  # lines of a list between a text's first sentence and its block; chosen
GAP_LINES, LONG_GAP = 12, 60  # the ingredients of a recipe, the facts of an entry; chosen
MOST_LINES = 2_000  # a bound on time
LABEL_MOST = 32  # a label in the block is dropped below this

# …二十處養殖場。（編輯：何佩芸）1120605: nothing but a bracket behind the last sentence.
CREDITED_RE = re.compile(r"[。！？”」]\s?[（(【\[][^（(【\[。]{2,24}[）)】\]]\s?\d{0,8}$")

# What an entry cites behind a sentence: 后渐脱落。[1][2]
CITATION_RE = re.compile(r"(?:\s?\[[\d,-]{1,7}\]){1,9}$")

# Who signs a notice without a day.
SIGNED_RE = re.compile(
    r"\S{2,20}(?:公司|集团|委员会|[局厅署处]|办公室|大学|学院|学校|[中小]学|医院|银行|协会|政府|管理处|委)"
)

# 1032人参与308评论, 人氣62,310 回覆141 收藏: two counts and what was counted, no date.
COUNTS_RE = re.compile(
    r"(?=.{4,32}$)[^\d：:。，第]{0,8}(?:\d[\d,.]{0,8}[万萬kw+]?[^\d：:。，年月日号號第]{1,8}){2,3}"
    r"(?:\d[\d,.]{0,8})?[^\d：:。，年月日号號第]{0,12}"
)

# What opens a text with a colon: whom it speaks to (各有关单位：, 亲爱的读者：) or the words before
# a list; no 点击： or 发布时间：. And the name of a part that opens one: 声 明, [摘 要]：
OPENING_RE = re.compile(
    r"(?=.*[们們位方府局委院厅廳校司处處室亲親爱愛敬致员員户戶士生长長师師友志家人民者各单單席，、]).{2,60}[:：]"
    r"|.{8,60}[:：]"
    r"|[\[［【〔]?(?:内容|內容|论文|論文)?(?:摘\s*要|提\s*要|[声聲]\s*明|前\s*言|引\s*言|[导導]\s*言|[编編]者按|序\s*言)"
    r"[\]］】〕]?\s?[:：]?"
)

# The head of a part.
NUMERALS = "一二三四五六七八九十"
PART_RE = re.compile(r"([一二三四五六七八九十])、")

# Labels behind which no article goes on.
OVER = frozenset({labels.CREDIT, labels.FOOTER, labels.LEGAL, labels.LOGIN, labels.META})


def grow(lines: Sequence[WebLine], headline: int, start: int, end: int) -> tuple[int, int]:
    """Grow a poor block over its unlabelled neighbours, and any block over its salutation.

    A block without a sure paragraph is verse or a list, whose lines score by chance. 各有关单位：
    opens a notice.
    """
    goods = sum(line.good for line in lines[start:end])
    while start - 1 > headline and goods < 2 and _unlabelled(lines[start - 1]) and headline >= 0:
        start -= 1
    while end < len(lines) and goods == 0 and _unlabelled(lines[end]):
        end += 1
    if sum(map(_is_named, lines[start:end])) >= LIST_LEAST:  # 近义词：… of a dictionary's entry
        while (
            start - 1 > headline and _unlabelled(lines[start - 1]) and _is_named(lines[start - 1])
        ):
            start -= 1
        while end < len(lines) and _unlabelled(lines[end]) and _is_named(lines[end]):
            end += 1
    return back_to_opening(lines, start, headline), end


def back_to_opening(lines: Sequence[WebLine], start: int, headline: int) -> int:
    """Extend the block upwards over whom it speaks to, and over the name of its first part."""
    while (
        start - 1 > headline
        and _unlabelled(lines[start - 1])
        and OPENING_RE.fullmatch(lines[start - 1].line.text)
    ):
        start -= 1
    return start


def _unlabelled(line: WebLine) -> bool:
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
                or _credited(line)
                or (reach == 1 and SIGNED_RE.fullmatch(line.line.text) is not None)
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
    return _to_credit(lines, _announced(lines, _signature(lines, end)))


def _announced(lines: Sequence[WebLine], end: int) -> int:
    """Extend over a numbered list that the text announces: 时间轴： above 02:15 …, 11:40 ….

    The colon must be the first line behind the block: 热门排行： is a label. And over the facts of
    the last numbered part, where the text has the part before it: 三、联系方式.
    """
    part = PART_RE.match(lines[end].line.text) if end < len(lines) else None
    if part and part[1] in NUMERALS[1:]:
        before = NUMERALS[NUMERALS.index(part[1]) - 1] + "、"
        if any(line.line.text.startswith(before) for line in lines[max(0, end - LONG_GAP) : end]):
            end += 1
            while end < len(lines) and _unlabelled(lines[end]) and _is_fact(lines[end]):
                end += 1
            return end
    if end >= len(lines) or lines[end].line.ending != COLON or not _unlabelled(lines[end]):
        return end
    last = end + 1
    while last < len(lines) and lines[last].line.text[0].isdecimal() and _unlabelled(lines[last]):
        last += 1
    return last if last - end > LIST_LEAST else end


def _to_credit(lines: Sequence[WebLine], end: int) -> int:
    """Extend over a list that stands between the last sentence and the editor's line.

    What the editor signs is the article: results, names, a menu. Only unlabelled lines. Where the
    editor's line was lifted before (staff-line) a form feed stands.
    """
    for i in range(end, min(end + GAP_LINES, len(lines))):
        line = lines[i]
        if line.line.page or line.label == labels.CREDIT:
            return i if i - end >= LIST_LEAST else end
        if line.label or line.day or line.copy or dotted(line.line.text):
            break
    return end


def _is_named(line: WebLine) -> bool:
    """Say whether a line is a name and what it has: 用法：作谓语、定语, 【语法】：…."""
    name, _, value = line.line.text.partition("：")
    return 0 < len(name.strip("【】[]")) <= NAME_CHARS and value != ""


def _is_fact(line: WebLine) -> bool:
    return "：" in line.line.text and line.line.ending != COLON


def _endless(line: WebLine) -> bool:
    text = line.line.text
    return line.cut and not dotted(text) and any(mark in text for mark in "。，")


def _credited(line: WebLine) -> bool:
    """Say whether a paragraph lacks its end mark because a credit is glued to it: 。(c)AFP/…."""
    return line.cut and "。" in line.line.text[-CREDIT_CHARS:]


def _signature(lines: Sequence[WebLine], end: int) -> int:
    """Extend over what closes a notice: 附件：…, and a name with a bare day under it.

    The day is the proof: between it and the block there may be a few short lines (the office, who
    to ask), none of them a label.
    """
    for i in range(end, min(end + SIGNATURE_REACH, len(lines))):
        line = lines[i]
        if labels.is_day(line.line.text) and line.chars >= DAY_CHARS and i > end:
            return i + 1
        if line.label or line.chars > LABEL_MOST:
            break
    if end < len(lines) and lines[end].line.text.startswith(("附件", "附：", "附:")):
        end += 1
        while end < len(lines) and lines[end].line.opening == NUMBER and not lines[end].label:
            end += 1
    return end


def back_to_entry(lines: Sequence[WebLine], start: int) -> int:
    """Extend the block upwards to the paragraph that opens an encyclopedia's entry.

    Between it and the first section stand a table of facts and the contents: too many short lines
    for one run. The paragraph opens with its headword, which stands as a line close above it.
    """
    for i in range(max(0, start - LONG_GAP), start):
        if lines[i].good and any(
            opens_entry(lines[k].line.text, lines[i].line.text)
            for k in range(max(0, i - SIGNATURE_REACH), i)
        ):
            return i
    return start


def back_to_headline(lines: Sequence[WebLine], start: int, headline: int) -> int:
    """Extend the block upwards over plain lines to the headline."""
    if headline < 0:
        return start
    while start - 1 > headline:
        line = lines[start - 1]
        if NUMBER_RE.fullmatch(line.line.text):
            start -= 1
            continue
        part = line.line.opening == NUMBER and not (line.label or line.day)  # 一、概况
        plain = line.chars >= PLAIN_CHARS or line.end
        count = COUNTS_RE.fullmatch(line.line.text) is not None
        if not part and (not plain or count or passable(lines, start - 1)):
            break
        start -= 1
    return start


def back_to_lead(lines: Sequence[WebLine], start: int, headline: int) -> int:
    """Extend the block upwards to the first sentence under the headline, and to facts.

    A recipe's introduction stands above its ingredients, who speaks and where above the notice of
    a lecture: short lines part them from the block. Where a label stands between them they are
    of the site.
    """
    top = max(headline + 1, start - LIST_MOST)
    first = start
    while first > top and not lines[first - 1].label and not lines[first - 1].day:
        first -= 1
    facts = start
    while facts > first and _is_fact(lines[facts - 1]):
        facts -= 1
    # Under 发布日期：2012.05.08 they are the document's: 时效性：现行有效.
    stamp = lines[first - 1] if first else None
    stamped = stamp and stamp.label == labels.META and stamp.line.text[0].isdecimal()
    if facts == first and start - facts >= LIST_LEAST and stamped:
        return facts
    # Where the headline is not known yet, a sentence of the site's may stand there.
    body = None if headline >= 0 else units(lines[start : start + LEAD_BODY])
    return next((i for i in range(first, start) if _lead(lines[i], body)), start)


def _lead(line: WebLine, body: AbstractSet[str] | None) -> bool:
    """Say whether a line is a sentence, and shares a pair of characters with the text."""
    plain = ends_plainly(line) and line.chars >= LEAD_CHARS and not line.copy
    return plain and (body is None or not body.isdisjoint(units([line])))


def back_to_sentence(lines: Sequence[WebLine], start: int, headline: int) -> int:
    """Extend the block upwards over verse: lines in a row, the last of which ends a sentence.

    Below 译文 stands prose, which is the best run; the poem above it has no line that scores.
    """
    top = max(headline + 1, start - GAP_LINES, 0)
    near = range(start - 1, max(top, start - VERSE_REACH) - 1, -1)
    last = next((i for i in near if _verse(lines[i]) and lines[i].end), -1)
    if last < 0 or any(line.label or line.day for line in lines[last:start]):
        return start
    first = last
    while first - 1 >= top and _verse(lines[first - 1]):
        first -= 1
    return first if last - first + 1 >= VERSE_LEAST else start


def _verse(line: WebLine) -> bool:
    return line.line.text.endswith(("。", "，", "；", "！", "？")) and not (
        line.label or line.day or line.copy
    )


def to_last_sentence(lines: Sequence[WebLine], barriers: Sequence[bool], end: int) -> int:
    """Extend the block downwards to the last sentence before the page says that it is over.

    A recipe, a law, an entry of an encyclopedia go on behind a list or a row of short lines. What
    says that the article is over: a barrier, a date, a credit, a disclaimer, a second label, a
    cut, or a stretch of lines without a sentence; a long stretch where two paragraphs follow it.
    """
    last, labelled = end, 0
    for i in range(end, min(len(lines), end + MOST_LINES)):
        line = lines[i]
        if labels.picture_credit(line.line.text):
            continue
        labelled += _counts(lines, i)
        if barriers[i] or line.day or line.cut or line.label in OVER or labelled > 1:
            break
        near = i - last < GAP_LINES or (i - last < LONG_GAP and _goes_on(lines, i, labelled))
        if labelled and i - last >= LABEL_GAP and not _goes_on(lines, i, labelled):
            near = False  # names and a button: what follows is the site's
        sentence = (near and ends_plainly(line)) or (i == last and _last_words(line))
        if sentence and not line.label:
            if of_site(line):
                break
            last = i + 1
            labelled = 0
    return last


def _goes_on(lines: Sequence[WebLine], i: int, labelled: int) -> bool:
    """Say whether a text goes on at a line: a second paragraph near, or the steps of a recipe."""
    below = lines[i + 1 : i + 1 + NEAR_GOOD]
    if lines[i].good:
        return any(line.good for line in below)
    steps = sum(ends_plainly(line) and not line.label for line in below)
    return labelled == 0 and steps >= NEAR_STEPS


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
    """Say whether a line right behind the block is its last: 谢谢大家！; a link is longer."""
    short = line.chars < SENTENCE_CHARS or ends_plainly(line)
    return line.end and short and not (line.label or line.day or line.cut)


def ends_plainly(line: WebLine) -> bool:
    """Say whether a sentence ends in a full stop: a link's title may end in ？ or ！."""
    text = CITATION_RE.sub("", line.line.text).rstrip("”’」』）)")
    return line.end and line.chars >= SENTENCE_CHARS and text[-1:] in ("。", ".")
