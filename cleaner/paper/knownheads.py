"""Which lines are headlines for certain: the stage `wrapped-headline` put them together."""

from cleaner.chars.simplified import simplified
from cleaner.document import Document, undo_step
from cleaner.layout import read_lines

STAGE = "wrapped-headline"


def known_heads(document: Document) -> frozenset[str]:
    """Return the headlines that were put together of several lines, as written and as read.

    The history is walked back to that stage; later ones move them, and change none.
    """
    text, history = document.text, document.history
    steps = [number for number, step in enumerate(history) if step.stage == STAGE]
    if not steps:
        return frozenset()
    for step in reversed(history[steps[-1] + 1 :]):
        text = undo_step(text, step)
    joints, shift = [], 0
    for edit in history[steps[-1]].edits:
        joints.append(edit.start + shift)
        shift += len(edit.new) - len(edit.old)
    found: set[str] = set()
    at = 0
    for line in read_lines(text):
        while at < len(joints) and joints[at] <= line.end:
            found.add(line.text)
            at += 1
    return frozenset((*found, *map(simplified, found)))
