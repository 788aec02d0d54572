"""`clean stages` and `clean text`: what the rules are, and what they make of a text."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from cleaner.cli.clean import charset_option, recipe_of, recipe_options
from cleaner.cli.terminal import safe
from cleaner.errors import RecipeError, did_you_mean

if TYPE_CHECKING:
    from cleaner.stage import Stage


@click.command(
    "stages",
    epilog="""\b
Examples:
  clean stages
  clean stages page-number""",
)
@click.argument("name", required=False)
def stages_command(name: str | None) -> None:
    """List the stages in their order, or tell all of one: what it does, options, cases."""
    from cleaner.stages import ORDER

    known = {stage.name: stage for stage in ORDER}
    if name is None:
        lines = _listed(ORDER)
    elif name in known:
        lines = _told(known[name])
    else:
        raise RecipeError(f"no stage {name!r}{did_you_mean(name, known)}; try `clean stages`")
    for line in lines:
        click.echo(line)


@click.command(
    "text",
    epilog="""\b
Example:
  pdftotext page.pdf - | clean text > page.txt""",
)
@charset_option
@recipe_options
def text_command(charset: str, **flags: Any) -> None:
    """Repair the text on standard input and print it.

    Nothing is rejected. Several articles come with a blank line between them, each with its title
    on a line of its own.
    """
    from cleaner.api import clean_text
    from cleaner.io.charset import decode

    made = replace(recipe_of(flags), keep_all=True)
    text, _ = decode(sys.stdin.buffer.read(), charset)
    cleaned = clean_text(text, made)
    if cleaned:
        sys.stdout.buffer.write(f"{cleaned.rstrip()}\n".encode())


def _listed(stages: "tuple[Stage, ...]") -> Iterator[str]:
    """Yield a line a stage, under the family that it belongs to."""
    width = max(len(stage.name) for stage in stages)
    family = ""
    for stage in stages:
        if stage.family != family:
            family = stage.family
            yield click.style(family, bold=True)
        cases = f"{len(stage.examples)} examples, {len(stage.keeps)} keeps"
        doc = safe(stage.doc.partition("\n")[0])
        off = "" if stage.on else "off unless asked for; "
        yield f"  {stage.name:{width}}  {stage.kind:7}  {doc}  ({off}{cases})"


def _told(stage: "Stage") -> Iterator[str]:
    """Yield all there is to know of a stage."""
    from cleaner.recipe import MODEL, takes_model

    off = "" if stage.on else f"; off: --on {stage.name}, or --on {stage.family}"
    yield f"{click.style(stage.name, bold=True)}  ({stage.kind}, {stage.family}{off})"
    yield ""
    yield safe(stage.doc)
    for option, default in stage.options.items():
        if option == MODEL and takes_model(stage):
            yield "\n--model FILE   a table of `clean model`; the default is the one shipped"
        else:
            yield f"\n--set {stage.name}.{option}={default}   the default"
    yield "\nexamples"
    for source, wanted in stage.examples.items():
        after = wanted if isinstance(wanted, str) else " | ".join(wanted)
        yield f"  - {_on_one_line(source)}"
        yield f"  + {_on_one_line(after)}" if after else "  + (nothing)"
    yield "\nleft as they are"
    for text in stage.keeps:
        yield f"    {_on_one_line(text)}"


def _on_one_line(text: str) -> str:
    return safe(text.replace("\n", "⏎").replace("\t", "⇥"))
