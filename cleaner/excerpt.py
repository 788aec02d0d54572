"""What changed in a text, cut out with what stands round it.

An excerpt is a row of parts: what stays, what was taken out, what was put in, and gaps where much
that stays is left out. `hunks` makes them of the edits of a stage, `textdiff.compared` of two
texts.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cleaner.document import Edit
from cleaner.visible import clipped

SAME, OLD, NEW, GAP = "same", "old", "new", "gap"

# Characters shown of the paragraph at either side of a change: most paragraphs of a newspaper
# (100 to 200 characters) stand there whole. Chosen.
AROUND = 80
# Characters shown of one change, changes in one excerpt; chosen.
LONGEST = 160
MOST = 12


class Part(NamedTuple):
    """A stretch of text: `kind` is SAME, OLD, NEW, or GAP, whose text says how much is left out."""

    kind: str
    text: str


class Hunk(NamedTuple):
    """Changes that stand near each other: the line of the first, from 1, and what is round them.

    `fields`: where in the metadata what was taken out is kept. `edits`: how many changes.
    """

    line: int
    parts: tuple[Part, ...]
    fields: tuple[str, ...]
    edits: int


def side(parts: Iterable[Part], kind: str) -> list[Part]:
    """Return one side of an excerpt: without what is on the other side only. OLD or NEW."""
    other = NEW if kind == OLD else OLD
    return [part for part in parts if part.kind != other]


def hunks(text: str, edits: Sequence[Edit], around: int = AROUND) -> Iterator[Hunk]:
    """Yield the edits of a step in the text as it was before, those of one place together.

    What stands round a change ends with its paragraph. Linear in the text and the edits.
    """
    line, counted = 1, 0
    for group in _places(text, edits, around):
        first, last = group[0], group[-1]
        end = last.start + len(last.old)
        line += text.count("\n", counted, first.start)
        counted = first.start
        start = max(text.rfind("\n", 0, first.start) + 1, first.start - around)
        stop = text.find("\n", end, end + around)
        stop = min(end + around, len(text)) if stop < 0 else stop
        parts, at = [], start
        for edit in group:
            parts += [Part(SAME, text[at : edit.start]), *_change(edit)]
            at = edit.start + len(edit.old)
        parts.append(Part(SAME, text[at:stop]))
        fields = tuple(dict.fromkeys(edit.field for edit in group if edit.field))
        yield Hunk(line, tuple(part for part in parts if part.text), fields, len(group))


def _places(text: str, edits: Sequence[Edit], around: int) -> Iterator[list[Edit]]:
    """Yield edits that are shown in one excerpt: near each other, in one paragraph."""
    group: list[Edit] = []
    for edit in edits:
        if group:
            end = group[-1].start + len(group[-1].old)
            is_near = edit.start - end <= around and text.find("\n", end, edit.start) < 0
            if not is_near or len(group) == MOST:
                yield group
                group = []
        group.append(edit)
    if group:
        yield group


def _change(edit: Edit) -> Iterator[Part]:
    if edit.hidden is not None:
        yield Part(OLD, f"{edit.hidden} characters")
    elif edit.old:
        yield Part(OLD, clipped(edit.old, LONGEST))
    if edit.new:
        yield Part(NEW, clipped(edit.new, LONGEST))
