"""`clean report`."""

from pathlib import Path

import click

from cleaner.cli.terminal import safe


@click.command(
    "report",
    epilog="""\b
Example:
  clean report out""",
)
@click.argument("folder", metavar="OUT", type=click.Path(path_type=Path))
def report_command(folder: Path) -> None:
    """Write report.html, a page for a browser, into a finished output.

    It has the figures, what each stage changed with examples, what was dropped and why, the largest
    clusters of duplicates. `clean run` writes it by itself. Plots need the extra: pip install
    'cleaner[report]'; without it there are tables.
    """
    write(folder)
    click.echo(safe(f"written to {folder / 'report.html'}"), err=True)


def write(folder: Path, *, quiet: bool = False) -> None:
    """Write the page, and say so where it has no plots."""
    from cleaner.view.plots import EXTRA, has_plots
    from cleaner.view.report import write_report

    write_report(folder)
    if not (quiet or has_plots()):
        click.echo(f"report.html has tables instead of plots; for these: {EXTRA}", err=True)
