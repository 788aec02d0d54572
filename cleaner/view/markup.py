"""Elements of a page. Text is escaped when it is written, wherever it stands.

A page is a tree of `xml.etree` elements from the start; nobody puts strings together, so nobody
forgets to escape one. Controls and marks of direction are written out: hostile text can neither
break out of its element nor show itself in another order.
"""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from cleaner import late as re
from cleaner.excerpt import GAP, NEW, OLD, SAME, Part, side
from cleaner.visible import marked, safe

Element = ET.Element
Child = Element | str | None

# The names of the scripts that stages note, and the language that a browser knows them by: it
# picks the form of Han by it.
LANGUAGES = {"zh-Hans": "zh-Hans", "zh-Hant": "zh-Hant", "ja": "ja", "ko": "ko", "en": "en"}
CHINESE = "zh"

# What is set at the right of its cell: 1,234 0.93 12% -3.5
FIGURE_RE = re.compile(r"[-−+]?\d[\d,.]*%?")


def h(tag: str, *children: Child | Iterable[Child], **attributes: str) -> Element:
    """Return an element; `class_` is class, `data_name` is data-name; an empty one is left out."""
    names = {name: name.rstrip("_").replace("_", "-") for name in attributes}
    element = ET.Element(
        tag, {names[name]: safe(value) for name, value in attributes.items() if value is not None}
    )
    for child in children:
        if child is None or isinstance(child, str | Element):
            _put(element, child)
        else:
            for one in child:
                _put(element, one)
    return element


def _put(element: Element, child: Child) -> None:
    if child is None:
        return
    if isinstance(child, Element):
        element.append(child)
    elif len(element):
        element[-1].tail = (element[-1].tail or "") + safe(child)
    else:
        element.text = (element.text or "") + safe(child)


def written(element: Element) -> str:
    """Return an element as HTML."""
    return ET.tostring(element, encoding="unicode", method="html")


def language(script: object) -> str:
    """Return the language to mark a text with, by the script that its metadata name."""
    return LANGUAGES.get(str(script), CHINESE)


def shown_parts(parts: Iterable[Part]) -> list[Child]:
    """Return an excerpt as marked text: <del>, <ins>, and what is left out."""
    found: list[Child] = []
    for kind, text in parts:
        if kind == SAME:
            found.append(text)
        elif kind == GAP:
            found.append(h("span", f" … {text} characters … ", class_="gap"))
        else:
            found.append(h("del" if kind == OLD else "ins", marked(text)))
    return found


def beside(parts: Iterable[Part], lang: str, left: str = "", right: str = "") -> Element:
    """Return an excerpt as two texts beside each other, each under its name if it has one."""
    parts = list(parts)
    return h(
        "div",
        (
            h(
                "div",
                h("p", name, class_="name") if name else None,
                h("p", *shown_parts(side(parts, kind)), class_="text", lang=lang),
                class_=f"side {kind}",
            )
            for name, kind in ((left, OLD), (right, NEW))
        ),
        class_="beside",
    )


def table(head: Iterable[str], rows: Iterable[Iterable[Child]], **attributes: str) -> Element:
    """Return a table; what looks like a number stands at the right."""
    return h(
        "div",
        h(
            "table",
            h("thead", h("tr", (h("th", name, scope="col") for name in head))),
            h("tbody", (h("tr", (_cell(one) for one in row)) for row in rows)),
            **attributes,
        ),
        class_="scroll",
    )


def _cell(child: Child) -> Element:
    is_number = isinstance(child, str) and FIGURE_RE.fullmatch(child)
    return h("td", child, class_="number") if is_number else h("td", child)
