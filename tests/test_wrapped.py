"""Texts of many kinds, broken into lines of one width: their paragraphs come back.

They stand in wrapped_texts.txt, each under `=== kind`; all are synthetic. Each kind is broken at
several widths, with and without the indent of first lines (which the extractor has taken away: its
shadow) and blank lines. What nobody can tell is left out: a paragraph whose last line is full ends
where any line could, unless an indent or a blank line shows it. So are columns under 17 em: in
texts as short as these nothing but a word cut in two shows that lines so short are no verse.
"""

import pathlib
import textwrap

import pytest

from cleaner.document import Document
from cleaner.layout import display_width
from cleaner.pipeline import Pipeline

PIPELINE = Pipeline()

SOURCE = pathlib.Path(__file__).with_name("wrapped_texts.txt").read_text(encoding="utf-8")
KINDS = {
    kind: paragraphs.split("\n")
    for kind, _, paragraphs in (
        part.strip().partition("\n") for part in SOURCE.removeprefix("=== ").split("\n=== ")
    )
}

OPEN, CLOSE = "“（《「", "，。、；：！？”）》」"


def wrapped(paragraph: str, em: float, indent: float) -> list[str]:
    """Break a paragraph as a typesetter does: no mark opens a line, no bracket ends one."""
    lines, line, room = [], "", em - indent
    for piece in pieces(paragraph):
        if line and display_width(line + piece) > room and piece not in CLOSE:
            held = line[-1] if line[-1] in OPEN else ""
            lines.append(line.removesuffix(held).rstrip())
            line, room = held, em
        line += piece if line else piece.lstrip()
    return [*lines, line]


def pieces(text: str) -> list[str]:
    """Characters, but words and numbers in ASCII as wholes."""
    found: list[str] = []
    for char in text:
        if (
            found
            and char.isascii()
            and char != " "
            and found[-1][-1].isascii()
            and found[-1] != " "
        ):
            found[-1] += char
        else:
            found.append(char)
    return found


def cleaned(text: str) -> list[str]:
    documents = [one for one in PIPELINE(Document("page", text)) if one.outcome is None]
    return [
        line
        for one in documents
        for line in (*filter(None, [one.meta.get("title")]), *one.text.split("\n"))
    ]


def bare(paragraphs: list[str]) -> list[str]:
    """What a page does not tell: the space between Latin and Han at a line's end."""
    return ["".join(one.split()) for one in paragraphs]


@pytest.mark.parametrize("blank", ["\n", "\n\n"], ids=["", "blank lines"])
@pytest.mark.parametrize("indent", [0.0, 2.0], ids=["", "indent"])
@pytest.mark.parametrize("em", [17, 22, 30, 38])
@pytest.mark.parametrize("kind", KINDS)
def test_paragraphs_come_back(kind: str, em: int, indent: float, blank: str) -> None:
    paragraphs = KINDS[kind]
    broken = [wrapped(one, em, indent) for one in paragraphs]
    if (
        not indent
        and blank == "\n"
        and any(len(b) > 1 and display_width(b[-1]) > em - 2 for b in broken)
    ):
        pytest.skip("a paragraph's last line is full")
    assert bare(cleaned(blank.join("\n".join(lines) for lines in broken))) == bare(paragraphs)


@pytest.mark.parametrize("chars", [52, 60, 72, 80])
def test_a_text_in_another_alphabet_comes_back(chars: int) -> None:
    paragraphs = [
        (
            "Старик родился на воде. По крайней мере, так он говорил сам. Когда ему дали комнату на"
            " берегу, он в первую ночь вставал три раза и качал кровать, потому что не мог заснуть,"
            " если она стоит неподвижно. Потом привык и уже не вставал."
        ),
        (
            "Внук его вёл книгу, в которую с тысяча девятьсот тридцать первого года записывали"
            " переправы: сколько людей, сколько коров, был ли туман. Коровы платили три монеты."
        ),
    ]
    assert cleaned("\n\n".join(textwrap.fill(one, chars) for one in paragraphs)) == paragraphs
