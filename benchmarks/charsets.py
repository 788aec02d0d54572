"""Charset detection here against the well-kept detectors, on files of known charset and on titles.

    python benchmarks/charsets.py [FOLDER ...] [--titles FILE.jsonl]

A FOLDER holds files in folders named after their charset (tests of chardet, charset-normalizer) or
files named CHARSET-anything. What counts is the text: an answer is right where it reads the bytes
the named charset does, in its largest form. `--titles`: lines of JSON with a "text", cut to
pieces of 20 to 200 bytes in each charset; without it the seeds are cut.

    pip install chardet charset-normalizer faust-cchardet      those that are not there are left out
"""

import argparse
import codecs
import importlib
import json
import pathlib
import random
import time
from collections.abc import Callable, Iterator
from typing import Any

import opencc

from cleaner.errors import InputError
from cleaner.io.candidates import reading
from cleaner.io.charset import decode

SEEDS = pathlib.Path(__file__).resolve().parent.parent / "seeds"
SIZES = (20, 50, 100, 200)
# Charsets that a detector may name by the smaller set; the larger reads all of it.
LARGER = {
    **dict.fromkeys(("gb2312", "gbk", "cp936", "gb18030"), "gb18030"),
    **dict.fromkeys(("big5", "cp950", "big5hkscs", "big5-hkscs"), "big5hkscs"),
    **dict.fromkeys(("shift_jis", "cp932", "windows-31j", "sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "euc_kr", "cp949", "uhc", "windows-949"), "cp949"),
    **dict.fromkeys(("euc-jp", "euc_jp"), "euc_jis_2004"),
    **dict.fromkeys(("iso-2022-jp", "iso2022_jp"), "iso2022_jp_2"),
    **dict.fromkeys(("ascii", "utf-8", "utf_8", "utf-8-sig"), "utf-8"),
}

# Marks that the dialects of Big5 and GBK read differently, and what is lost in any.
DIALECT = frozenset("•､‾∼♁☉¥¢£\ue5e5\ufffd①②③④⑤⑥⑦⑧⑨⑩")

Detector = Callable[[bytes], str]


def read(data: bytes, name: str) -> str | None:
    """Return what the bytes say in a charset that a library or a folder names."""
    name = LARGER.get(name.lower(), name.lower())
    if name == "euc-tw":
        return reading(data, name)
    try:
        codecs.lookup(name)
        return data.decode(name, "replace").removeprefix("\ufeff")
    except LookupError:
        return None


def ours(data: bytes) -> str:
    try:
        return decode(data)[0].removeprefix("\ufeff")
    except InputError:
        return ""


def detectors() -> dict[str, Detector]:
    """Return the text that each detector reads, by the detector's name."""

    def by(name: str, detect: Callable[[Any, bytes], Any]) -> Detector | None:
        try:
            module = importlib.import_module(name)
        except ImportError:
            return None
        return lambda data: read(data, str(detect(module, data))) or ""

    found = {
        "here": ours,
        "chardet": by("chardet", lambda m, data: m.detect(data)["encoding"]),
        "normalizer": by("charset_normalizer", lambda m, data: m.from_bytes(data).best().encoding),
        "cchardet": by("cchardet", lambda m, data: m.detect(data)["encoding"]),
    }
    return {name: one for name, one in found.items() if one}


def files(folder: pathlib.Path) -> Iterator[tuple[str, pathlib.Path]]:
    """Yield (charset, path) of the files whose charset their folder or name says."""
    for path in sorted(folder.rglob("*")):
        for name in (path.parent.name, path.stem.rpartition("-")[0], path.stem.rpartition("_")[2]):
            if path.is_file() and name and read(b"", name) is not None:
                yield name, path
                break


def same(text: str, wanted: str) -> bool:
    """Say whether two readings are one text: blind to what dialects of a charset read apart."""
    if text == wanted:
        return True
    if len(text) != len(wanted):
        return False
    apart = sum(a != b for a, b in zip(text, wanted, strict=True))
    return apart <= 0.002 * len(wanted) + sum(one in DIALECT for one in wanted)


def safe(detector: Detector, data: bytes) -> str:
    try:
        return detector(data)
    except Exception:  # noqa: BLE001  a library's failure is a wrong answer, not ours
        return ""


def score_files(folders: list[pathlib.Path], found: dict[str, Detector]) -> None:
    cases = [one for folder in folders for one in files(folder)]
    if not cases:
        return
    print(f"{len(cases)} files of known charset")
    for name, detector in found.items():
        wrong, spent = [], 0.0
        for charset, path in cases:
            data = path.read_bytes()
            started = time.perf_counter()
            text = safe(detector, data)
            spent += time.perf_counter() - started
            if not same(text, read(data, charset) or ""):
                wrong.append(f"{charset}/{path.name}")
        print(
            f"{name:12} right {len(cases) - len(wrong):4}  {spent:6.1f} s  {' '.join(wrong[:12])}"
        )


def score_pieces(texts: list[str], found: dict[str, Detector], count: int) -> None:
    rng = random.Random(1)
    traditional = opencc.OpenCC("s2t").convert
    print(f"\nshare of pieces read right, {count} each\n{'':24}", *(f"{s:>6}" for s in SIZES))
    lines = [line.strip() for text in texts for line in text.split("\n") if len(line) >= 8]
    for charset in ("gb18030", "big5", "utf-16-le", "utf-8"):
        fit = [traditional(one) for one in lines] if charset == "big5" else lines
        fit = [one for one in fit if _fits(one, charset)]
        for name, detector in found.items():
            row = []
            for size in SIZES:
                right = 0
                for _ in range(count):
                    piece = _piece(rng, fit, charset, size)
                    right += same(safe(detector, piece.encode(charset)), piece)
                row.append(right / count)
            print(f"{charset:12}{name:12}", *(f"{one:6.3f}" for one in row))


def _fits(line: str, charset: str) -> bool:
    try:
        line.encode(charset)
    except UnicodeEncodeError:
        return False
    return not line.isascii()


def _piece(rng: random.Random, lines: list[str], charset: str, size: int) -> str:
    """Return a stretch of text of up to so many bytes, from a random place."""
    at, text = rng.randrange(len(lines)), ""
    while len(text) < size + 20:
        text += lines[at % len(lines)]
        at += 1
    start = rng.randrange(max(1, len(text) - size))
    piece = text[start : start + size]
    while len(piece.encode(charset)) > size:
        piece = piece[:-1]
    return piece if not piece.isascii() else lines[at % len(lines)][: size // 4]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=pathlib.Path)
    parser.add_argument("--titles", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=300)
    arguments = parser.parse_args()
    found = detectors()
    score_files(arguments.folders, found)
    if arguments.titles:
        records = arguments.titles.read_text("utf-8").splitlines()
        texts = [json.loads(line)["text"] for line in records]
    else:
        texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    score_pieces(texts, found, arguments.count)


if __name__ == "__main__":
    main()
