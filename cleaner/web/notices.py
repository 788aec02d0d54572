"""Tell the sentences in which a site speaks of itself: terms, disclaimers, calls to install.

They end in full stops like those of the article and stand right before or behind it, so a block
takes them in. The forms of words.py know those that have been seen. Other sites say the same with
other forms, but of the same words: 本站, 转载, 授权, 平台, 用户, 立场. One such word proves nothing
(reports have 平台 and 用户), several that fill a quarter of a line do. Of 4,300 lines of articles,
laws and reports 2 do, of 75 notices in labelled pages 50:

    本网登载此文出于传递更多信息之目的，并不意味着赞同其观点或证实其描述。      goes
    平台运营方称，用户可以在网站上查看自己的信息。                              stays: inside

Only at the block's edges, and not where the text itself speaks like this: the help of a program, a
law on copyright.
"""

from collections.abc import Sequence

from cleaner.web import labels, words
from cleaner.web.page import WebLine

# Words of a notice, and the share of its characters that they are: of a line that goes, and of a
# line inside by which the text itself is of that kind.
SURE_WORDS, SURE_SHARE = 3, 0.25
LIKE_WORDS, LIKE_SHARE = 2, 0.15
LIKE_LINES = 2
EDGE_LINES = 4  # a notice has so many paragraphs at most; chosen
NOTICE_CHARS = 400  # of a line that is looked at

# （作者系某大学教授，本文仅代表作者个人观点） is the author's own.
AUTHOR = ("（作者", "(作者")

SITE_WORDS = sorted({labels.fold(word) for word in words.SITE_WORDS}, key=lambda w: (-len(w), w))


def without_notices(lines: Sequence[WebLine], start: int, end: int) -> tuple[int, int]:
    """Return the block [start, end) without the site's own sentences at its edges."""
    first, last = start, end
    while first < min(end, start + EDGE_LINES) and of_site(lines[first]):
        first += 1
    while last > max(first, end - EDGE_LINES) and of_site(lines[last - 1]):
        last -= 1
    inside = lines[first:last]
    if (first, last) == (start, end) or not any(line.good for line in inside):
        return start, end
    alike = sum(of_site(line, LIKE_WORDS, LIKE_SHARE) for line in inside)
    return (start, end) if alike >= LIKE_LINES else (first, last)


def of_site(line: WebLine, least: int = SURE_WORDS, share: float = SURE_SHARE) -> bool:
    """Say whether so many words of a notice fill this share of an unlabelled line."""
    if line.label or line.chars > NOTICE_CHARS or line.line.text.startswith(AUTHOR):
        return False
    rest, found = labels.fold(line.line.text), 0
    chars = len(rest)
    for word in SITE_WORDS:  # the longest first: 本网站 is one word
        if word in rest:
            rest, found = rest.replace(word, " "), found + 1
    filled = chars - sum(map(len, rest.split()))
    return found >= least and filled >= share * chars
