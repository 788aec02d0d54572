"""Which lines opened with a bullet before a stage took it off: the history tells."""

from cleaner.document import Document, Edit, undo_step
from cleaner.layout import ASCII_BULLETS, BULLETS, read_lines

# What opens a list item.
BULLET_SIGNS = frozenset(BULLETS + ASCII_BULLETS)


def items_of_old(document: Document) -> frozenset[int]:
    """Return the numbers of the lines that opened with a bullet before a stage took it off.

    The history is walked back to the step that took bullets off. Later steps leave the number of
    lines as it is, or nothing is known.
    """
    text, history = document.text, document.history
    taken = [number for number, step in enumerate(history) if any(map(_takes_off, step.edits))]
    if not taken:
        return frozenset()
    for step in reversed(history[taken[-1] + 1 :]):
        text = undo_step(text, step)
    lines = read_lines(text)
    if len(lines) != len(read_lines(document.text)):
        return frozenset()
    shift, found = 0, set()
    for edit in history[taken[-1]].edits:
        if _takes_off(edit):
            found.add(edit.start + shift)
        shift += len(edit.new) - len(edit.old)
    return frozenset(number for number, line in enumerate(lines) if line.start in found)


def _takes_off(edit: Edit) -> bool:
    """Say whether an edit takes a bullet off."""
    return not edit.new and edit.old.strip() in BULLET_SIGNS
