"""Documents that hold nothing to learn from.

Only what nobody can want: no text, or less than a sentence. Short texts are texts: a poem of
twenty characters, a notice of one line. A title that an earlier stage lifted is part of the
document and counts.
"""

from cleaner.document import Document
from cleaner.stage import Reject

# How much of a text is looked at first, in the characters that are asked for: mostly enough.
HEAD_TIMES = 10


def empty_text(document: Document) -> str | None:
    """Reject a document that has no visible character, in its title or its text."""
    title = str(document.meta.get("title") or "")
    return None if title.strip() or document.text.strip() else "0 characters"


def too_short(document: Document, *, min_chars: int = 5) -> str | None:
    """Reject a document of fewer than `min_chars` characters, white space not counted.

    The default keeps 各部门： and a line of verse; 首页 and a page number go. Peers ask for 200
    (ChineseWebText): that drops most news in brief.
    """
    if _visible(document.text[: HEAD_TIMES * min_chars]) >= min_chars:
        return None
    chars = _visible(document.text) + _visible(str(document.meta.get("title") or ""))
    if chars >= min_chars:
        return None
    return f"{chars} character{'' if chars == 1 else 's'}, fewer than {min_chars}"


def _visible(text: str) -> int:
    return sum(map(len, text.split()))


EMPTY_TEXT = Reject(
    empty_text,
    examples={" \n\u3000\n": []},
    keeps=["一", "通知"],
)

TOO_SHORT = Reject(
    too_short,
    examples={"首页\n12": []},  # synthetic
    keeps=["春眠不觉晓", "各部门：\n速办"],  # synthetic
)
