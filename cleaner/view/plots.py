"""Bar charts as static SVG, by pygal (the extra `report`), with a table of the same figures.

Of what pygal draws only the shapes are taken: its styles, scripts and links are left out, so that
a page loads nothing, follows the reader's colours, and has the same bytes each time (pygal writes
the date and a random id into a chart).
"""

import importlib.util
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from cleaner.view.markup import Child, Element, h, table

EXTRA = "pip install 'cleaner[report]'"

# What is left out of a chart: styles and scripts, and what only a script would use.
LEFT_OUT = frozenset({"defs", "desc", "script", "style", "title"})
KEPT_ATTRIBUTES = frozenset(
    {"class", "cx", "cy", "d", "height", "r", "rx", "ry", "transform", "viewBox", "width"}
    | {"x", "x1", "x2", "y", "y1", "y2"}
)
WIDTH, BAR, EDGES = 480, 26, 60  # px; chosen


def has_plots() -> bool:
    """Say whether the library is there."""
    return importlib.util.find_spec("pygal") is not None


def plot(title: str, names: Sequence[str], counts: Sequence[int], said: str) -> Element:
    """Return bars with their figures in a table below; the table alone without the library."""
    rows = [(name, f"{count:,}") for name, count in zip(names, counts, strict=True)]
    shown = table(("", "documents"), rows)
    body: list[Child] = [h("figcaption", title), h("p", said, class_="soft") if said else None]
    if has_plots() and any(counts):
        body.append(_bars(title, names, counts))
        body.append(h("details", h("summary", "as a table"), shown))
    else:
        body.append(shown)
    return h("figure", body, class_="plot")


def _bars(title: str, names: Sequence[str], counts: Sequence[int]) -> Element:
    import pygal  # noqa: PLC0415  an extra

    chart = pygal.HorizontalBar(
        width=WIDTH,
        height=EDGES + BAR * len(names),
        js=[],
        show_legend=False,
        print_values=True,
        print_values_position="top",
        value_formatter=lambda value: f"{value:,.0f}",
        truncate_label=-1,
        margin=4,
        spacing=6,
        max_scale=5,
        include_x_axis=True,
    )
    # Bars are drawn from below: the first name is the topmost.
    chart.x_labels = list(names)[::-1]
    chart.add("documents", list(counts)[::-1])
    svg = _plain(ET.fromstring(chart.render()))  # noqa: S314  our own chart
    svg.set("role", "img")
    svg.set("aria-label", title)
    return svg


def _plain(element: Element) -> Element:
    """Return a copy of what is drawn, without namespaces, styles, scripts and links."""
    copy = ET.Element(element.tag.rpartition("}")[2])
    for name in sorted(KEPT_ATTRIBUTES & set(element.attrib)):
        copy.set(name, element.attrib[name])
    copy.text, copy.tail = element.text, element.tail
    for child in element:
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] not in LEFT_OUT:
            copy.append(_plain(child))
    return copy
