# ruff: noqa: INP001  (a script, not a module of a package)
"""Write cleaner/web/needles.py: of what every label of a web page has one in it.

    python scripts/make_needles.py

Most lines are no labels, and some twenty regular expressions take ten microseconds to say so. But
no line matches any of them that has none of a few hundred pairs of characters (相关, 评论, 字号) or
of a few characters alone (> |): what stands here is read off the expressions themselves, so it
leaves out nothing that they match.

Of what must stand in a match one after the other the rarest is enough; of branches each gives its
own. What may be left out, and what stands for any character, gives nothing.
"""

import itertools
import pathlib
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from re import _constants as op, _parser  # type: ignore[attr-defined]  # isort: skip

from cleaner.web import labels

PATH = pathlib.Path(__file__).parent.parent / "cleaner" / "web" / "needles.py"
REGEXES = (labels.TAGS_RE, labels.LEGAL_RE, labels.META_RE, *(one for _, one, _ in labels.SHAPES))

# How often a needle stands in other lines: a pair, a mark, a letter or a character alone. Chosen.
PAIR, MARK, LETTER = 1.0, 2.0, 20.0
# A class of more characters tells nothing.
MAX_CLASS = 20

HEAD = '"""Of what every label of a web page has one in it. Made by scripts/make_needles.py."""\n'
A_LINE = 15

Needles = frozenset[str]


def needles(pattern: re.Pattern[str]) -> Needles:
    """Return strings of one or two characters; what the pattern matches has one of them in it.

    Raises ValueError where the pattern matches something that has nothing certain.
    """
    found = _of(_parser.parse(pattern.pattern))
    if found is None:
        raise ValueError(f"nothing is certain in what this matches: {pattern.pattern}")
    return found


def _of(items: Sequence[Any]) -> Needles | None:
    """Return the best needles of a sequence, None where it has none."""
    return min(_candidates(items), key=_cost, default=None)


def _cost(found: Needles) -> tuple[float, list[str]]:
    costs = (PAIR if len(one) > 1 else LETTER if one.isalnum() else MARK for one in found)
    return sum(costs), sorted(found)


def _candidates(items: Sequence[Any]) -> Iterator[Needles]:
    before: Needles | None = None  # the character right before, where it is one of a few
    for code, value in items:
        if code in (op.AT, op.ASSERT, op.ASSERT_NOT):
            continue
        firsts = _firsts(code, value)
        if before and firsts:
            yield frozenset(map("".join, itertools.product(before, firsts)))
        inner = _inner(code, value)
        if inner is not None:
            yield inner
        before = firsts if code in (op.LITERAL, op.IN) else None


def _inner(code: Any, value: Any) -> Needles | None:
    return _firsts(code, value) if code in (op.LITERAL, op.IN) else _within(code, value, _of)


def _firsts(code: Any, value: Any) -> Needles | None:
    """Return the characters with which an item begins, None where there are many or may be none."""
    if code is op.LITERAL:
        return frozenset(chr(value))
    return _class(value) if code is op.IN else _within(code, value, _firsts_of)


def _within(code: Any, value: Any, ask: Callable[[Any], Needles | None]) -> Needles | None:
    """Return what is said of the items in a group; None of one that may be left out."""
    if code is op.SUBPATTERN:
        return ask(value[-1])
    if code in (op.MAX_REPEAT, op.MIN_REPEAT):
        return ask(value[2]) if value[0] else None
    if code is op.BRANCH:
        found = [ask(branch) for branch in value[1]]
        return None if None in found else frozenset().union(*(one for one in found if one))
    return None


def _firsts_of(items: Sequence[Any]) -> Needles | None:
    return _firsts(*items[0]) if items else None


def _class(items: Sequence[Any]) -> Needles | None:
    found: set[str] = set()
    for code, value in items:
        if code is op.LITERAL:
            found.add(chr(value))
        elif code is op.RANGE:
            found |= set(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= MAX_CLASS else None


def module() -> str:
    """Return the module's text."""
    found = sorted(frozenset[str]().union(*map(needles, REGEXES)))
    text = HEAD
    for name, size in (("CHARACTERS", 1), ("PAIRS", 2)):
        ones = [one for one in found if len(one) == size]
        rows = [" ".join(ones[at : at + A_LINE]) for at in range(0, len(ones), A_LINE)]
        table = "".join(f"    {row}\n" for row in rows)
        text += f'\n{name} = frozenset(\n    """\n{table}    """.split()  # noqa: SIM905\n)\n'
    return text


def main() -> None:
    """Write the module."""
    PATH.write_text(module(), encoding="utf-8")


if __name__ == "__main__":
    main()
