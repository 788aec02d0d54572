"""`clean text`: a text repaired on its way through a pipe."""

import sys
from dataclasses import replace
from typing import Any, BinaryIO

import click

from cleaner.cli.options import charset_option, recipe_of, recipe_options


@click.command(
    "text",
    epilog="""\b
Examples:
  clean text page.txt > clean.txt
  pdftotext page.pdf - | clean text > page.txt""",
)
@click.argument("file", type=click.File("rb"), default="-")
@charset_option
@recipe_options
def text_command(file: BinaryIO, charset: str, **flags: Any) -> None:
    """Repair the text of FILE, by default of standard input, and print it.

    Nothing is rejected. Several articles come with a blank line between them, each with its title
    on a line of its own.
    """
    from cleaner.api import clean_text
    from cleaner.io.charset import decode

    made = replace(recipe_of(flags), keep_all=True)
    text, _ = decode(file.read(), charset)
    cleaned = clean_text(text, made)
    if cleaned:
        sys.stdout.buffer.write(f"{cleaned.rstrip()}\n".encode())
