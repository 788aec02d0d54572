"""Where an article on a web page begins, once its block is found: what stands above the best run.

The run begins with the first line that scores. What stands above it and is the text's own has
little worth: whom a notice speaks to, a poem above its prose, a lead above a list, numbered parts
of formulas and tables. Each is told by its form, and none goes on over a label of the site.
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.layout import NUMBER
from cleaner.web import labels
from cleaner.web.contents import CONTENTS_RE, contents
from cleaner.web.edges import (
    GAP_LINES,
    LIST_LEAST,
    LONG_GAP,
    SIGNATURE_REACH,
    ends_plainly,
    is_fact,
    is_unlabelled,
)
from cleaner.web.headline import opens_entry, units
from cleaner.web.page import WebLine
from cleaner.web.passing import (
    DOCUMENTS_OWN_RE,
    SITE_FACT_RE,
    in_passing,
    is_row,
    is_said,
    passable,
    unmarked,
)
from cleaner.web.passing import is_fact as is_short_fact
from cleaner.web.rows import dotted

PLAIN_LEAST = 2  # such lines that show that shorter ones above are the text's; chosen
PLAIN_CHARS = 10  # a line before the block that is no name and no count
NAME_CHARS = 4  # of a fact's name; chosen
RULE_RE = re.compile(r"[-|:+\s]{3,40}")  # of a table of html2text, below its head
RECORD = 4  # facts of a record right above the text: 材质: 棉; a site has fewer; chosen
QUOTES = "“「『"
LEAD_CHARS = 15  # of a sentence that a text begins with; chosen
# Lines of a table of contents; characters of a row of the lead above it. Chosen.
CONTENTS_REACH, LEAD_ROW = 60, 10
LEAD_PAUSES = 2  # of a paragraph without its end; chosen
PASSED = ("", labels.NOTE)  # what may stand between a text's first sentence and its block
LEAD_BODY = 30  # lines of the text that it shares a pair of characters with; chosen
VERSE_REACH, VERSE_LEAST = 4, 2  # lines between a poem and its prose; lines of a poem; chosen
# Lines that end a clause or a sentence: so many, and such a share of those above a text. Chosen.
CLAUSE_ENDS, CLAUSES, CLAUSE_SHARE = ("。", "，", "；", "！", "？"), 4, 0.6
LIST_MOST = 24  # lines of a list between a text's first sentence and its block; chosen
LISTED = 4  # lines of a list that a text opens with; fewer a site may set there

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


# Of a text in numbered parts: 第六节 …, 三、…, （二）…, (5)…; so many above a block show that they
# are its own, short as they are.
NUMBERED_RE = re.compile(
    r"第[一二三四五六七八九十百\d]{1,4}[章节節条條天]|[（(]?[一二三四五六七八九十]{1,3}[、）)]|0x\d\d|第[一二三四五六七八九十]部分|[（(]\d{1,2}[)）]"
)
PARTS = 2

# What a list of ingredients is called, be it of a dish, an experiment, a remedy, and how much of
# one it takes: 2根, 适量, 少々.
NEEDS_RE = re.compile(
    r"[\[(【■]?\s?[一-鿿]{0,4}(?:[用食主辅輔材原配調调]料|[食药藥器]材|[成组組][份分成]|[配处處]方)"
    r"(?:清单|清單|明细|准备)?"
    r"\s?[\])】]?(?:\s?[(（].{1,8}[)）])?[:：]?|재료|(?i:ingredients?|zutaten|ingrédients|ingredient[ei]s?):?"
)
AMOUNT_RE = re.compile("[\\d½⅓¼¾]|[适適]量|少[许許々]|약간")
AMOUNTS = 2  # lines with an amount; chosen


def grow(lines: Sequence[WebLine], headline: int, start: int, end: int) -> tuple[int, int]:
    """Grow a poor block over its unlabelled neighbours, and any block over its salutation.

    A block without a sure paragraph is verse or a list, whose lines score by chance. 各有关单位：
    opens a notice.
    """
    goods = sum(line.good for line in lines[start:end])
    while start - 1 > headline and goods < 2 and is_unlabelled(lines[start - 1]) and headline >= 0:
        start -= 1
    while end < len(lines) and goods == 0 and is_unlabelled(lines[end]):
        end += 1
    if sum(map(_is_named, lines[start:end])) >= LIST_LEAST:  # 近义词：… of a dictionary's entry
        while (
            start - 1 > headline and is_unlabelled(lines[start - 1]) and _is_named(lines[start - 1])
        ):
            start -= 1
        while end < len(lines) and is_unlabelled(lines[end]) and _is_named(lines[end]):
            end += 1
    return back_to_opening(lines, back_to_record(lines, start, headline), headline), end


def back_to_record(lines: Sequence[WebLine], start: int, headline: int) -> int:
    """Extend the block upwards over facts that lead into it, none a site's: 产地: 江苏.

    Above the text's first heading, too: 专家介绍.
    """
    top = _over_record(lines, start, headline)
    if top < start or start - 2 <= headline or not is_unlabelled(lines[start - 1]):
        return top
    top = _over_record(lines, start - 1, headline)
    return top if top < start - 1 else start


def _over_record(lines: Sequence[WebLine], start: int, headline: int) -> int:
    """Return where the facts begin that end above `start`, or `start` where they are no record."""
    top, rules = start, 0
    while top - 1 > headline and is_unlabelled(lines[top - 1]):
        text = lines[top - 1].line.text
        rule = RULE_RE.fullmatch(text) is not None
        if not rule and (SITE_FACT_RE.search(text) or not (is_short_fact(text) or is_row(text))):
            break
        top, rules = top - 1, rules + rule
    return top if start - top - rules >= RECORD else start


def _is_named(line: WebLine) -> bool:
    """Say whether a line is a name and what it has: 用法：作谓语、定语, 【语法】：…."""
    name, _, value = line.line.text.partition("：")
    return 0 < len(name.strip("【】[]")) <= NAME_CHARS and value != ""


def back_to_opening(lines: Sequence[WebLine], start: int, headline: int) -> int:
    """Extend the block upwards over whom it speaks to, and over the name of its first part."""
    while (
        start - 1 > headline
        and is_unlabelled(lines[start - 1])
        and OPENING_RE.fullmatch(unmarked(lines[start - 1].line.text))
    ):
        start -= 1
    return start


def back_to_parts(lines: Sequence[WebLine], start: int, headline: int) -> int:
    """Extend the block upwards to the first of its numbered parts, up to the site's last label.

    Formulas, tables and heads have no line that scores. Where the block goes on with a part, one
    above it is enough.
    """
    inside = lines[start : start + LONG_GAP]
    first, parts = start, int(any(NUMBERED_RE.match(unmarked(line.line.text)) for line in inside))
    for i in range(start - 1, max(headline, start - LONG_GAP, -1), -1):
        line = lines[i]
        if line.label in (labels.LEGAL, labels.NOTE):
            continue  # 声明：… below 0x00 前言; it goes, and ends nothing
        if line.label or line.day or line.teaser:
            break
        if NUMBERED_RE.match(unmarked(line.line.text)):
            first, parts = i, parts + 1
    return first if parts >= PARTS else start


def back_to_needs(lines: Sequence[WebLine], start: int, headline: int) -> int:
    """Extend the block upwards over the ingredients of a recipe: names and amounts, no sentence.

    Their heading and the amounts are the proof; no label of the site stands between.
    """
    first, amounts = start, 0
    for i in range(start - 1, max(headline, start - LONG_GAP, -1), -1):
        text = lines[i].line.text
        if lines[i].label not in PASSED or lines[i].day or lines[i].teaser:
            break
        amounts += AMOUNT_RE.search(text) is not None
        if amounts >= AMOUNTS and NEEDS_RE.fullmatch(unmarked(text)):
            first = i
    return first


def back_to_entry(lines: Sequence[WebLine], start: int, headline: int) -> int:
    """Extend the block upwards to the paragraph that opens an encyclopedia's entry.

    Between it and the first section stand a table of facts and the contents: too many short lines
    for one run. The paragraph opens with its headword, which stands as a line close above it.
    """
    for i in range(max(0, start - LONG_GAP), start):
        if lines[i].good and any(
            opens_entry(unmarked(lines[k].line.text), lines[i].line.text)
            for k in range(max(0, i - SIGNATURE_REACH), i)
        ):
            return i
    return _over_contents(lines, start, headline)


def _over_contents(lines: Sequence[WebLine], start: int, headline: int) -> int:
    """Extend the block upwards over a table of contents right above it to the lead above that."""
    top = max(headline + 1, start - CONTENTS_REACH, 0)
    name = next((i for i in range(top, start) if CONTENTS_RE.fullmatch(lines[i].line.text)), top)
    if name == top or not lines[name - 1].end:
        return start
    listed = list(contents([line.line.text for line in lines[name:]]))
    if not listed or listed[0] > 0 or start - name - len(listed) > LIST_LEAST:
        return start
    first = name
    while first > top and is_unlabelled(lines[first - 1]) and lines[first - 1].chars >= LEAD_ROW:
        first -= 1
    return first


def back_to_headline(lines: Sequence[WebLine], start: int, headline: int) -> int:
    """Extend the block upwards over plain lines to the headline."""
    if headline < 0:
        return start
    first, start = start, back_to_needs(lines, start, headline)
    while start - 1 > headline:
        line = lines[start - 1]
        if DOCUMENTS_OWN_RE.fullmatch(line.line.text):
            start -= 1
            continue
        # 一、概况; 答：用完就走
        part = line.line.opening == NUMBER or is_said(line.line.text)
        part = part and not (line.label or line.day)
        plain = line.chars >= PLAIN_CHARS or line.end
        count = COUNTS_RE.fullmatch(line.line.text) is not None
        # The end of a line that was wrapped: 了山。 And what is said: “没有？”
        rest = line.line.text.endswith("。") or (line.end and line.line.text[0] in QUOTES)
        rest = rest and not line.label
        if not (part or rest) and (not plain or count or passable(lines, start - 1)):
            break
        start -= 1
    return _with_short(lines, start, first, headline)


def _with_short(lines: Sequence[WebLine], start: int, first: int, headline: int) -> int:
    """Extend over short lines above plain ones: verse that leads into the text."""
    top = start
    while top - 1 > headline and is_unlabelled(lines[top - 1]) and not in_passing(lines[top - 1]):
        top -= 1
    plain = first - start
    return top if plain >= PLAIN_LEAST and start - top <= plain else start


def back_to_lead(lines: Sequence[WebLine], start: int, headline: int) -> int:
    """Extend the block upwards to the first sentence under the headline, and to facts.

    A recipe's introduction stands above its ingredients, who speaks and where above the notice of
    a lecture: short lines part them from the block. Where a label stands between them they are
    of the site. Several lines of which nothing is known, and no facts, right below source and day
    are the text's.
    """
    top = max(headline + 1, start - LIST_MOST)
    first = start
    while first > top and lines[first - 1].label in PASSED and not lines[first - 1].day:
        first -= 1
    facts = start
    while facts > first and is_fact(lines[facts - 1]):
        facts -= 1
    # Under 发布日期：2012.05.08 they are the document's: 时效性：现行有效.
    stamp = lines[first - 1] if first else None
    stamped = stamp and stamp.label == labels.META and stamp.line.text[0].isdecimal()
    if facts == first and start - facts >= LIST_LEAST and stamped:
        return facts
    if start - first >= LISTED and _is_stamped(lines, first, headline):
        opens = lines[first:start]
        if all(map(is_unlabelled, opens)) and not any(map(is_fact, opens)):
            return first
    if headline < 0 and (clauses := _clauses(lines, start)) < start:
        return clauses
    # Where the headline is not known yet, a sentence of the site's may stand there.
    leads = [i for i in range(first, start) if _is_lead(lines[i])]
    if headline >= 0 or not leads:
        return leads[0] if leads else start
    body = units(lines[start : start + LEAD_BODY])
    return next((i for i in leads if not body.isdisjoint(units([lines[i]]))), start)


def _clauses(lines: Sequence[WebLine], start: int) -> int:
    """Return where lines begin that end a clause or a sentence, most of them, as for phones.

    Of links few do, but in a mark of a call or a question. Or `start`.
    """
    told, calls, top = 0, 0, start
    for at in range(start - 1, max(-1, start - LONG_GAP), -1):
        if lines[at].label not in PASSED or lines[at].day or lines[at].copy:
            break
        is_call = lines[at].line.text.endswith(("！", "？"))
        calls += is_call
        if is_call or lines[at].line.text.endswith(CLAUSE_ENDS):
            told += 1
            if told - calls >= CLAUSES and told >= CLAUSE_SHARE * (start - at):
                top = at
    return top


def _is_stamped(lines: Sequence[WebLine], at: int, headline: int) -> bool:
    """Say whether the source and the day stand right above, but for tools: 字号：大 中 小.

    And the headline above them.
    """
    while at - 1 > headline and lines[at - 1].label == labels.SHARE:
        at -= 1
    return 0 <= headline < at - 1 and lines[at - 1].label == labels.META


def _is_lead(line: WebLine) -> bool:
    """Say whether a line is a sentence; a paragraph may lack its end, but has its pauses."""
    endless = line.cut and not dotted(line.line.text) and line.line.text.count("，") >= LEAD_PAUSES
    plain = (ends_plainly(line) and line.chars >= LEAD_CHARS) or endless
    return plain and not (line.copy or line.label)


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
    return line.line.text.endswith(CLAUSE_ENDS) and not (line.label or line.day or line.copy)
