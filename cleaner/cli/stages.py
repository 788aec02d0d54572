"""`clean stages`: what the rules are, and whether those of one's own do what they say."""

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from cleaner.cli.options import beside_option, color_option
from cleaner.cli.terminal import SEE_STAGES, cells_of, safe, shown_inline, side_by_side, width
from cleaner.errors import RecipeError, did_you_mean
from cleaner.visible import marked

if TYPE_CHECKING:
    from cleaner.document import Document
    from cleaner.stage import Stage

_END = "\n"  # of a docstring's first line


@click.command(
    "stages",
    epilog="""\b
Examples:
  clean stages
  clean stages furniture
  clean stages page-number --side-by-side
  clean stages mypkg.rules:MINE""",
)
@click.argument("name", required=False)
@beside_option
@color_option
def stages_command(name: str | None, beside: bool | None, color: bool | None) -> int:
    """List the stages in their order, or tell all of one, or of a family.

    What it does, of which texts it is asked, its options, what it must do ([-taken out-]
    {+put in+}), what must not fool it. NAME may be a stage of your own, MODULE:NAME: its
    cases are tried, too; exit 1 where one fails.
    """
    from cleaner.cases import faults
    from cleaner.recipe import load_stage
    from cleaner.stages import ORDER

    known = {stage.name: stage for stage in ORDER}
    family = [stage for stage in ORDER if stage.family == name]
    cells = cells_of(beside)
    wrong: list[str] = []
    if name is None:
        lines = _listed(ORDER)
    elif ":" in name:
        own = load_stage(name)
        lines, wrong = _told(own, cells), list(faults(own))
    elif name in known:  # a family may have the name of a stage: language
        lines = _told(known[name], cells)
    elif family:
        lines = (line for stage in family for line in (*_told(stage, cells), ""))
    else:
        names = {*known, *(stage.family for stage in ORDER)}
        raise RecipeError(f"no stage {name!r}{did_you_mean(name, names) or SEE_STAGES}")
    for line in lines:
        click.echo(line, color=color)
    for fault in wrong:
        click.echo(safe(f"wrong: {fault}"), err=True)
    return 1 if wrong else 0


def _listed(stages: "tuple[Stage, ...]") -> Iterator[str]:
    """Yield a line a stage, under the family that it belongs to; as wide as a terminal is."""
    room = width() if sys.stdout.isatty() else 0
    long = max(len(stage.name) for stage in stages)
    family = ""
    for stage in stages:
        if stage.family != family:
            family = stage.family
            yield click.style(family, bold=True)
        cases = f"{len(stage.examples)} examples, {len(stage.keeps)} keeps"
        off = "" if stage.on else "off unless asked for; "
        said = f"{safe(stage.doc.partition(_END)[0])}  ({off}{cases})"
        if room:
            said = _cut(said, room - long - 13)
        name = click.style(f"{stage.name:{long}}", fg="cyan" if stage.on else None)
        yield f"  {name}  {stage.kind:7}  {said if stage.on else click.style(said, dim=True)}"
    yield ""
    yield "clean stages NAME tells all of a stage or of a family; --on and --off take both."


def _told(stage: "Stage", cells: int) -> Iterator[str]:
    """Yield all there is to know of a stage; `cells`: how wide two columns are, 0 for one."""
    from cleaner.recipe import MODEL, takes_model

    off = "" if stage.on else f"; off: --on {stage.name}, or --on {stage.family}"
    name = click.style(stage.name, bold=True, fg="cyan")
    yield f"{name}  ({stage.kind}, {stage.family}{off})"
    yield click.style(f"code: {safe(stage.place)}", dim=True)
    yield ""
    yield safe(stage.doc)
    if asked := " ".join(_asked(stage)):
        yield f"\n{safe(asked)}"
    for option, default in stage.options.items():
        if option == MODEL and takes_model(stage):
            yield "\n--model FILE   a table of `clean model`; the default is the one shipped"
        else:
            yield f"\n--set {stage.name}.{option}={default}   the default"
    yield click.style("\nexamples", bold=True)
    for source, wanted in stage.examples.items():
        yield from _example(source, wanted, cells)
    yield click.style("\nleft as they are", bold=True)
    for text in stage.keeps:
        yield f"    {marked(text)}"


def _asked(stage: "Stage") -> Iterator[str]:
    """Yield of which texts a stage is asked, and how they are shown to it."""
    if stage.once:
        yield "It judges a page: not asked of text that was cleaned before."
    if stage.glance:
        yield f"Asked only if {_first(stage.glance).removeprefix('Say whether ')}"
    if stage.shown:
        yield f"Shown {_first(stage.shown).removeprefix('Return ')}"
    if stage.by_line:
        yield "It judges each line by itself: not asked again of lines that it left."


def _first(function: "Callable[[Document], object]") -> str:
    """Return the first line of a function's docstring."""
    return (function.__doc__ or f"{function.__name__}.").partition(_END)[0]


def _example(source: str, wanted: "str | list[str]", cells: int) -> Iterator[str]:
    """Yield what a stage makes of a text: marked in it, or where it becomes several, these."""
    from cleaner.textdiff import compared

    if isinstance(wanted, str):
        parts = compared(source, wanted, kept=len(source))
        if cells:
            yield from side_by_side(parts, "    ", cells)
        else:
            yield f"    {shown_inline(parts)}"
        return
    yield f"  - {click.style(marked(source), fg='red')}"
    for one in wanted or ["(nothing)"]:
        yield f"  + {click.style(marked(one), fg='green')}"


def _cut(text: str, cells: int) -> str:
    """Return a text that is no wider than so many cells."""
    from ftfy.formatting import character_width

    for at, char in enumerate(text):
        cells -= max(character_width(char), 0)
        if cells < 1 and at + 1 < len(text):
            return f"{text[:at]}…"
    return text
