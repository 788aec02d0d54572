"""Read a corpus, measure it, hold the figures against limits and against a saved run.

All lines are read in blocks, each is examined by itself, in several processes if asked for, and
what was found is added up in the order of the lines: so the figures are the same for any number of
processes. Of a large corpus a sample may be looked into: what is asked of files, ids, duplicates,
and what is lost or private, is asked of all of it, the rest of so many records, always the same.
"""

import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, Self

import orjson

from cleaner.check.corpus import BLOCK, Corpus
from cleaner.check.examine import Examined, Lines, Wanted, examine
from cleaner.check.limits import MEASURES, SCRIPTS, Limits
from cleaner.check.tally import Example, Tally
from cleaner.errors import CleanerError, InputError
from cleaner.io.sources import find_sources
from cleaner.recipe import Recipe
from cleaner.workers import CONTEXT, without_main

# Records that are looked into unless more are asked for. Of 50,000, a fault that one document in
# 10,000 has is missed once in 150 samples; of 1 GB of news, 250,000 records, they take a third of
# the time.
SAMPLE = 50_000

# How far a figure may be from the saved one: a share by this much, a number by this part of it.
DRIFT_SHARE, DRIFT_PART = 0.02, 0.2
# Of lost characters, in 10,000: by so many in any case, their default limit.
DRIFT_LOST = 1
# Less than so many blocks are done before another process has begun.
FEW_BLOCKS = 4
# Blocks that wait for a process, so that none waits for a block.
WAITING = 2


class Failure(NamedTuple):
    """A figure that is over its limit, under its floor, or far from the saved one."""

    measure: str
    figure: float
    limit: float
    says: str
    examples: tuple[Example, ...] = ()


class Checked(NamedTuple):
    """What was measured, by name (of "scripts" a share each), and what failed."""

    figures: Mapping[str, Any]
    failures: tuple[Failure, ...]


def check(  # noqa: PLR0913  each is an option of its own
    sources: Sequence[str],
    limits: Limits | None = None,
    *,
    recipe: Recipe | None = None,
    baseline: Mapping[str, Any] | None = None,
    sample: int = SAMPLE,
    jobs: int = 1,
    progress: Callable[[int, int], object] | None = None,
) -> Checked:
    """Measure a corpus of records. `baseline`: the figures of a run to hold it against.

    `recipe`: whose stages are asked what they would still do, and what counts as a duplicate.
    `sample`: how many records to look into, 0 for all. `jobs`: how many processes examine.
    `progress` is called with the number of bytes read since it was called last, and of all there
    are. Raises InputError for what is not there or cannot be read, RecipeError.
    """
    limits, recipe = limits or Limits(), recipe or Recipe()
    packed = pickle.dumps(recipe)
    found = find_sources(sources).sources
    for source in found:
        if not source.holds_records:
            said = "no corpus; `clean check` reads what `clean run` writes: .jsonl, .parquet"
            raise InputError(f"{source.path or source.url or source.name}: {said}")
    total = sum(source.size for source in found)
    tell = progress or (lambda _read, _total: None)
    tally = Tally()
    with (
        TemporaryDirectory(prefix="clean-check-") as folder,
        closing(Corpus(found, folder, recipe.duplicates)) as corpus,
        _Crew(jobs, total) as crew,
    ):
        blocks = corpus.blocks(tally, lambda size: tell(size, total))
        for one in crew.examined(blocks, Wanted(packed, look=not sample)):
            corpus.take(one, tally)
        looked = min(sample, len(corpus)) if sample else len(corpus)
        if sample:
            more = total + corpus.size * looked // max(len(corpus), 1)
            for one in crew.examined(corpus.sample(looked), Wanted(packed, whole=False)):
                tell(one.size, more)
                tally.merge(one.tally)
        corpus.repeated(tally)
        corpus.duplicates(tally)
        figures = {**tally.figures(), **corpus.figures(), "looked_into": looked}
    return Checked(figures, (*_over(figures, limits, tally), *_drift(figures, baseline)))


class _Crew:
    """The processes that examine: this one, or so many more where there is work for them."""

    def __init__(self, jobs: int, total: int) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._ahead = jobs + WAITING
        if jobs > 1 and total > FEW_BLOCKS * BLOCK:
            self._pool = ProcessPoolExecutor(jobs, CONTEXT, initializer=_uninterrupted)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def examined(self, every: Iterable[Lines], wanted: Wanted) -> Iterator[Examined]:
        """Yield what is found in lines, in their order; few of them are read ahead."""
        if self._pool is None:
            yield from (examine(lines, wanted) for lines in every)
            return
        waiting: deque[Future[Examined]] = deque()
        try:
            for lines in every:
                with without_main():
                    waiting.append(self._pool.submit(examine, lines, wanted))
                if len(waiting) > self._ahead:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise CleanerError("a process died: is there enough memory? try -j 1") from error


def _uninterrupted() -> None:
    """Leave Ctrl-C to the parent, which ends this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _over(figures: Mapping[str, Any], limits: Limits, tally: Tally) -> Iterator[Failure]:
    """Yield the figures that are over their limit or under their floor."""
    for measure in MEASURES:
        limit, figure = limits.of(measure.name), figures[measure.name]
        if limit is not None and (figure < limit if measure.least else figure > limit):
            examples = tally.examples(measure.name)
            yield Failure(measure.name, figure, limit, measure.says, examples)
    for script, limit in limits.scripts.items():
        share = figures[SCRIPTS].get(script, 0)
        if share > limit:
            yield Failure(f"{SCRIPTS}.{script}", share, limit, "documents in this script")


def _drift(figures: Mapping[str, Any], baseline: Mapping[str, Any] | None) -> Iterator[Failure]:
    """Yield the figures that are far from those of a saved run."""
    for name, before in (baseline or {}).items():
        now = figures.get(name, 0)
        pairs = [(name, before, now)]
        if isinstance(before, Mapping):
            now = now if isinstance(now, Mapping) else {}
            keys = sorted({*before, *now})
            pairs = [(f"{name}.{key}", before.get(key, 0), now.get(key, 0)) for key in keys]
        for one, old, new in pairs:
            if one != "looked_into" and abs(new - old) > _room(one, old, new):
                yield Failure(one, new, old, f"was {old:g} in the saved run")


def _room(name: str, old: float, new: float) -> float:
    """Return how far a figure may be from the saved one."""
    if name == "lost_characters":
        return max(DRIFT_LOST, DRIFT_PART * old)
    is_share = isinstance(old, float) or isinstance(new, float)
    return DRIFT_SHARE if is_share else DRIFT_PART * abs(old)


def saved(checked: Checked) -> bytes:
    """Return the figures of a run as they are saved."""
    return orjson.dumps(checked.figures, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
