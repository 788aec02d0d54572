"""What is made of a page."""

from cleaner import Document, Pipeline

PIPELINE = Pipeline()


def titles(text: str) -> list[str | None]:
    return [one.meta.get("title") for one in PIPELINE(Document("page", text)) if not one.outcome]
