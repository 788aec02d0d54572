"""Text from anywhere, made fit to be shown: on a terminal, in a page."""

# Control characters but for tab and line feed, and the marks that turn the direction of writing:
# text from anywhere must not move the cursor, recolour the screen or show itself in another order.
_CONTROLS = (*range(9), *range(0xB, 0x20), *range(0x7F, 0xA0))
_DIRECTIONS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
SHOWN = {code: f"\\x{code:02x}" for code in _CONTROLS} | {
    code: f"\\u{code:04x}" for code in _DIRECTIONS
}
# What has no width, or none of its own: invisible where it stands, and often what was changed.
_INVISIBLE = (0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0x3000, 0xA0, 0xFEFF)
MARKED = SHOWN | {code: f"\\u{code:04x}" for code in _INVISIBLE}
MARKED |= {ord("\n"): "⏎", ord("\t"): "⇥"}


def safe(text: str) -> str:
    """Return the text with control and direction characters written out."""
    return text.translate(SHOWN)


def marked(text: str) -> str:
    """Return the text on one line, with what the eye cannot see written out as well."""
    return text.translate(MARKED)


def clipped(text: str, longest: int) -> str:
    """Return the text, its middle left out where it is long."""
    half = longest // 2
    return text if len(text) <= longest else f"{text[:half]} … {text[-half:]}"


def counted(number: int, noun: str) -> str:
    """Return so many of something: 1 page, 2,000 pages."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
