"""The part on near-duplicates of docs/benchmarks.md, of the figures of `benchmarks/dedup.py`.

    python benchmarks/dedup_report.py RESULTS DOCS NOTE

Medians over the rounds. What was found is the same in every round: the first round's.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import orjson
from measure import put, table

# What a tool decides by; and what it is called in the tables.
TOOLS = {
    "ours-jaccard": ("clean dedup --near jaccard:0.8", "exact Jaccard of the texts"),
    "ours-copy": ("clean dedup --near copy", "alignment of the texts"),
    "rensa": ("rensa 0.5.0", "a shared band and .8 of the minima"),
    "gaoya": ("gaoya 0.2.2", "a shared band and .8 of the minima"),
    "datasketch": ("datasketch 2.0.0", "a shared band"),
    "datatrove": ("datatrove 0.10.1", "a shared band, closed over chains"),
    "text-dedup": ("text-dedup 0.4.0", "a shared band, closed over chains"),
}
BANDS = {"0.8": ".80 to .85", "0.85": ".85 to .90", "0.9": ".90 to .95", "0.95": ".95 to 1",
         "1.0": "equal"}  # fmt: skip
UNDER = {"0.5": ".50 to .60", "0.6": ".60 to .70", "0.7": ".70 to .80"}
LONG = 20_000  # documents of the first table

ABOUT = """## Near-duplicates

Made by `python benchmarks/dedup.py`: `run` and `sign` measure, `report` writes this part. Each
other library stands in an environment of its own; what it is given to do is in
`benchmarks/dedup_peers.py`.

**Corpus.** Made up from a seed (`benchmarks/dedup_corpus.py`): words with the frequencies of a
language, 940 characters a document on average (100 to 1,900), {size:.2f} kB a record. A sixth of
the documents are copies, one each, of known Jaccard similarity: .15 of them equal, .15 with other
punctuation, the rest with 0 to 6 % of their letters replaced.

**Task.** JSONL in, JSONL out, the whole process; CPU seconds of one core, the median where there
are several rounds ({rounds} here), taken in turn. All others have 128 permutations, 16 bands of 8,
and the runs of five characters of the text as it stands; ours has the runs of five letters of the
folded text. Each is held against the similarity of what it sees, so the number of pairs in a band
differs.

Machine: {machine}. {note}
"""

FOUND = """{documents:,} documents: of the pairs at each similarity, the share of which one went.
Precision: the share of what was dropped that has a similarity of .8 to its pair; for `copy`, that
is a copy at all. Both gone: pairs of which nothing is left."""
UNDER_THE_THRESHOLD = """Pairs under .8, all of them true copies; who decides by Jaccard is right to
keep them:"""


def read(results: Path, kind: str) -> Iterator[dict[str, Any]]:
    for path in sorted(results.glob(f"{kind}-*.json")):
        yield orjson.loads(path.read_bytes())


def share(hits: int, count: int) -> str:
    return f"{hits / count:.3f}" if count else ""


def by_tool(runs: Sequence[dict[str, Any]], documents: int) -> dict[str, list[dict[str, Any]]]:
    """Return the runs of each tool on a corpus, in the order of TOOLS."""
    return {
        tool: mine
        for tool in TOOLS
        if (mine := [one for one in runs if one["tool"] == tool and one["documents"] == documents])
    }


def cost(runs: Sequence[dict[str, Any]], documents: int) -> str:
    rows = []
    for tool, mine in by_tool(runs, documents).items():
        cpu = median(one["cpu"] for one in mine)
        peak = median(one["peak"] for one in mine)
        rows.append([TOOLS[tool][0], f"{documents / cpu:,.0f}", f"{cpu:.1f}", f"{peak / 1e6:,.0f}",
                     TOOLS[tool][1]])  # fmt: skip
    return table(("", "documents/s", "CPU s", "peak MB", "decides by"), rows)


def quality(runs: Sequence[dict[str, Any]], documents: int) -> str:
    rows = []
    for tool, mine in by_tool(runs, documents).items():
        one, found = mine[0], mine[0]["found"]
        above = [found.get(band, (0, 0)) for band in BANDS]
        wrong = one["strange"] + (0 if tool == "ours-copy" else one["under"])
        rows.append([
            TOOLS[tool][0],
            *(share(*pair) for pair in above),
            share(sum(hits for hits, _ in above), sum(count for _, count in above)),
            share(one["dropped"] - wrong, one["dropped"]),
            str(one["lost"]),
        ])  # fmt: skip
    return table(("", *BANDS.values(), "all from .8", "precision", "both gone"), rows)


def under(runs: Sequence[dict[str, Any]], documents: int) -> str:
    rows = [
        [TOOLS[tool][0], *(share(*mine[0]["found"].get(band, (0, 0))) for band in UNDER)]
        for tool, mine in by_tool(runs, documents).items()
    ]
    return table(("", *UNDER.values()), rows)


def growth(runs: Sequence[dict[str, Any]]) -> str:
    sizes = sorted({one["documents"] for one in runs})
    rows = []
    for tool in TOOLS:
        cells, first = [], None
        for documents in sizes:
            mine = by_tool(runs, documents).get(tool)
            if not mine:
                cells += ["", ""]
                continue
            cpu = median(one["cpu"] for one in mine)
            first = first or cpu / (documents * math.log(documents))
            cells += [f"{cpu:,.1f}", f"{cpu / (documents * math.log(documents)) / first:.2f}"]
        if first:
            rows.append([TOOLS[tool][0], *cells])
    head = [cell for size in sizes for cell in (f"{size:,}: CPU s", "against n log n")]
    return table(("", *head), rows)


def memory(runs: Sequence[dict[str, Any]]) -> str:
    """Return the lines on what a document more costs, between each two sizes."""
    lines = []
    for tool in TOOLS:
        peaks: dict[int, list[float]] = defaultdict(list)
        for one in runs:
            if one["tool"] == tool:
                peaks[one["documents"]].append(one["peak"])
        sizes = sorted(peaks)
        steps = [
            f"{(median(peaks[more]) - median(peaks[less])) / (more - less):,.0f} bytes "
            f"from {less:,} to {more:,}"
            for less, more in pairwise(sizes)
        ]
        if steps:
            lines.append(f"- {TOOLS[tool][0]}: {', '.join(steps)}")
    return "\n".join(lines)


def signing(results: Path) -> str:
    rounds = list(read(results, "sign"))
    if not rounds:
        return ""
    documents = rounds[0]["documents"]
    names = {
        "ours": "ours: fold, shingles, minima",
        "rensa": "rensa: shingles by slicing, `update`",
        "datasketch": "datasketch: shingles by slicing, `update_batch`",
    }
    rows = []
    for name, label in names.items():
        pairs = [one["seconds"] for one in rounds if name in one["seconds"]]
        rate = documents / median(one[name] for one in pairs)
        ratio = median(one[name] / one["ours"] for one in pairs)
        rows.append([label, f"{rate:,.0f}", f"{ratio:.1f}"])
    return (
        f"### Signatures alone\n\n128 permutations of {documents:,} documents in memory, "
        f"{len(rounds)} rounds in turn; the ratio is the median of the rounds' own.\n\n"
        + table(("", "documents/s", "ours is faster by"), rows)
    )


def part(results: Path, note: str) -> str:
    runs = list(read(results, "whole"))
    sizes = sorted({one["documents"] for one in runs})
    at = LONG if LONG in sizes else sizes[0]
    machines = sorted({one["machine"] for one in runs})
    rounds = {len(mine) for size in sizes for mine in by_tool(runs, size).values()}
    parts = [
        ABOUT.format(
            size=runs[0]["bytes"] / runs[0]["documents"] / 1e3,
            rounds=f"{min(rounds)} to {max(rounds)}" if len(rounds) > 1 else str(max(rounds)),
            machine="; ".join(machines),
            note=note,
        ).rstrip(),
    ]
    for size in sizes:
        parts += [f"### {size:,} documents", cost(runs, size)]
    parts += [
        "### Found, and rightly",
        FOUND.format(documents=at),
        quality(runs, at),
        UNDER_THE_THRESHOLD,
        under(runs, at),
        "### Growth",
        "![CPU seconds by documents](benchmarks.svg)",
        growth(runs),
        "Peak memory of a document more:",
        memory(runs),
        signing(results),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def main() -> None:
    results, docs = map(Path, sys.argv[1:3])
    put(docs / "benchmarks.md", "near-duplicates", part(results, sys.argv[3]))


if __name__ == "__main__":
    main()
