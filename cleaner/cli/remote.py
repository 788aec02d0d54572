"""An output that goes to an address: written on disk first."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from cleaner.cli.options import Decorator, together
from cleaner.cli.terminal import safe
from cleaner.errors import OutputError


def out_options(*, required: bool) -> Decorator:
    """Add -o and --local; `placed` takes them."""
    return together(
        click.option(
            "-o", "--out", required=required, metavar="OUT", help="The folder, or its address."
        ),
        click.option(
            "--local",
            type=click.Path(path_type=Path),
            metavar="DIR",
            help="Where an output that goes to an address (s3://...) is written first.",
        ),
    )


@contextmanager
def placed(
    out: str, local: Path | None, sources: Sequence[str], *, force: bool, quiet: bool
) -> Iterator[Path]:
    """Give the folder to write to; copy it to its address when the body is done.

    Raises OutputError where it must not go there, UsageError where it has no name.
    """
    from cleaner.io.sources import is_url

    if not out:  # a variable of a shell that is not set; "" would be the folder where one stands
        raise click.UsageError("the name after -o is empty")
    if not is_url(out):
        if local:
            raise click.UsageError("--local is for an output that goes to an address (s3://...)")
        yield Path(out)
        return
    from cleaner.io.extras import REMOTE, require

    require(REMOTE, "an address")
    from cleaner.io.remote import check_target, safe_name, upload

    if local is None:
        raise click.UsageError("an address needs --local DIR: the output is written there first")
    if any(one.startswith(out.rstrip("/") + "/") or one == out for one in sources):
        raise OutputError(f"{safe_name(out)}: holds a source; name another folder")
    check_target(out, force=force)
    yield local
    upload(local, out)
    if not quiet:
        click.echo(safe(f"copied to {safe_name(out)}"), err=True)
