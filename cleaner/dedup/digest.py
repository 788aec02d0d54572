"""What a text is known by: a digest that exact duplicates share, and its group as a number."""

from hashlib import blake2b

from cleaner.dedup.fold import Folded

DIGEST_BYTES = 16


def digest_of_fold(text: str, folded: Folded, within: str | None) -> bytes:
    """Return what exact duplicates share.

    The fold and where its numbers break: 3.5 is not 35. A text without a letter is its own fold:
    "！！" and "？？" are two texts.
    """
    group = b"\0" if within is None else b"\1" + within.encode("utf-8", "surrogatepass")
    if len(folded.codes):
        breaks = folded.breaks.tobytes()
        whole = b"".join((group, b"\0fold", folded.codes.data, b"\xff\xff\xff\xff", breaks))
    else:
        whole = b"".join((group, b"\0text", text.encode("utf-8", "surrogatepass")))
    return blake2b(whole, digest_size=DIGEST_BYTES).digest()


def group_of(within: str | None) -> int:
    """Return a group as 64 bits; 0 where all texts are compared."""
    if within is None:
        return 0
    encoded = within.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(encoded, digest_size=8).digest(), "little")
