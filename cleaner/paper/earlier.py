"""What the history tells of lines: which had a bullet, which were put together of several.

It is walked back to the last step that did so. Later steps move such lines, and change none.
"""

from collections.abc import Callable

from cleaner.chars.simplified import simplified
from cleaner.document import Document, Edit, Step, undo_steps
from cleaner.layout import ASCII_BULLETS, BULLETS, read_lines

JOINING = "wrapped-headline"
# What opens a list item.
BULLET_SIGNS = frozenset(BULLETS + ASCII_BULLETS)


def known_heads(document: Document) -> frozenset[str]:
    """Return the headlines that were put together of several lines, as written and as read."""
    text, edits = _behind(document, lambda step: step.stage == JOINING)
    joints = [at for at, _ in edits]
    found: set[str] = set()
    at = 0
    for line in read_lines(text) if joints else ():  # to read lines drops others that are kept
        while at < len(joints) and joints[at] <= line.end:
            found.add(line.text)
            at += 1
    return frozenset((*found, *map(simplified, found)))


def items_of_old(document: Document) -> frozenset[int]:
    """Return the numbers of the lines that opened with a bullet before a stage took it off.

    Nothing is known where later steps changed the number of lines.
    """
    text, edits = _behind(document, lambda step: any(map(_takes_off, step.edits)))
    starts = {at for at, edit in edits if _takes_off(edit)}
    if not starts:
        return frozenset()
    lines = read_lines(text)
    if len(lines) != len(read_lines(document.text)):
        return frozenset()
    return frozenset(number for number, line in enumerate(lines) if line.start in starts)


def _behind(
    document: Document, is_one: Callable[[Step], bool]
) -> tuple[str, list[tuple[int, Edit]]]:
    """Return the text behind the last such step, and its edits with where they stand there."""
    history = document.history
    last = next((at for at in reversed(range(len(history))) if is_one(history[at])), None)
    if last is None:
        return "", []
    found, shift = [], 0
    for edit in history[last].edits:
        found.append((edit.start + shift, edit))
        shift += len(edit.new) - len(edit.old)
    return undo_steps(document.text, history[last + 1 :]), found


def _takes_off(edit: Edit) -> bool:
    """Say whether an edit takes a bullet off."""
    return not edit.new and edit.old.strip() in BULLET_SIGNS
