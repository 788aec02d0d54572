"""Make the parts of a run in several processes; one that dies or hangs costs a document.

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
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from pathlib import Path

from cleaner.errors import CleanerError
from cleaner.io.shards import Shard
from cleaner.making import NOTHING, READING, Ending, Job, Maker

# Not fork: a progress bar has a thread, and a lock that it holds would be held for ever.
CONTEXT = multiprocessing.get_context("spawn")

# The stages that are named where a process died on a document, or was killed for it.
PROCESS = "process"
TIMEOUT = "timeout"

# Deaths on one document that drop it; deaths between documents that end the run.
DEATHS = 2
DEATHS_ELSEWHERE = 3

# Seconds between looks at who is late.
PATIENCE = 0.05

# A beat: the number of a document, what is done with it, since when (seconds of time.monotonic).
BEAT = struct.Struct("<qqd")


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def make_all(
    shards: Iterator[Shard], job: Job, jobs: int, timeout: float, done: Callable[[Shard], object]
) -> None:
    """Make the parts of all shards; calls `done` with each whose part is there, in any order.

    `timeout`: seconds that one document may take, 0 for any time. Raises what `Maker.make` raises:
    of several, the first in the order of the shards.
    """
    first = list(itertools.islice(shards, 2))
    every = itertools.chain(first, shards)
    if first and (timeout or (jobs > 1 and len(first) > 1)):
        make_apart(every, job, jobs, timeout, job.folder, done)
        return
    maker = Maker(job)
    for shard in every:
        maker.make(shard)
        done(shard)


def make_apart(  # noqa: PLR0913, PLR0917  as `make_all`
    shards: Iterator[Shard],
    job: Job,
    jobs: int,
    timeout: float,
    beats: Path,
    done: Callable[[Shard], object],
) -> None:
    """Make parts in processes of their own, as `make_all` does; `beats`: a folder for theirs."""
    _Crew(job, jobs, timeout, beats).work(shards, done)


class _Crew:
    """The processes of a run."""

    def __init__(self, job: Job, jobs: int, timeout: float, beats: Path) -> None:
        self._timeout = timeout
        self._idle = [
            _Worker(job, beats / f"beat-{number}", timed=timeout > 0) for number in range(jobs)
        ]
        self._busy: list[_Worker] = []
        self._errors: dict[int, Exception] = {}

    def work(self, shards: Iterator[Shard], done: Callable[[Shard], object]) -> None:
        """Hand out shards until all are done, or one fails."""
        try:
            while self._hand_out(shards):
                wait([one.pipe for one in self._busy], PATIENCE if self._timeout else None)
                for one in tuple(self._busy):
                    self._look_at(one, done)
        finally:
            for one in (*self._busy, *self._idle):
                one.end()
        if self._errors:
            raise self._errors[min(self._errors)]

    def _hand_out(self, shards: Iterator[Shard]) -> bool:
        """Give every idle process a shard; says whether any is busy then."""
        while self._idle and not self._errors:
            shard = next(shards, None)
            if shard is None:
                break
            one = self._idle.pop()
            self._busy.append(one)
            one.begin(shard)
        return bool(self._busy)

    def _look_at(self, one: "_Worker", done: Callable[[Shard], object]) -> None:
        """See whether a process is done with its shard, has died, or is late."""
        if not one.pipe.poll():
            if self._timeout:
                one.end_if_late(self._timeout)
            return
        try:
            error = one.pipe.recv()
        except (EOFError, OSError):
            one.replace()
            return
        self._busy.remove(one)
        self._idle.append(one)
        if error is not None:
            self._errors[one.shard.number] = error
        else:
            done(one.shard)


class _Worker:
    """A process, its pipe, its shard, and what is known of the documents that it ended on."""

    shard: Shard
    pipe: Connection

    def __init__(self, job: Job, beat: Path, *, timed: bool) -> None:
        self._packed, self._timed = pickle.dumps(job), timed
        self._path = beat
        self._path.write_bytes(bytes(BEAT.size))
        self._beat = _mapped(self._path)
        self._process: multiprocessing.process.BaseProcess | None = None
        self._deaths: Counter[int] = Counter()
        self._endings: dict[int, Ending] = {}

    def begin(self, shard: Shard) -> None:
        """Begin a shard."""
        self.shard, self._deaths, self._endings = shard, Counter(), {}
        self._send()

    def _send(self) -> None:
        BEAT.pack_into(self._beat, 0, -1, NOTHING, 0.0)
        if self._process is None:
            self.pipe, theirs = CONTEXT.Pipe()
            arguments = (theirs, self._packed, self._path, os.getpid(), self._timed)
            self._process = CONTEXT.Process(target=_serve, args=arguments, daemon=True)
            self._process.start()
            theirs.close()
        with contextlib.suppress(OSError):  # it died while it was idle: its pipe will show it
            self.pipe.send((self.shard, self._endings))

    def end_if_late(self, timeout: float) -> None:
        """Give up a document that takes too long, and begin the shard again without it."""
        seen = number, doing, since = BEAT.unpack_from(self._beat)
        if doing == NOTHING or time.monotonic() - since <= timeout:
            return
        self.end()
        if BEAT.unpack_from(self._beat) == seen:  # else it had just gone on
            self._endings[number] = Ending(doing, TIMEOUT, f"took over {timeout:g} s (--timeout)")
        self._send()

    def replace(self) -> None:
        """Begin the shard again in a new process. Raises CleanerError where that is no use."""
        number, doing, _ = BEAT.unpack_from(self._beat)
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
                f"{names[0]} and {len(names) - 1} more files: {DEATHS_ELSEWHERE} processes died, "
                f"and on no document; is there enough memory?"
            )
        self._send()

    def end(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self.pipe.close()
            self._process = None


def _mapped(path: Path) -> mmap.mmap:
    with path.open("r+b") as file:
        return mmap.mmap(file.fileno(), BEAT.size)


def _serve(pipe: Connection, packed: bytes, path: Path, parent: int, timed: bool) -> None:
    """Make parts as they are asked for, until the pipe is closed."""
    # Ctrl-C reaches all processes of a terminal; the parent ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    beat = _mapped(path)

    def beats(number: int, doing: int) -> None:
        BEAT.pack_into(beat, 0, number, doing, time.monotonic())

    maker = None
    try:
        while True:
            shard, endings = pipe.recv()
            error: Exception | None = None
            try:
                if maker is None:
                    maker = Maker(pickle.loads(packed), beats, parent)  # noqa: S301  the parent's
                    if timed:
                        maker.warm_up(shard)
                maker.make(shard, endings)
            except (CleanerError, OSError) as caught:
                error = caught
            except MemoryError:
                os._exit(1)  # as if it had been killed for it
            except Exception:  # noqa: BLE001  a fault of ours: the parent shows where
                error = RuntimeError(traceback.format_exc())
            pipe.send(error)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the parent is gone
