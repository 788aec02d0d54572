"""Corpora at the edge: nothing is lost, and what goes wrong is said (all texts synthetic)."""

import os
import pathlib
import random
import subprocess
import time
from collections import Counter

import numpy as np
import orjson
import pytest
from dedup_texts import letters
from written import lines

from cleaner.cli import main
from cleaner.dedup import Deduplicator, Index, cluster, parse_near
from cleaner.dedup.bands import Candidates
from cleaner.dedup.cluster import Outcome, Share, joined, resolve, shares
from cleaner.dedup.similarity import Verdict
from cleaner.errors import OutputError


def deduplicated(folder: pathlib.Path, records: list[dict], *arguments: str) -> list[list[dict]]:
    """Return the records kept and those dropped."""
    source = folder / "in.jsonl"
    source.write_bytes(b"".join(orjson.dumps(one) + b"\n" for one in records))
    out = folder / "out"
    assert main(["dedup", str(source), "-o", str(out), "-q", *arguments]) == 0
    return [lines(out, name) for name in ("corpus", "dropped")]


NEARS = ("copy", "jaccard:0.8")


@pytest.mark.parametrize("near", NEARS)
def test_a_bucket_of_100_000_boilerplate_texts(near):
    count, notice = 100_000, letters(1, 120)
    found = Deduplicator(near=near)
    start = time.process_time()
    for at in range(count):
        found.add(notice if at % 200 else f"{notice}第{at}号")
    dropped = found.resolve()
    # All pairs would be 5 billion comparisons.
    assert time.process_time() - start < 120
    kept = Counter(duplicate.kept for duplicate in dropped.values())
    assert not dropped.keys() & kept.keys()
    assert max(kept.values()) >= 0.99 * count


@pytest.mark.parametrize("near", NEARS)
@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        ([letters(1, 300)], ["0"]),
        ([""], ["0"]),
        (["", "", " "], ["0", "2"]),
        (["春", "夏", "春。", "春天", "夏天来"], ["1", "2", "3", "4"]),
    ],
    ids=["one document", "one empty document", "empty documents", "shorter than a shingle"],
)
def test_small_corpora(tmp_path, near, texts, kept):
    records = [{"id": str(at), "text": text} for at, text in enumerate(texts)]
    corpus, dropped = deduplicated(tmp_path, records, "--near", near)
    assert [one["id"] for one in corpus] == kept
    assert len(corpus) + len(dropped) == len(texts)


@pytest.mark.parametrize(("near", "count"), [("copy", 16_700_000), ("jaccard:0.8", 5_000_000)])
def test_a_large_document(tmp_path, near, count):
    # Of 50 MB, and by Jaccard, which aligns nothing, of 15 MB; and a copy of it with one letter in
    # 5,000 misread.
    codes = np.random.default_rng(1).integers(0x4E00, 0x5E00, count, dtype=np.uint32)
    text = codes.tobytes().decode("utf-32-le")
    codes[500::5_000] = ord("龘")
    records = [{"id": "a", "text": text}, {"id": "b", "text": codes.tobytes().decode("utf-32-le")}]
    start = time.process_time()
    corpus, dropped = deduplicated(tmp_path, records, "--near", near)
    assert time.process_time() - start < 120
    # Which one stays says nothing: random letters read as well as misread ones.
    assert sorted(one["id"] for one in (*corpus, *dropped)) == ["a", "b"]
    assert [one["dropped"]["kept"] for one in dropped] == [one["id"] for one in corpus]


def test_ids_given_twice_and_of_many_types(tmp_path):
    ids = ["x", "x", 7, "7", None, 1.5, ["x"], True, ""]
    records = [{"id": one, "text": letters(seed, 200)} for seed, one in enumerate(ids)]
    records += [{"text": letters(50, 200)}, {"id": 7, "text": letters(2, 200) + "完"}]
    index = tmp_path / "index"
    corpus, dropped = deduplicated(tmp_path, records, "--index", str(index))
    # Records stay as they are, whatever their ids.
    assert corpus == [*records[:2], *records[3:-1], {**records[-1], "cluster_size": 2}]
    (gone,) = dropped
    assert (gone["id"], gone["dropped"]["kept"]) == (7, "7")
    # The index has them all.
    assert len(Index(index, parse_near("copy"))) == len(corpus)
    again = tmp_path / "again"
    again.mkdir()
    corpus, dropped = deduplicated(again, records, "--index", str(index))
    assert corpus == []
    assert len(dropped) == len(records)


def test_a_line_stays_as_it_is_byte_for_byte(tmp_path):
    text = letters(1, 300)
    lines = [
        '{ "id": 1.50,\t"text": "' + text + '", "long": 123456789012345678901234567890 }',
        '{"id":"\\u5929","id":"b","text":"' + letters(2, 300) + '"}',
        '{"long": 123456789012345678901234567890, "text": "' + text[:-1] + '"}',
    ]
    source = tmp_path / "in.jsonl"
    source.write_bytes("\r\n".join(lines).encode())
    assert main(["dedup", str(source), "-o", str(tmp_path / "out"), "-q"]) == 0
    # The one that stands for two gains a field, and so does the one that goes.
    kept = (tmp_path / "out" / "corpus.jsonl").read_text().splitlines()
    assert kept == [lines[0].removesuffix(" }") + ',"cluster_size":2}', lines[1]]
    (gone,) = (tmp_path / "out" / "dropped.jsonl").read_text().splitlines()
    assert gone.startswith(lines[2].removesuffix("}") + ',"dropped":{"stage":"near-duplicate"')
    assert main(["dedup", str(source), "-o", str(tmp_path / "all"), "-q", "--near", "off"]) == 0
    assert (tmp_path / "all" / "corpus.jsonl").read_text().splitlines() == lines


@pytest.fixture
def full_disk(tmp_path):
    """A file system of 1 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can mount a file system of its own")
    command = ("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder))
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(("umount", str(folder)), check=True)


def test_a_full_disk_while_the_index_is_written(full_disk):
    folder = full_disk / "index"

    def batch_of(seeds: range):
        engine = Deduplicator(near="copy", index=Index(folder, parse_near("copy")))
        texts = [letters(seed, 300) for seed in seeds]
        for text in texts:
            engine.add(text)
        engine.resolve()
        return engine.batch([str(seed) for seed in seeds], texts)

    Index(folder, parse_near("copy")).add(batch_of(range(20)))
    with pytest.raises(OutputError, match="nothing was added: No space left on device; make room"):
        Index(folder, parse_near("copy")).add(batch_of(range(20, 2000)))
    # What was there is there, and there is room again.
    index = Index(folder, parse_near("copy"))
    assert [index.name(at) for at in range(len(index))] == [str(seed) for seed in range(20)]
    assert not list(folder.glob(".partial-*"))
    index.add(batch_of(range(20, 30)))
    assert len(index) == 30


def test_shares_are_whole_components(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pairs at random, decided at random: in shares the same goes, for the same one."""
    monkeypatch.setattr(cluster, "SHARE", 20)
    for seed in range(30):
        random_ = np.random.default_rng(seed)
        ends = random_.integers(-5, 200, (2, int(random_.integers(0, 300))))  # -1: of an index
        first, second = np.unique(np.sort(ends[:, ends[0] != ends[1]], axis=0), axis=1)
        pairs = Candidates(first, second, random_.integers(40, 128, len(first)))

        def verify(kept: int, other: int, seed: int = seed) -> Verdict:
            jaccard = random.Random(f"{seed} {kept} {other}").random()
            return Verdict(jaccard > 0.6, f"{kept} {other}", {"jaccard": jaccard})

        def outcome(share: Share) -> Outcome:
            rows = share.rows.tolist()
            return share.outcome(lambda kept, other: verify(rows[kept], rows[other]))

        dealt = list(shares(pairs))
        held = [set(share.rows.tolist()) for share in dealt]
        assert sum(map(len, held)) == len(set().union(*held))
        assert sum(len(share.pairs.first) for share in dealt) == len(first)
        assert len(dealt) <= 1 + len(first) // 20
        assert joined(map(outcome, reversed(dealt))) == resolve(pairs, verify)
