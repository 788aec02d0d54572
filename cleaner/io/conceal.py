"""What a run must not write down, where stages take private data out.

The stages see the text and its metadata. A run writes more of a document: its id and its file's
name, the fields of the record that it came in, what stood in a line that could not be read, the
text of a document that a stage failed on.
"""

from dataclasses import replace

from cleaner.document import Document, Drop
from cleaner.errors import StageError
from cleaner.io.records import WITHHELD, Entry
from cleaner.pipeline import Pipeline


def concealed(entry: Entry, pipeline: Pipeline) -> Entry:
    """Return the entry without private data in its names and fields; the text is the stages'."""
    if not pipeline.redacts:
        return entry
    document = entry.document
    outcome = document.outcome
    if isinstance(outcome, Drop):
        # How a broken line starts may be cut inside a number: no rule would know its half.
        evidence = {key: value for key, value in outcome.evidence.items() if key != "start"}
        reason = pipeline.concealed(outcome.reason)
        outcome = outcome._replace(reason=reason, evidence=pipeline.concealed(evidence))
    return Entry(
        replace(
            document,
            id=pipeline.concealed(document.id),
            meta=pipeline.concealed(document.meta),
            outcome=outcome,
        ),
        pipeline.concealed(entry.source),
        entry.size,
        pipeline.concealed(entry.extra),
    )


def failed(document: Document, error: StageError, pipeline: Pipeline) -> Document:
    """Return the document that a stage failed on, dropped with the reason."""
    if not pipeline.redacts:
        return replace(document, outcome=Drop(error.stage, str(error)))
    # An error's words may quote the text.
    kind = type(error.__cause__).__name__
    reason = f"{document.id}: stage {error.stage} failed: {kind}"
    return given_up(document, Drop(error.stage, reason), pipeline)


def given_up(document: Document, drop: Drop, pipeline: Pipeline) -> Document:
    """Return a document that was not cleaned to its end, dropped.

    Where private data are taken out its text is withheld: it is not repaired yet, so rules may not
    see all.
    """
    if not pipeline.redacts:
        return replace(document, outcome=drop)
    reason = f"{drop.reason}; its text is withheld"
    drop = drop._replace(reason=reason, evidence={WITHHELD: len(document.text)})
    return replace(document, text="", outcome=drop)
