"""Which lines opened with a bullet before a stage took it off: the history tells."""

from cleaner.document import Document, undo_step
from cleaner.layout import ASCII_BULLETS, BULLETS, read_lines

# What opens a list item.
BULLET_SIGNS = frozenset(BULLETS + ASCII_BULLETS)


def items_of_old(document: Document) -> frozenset[int]:
    """Return the numbers of the lines that opened with a bullet before a stage took it off.

    The history is walked back to the step that took bullets off. Later steps leave the number of
    lines as it is, or nothing is known.
    """
    text = document.text
    for step in reversed(document.history):
        shift, found = 0, []
        for edit in step.edits:
            if not edit.new and edit.old.strip() in BULLET_SIGNS:
                found.append(edit.start + shift)
            shift += len(edit.new) - len(edit.old)
        if found:
            lines = read_lines(text)
            starts = {line.start: number for number, line in enumerate(lines)}
            same = len(lines) == len(read_lines(document.text))
            return frozenset(starts[at] for at in found if at in starts) if same else frozenset()
        text = undo_step(text, step)
    return frozenset()
