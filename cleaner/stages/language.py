"""Which script a document is written in, noted for the stages after.

Spacing, widths, punctuation and word evidence differ by script; they all read this one note. It is
taken once the encoding is right (a Chinese text decoded wrongly looks like accented Latin) and
before anything else: a rule for Chinese must not touch a Japanese page.

A page may hold articles in several: then each has its own in the end. That of the page stays where
an article by itself says less, and where another note would let a later run do what this one left.
"""

from collections.abc import Iterator
from itertools import islice

from cleaner import late as re
from cleaner.chars.scripts import script_of_text
from cleaner.chars.strays import STANDARD, STRAYS
from cleaner.document import Document, Edit, Note
from cleaner.stage import Rewrite

# What a later run would change in an article, were it simplified: strays, wide digits, marks.
LEFT_RE = re.compile(f"[{''.join(sorted(STRAYS | STANDARD))}０-９Ａ-Ｚａ-ｚ,]")
# An article of fewer letters is a caption, and says less than its page.
MIN_LETTERS = 30


def language(document: Document) -> Iterator[Edit | Note]:
    """Note the script: zh-Hans, zh-Hant, zh, ja, ko, en (Latin letters), mixed or none.

    Changes no text. A note that a reader brought is made anew: the text may have been repaired
    since. That of an earlier run stays: it was taken of the whole page, this is an article of it.
    """
    if document.was_cleaned and "script" in document.meta:
        return
    yield Note("script", script_of_text(document.text))


def article_script(document: Document) -> Iterator[Edit | Note]:
    """Note the script of an article that is in another than its page. Changes no text.

    Stands after the articles, and speaks of those that were split from a page.
    """
    text = document.text
    if "parent" not in document.meta:
        return
    script = script_of_text(text)
    if script in {"none", "zh", "mixed"} or script == document.meta.get("script"):
        return
    if sum(1 for _ in islice(filter(str.isalpha, text), MIN_LETTERS)) < MIN_LETTERS:
        return
    if script == "zh-Hans" and LEFT_RE.search(text):
        return
    yield Note("script", script)


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
# So does this one; tests/test_scripts.py has a page of two scripts.
ARTICLE_SCRIPT = Rewrite(
    article_script, once=True, examples=LANGUAGE.examples, keeps=LANGUAGE.keeps
)
