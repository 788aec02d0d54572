"""The command `clean`: parse, make a recipe, call the library, print.

stdout is data, stderr is talk. Exit code 0: done, 1: failed, 2: called wrongly, 130: interrupted;
a closed pipe is no failure. Commands import the library when they run: `clean --help` is quick.

    check, dedup, diff, explain, index  a command each, of its name
    init, model, report, run, stages    the same
    text, trial                         the same; `clean run --dry-run`
    options                             flags that several commands share
    remote                              an output that goes to an address
    evidence, telling                   what `explain` and `trial` say of a document
    terminal                            what goes to a terminal: safe, marked, side by side
"""

import errno
import io
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from cleaner.cli.check import check_command
from cleaner.cli.dedup import dedup_command
from cleaner.cli.diff import diff_command
from cleaner.cli.explain import explain_command
from cleaner.cli.index import index_command
from cleaner.cli.init import init_command
from cleaner.cli.model import model_command
from cleaner.cli.report import report_command
from cleaner.cli.run import run_command
from cleaner.cli.stages import stages_command
from cleaner.cli.terminal import hush, safe
from cleaner.cli.text import text_command
from cleaner.errors import CleanerError, RecipeError

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_SIGNAL = 128  # and the signal's number, as shells have it: 130 for Ctrl-C
# What ends a command as Ctrl-C does: `kill`, a scheduler, a container that stops, a terminal that
# is closed. Else the processes of a run would finish what they have in hand, unseen.
ENDING = tuple(number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)))
# A disk, a quota or a file is full. What a run writes into its folder has said so by itself.
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

# How many threads numpy multiplies matrices with. Those of a page of blocks are small: threads wait
# for each other a hundred times as long as one takes, and every process of a run has as many.
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")


class Commands(click.Group):
    """A group for which a closed pipe is the end of the work, not an error."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            hush()
            return 0
        return result


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Example:
  clean run seeds -o data/clean

\b
Shell completion (bash; zsh and fish likewise):
  echo 'eval "$(_CLEAN_COMPLETE=bash_source clean)"' >> ~/.bashrc""",
)
@click.version_option(package_name="cleaner", prog_name="clean")
def cli() -> None:
    """Turn dirty text, Chinese first, into a clean, deduplicated JSONL corpus."""


cli.add_command(run_command)
cli.add_command(init_command)
cli.add_command(report_command)
cli.add_command(explain_command)
cli.add_command(diff_command)
cli.add_command(stages_command)
cli.add_command(text_command)
cli.add_command(dedup_command)
cli.add_command(check_command)
cli.add_command(index_command)
cli.add_command(model_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    _open_streams()
    for name in ONE_THREAD:  # read when numpy is first imported, here or in a process of the run
        os.environ.setdefault(name, "1")
    signals: list[int] = [signal.SIGINT]
    try:
        with _interrupted_by(ENDING, signals):
            code = cli.main(arguments, prog_name="clean", standalone_mode=False)
    except click.ClickException as error:
        said = io.StringIO()  # it quotes what it was called with, which may be a file's name
        error.show(said)
        click.echo(safe(said.getvalue()), nl=False, err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return EXIT_SIGNAL + signals[-1]
    except MemoryError:
        click.echo("clean: out of memory; fewer processes (-j) take less", err=True)
        return EXIT_FAILED
    except (CleanerError, OSError) as error:
        click.echo(f"clean: {safe(_told(error))}", err=True)
        return EXIT_USAGE if isinstance(error, RecipeError) else EXIT_FAILED
    return code if isinstance(code, int) else 0


@contextmanager
def _interrupted_by(numbers: Sequence[int], seen: list[int]) -> Iterator[None]:
    """Let signals interrupt as Ctrl-C does; one that came is put into `seen`.

    Those that the caller ignores, as nohup does, are left so.
    """

    def interrupt(number: int, _frame: object) -> None:
        seen.append(number)
        raise KeyboardInterrupt

    is_main = threading.current_thread() is threading.main_thread()
    ours = [one for one in numbers if is_main and signal.getsignal(one) is signal.SIG_DFL]
    for one in ours:
        signal.signal(one, interrupt)
    try:
        yield
    finally:
        for one in ours:
            signal.signal(one, signal.SIG_DFL)


def _told(error: Exception) -> str:
    """Return what to say of an error; a full disk names no file where it is not the output's."""
    if isinstance(error, OSError) and error.filename is None and error.errno in FULL:
        return f"standard output or a temporary file cannot be written: {error.strerror}"
    return str(error)


def _open_streams() -> None:
    """Open those of the three streams that the caller has closed, on nothing.

    Else a file of the output would get the number of one, and what is said would go into it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            number = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8"))
