"""A document, and what can be done to one: edits, arrangements, notes, drops and divisions.

Offsets are code points; spans are half-open [start, end). Nothing here changes a document that
it was given: every function returns a new one. What a stage did is written on the document as a
`Step`, so the text it came from can always be had back (`undo`).
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from cleaner import late as re
from cleaner.errors import Redacted

# A text without any of these says nothing private: numbers, names of accounts and addresses are
# made of them, whatever their width.
CLEAR_RE = re.compile(r"[\dA-Za-zＡ-Ｚａ-ｚ]")

# Fields of meta that hold one string; any other field that text is lifted to holds a list.
SINGLE_FIELDS = frozenset({"kicker", "subtitle", "title"})


class Span(NamedTuple):
    """A stretch of text, [start, end) in code points."""

    start: int
    end: int


class Edit(NamedTuple):
    """One replacement in the text as it was before the stage; `new` = "" deletes.

    With `field`, the text that was taken out is kept in `meta[field]`. With `hidden`, what was
    taken out was private and is kept nowhere: `old` is empty, `hidden` is how long it was.
    """

    start: int
    old: str
    new: str
    stage: str = ""
    field: str | None = None
    hidden: int | None = None

    @property
    def length(self) -> int:
        """The characters that were taken out."""
        return len(self.old) if self.hidden is None else self.hidden


class Note(NamedTuple):
    """What a stage found out without changing the text; becomes `meta[key]`."""

    key: str
    value: Any


class Step(NamedTuple):
    """What one stage did to the text: edits, or an arrangement (spans of the old text in order)."""

    stage: str
    edits: tuple[Edit, ...] = ()
    spans: tuple[Span, ...] = ()


class Drop(NamedTuple):
    """Why a document left: the reason is for a person and holds the figure."""

    stage: str
    reason: str
    kept: str | None = None
    evidence: Mapping[str, Any] = {}


class Piece(NamedTuple):
    """One article of a page.

    `body`: its paragraphs in reading order, each one or several spans that are joined without
    a break (a paragraph cut in two by the page). A span may hold several whole paragraphs.
    `lifted`: (field, span) pairs, what goes to metadata: ("title", Span(0, 8)).
    """

    body: tuple[tuple[Span, ...], ...]
    lifted: tuple[tuple[str, Span], ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every span of the parent that this piece claims."""
        return (
            *(span for paragraph in self.body for span in paragraph),
            *(span for _, span in self.lifted),
        )


class Division(NamedTuple):
    """A document that became several: children, their pieces, and the spans that none claimed."""

    stage: str
    children: tuple[str, ...]
    pieces: tuple[Piece, ...]
    leftovers: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what is known of it and what was done to it.

    `id` is stable: "path", "path:line" or "parent#2". `outcome` is None while the document lives.
    """

    id: str
    text: str
    meta: Mapping[str, Any] = field(default_factory=dict)
    history: tuple[Step, ...] = ()
    outcome: Drop | Division | None = None

    @property
    def was_cleaned(self) -> bool:
        """Whether this is our own output: its page is gone, so no stage judges it as a page."""
        return "schema" in self.meta

    def with_notes(self, notes: Iterable[Note]) -> "Document":
        """Return the document with the notes in its metadata."""
        found = {note.key: note.value for note in notes}
        if not found:
            return self
        # Not replace(...), which takes twice as long: each document has a note.
        return Document(self.id, self.text, {**self.meta, **found}, self.history, self.outcome)


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return the text after the edits.

    Raises ValueError where edits overlap, are unsorted, or where `old` is not what stands there.
    """
    parts: list[str] = []
    at = 0
    for edit in edits:
        end = edit.start + len(edit.old)
        if edit.start < at or text[edit.start : end] != edit.old:
            raise _misfit(edit, at)
        parts += (text[at : edit.start], edit.new)
        at = end
    parts.append(text[at:])
    return "".join(parts)


def rewrite(document: Document, stage: str, edits: Iterable[Edit]) -> Document:
    """Return the document with the edits done and written on it, and lifted text in its metadata.

    Edits that change nothing are left out. Raises ValueError as `apply` does.
    """
    # The loop of `apply` over again, since a text full of repairs has an edit every ten characters;
    # and not Edit(...): binding six arguments by name takes most of the time for one. Most come in
    # order: they are sorted when one turns up that does not fit.
    new, found = tuple.__new__, list(edits)
    text, at = document.text, 0
    done: list[Edit] = []
    parts: list[str] = []
    lifted: list[tuple[str, str]] = []
    for edit in found:
        start, old, put, _, field, _ = edit
        if old == put:
            continue
        if start < at or not text.startswith(old, start):
            in_order = sorted(found, key=lambda edit: (edit.start, len(edit.old)))
            if in_order != found:
                return rewrite(document, stage, in_order)
            raise _misfit(edit, at)
        parts += (text[at:start], put)
        at = start + len(old)
        done.append(new(Edit, (start, old, put, stage, field, None)))
        if field:
            lifted.append((field, old))
    if not done:
        return document
    parts.append(text[at:])
    meta = lift(document.meta, lifted) if lifted else document.meta
    history = (*document.history, Step(stage, edits=tuple(done)))
    return Document(document.id, "".join(parts), meta, history, document.outcome)


def _misfit(edit: Edit, at: int) -> ValueError:
    """Return what is wrong with an edit, where the one before it ends at `at`."""
    problem = "overlaps the edit before it" if edit.start < at else "does not match"
    return ValueError(f"edit at {edit.start} ({edit.old[:20]!r}) {problem}")


def hide(document: Document, private: Container[str]) -> Document:
    """Return the document without the private text in its history; `private` are stages' names.

    What these stages took out goes, and so do the edits of others that may hold the same text or
    parts of it, in another width, in a line that was deleted: those with a letter or a digit.
    """
    history = tuple(
        step._replace(edits=tuple(_hidden(edit, edit.stage in private) for edit in step.edits))
        for step in document.history
    )
    return replace(document, history=history)


def _hidden(edit: Edit, is_private: bool) -> Edit:
    if edit.hidden is None and (is_private or CLEAR_RE.search(edit.old + edit.new)):
        new = edit.new if is_private else ""
        return edit._replace(old="", new=new, hidden=len(edit.old))
    return edit


def arrange(document: Document, stage: str, spans: Sequence[Span]) -> Document:
    """Return the document with its text in the order of the spans.

    Raises ValueError where the spans are not a permutation that covers the text exactly.
    """
    if gaps(spans, len(document.text)):
        raise ValueError("an arrangement must cover the text")
    if list(spans) == sorted(spans):
        return document
    return replace(
        document,
        text="".join(document.text[start:end] for start, end in spans),
        history=(*document.history, Step(stage, spans=tuple(spans))),
    )


def lift(meta: Mapping[str, Any], lifted: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return the metadata with the lifted texts added, white space round them dropped.

    A single field (title, subtitle, kicker) that is lifted in two parts is joined by a space;
    between Han by nothing, since the parts are the lines of one heading, but for a part that begins
    with its line break.
    """
    merged = dict(meta)
    for name, raw in lifted:
        text = " ".join(raw.split())
        if not text:
            continue
        if name in SINGLE_FIELDS:
            before = str(merged.get(name) or "")
            apart = raw[0].isspace() or before[-1:] < "\u3400" or text[0] < "\u3400"
            gap = " " if before and apart else ""
            merged[name] = f"{before}{gap}{text}"
        else:
            held = merged.get(name, ())  # a foreign record may hold a string here
            merged[name] = [*(held if isinstance(held, list | tuple) else (held,)), text]
    return merged


def undo_step(text: str, step: Step) -> str:
    """Return the text as it was before the step; raises Redacted where that is kept nowhere."""
    if any(edit.hidden is not None for edit in step.edits):
        raise Redacted(f"what {step.stage} took out was private and is kept nowhere")
    if step.spans:
        places = sorted(range(len(step.spans)), key=lambda i: step.spans[i])
        at, parts = 0, [""] * len(step.spans)
        for i, (start, end) in enumerate(step.spans):
            parts[i] = text[at : at + end - start]
            at += end - start
        return "".join(parts[i] for i in places)
    parts, at, shift = [], 0, 0
    for edit in step.edits:
        start = edit.start + shift
        parts += (text[at:start], edit.old)
        at = start + len(edit.new)
        shift += len(edit.new) - len(edit.old)
    parts.append(text[at:])
    return "".join(parts)


def undo_steps(text: str, steps: Sequence[Step]) -> str:
    """Return the text as it was before these steps; raises Redacted as `undo_step` does."""
    for step in reversed(steps):
        text = undo_step(text, step)
    return text


def undo(document: Document) -> str:
    """Return the text that the document entered with (a child: as it was born by the split).

    Raises Redacted where private data were taken out.
    """
    return undo_steps(document.text, document.history)


def gaps(spans: Iterable[Span], length: int) -> tuple[Span, ...]:
    """Return what the spans leave of [0, length); raises ValueError where two of them overlap."""
    free, at = [], 0
    for start, end in sorted(spans):
        if start < at or end < start or end > length:
            raise ValueError(f"span [{start}, {end}) overlaps another or leaves the text")
        if start > at:
            free.append(Span(at, start))
        at = end
    if at < length:
        free.append(Span(at, length))
    return tuple(free)


def piece_text(text: str, piece: Piece) -> str:
    """Return the text of an article: its paragraphs joined by one line break."""
    return "\n".join("".join(text[a:b] for a, b in paragraph) for paragraph in piece.body)


def rejoin(
    division: Division, texts: Sequence[str], lifted: Sequence[str], left: Sequence[str]
) -> str:
    """Return the text that was divided.

    `texts` are the children's as they were born, `lifted` the lifted spans' in the order of the
    pieces, `left` the leftovers'.
    """
    found: dict[Span, str] = dict(zip(division.leftovers, left, strict=True))
    lifted_spans = [span for piece in division.pieces for _, span in piece.lifted]
    found.update(zip(lifted_spans, lifted, strict=True))
    for piece, text in zip(division.pieces, texts, strict=True):
        at = 0
        for paragraph in piece.body:
            for span in paragraph:
                found[span] = text[at : at + span.end - span.start]
                at += span.end - span.start
            at += 1
    return "".join(found[span] for span in sorted(found))
