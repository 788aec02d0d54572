"""`clean explain`."""

from pathlib import Path

import click


@click.command("explain")
@click.argument("file", type=click.Path(path_type=Path))
def explain_command(file: Path) -> None:
    """Show what each stage does to a file."""
    click.echo(file)
