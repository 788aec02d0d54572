"""著 where simplified writes the particle 着: 看著 for 看着, 沿著 for 沿着.

OpenCC leaves it, for 著 stands in words of its own: 著名, 显著, 原著, and under a title: 鲁迅著.
It is the particle where the word list knows no word with it here, and what stands before is a verb,
an adjective or a preposition and no name; and where the list has a word with 着: 着手, 随着.
"""

from cleaner.chars.scripts import is_han
from cleaner.lexicon import tagged_at

ZHU, ZHE = "著", "着"
# Behind these, and before those, it is what an author does, or a word of its own.
NOT_AFTER = "所合编編原专專名巨译譯论論遗遺拙显顯昭卓较較土新旧主撰自独执執知"
NOT_BEFORE = "名作称稱述者录錄书書有文于於译譯编編家論论"
NEVER_BEFORE = NOT_BEFORE[:8]
# What may have the particle: verbs, adjectives, prepositions; these words too.
TAGS = ("v", "a", "p", "zg", "i", "l")
VERBS = frozenset(("意味", "标志", "象征", "代表", *"等画卷点藏沿当"))
QUOTES, ENDS, TITLE = "“《‘「", "，。；：！？…", "《"


def is_zhe(line: str, at: int) -> bool:
    """Say whether 著 at a place of a simplified line is the particle 着, or in 着手, 着重."""
    before, after = line[at - 1 : at] if at else "", line[at + 1 : at + 2]
    (previous, tag), start, word = tagged_at(line[:at] + ZHE + line[at + 1 :], at)
    if len(word) > 1:
        inside = at > start and before in NOT_AFTER
        return not inside and not (after and after in NEVER_BEFORE)
    if not before or not is_han(before) or not after or before in NOT_AFTER or after in NOT_BEFORE:
        return False
    # Before a title, and beside one at the end of a clause, an author's name is as likely.
    is_end = after in ENDS and TITLE not in line
    if not is_han(after) and not is_end and not (after in QUOTES and len(previous) > 1):
        return False
    return tag.startswith(TAGS) or previous in VERBS
