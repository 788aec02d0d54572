"""The files of `fuzz_files.py`: of every kind, with odd things in them, half of them damaged."""

import gzip
import io
import json
import random
from collections.abc import Callable
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.ipc
import pyarrow.parquet as pq
import zstandard
from fuzz import RIGHT, make
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

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
    ascii_only = rng.random() < 0.4
    lines = []
    for record in records(rng, texts):
        # Not orjson: it writes no halves of characters.
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
