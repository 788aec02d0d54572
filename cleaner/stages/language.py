"""Which script a document is written in, noted for the stages after.

Spacing, widths, punctuation and word evidence differ by script; they all read this one note. It is
taken once the encoding is right (a Chinese text decoded wrongly looks like accented Latin) and
before anything else: a rule for Chinese must not touch a Japanese page.
"""

from collections.abc import Iterator

from cleaner.chars.scripts import script_of_text
from cleaner.document import Document, Edit, Note
from cleaner.stage import Rewrite


def language(document: Document) -> Iterator[Edit | Note]:
    """Note the script: zh-Hans, zh-Hant, zh, ja, ko, en (Latin letters), mixed or none.

    Changes no text. A note that a reader brought is made anew: the text may have been repaired
    since. That of an earlier run stays: it was taken of the whole page, this is an article of it.
    """
    if document.was_cleaned and "script" in document.meta:
        return
    yield Note("script", script_of_text(document.text))


# It changes nothing: its cases only say that it does not.
LANGUAGE = Rewrite(
    language,
    examples={"会议于八月在北京举行。": "会议于八月在北京举行。"},  # synthetic
    keeps=[
        "會議於八月在臺北舉行。",
        "会議は八月に東京で行われた。",
        "The meeting",
        "",
    ],  # synthetic
)
