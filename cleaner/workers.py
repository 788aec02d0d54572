"""Clean documents in several processes; what comes back is in the order of what went in.

Documents go out in batches of a few hundred thousand characters, and only so many batches are out
at a time (`Pool.imap` has no such limit: what is read piles up before what is written). A small
input never starts a process: the first batch is cleaned here.

A process that dies (out of memory, a fault in a library in C) takes the batches that were out
along. Their documents are then cleaned one at a time in a process of their own; the one on which
that dies too is dropped with this reason, and the run goes on.
"""

import multiprocessing
import os
import pickle
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from cleaner.document import Document, Drop
from cleaner.errors import StageError
from cleaner.io.conceal import failed
from cleaner.io.records import Entry
from cleaner.pipeline import Pipeline
from cleaner.recipe import Recipe

# Characters a batch: .1 to .5 s of work. And batches that are out for each process.
BATCH_CHARS = 200_000
AHEAD = 3

# The stage that is named where a process died on a document.
PROCESS = "process"


class Cleaned(NamedTuple):
    """What a document became. `error`: message and stage, where a stage failed on it."""

    results: list[Document]
    error: tuple[str, str] | None = None


Batch = list[Entry]


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def clean_one(document: Document, pipeline: Pipeline) -> Cleaned:
    """Return what a document becomes; one that came with an outcome stays as it is."""
    if document.outcome:
        return Cleaned([document])
    try:
        return Cleaned(pipeline(document))
    except StageError as error:
        return Cleaned([failed(document, error, pipeline)], (str(error), error.stage))


def clean_all(
    entries: Iterable[Entry], recipe: Recipe, pipeline: Pipeline, jobs: int
) -> Iterator[tuple[Entry, Cleaned]]:
    """Yield each entry with what its document became, in order; `jobs`: how many processes."""
    batches = _batches(entries)
    if jobs > 1:
        for entry in next(batches, []):
            yield entry, clean_one(entry.document, pipeline)
        if (second := next(batches, None)) is not None:
            yield from _in_processes(second, batches, recipe, jobs)
        return
    for batch in batches:
        for entry in batch:
            yield entry, clean_one(entry.document, pipeline)


def _batches(entries: Iterable[Entry]) -> Iterator[Batch]:
    batch: Batch = []
    chars = 0
    for entry in entries:
        batch.append(entry)
        chars += len(entry.document.text)
        if chars >= BATCH_CHARS:
            yield batch
            batch, chars = [], 0
    if batch:
        yield batch


def _in_processes(
    first: Batch, rest: Iterator[Batch], recipe: Recipe, jobs: int
) -> Iterator[tuple[Entry, Cleaned]]:
    """Clean batches in processes; a window of them is out at a time."""
    packed = pickle.dumps(recipe)
    out: deque[tuple[Batch, Future[list[Cleaned]]]] = deque()
    pool = _pool(jobs)
    waiting: Batch | None = first
    try:
        while waiting is not None or out:
            while waiting is not None and len(out) < AHEAD * jobs:
                documents = [entry.document for entry in waiting]
                try:
                    out.append((waiting, pool.submit(_clean_batch, packed, documents)))
                except BrokenProcessPool:
                    break  # it broke just now; what is out shows it
                waiting = next(rest, None)
            try:
                results = out[0][1].result()
            except BrokenProcessPool:
                pool.shutdown(cancel_futures=True)
                for batch, _ in out:
                    yield from zip(batch, _one_by_one(batch, packed), strict=True)
                out.clear()
                pool = _pool(jobs)
                continue
            batch, _ = out.popleft()
            yield from zip(batch, results, strict=True)
    finally:
        pool.shutdown(cancel_futures=True)


def _one_by_one(batch: Sequence[Entry], packed: bytes) -> Iterator[Cleaned]:
    """Clean documents in a process of their own, each by itself."""
    pool = _pool(1)
    for entry in batch:
        try:
            (cleaned,) = pool.submit(_clean_batch, packed, [entry.document]).result()
        except BrokenProcessPool:
            pool.shutdown(cancel_futures=True)
            pool = _pool(1)
            document = entry.document
            reason = (
                f"the process died on its {len(document.text)} characters: "
                f"out of memory, or a fault in a library"
            )
            cleaned = Cleaned([replace(document, outcome=Drop(PROCESS, reason))])
        yield cleaned
    pool.shutdown()


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Not fork: a progress bar has a thread, and a lock that it holds would be held for ever.
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


def _clean_batch(packed: bytes, documents: Sequence[Document]) -> list[Cleaned]:
    pipeline = _pipeline(packed)
    return [clean_one(document, pipeline) for document in documents]


@lru_cache(maxsize=1)
def _pipeline(packed: bytes) -> Pipeline:
    """Return the pipeline of a recipe, made once a process."""
    recipe: Recipe = pickle.loads(packed)  # noqa: S301  from the process that started this one
    return recipe.pipeline()
