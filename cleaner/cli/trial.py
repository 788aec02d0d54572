"""`clean run --dry-run`: what a run would do, told of a sample."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import click

from cleaner.cli.telling import Manner, told
from cleaner.cli.terminal import cells_of, progress_bar, safe
from cleaner.figures import table
from cleaner.recipe import Recipe
from cleaner.run import Settings
from cleaner.trial import trial

# Documents whose changes are shown, and places of each stage; chosen for two screens.
SHOWN, PLACES = 3, 2


def tell_trial(
    sources: Sequence[str], recipe: Recipe, settings: Settings, size: int
) -> Mapping[str, Any]:
    """Print what would become of a sample of the sources: figures, then some of the changes.

    Returns the figures.
    """
    with progress_bar(quiet=False) as progress:
        tried = trial(sources, recipe, replace(settings, progress=progress), size)
    count = min(size, tried.seen)
    click.echo(table(tried.figures, tried.seconds))
    shown = {stage.name: stage.doc.partition("\n")[0] for stage in recipe.pipeline().stages}
    manner = Manner(PLACES, cells_of(None))
    changed = [one for one in tried.documents if one.history or one.outcome]
    click.echo("")
    for document in changed[:SHOWN]:
        for line in told(document, shown, manner):
            click.echo(line)
    click.echo(
        safe(
            f"tried on {count:,} of {tried.seen:,} documents, in {tried.files:,} of "
            f"{tried.all_files:,} files; {len(changed):,} would change; nothing was written"
        ),
        err=True,
    )
    return tried.figures
