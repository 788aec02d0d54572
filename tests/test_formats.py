"""Tables (Parquet, Arrow) and web archives in. All texts are synthetic."""

import datetime as dt
import gzip
import io
import json
import os
import pathlib
import subprocess
import sys

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter
from written import lines

from cleaner.check import check
from cleaner.errors import InputError
from cleaner.evaluation import read_evaluation
from cleaner.io import extras, packing, shards
from cleaner.io.readers import Reading
from cleaner.io.sources import find_sources
from cleaner.run import Settings, deduplicate, run

TEXTS = [
    f"第{at}天清早，船从{at * 7}号码头开出去，傍晚才回来，舱里装满了鱼。" for at in range(1, 31)
]


def cleaned(source: pathlib.Path, **settings) -> pathlib.Path:
    out = source.parent / f"out-{source.name}"
    run([str(source)], out, settings=Settings(**settings))
    return out


# Tables


def table() -> pa.Table:
    count = len(TEXTS)
    return pa.table(
        {
            "key": [f"k{at}" for at in range(count)],
            "body": TEXTS,
            "day": [dt.date(2026, 1, at + 1) for at in range(count)],
            "seen": pa.array(range(count), pa.timestamp("ns")),
            "tags": [["港", "船"]] * count,
            "image": [b"\xff\xd8"] * count,
            "picture": [{"bytes": b"\xff", "path": "a.jpg"}] * count,
            "none": pa.nulls(count),
        }
    )


def arrow_folder(folder: pathlib.Path, wanted: pa.Table) -> None:
    """As datasets.Dataset.save_to_disk leaves it: streams, their list, a cache beside them."""
    folder.mkdir()
    half = wanted.num_rows // 2
    names = [f"data-0000{at}-of-00002.arrow" for at in range(2)]
    for name, part in zip(names, (wanted.slice(0, half), wanted.slice(half)), strict=True):
        with pa.ipc.new_stream(folder / name, wanted.schema) as stream:
            stream.write_table(part, max_chunksize=10)
    with pa.ipc.new_stream(folder / "cache-0123456789.arrow", wanted.schema) as stream:
        stream.write_table(wanted)
    said = {"_data_files": [{"filename": name} for name in names], "_fingerprint": "0"}
    (folder / "state.json").write_text(json.dumps(said))
    (folder / "dataset_info.json").write_text("{}")


@pytest.fixture(params=["parquet", "arrow file", "datasets"])
def tabled(request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> pathlib.Path:
    if request.param == "parquet":
        pq.write_table(table(), tmp_path / "a.parquet", row_group_size=7)
        return tmp_path / "a.parquet"
    if request.param == "arrow file":
        with pa.ipc.new_file(tmp_path / "a.arrow", table().schema) as file:
            file.write_table(table(), max_chunksize=7)
        return tmp_path / "a.arrow"
    arrow_folder(tmp_path / "set", table())
    return tmp_path / "set"


FIELDS = Reading(text_field="body", id_field="key")


def test_rows_are_documents(tabled: pathlib.Path) -> None:
    found = lines(cleaned(tabled, reading=FIELDS))
    assert [one["text"] for one in found] == TEXTS
    assert [one["id"] for one in found] == [f"k{at}" for at in range(30)]
    meta = found[4]["meta"]
    assert (meta["day"], meta["tags"]) == ("2026-01-05", ["港", "船"])
    assert meta["seen"].startswith("1970-01-01")
    assert not {"image", "picture", "none"} & meta.keys()


def test_rows_are_the_same_for_any_number_of_processes(
    tabled: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = (cleaned(tabled, reading=FIELDS) / "corpus.jsonl").read_bytes()
    monkeypatch.setattr(shards, "SHARD_BYTES", 500)
    monkeypatch.setattr(shards, "BLOCK", 500)
    out = tabled.parent / "two"
    run([str(tabled)], out, settings=Settings(reading=FIELDS, jobs=2))
    assert (out / "corpus.jsonl").read_bytes() == alone


def test_a_charset_that_is_named_is_not_that_of_rows(tabled: pathlib.Path) -> None:
    out = cleaned(tabled, reading=FIELDS._replace(charset="big5"))
    assert [one["text"] for one in lines(out)] == TEXTS


def test_a_row_without_an_id_is_named_by_its_place(tmp_path: pathlib.Path) -> None:
    pq.write_table(pa.table({"text": TEXTS}), tmp_path / "a.parquet", row_group_size=7)
    found = lines(cleaned(tmp_path / "a.parquet"))
    assert [one["id"] for one in found] == [f"a.parquet:{at}" for at in range(1, 31)]


def test_a_broken_row_group_costs_its_rows(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": TEXTS}), path, row_group_size=10, compression="zstd")
    column = pq.read_metadata(path).row_group(1).column(0)
    start = column.data_page_offset
    data = bytearray(path.read_bytes())
    data[start : start + 40] = b"\xff" * 40
    path.write_bytes(data)
    out = cleaned(path)
    assert [one["text"] for one in lines(out)] == TEXTS[:10] + TEXTS[20:]
    assert lines(out)[10]["id"] == "a.parquet:21"
    (dropped,) = lines(out, "dropped")
    assert dropped["id"] == "a.parquet:11"
    said = "row group 1 of 3 (from 0): its last 10 rows, 11 to 20, are lost"
    assert said in dropped["dropped"]["reason"]


@pytest.mark.parametrize("size", [0, 3, 100, -9])
@pytest.mark.parametrize("name", ["a.parquet", "a.arrow"])
def test_a_table_that_is_cut_off_says_so(tmp_path: pathlib.Path, name: str, size: int) -> None:
    path = tmp_path / name
    if name == "a.arrow":
        with pa.ipc.new_stream(path, table().schema) as stream:
            stream.write_table(table(), max_chunksize=10)
    else:
        pq.write_table(table(), path)
    whole = path.read_bytes()
    # The last 8 bytes of a stream only say that it ends.
    path.write_bytes(whole[: size - 30] if size < 0 else whole[:size])
    out = cleaned(path, reading=FIELDS)
    (dropped,) = lines(out, "dropped")
    assert dropped["id"] == name
    assert ("Parquet" if "parquet" in name else "Arrow") in dropped["dropped"]["reason"]
    read = {"a.arrow": 20}.get(name, 0) if size < 0 else 0
    assert [one["text"] for one in lines(out)] == TEXTS[:read]


def test_a_table_without_rows_says_so(tmp_path: pathlib.Path) -> None:
    pq.write_table(table().slice(0, 0), tmp_path / "a.parquet")
    (entry,) = lines(cleaned(tmp_path / "a.parquet", reading=FIELDS), "dropped")
    assert entry["dropped"]["reason"] == "empty: no rows"


def test_a_text_of_a_row_that_is_no_utf_8(tmp_path: pathlib.Path) -> None:
    raw = [TEXTS[0].encode() + b"\xff" + TEXTS[1].encode(), TEXTS[2].encode(), None]
    column = pa.array(raw, pa.binary()).view(pa.string())
    pq.write_table(pa.table({"text": column}), tmp_path / "a.parquet")
    out = cleaned(tmp_path / "a.parquet")
    assert [one["meta"].get("lost_characters") for one in lines(out)] == [1, None]
    (dropped,) = lines(out, "dropped")
    assert dropped["id"] == "a.parquet:3"


@pytest.mark.parametrize(
    "kind", [pa.binary(), pa.large_binary(), pa.dictionary(pa.int32(), pa.string())]
)
@pytest.mark.parametrize("ending", [".parquet", ".arrow"])
def test_a_text_that_is_a_column_of_bytes(
    kind: pa.DataType, ending: str, tmp_path: pathlib.Path
) -> None:
    raw = [TEXTS[0].encode(), TEXTS[1].encode("gb18030"), b"\xff\xd8\xff\xe0", None]
    if pa.types.is_dictionary(kind):
        raw = [TEXTS[0], TEXTS[1], None, None]
    wanted = pa.table({"text": pa.array(raw, kind), "image": [b"\xff"] * 4})
    if ending == ".parquet":
        pq.write_table(wanted, tmp_path / "a.parquet")
    else:
        with pa.ipc.new_file(tmp_path / "a.arrow", wanted.schema) as stream:
            stream.write_table(wanted)
    out = cleaned(tmp_path / f"a{ending}")
    assert [one["text"] for one in lines(out)] == TEXTS[:2]
    reasons = [one["dropped"]["reason"] for one in lines(out, "dropped")]
    assert len(reasons) == 2
    if not pa.types.is_dictionary(kind):
        assert reasons[0] == "column 'text': not a text file: it starts like a picture"


@pytest.mark.parametrize("field", ["text", "list"])
def test_places_that_lead_out_of_a_batch_do_not_end_the_process(
    field: str, tmp_path: pathlib.Path
) -> None:
    """Found by benchmarks/fuzz_files.py: Arrow believes what a file says of them."""
    path = tmp_path / "a.arrow"
    wanted = pa.table({"text": TEXTS, "list": [["山", "水"]] * 30})
    with pa.ipc.new_stream(path, wanted.schema) as stream:
        stream.write_table(wanted)
    offsets = np.frombuffer(wanted[field].chunk(0).buffers()[1], np.int32, 31).tobytes()
    data = path.read_bytes()
    assert data.count(offsets) == 1
    wrong = np.frombuffer(offsets, np.int32).copy()
    wrong[15:] += 1 << 30
    path.write_bytes(data.replace(offsets, wrong.tobytes()))
    out = tmp_path / "out"
    clean = pathlib.Path(sys.executable).with_name("clean")
    done = subprocess.run([clean, "run", path, "-o", out, "-q"], check=False)
    assert done.returncode == 1  # nothing could be read
    assert lines(out) == []
    assert "Arrow batch 1" in lines(out, "dropped")[0]["dropped"]["reason"]


def test_an_arrow_file_that_becomes_shorter_is_an_error(tmp_path: pathlib.Path) -> None:
    """It is mapped: to ask for what is not there any more would end the process."""
    path = tmp_path / "a.arrow"
    wanted = pa.table({"text": [f"{at}{TEXTS[0]}" for at in range(1000)]})
    with pa.ipc.new_stream(path, wanted.schema) as stream:
        stream.write_table(wanted)
    with path.open("rb") as file:
        rows = packing.unpacked(file, ".arrow")
        assert json.loads(rows.readline())["text"].startswith("0")
        os.truncate(path, path.stat().st_size // 2)
        with pytest.raises(OSError, match="has become shorter"):
            rows.read()


@pytest.mark.parametrize("ending", ["parquet", "arrow"])
def test_times_that_python_does_not_have(ending: str, tmp_path: pathlib.Path) -> None:
    """Found by benchmarks/fuzz_files.py: a day of the year 2,941,000 ended the run."""
    days = pa.array([2**30] * 3, pa.date32())
    times = {"day": days, "list": pa.array([[2**30], [1], []], pa.list_(pa.date32()))}
    wanted = pa.table({"text": TEXTS[:3], **times})
    path = tmp_path / f"a.{ending}"
    if ending == "parquet":
        pq.write_table(wanted, path)
    else:
        with pa.ipc.new_file(path, wanted.schema) as file:
            file.write_table(wanted)
    found = lines(cleaned(path))
    assert [one["text"] for one in found] == TEXTS[:3]
    assert [one["meta"].get("list") for one in found] == [None, ["1970-01-02"], []]


def test_a_dataset_that_selects_rows_is_refused(tmp_path: pathlib.Path) -> None:
    arrow_folder(tmp_path / "set", table())
    path = tmp_path / "set" / "state.json"
    said = json.loads(path.read_text())
    path.write_text(json.dumps({**said, "_indices_data_files": [{"filename": "i.arrow"}]}))
    with pytest.raises(InputError, match="flatten_indices"):
        run([str(tmp_path / "set")], tmp_path / "out")


def test_a_list_of_a_dataset_does_not_lead_out_of_its_folder(tmp_path: pathlib.Path) -> None:
    arrow_folder(tmp_path / "set", table())
    path = tmp_path / "set" / "state.json"
    path.write_text(json.dumps({"_data_files": [{"filename": "../secret.arrow"}]}))
    found = [source.name for source in find_sources([str(tmp_path / "set")]).sources]
    assert "set/data-00000-of-00002.arrow" in found
    assert not [name for name in found if "secret" in name]


def test_a_table_is_deduplicated_and_measured_and_held_against(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"id": ["a", "b", "c"], "text": [TEXTS[0], TEXTS[1], TEXTS[0]]}), path)
    deduplicate([str(path)], tmp_path / "out")
    assert lines(tmp_path / "out") == [
        {"id": "a", "text": TEXTS[0], "cluster_size": 2},
        {"id": "b", "text": TEXTS[1]},
    ]
    assert check([str(path)]).figures["exact_duplicates"] == pytest.approx(1 / 3, abs=1e-5)
    assert read_evaluation([str(path)], Reading(), 20).overlap(TEXTS[1]) is not None


# Archives

PAGE = (
    "<html><head><meta charset=gbk><title>出海</title></head><body><article><h1>出海</h1>"
    + "".join(f"<p>{text}船上的人唱着歌，风从东边吹过来，浪不大。</p>" for text in TEXTS[:6])
    + "</article></body></html>"
)


def archive(path: pathlib.Path, records: list[tuple]) -> None:
    """Each record: its type, the number of its id, status, Content-Type, further headers, body."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=path.suffix == ".gz")
    for kind, number, status, mime, more, body in records:
        http = None
        if kind == "response":
            headers = [("Content-Type", mime), *more.items()]
            http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        record = writer.create_warc_record(
            f"http://news.example/{number}",
            kind,
            payload=io.BytesIO(body),
            http_headers=http,
            warc_content_type="application/http; msgtype=response" if http else mime,
            warc_headers_dict={
                "WARC-Record-ID": f"<urn:uuid:{number}>",
                "WARC-Date": "2026-01-02T03:04:05Z",
            },
        )
        writer.write_record(record)
    path.write_bytes(stream.getvalue())


def response(number: int, body: bytes, mime: str, status: str = "200 OK", **more: str) -> tuple:
    more = {name.replace("_", "-"): value for name, value in more.items()}
    return ("response", number, status, mime, more, body)


CHUNKED = b"".join(
    b"%x\r\n%s\r\n" % (len(one), one) for one in (PAGE.encode()[:99], PAGE.encode()[99:])
)
RECORDS = [
    ("warcinfo", 0, "", "application/warc-fields", {}, b"software: synthetic\r\n"),
    response(1, PAGE.encode("gbk"), "text/html"),
    response(2, PAGE.encode(), "Text/HTML; charset=utf-8"),
    response(3, TEXTS[0].encode("big5", "ignore"), "text/plain; charset=big5"),
    response(4, b"\x89PNG\r\n", "image/png"),
    response(5, PAGE.encode(), "text/html", "404 Not Found"),
    response(6, gzip.compress(PAGE.encode()), "text/html", Content_Encoding="gzip"),
    response(7, CHUNKED + b"0\r\n\r\n", "text/html", Transfer_Encoding="chunked"),
    response(8, b"\0\1\2" * 999, "text/plain"),
    response(9, b"packed", "text/html", Content_Encoding="zzz"),
    ("conversion", 10, "", "text/plain", {}, TEXTS[1].encode()),
    ("metadata", 11, "", "text/plain", {}, b"fetchTimeMs: 1"),
]


@pytest.fixture(params=["a.warc", "a.warc.gz"])
def warc(request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> pathlib.Path:
    archive(tmp_path / request.param, RECORDS)
    return tmp_path / request.param


def test_pages_of_an_archive(warc: pathlib.Path) -> None:
    out = cleaned(warc, reading=Reading(text_field="body"))
    run([str(warc)], out, settings=Settings(force=True))
    found = {one["id"]: one for one in lines(out) + lines(out, "dropped")}
    pages = [found[f"urn:uuid:{number}"] for number in (1, 2, 6, 7)]
    assert {one["title"] for one in pages} == {"出海"}
    assert {one["text"] for one in pages} == {pages[0]["text"]}
    assert all(text in pages[0]["text"] for text in TEXTS[:6])
    assert "<" not in pages[0]["text"]
    assert pages[0]["meta"]["url"] == "http://news.example/1"
    assert pages[0]["meta"]["warc_date"] == "2026-01-02T03:04:05Z"
    assert pages[0]["meta"]["charset"] == "gb18030"
    assert "charset" not in pages[1]["meta"]
    assert found["urn:uuid:10"]["text"] == TEXTS[1]
    assert found["urn:uuid:3"]["meta"]["charset"] == "big5"
    faults = [one for one in lines(out, "dropped") if one["dropped"]["stage"] == "read"]
    assert [one["id"] for one in faults] == [f"{warc.name}:9", f"{warc.name}:10"]
    assert "urn:uuid:8" in faults[0]["dropped"]["reason"]
    assert "'zzz' is not known" in faults[1]["dropped"]["reason"]
    assert len(found) == 8


def test_an_archive_that_is_cut_off_keeps_what_stands_before(warc: pathlib.Path) -> None:
    data = warc.read_bytes()
    whole = [one["id"] for one in lines(cleaned(warc)) + lines(cleaned(warc), "dropped")]
    seen = set()
    for end in range(0, len(data), 211):
        warc.write_bytes(data[:end])
        out = warc.parent / "cut"
        run([str(warc)], out, settings=Settings(force=True))
        found = lines(out) + lines(out, "dropped")
        faults = [one for one in found if one["id"] == warc.name]
        if faults:
            seen.add(faults[0]["dropped"]["reason"].split(":")[0])
        assert {one["id"] for one in found} <= {*whole, warc.name}
        assert len(faults) <= 1
    assert "cannot be read" in seen
    assert whole[0] in {one["id"] for one in found}  # of the last cut


def test_garbage_is_no_archive(tmp_path: pathlib.Path) -> None:
    for data in (b"", b"x" * 3_000_000, b"WARC/1.0\r\n" + b"a: b\r\n" * 500_000, b"\n" * 99):
        (tmp_path / "a.warc").write_bytes(data)
        (dropped,) = lines(cleaned(tmp_path / "a.warc"), "dropped")
        assert dropped["dropped"]["stage"] == "read"


def test_pages_of_an_archive_are_deduplicated(warc: pathlib.Path) -> None:
    # The last has nothing but a sentence that the first has, too.
    deduplicate([str(warc)], warc.parent / "out", settings=Settings(reading=Reading("body")))
    assert [one["id"] for one in lines(warc.parent / "out")] == [
        f"urn:uuid:{number}" for number in (1, 3)
    ]


# What is not installed


@pytest.mark.parametrize(
    ("name", "extra"), [("a.parquet", "parquet"), ("a.arrow", "parquet"), ("a.warc.gz", "warc")]
)
def test_a_missing_extra_is_named(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, name: str, extra: str
) -> None:
    (tmp_path / name).write_bytes(b"")
    monkeypatch.setattr(extras, "find_spec", lambda _name: None)
    with pytest.raises(InputError, match=rf"pip install 'cleaner\[{extra}\]'"):
        run([str(tmp_path / name)], tmp_path / "out")
