"""Headlines of scans and columns, as the text below says them again: cut off, or misread.

The first sentences of a report repeat what its headline says. What is longer than a page's box or a
database's field is lost, and some headlines end in a word:

    县政协召开党组会议 传达学习全县春耕备耕工作会议精神 王平主持并讲
    …县政协主席王平主持并讲话。

So a long headline that ends in the midst of a word is given what the text has behind the same
characters, up to the next mark; if the text has them several times, where most before them is the
same, and what all those have.

And headlines are set in type that no other line has, and read worse: 李立会见阿联疯总统 over
李立会见阿联酋总统. So a character gives way where the sentences of the page have the same
characters round another in its place, four at least, and nowhere its own between its neighbours;
and where it makes no word that is in use with them, and the other does: nine of ten such were
misread. All four may stand before it on a scan if the other ends a word, but not behind it
(首获亚运马术, 首次亚运马术). Which characters look alike is not asked: most misreadings come once.

A first character may be lost altogether, most often 国: at the edge of a line a reader takes it for
a frame (际联播快讯). It is written again where a headline begins in no word and does with it.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import reduce
from itertools import pairwise, takewhile

from cleaner import late as re
from cleaner import ngram
from cleaner.document import Document, Edit
from cleaner.late import np
from cleaner.layout import Line, read_lines
from cleaner.lexicon import cuts_word, words_at, words_of
from cleaner.model import SHIPPED, Model
from cleaner.order.scanned import is_printed, is_scanned
from cleaner.paper.headshape import is_heading
from cleaner.stage import Rewrite

# A box holds a line of so many em; one that is narrower went on in a second line. Of 728 titles of
# news three in four are narrower.
MIN_EM = 28.0
# Characters that the text has as the headline ends, before them at most, and behind.
TAIL, MAX_BEFORE, MAX_REST = 4, 40, 10
# A tail in so many places says nothing; keeps the time linear.
MAX_PLACES = 40
HAN_RE = re.compile("[\u4e00-\u9fff]+")
# What else than a headline is so long: clauses, and rows of several headlines.
NO_HEADLINE_RE = re.compile("[，,]|  |\u3000")

# The characters before and behind: four are a word and a half. With three, 2 were right, 3 wrong.
CONTEXTS = ((2, 2), (3, 1), (1, 3), (4, 0))
# A sentence, and not a line that no paragraph took: those are misread as well.
MIN_SENTENCE_EM = 40
# Each of these stands in a headline by itself, and another may in its place: numbers, directions,
# parties, countries, words of grammar (帐号的邮件 over 帐号发邮件).
INSTEAD = frozenset(
    "〇零一二三四五六七八九十百千万亿两双半上中下前后左右东西南北甲乙丙丁正副男女你我他她它"
    "的地得了过在和与是有不将被把对为以于等也都就"
    "美俄英法德日韩朝印以巴乌伊土叙泰越菲澳加欧非亚台港澳京沪津渝省市县区镇乡村"
)
# What is lost at the edge; how often the table has it before the next, if that makes no longer word
# (国际 .71; 国防 .32 and 国内 .30 are words as well without it: 防溺水教育进校园); what a number or
# another word goes before (三家, 民营).
FRAME, LONG_WORD, MIN_FRAMED, OTHERS = "国", 3, 0.5, "家营"
# Bits of the number of a context: two share one in 300 places of a page.
KEY_BITS = 16

Context = tuple[str, str]


def cut_headline(document: Document) -> Iterator[Edit]:
    """Write the rest of the word, and of its clause, that a headline on a page ends in.

    Asked of text that was in columns, and of scans. Leaves a headline whose words end, one that
    the text nowhere repeats, and one that goes on in another line.
    """
    heads = [
        line
        for line in read_lines(document.text)
        if line.width >= MIN_EM
        and is_heading(line)
        and not NO_HEADLINE_RE.search(line.text)
        and _is_cut(line.text[-TAIL:])
    ]
    ends = _ends(document.text, {line.text[-TAIL:] for line in heads})
    others = document.text.split("\n")[1:] if heads else ()
    begun = {line.lstrip()[:size] for line in others for size in (1, 2)}
    for line in heads:
        rest = _rest(line, document.text, ends[line.text[-TAIL:]])
        if rest and rest[:2] not in begun:
            yield Edit(line.end, "", rest)


def _is_cut(tail: str) -> bool:
    """Say whether the last characters of a headline may end in the midst of a word."""
    return HAN_RE.fullmatch(tail) is not None and len(words_of(tail)[-1]) == 1


def _ends(text: str, tails: AbstractSet[str]) -> dict[str, list[int]]:
    """Return where a text has each of the tails, behind it: the first places."""
    found: dict[str, list[int]] = {tail: [] for tail in tails}
    for at in range(len(text) - TAIL + 1 if tails else 0):
        places = found.get(text[at : at + TAIL])
        if places is not None and len(places) < MAX_PLACES:
            places.append(at + TAIL)
    return found


def _rest(line: Line, text: str, ends: Sequence[int]) -> str:
    """Return what a text has behind the last characters of a headline; "" where they end a word."""
    found: dict[int, list[str]] = {}
    if len(ends) == MAX_PLACES:
        return ""
    for end in ends:
        if end == line.end:
            continue
        behind = HAN_RE.match(text, end, end + MAX_REST)
        if not behind or not cuts_word(line.text[-TAIL:], behind[0]):
            return ""
        before = text[max(end - MAX_BEFORE, 0) : end]
        same = len(_common(before[::-1], line.text[::-1]))
        found.setdefault(same, []).append(behind[0])
    rest = reduce(_common, found[max(found)]) if found else ""
    return rest if len(rest) < MAX_REST else ""


def _common(one: str, other: str) -> str:
    """Return what both begin with."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(char for char, _ in same)


def misread_headline(document: Document, *, model: Model = SHIPPED) -> Iterator[Edit]:
    """Write a character of a headline as the sentences of the page have it.

    Asked of scans, and of all text that was in columns: some readers leave no other trace. Leaves
    words, what stands in the text as it stands in the headline, numbers and directions.
    """
    lines = read_lines(document.text)
    heads = [line for line in lines if is_heading(line)]
    if is_scanned(document):
        yield from (Edit(line.start, "", FRAME) for line in heads if _lost_frame(line.text, model))
    at_heads = {line.start for line in heads}
    rest = [line for line in lines if line.start not in at_heads]
    sentences = "\n".join(line.text for line in rest if line.width >= MIN_SENTENCE_EM)
    # Of all that stands round a character few is in the sentences: those are found by numbers.
    in_heads, in_sentences = _alike("\n".join(line.text for line in heads), sentences)
    if not in_heads:
        return
    places = list(_places(heads, in_heads))
    written = _written(
        {_window(heads[number].text, at) for number, at in places},
        "\n".join(line.text for line in rest),
    )
    asked = {
        at: contexts
        for at, contexts in ((at, list(_contexts(at, heads, written))) for at in places)
        if contexts
    }
    wanted = {context for contexts in asked.values() for context in contexts}
    seen = _between(wanted, sentences, in_sentences)
    for (number, at), contexts in asked.items():
        text = heads[number].text
        others = {char for context in contexts for char in seen[context]}
        strict = not any(all(context) for context in contexts if seen[context])
        if len(others) != 1 or (strict and not is_scanned(document)):
            continue
        if _makes_word(text, at, other := others.pop(), model, strict=strict):
            yield Edit(heads[number].start + at, text[at], other)


def _alike(heads: str, sentences: str) -> tuple[list[int], list[int]]:
    """Return the characters of both that may stand in the same context, by numbers of contexts."""
    texts = [ngram.codes(text) for text in (heads, sentences)]
    found: tuple[set[int], set[int]] = set(), set()
    for before, behind in CONTEXTS:
        offsets = (*range(before), *range(before + 1, before + 1 + behind))
        keys = [_keys(codes, offsets) for codes in texts]
        for mine, other, places in zip(keys, reversed(keys), found, strict=True):
            flags = np.zeros(1 << KEY_BITS, bool)
            flags[other] = True
            places.update((np.flatnonzero(flags[mine]) + before).tolist())
    return sorted(found[0]), sorted(found[1])


def _keys(codes: ngram.Codes, offsets: Sequence[int]) -> ngram.Codes:
    """Return a number for the characters at offsets from each place, the same for the same."""
    size = max(len(codes) - offsets[-1], 0)
    packed = np.zeros(size, np.uint64)
    for at in offsets:
        packed = (packed << np.uint64(16)) | codes[at : at + size]
    return (packed * ngram.MIX) >> np.uint64(64 - KEY_BITS)


def _places(heads: Sequence[Line], found: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield those characters of headlines that have another beside them.

    `found`: places in the headlines, one a line.
    """
    start, number = 0, 0
    for at in found:
        while number < len(heads) and at > start + len(heads[number].text):
            start += len(heads[number].text) + 1
            number += 1
        if number < len(heads) and len(_window(heads[number].text, at - start)) > 1:
            yield number, at - start


def _window(text: str, at: int) -> str:
    """Return a Han character and those of its neighbours that are Han; "" where it is none."""
    if not "一" <= text[at : at + 1] <= "鿿":  # as HAN_RE, in a third of the time
        return ""
    start = at - ("一" <= text[max(at - 1, 0) : at] <= "鿿")
    return text[start : at + 1 + ("一" <= text[at + 1 : at + 2] <= "鿿")]


def _written(windows: set[str], body: str) -> set[str]:
    """Return the characters with their neighbours that stand in a text, too."""
    found: set[str] = set()
    for size in (2, 3):
        asked = {window for window in windows if len(window) == size}
        mine, others = (_keys(ngram.codes(text), range(size)) for text in ("\n".join(asked), body))
        flags = np.zeros(1 << KEY_BITS, bool)
        flags[mine] = True
        found |= asked.intersection(
            body[at : at + size] for at in np.flatnonzero(flags[others]).tolist()
        )
    return found


def _contexts(
    place: tuple[int, int], heads: Sequence[Line], written: set[str]
) -> Iterator[Context]:
    """Yield what stands round a character that the text never has between its neighbours."""
    text, at = heads[place[0]].text, place[1]
    if text[at] in INSTEAD or _window(text, at) in written:
        return
    for before, behind in CONTEXTS:
        context = text[max(at - before, 0) : at], text[at + 1 : at + 1 + behind]
        if len(context[0] + context[1]) == before + behind and HAN_RE.fullmatch("".join(context)):
            yield context


def _between(
    contexts: set[Context], sentences: str, places: Sequence[int]
) -> dict[Context, set[str]]:
    """Return which characters the sentences have between, of those at some places."""
    seen: dict[Context, set[str]] = {context: set() for context in contexts}
    for at in places if contexts else ():
        if (char := sentences[at : at + 1]) in INSTEAD or not "一" <= char <= "鿿":
            continue
        for before, behind in CONTEXTS:
            context = sentences[max(at - before, 0) : at], sentences[at + 1 : at + 1 + behind]
            if context in seen:
                seen[context].add(char)
    return seen


def _makes_word(text: str, at: int, other: str, model: Model, *, strict: bool) -> bool:
    """Say whether a character makes no word with its neighbours, and another in its place does.

    近乎 is in the list of words; beside 总 it is none if the table has neither pair. `strict`: the
    table has no pair of it and a neighbour, and the word that the other makes ends there.
    """
    (start, end), *_ = next(words_at(text, [(at, at + 1)]))
    repaired = text[:at] + other + text[at + 1 :]
    (first, last), *_ = next(words_at(repaired, [(at, at + 1)]))
    if last - first <= end - start or (strict and last > at + 1):
        return False
    window = ngram.codes(_window(text, at))
    packed = np.array([one << np.uint64(16) | two for one, two in pairwise(window)])
    unseen = int(np.count_nonzero(ngram.background(packed, model.table) == 0))
    return unseen >= (len(packed) if strict else min(end - start, len(packed)))


def _lost_frame(text: str, model: Model) -> bool:
    """Say whether a headline begins in the midst of a word of which 国 is the first character.

    Its own first character is a word by itself, before a longer one; with 国 it is in a word of
    three, or in one of two, and the table has 国 before it often.
    """
    if not HAN_RE.match(text) or text[0] in INSTEAD or text[0] in OTHERS:
        return False
    (_, size), *_ = next(words_at(FRAME + text, [(0, 1)]))
    first, *others = next(words_at(text, [(0, size)]))
    start, end = next((word for word in others if word[0] == size - 1), first)
    if first != (0, 1) or start != size - 1 or end - start < len("国际"):
        return False
    framed, alone = ngram.background(
        np.array([ord(FRAME) << 16 | ord(text[0]), ord(text[0])], np.uint64), model.table
    ).tolist()
    return size >= LONG_WORD or framed >= MIN_FRAMED * alone > 0


# Synthetic: lines of a scan, and a sentence of it that was joined.
_LINES = (
    "老闸镇水文站昨天换上了新水尺 ，\n"
    "渡口的摆渡船也添了救生衣 。站长\n"
    "王小雨表示，今后每天早晚各报一\n"
    "次水位 ，遇到大雨每小时报一次，\n"
    "再由广播站告诉沿江的各个村子 。\n"
    "镇上的孩子放学以后都爱到这里来\n"
    "看水尺 ，数一数江面上过了几条船\n"
    "。王小雨说，他们比谁都记得清楚\n"
    "站里还留着三十年前的旧水尺 ，上\n"
    "面的漆已经掉了，数字还看得清 。\n"
    "每年春天都有人来问那一年的水位\n"
    "，她就翻出那时候的本子给人家看\n"
)
_HEAD = "县政协召开党组会议 传达学习全县春耕备耕工作会议精神 王小平主持并讲"
_TEXT = f"县政协召开党组会议，传达学习会议精神。县政协主席王小平主持并讲话。\n{_LINES}"

_SENTENCE = (
    "昨天上午，阿联酋总统的专机抵达老闸镇，镇上的孩子到渡口迎接，当天下午举行了欢迎仪式，"
    "他还参观了水文站和第五小学的图书室。"
)
_SCAN = f"{_LINES}{_SENTENCE}\n"

CUT_HEADLINE = Rewrite(
    cut_headline,
    gate="\n",
    once=True,
    glance=is_printed,
    examples={
        f"{_HEAD}\n{_TEXT}": f"{_HEAD}话\n{_TEXT}",
        # Of several places that which says most of the headline again.
        f"{_HEAD}\n{_TEXT}李明主持并讲课，听的人很多。\n": (
            f"{_HEAD}话\n{_TEXT}李明主持并讲课，听的人很多。\n"
        ),
    },
    keeps=[
        # No page.
        f"{_HEAD}\n{_TEXT}".replace(" ，", "，").replace(" 。", "。"),
        # Its last word ends, though the text goes on with another.
        f"{_HEAD[:-4]}出席\n{_TEXT}县政协主席王小平出席会议。\n",
        f"{_HEAD}\n{_TEXT}他请大家主持并讲。\n",
        # It goes on in a line of its own.
        f"{_HEAD}\n话\n{_TEXT}",
        f"{_HEAD}\n       话\n{_TEXT}",
        f"{_HEAD}\n{_LINES}县政协召开党组会议，县政协主席王小平主持并讲\n话。\n",
        # A short heading, a clause, two headlines in a row.
        f"王小平主持并讲\n{_TEXT}",
        f"{_HEAD.replace(' 王', '，王')}\n{_TEXT}",
        f"{_HEAD.replace(' 王', '  王')}\n{_TEXT}",
        # Said nowhere again.
        f"{_HEAD}\n{_LINES}",
    ],
)

MISREAD_HEADLINE = Rewrite(
    misread_headline,
    gate="\n",
    once=True,
    glance=is_printed,
    examples={
        f"李立会见阿联疯总统\n{_SCAN}": f"李立会见阿联酋总统\n{_SCAN}",
        f"{_SCAN}\n渡口孩子抢看阿联着总统专机\n": f"{_SCAN}\n渡口孩子抢看阿联酋总统专机\n",
        # all before it
        f"总统到老闸镇举行了欢迎仪弋\n{_SCAN}": f"总统到老闸镇举行了欢迎仪式\n{_SCAN}",
        # 国, taken for a frame
        f"际贸易稳步增长\n{_SCAN}": f"国际贸易稳步增长\n{_SCAN}",
        f"{_SCAN}\n务院办公厅发出通知\n": f"{_SCAN}\n国务院办公厅发出通知\n",
    },
    keeps=[
        # no scan, and not in columns
        f"李立会见阿联疯总统\n{_SCAN.replace(' ，', '，').replace(' 。', '。')}",
        # a word, a number, a direction; what stands so in the text
        f"老闸镇水文总站换新水尺\n{_SCAN}",
        f"王小雨到第六小学的图书室\n{_SCAN}",
        f"他昨天参观了水文站北第五小学\n{_SCAN}",
        f"阿联疯总统访问老闸镇\n{_SCAN}有人把它写成阿联疯总统，其实是一个错字，后来大家都改了过来，今天不提。\n",
        # a word of grammar
        f"昨天上午的联酋总统\n{_SCAN}",
        # a country
        f"数据显示本周美消费信心\n{_SCAN}数据显示本周初消费信心有所回升，商店里的人比上个月多了三成，其中年轻人最多。\n",
        # three characters round it, or all behind it
        f"老闸镇来了阿联疯客人\n{_SCAN}",
        f"会见阿联疯\n{_SCAN}",
        f"着总统的专机来了\n{_SCAN}",
        # all before it, and it has a pair that is in use, or the other word ends behind it
        f"他在水文站和第五小时候\n{_SCAN}",
        f"总统到老闸镇举行了欢仰会\n{_SCAN}",
        # a word, a country, what a number goes before, a verb; no scan
        f"内部消息\n{_SCAN}",
        f"防溺水教育进校园\n{_SCAN}",
        f"内循环拉动经济\n{_SCAN}",
        f"营企业改革座谈会\n{_SCAN}",
        f"土地利用规划公布\n{_SCAN}",
        f"土地震后重建\n{_SCAN}",
        f"家火车公司停运\n{_SCAN}",
        f"庆丰收活动\n{_SCAN}",
        f"际贸易稳步增长\n{_SCAN.replace(' ，', '，').replace(' 。', '。')}",
        # in the text itself
        f"{_SCAN}昨天上午，阿联疯总统的专机抵达老闸镇，镇上的孩子到渡口迎接，下午举行了欢迎仪式。\n",
    ],
)
