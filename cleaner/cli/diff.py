"""`clean diff`: what a changed recipe, version or input changed."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleaner.cli.options import beside_option, color_option
from cleaner.cli.terminal import cells_of, safe, shown_inline, side_by_side

if TYPE_CHECKING:
    from cleaner.compare import Change, Comparison, Side

EXIT_DIFFERENT = 1


@click.command(
    "diff",
    epilog="""\b
Examples:
  clean diff before after
  clean diff before after --limit 0 --side-by-side --color | less -R
  clean diff before after --limit 0 --html > changes.html
  clean diff before after --json > changes.jsonl""",
)
@click.argument("first", metavar="OUT1", type=click.Path(path_type=Path))
@click.argument("second", metavar="OUT2", type=click.Path(path_type=Path))
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="Documents shown; 0 for all. All are counted.",
)
@beside_option
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each, then the sum.")
@click.option("--html", is_flag=True, help="Print a page for a browser.")
@click.option("--exit-code", is_flag=True, help="Exit 1 where the outputs differ.")
@color_option
def diff_command(first: Path, second: Path, **flags: Any) -> int:
    """Show what differs between two outputs of `clean run`, record by record and in sum.

    Records are matched by id; a text that has another id now is matched by itself. With the records
    stand the stages that did otherwise. [-only in OUT1-] {+only in OUT2+}
    """
    from cleaner.compare import Comparison

    if flags["as_json"] and flags["html"]:
        raise click.UsageError("--json or --html: stdout holds one of them")
    with Comparison(first, second) as comparison:
        if flags["as_json"]:
            _print_json(comparison, first, second)
        elif flags["html"]:
            from cleaner.view.differences import differences

            click.echo(differences(comparison, first, second, flags["limit"]), nl=False)
        else:
            for line in _told(comparison, (first, second), flags):
                click.echo(line, color=flags["color"])
        differs = bool(comparison.counts)
    return EXIT_DIFFERENT if differs and flags["exit_code"] else 0


def _told(
    comparison: "Comparison", folders: tuple[Path, Path], flags: dict[str, Any]
) -> Iterator[str]:
    limit, shown = flags["limit"], 0
    for change in comparison.changes():
        if not limit or shown < limit:
            yield from _change(comparison, change, cells_of(flags["beside"]))
        shown += 1
    if limit and shown > limit:
        yield f"and {shown - limit:,} more (--limit 0 shows all)\n"
    yield from _sum(comparison, *folders)


def _change(comparison: "Comparison", change: "Change", cells: int) -> Iterator[str]:
    """Yield what became of a document in the one output and in the other."""
    from cleaner.textdiff import compared

    first, second = change.first, change.second
    side = second or first
    assert side is not None
    yield click.style(safe(side.name), bold=True) + f"  {click.style(change.kind, fg='cyan')}"
    if first and second and first.name != second.name:
        yield safe(f"    id: {first.name} -> {second.name}")
    told = [one.outcome for one in (first, second) if one]
    if len(set(told)) > 1 or not (first and second):
        yield safe(f"    {' -> '.join(told)}")
    if stages := comparison.stages(change):
        yield safe(f"    by {', '.join(stages)}")
    if first and second:
        yield from _meta(first, second)
        if first.text != second.text:
            parts = compared(first.text, second.text)
            if cells:
                yield from side_by_side(parts, "    ", cells)
            else:
                yield f"    {shown_inline(parts)}"
    yield ""


def _meta(first: "Side", second: "Side") -> Iterator[str]:
    """Yield the fields that differ, the text aside."""
    from cleaner.compare import fields_between

    for name, before, after in fields_between(first, second):
        old = click.style(safe(f"[-{before}-]"), fg="red") if before is not None else ""
        new = click.style(safe(f"{{+{after}+}}"), fg="green") if after is not None else ""
        yield f"    {safe(name)}: {old}{new}"


def _sum(comparison: "Comparison", first: Path, second: Path) -> Iterator[str]:
    from cleaner.compare import KINDS, figures_between, settings_between

    yield click.style("in sum", bold=True)
    yield f"  {comparison.same:>9,}  the same"
    for kind in KINDS:
        if comparison.counts[kind]:
            yield f"  {comparison.counts[kind]:>9,}  {kind}"
    yield from _table("made with", list(settings_between(first, second)))
    yield from _table("report.json", list(figures_between(first, second)))


def _table(title: str, rows: Sequence[tuple[str, Any, Any]]) -> Iterator[str]:
    """Yield what differs, under a title; of numbers by how much."""
    if not rows:
        return
    yield click.style(title, bold=True)
    long = max(len(name) for name, _, _ in rows)
    for name, before, after in rows:
        told = f"{before} -> {after}"
        if isinstance(before, int) and isinstance(after, int):
            told = f"{before:,} -> {after:,}  ({after - before:+,})"
        yield safe(f"  {name:{long}}  {told}")


def _print_json(comparison: "Comparison", first: Path, second: Path) -> None:
    from cleaner.compare import figures_between, settings_between
    from cleaner.io.records import dump

    stream = sys.stdout.buffer
    for change in comparison.changes():
        sides = {
            name: None if one is None else {"outcome": one.outcome, **one.record}
            for name, one in (("first", change.first), ("second", change.second))
        }
        stream.write(dump({"change": change.kind, **sides}))
    total = {
        "same": comparison.same,
        "changes": dict(comparison.counts),
        "made_with": list(settings_between(first, second)),
        "report": list(figures_between(first, second)),
    }
    stream.write(dump({"sum": total}))
