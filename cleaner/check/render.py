"""What a check found, for people and for machines."""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

import orjson

from cleaner.check.gate import Checked, Failure
from cleaner.check.limits import MEASURES
from cleaner.visible import counted

# What XML 1.0 cannot hold, not even as a reference.
UNWRITABLE = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], "\N{REPLACEMENT CHARACTER}"
)
# How a unit reads behind its figure.
SHARES = {
    "share": "of the documents",
    "share of the breaks": "of the breaks",
    "share of the characters": "of the characters",
}
# What a workflow command takes for its own, as GitHub's toolkit escapes it.
DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY = {**DATA, ":": "%3A", ",": "%2C"}


def as_text(checked: Checked) -> Iterator[str]:
    """Yield lines for a terminal: the figures, then what failed with its places."""
    width = max(len(measure.name) for measure in MEASURES)
    failed = {one.measure for one in checked.failures}
    for measure in MEASURES:
        sign = "FAIL" if measure.name in failed else "ok"
        figure = checked.figures[measure.name]
        unit = measure.unit.removesuffix("s") if figure == 1 else measure.unit
        yield f"{sign:4}  {measure.name:{width}}  {_figure(figure)} {SHARES.get(unit, unit)}"
    scripts = checked.figures["scripts"]
    said = ", ".join(f"{name} {share:.1%}" for name, share in scripts.items())
    yield f"      {'scripts':{width}}  {said or 'none'}"
    yield f"      {'looked into':{width}}  {looked_into(checked)}"
    for one in checked.failures:
        yield ""
        yield f"{one.measure}: {_reason(one)}"
        for place, name, shown in one.examples:
            yield f"  {place}  {name}  {shown}".rstrip()
    yield ""
    yield _verdict(len(checked.failures))


def looked_into(checked: Checked) -> str:
    """Return how many of the documents the stages were asked of."""
    looked, count = checked.figures["looked_into"], checked.figures["documents"]
    if looked == count:
        return f"all {count:,} documents"
    return (
        f"{looked:,} of {count:,} documents (--sample 0 for all); files, ids, duplicates, lost "
        f"characters and private data: all"
    )


def as_json(checked: Checked) -> Iterator[str]:
    """Yield figures and failures as JSON."""
    value = {
        "passed": not checked.failures,
        "figures": checked.figures,
        "failures": [
            {**one._asdict(), "examples": [example._asdict() for example in one.examples]}
            for one in checked.failures
        ],
    }
    yield orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()


def as_junit(checked: Checked) -> Iterator[str]:
    """Yield the lines of a JUnit file: a test case for each measure."""
    by_name: dict[str, list[Failure]] = {}
    for one in checked.failures:
        by_name.setdefault(one.measure, []).append(one)
    names = [*(measure.name for measure in MEASURES)]
    names += [name for name in by_name if name not in names]
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuite name="clean check" tests="{len(names)}" failures="{len(by_name)}">'
    for name in names:
        yield f'  <testcase classname="corpus" name={quoteattr(name)}>'
        for one in by_name.get(name, ()):
            lines = "\n".join(f"{place} {of} {shown}" for place, of, shown in one.examples)
            message = quoteattr(_reason(one).translate(UNWRITABLE))
            yield f"    <failure message={message}>{escape(lines.translate(UNWRITABLE))}</failure>"
        yield "  </testcase>"
    yield f"  <system-out>looked into {escape(looked_into(checked))}</system-out>"
    yield "</testsuite>"


def as_github(checked: Checked) -> Iterator[str]:
    """Yield workflow commands: an annotation for each place, or for the corpus."""
    if checked.figures["looked_into"] < checked.figures["documents"]:
        yield f"::notice title=clean check::looked into {_escaped(looked_into(checked), DATA)}"
    for one in checked.failures:
        for place, _, shown in one.examples:
            file, _, line = place.rpartition(":")
            where = f"file={_escaped(file, PROPERTY)},line={line}" if line.isdigit() else ""
            where = where or f"file={_escaped(place, PROPERTY)}"
            yield f"::error {where},title={one.measure}::{_escaped(shown or _reason(one), DATA)}"
        if not one.examples:
            yield f"::error title={one.measure}::{_escaped(_reason(one), DATA)}"


def _verdict(broken: int) -> str:
    """Return what it comes to, and what to do."""
    if not broken:
        return "clean: every limit holds"
    return (
        f"not clean: {counted(broken, 'limit')} broken. `clean run` repairs what stages change or "
        f"drop, and takes copies out;\n--config FILE sets other limits (`clean init` writes one)"
    )


def _reason(one: Failure) -> str:
    return f"{_figure(one.figure)}, limit {_figure(one.limit)}: {one.says}"


def _figure(value: float) -> str:
    # Figures are rounded to six places: 0.000004, not 4e-06.
    return f"{value:.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"


def _escaped(text: str, table: Mapping[str, str]) -> str:
    return "".join(table.get(char, char) for char in text)
