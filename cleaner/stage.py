"""The five kinds of stage: Rewrite, Arrange, Split, Redact, Reject.

A stage is a frozen wrapper round one plain function that only decides; the wrapper acts, and
writes what it did on the document. So the audit cannot disagree with the result. A stage carries
its own cases: `examples` is what it must do, `keeps` is what must not fool it; one generic test
(tests/test_stages.py) runs them for every stage. Its options are the function's keyword-only
arguments with their defaults.
"""

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, ClassVar

from cleaner.document import (
    CLEAR_RE,
    Division,
    Document,
    Drop,
    Edit,
    Note,
    Piece,
    Span,
    arrange,
    gaps,
    lift,
    piece_text,
    rewrite,
)


@dataclass(frozen=True)
class Stage:
    """What the kinds share: a name, options, a docstring, cases.

    `on`: whether it runs unless a recipe says otherwise. `gate`: characters, as in a class of a
    regular expression without escapes; a text that has none of them is not changed, and a
    pipeline does not ask the stage. Empty: it is always asked. `once`: it judges a page, and is not
    asked of text that was cleaned before, whose page is gone. `glance`: what says of a document, at
    a look, whether the rule is for it. `by_line`: where it leaves a text as it is, it leaves any
    text of some of its lines, whatever is known of the document; so a pipeline that asks again does
    not ask it of such a text. `shown`: what it is shown of a document, with a text of the same
    length; what it takes out is taken from the text itself, and it may write nothing of what it was
    shown.
    """

    func: Callable[..., Any]
    examples: Mapping[str, Any] = field(kw_only=True)
    keeps: Sequence[str] = field(kw_only=True)
    on: bool = field(default=True, kw_only=True)
    gate: str = field(default="", kw_only=True)
    once: bool = field(default=False, kw_only=True)
    glance: Callable[[Document], bool] | None = field(default=None, kw_only=True)
    by_line: bool = field(default=False, kw_only=True)
    shown: Callable[[Document], Document] | None = field(default=None, kw_only=True)
    kind: ClassVar[str] = ""
    yields: ClassVar[bool] = True  # its rule is an iterator, which may yield nothing

    @cached_property
    def name(self) -> str:
        """The name that a user sees: page-number for page_number."""
        return self.func.__name__.replace("_", "-")

    @property
    def family(self) -> str:
        """The module that the rule lives in: "furniture"."""
        return self.func.__module__.rpartition(".")[2]

    @property
    def place(self) -> str:
        """Where the rule's code stands: "cleaner/stages/furniture.py, line 120"."""
        code = inspect.unwrap(self.func).__code__
        return f"{self.func.__module__.replace('.', '/')}.py, line {code.co_firstlineno}"

    @property
    def doc(self) -> str:
        """What the rule does, as its docstring says."""
        return inspect.getdoc(self.func) or ""

    @property
    def options(self) -> dict[str, Any]:
        """The rule's options and their defaults: its keyword-only arguments."""
        parameters = inspect.signature(self.func).parameters.values()
        return {p.name: p.default for p in parameters if p.kind is p.KEYWORD_ONLY}

    def __call__(self, document: Document, **options: Any) -> list[Document]:
        """Return what the document became: one document, or a divided parent and its children.

        Pipelines call `ask`, so a kind of stage that acts otherwise does it there. Raises
        ValueError where what the rule says does not fit the text.
        """
        return self.ask(document, options)

    @cached_property
    def _how(self) -> tuple[Any, ...]:
        """How the rule is asked, at hand: to look each up takes longer than most rules do."""
        return self.func, self.once, self.glance, self.shown, self.yields

    def ask(self, document: Document, options: Mapping[str, Any]) -> list[Document]:
        """Return what the document became, as a call does."""
        func, once, glance, shown, yields = self._how
        if (once and document.was_cleaned) or (glance and not glance(document)):
            return [document]
        seen = shown(document) if shown else document
        found = func(seen, **options) if options else func(seen)
        if yields:
            found = tuple(found)
        # Most rules have nothing to say of most texts: no more is called for these.
        return self._act(document, found) if found else [document]

    def _act(self, document: Document, found: Any) -> list[Document]:
        """Return what a document becomes by what the rule said of it, which is something."""
        raise NotImplementedError

    def _edits(self, document: Document, found: Iterable[Any]) -> list[Edit]:
        """Return the edits among what the rule said, of the text itself."""
        edits = [one for one in found if isinstance(one, Edit)]
        if not self.shown:
            return edits
        text = document.text
        return [
            one
            if text.startswith(one.old, one.start)
            else one._replace(old=text[one.start : one.start + len(one.old)])
            for one in edits
        ]


@dataclass(frozen=True)
class Rewrite(Stage):
    """A rule that yields edits and notes: (document, *, options) -> Iterator[Edit | Note]."""

    func: Callable[..., Iterable[Edit | Note]]
    examples: Mapping[str, str] = field(kw_only=True)
    kind: ClassVar[str] = "rewrite"

    def _act(self, document: Document, found: Sequence[Edit | Note]) -> list[Document]:
        """Return the document with the edits done."""
        edits = self._edits(document, found)
        if edits:
            document = rewrite(document, self.name, edits)
        if len(edits) < len(found):
            document = document.with_notes([one for one in found if isinstance(one, Note)])
        return [document]


@dataclass(frozen=True)
class Arrange(Stage):
    """A rule that puts the text in another order: (document, *, options) -> Iterator[Span | Edit].

    It yields nothing, or a permutation of spans that covers the text exactly; and edits of the
    text as it is in that order, where what the old order told has to be told otherwise.
    """

    func: Callable[..., Iterable[Span | Edit]]
    examples: Mapping[str, str] = field(kw_only=True)
    kind: ClassVar[str] = "arrange"

    def _act(self, document: Document, found: Sequence[Span | Edit]) -> list[Document]:
        """Return the document rearranged, which the spans must cover."""
        spans = tuple(one for one in found if isinstance(one, Span))
        if spans:
            document = arrange(document, self.name, spans)
        edits = self._edits(document, found)
        return [rewrite(document, self.name, edits) if edits else document]


@dataclass(frozen=True)
class Split(Stage):
    """A rule that finds articles: (document, *, options) -> Iterator[Piece].

    Nothing leaves the document as it is. One piece is no split: the document keeps its id, and
    titles and leftovers go by edits. Text that was cleaned before is not split again: it is an
    article.
    """

    func: Callable[..., Iterable[Piece]]
    examples: Mapping[str, list[str]] = field(kw_only=True)
    once: bool = field(default=True, kw_only=True)
    kind: ClassVar[str] = "split"

    def _act(self, document: Document, pieces: tuple[Piece, ...]) -> list[Document]:
        """Return the parent with its division and the children, or the document itself."""
        if len(pieces) == 1:
            return [self._one(document, pieces[0])]
        left = gaps((span for piece in pieces for span in piece.spans), len(document.text))
        ids = tuple(f"{document.id}#{number}" for number in range(1, len(pieces) + 1))
        children = [
            Document(
                name,
                piece_text(document.text, piece),
                lift(
                    {**document.meta, "parent": document.id},
                    ((key, document.text[a:b]) for key, (a, b) in piece.lifted),
                ),
            ).with_notes(piece.notes)
            for name, piece in zip(ids, pieces, strict=True)
        ]
        parent = replace(document, outcome=Division(self.name, ids, pieces, left))
        return [parent, *children]

    def _one(self, document: Document, piece: Piece) -> Document:
        """Rearrange and edit a document that is one article."""
        text, spans = document.text, piece.spans
        body = [span for paragraph in piece.body for span in paragraph]
        left = gaps(spans, len(text))
        if body != sorted(body):
            # Read in the piece's order: the body first, then what is lifted, then the rest.
            lifted = sorted(span for _, span in piece.lifted)
            order = [*body, *lifted, *left]
            document = arrange(document, self.name, order)
            places, at = {}, 0
            for span in order:
                places[span] = Span(at, at + span.end - span.start)
                at = places[span].end
            piece = Piece(
                tuple(tuple(places[span] for span in paragraph) for paragraph in piece.body),
                tuple((key, places[span]) for key, span in piece.lifted),
                piece.notes,
            )
            text = document.text
            left = tuple(places[span] for span in left)
        firsts = {paragraph[0].start for paragraph in piece.body if paragraph}
        edits = [Edit(a, text[a:b], "", field=key) for key, (a, b) in piece.lifted]
        edits += [Edit(a, text[a:b], "") for a, b in left]
        ends = [span.end for paragraph in piece.body for span in paragraph]
        starts = [span.start for paragraph in piece.body for span in paragraph]
        for end, start in zip(ends, starts[1:], strict=False):
            if start in firsts:
                edits = _break_between(edits, end, start)
        return rewrite(document, self.name, edits).with_notes(piece.notes)


@dataclass(frozen=True)
class Redact(Stage):
    """A rule that finds private data in any string: (text, *, options) -> Iterator[Span].

    Its spans are sorted and do not overlap. They are replaced by the stage's name in angle
    brackets, in the text and wherever else the document holds words: metadata, what earlier
    stages wrote down. A pipeline hides what was taken out when all its stages have run: until
    then a stage may ask what a text was like before. Undo then raises Redacted.
    """

    func: Callable[..., Iterable[Span]]
    examples: Mapping[str, str] = field(kw_only=True)
    on: bool = field(default=False, kw_only=True)
    kind: ClassVar[str] = "redact"

    @property
    def placeholder(self) -> str:
        """What stands for private data of this kind: <mobile-number>."""
        return f"<{self.name}>"

    def ask(self, document: Document, options: Mapping[str, Any]) -> list[Document]:
        """Return the document without the private data."""
        text = document.text
        edits = [
            Edit(start, text[start:end], self.placeholder)
            for start, end in self.func(text, **options)
        ]
        meta = self.concealed(document.meta, **options)
        if edits or meta != document.meta:
            return [replace(rewrite(document, self.name, edits), meta=meta)]
        return [document]

    def concealed(self, value: Any, **options: Any) -> Any:
        """Return a value of metadata with placeholders in its strings, keys and numbers."""
        if isinstance(value, str):
            parts: list[str] = []
            at = 0
            for start, end in self.func(value, **options):
                parts += (value[at:start], self.placeholder)
                at = end
            return "".join((*parts, value[at:])) if parts else value
        if isinstance(value, Mapping):
            return {
                self.concealed(key, **options): self.concealed(one, **options)
                for key, one in value.items()
            }
        if isinstance(value, list | tuple | set | frozenset):
            found = [self.concealed(one, **options) for one in value]
            return value if found == list(value) else found
        if isinstance(value, int | float) and not isinstance(value, bool):
            written = f"{value:.0f}"  # a table's program may have made a float of a number
            found = self.concealed(written, **options)
            return value if found == written else found
        return value

    def is_in_history(self, document: Document, **options: Any) -> bool:
        """Say whether stages wrote private data down: this one, or another in its edits."""
        if any(step.stage == self.name for step in document.history):
            return True
        for step in document.history:
            sides = [edit.old for edit in step.edits], [edit.new for edit in step.edits]
            for texts in sides:
                clear = [text for text in texts if CLEAR_RE.search(text)]
                for text in ("".join(clear), *clear):
                    if any(self.func(text, **options)):
                        return True
        return False


@dataclass(frozen=True)
class Reject(Stage):
    """A rule that drops a document: (document, *, options) -> the reason and figure, or None."""

    func: Callable[..., str | None]
    examples: Mapping[str, list[str]] = field(kw_only=True)
    kind: ClassVar[str] = "reject"
    yields: ClassVar[bool] = False

    def _act(self, document: Document, found: str) -> list[Document]:
        """Return the document, with the outcome Drop for the rule's reason."""
        return [replace(document, outcome=Drop(self.name, found))]


def _break_between(edits: list[Edit], end: int, start: int) -> list[Edit]:
    """Let one of the deletions in [end, start) leave a line break, or insert one."""
    for i, edit in enumerate(edits):
        if end <= edit.start < start and edit.field is None:
            return [*edits[:i], edit._replace(new="\n"), *edits[i + 1 :]]
    return [*edits, Edit(end, "", "\n")]
