"""Find an article's own table of contents: 目录, and entries all of which stand again as headings.

Blogs and encyclopedias print it by a program above the text; it says nothing that the text does not
say again. In a book 目录 is the book's own; 文章目录 only a blog's program prints.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from cleaner import late as re

TWICE = 2  # in the contents and above its part
# 目录, 本文目录, 文章目錄; with so many entries, each of which stands again as a heading.
# A wiki's can be hidden: 目录 [隐藏], and its headings have a link behind them: 历史[编辑].
CONTENTS_RE, CONTENTS_LEAST = (
    re.compile(r"[本文章内容內]{0,4}(?:目录|目錄|目次)(?: ?[\[［]?[隐隱]藏[\]］]?)?|Contents"),
    2,
)
HIDE_RE = re.compile(r"[\[［]?(?:[隐隱]藏|移至[侧側][栏欄])[\]］]?")
LINK_RE = re.compile(r"\s?[\[［](?:编辑|編輯)[^\[\]［］]{0,12}[\]］]$")
ENTRY_RE = re.compile(
    r"^[\d.▪•·*#\s、一二三四五六七八九十]{1,9}"
)  # 1 形态特征, ▪ 药用价值, 一、手续
BLOG_RE, BLOG_REACH = re.compile(r"(?:文章|本文)(?:目录|目錄)"), 6  # lines above it; chosen


def contents(lines: Sequence[str]) -> Iterator[int]:
    """Yield the lines of the tables of contents with their names. Linear.

    The first entry that is said a second time is none, but its heading.
    """
    if not any(map(CONTENTS_RE.fullmatch, lines)):  # most pages
        return
    names = [LINK_RE.sub("", ENTRY_RE.sub("", line)) for line in lines]
    counts = Counter(names)
    i = 0
    while i < len(lines):
        i += 1
        if not CONTENTS_RE.fullmatch(lines[i - 1]):
            continue
        first, said = i, set[str]()
        i += i < len(lines) and HIDE_RE.fullmatch(lines[i]) is not None
        while i < len(lines):
            name = names[i]
            if name in said or (name and counts[name] < TWICE):
                break
            said |= {name} - {""}  # a number in a line of its own
            i += 1
        if len(said) >= CONTENTS_LEAST:
            yield from range(first - 1, i)


def blog_contents(lines: Sequence[str]) -> list[int]:
    """Return the lines of the contents that a blog's program printed near the head of a text."""
    if not any(BLOG_RE.fullmatch(line) for line in lines[:BLOG_REACH]):
        return []
    return list(contents(lines))
