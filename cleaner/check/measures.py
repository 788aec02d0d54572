"""What is measured of one record. Each measure is a function of a document; none changes it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from cleaner.document import Document, Drop
from cleaner.layout import COMMA, DIGIT, HAN, LATIN, PLAIN, TAIL, Line, read_lines
from cleaner.pipeline import Pipeline
from cleaner.stage import Redact, Stage
from cleaner.stages import ORDER
from cleaner.stages.boilerplate import WEB_PAGE
from cleaner.stages.encoding import LOST_RE, LOST_STARTS
from cleaner.stages.thresholds import DUPLICATE_LINES, REPEATED_CHARACTERS

# A line that stops in a clause: a heading is shorter, and few have a comma inside. Entries of a
# list, subtitles and fields end without a mark as well, but are of any width: a break that cuts a
# sentence stands at the width of its neighbours, or at the end of a line too long for an entry.
# (Of the breaks of hard-wrapped text .5 to .65 are counted, of news .005 to .02, of lists,
# verse and code .02.)
MIN_CLAUSE_EM, MAX_ENTRY_EM, ALIKE_EM = 12.0, 30.0, 1.0
# Where runs of characters are counted: in a line or two every second character may repeat.
MIN_REPEATED_CHARS = 200

# Characters beside an excerpt that are read, so that no part of a number or an address stands in
# it: the longest have some 100.
MARGIN = 120

PRIVATE = tuple(stage for stage in ORDER if isinstance(stage, Redact))


class Found(NamedTuple):
    """What a document adds to a measure, as `value` of `of`, and what to show of it."""

    measure: str
    value: float
    of: float
    shown: str = ""


def counted(document: Document) -> Iterator[Found]:
    """Yield what is asked of every record: what is lost or private is so in a single one."""
    has_lost = any(char in document.text for char in LOST_STARTS)
    lost = [match.start() for match in LOST_RE.finditer(document.text)] if has_lost else []
    shown = around(document.text, lost[0]) if lost else ""
    yield Found("lost_characters", 10_000 * len(lost), len(document.text), shown)
    kinds = {stage.name: sum(1 for _ in stage.func(document.text)) for stage in PRIVATE}
    said = ", ".join(f"{name} {count}" for name, count in kinds.items() if count)
    yield Found("private_data", sum(kinds.values()), 0, said)


def looked(document: Document, pipeline: Pipeline) -> Iterator[Found]:
    """Yield what takes time, and is asked of a sample where one is asked for."""
    yield from _residue(document, pipeline)
    yield _breaks(document)
    yield _over("web_pages", WEB_PAGE, Document(document.id, document.text))
    yield _repeated(document)


def around(text: str, at: int, reach: int = 20) -> str:
    """Return what stands round a place, on one line, without private data."""
    start, end = max(0, at - reach), at + reach
    first = max(0, start - MARGIN)
    window = masked(text[first : end + MARGIN])
    left, right = "…" if start else "", "…" if end < len(text) else ""
    return f"{left}{window[start - first : end - first]}{right}".replace("\n", "⏎")


def masked(text: str) -> str:
    """Return the text with an asterisk for each character of private data."""
    for stage in PRIVATE:
        for start, end in list(stage.func(text)):
            text = text[:start] + "*" * (end - start) + text[end:]
    return text


def _residue(document: Document, pipeline: Pipeline) -> Iterator[Found]:
    """Yield what the stages would still do to a document."""
    (after, *_) = pipeline(document)
    size = len(document.text)
    if isinstance(after.outcome, Drop):
        yield Found("rejected_documents", 1, 1, after.outcome.reason)
    else:
        yield Found("rejected_documents", 0, 1)
    edits = [(step.stage, edit) for step in after.history for edit in step.edits]
    moved = [step.stage for step in after.history if step.spans]
    changed = sum(max(edit.length, len(edit.new)) for _, edit in edits)
    shown = ""
    if edits:
        stage, edit = edits[0]
        shown = f"{stage}: {masked(edit.old)[:20]!r} to {masked(edit.new)[:20]!r}"
        shown += f" in {around(document.text, edit.start)}" if after.history[0].edits else ""
    elif moved:
        shown = f"{moved[0]}: in another order"
    yield Found("changed_documents", bool(edits or moved), 1, shown)
    said = f"{changed:,} characters of {size:,}" if changed else ""
    yield Found("changed_characters", min(changed, size), size, said)


def _breaks(document: Document) -> Found:
    """Return how many paragraphs stop in a clause that the next one goes on with."""
    lines = read_lines(document.text)
    widths = [-1.0, *(line.width for line in lines), -1.0]
    cut = [
        a
        for (a, b), before, after in zip(pairwise(lines), widths, widths[2:], strict=False)
        if _is_open(a, (before, after)) and b.opening in {PLAIN, TAIL}
    ]
    shown = around(document.text, cut[0].end) if cut else ""
    return Found("mid_sentence_breaks", len(cut), max(len(lines) - 1, 0), shown)


def _is_open(line: Line, beside: tuple[float, float]) -> bool:
    """Say whether a line stops in a clause, by its own width and those of the lines around it."""
    if line.width < MIN_CLAUSE_EM or line.ending not in {COMMA, DIGIT, HAN, LATIN}:
        return False
    return line.width >= MAX_ENTRY_EM or any(abs(line.width - em) <= ALIKE_EM for em in beside)


def _repeated(document: Document) -> Found:
    stages = (DUPLICATE_LINES, REPEATED_CHARACTERS)
    long = len(document.text) >= MIN_REPEATED_CHARS
    reasons = [stage.func(document) for stage in stages] if long else []
    reason = next((one for one in reasons if one), "")
    return Found("repeated_text", bool(reason), 1, reason)


def _over(measure: str, stage: Stage, document: Document) -> Found:
    """Return whether a stage would do something to a text as if nobody had cleaned it."""
    (after,) = stage(document)
    steps = after.history
    shown = around(document.text, steps[0].edits[0].start) if steps else ""
    return Found(measure, bool(steps), 1, shown)
