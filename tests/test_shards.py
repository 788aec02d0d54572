"""Shards: every line once, by its number, wherever the cuts are; and unique ids across parts."""

import gzip
import pathlib
from collections.abc import Iterator

import numpy as np
import orjson
import pytest
import zstandard

from cleaner.ids import Ids
from cleaner.io import shards
from cleaner.io.readers import Reading, read, read_slice
from cleaner.io.records import hash_of
from cleaner.io.shards import Shard, cut
from cleaner.io.sources import Source, find_sources

# Synthetic: lines of many lengths, blank ones, a fault, one too long, no break at the end.
LINES = [b'{"text":"' + "长".encode() * (at % 40) + b'"}' if at % 9 else b"" for at in range(200)]
LINES[50] = b"{broken"
LINES[120] = b'{"text":"' + b"x" * 1_000_400 + b'"}'
READING = Reading(max_chars=100)
PACKED = {
    "a.jsonl": bytes,
    "a.jsonl.gz": gzip.compress,
    "a.jsonl.zst": zstandard.ZstdCompressor().compress,
}


def noted(path: pathlib.Path) -> tuple[list[Shard], list[tuple[str, int, str | None]]]:
    scratch = path.parent / "scratch"
    scratch.mkdir(exist_ok=True)
    said: list[tuple[str, int, str | None]] = []

    def note(source: Source, size: int, digest: str | None) -> None:
        said.append((source.name, size, digest))

    return list(cut(find_sources([str(path)]).sources, READING, scratch, note)), said


@pytest.mark.parametrize("block", [1, 100, 5000, 1 << 20])
@pytest.mark.parametrize("name", PACKED)
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
def test_every_line_is_read_once(
    bom: bytes, name: str, block: int, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "BLOCK", block)
    monkeypatch.setattr(shards, "SHARD_BYTES", block)
    lines = [line for line in LINES if block > 1 or len(line) < 1000]
    path = tmp_path / name
    path.write_bytes(PACKED[name](bom + b"\n".join(lines)))
    (source,) = find_sources([str(path)]).sources

    def parts() -> Iterator[object]:
        for shard in noted(path)[0]:
            for part in shard.slices:
                yield from (entry.document for entry in read_slice(part, READING, str))

    assert list(parts()) == [entry.document for entry in read(source, READING)]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
def test_what_stands_before_a_damage_is_read(name: str, tmp_path: pathlib.Path) -> None:
    lines = [orjson.dumps({"text": f"{at * 7919 % 10007}"}) for at in range(20_000)]
    packed = PACKED[name](b"\n".join(lines))
    path = tmp_path / name
    path.write_bytes(packed[:-9])
    (shard,), _ = noted(path)
    (source,) = find_sources([str(path)]).sources
    entries = [one for part in shard.slices for one in read_slice(part, READING, str)]
    assert entries == list(read(source, READING))
    assert len(entries) > 10_000
    assert "cut" in str(entries[-1].document.outcome) or "end" in str(entries[-1].document.outcome)


def test_cuts_are_those_of_the_input_alone(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"".join(orjson.dumps({"text": "长" * 200}) + b"\n" for _ in range(5000)))
    found, said = noted(path)
    assert found == noted(path)[0]
    assert [shard.number for shard in found] == [0, 1, 2]
    assert sum(shard.size for shard in found) == path.stat().st_size == said[0][1]
    digests = [one.digest for shard in found for one in shard.slices]
    path.write_bytes(path.read_bytes()[:-5] + b'x"}\n\n')
    assert [one.digest for shard in noted(path)[0] for one in shard.slices][:-1] == digests[:-1]
    assert noted(path)[0][-1].slices[-1].digest != digests[-1]


def test_many_small_files_are_one_shard(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for at in range(30):
        (folder / f"{at:02}.txt").write_text("短")
    found, said = noted(folder)
    assert [len(shard.slices) for shard in found] == [30]
    assert len({digest for _, _, digest in said}) == 1


def test_copies_are_listed_to_be_removed(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "copy-0.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text":"a"}\n'))
    (shard,), _ = noted(path)
    assert [copy.parent.name for copy in shard.copies] == ["scratch"]


def given(*names: str) -> list[str]:
    ids = Ids(np.sort(np.frombuffer(b"".join(map(hash_of, names)), np.uint64)))
    return [ids.unique(name) for name in names]


def test_an_id_is_given_once() -> None:
    assert given("a", "b") == ["a", "b"]
    assert given("a", "a", "b", "a") == ["a", "a~2", "b", "a~3"]
    # What a document came with stays its own.
    assert given("a", "a", "a~2", "a") == ["a", "a~3", "a~2", "a~4"]
    assert given("a~2", "a~2", "a", "a") == ["a~2", "a~2~2", "a", "a~3"]


def test_a_new_id_is_nobodys() -> None:
    ids = Ids(np.sort(np.frombuffer(hash_of("p#1") + hash_of("q"), np.uint64)))
    assert [ids.new(name) for name in ("p#1", "p#1", "p#2")] == ["p#1~2", "p#1~3", "p#2"]
