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
import gzip
import io
import os
import pathlib
import random
import signal
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import orjson
import pyarrow as pa
import pyarrow.ipc
import pyarrow.parquet as pq
import zstandard
from fuzz import RIGHT, make
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from cleaner import rebuild
from cleaner.io import readers, shards
from cleaner.io.readers import Reading
from cleaner.io.sources import find_sources
from cleaner.recipe import Recipe
from cleaner.run import Settings, run

SECONDS = 5  # of CPU, for some 100 kB and five runs of them
HANGING = 300  # seconds after which it is killed: a library in C takes no notice of the other limit

CHARSETS = (*RIGHT, "utf-8-sig", "utf-16", "utf-32", "cp949", "johab", "iso2022_kr", "iso2022_jp",
            "cp1252", "hz", "utf-7")  # fmt: skip
HTML = (
    "<p>", "</p>", "<div>", "</div>", "<table><tr><td>", "</td></tr></table>", "<br>", "<script>",
    "</script>", "<!--", "-->", "<a href='/x'>首页</a>", "<h1>", "</h1>", "<title>", "</title>",
    "&#x4e2d;", "&#xd800;", "&#0;", "&#99999999;", "&nbsp;", "<![CDATA[", "]]>", "<pre>", "</pre>",
    "<meta charset=gb2312>", "<?xml version='1.0' encoding='big5'?>", "<svg>", "<section>",
    "<meta property='article:published_time' content='2024-13-45'>", "<frameset>", "\x00", "<",
    "&#26;", "\x1a", "\x1b[31m", "\f", "&#xffff;", "<ul><li>",
    '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"正文"}</script>',
)  # fmt: skip
# Fields of records beside the text.
FIELDS: tuple[tuple[str, Any], ...] = (
    ("title", "标题"), ("title", ["a"]), ("schema", 1), ("schema", "1"), ("meta", {}),
    ("meta", {"script": 3, "title": "x", "parent": "d0"}), ("meta", None), ("source", "../x"),
    ("source", 3), ("dropped", {"stage": "x"}), ("cluster_size", 3), ("cluster_size", "many"),
    ("charset", "klingon"), ("script", {"a": [1]}), ("input_script", "zh"), ("date", "2024-01-01"),
    ("\x00unread", "a reason"), ("web", True), ("n", 1e400), ("n", -0.0), ("n", 2**64),
    ("id", ""), ("id", None), ("id", 7), ("id", [1]), ("id", "d0"), ("id", "d0#1"), ("id", "d0~2"),
    ("blank_lines", 3), ("columns", "x"), ("credits", "x"), ("lost_characters", "x"),
)  # fmt: skip
ODD_BYTES = (b"\n", b"\r", b"\r\n\r\n", b"{", b"\xff\xfe", b"\x1b$B", b'"', b"\x00")
ODD_LINES = (b"[1]", b"null", b"{", b"\xff\xff", b"   ")


class File(NamedTuple):
    """A file: its name, its bytes, and how many documents it must give; -1: it was damaged."""

    name: str
    data: bytes
    documents: int


def encoded(rng: random.Random, text: str) -> bytes:
    return text.encode(rng.choice(CHARSETS) if rng.random() < 0.6 else "utf-8", "ignore")


def damaged(rng: random.Random, data: bytes) -> bytes:
    """Change bytes at random places."""
    for _ in range(rng.choice((1, 1, 3, 20))):
        at = rng.randrange(len(data) + 1)
        to = min(len(data), at + rng.choice((1, 2, 7, 100, 5000)))
        data = rng.choice((
            data[:at],
            data[:at] + data[to:],
            data[:at] + bytes(rng.randrange(256) for _ in range(min(to - at, 9))) + data[to:],
            data[:at] + bytes(to - at) + data[to:],
            data[:to] + data[at:to] * rng.choice((1, 40)) + data[to:],
            data[:at] + rng.choice(ODD_BYTES) + data[at:],
        ))  # fmt: skip
    return data[:200_000]


def records(rng: random.Random, texts: list[str]) -> list[dict[str, Any]]:
    """Return records with odd fields; the text may stand in none, or be no string."""
    found = []
    for at, text in enumerate(texts):
        record: dict[str, Any] = {"id": f"d{at}", "text": text}
        for _ in range(rng.choice((0, 0, 1, 3))):
            name, value = rng.choice(FIELDS)
            record[name] = value
        if rng.random() < 0.1:
            record["text"] = rng.choice((None, 3, "", [text]))
        found.append(record)
    return found


def jsonl(rng: random.Random, texts: list[str]) -> tuple[bytes, int]:
    import json  # noqa: PLC0415  it writes halves of characters, which orjson does not

    ascii_only = rng.random() < 0.4
    lines = []
    for record in records(rng, texts):
        said = json.dumps(record, ensure_ascii=ascii_only)
        lines.append(said.encode("utf-8", "ignore"))
    if rng.random() < 0.2:
        lines.insert(rng.randrange(len(lines) + 1), rng.choice(ODD_LINES))
    count = sum(1 for line in lines if line.strip())
    whole = rng.choice((b"\n", b"\n", b"\r\n", b"\n\n")).join(lines)
    whole += rng.choice((b"\n", b""))
    if rng.random() < 0.3:
        charset = rng.choice(("gb18030", "utf-16", "utf-32-le", "utf-8-sig", "big5"))
        whole = whole.decode("utf-8", "replace").encode(charset, "replace")
    return whole, count


def columns(rng: random.Random, texts: list[str]) -> pa.Table:
    """Return a table with columns of odd types."""
    clean = [text.encode("utf-8", "replace").decode() for text in texts]
    made: dict[str, Any] = {"text": pa.array(clean, rng.choice((pa.string(), pa.large_string())))}
    count = len(texts)
    odd: tuple[tuple[str, Callable[[], Any]], ...] = (
        ("id", lambda: pa.array(range(count))),
        ("id", lambda: pa.array([f"d{at // 2}" for at in range(count)]).dictionary_encode()),
        ("image", lambda: pa.array([b"\xff"] * count)),
        ("when", lambda: pa.array([2**62] * count, pa.timestamp("ns"))),
        ("day", lambda: pa.array([2**30] * count, pa.date32())),
        ("much", lambda: pa.array([float("nan")] * count)),
        ("list", lambda: pa.array([[{"a": None}]] * count)),
        ("nothing", lambda: pa.nulls(count)),
        ("meta", lambda: pa.array([{"a": 1}] * count)),
        ("schema", lambda: pa.array([1] * count)),
        ("text", lambda: pa.array([None] * count, pa.string())),
        ("text", lambda: pa.array(clean).dictionary_encode()),
        ("map", lambda: pa.array([[("k", 1)]] * count, pa.map_(pa.string(), pa.int8()))),
        ("", lambda: pa.array([""] * count)),
    )
    for _ in range(rng.choice((0, 1, 4))):
        name, build = rng.choice(odd)
        made[name] = build()
    return pa.table(made)


def rows(rng: random.Random, texts: list[str], name: str) -> bytes:
    table, out = columns(rng, texts), io.BytesIO()
    if name == ".parquet":
        pq.write_table(table, out, row_group_size=rng.choice((1, 3, 1000)))
    elif rng.random() < 0.5:
        with pa.ipc.new_file(out, table.schema) as writer:
            writer.write_table(table, max_chunksize=rng.choice((1, 3, 1000)))
    else:
        with pa.ipc.new_stream(out, table.schema) as writer:
            writer.write_table(table, max_chunksize=rng.choice((1, 3, 1000)))
    return out.getvalue()


def page(rng: random.Random, text: str) -> str:
    """Return a page with the text in it, tags at random places."""
    lines = [f"{rng.choice(HTML)}{line}{rng.choice(HTML)}" for line in text.split("\n")]
    body = rng.choice(("\n", "<p>", "<br>", "</p>\n<p>")).join(lines)
    return f"<html><head><title>标题</title></head><body><div><p>{body}</p></div></body></html>"


def archive(rng: random.Random, texts: list[str], packed: bool) -> tuple[bytes, int]:
    out, count = io.BytesIO(), 0
    writer = WARCWriter(out, gzip=packed)
    for at, text in enumerate(texts):
        kind = rng.choice(("text/html", "text/plain", "image/png", "text/html; charset=gb2312", ""))
        content = encoded(rng, page(rng, text) if "html" in kind else text)
        head, record_type = None, rng.choice(("response", "conversion", "resource", "metadata"))
        if record_type == "response":
            fields = [("Content-Type", kind)]
            if rng.random() < 0.3:
                fields.append(("Content-Encoding", rng.choice(("gzip", "br", "deflate", "x"))))
                content = gzip.compress(content)
            status = rng.choice(("200 OK", "200 OK", "404 Not Found", "x", ""))
            head = StatusAndHeaders(status, fields, protocol="HTTP/1.0")
        writer.write_record(
            writer.create_warc_record(
                rng.choice((f"http://a.cn/{at}", "", "http://a.cn/\x1b[2J")),
                record_type,
                io.BytesIO(content),
                warc_content_type="" if head else kind,
                http_headers=head,
            )
        )
        count += 1
    return out.getvalue(), count


def a_file(number: int) -> File:
    """Return the file of this number."""
    rng = random.Random(f"file {number}")
    texts = [make(rng.randrange(1 << 40)) for _ in range(rng.choice((1, 1, 2, 5, 20)))]
    texts = [text[: rng.choice((40, 1000, 20_000))] for text in texts]
    kind = rng.choice((".txt", ".txt", ".html", ".jsonl", ".jsonl", ".jsonl", ".parquet", ".arrow",
                       ".warc", ".wet"))  # fmt: skip
    packing = rng.choice(("", "", ".gz", ".zst")) if kind not in {".parquet", ".arrow"} else ""
    count = -1
    if kind == ".txt":
        data, count = encoded(rng, texts[0]), 1
    elif kind == ".html":
        data, count = encoded(rng, page(rng, texts[0])), 1
    elif kind == ".jsonl":
        data, count = jsonl(rng, texts)
    elif kind in {".parquet", ".arrow"}:
        data, count = rows(rng, texts, kind), len(texts)
    else:
        data, _ = archive(rng, texts, packed=packing == ".gz")
    if rng.random() < 0.35:
        data, count = damaged(rng, data), -1
    if packing == ".gz" and not data.startswith(b"\x1f\x8b"):
        data = gzip.compress(data, 1)
    elif packing == ".zst":
        data = zstandard.ZstdCompressor().compress(data)
    if packing and rng.random() < 0.2:
        data, count = damaged(rng, data), -1
    return File(f"a{kind}{packing}", data, count)


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
