"""The way of the documents through a run as one drawing: bands as high as there are documents.

No library draws such a flow without a script, so this one is drawn here: four bars (what came in,
what it is after pages were split, after the rules, the corpus), bands between them, and bands that
leave: what rules dropped, what duplicates were.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cleaner.view.markup import Child, Element, h
from cleaner.visible import counted

WIDTH = 960  # px
BAR = 14  # the width of a bar
TOP, FALL = 46, 56  # above the bars; how far a band falls that leaves
TALLEST = 150  # the bar of the most documents
THINNEST = 1.5  # a band of one document among a million is seen too

# Stages over the whole corpus; all others that drop are rules of one document.
OVER_ALL = ("exact-duplicate", "near-duplicate", "shared-paragraph")


class Stand(NamedTuple):
    """So many documents at a bar, and what left on the way to the next one."""

    name: str
    documents: int
    left: int
    why: str


def stands(figures: Mapping[str, Any]) -> tuple[Stand, Stand, Stand, Stand]:
    """Return the counts of the four bars; of each the next is what is left, splitting aside."""
    documents, dropped = figures["documents"], figures["dropped"]
    copies = sum(count for name, count in dropped.items() if name in OVER_ALL)
    rules = documents["dropped"] - copies
    articles = documents["in"] - documents["split"] + documents["born"]
    return (
        Stand("came in", documents["in"], 0, ""),
        Stand("after splitting", articles, rules, "dropped by rules"),
        Stand("after rules", articles - rules, copies, "duplicates"),
        Stand("corpus", documents["kept"], 0, ""),
    )


def flow(figures: Mapping[str, Any]) -> Element:
    """Return the drawing."""
    found = stands(figures)
    split, born = figures["documents"]["split"], figures["documents"]["born"]
    most = max(1, *(stand.documents for stand in found))
    scale = TALLEST / most
    xs = [20 + round(at * (WIDTH - 170) / 3) for at in range(4)]
    falls = FALL + TALLEST / 2 if any(stand.left for stand in found) else 0
    svg = h(
        "svg",
        *_first_bands(found[0].documents - split, split, born, xs, scale),
        *_later_bands(found, xs, scale),
        *_bars(found, xs, scale),
        viewBox=f"0 0 {WIDTH} {_number(TOP + TALLEST + falls)}",
        role="img",
        aria_label="; ".join(f"{one.name} {one.documents:,}" for one in found),
    )
    return h("div", svg, class_="flow scroll")


def _bars(found: tuple[Stand, ...], xs: list[int], scale: float) -> Iterator[Child]:
    for stand, x in zip(found, xs, strict=True):
        high = _number(_high(stand.documents, scale))
        kind = "kept" if stand is found[-1] else "bar"
        yield h("rect", x=str(x), y=str(TOP), width=str(BAR), height=high, class_=kind)
        yield h("text", stand.name, x=str(x), y=str(TOP - 26), class_="soft small")
        yield h("text", f"{stand.documents:,}", x=str(x), y=str(TOP - 7), class_="count")


def _first_bands(whole: int, split: int, born: int, xs: list[int], scale: float) -> Iterator[Child]:
    """Yield the bands of documents that stay whole, and of pages that become articles."""
    whole = max(whole, 0)  # articles that were divided again are split, and did not come in
    x, end, high = xs[0] + BAR, xs[1], whole * scale
    if whole:
        yield _band((x, TOP, high), (end, TOP, high), "kept")
    if split:
        pages, articles = _high(split, scale), _high(born, scale)
        yield _band((x, TOP + high, pages), (end, TOP + high, articles), "split")
        said = f"{counted(split, 'page')} become {counted(born, 'article')}"
        middle = TOP + high + (pages + articles) / 4
        yield h(
            "text", said, x=_number((x + end) / 2), y=_number(middle + 4), class_="small middle"
        )


def _later_bands(found: tuple[Stand, ...], xs: list[int], scale: float) -> Iterator[Child]:
    for at in (1, 2):
        stand, after = found[at], found[at + 1]
        x, end = xs[at] + BAR, xs[at + 1]
        stays = after.documents * scale
        if after.documents:
            yield _band((x, TOP, stays), (end, TOP, stays), "kept")
        if stand.left:
            high = _high(stand.left, scale)
            middle = (x + end) // 2
            low = TOP + TALLEST + FALL - high / 2
            yield _band((x, TOP + stays, high), (middle, low, high), "gone")
            at_right, below = str(middle + 8), low + high / 2
            yield h("text", stand.why, x=at_right, y=_number(below - 3), class_="soft small")
            yield h("text", f"{stand.left:,}", x=at_right, y=_number(below + 15), class_="count")


Edge = tuple[float, float, float]  # x, y, height


def _band(start: Edge, end: Edge, kind: str) -> Element:
    """Return a band from one edge to another, as high at each as it says."""
    (x, y, high), (x2, y2, high2) = start, end
    bend = (x + x2) / 2
    path = (
        f"M{_number(x)} {_number(y)}C{_number(bend)} {_number(y)} {_number(bend)} {_number(y2)} "
        f"{_number(x2)} {_number(y2)}V{_number(y2 + high2)}C{_number(bend)} {_number(y2 + high2)} "
        f"{_number(bend)} {_number(y + high)} {_number(x)} {_number(y + high)}Z"
    )
    return h("path", d=path, class_=kind)


def _high(count: int, scale: float) -> float:
    return max(count * scale, THINNEST if count else 0)


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
