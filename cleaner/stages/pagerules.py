"""Rules that a program drew between the pages of a document.

Converters of PDF put a rule where a page ends, some with the page's number before it:

    青山湖边修起了步道，老人们吃过晚饭就来走上一

    -----

    圈，孩子们在桥上看鱼。

Writers draw rules too: between the scenes of a story, under a headline, in a table. They draw none
in the midst of a word, and programs do again and again. What is a page's end becomes a form feed,
as other programs have it there.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from cleaner import late as re
from cleaner.document import Document, Edit
from cleaner.layout import COMMA, HAN, Line, read_lines
from cleaner.lexicon import cuts_word
from cleaner.programs import program_lines
from cleaner.stage import Rewrite

# Dashes, stars or the like, and nothing else, but for a number in braces: -----, * * *, {3}-----.
RULE_RE = re.compile(r"(?:\{([0-9]{1,5})\})?([-=_*—─])(?:[ ]?\2){2,99}")
FIRSTS = frozenset("{-=_*—─")
GATE_RE = re.compile(r"^[ \t]*(?:\{[0-9]{1,5}\})?[-=_*—─][-=_*—─ \t]+$", re.MULTILINE)
# So many rules of a kind, and such a share of them, cut a sentence: a comma stands before them, or
# half a word. Where page numbers stand above them, a line that ends nothing is enough. Chosen.
MIN_CUTS, MIN_CUTS_NUMBERED, MIN_CUT_SHARE, MIN_REPEATED = 3, 2, 0.3, 0.6
# A page's number: 3, - 3 -, 第 3 页.
PAGE_NO_RE = re.compile("[-—–·第 ]{0,4}[0-9]{1,4}[-—–·页 ]{0,4}")


def page_rule(document: Document) -> Iterator[Edit]:
    """Write a form feed for the rules that a program drew between pages.

    Those of a kind of which several cut a sentence, or which are numbered one by one.
    Leaves the rules of stories, headlines, tables and programs.
    """
    text = document.text
    lines = read_lines(text)
    ruled = any(line.text[0] in FIRSTS for line in lines)
    if not ruled or not GATE_RE.search(text):
        return
    kinds: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.text[0] in FIRSTS and (rule := RULE_RE.fullmatch(line.text)):
            kinds[rule[0].partition("}")[2] or rule[0]].append(at)
    found = sorted(at for places in kinds.values() if _are_ends(lines, places) for at in places)
    if not found:
        return
    programs = program_lines(lines)
    for at in found:
        if not programs[at]:
            yield Edit(lines[at].start, lines[at].text, "\f")


def _are_ends(lines: Sequence[Line], rules: Sequence[int]) -> bool:
    """Say whether the rules of a kind, by their places, stand at the ends of pages."""
    if len(rules) < MIN_CUTS_NUMBERED:
        return False
    numbers = [rule[1] for at in rules if (rule := RULE_RE.fullmatch(lines[at].text))]
    if all(numbers):
        first = int(numbers[0])
        return [int(one) for one in numbers] == list(range(first, first + len(numbers)))
    # A page's number stands above, and perhaps a head below that comes back.
    least = max(MIN_CUTS_NUMBERED, MIN_REPEATED * len(rules))
    over = sum(at > 0 and bool(PAGE_NO_RE.fullmatch(lines[at - 1].text)) for at in rules) >= least
    heads = Counter(lines[at + 1].text for at in rules if at + 1 < len(lines))
    under = over and bool(heads) and heads.most_common(1)[0][1] >= least
    cuts = 0
    for at in rules:
        left, right = at - 1 - over, at + 1 + under
        if left >= 0 and right < len(lines):
            cuts += _goes_on(lines[left], lines[right], numbered=over)
    return cuts >= max(MIN_CUTS_NUMBERED if over else MIN_CUTS, MIN_CUT_SHARE * len(rules))


def _goes_on(left: Line, right: Line, *, numbered: bool) -> bool:
    """Say whether a sentence goes on from a line to another."""
    if left.ending == COMMA:
        return True
    return left.ending == HAN and (numbered or cuts_word(left.text, right.text))


# Synthetic, as all below.
_PARTS = (
    "入秋以后，青山湖边的步道修好了，全长六公里，沿途有四座木桥，一直通",
    "到老渡口。老人们吃过晚饭就来走上一圈，孩子们在桥上看鱼，管护站的工",
    "作人员说，湖水比去年清了许多，白鹭也都飞回来了，",
    "夏天最多的时候有三百多只，都停在湖心的小岛上，",
    "远远看去白茫茫的一片。",
)
_BOOK = (
    "入秋以后，青山湖边的步道修好了，全长六公里",
    "沿途有四座木桥，老人们吃过晚饭就来走上一圈。",
    "湖水比去年清了许多，白鹭也都飞回来了，夏天最多的时候",
    "有三百多只，都停在湖心的小岛上。",
)
_STORY = ("她走了。", "第二年春天，他又来到河边。", "船还在。", "没有人等他。")


def _ruled(parts: Sequence[str], rule: str) -> str:
    return "".join(f"{part}\n\n{rule.format(at)}\n\n" for at, part in enumerate(parts))


PAGE_RULE = Rewrite(
    page_rule,
    once=True,
    gate="=_*—─-",
    examples={
        _ruled(_PARTS, "-----"): _ruled(_PARTS, "\f"),
        _ruled(_BOOK, "- {} -\n\n-----"): _ruled(_BOOK, "- {} -\n\n\f"),
        _ruled(_STORY, "{{{}}}" + "-" * 48): _ruled(_STORY, "\f"),
    },
    keeps=[
        _ruled(_STORY, "-----"),
        _ruled(_STORY, "* * *"),
        # a diary's days come back, its sentences end
        "".join(f"-----\n三月{day}日\n今天去看水尺，记于老闸\n" for day in range(1, 9)),
        # one in a word; under headlines; between rows
        f"{_PARTS[0]}\n\n-----\n\n{_PARTS[1]}\n",
        "步道\n----\n入秋以后修好了。\n\n白鹭\n----\n今年又来了。\n",
        "项目  数量\n----------\n步道  六公里\n----------\n木桥  四座\n----------\n",
    ],
)
