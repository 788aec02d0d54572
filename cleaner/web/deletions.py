"""The edits that take a page's lines away, by the fate of each line."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from cleaner.document import Edit
from cleaner.web.page import WebLine
from cleaner.web.twin import ADDRESS


def deletions(
    text: str,
    lines: Sequence[WebLine],
    fates: Sequence[str | None],
    mended: Sequence[tuple[int, int, str]] = (),
) -> Iterator[Edit]:
    """Yield the deletions of whole lines; a lifted line is one edit, the others one a run.

    `mended`: stretches of lines that stay, and what comes in their place.

    Between two lines that stay, the larger of the gaps round what went is left: blank lines are
    evidence for the stages that follow.
    """
    starts = [text.rfind("\n", 0, line.line.start) + 1 for line in lines]
    ends = [_end(text, line) for line in lines]
    kept_end = -1  # the end of the last line that stays
    for stays, group in groupby(range(len(lines)), key=lambda i: fates[i] is None):
        run = list(group)
        if stays:
            first, kept_end = starts[run[0]], ends[run[-1]]
            for at, end, new in mended:
                # The row below stays, too, and no address of a link stands between them.
                if first <= at and end <= kept_end and ADDRESS not in text[at:end]:
                    yield Edit(at, text[at:end], new)
            continue
        first, last = run[0], run[-1]
        begin, end = starts[first], len(text)
        if last + 1 < len(lines):
            end = starts[last + 1]
            before = text[max(kept_end, 0) : begin]
            after = text[ends[last] : end]
            if kept_end >= 0 and after.count("\n") > before.count("\n"):
                begin, end = kept_end, ends[last]
        elif kept_end >= 0:
            begin = kept_end
            end -= text.endswith("\n")
        yield from _run_edits(text, lines, fates, run, (begin, end))


def _run_edits(
    text: str,
    lines: Sequence[WebLine],
    fates: Sequence[str | None],
    run: Sequence[int],
    span: tuple[int, int],
) -> Iterator[Edit]:
    at, end = span
    for i in run:
        if not fates[i]:
            continue
        start, stop = _shown_span(text, lines[i])
        if start > at:
            yield Edit(at, text[at:start], "")
        yield Edit(start, text[start:stop], "", field=fates[i])
        at = stop
    if end > at:
        yield Edit(at, text[at:end], "")


def _shown_span(text: str, line: WebLine) -> tuple[int, int]:
    """Return where what is kept of a line stands: links with their marks and addresses."""
    start, stop = line.line.start, line.line.end
    end = _end(text, line)
    linked = ADDRESS in text[start:end]
    return (text.rfind("\n", 0, start) + 1, end) if linked else (start, stop)


def _end(text: str, line: WebLine) -> int:
    """Return where a line ends, with the address of a link behind its last word."""
    return text.find("\n", line.line.end) % (len(text) + 1)
