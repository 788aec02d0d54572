"""Cleaning from Python, without files."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from cleaner.document import Document, Drop
from cleaner.pipeline import Pipeline
from cleaner.recipe import Recipe


def clean_text(text: str, recipe: Recipe | None = None) -> str:
    """Return the text repaired, for one string in memory.

    Nothing is rejected and nothing is deduplicated. A text that turns out to be several articles
    comes back as these, a blank line between them; a title that was lifted stands above its
    article on a line of its own. With more to know than the text, use `clean_documents`. Raises
    StageError when a stage fails.
    """
    articles = []
    for document in clean_documents([text], recipe.pipeline() if recipe else _usual()):
        if document.outcome:
            continue
        title = document.meta.get("title")
        articles.append(f"{title}\n{document.text}" if title else document.text)
    return "\n\n".join(articles)


@cache
def _usual() -> Pipeline:
    """Return the pipeline of who names no recipe; to make it takes longer than a line of text."""
    return Recipe(keep_all=True).pipeline()


def clean_documents(
    texts: Iterable[str | Document], pipeline: Pipeline | None = None
) -> Iterator[Document]:
    """Yield what the pipeline made of each text: also what was dropped or divided.

    A string becomes a Document whose id is its number, from 1. The documents whose `outcome` is
    None are clean; `Document.history` has every edit. Raises StageError when a stage fails.
    """
    pipeline = pipeline or Pipeline()
    for number, text in enumerate(texts, 1):
        yield from pipeline(Document(str(number), text) if isinstance(text, str) else text)


def deduplicate(
    documents: Iterable[str | Document],
    near: str | None = "copy",
    *,
    prefer: str = "longest",
    numbers: str = "weighed",
) -> list[Document]:
    """Return the documents in their order; the `outcome` of duplicates says what is kept instead.

    A string becomes a Document whose id is its number, from 1. What was dropped or divided before
    is passed through and compared with nothing. The options are those of `Deduplicator`, where the
    memory that it takes is stated. Raises RecipeError.

    >>> [one.outcome and one.outcome.kept for one in deduplicate(["今天下雨。", "今天下雨"])]
    [None, '1']
    """
    from cleaner.dedup.deduplicator import Deduplicator  # noqa: PLC0415  clean_text needs none

    found = [
        Document(str(number), one) if isinstance(one, str) else one
        for number, one in enumerate(documents, 1)
    ]
    engine = Deduplicator(near=near, prefer=prefer, numbers=numbers)
    places = [at for at, one in enumerate(found) if not one.outcome]
    for at in places:
        engine.add(found[at].text)
    for position, duplicate in engine.resolve().items():
        kept = found[places[duplicate.kept]].id
        drop = Drop(duplicate.stage, duplicate.reason, kept, duplicate.evidence)
        at = places[position]
        found[at] = replace(found[at], outcome=drop)
    return found
