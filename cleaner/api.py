"""Cleaning from Python, without files."""

from collections.abc import Iterable, Iterator

from cleaner.document import Document
from cleaner.pipeline import Pipeline
from cleaner.recipe import Recipe


def clean_text(text: str, recipe: Recipe | None = None) -> str:
    """Return the text repaired, for one string in memory.

    Nothing is rejected and nothing is deduplicated. A text that turns out to be several articles
    comes back as these, a blank line between them; a title that was lifted stands above its
    article on a line of its own. With more to know than the text, use `clean_documents`. Raises
    StageError when a stage fails.
    """
    recipe = recipe or Recipe(keep_all=True)
    articles = []
    for document in clean_documents([text], recipe.pipeline()):
        if document.outcome:
            continue
        title = document.meta.get("title")
        articles.append(f"{title}\n{document.text}" if title else document.text)
    return "\n\n".join(articles)


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
