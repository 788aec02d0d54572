"""Shards to parts by the executors of Spark, each in a process of its own as on one machine.

The process that Spark runs starts another, which makes the parts: what dies or hangs then costs a
document, not the run (`cleaner.workers`). A task that is tried again, on another machine or twice
at once, makes the same parts, and leaves those that are there.
"""

import contextlib
import itertools
import os
import socket
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cleaner.errors import CleanerError, InputError, OutputError
from cleaner.io.shards import Shard
from cleaner.making import Job
from cleaner.parts import open_part, path_of
from cleaner.workers import Crew

# Shards that a core is given in one go: a task of some 10 s to a minute. Chosen: a process takes a
# second to start.
SHARDS_A_TASK = 32
# Tasks that a core has in one go, so that those that are done early take over from the others.
TASKS_A_CORE = 4


def make_all(
    context: Any,
    shards: Iterator[Shard],
    job: Job,
    timeout: float,
    done: Callable[[Shard], object],
) -> None:
    """Make the parts of all shards; the next ones are cut while some are made.

    So many stand ready, and the copies of those that are packed, as two goes have. Raises what
    `Maker.make` raises: of several, the first in the order of the shards.
    """
    cores = max(context.defaultParallelism, 1)
    job = replace(job, folder=job.folder.absolute())
    place = str(Path.cwd())
    waiting: deque[tuple[list[Shard], Future[Any]]] = deque()

    def make(some: list[Shard]) -> list[tuple[int, Exception]]:
        tasks = min(len(some), max(cores * TASKS_A_CORE, -(-len(some) // SHARDS_A_TASK)))
        dealt = context.parallelize(some, tasks)
        return list(dealt.mapPartitions(lambda those: _make(those, job, timeout, place)).collect())

    def finish() -> None:
        some, made = waiting.popleft()
        errors = made.result()
        if errors:
            raise min(errors, key=lambda one: one[0])[1]
        for shard in some:
            done(shard)

    with ThreadPoolExecutor(1) as pool:
        while some := list(itertools.islice(shards, cores * TASKS_A_CORE * SHARDS_A_TASK)):
            waiting.append((some, pool.submit(make, some)))
            if len(waiting) > 1:
                finish()
        while waiting:
            finish()


def _make(
    shards: Iterable[Shard], job: Job, timeout: float, place: str
) -> Iterator[tuple[int, Exception]]:
    """Make parts; yields the error that ended it, with the number of the shard."""
    with contextlib.suppress(OSError):
        os.chdir(place)  # paths may be relative to where the run was started
    missing = [shard for shard in shards if open_part(path_of(job.folder, shard.number)) is None]
    at = missing[0].number if missing else 0
    try:
        _check_seen(missing, job)
        with (
            TemporaryDirectory(prefix="cleaner-") as beats,
            Crew(1, Path(beats), apart=True) as crew,
        ):
            crew.make_all(iter(missing), job, timeout, lambda _shard: None)
    except (CleanerError, OSError) as error:
        yield at, error


def _check_seen(shards: Iterable[Shard], job: Job) -> None:
    """Raise InputError or OutputError where this machine does not see what the others see.

    A file that is not there is dropped with that reason on one machine; here it would be many.
    """
    where = f"{socket.gethostname()} does not see it: all machines must, at the same path"
    if not job.folder.is_dir():
        raise OutputError(f"{job.folder.parent}: {where}")
    for shard in shards:
        for one in shard.slices:
            path = one.source.path
            if path and not one.error and not path.exists():
                raise InputError(f"{path}: {where}")
