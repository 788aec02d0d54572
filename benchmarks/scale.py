"""What a document costs, by stage: the figures that docs/scale.md reckons with.

    python benchmarks/scale.py [DOCUMENTS]      5,000 documents of benchmarks/pipeline_corpus.py
    python benchmarks/scale.py FILE.jsonl       a corpus of your own

Bytes are exact for the corpus. Seconds are CPU time of one process. Pairs, edges, components and
the longest chain of decisions are those of the search for near-duplicates as `clean run` makes it.
"""

import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from pipeline_corpus import write
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from cleaner.dedup.bands import Candidates, candidates
from cleaner.dedup.deduplicator import Deduplicator
from cleaner.dedup.near import Near, parse_near
from cleaner.dedup.prepared import Prepared, joined
from cleaner.io.readers import Reading
from cleaner.io.records import parse
from cleaner.io.shards import cut
from cleaner.io.sources import find_sources
from cleaner.making import Job, Maker
from cleaner.parts import SECTIONS, Kept, Places, open_finished, path_of
from cleaner.recipe import Recipe

DOCUMENTS = 5000
SEED = 1


def made(source: Path, folder: Path, *, cleans: bool) -> tuple[list[Path], float]:
    """Make the parts of a corpus; returns them and the CPU seconds."""
    folder.mkdir()
    maker = Maker(Job(Recipe(), folder, cleans=cleans))
    shards = list(cut(find_sources([str(source)]).sources, Reading(), folder, lambda *_: None))
    started = time.process_time()
    for shard in shards:
        maker.make(shard)
    return [path_of(folder, shard.number) for shard in shards], time.process_time() - started


def pairs_of(found: Prepared, near: Near) -> Candidates:
    """Return the pairs of long texts that share a bucket, as rows in the order of preference."""
    rows = found.long_rows
    order = np.lexsort((rows, -found.lengths[rows]))
    every = near._replace(threshold=0.0)
    return candidates(found.long_signed, found.groups[rows], every, order)


def longest_chain(edges: Candidates) -> int:
    """Return how many decisions wait for one another, at most: the rounds of a single component."""
    depth: Counter[int] = Counter()
    order = np.argsort(edges.second, kind="stable")
    for first, second in zip(
        edges.first[order].tolist(), edges.second[order].tolist(), strict=True
    ):
        depth[second] = max(depth[second], depth[first] + 1)
    return max(depth.values(), default=0)


def main() -> None:
    said = sys.argv[1] if len(sys.argv) > 1 else str(DOCUMENTS)
    with TemporaryDirectory(prefix="scale-") as name:
        folder = Path(name)
        source = Path(said)
        if said.isdigit():
            write(folder / "corpus", int(said), SEED)
            source = folder / "corpus" / "corpus.jsonl"
        paths, cleaning = made(source, folder / "cleaned", cleans=True)
        parts = [open_finished(path) for path in paths]
        found = joined([Prepared.from_bytes(part.read("prepared")) for part in parts])
        count = len(found.digests)
        _, passing = made(source, folder / "passed", cleans=False)
        show("documents", count, 1)
        show("input, bytes", source.stat().st_size, count)
        for section in SECTIONS:
            show(f"part: {section}, bytes", sum(part.size(section) for part in parts), count)
        show("signed on long shingles", len(found.long_rows), count)
        show("signed on short shingles", len(found.short_rows), count)
        show("read, fold, sign: CPU ms", 1000 * passing, count)
        show("clean, fold, sign: CPU ms", 1000 * cleaning, count)

        near = parse_near("copy")
        started = time.process_time()
        pairs = pairs_of(found, near)
        show("bands and pairs: CPU ms", 1000 * (time.process_time() - started), count)
        floor = candidates(found.long_signed, found.groups[found.long_rows], near)
        edges = Candidates(*(column[pairs.agree >= floor.agree.min()] for column in pairs))
        show("pairs that share a bucket", len(pairs.first), count)
        show("edges: pairs near enough", len(edges.first), count)
        touched = np.unique(np.concatenate((edges.first, edges.second)))
        show("texts with an edge", len(touched), count)
        size = len(found.long_rows)
        graph = coo_matrix((np.ones(len(edges.first)), (edges.first, edges.second)), (size, size))
        _, labels = connected_components(graph, directed=False)
        inside = np.bincount(labels[edges.second]) if len(edges.second) else np.zeros(1)
        show("edges of the largest component", int(inside.max()), 1)
        show("longest chain of decisions", longest_chain(edges), 1)

        engine = Deduplicator(spill=folder / "signatures")
        engine.extend(found)
        kept = Kept(paths)
        started = time.process_time()
        with Places() as places:
            dropped = engine.resolve(lambda at: str(parse(places.read(kept.place(at)))["text"]))
        show("whole search: CPU ms", 1000 * (time.process_time() - started), count)
        show("duplicates", len(dropped), count)


def show(name: str, value: float, of: int) -> None:
    print(
        f"{name:36}{value:>16,.0f}{value / of:>12.3f} a document"
        if of > 1
        else f"{name:36}{value:>16,}"
    )


if __name__ == "__main__":
    main()
