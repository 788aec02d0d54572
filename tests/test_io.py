"""Finding sources, reading them, and what cannot be read."""

import gzip
import io
import json
import os
import pathlib
import random
import sys

import pytest
import zstandard

from cleaner.document import Document, Drop
from cleaner.errors import InputError
from cleaner.io.charset import decode
from cleaner.io.readers import Reading, read
from cleaner.io.records import Entry, dump, entry_of, parse, record_of
from cleaner.io.sources import Source, find_sources

TEXT = "友谊的种子播在心里。\n第二段。\n"


def entries(path: pathlib.Path, how: Reading | None = None) -> list[Entry]:
    (source,) = find_sources([str(path)]).sources
    return list(read(source, how or Reading()))


def reason(entry: Entry) -> str:
    assert isinstance(entry.document.outcome, Drop)
    assert entry.document.outcome.stage == "read"
    return entry.document.outcome.reason


def write(path: pathlib.Path, data: bytes) -> pathlib.Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def names(*arguments: object, out: pathlib.Path | None = None) -> list[str]:
    return [source.name for source in find_sources([str(one) for one in arguments], out).sources]


# Sources


@pytest.fixture
def tree(tmp_path: pathlib.Path) -> pathlib.Path:
    for name in (
        "b.txt",
        "a.txt",
        "sub/c.md",
        "sub/d.jsonl.gz",
        "sub/e.TXT.zst",
        "x.pdf",
        ".h.txt",
    ):
        write(tmp_path / "tree" / name, b"x")
    return tmp_path / "tree"


def test_a_folder_is_searched_and_sorted(tree: pathlib.Path) -> None:
    wanted = ["a.txt", "b.txt", "sub/c.md", "sub/d.jsonl.gz", "sub/e.TXT.zst"]
    assert names(tree) == [f"tree/{name}" for name in wanted]
    assert find_sources([str(tree)]).skipped == {".pdf": 1}


def test_names_do_not_depend_on_where_one_stands(
    tree: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = names(tree)
    monkeypatch.chdir(tree)
    assert names(".") == far
    assert names("../tree") == far
    assert names("sub/..") == far


def test_a_file_and_a_glob(tree: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    assert names("sub/c.md") == ["c.md"]
    assert names("x.pdf") == ["x.pdf"]  # named, so wanted
    assert names("*.txt") == ["a.txt", "b.txt"]
    assert names(f"{tree}/**/*.md") == ["sub/c.md"]
    assert names("*") == ["a.txt", "b.txt", "sub/c.md", "sub/d.jsonl.gz", "sub/e.TXT.zst", "x.pdf"]


def test_the_output_is_no_source(tree: pathlib.Path) -> None:
    write(tree / "out" / "corpus.jsonl", b"{}")
    assert "tree/out/corpus.jsonl" in names(tree)
    assert "tree/out/corpus.jsonl" not in names(tree, out=tree / "out")


def test_an_earlier_output_stands_for_its_corpus(tree: pathlib.Path) -> None:
    for name in ("corpus.jsonl", "dropped.jsonl", "run.json"):
        write(tree / "sub" / name, b"{}")
    assert names(tree / "sub") == ["sub/corpus.jsonl"]


def test_links_make_no_loop(tree: pathlib.Path) -> None:
    before = names(tree)
    (tree / "sub" / "up").symlink_to(tree)
    (tree / "zoop").symlink_to(tree / "zoop")
    assert names(tree) == before


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("nowhere", "nowhere: no such file or folder; check the path"),
        ("*.nothing", "matches no file"),
        ("empty", "no file to read here"),
    ],
)
def test_an_argument_that_stands_for_nothing(
    argument: str, said: str, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError) as caught:
        find_sources([argument])
    assert said in str(caught.value)


def test_a_name_that_is_no_utf8(tmp_path: pathlib.Path) -> None:
    try:
        write(pathlib.Path(os.fsdecode(os.fsencode(tmp_path) + b"/in/\xff.txt")), b"x")
    except OSError:
        pytest.skip("this file system has no such names")
    assert names(tmp_path / "in") == ["in/\\xff.txt"]


# Texts


@pytest.mark.parametrize("ending", ["", ".gz", ".zst"])
def test_a_text_in_every_packing(ending: str, tmp_path: pathlib.Path) -> None:
    pack = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}[ending]
    (entry,) = entries(write(tmp_path / f"a.txt{ending}", pack(TEXT.encode())))
    assert entry.document == Document(f"a.txt{ending}", TEXT)


def test_the_byte_order_mark_stays_in_a_text(tmp_path: pathlib.Path) -> None:
    (entry,) = entries(write(tmp_path / "a.txt", b"\xef\xbb\xbf" + TEXT.encode()))
    assert entry.document.text == "\ufeff" + TEXT


def test_line_breaks_stay_as_they_are(tmp_path: pathlib.Path) -> None:
    (entry,) = entries(write(tmp_path / "a.txt", b"a\r\nb\rc\x00\n"))
    assert entry.document.text == "a\r\nb\rc\x00\n"


BAD_TEXTS = [
    pytest.param(b"", "empty: 0 bytes", id="empty"),
    pytest.param("一".encode() + "二".encode("gbk"), "not UTF-8: byte 0xb6 at offset 3", id="gbk"),
    pytest.param("一".encode()[:2], "not UTF-8: byte 0xe4 at offset 0", id="cut-off"),
    pytest.param(b"\xed\xa0\x80", "not UTF-8: byte 0xed at offset 0", id="surrogate"),
    pytest.param(b"\0" * 100 + b"a", "100 of its first 101 bytes are NUL", id="nul"),
    pytest.param(b"%PDF-1.7\n", "it starts like a PDF", id="pdf"),
    pytest.param("The river rises in May.".encode("cp037"), "--charset", id="ebcdic"),
    pytest.param(gzip.compress(b"a"), "gzip; name it .gz", id="gzip"),
]


@pytest.mark.parametrize(("data", "said"), BAD_TEXTS)
def test_a_text_that_is_none(data: bytes, said: str, tmp_path: pathlib.Path) -> None:
    (entry,) = entries(write(tmp_path / "a.txt", data))
    assert said in reason(entry)
    assert (entry.document.id, entry.source) == ("a.txt", "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"abc",
        gzip.compress(TEXT.encode() * 999)[:-9],
        zstandard.ZstdCompressor().compress(b"a" * 99)[:-3],
    ],
    ids=["no-gzip", "gzip-cut-off", "zstd-cut-off"],
)
def test_a_packed_file_that_is_damaged(data: bytes, tmp_path: pathlib.Path) -> None:
    ending = ".zst" if data.startswith(b"\x28\xb5") else ".gz"
    (entry,) = entries(write(tmp_path / f"a.txt{ending}", data))
    assert reason(entry).startswith("cannot be read: ")


def test_what_stands_before_a_damaged_place_is_read(tmp_path: pathlib.Path) -> None:
    """Found by benchmarks/fuzz_files.py: up to 128 KB before it were lost with it."""
    rng = random.Random(6)
    texts = ["".join(rng.choices("山水田林湖草", k=40)) for _ in range(3000)]
    data = "".join(f'{{"text": "{text}"}}\n' for text in texts).encode()
    packed = bytearray(gzip.compress(data))
    at = len(packed) * 19 // 20
    packed[at : at + 40] = bytes(40)
    found = list(entries(write(tmp_path / "a.jsonl.gz", bytes(packed))))
    assert reason(found[-1]).startswith("cannot be read: ")
    read = [one.document.text for one in found if not one.document.outcome]
    assert read[:2840] == texts[:2840]  # of 3,000; zlib sees it some bytes later


def test_several_members_of_gzip_are_one_file(tmp_path: pathlib.Path) -> None:
    packed = gzip.compress(b"a\n") + bytes(3000) + gzip.compress(b"b\n") + bytes(9)
    (entry,) = entries(write(tmp_path / "a.txt.gz", packed))
    assert entry.document.text == "a\nb\n"


def test_several_frames_are_one_file(tmp_path: pathlib.Path) -> None:
    packed = zstandard.ZstdCompressor().compress(b"a\n") + zstandard.ZstdCompressor().compress(
        b"b\n"
    )
    (entry,) = entries(write(tmp_path / "a.txt.zst", packed))
    assert entry.document.text == "a\nb\n"


def test_a_file_that_cannot_be_opened(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    (entry,) = entries(tmp_path / "a.txt")
    assert reason(entry).startswith("cannot be read: ")
    assert str(tmp_path) not in reason(entry)


def test_nobody_may_read_it(tmp_path: pathlib.Path) -> None:
    path = write(tmp_path / "a.txt", b"a")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("root reads everything")
    (entry,) = entries(path)
    assert reason(entry) == "cannot be read: Permission denied"


def test_a_huge_line_is_not_read_to_its_end(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)  # NULs, of which the disk holds none
    (entry,) = entries(path)
    assert "over 80000000 bytes, more than 20000000 characters (--max-chars)" in reason(entry)


def test_a_bomb_is_not_unpacked(tmp_path: pathlib.Path) -> None:
    path = write(tmp_path / "a.txt.gz", gzip.compress(b"a" * 10_000_000))
    (entry,) = entries(path, Reading(max_chars=1000))
    assert "over 4000 bytes" in reason(entry)


def test_more_characters_than_allowed(tmp_path: pathlib.Path) -> None:
    (entry,) = entries(write(tmp_path / "a.txt", b"a" * 11), Reading(max_chars=10))
    assert reason(entry) == "11 characters, more than 10 characters (--max-chars)"


def test_decode_names_the_charset() -> None:
    assert decode(b"abc") == ("abc", "utf-8")


# Records

BAD_LINES = [
    pytest.param(b'{"text": "a"', "not valid JSON", id="cut-off"),
    pytest.param(b'{"text": NaN', "not valid JSON", id="cut-off-loose"),
    pytest.param(b'{"text": NaN}', "field 'text' is NoneType", id="no-number"),
    pytest.param(b'{"text": "a", "n": ' + b"[" * 9999 + b"NaN", "not valid JSON", id="deep-loose"),
    pytest.param(b'{"a": NaN, "b": ' + b"[" * 300 + b"]" * 300 + b"}", "240", id="deep-nan"),
    pytest.param(b'{"text": "\xff"}', "not UTF-8: byte 0xff", id="not-utf-8"),
    pytest.param(b"[1]", "not a JSON object but list", id="list"),
    pytest.param(
        b'{"a": 1, "b": 2}', "no field 'text' (--text-field); the record has a, b", id="no-text"
    ),
    pytest.param(b'{"text": 5}', "field 'text' is int, not a string", id="number"),
    pytest.param(b'{"text": null}', "field 'text' is NoneType, not a string", id="null"),
    pytest.param(b"[" * 5000, "depth limit", id="deep"),
]


@pytest.mark.parametrize(("line", "said"), BAD_LINES)
def test_a_bad_line_is_listed_and_the_rest_is_read(
    line: bytes, said: str, tmp_path: pathlib.Path
) -> None:
    path = write(tmp_path / "a.jsonl", b'{"text":"one"}\n' + line + b'\n{"text":"three"}\n')
    one, two, three = entries(path)
    assert [one.document.id, two.document.id, three.document.id] == [
        f"a.jsonl:{n}" for n in (1, 2, 3)
    ]
    assert said in reason(two)
    assert isinstance(two.document.outcome, Drop)
    assert two.document.outcome.evidence["line"] == 2
    assert (one.document.text, three.document.text) == ("one", "three")


# What json.dumps and others write that is no JSON, or that would be rounded: the text, and meta.
LOOSE_LINES = [
    pytest.param('"文\\ud83d"', "文\ufffd", {}, id="half-an-emoji"),
    pytest.param('"\\ude00\\ud83d\\ude00"', "\ufffd\U0001f600", {}, id="half-and-whole"),
    pytest.param('"文","\\udfff":"\\ud800"', "文", {"\ufffd": "\ufffd"}, id="half-in-a-field"),
    pytest.param('"a\tb"', "a\tb", {}, id="a-tab"),
    pytest.param('"文","n":NaN,"m":[-Infinity,1]', "文", {"m": [None, 1]}, id="nan"),
    pytest.param(f'"文","n":{2**64}', "文", {"n": str(2**64)}, id="over-64-bits"),
    pytest.param(f'"","n":[{{"k":-{2**63 + 1}}}]', "", {"n": [{"k": f"-{2**63 + 1}"}]}, id="under"),
    pytest.param(f'"","n":[{2**64 - 1},{-(2**63)}]', "", {"n": [2**64 - 1, -(2**63)]}, id="just"),
    pytest.param('"文","n":-1e300', "文", {"n": -1e300}, id="a-large-float"),
    pytest.param(f'"文","n":{"9" * 5000}', "文", {"n": "9" * 5000}, id="5000-digits"),
    pytest.param('"文","n":1e999', "文", {"n": "1e999"}, id="over-a-float"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "text", "meta"), LOOSE_LINES)
def test_what_is_nearly_json_is_read(
    line: str, text: str, meta: dict[str, object], tmp_path: pathlib.Path
) -> None:
    path = write(tmp_path / "a.jsonl", f'{{"text":"one"}}\n\ufeff{{"text":{line}}}\n'.encode())
    _, entry = entries(path)
    assert entry.document == Document("a.jsonl:2", text, meta)


def test_an_id_is_a_string_or_a_whole_number(tmp_path: pathlib.Path) -> None:
    lines = [
        f'{{"text":"a","id":{said}}}' for said in ('"x"', "7", str(2**64), "true", "1.5", '""')
    ]
    path = write(tmp_path / "a.jsonl", "\n".join(lines).encode())
    found = [entry.document.id for entry in entries(path)]
    assert found == ["x", "7", str(2**64), "a.jsonl:4", "a.jsonl:5", "a.jsonl:6"]


def test_nul_in_json_is_text() -> None:
    entry = entry_of(parse(b'{"text":"a\\u0000b"}'), "p", "s", 1, ("text", "id"))
    assert entry.document.text == "a\0b"


def test_other_fields_are_metadata(tmp_path: pathlib.Path) -> None:
    record = {
        "n": 7,
        "body": "文",
        "title": "题",
        "url": "u",
        "script": "latin",
        "tags": ["a"],
        "no": None,
    }
    path = write(tmp_path / "a.jsonl", b"\xef\xbb\xbf" + json.dumps(record).encode() + b"\r\n\n")
    (entry,) = entries(path, Reading(text_field="body", id_field="n"))
    meta = {"title": "题", "url": "u", "input_script": "latin", "tags": ["a"]}
    assert entry.document == Document("7", "文", meta)


def test_a_title_that_is_no_string() -> None:
    entry = entry_of({"text": "a", "title": ["b"]}, "p", "s", 1, ("text", "id"))
    assert entry.document.meta == {"input_title": ["b"]}


def test_a_line_longer_than_allowed(tmp_path: pathlib.Path) -> None:
    data = b'{"text":"' + b"a" * 2_000_000 + b'"}\n{"text":"b"}\n'
    long, after = entries(write(tmp_path / "a.jsonl", data), Reading(max_chars=100))
    assert "a line of over" in reason(long)
    assert after.document.text == "b"
    assert after.document.id == "a.jsonl:2"
    assert long.size + after.size == len(data)


def test_an_empty_jsonl(tmp_path: pathlib.Path) -> None:
    (entry,) = entries(write(tmp_path / "a.jsonl", b""))
    assert reason(entry) == "empty: 0 bytes"


@pytest.mark.parametrize(("data", "said"), [(b"\n", "1 blank line"), (b"\n \n\n", "3 blank lines")])
def test_a_jsonl_of_blank_lines(tmp_path: pathlib.Path, data: bytes, said: str) -> None:
    (entry,) = entries(write(tmp_path / "a.jsonl", data))
    assert reason(entry) == f"empty: {said}"


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b'{"text":"a"}\n{"text":"b"}\n', ["a", "b"]),
        (b"{not json}\n{again}\n", ["{not json}\n{again}\n"]),
        (TEXT.encode(), [TEXT]),
    ],
    ids=["jsonl", "braces", "text"],
)
def test_standard_input(data: bytes, texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = read(Source(None, "stdin", 0), Reading())
    assert [entry.document.text for entry in found] == texts


def test_an_own_record_is_taken_over() -> None:
    record = {
        "schema": 1,
        "id": "x#2",
        "source": "in/x.txt",
        "title": "题",
        "text": "文",
        "meta": {"byline": ["张三"], "script": "zh"},
        "cluster_size": 3,
    }
    entry = entry_of(record, "corpus.jsonl:1", "corpus.jsonl", 1, ("text", "id"))
    assert entry.document.meta["schema"] == 1
    assert json.loads(dump(record_of(entry.document, entry.source, entry.extra))) == record


def test_another_programs_schema_is_metadata() -> None:
    entry = entry_of({"schema": "v2", "text": "a"}, "p", "s", 1, ("text", "id"))
    assert entry.document.meta == {"input_schema": "v2"}
