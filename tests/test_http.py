"""Sources at http:// by a server on 127.0.0.1: ranges, none, errors, redirects, lines that are cut.

All texts are synthetic.
"""

import gzip
import io
import json
import pathlib
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleaner.errors import InputError
from cleaner.io import remote, shards
from cleaner.io.sources import find_sources
from cleaner.recipe import Duplicates, Recipe
from cleaner.run import Settings, run

pytest.importorskip("aiohttp")

TEXTS = [f"第{at}天清早，船从{at * 7}号码头开出去，傍晚才回来，满舱是鱼。" for at in range(9000)]
RECORDS = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in TEXTS).encode()
# One stage: what is asked here is how the bytes come, 9,000 records at a time.
ALL = Recipe(only=("byte-order-mark",), duplicates=Duplicates("off", exact=False))


def table() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"text": TEXTS}), out, row_group_size=1000)
    return out.getvalue()


FILES = {
    "/a.jsonl": RECORDS,
    "/a.jsonl.gz": gzip.compress(RECORDS, mtime=0),
    "/a.txt": TEXTS[0].encode("gb18030"),
    "/a.parquet": table(),
    "/empty.jsonl": b"",
}


class Handler(BaseHTTPRequestHandler):
    """Answers /MANNER/NAME with a file of FILES, in that manner."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_HEAD(self) -> None:
        self.answer(with_body=False)

    def do_GET(self) -> None:
        self.answer(with_body=True)

    def answer(self, *, with_body: bool) -> None:
        manner, _, name = self.path.partition("?")[0][1:].partition("/")
        if manner.isdigit() or (manner == "nohead" and not with_body):
            self.send_error(int(manner) if manner.isdigit() else 405)
            return
        if manner == "moved":
            self.send_response(302)
            self.send_header("Location", f"/ranges/{name}")
            self.end_headers()
            return
        start = self.begin(manner, data := FILES[f"/{name}"])
        body = data[start : self.end]
        if manner == "short" and start:
            body = body[:20_000]
        if manner == "changed" and with_body and self.headers.get("Range") != "bytes=0-0":
            body = body[: len(body) // 2]
        if manner != "endless":
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if manner == "cut" or (manner == "cutlater" and start):
            body = body[: len(body) // 2]
        if with_body:
            self.wfile.write(body)

    def begin(self, manner: str, data: bytes) -> int:
        """Send the status of the bytes that are asked for; returns where they start."""
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        if manner not in {"ranges", "cutlater", "short"} or not asked:
            self.end = len(data)
            self.send_response(200)
            return 0
        start, self.end = int(asked[1]), min(int(asked[2] or len(data)) + 1, len(data))
        self.send_response(206)
        self.send_header("Content-Range", f"bytes {start}-{self.end - 1}/{len(data)}")
        return start


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    one = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=one.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{one.server_port}"
    one.shutdown()
    one.server_close()


def read(url: str, out: pathlib.Path, **settings: int) -> tuple[list[str], list[str]]:
    """Return the texts and the reasons that a run gives."""
    run([url], out, ALL, Settings(**settings))
    corpus = [json.loads(line)["text"] for line in (out / "corpus.jsonl").open()]
    dropped = [json.loads(line)["dropped"]["reason"] for line in (out / "dropped.jsonl").open()]
    return corpus, dropped


@pytest.mark.parametrize("manner", ["ranges", "plain", "moved", "endless", "nohead"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_records(server: str, manner: str, name: str, tmp_path: pathlib.Path) -> None:
    assert read(f"{server}/{manner}/{name}", tmp_path / "out", jobs=2) == (TEXTS, [])


def test_a_text_a_table_and_nothing(server: str, tmp_path: pathlib.Path) -> None:
    assert read(f"{server}/plain/a.txt?key=secret", tmp_path / "text") == ([TEXTS[0]], [])
    assert "secret" not in "".join(path.read_text() for path in (tmp_path / "text").glob("*.js*"))
    assert read(f"{server}/ranges/a.parquet", tmp_path / "table") == (TEXTS, [])
    assert read(f"{server}/plain/empty.jsonl", tmp_path / "none") == ([], ["empty: 0 bytes"])


@pytest.mark.parametrize("status", [404, 403, 500, 503])
def test_an_error_of_the_server_is_one_before_the_run(
    server: str, status: int, tmp_path: pathlib.Path
) -> None:
    with pytest.raises(InputError, match=rf"{server}/{status}/a\.jsonl: cannot be read: ") as said:
        run([f"{server}/{status}/a.jsonl?key=secret"], tmp_path / "out")
    assert "secret" not in str(said.value)
    assert ("no such file" if status == 404 else str(status)) in str(said.value)
    assert not (tmp_path / "out").exists()


def test_no_server(tmp_path: pathlib.Path) -> None:
    with pytest.raises(InputError, match=r"http://127\.0\.0\.1:9/a\.jsonl: cannot be read: "):
        run(["http://127.0.0.1:9/a.jsonl"], tmp_path / "out")


@pytest.fixture
def _many_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "BLOCK", 100_000)
    monkeypatch.setattr(shards, "BLOCK", 100_000)
    monkeypatch.setitem(fsspec.config.conf, "http", {"block_size": 100_000})


@pytest.mark.usefixtures("_many_requests")
def test_ranges_that_are_shorter_than_asked_for(server: str, tmp_path: pathlib.Path) -> None:
    assert read(f"{server}/short/a.jsonl", tmp_path / "out") == (TEXTS, [])


@pytest.mark.usefixtures("_many_requests")
@pytest.mark.parametrize("manner", ["cut", "cutlater", "changed"])
def test_a_line_that_is_cut_is_said(server: str, manner: str, tmp_path: pathlib.Path) -> None:
    corpus, dropped = read(f"{server}/{manner}/a.jsonl", tmp_path / "out")
    assert corpus == TEXTS[: len(corpus)]
    assert len(corpus) < len(TEXTS)
    assert dropped
    assert "cannot be read" in dropped[-1]


def test_a_table_without_ranges(server: str, tmp_path: pathlib.Path) -> None:
    corpus, dropped = read(f"{server}/plain/a.parquet", tmp_path / "out")
    assert (corpus, len(dropped)) == ([], 1)
    assert "cannot be read" in dropped[0]


def test_names(server: str) -> None:
    (source,) = find_sources([f"{server}/ranges/a.jsonl?key=secret"]).sources
    assert (source.name, source.size) == ("a.jsonl", len(RECORDS))
