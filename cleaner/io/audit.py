"""What was done to a document, as lines of JSON: `edits.jsonl` and `split.jsonl`."""

from collections.abc import Iterator

from cleaner.document import Division, Document
from cleaner.io.records import SCHEMA, dump


def edit_lines(document: Document) -> Iterator[bytes]:
    """Yield a line an edit, in the order in which they were done.

    `step` counts the stages that did something to the document, from 0; offsets are those of the
    text before the step. An arrangement is one line with its spans. What is hidden has its length.
    """
    for number, step in enumerate(document.history):
        head = {"id": document.id, "step": number, "stage": step.stage}
        if step.spans:
            yield dump({**head, "spans": [list(span) for span in step.spans]})
        for edit in step.edits:
            line = {**head, "start": edit.start, "old": edit.old, "new": edit.new}
            if edit.hidden is not None:
                line |= {"old": None, "new": edit.new or None, "length": edit.hidden}
            yield dump({**line, "field": edit.field} if edit.field else line)


def split_line(parent: Document, source: str) -> bytes:
    """Return the line of a document that was divided; `parent.outcome` must be a Division.

    Spans are offsets into the parent's text as it was when it was divided. What went to metadata
    and what no child claimed stands here with its text, so that the parent can be rebuilt.
    """
    division, text = parent.outcome, parent.text
    assert isinstance(division, Division)
    meta = parent.meta
    return dump(
        {
            "schema": SCHEMA,
            "id": parent.id,
            "source": source,
            "stage": division.stage,
            "children": division.children,
            "pieces": [
                {
                    "body": [[list(span) for span in paragraph] for paragraph in piece.body],
                    "lifted": [
                        {"field": name, "span": [a, b], "text": text[a:b]}
                        for name, (a, b) in piece.lifted
                    ],
                }
                for piece in division.pieces
            ],
            "leftovers": [{"span": [a, b], "text": text[a:b]} for a, b in division.leftovers],
            "meta": {key: meta[key] for key in sorted(meta)},
        }
    )
