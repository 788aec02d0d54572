"""docs/benchmarks.svg: CPU seconds of each tool by documents. Runs where matplotlib is.

python benchmarks/dedup_plot.py RESULTS OUT.svg
"""

import sys
from collections import defaultdict
from pathlib import Path
from statistics import median

import matplotlib as mpl
import orjson

mpl.use("svg")
# The same figures are the same bytes.
mpl.rcParams["svg.hashsalt"] = "benchmarks"
mpl.rcParams["svg.fonttype"] = "none"

import matplotlib.pyplot as plt  # noqa: E402  after the back end is chosen


def main() -> None:
    results, out = map(Path, sys.argv[1:])
    seconds: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for path in sorted(results.glob("whole-*.json")):
        one = orjson.loads(path.read_bytes())
        seconds[one["tool"]][one["documents"]].append(one["cpu"])
    figure, axes = plt.subplots(figsize=(7, 4.5))
    for tool, sizes in sorted(seconds.items()):
        points = [(size, median(took)) for size, took in sorted(sizes.items())]
        is_ours = tool.startswith("ours")
        axes.plot(*zip(*points, strict=True), "o-" if is_ours else "s--", label=tool,
                  linewidth=2 if is_ours else 1, markersize=4)  # fmt: skip
    axes.set(xscale="log", yscale="log", xlabel="documents of 2.86 kB", ylabel="CPU seconds")
    axes.grid(visible=True, which="major", alpha=0.3)
    axes.legend(fontsize="small", frameon=False)
    figure.tight_layout()
    figure.savefig(out, metadata={"Date": None})


if __name__ == "__main__":
    main()
