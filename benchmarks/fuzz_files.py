"""Files made at random, of every kind that is read, through a whole run: what must always hold.

    python benchmarks/fuzz_files.py [--count 500 | --minutes 10] [--first 0]

A file is made of texts of `fuzz.py`: text in some charset, a web page, JSONL, a table, an archive,
packed or not; half of the files are then damaged, before they are packed or behind. It is checked

    nothing is raised                                   "exception"
    the process lives                                   "the process ended"
    it takes less than SECONDS of CPU                   "slow"
    each document has one outcome                       "lost"
    what is written is JSON in UTF-8, ids occur once    "output"
    the sources can be had back                         "rebuild"
    other shards give the same bytes                    "cut"
    cleaning the corpus again gives the same bytes      "again"

The number of a file is its seed, so `--first N --count 1` makes it again; `--keep DIR` writes the
files that failed there.
"""

import argparse
import collections
import contextlib
import os
import pathlib
import random
import signal
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator

import orjson
from fuzz import make
from fuzz_inputs import File, a_file, encoded, page

from cleaner import rebuild
from cleaner.io import readers, shards
from cleaner.io.readers import Reading
from cleaner.io.sources import find_sources
from cleaner.recipe import Recipe
from cleaner.run import Settings, run

SECONDS = 5  # of CPU, for some 100 kB and five runs of them
HANGING = 300  # seconds after which it is killed: a library in C takes no notice of the other limit


def manner(number: int) -> tuple[Reading, Recipe]:
    """Return how the file of this number is read and cleaned."""
    rng = random.Random(f"how {number}")
    reading, recipe = Reading(), Recipe()
    if rng.random() < 0.1:
        reading = reading._replace(html=True)
    if rng.random() < 0.1:
        reading = reading._replace(max_chars=rng.choice((1, 30, 500)))
    if rng.random() < 0.1:
        reading = reading._replace(charset=rng.choice(("gb18030", "utf-8", "utf-16-le", "big5")))
    chance = rng.random()
    if chance < 0.1:
        recipe = Recipe(on=("privacy",))
    elif chance < 0.2:
        recipe = Recipe(options={"other-script": {"script": "simplified"}})
    elif chance < 0.3:
        recipe = Recipe(keep_all=True)
    return reading, recipe


@contextlib.contextmanager
def cut_at(size: int) -> Iterator[None]:
    """Cut the input in shards of so many bytes."""
    before = shards.SHARD_BYTES, shards.BLOCK
    shards.SHARD_BYTES = shards.BLOCK = size  # type: ignore[misc]
    try:
        yield
    finally:
        shards.SHARD_BYTES, shards.BLOCK = before  # type: ignore[misc]


WRITTEN = ("corpus.jsonl", "dropped.jsonl", "split.jsonl", "edits.jsonl", "report.json")


class Found(Exception):  # noqa: N818  no error of the program
    """What does not hold."""


def broken(one: File, reading: Reading, recipe: Recipe) -> str:
    """Return what a file breaks, "" where all holds."""
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=SCRATCH) as folder:
        place = pathlib.Path(folder)
        (place / one.name).write_bytes(one.data)
        try:
            check(one, place, reading, recipe)
        except Found as found:
            return str(found)
        except SlowError:
            return "slow " + _where()
        except Exception:  # noqa: BLE001  that is what is looked for
            return "exception " + _where()
    return ""


SCRATCH = next((one for one in ("/dev/shm",) if pathlib.Path(one).is_dir()), None)


class SlowError(Exception):
    """It takes too long."""


def _where() -> str:
    lines = traceback.format_exc().strip().split("\n")
    frames = [line.strip() for line in lines if "/cleaner/" in line]
    return f"{lines[-1][:160]} at {frames[-1] if frames else ''}"


def check(one: File, place: pathlib.Path, reading: Reading, recipe: Recipe) -> None:
    """Raise Found for what a file breaks."""
    source, first = str(place / one.name), place / "one"
    run([source], first, recipe, Settings(reading))
    wrote = {name: (first / name).read_bytes() for name in WRITTEN}
    figures = orjson.loads(wrote["report.json"])["documents"]
    ends = figures["kept"] + figures["dropped"] + figures["split"]
    # An archive may have no page, damaged JSONL nothing but blank lines.
    if figures["in"] + figures["born"] != ends:
        raise Found(f"lost {figures}")
    if reading.charset == "" and one.documents >= 0 and figures["in"] != one.documents:
        raise Found(f"lost {one.documents} written, {figures} came")
    well_formed(wrote, figures)
    (read,) = find_sources([source]).sources
    came = [entry.document for entry in readers.read(read, reading)]
    texts = collections.Counter(one.text for one in came if one.outcome is None)
    if not recipe.on and (gone := texts - collections.Counter(rebuild(first).values())):
        raise Found(f"rebuild {next(iter(gone))[:80]!r}")
    with cut_at(600):
        run([source], place / "two", recipe, Settings(reading))
    for name in WRITTEN:
        if (place / "two" / name).read_bytes() != wrote[name]:
            raise Found(f"cut {name}")
    # The corpus is UTF-8, whatever the source was named to be.
    run([str(first)], place / "three", recipe, Settings(reading._replace(charset="")))
    if (place / "three" / "corpus.jsonl").read_bytes() != wrote["corpus.jsonl"]:
        raise Found(f"again {_differs(first, place / 'three')}")


def _differs(first: pathlib.Path, again: pathlib.Path) -> str:
    """Return what another cleaning did to a corpus: stages, or the first field that differs."""
    with (again / "edits.jsonl").open("rb") as lines:
        steps = {orjson.loads(line)["stage"] for line in lines}
    if steps:
        return str(sorted(steps))
    dropped = (again / "dropped.jsonl").read_bytes().splitlines()
    if dropped:
        return f"dropped {orjson.loads(dropped[0])['dropped']['stage']}"
    both = ((one / "corpus.jsonl").read_bytes().splitlines() for one in (first, again))
    for old, new in zip(*both, strict=True):
        was, now = orjson.loads(old), orjson.loads(new)
        for name in {**was, **now}:
            if was.get(name) != now.get(name):
                return f"{name} {was.get(name)!r:.200} {now.get(name)!r:.200}"
    return "bytes"


def well_formed(wrote: dict[str, bytes], figures: dict[str, int]) -> None:
    """Raise Found for what is wrong with lines that were written."""
    ids = []
    for name in ("corpus.jsonl", "dropped.jsonl", "split.jsonl"):
        lines = wrote[name].split(b"\n")
        if lines.pop() != b"":
            raise Found(f"output {name}: no end of line")
        wanted = {"corpus.jsonl": "kept", "dropped.jsonl": "dropped", "split.jsonl": "split"}[name]
        if len(lines) != figures[wanted]:
            raise Found(f"output {name}: {len(lines)} lines, {figures[wanted]} {wanted}")
        for line in lines:
            record = orjson.loads(line.decode())
            ids.append(record["id"])
            if record["schema"] != 1 or not isinstance(record["id"], str):
                raise Found(f"output {name}: {line[:80]!r}")
            if name == "corpus.jsonl" and not isinstance(record["text"], str):
                raise Found(f"output {name}: {line[:80]!r}")
    if len(ids) != len(set(ids)):
        raise Found("output: an id occurs twice")
    for line in wrote["edits.jsonl"].splitlines():
        if orjson.loads(line)["id"] not in ids:
            raise Found(f"output edits.jsonl: {line[:80]!r}")


def shrink(one: File, fails: Callable[[File], bool]) -> File:
    """Return a smaller file that fails as well; of what is not packed."""
    data = one.data
    size, until = len(data) // 2, time.monotonic() + 60
    while size and time.monotonic() < until:
        at = 0
        while at < len(data) and time.monotonic() < until:
            less = data[:at] + data[at + size :]
            if fails(one._replace(data=less, documents=-1)):
                data = less
            else:
                at += size
        size //= 2
    return one._replace(data=data, documents=-1)


def late(*_: object) -> None:
    raise SlowError


def in_a_process(work: Callable[[], str]) -> str:
    """Return what a function returns, or how the process ended in which it was called."""
    read, write = os.pipe()
    if (process := os.fork()) == 0:
        signal.signal(signal.SIGVTALRM, late)
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        signal.alarm(HANGING)
        try:
            os.write(write, work().encode("utf-8", "backslashreplace"))
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        said = pipe.read().decode()
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    return f"the process ended with {status}" if status else said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--minutes", type=float, default=0, help="as many as come in so long")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--show", type=int, default=3)
    parser.add_argument("--keep", type=pathlib.Path, help="where files go that failed")
    given = parser.parse_args()
    # What is loaded once is loaded here, and not by every process anew.
    warm = "\n".join(make(number) for number in range(20))
    broken(
        File("a.html", encoded(random.Random(0), page(random.Random(0), warm)), 1),
        Reading(),
        Recipe(),
    )
    found, done = collections.Counter[str](), 0
    until = time.monotonic() + 60 * given.minutes if given.minutes else float("inf")
    for number in range(given.first, 1 << 62 if given.minutes else given.first + given.count):
        if time.monotonic() > until:
            break
        reading, recipe = manner(number)

        def said(one: File, reading: Reading = reading, recipe: Recipe = recipe) -> str:
            return in_a_process(lambda: broken(one, reading, recipe))

        one = a_file(number)
        what, done = said(one), done + 1
        if not what:
            continue
        found[what[:60]] += 1
        print(f"{number} {one.name} {what}", flush=True)
        if found[what[:60]] > given.show:
            continue
        if one.name.endswith((".txt", ".html", ".jsonl")) and not what.startswith(("slow", "lost")):
            one = shrink(one, lambda less, what=what, said=said: said(less)[:60] == what[:60])
        print(f"  {one.data[:400]!r}\n  {reading} {recipe.as_json()}", flush=True)
        if given.keep:
            given.keep.mkdir(parents=True, exist_ok=True)
            (given.keep / f"{number}-{one.name}").write_bytes(one.data)
    print(f"{done} files, {found.total()} broken", *found.most_common(), sep="\n")


if __name__ == "__main__":
    main()
