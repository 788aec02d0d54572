"""The same page in another form gives the same articles. The page is synthetic."""

import json
from collections.abc import Callable

import pytest
from test_columns import OTHER, TEXT, TITLES, in_turn, wrapped

from cleaner import clean_documents
from cleaner.chars.simplified import simplified, table
from cleaner.document import Document
from cleaner.stages.boilerplate import WEB_PAGE

PAGE = "\n".join(
    line
    for title, writer, text in zip(TITLES, ("王宁", "李青"), (TEXT, OTHER), strict=True)
    for line in (title, f"本报记者 {writer}", *in_turn(wrapped(text, 14), 2))
)
TO_TRADITIONAL = {ord(to): chr(code) for code, to in table().items()}


def in_each_line(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "\n".join(change(line) for line in text.split("\n"))


FORMS: dict[str, Callable[[str], str]] = {
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "margin": in_each_line("  {}".format),
    "margin and blank lines": lambda text: "  " + text.replace("\n", "\n\n  "),
    "breaks of HTML": in_each_line("{}<br>".format),
    "codes of characters": lambda text: json.dumps(text)[1:-1],
    "doubled commas": lambda text: text.replace("，", "，，"),
    "Markdown": lambda text: "".join(
        f"{f'## **{line}**' if line in TITLES else line}\\\n" for line in text.split("\n")
    ),
    "padded lines": in_each_line("{:\u3000<36}".format),
    "points for full stops": lambda text: text.replace("。", "．"),
    "set apart": in_each_line(" ".join),
    "trailing spaces": in_each_line("{}  ".format),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": "\ufeff{}".format,
    "escaped line breaks": lambda text: text.replace("\n", "\\n"),
    "half-width marks": lambda text: text.translate(str.maketrans("，：；！？（）", ",:;!?()")),
    "half-width marks and stops": lambda text: text.translate(str.maketrans("，。：；", ",.:;")),
    "straight quotes and half-width marks": lambda text: text.translate(
        str.maketrans("，：；！？（）“”", ',:;!?()""')
    ),
    "traditional": lambda text: text.translate(TO_TRADITIONAL),
    "vertical marks": lambda text: text.translate(str.maketrans("，、。：（）", "︐︑︒︓︵︶")),
}


def articles(text: str) -> list[tuple[str, ...]]:
    living = (one for one in clean_documents([text]) if not one.outcome)
    fields = ((one.meta.get("title"), one.meta.get("byline"), one.text) for one in living)
    return [tuple(simplified(str(field)).replace("．", "。") for field in one) for one in fields]


@pytest.mark.parametrize("form", FORMS)
def test_a_copy_in_another_form_has_the_same_articles(form: str) -> None:
    found = articles(PAGE)
    assert [title for title, *_ in found] == list(TITLES)
    assert articles(FORMS[form](PAGE)) == found


@pytest.mark.parametrize("mark", ".．")
def test_a_web_page_with_another_full_stop_has_the_same_text(mark: str) -> None:
    for page, text in WEB_PAGE.examples.items():
        (found,) = WEB_PAGE(Document("", page.replace("。", mark)))
        assert found.text == text.replace("。", mark)
