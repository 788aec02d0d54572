"""What goes to a terminal."""

from collections.abc import Iterator

# Control characters but for tab and line feed, and the marks that turn the direction of writing:
# text from anywhere must not move the cursor, recolour the screen or show itself in another order.
_CONTROLS = (*range(9), *range(0xB, 0x20), *range(0x7F, 0xA0))
_DIRECTIONS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
SHOWN = {code: f"\\x{code:02x}" for code in _CONTROLS} | {
    code: f"\\u{code:04x}" for code in _DIRECTIONS
}


def safe(text: str) -> str:
    """Return the text with control and direction characters written out."""
    return text.translate(SHOWN)


def more(count: int, limit: int) -> Iterator[str]:
    """Yield what to say of a list of which only `limit` are shown; 0 for all."""
    if limit and count > limit:
        yield f"    and {count - limit:,} more (--limit 0 shows all)"
