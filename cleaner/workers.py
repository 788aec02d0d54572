"""Do the work of a run in several processes; one that dies or hangs costs a document.

Each process has one shard in hand and a pipe to the parent. On which document it is, and since
when, it writes into a few bytes of a mapped file (its beat), which outlive it:

- A process that dies (out of memory, a fault in a library in C) is replaced, and its shard begun
  again. The document that two processes died on is dropped with that reason. Once is chance: an
  operator's kill, another program's memory.
- A document that takes longer than the timeout has its process killed, and is dropped at once.

A run of a single shard starts no process, nor does one of one job, unless there is a timeout.
"""

import contextlib
import itertools
import mmap
import multiprocessing
import os
import pickle
import signal
import struct
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, Self, TypeVar

from cleaner.duplicatesearch import LocalSearch
from cleaner.errors import CleanerError
from cleaner.io.shards import Shard
from cleaner.making import NOTHING, READING, Ending, Job, Maker
from cleaner.recipe import Duplicates

T = TypeVar("T")
U = TypeVar("U")

# Not fork: a progress bar has a thread, and a lock that it holds would be held for ever.
CONTEXT = multiprocessing.get_context("spawn")

# One process at a time starts so: of two threads the second would put back what the first put in.
WITHOUT_MAIN = threading.Lock()

# The stages that are named where a process died on a document, or was killed for it.
PROCESS = "process"
TIMEOUT = "timeout"

# Deaths on one document that drop it; deaths between documents that end the run.
DEATHS = 2
DEATHS_ELSEWHERE = 3

# Items of `Crew.map` for which processes are started: one of `duplicatesearch.py` takes .25 s,
# a process a second to start.
FEW = 8

# Seconds between looks at who is late, and for a process to be gone that has closed its pipe.
PATIENCE = 0.05
GOING = 1.0

# A beat: the number of a document, what is done with it, since when (seconds of time.monotonic).
BEAT = struct.Struct("<qqd")


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Crew:
    """The processes of one machine, which start when there is work; a context manager.

    The `Engine` of a run that has no other. `beats`: a folder for their beats. `index`: as
    `LocalSearch` has it. `apart`: make parts in processes even where there are few.
    """

    def __init__(
        self, jobs: int, beats: Path, index: Path | None = None, *, apart: bool = False
    ) -> None:
        self._jobs, self._beats, self._index, self._apart = jobs, beats, index, apart
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for one in self._workers:
            one.end()

    def make_all(
        self, shards: Iterator[Shard], job: Job, timeout: float, done: Callable[[Shard], object]
    ) -> None:
        """Make the parts of all shards; calls `done` with each whose part is there, in any order.

        `timeout`: seconds that one document may take, 0 for any time. Raises what `Maker.make`
        raises: of several, the first in the order of the shards.
        """
        first = list(itertools.islice(shards, 2))
        every = itertools.chain(first, shards)
        if first and (self._apart or timeout or (self._jobs > 1 and len(first) > 1)):
            self._make_apart(every, pickle.dumps(job), timeout, done)
            return
        maker = Maker(job)
        for shard in every:
            maker.make(shard)
            done(shard)

    def _make_apart(
        self, shards: Iterator[Shard], job: bytes, timeout: float, done: Callable[[Shard], object]
    ) -> None:
        errors: dict[int, Exception] = {}
        idle, busy = self._started(), list[_Worker]()
        while True:
            while idle and not errors and (shard := next(shards, None)):
                busy.append(idle.pop())
                busy[-1].begin(shard, job, timeout)
            if not busy:
                break
            wait([one.pipe for one in busy], PATIENCE if timeout else None)
            for one in [one for one in busy if one.is_done()]:
                busy.remove(one)
                idle.append(one)
                if one.answer.error:
                    errors[one.shard.number] = one.answer.error
                else:
                    done(one.shard)
        if errors:
            raise errors[min(errors)]

    def search(self, wanted: Duplicates, scratch: Path, field: str) -> LocalSearch:
        """Return what finds the duplicates among the records of parts."""
        return LocalSearch(wanted, scratch, field, self._index, self.map)

    def map(self, work: Callable[[T], U], items: Iterator[T]) -> Iterator[U]:
        """Yield what `work` makes of each item, in any order.

        An item on which a process dies is done here.
        """
        least = 2 if self._workers else FEW
        first = list(itertools.islice(items, least))
        every = itertools.chain(first, items)
        if self._jobs == 1 or len(first) < least:
            yield from map(work, every)
            return
        idle, busy = self._started(), dict[_Worker, T]()
        while True:
            for item in itertools.islice(every, len(idle)):
                one = idle.pop()
                one.ask(work, item)
                busy[one] = item
            if not busy:
                return
            wait([one.pipe for one in busy])
            for one in [one for one in busy if one.pipe.poll()]:
                idle.append(one)
                item = busy.pop(one)
                if not one.listen():
                    one.end()
                    yield work(item)
                elif one.answer.error:
                    raise one.answer.error
                else:
                    yield one.answer.result

    def _started(self) -> list["_Worker"]:
        """Return the processes, in a list that may be changed."""
        if not self._workers:
            paths = (self._beats / f"beat-{number}" for number in range(self._jobs))
            self._workers = [_Worker(path) for path in paths]
        return list(self._workers)


class _Answer(NamedTuple):
    """What became of what a process was asked for."""

    error: Exception | None
    result: Any = None


class _Worker:
    """A process, its pipe, its shard, and what is known of the documents that it ended on."""

    shard: Shard
    pipe: Connection
    answer: _Answer

    def __init__(self, beat: Path) -> None:
        self._path = beat
        self._path.write_bytes(bytes(BEAT.size))
        self._beat = _mapped(self._path)
        self._process: multiprocessing.process.BaseProcess | None = None
        self._job, self._timeout = b"", 0.0
        self._deaths: Counter[int] = Counter()
        self._endings: dict[int, Ending] = {}

    def begin(self, shard: Shard, job: bytes, timeout: float) -> None:
        """Begin a shard."""
        self.shard, self._job, self._timeout = shard, job, timeout
        self._deaths, self._endings = Counter(), {}
        self._make()

    def _make(self) -> None:
        self.ask(None, (self._job, self._timeout > 0, self.shard, self._endings))

    def ask(self, work: Callable[[Any], object] | None, item: object) -> None:
        """Let the process work on an item; without `work` it is a part to make."""
        BEAT.pack_into(self._beat, 0, -1, NOTHING, 0.0)
        if self._process is None:
            self.pipe, theirs = CONTEXT.Pipe()
            arguments = (theirs, self._path, os.getpid())
            process = CONTEXT.Process(target=_serve, args=arguments, daemon=True)
            with theirs, without_main():
                process.start()
            self._process = process
        with contextlib.suppress(OSError):  # it died while it was idle: its pipe will show it
            self.pipe.send((work, item))

    def listen(self) -> bool:
        """Wait for the answer; False where the process has died."""
        try:
            self.answer = self.pipe.recv()
        except (EOFError, OSError):
            return False
        return True

    def is_done(self) -> bool:
        """Say whether it is done with its shard; if it is late or has died, it begins again."""
        if self.pipe.poll():
            if self.listen():
                return True
            self._replace()
        elif self._timeout:
            self._end_if_late()
        return False

    def _end_if_late(self) -> None:
        """Give up a document that takes too long, and begin the shard again without it."""
        seen = number, doing, since = BEAT.unpack_from(self._beat)
        if doing == NOTHING or time.monotonic() - since <= self._timeout:
            return
        self.end()
        if BEAT.unpack_from(self._beat) == seen:  # else it had just gone on
            reason = f"took over {self._timeout:g} s (--timeout)"
            self._endings[number] = Ending(doing, TIMEOUT, reason)
        self._make()

    def _replace(self) -> None:
        """Begin the shard again in a new process. Raises CleanerError where that is no use."""
        number, doing, _ = BEAT.unpack_from(self._beat)
        how = self._death()
        self.end()
        place = -1 if doing == NOTHING else number
        self._deaths[place] += 1
        if place >= 0 and self._deaths[place] >= DEATHS:
            what = "as it was read" if doing == READING else "on its {chars} characters"
            reason = f"the process died {what}: out of memory, or a fault in a library"
            self._endings[number] = Ending(doing, PROCESS, reason)
        elif self._deaths[place] >= DEATHS_ELSEWHERE:
            names = sorted({one.source.name for one in self.shard.slices})
            raise CleanerError(
                f"{names[0]} and {len(names) - 1} more files: {DEATHS_ELSEWHERE} processes died "
                f"({how}), and on no document; is there enough memory?"
            )
        self._make()

    def _death(self) -> str:
        """Return how the process ended whose pipe is closed: a signal's name, or a code."""
        if self._process is None:
            return "?"
        self._process.join(GOING)
        code = self._process.exitcode or 0
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"

    def end(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self.pipe.close()
            self._process = None


@contextlib.contextmanager
def without_main() -> Iterator[None]:
    """Let a process start that does not run the caller's script first, as spawn has it.

    It needs nothing of it, and a script without `if __name__ == "__main__"`, or one that comes
    from standard input, would end it.
    """
    with WITHOUT_MAIN:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def _mapped(path: Path) -> mmap.mmap:
    with path.open("r+b") as file:
        return mmap.mmap(file.fileno(), BEAT.size)


def _serve(pipe: Connection, path: Path, parent: int) -> None:
    """Do what is asked for until the pipe is closed."""
    # Ctrl-C reaches all processes of a terminal; the parent ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    beat, maker = _mapped(path), None

    def beats(number: int, doing: int) -> None:
        BEAT.pack_into(beat, 0, number, doing, time.monotonic())

    def make(item: tuple[bytes, bool, Shard, Mapping[int, Ending]]) -> None:
        nonlocal maker
        packed, timed, shard, endings = item
        if maker is None:
            maker = Maker(pickle.loads(packed), beats, parent)  # noqa: S301  the parent's
            if timed:
                maker.warm_up(shard)
        maker.make(shard, endings)

    try:
        while True:
            work, item = pipe.recv()
            try:
                answer = _Answer(None, (work or make)(item))
            except (CleanerError, OSError) as error:
                answer = _Answer(error)
            except MemoryError:
                os._exit(1)  # as if it had been killed for it
            except Exception:  # noqa: BLE001  a fault of ours: the parent shows where
                answer = _Answer(RuntimeError(traceback.format_exc()))
            pipe.send(answer)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the parent is gone
