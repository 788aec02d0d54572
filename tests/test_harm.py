"""Clean texts of all kinds, which the default stages must leave as they are.

They stand in clean_texts.txt, each under `=== kind`; all are synthetic but for old verse and
classics. A blank line goes, as everywhere; so does white space at the ends of lines; nothing else.
"""

import pathlib

import pytest

from cleaner.document import Document
from cleaner.pipeline import Pipeline

PIPELINE = Pipeline()
SOURCE = pathlib.Path(__file__).with_name("clean_texts.txt").read_text(encoding="utf-8")
TEXTS = dict(part.split("\n", 1) for part in SOURCE.removeprefix("=== ").split("\n=== "))

# How a clean text may stand in a file; what it is stays the same.
FORMS = {
    "as-it-is": lambda text: text,
    "byte-order-mark": lambda text: f"\ufeff{text}\n\n",
    "carriage-return": lambda text: text.replace("\n", "\r\n"),
    "blank-lines": lambda text: text.replace("\n", "\n\n"),
    "spaces-at-the-end": lambda text: text.replace("\n", "  \n"),
}


def bare(text: str) -> str:
    """The text without blank lines and the spaces at its lines' ends."""
    return "\n".join(line.rstrip() for line in text.split("\n") if line.strip())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", TEXTS)
def test_clean_text_stays(kind: str, form: str) -> None:
    found = PIPELINE(Document(kind, FORMS[form](TEXTS[kind])))
    assert [bare(TEXTS[kind])] == [one.text for one in found]
    assert found[0].outcome is None
    assert {"title", "subtitle", "byline", "credits"}.isdisjoint(found[0].meta)
