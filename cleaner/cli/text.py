"""`clean text`: a text repaired on its way through a pipe."""

import sys
from dataclasses import replace
from typing import Any

import click

from cleaner.cli.options import charset_option, recipe_of, recipe_options


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
