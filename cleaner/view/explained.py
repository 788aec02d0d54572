"""A page of histories: what each stage did to documents, before and after beside each other."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from cleaner.document import Division, Document, Drop, Step, apply, undo
from cleaner.errors import Redacted
from cleaner.excerpt import Hunk, hunks
from cleaner.past import Past
from cleaner.view.markup import Child, Element, beside, h, language
from cleaner.view.page import page
from cleaner.visible import clipped, counted, marked

# Characters shown of a stretch of text, where it is not an excerpt round a change; chosen.
LONGEST = 600


def explained(
    title: str,
    documents: Iterable[Document],
    shown: Collection[str],
    limit: int = 0,
    past: Past | None = None,
) -> str:
    """Return a page of the histories of documents.

    `shown`: the stages to tell of. `limit`: places shown a stage, 0 for all. `past`: what else is
    known of the document of an output.
    """
    lost = past.lost if past else frozenset()
    body: list[Child] = [
        h(
            "header",
            h("h1", title),
            h("button", "Theme: system", type="button", hidden="", data_theme_button=""),
        ),
        h("p", f"read from {past.source}", class_="soft") if past and past.source else None,
        h("p", h("del", "taken out"), " ", h("ins", "put in"), "; ⏎ is a line break."),
    ]
    for document in documents:
        body.append(h("h2", document.id))
        body += _history(document, shown, limit, is_lost=document.id in lost)
        body.append(ending(document))
    if past and past.twins:
        body.append(h("h2", "It stands for"))
        body.append(
            h("ul", (h("li", f"{one.id}: {one.stage}, {one.reason}") for one in past.twins))
        )
    return page(title, [h("main", body)])


def _history(
    document: Document, shown: Collection[str], limit: int, *, is_lost: bool
) -> Iterator[Element]:
    lang = language(document.meta.get("script"))
    try:
        text = "" if is_lost else undo(document)
    except Redacted:
        text, is_lost = "", True
    for step in document.history:
        if step.stage in shown:
            yield h(
                "details",
                h("summary", h("strong", step.stage), h("span", _count(step), class_="figures")),
                h("div", _step(text, step, lang, limit, is_lost=is_lost), class_="inside"),
                open="",
            )
        if not is_lost:
            text = after(text, step)


def after(text: str, step: Step) -> str:
    """Return the text after a step."""
    if step.spans:
        return "".join(text[start:end] for start, end in step.spans)
    return apply(text, step.edits)


def _count(step: Step) -> str:
    return "reordered" if step.spans else counted(len(step.edits), "change")


def _step(text: str, step: Step, lang: str, limit: int, *, is_lost: bool) -> Iterator[Element]:
    if step.spans:
        if not is_lost:
            yield reordered(text, step, lang)
        return
    if is_lost:
        yield h("p", "Private data were taken out of this document: no text round the changes.")
    places = (
        (hunk for edit in step.edits for hunk in hunks("", [edit], 0))
        if is_lost
        else hunks(text, step.edits)
    )
    left = len(step.edits)
    for number, hunk in enumerate(places):
        if limit and number == limit:
            yield h("p", f"and {left:,} more", class_="soft")
            return
        left -= hunk.edits
        yield from place(hunk, lang)


def place(hunk: Hunk, lang: str, where: str = "") -> Iterator[Element]:
    """Yield what tells of one place: where it is, and what it was and became."""
    head = where or f"line {hunk.line:,}"
    fields = h("span", f" → {', '.join(hunk.fields)}", class_="field") if hunk.fields else None
    yield h("p", head, fields, class_="place")
    yield beside(hunk.parts, lang)


def reordered(text: str, step: Step, lang: str) -> Element:
    """Return how a text began before and after it was put into another order."""
    sides: Sequence[tuple[str, str]] = (("before", text), ("after", after(text, step)))
    return h(
        "div",
        (
            h(
                "div",
                h("p", name, class_="name"),
                h(
                    "p",
                    one[:LONGEST] + ("…" if len(one) > LONGEST else ""),
                    class_="text",
                    lang=lang,
                ),
                class_="side",
            )
            for name, one in sides
        ),
        class_="beside",
    )


def ending(document: Document) -> Element:
    """Return what became of a document."""
    outcome, text = document.outcome, document.text
    if isinstance(outcome, Drop):
        instead = f" Kept instead: {outcome.kept}." if outcome.kept else ""
        return h("p", h("strong", f"Dropped by {outcome.stage}: "), f"{outcome.reason}.{instead}")
    if isinstance(outcome, Division):
        return h(
            "div",
            h("p", h("strong", f"Split by {outcome.stage} into {len(outcome.children)}:")),
            h(
                "ol",
                (
                    h(
                        "li",
                        h("code", name),
                        (
                            f" {key}: {marked(clipped(text[a:b], LONGEST))}"
                            for key, (a, b) in piece.lifted
                        ),
                    )
                    for name, piece in zip(outcome.children, outcome.pieces, strict=True)
                ),
            ),
        )
    return h(
        "dl",
        (
            h(tag, said)
            for key in sorted(document.meta)
            for tag, said in (("dt", key), ("dd", clipped(str(document.meta[key]), LONGEST)))
        ),
    )
