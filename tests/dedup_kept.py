"""What several tests of duplicates ask."""

from cleaner.dedup import Deduplicator


def kept(*texts: str) -> int:
    """Return how many of the texts stay."""
    found = Deduplicator()
    for text in texts:
        found.add(text)
    return len(texts) - len(found.resolve())
