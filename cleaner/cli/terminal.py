"""What goes to a terminal: text made safe, marks of what changed, texts side by side, progress."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import click

from cleaner.excerpt import GAP, NEW, OLD, Part, side
from cleaner.visible import marked, safe

__all__ = [
    "SEE_STAGES",
    "cells_of",
    "hush",
    "more",
    "progress_bar",
    "safe",
    "shown_inline",
    "side_by_side",
    "width",
]

# Two columns of 55 cells and their frame: 27 Han each, a line of a newspaper column; chosen.
WIDE = 120
# What to say of a name that is near none.
SEE_STAGES = "; `clean stages` lists them"
COLOURS = {OLD: "red", NEW: "green"}


def hush() -> None:
    """Send nowhere what is left to be written: what reads our output has had enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def more(count: int, limit: int) -> Iterator[str]:
    """Yield what to say of a list of which only `limit` are shown; 0 for all."""
    if limit and count > limit:
        yield f"    and {count - limit:,} more (--limit 0 shows all)"


def cells_of(beside: bool | None) -> int:
    """Return how many cells two texts side by side have, 0 where they are not to be so.

    `beside`: what `beside_option` says; None leaves it to the terminal.
    """
    is_wide = sys.stdout.isatty() and width() >= WIDE
    return width() if (is_wide if beside is None else beside) else 0


def width() -> int:
    """Return how many cells a line has: of the terminal, or what COLUMNS says."""
    return shutil.get_terminal_size((WIDE, 24)).columns


def shown_inline(parts: Iterable[Part]) -> str:
    """Return parts on one line: [-taken out-]{+put in+}."""
    told = []
    for kind, text in parts:
        if kind == OLD:
            told.append(click.style(f"[-{marked(text)}-]", fg="red"))
        elif kind == NEW:
            told.append(click.style(f"{{+{marked(text)}+}}", fg="green"))
        elif kind == GAP:
            told.append(click.style(f" … {text} … ", dim=True))
        else:
            told.append(safe(text).replace("\n", "⏎"))
    return "".join(told)


def side_by_side(parts: Sequence[Part], head: str, cells: int) -> Iterator[str]:
    """Yield rows of two columns, what was left and what is right, `head` before the first.

    `cells` is how wide all of it is. Changes are marked as inline too, for who sees no colour.
    """
    room = (cells - len(head) - 3) // 2
    columns = [_wrapped(side(parts, kind), room) for kind in (OLD, NEW)]
    rows = max(map(len, columns))
    for at in range(rows):
        cells_of = [column[at] if at < len(column) else (" " * room, "") for column in columns]
        left, right = (styled or plain for plain, styled in cells_of)
        yield f"{head if not at else ' ' * len(head)}{left} │ {right}".rstrip()


def _wrapped(parts: Iterable[Part], cells: int) -> list[tuple[str, str]]:
    """Return the rows that parts take in so many cells: empty ones plain, and styled text."""
    from ftfy.formatting import character_width  # “” take one cell, as terminals have it

    rows: list[tuple[str, str]] = []
    row, left = "", cells
    for kind, text in parts:
        told = f" … {text} … " if kind == GAP else _written(kind, text)
        start = at = 0
        while at < len(told):
            need = max(character_width(told[at]), 0)
            if need > left or told[at] == "\n":
                row += _styled(kind, told[start:at])
                rows.append(("", row + " " * left))
                at += told[at] == "\n"
                row, left, start = "", cells, at
                continue
            left -= need
            at += 1
        row += _styled(kind, told[start:at])
    rows.append(("", row + " " * left))
    return rows


def _written(kind: str, text: str) -> str:
    if kind == OLD:
        return f"[-{marked(text)}-]"
    return f"{{+{marked(text)}+}}" if kind == NEW else safe(text).replace("\t", " ")


def _styled(kind: str, text: str) -> str:
    if kind == GAP:
        return click.style(text, dim=True)
    return click.style(text, fg=COLOURS[kind]) if text and kind in COLOURS else text


@contextmanager
def progress_bar(quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """Show a bar that counts bytes, on stderr; none where that is no terminal."""
    from tqdm import tqdm

    hidden = quiet or not sys.stderr.isatty()
    with tqdm(unit="B", unit_scale=True, disable=hidden, file=sys.stderr, leave=False) as bar:

        def progress(read: int, total: int) -> None:
            bar.total = total or None
            bar.update(read)

        yield progress
