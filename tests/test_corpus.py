"""A corpus in other formats than one JSONL file, and read again. All texts are synthetic."""

import gzip
import json
import pathlib

import pyarrow.parquet as pq
import pytest
import zstandard
from texts import own_text
from written import contents

from cleaner.check import check
from cleaner.cli import main
from cleaner.compare import Comparison
from cleaner.errors import CleanerError, InputError, OutputError, RecipeError
from cleaner.io import shards
from cleaner.io.corpus import FORMATS, Shape, parse_size
from cleaner.io.sources import find_sources
from cleaner.past import past_of
from cleaner.rebuilding import read_corpus, rebuild
from cleaner.recipe import Duplicates
from cleaner.run import Settings, deduplicate, run
from cleaner.view.gather import gather

LINES = [
    {"id": f"d{at}", "text": f"{own_text(at)}船开出去，\n傍晚才回。", "港": at} for at in range(40)
]
SHAPES = [Shape(form, size) for form in FORMATS for size in (0, 3000)]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    path = tmp_path_factory.mktemp("corpus") / "in.jsonl"
    records = [*LINES, {**LINES[3], "id": "twin"}]
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records))
    return path


@pytest.fixture(scope="module")
def plain(source: pathlib.Path) -> pathlib.Path:
    run([str(source)], source.parent / "plain")
    return source.parent / "plain"


@pytest.fixture(params=SHAPES, ids=lambda one: f"{one.format}-{one.shard_bytes}")
def shaped(
    request: pytest.FixtureRequest, source: pathlib.Path, tmp_path: pathlib.Path
) -> pathlib.Path:
    run([str(source)], tmp_path / "out", settings=Settings(shape=request.param))
    return tmp_path / "out"


def promised(out: pathlib.Path) -> dict[str, bytes]:
    return {name: data for name, data in contents(out).items() if name != "run.json"}


def test_every_format_holds_the_same_records(shaped: pathlib.Path, plain: pathlib.Path) -> None:
    assert list(read_corpus(shaped)) == list(read_corpus(plain))
    assert rebuild(shaped) == rebuild(plain)
    assert past_of(shaped, "d3") == past_of(plain, "d3")
    assert past_of(shaped, "d3").twins[0].id == "twin"
    assert gather(shaped).lengths == gather(plain).lengths
    with Comparison(plain, shaped) as comparison:
        assert list(comparison.changes()) == []
        assert comparison.same == 41


def test_every_format_is_cleaned_again_to_the_same_bytes(
    shaped: pathlib.Path, plain: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    run([str(shaped)], tmp_path / "again")
    assert contents(tmp_path / "again")["corpus.jsonl"] == contents(plain)["corpus.jsonl"]
    deduplicate([str(shaped)], tmp_path / "once")
    assert contents(tmp_path / "once")["corpus.jsonl"] == contents(plain)["corpus.jsonl"]
    assert check([str(shaped)]).figures == check([str(plain)]).figures


@pytest.mark.parametrize("shape", SHAPES[1:], ids=str)
def test_any_number_of_processes_gives_the_same_bytes(
    source: pathlib.Path, tmp_path: pathlib.Path, shape: Shape, monkeypatch: pytest.MonkeyPatch
) -> None:
    run([str(source)], tmp_path / "one", settings=Settings(shape=shape))
    monkeypatch.setattr(shards, "SHARD_BYTES", 3000)
    monkeypatch.setattr(shards, "BLOCK", 3000)
    run([str(source)], tmp_path / "two", settings=Settings(shape=shape, jobs=2))
    assert promised(tmp_path / "one") == promised(tmp_path / "two")


def test_files_are_cut_behind_whole_lines(source: pathlib.Path, tmp_path: pathlib.Path) -> None:
    run([str(source)], tmp_path / "out", settings=Settings(shape=Shape("jsonl", 3000)))
    found = [data for name, data in contents(tmp_path / "out").items() if name.startswith("corpus")]
    assert len(found) > 3
    longest = max(len(line) for data in found for line in data.splitlines(keepends=True))
    assert all(3000 <= len(data) < 3000 + longest for data in found[:-1])
    assert all(data.endswith(b"\n") for data in found)
    assert "corpus-00000.jsonl" in contents(tmp_path / "out")


def test_packed_files_are_what_others_read(source: pathlib.Path, tmp_path: pathlib.Path) -> None:
    for form in FORMATS:
        run([str(source)], tmp_path / form, settings=Settings(shape=Shape(form)))
    wanted = contents(tmp_path / "jsonl")["corpus.jsonl"]
    packed = contents(tmp_path / "jsonl.gz")["corpus.jsonl.gz"]
    assert gzip.decompress(packed) == wanted
    assert packed[4:8] == bytes(4)  # no time
    unpacker = zstandard.ZstdDecompressor().decompressobj()
    assert unpacker.decompress(contents(tmp_path / "jsonl.zst")["corpus.jsonl.zst"]) == wanted
    rows = pq.read_table(tmp_path / "parquet" / "corpus.parquet").to_pylist()
    assert [row["text"] for row in rows] == [one["text"] for one in read_corpus(tmp_path / "jsonl")]
    assert [row["cluster_size"] for row in rows[2:5]] == [None, 2, None]
    assert json.loads(rows[2]["meta"])["港"] == 2


def test_another_format_replaces_the_corpus(source: pathlib.Path, tmp_path: pathlib.Path) -> None:
    for shape in (Shape("jsonl.gz", 3000), Shape("parquet"), Shape()):
        run([str(source)], tmp_path / "out", settings=Settings(shape=shape))
        names = [source.path.name for source in find_sources([str(tmp_path / "out")]).sources]
        assert names == [name for name in contents(tmp_path / "out") if name.startswith("corpus")]
    assert names == ["corpus.jsonl"]


def test_a_corpus_is_not_made_from_itself(source: pathlib.Path, tmp_path: pathlib.Path) -> None:
    run([str(source)], tmp_path / "out", settings=Settings(shape=Shape("jsonl.gz")))
    before = contents(tmp_path / "out")
    with pytest.raises(OutputError, match="holds the source"):
        run([str(tmp_path / "out" / "corpus.jsonl.gz")], tmp_path / "out")
    assert contents(tmp_path / "out") == before


def test_a_missing_or_damaged_file_is_named(source: pathlib.Path, tmp_path: pathlib.Path) -> None:
    out = tmp_path / "out"
    run([str(source)], out, settings=Settings(shape=Shape("jsonl.gz", 3000)))
    (out / "corpus-00001.jsonl.gz").write_bytes((out / "corpus-00001.jsonl.gz").read_bytes()[:-9])
    with pytest.raises(InputError, match=r"corpus-00001.jsonl.gz: is damaged"):
        rebuild(out)
    (out / "corpus-00001.jsonl.gz").unlink()
    with pytest.raises(InputError, match="00001 is missing"):
        rebuild(out)


SIZES = {"200MB": 2 * 10**8, "1.5 gib": 3 << 29, "700": 700, "2k": 2000, "9 TB": 9 * 10**12}


@pytest.mark.parametrize(("said", "size"), SIZES.items(), ids=str)
def test_sizes(said: str, size: int) -> None:
    assert parse_size(said) == size


@pytest.mark.parametrize("said", ["", "MB", "-1", "0", "0.1B", "1 horse", "1" * 99])
def test_what_is_no_size(said: str) -> None:
    with pytest.raises(RecipeError, match="no size"):
        parse_size(said)


def test_other_records_have_no_table(source: pathlib.Path, tmp_path: pathlib.Path) -> None:
    with pytest.raises(RecipeError, match="no table"):
        deduplicate([str(source)], tmp_path / "out", settings=Settings(shape=Shape("parquet")))
    with pytest.raises(CleanerError, match="no format 'xml'"):
        run([str(source)], tmp_path / "out", settings=Settings(shape=Shape("xml")))


def test_repeated_paragraphs_and_packed_files(source: pathlib.Path, tmp_path: pathlib.Path) -> None:
    for form in ("jsonl", "jsonl.zst"):
        wanted = Duplicates(paragraphs=2, near="off")
        settings = Settings(shape=Shape(form, 3000))
        deduplicate([str(source)], tmp_path / form, wanted, settings)
    found = [list(read_corpus(tmp_path / form)) for form in ("jsonl", "jsonl.zst")]
    assert found[0] == found[1] != []


def test_the_command(source: pathlib.Path, tmp_path: pathlib.Path) -> None:
    out = str(tmp_path / "out")
    more = ["--format", "jsonl.zst", "--shard-size", "3kB", "-j", "1"]
    for name in ("run", "dedup"):
        assert main([name, str(source), "-o", out, *more]) == 0
        assert "corpus-00001.jsonl.zst" in contents(tmp_path / "out")
