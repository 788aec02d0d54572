"""`clean init`."""

import sys
from pathlib import Path

import click

from cleaner.cli.terminal import safe
from cleaner.errors import OutputError


@click.command(
    "init",
    epilog="""\b
Examples:
  clean init
  clean init news.toml
  clean init - | less""",
)
@click.argument("path", metavar="[FILE]", default="clean.toml")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def init_command(path: str, force: bool) -> None:
    """Write a recipe with every setting, explained and commented out: clean.toml.

    A FILE of - is standard output.
    """
    from cleaner.starter import starter

    if path == "-":
        sys.stdout.write(starter())
        return
    try:
        with Path(path).open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(starter())
    except FileExistsError as error:
        raise OutputError(f"{path}: is there already; name another file, or --force") from error
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from error
    click.echo(safe(f"written to {path}; clean run SOURCE... -o OUT --recipe {path}"), err=True)
