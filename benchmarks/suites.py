"""What the text stages make of their peers' right answers: OpenCC, ftfy, Unicode.

    python benchmarks/suites.py FOLDER       with opencc_tests, ftfy_cases, unicode_tables in it

opencc t2s      each case stands as a stray line in a simplified document; what the stage lets
                OpenCC change there must be as expected
opencc whole    the same with the whole document converted (--script simplified), and s2t
opencc keep     simplified, Japanese and traditional texts of the suite that must stay as they are
ftfy negative   texts that look like mojibake and are none: must stay
ftfy positive   mojibake that ftfy repairs, here too
radicals        of EquivalentUnifiedIdeograph.txt, what the table answers alike
"""

import argparse
import json
import pathlib
from collections.abc import Iterator, Sequence

from cleaner.chars.hans_hant import TRADITIONAL_ONLY
from cleaner.chars.misread import repairs
from cleaner.chars.scripts import script_of_text
from cleaner.document import Document
from cleaner.stages.characters_table import RADICALS
from cleaner.stages.conversion import OTHER_SCRIPT
from cleaner.stages.script import STRAY_TRADITIONAL

# What the suite's t2s expects, from names of configurations that give simplified text.
TO_SIMPLIFIED = ("t2s",)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--show", type=int, default=20)
    arguments = parser.parse_args()
    for name, run in (
        ("opencc_tests", opencc_cases),
        ("ftfy_cases", ftfy_cases),
        ("unicode_tables", radicals),
    ):
        folder = arguments.folder / name
        if folder.is_dir():
            for title, right, total, wrong in run(folder):
                print(f"{title:34} {right:5} of {total}")
                for line in wrong[: arguments.show]:
                    print("    " + line)


Result = tuple[str, int, int, Sequence[str]]


def stray(text: str) -> str:
    """Return the text after the stage, as a line of a simplified document."""
    (after,) = STRAY_TRADITIONAL(Document("case", text, {"script": "zh-Hans"}))
    return after.text


def whole(text: str, option: str) -> str:
    noted = "zh-Hant" if option == "simplified" else "zh-Hans"
    (after,) = OTHER_SCRIPT(Document("case", text, {"script": noted}), script=option)
    return after.text


def opencc_cases(folder: pathlib.Path) -> Iterator[Result]:
    cases = json.loads((folder / "testcases.strict.json").read_text("utf-8"))["cases"]
    t2s = [(one["input"], one["expected"]["t2s"]) for one in cases if "t2s" in one["expected"]]
    changed = [(text, wanted, stray(text)) for text, wanted in t2s if stray(text) != text]
    # A place that the stage left is no answer of OpenCC's: only what it changed must be right.
    wrong = [
        f"{text} -> {got}, expected {wanted}"
        for text, wanted, got in changed
        if len(got) != len(wanted)
        or any(g not in {t, w} for t, w, g in zip(text, wanted, got, strict=True))
    ]
    yield "opencc t2s: changed places right", len(changed) - len(wrong), len(changed), wrong
    wrong = [
        f"{text} -> {got}, expected {wanted}" for text, wanted, got in changed if got != wanted
    ]
    yield "opencc t2s: changed lines complete", len(changed) - len(wrong), len(changed), wrong
    same = [(text, wanted) for text, wanted in t2s if text == wanted]
    wrong = [f"{text} -> {stray(text)}" for text, _ in same if stray(text) != text]
    yield "opencc t2s: expected to stay, stays", len(same) - len(wrong), len(same), wrong
    # Simplified inputs of s2t and its kin, and what t2jp and jp2t start from.
    keeps = {one["input"] for one in cases if {"s2t", "s2tw", "s2hk"} & set(one["expected"])}
    keeps = {text for text in keeps if not set(text) & _telling_traditional(text)}
    wrong = [f"{text} -> {stray(text)}" for text in sorted(keeps) if stray(text) != text]
    yield "opencc simplified inputs stay", len(keeps) - len(wrong), len(keeps), wrong
    japanese = {
        *(one["input"] for one in cases if "jp2t" in one["expected"]),
        *(one["expected"]["t2jp"] for one in cases if "t2jp" in one["expected"]),
    }
    prose = "これは日本語の文章であり、そのまま残らなければならないものです。"
    wrong = [text for text in sorted(japanese) if _alone(f"{prose}{text}") != f"{prose}{text}"]
    yield "opencc japanese stays", len(japanese) - len(wrong), len(japanese), wrong
    for path in sorted(folder.glob("test/golden/*/*.txt")):
        text = path.read_text("utf-8")
        kept = [
            a for a, b in zip(text.split("\n"), _alone(text).split("\n"), strict=True) if a == b
        ]
        lines = text.count("\n") + 1
        yield f"stays {path.stem} ({script_of_text(text)})"[:60], len(kept), lines, ()
    for option, names in (("simplified", TO_SIMPLIFIED), ("traditional", ("s2t",))):
        pairs = [
            (one["input"], one["expected"][n])
            for one in cases
            for n in names
            if n in one["expected"]
        ]
        got = [(text, wanted, whole(text, option)) for text, wanted in pairs]
        wrong = [
            f"{text} -> {made}, expected {wanted}" for text, wanted, made in got if made != wanted
        ]
        yield f"opencc whole document, {option}", len(pairs) - len(wrong), len(pairs), wrong


def _telling_traditional(text: str) -> frozenset[str]:
    return TRADITIONAL_ONLY & frozenset(text)


def _alone(text: str) -> str:
    """Return the text after the stage, its script told by itself."""
    (after,) = STRAY_TRADITIONAL(Document("case", text))
    return after.text


def ftfy_cases(folder: pathlib.Path) -> Iterator[Result]:
    for path in sorted(folder.glob("*.json")):
        cases = json.loads(path.read_text("utf-8"))
        stay = [one for one in cases if one.get("fixed-encoding", one["fixed"]) == one["original"]]
        wrong = [one["original"] for one in stay if list(repairs(one["original"]))]
        yield f"ftfy {path.stem}: must stay", len(stay) - len(wrong), len(stay), wrong
        change = [one for one in cases if one not in stay and one.get("expect", "pass") == "pass"]
        wrong = [
            f"{one['original']!r} -> {_repaired(one['original'])!r}"
            for one in change
            if _repaired(one["original"]) not in {one.get("fixed-encoding"), one["fixed"]}
        ]
        yield f"ftfy {path.stem}: repaired", len(change) - len(wrong), len(change), wrong


def _repaired(text: str) -> str:
    parts, at = [], 0
    for start, old, new in repairs(text):
        parts += [text[at:start], new]
        at = start + len(old)
    return "".join((*parts, text[at:]))


def radicals(folder: pathlib.Path) -> Iterator[Result]:
    wanted = {}
    for line in (folder / "EquivalentUnifiedIdeograph.txt").read_text("utf-8").splitlines():
        codes, _, ideograph = line.partition("#")[0].partition(";")
        if ideograph:
            first, _, last = codes.strip().partition("..")
            for code in range(int(first, 16), int(last or first, 16) + 1):
                if 0x2E80 <= code < 0x2FE0:
                    wanted[code] = chr(int(ideograph, 16))
    wrong = [
        f"{chr(code)} -> {RADICALS.get(code)!r}"
        for code, to in wanted.items()
        if chr(RADICALS.get(code, 0)) != to
    ]
    yield "radicals", len(wanted) - len(wrong), len(wanted), wrong


if __name__ == "__main__":
    main()
