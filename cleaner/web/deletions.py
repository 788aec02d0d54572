"""The edits that take a page's lines away, by the fate of each line."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from cleaner.document import Edit
from cleaner.web.page import WebLine


def deletions(
    text: str,
    lines: Sequence[WebLine],
    fates: Sequence[str | None],
    joined: Mapping[int, str] = MappingProxyType({}),
) -> Iterator[Edit]:
    """Yield the deletions of whole lines; a lifted line is one edit, the others one a run.

    `joined`: what comes between a row of the headline and the next in place of their break.

    Between two lines that stay, the larger of the gaps round what went is left: blank lines are
    evidence for the stages that follow.
    """
    starts = [text.rfind("\n", 0, line.line.start) + 1 for line in lines]
    kept_end = -1  # the end of the last line that stays
    for stays, group in groupby(range(len(lines)), key=lambda i: fates[i] is None):
        run = list(group)
        if stays:
            for i in (one for one in run[:-1] if one in joined):  # the next row stays, too
                at = lines[i].line.end
                yield Edit(at, text[at : lines[i + 1].line.start], joined[i])
            kept_end = lines[run[-1]].line.end
            continue
        first, last = run[0], run[-1]
        begin, end = starts[first], len(text)
        if last + 1 < len(lines):
            end = starts[last + 1]
            before = text[max(kept_end, 0) : begin]
            after = text[lines[last].line.end : end]
            if kept_end >= 0 and after.count("\n") > before.count("\n"):
                begin, end = kept_end, lines[last].line.end
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
        start, stop = lines[i].line.start, lines[i].line.end
        if start > at:
            yield Edit(at, text[at:start], "")
        yield Edit(start, text[start:stop], "", field=fates[i])
        at = stop
    if end > at:
        yield Edit(at, text[at:end], "")
