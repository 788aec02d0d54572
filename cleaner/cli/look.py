"""`clean stages` and `clean text`."""

import sys

import click


@click.command("stages")
@click.argument("name", required=False)
def stages_command(name: str | None) -> None:
    """List the stages."""
    from cleaner.stages import ORDER

    for stage in ORDER:
        click.echo(stage.name)


@click.command("text")
def text_command() -> None:
    """Clean standard input to standard output."""
    from cleaner import clean_text

    sys.stdout.write(clean_text(sys.stdin.read()))
