"""A page's text as its twin of the same length, for the rules that judge it: one script, one width.

Tables and forms know simplified characters and full-width marks. Pages have both scripts, and what
an extractor or a program left of them often has half-width marks throughout:

    來源:江城晚報(記者 李立) 怎麼辦?      is judged as 来源：江城晚报（记者 李立） 怎么办？

No conversion: what is taken from the text is taken from the text itself.
"""

import re
from dataclasses import replace

from cleaner.chars.asread import as_read
from cleaner.document import Document

MARKS = str.maketrans(",:;?!()", "，：；？！（）")
# Beside a Han character or kana, on either side, or behind a full-width mark; not 10:30, max(x).
# The mark comes first: that makes a search of it fast.
BESIDE_RE = re.compile(
    "[,:;?!()](?:(?<=[\u3040-\u30ff\u3400-\u9fff”’」』》】）][,:;?!()])"
    "|(?=[\u3040-\u30ff\u3400-\u9fff“‘「『《【]))"
)


def as_page(document: Document) -> Document:
    """Return the document as it is read, its half-width marks beside Han full-width."""
    twin = as_read(document)
    if not BESIDE_RE.search(twin.text):
        return twin
    return replace(twin, text=BESIDE_RE.sub(lambda m: m[0].translate(MARKS), twin.text))
