"""The seeds' own clean articles printed by Chromium, and what real programs read of the sheets.

All sheets are pages of one PDF, for one seed and one version of the programs always alike: bands
of one article in two to four columns or of two side by side, each under its headline, a page head
on top. They are read as

    pdftotext  Poppler's reading order
    layout     Poppler's `-layout`: what stands in one line of the sheet stands in one line
    pdfminer   pdfminer.six's boxes
    ocr        the sheet as a picture (200 dots an inch) through Tesseract, simplified Chinese

What cannot be had here is left out, and `lacking` says why.
"""

import html
import os
import random
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from measure import THREADS, environment
from typeset_pages import Gold, Page, answer, articles, excerpt, page_head

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The first that is installed sets the sheets.
FONTS = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC", "AR PL UMing CN")
LANGUAGE = "chi_sim"
PDFMINER = "pdfminer.six==20260107"
MINER = """
import sys
from pdfminer.high_level import extract_text
for number in range(int(sys.argv[2])):
    sys.stdout.write(extract_text(sys.argv[1], page_numbers=[number]).rstrip("\\f") + "\\f")
"""
DOTS = 200  # an inch: what archives scan newspapers at

# A sheet of newspaper, so high that the longest articles leave room at its foot.
STYLE = """
@page { size: 280mm 700mm; margin: 12mm }
* { margin: 0; padding: 0 }
body { font: 10.5pt/1.5 'FONT'; text-align: justify; line-break: strict }
section { break-after: page }
section:last-child { break-after: auto }
header { border-bottom: 1px solid; margin-bottom: 4mm }
.band { display: flex; gap: 8mm; align-items: flex-start; margin-bottom: 6mm }
article { flex: 1 }
h1 { font-size: 20pt; line-height: 1.3; margin-bottom: 3mm; text-align: left }
p { text-indent: 2em; orphans: 1; widows: 1 }
"""
# Columns of each article of a band.
BANDS = ((2,), (3,), (4,), (1, 1), (2, 1), (1, 2), (2, 2))


class Sheet(NamedTuple):
    """A printed page: what is set on it, and the answer."""

    body: str
    gold: Gold


def sheets(count: int, seed: int) -> Iterator[Sheet]:
    known, chance = articles(), random.Random(f"{seed} print")
    for _ in range(count):
        yield sheet(known, chance)


def sheet(known: Sequence[Gold], chance: random.Random) -> Sheet:
    head = page_head(chance)
    wanted = [excerpt(one, chance, 4) for one in chance.sample(known, 4)]
    left, chosen, bands = list(wanted), [], []
    while left:
        columns = chance.choice([one for one in BANDS if len(one) <= len(left)])
        set_now, left = left[: len(columns)], left[len(columns) :]
        chosen += set_now
        pairs = zip(columns, set_now, strict=True)
        bands.append("".join(article(one, number) for number, one in pairs))
    body = "".join(f'<div class="band">{one}</div>' for one in bands)
    return Sheet(f"<section><header>{head}</header>{body}</section>", answer(chosen, [head]))


def article(one: Gold, columns: int) -> str:
    text = "".join(f"<p>{html.escape(paragraph['text'])}" for paragraph in one["paragraphs"])
    title = html.escape(one["title"])
    body = f'<div style="columns: {columns}; column-gap: 1.5em">{text}</div>'
    return f'<article style="flex-grow: {columns}"><h1>{title}</h1>{body}</article>'


def pdftotext(pdf: Path, count: int, *options: str) -> list[str]:
    return said("pdftotext", *options, str(pdf), "-").split("\f")[:count]


def pdfminer(pdf: Path, count: int) -> list[str]:
    python = environment("pdfminer", [PDFMINER])
    return said(str(python), "-c", MINER, str(pdf), str(count)).split("\f")[:count]


def ocr(pdf: Path, count: int) -> list[str]:
    said("pdftoppm", "-r", str(DOTS), "-gray", "-png", str(pdf), str(pdf.with_name("scan")))
    scans = sorted(pdf.parent.glob("scan*.png"))[:count]
    return [said("tesseract", str(scan), "-", "-l", LANGUAGE).strip("\f") for scan in scans]


READERS: Mapping[str, Callable[[Path, int], list[str]]] = {
    "pdftotext": pdftotext,
    "layout": lambda pdf, count: pdftotext(pdf, count, "-layout"),
    "pdfminer": pdfminer,
    "ocr": ocr,
}


def printed(count: int, seed: int) -> Iterator[Page]:
    """Yield `count` sheets as each program reads them that is installed."""
    kinds = [kind for kind in READERS if not lacking(kind)]
    if not kinds:
        return
    made = list(sheets(count, seed))
    with tempfile.TemporaryDirectory() as folder:
        pdf = put_on_paper(made, Path(folder))
        for kind in kinds:
            for text, one in zip(READERS[kind](pdf, count), made, strict=True):
                yield Page(kind, text, one.gold)


def put_on_paper(made: Sequence[Sheet], folder: Path) -> Path:
    """Print the sheets into one PDF."""
    source, pdf = folder / "sheets.html", folder / "sheets.pdf"
    body = "".join(one.body for one in made)
    style = STYLE.replace("FONT", font() or "")
    source.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{body}")
    said(
        browser() or "",
        "--headless",
        "--no-sandbox",  # as root, in a container
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--no-pdf-header-footer",
        f"--user-data-dir={folder / 'profile'}",
        f"--print-to-pdf={pdf}",
        source.as_uri(),
    )
    found = said("pdftotext", str(pdf), "-").count("\f")
    if found != len(made):
        raise SystemExit(f"{len(made)} sheets came out as {found} pages: the style is at fault")
    return pdf


def lacking(kind: str) -> str:
    """Return why a kind of reading cannot be had here; nothing where it can."""
    wanted = ["pdftotext", *(("pdftoppm", "tesseract") if kind == "ocr" else ())]
    reasons = [f"no {program}" for program in wanted if not shutil.which(program)]
    if not browser():
        reasons.append("no Chromium or Chrome")
    if not font():
        reasons.append(f"none of the fonts {', '.join(FONTS)}")
    if kind == "ocr" and not reasons and LANGUAGE not in said("tesseract", "--list-langs").split():
        reasons.append(f"Tesseract lacks {LANGUAGE}")
    if kind == "pdfminer" and not reasons and not environment("pdfminer", [PDFMINER]):
        reasons.append("pdfminer.six did not install")
    return ", ".join(reasons)


def versions() -> str:
    """Return what set and read the sheets: another version may break lines elsewhere."""
    programs = {
        "Chromium": said(browser() or "", "--version"),
        "Poppler": said("pdftotext", "-v", errors=True),
        "Tesseract": said("tesseract", "--version") if shutil.which("tesseract") else "",
    }
    found = {name: re.search(r"\d[\d.]+", text) for name, text in programs.items()}
    known = [f"{name} {number.group()}" for name, number in found.items() if number]
    return ", ".join([*known, PDFMINER.replace("==", " "), font() or ""])


def browser() -> str | None:
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def font() -> str | None:
    known = said("fc-list", ":", "family") if shutil.which("fc-list") else ""
    return next((name for name in FONTS if name in re.split("[,\n]", known)), None)


def said(*command: str, errors: bool = False) -> str:
    """Run a program on one core and return what it wrote, or what it wrote of `errors`."""
    environ = {**os.environ, **dict.fromkeys((*THREADS, "OMP_THREAD_LIMIT"), "1")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environ)
    if done.returncode:
        raise SystemExit(f"{command[0]} failed: {done.stderr[-2000:]}")
    return done.stderr if errors else done.stdout
