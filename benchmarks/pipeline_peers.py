"""What `benchmarks/pipeline.py` runs in the environments of other libraries.

    python pipeline_peers.py datatrove corpus.jsonl OUT      OUT/kept.jsonl: the clean corpus
    python pipeline_peers.py data-juicer corpus.jsonl OUT

Encoding, script, white space, punctuation, near-duplicates, by the library's own steps where it has
them. data-juicer has all five. datatrove has the first and the last: the three in between are the
shortest that one would write for it, OpenCC and two regular expressions. Near-duplicates are 128
permutations, 16 bands of 8 and runs of five characters in both. Imports nothing of this project
but what the benchmark of near-duplicates gives datatrove.
"""

import os
import re
import sys
from pathlib import Path

import orjson
from dedup_peers import BANDS, NGRAM, PERMUTATIONS, ROWS, THRESHOLD
from dedup_peers import datatrove as without_duplicates

# Of our own for datatrove. Marks: between Han only, since 3,500 and a.b have theirs.
ODD_SPACE_RE = re.compile("[\xa0\u2000-\u200a\u202f\u205f]")
NOTHING_RE = re.compile("[\u200b\ufeff]|[ \u3000]+$|^[ \u3000]+", re.MULTILINE)
BREAKS_RE = re.compile("\r\n?|\n{2,}")
MARK_RE = re.compile("(?<=[一-鿿])[,;:?!](?=[一-鿿])")
MARKS = dict(zip(",;:?!", "，；：？！", strict=True))
DIGITS = {0xFF10 + digit: ord("0") + digit for digit in range(10)}


def datatrove(corpus: Path, out: Path) -> None:
    import opencc
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.formatters import FTFYFormatter
    from datatrove.pipeline.formatters.base import BaseFormatter
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    converter = opencc.OpenCC("t2s")

    class Script(BaseFormatter):
        name = "script"

        def format(self, text: str) -> str:
            return converter.convert(text)

    class WhiteSpace(BaseFormatter):
        name = "white space"

        def format(self, text: str) -> str:
            text = BREAKS_RE.sub("\n", BREAKS_RE.sub("\n", text))
            return NOTHING_RE.sub("", ODD_SPACE_RE.sub(" ", text)).strip()

    class Punctuation(BaseFormatter):
        name = "punctuation"

        def format(self, text: str) -> str:
            return MARK_RE.sub(lambda match: MARKS[match[0]], text).translate(DIGITS)

    clean = out / "clean"
    steps = [
        JsonlReader(str(corpus.parent), glob_pattern=corpus.name),
        FTFYFormatter(),
        Script(),
        WhiteSpace(),
        Punctuation(),
        JsonlWriter(str(clean), output_filename="clean.jsonl", compression=None),
    ]
    LocalPipelineExecutor(steps, tasks=1, workers=1, logging_dir=str(out / "log")).run()
    without_duplicates(clean / "clean.jsonl", out)


def data_juicer(corpus: Path, out: Path) -> None:
    recipe = {
        "project_name": "benchmark",
        "dataset_path": str(corpus),
        "export_path": str(out / "kept.jsonl"),
        "np": 1,
        "text_keys": "text",
        "open_monitor": False,
        "process": [
            {"fix_unicode_mapper": {}},
            {"chinese_convert_mapper": {"mode": "t2s"}},
            {"whitespace_normalization_mapper": {}},
            {"punctuation_normalization_mapper": {}},
            {
                "document_minhash_deduplicator": {
                    "tokenization": "character",
                    "window_size": NGRAM,
                    "num_permutations": PERMUTATIONS,
                    "jaccard_threshold": THRESHOLD,
                    "num_bands": BANDS,
                    "num_rows_per_band": ROWS,
                }
            },
        ],
    }
    path = out / "recipe.yaml"
    path.write_bytes(orjson.dumps(recipe))  # JSON is YAML
    process = Path(sys.executable).with_name("dj-process")
    # A cache that holds the result of the round before would be no round.
    os.environ["HF_HOME"] = str(out / "cache")
    os.execv(process, [str(process), "--config", str(path)])


def main() -> None:
    name, corpus, out = sys.argv[1:]
    {"datatrove": datatrove, "data-juicer": data_juicer}[name](Path(corpus), Path(out))


if __name__ == "__main__":
    main()
