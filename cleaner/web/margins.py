"""Tell what stands round the text of a trimmed page: the site's, the headline, or the text's.

No word decides. Each line above the first paragraph and below the last is judged by its form and
its place: how it ends, what it shares with the text, what stands over and under it, whether it has
a day, the marks of a sentence, a label.

    竹乡在线                   shares nothing, no end, a short line's neighbour: the site's
    后山的篾匠                 shares most with the text: the headline
    小禾 2019-12-03 21:10      a day over the text: the site's
    入冬以来，…天天忙到天黑。
    往年这时候厂里早放假了     shares little, ends nothing, under the text: the site's
    全村的灯到半夜才灭。       ends a sentence: the text's

The weights are log odds against being the text's, fitted by logistic regression (three classes)
over 6,700 lines of 340 labelled pages, whole and cut as extractors cut them, towards the weights of
a fit on 440 other pages; what weighed less than .9 was left out, the rest rounded to halves.
On 194 pages that were never looked at they find 91 of 100 of the site's lines; of 20 lines that
they take one is the headline's or the text's. (With 71 weights: 94 of 100, and one of 12.)

Texts that are no pages have such lines too (a report's signature, a README's heads), so this is
only asked of a text in which something else has shown a page.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import NUMBER
from cleaner.web import labels
from cleaner.web.edges import ends_plainly
from cleaner.web.foot import PAPER_RE, WORD_RE
from cleaner.web.headline import units_of
from cleaner.web.notices import of_site
from cleaner.web.opening import NUMBERED_RE, OPENING_RE, back_to_record
from cleaner.web.page import WebLine
from cleaner.web.passing import DOCUMENTS_OWN_RE, SUBTITLE
from cleaner.web.trimmed import BOOK_RE, is_told

# Lines on a side; lines of the text that they are held against; characters of a short line, of a
# sentence that is the text's own; pairs of characters beyond which a line's share counts for no
# more. Chosen.
REACH, BODY, SHORT, SENTENCE, MOST_PAIRS = 10, 40, 9, 8, 12
SHARES = (0, 0.15, 0.3, 0.5, 0.75)  # of a line's pairs of characters that the text has
MARGIN = 0.5  # by so much more the site's than the headline or the text's; tried 0 to 1.5

# What the site's lines reach where no rule has found one to take, half of them labels. Tried 8 to
# 14: a report with a line of facts reaches 9.1.
SHOWN = 10.0
LABELS = 2  # among them where they reach twice as much, and fewer than half are labels

DAY_RE = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}|\d{1,2}[-/.月]\d{1,2}[日号]?(?!\d)")
MARK_RE = re.compile("[，、；。！？](?=.)")
CAPTION_RE = re.compile(r"[^：:][摄攝图圖][)）]?$")  # 编竹篮（何秀英摄）
# 15.1. 加固系统; a note or a reference: [1] 吴敏. 公交史[M].
SECTION_RE = re.compile(r"(?:[0-9]{1,2}|[A-Z])(?:\.[0-9]{1,2})+[. \u3000]|\[[0-9]{1,3}\] ?[^\W\d_]")
OWN = (*SUBTITLE, "《", "#")
BOLD_RE = re.compile(r"\*\*[^*]+\*\*")  # a heading as well: **硬件安全模块**

# Of each feature: what it says for the site, and for the headline. "a" is above the text, "b" below
# it; "over" and "under" are the neighbours on the two sides.
WEIGHTS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "a": (1.0, 1.0),
        "a colon": (-2.0, -2.5),
        "a day": (1.0, 0.0),
        "a digit": (1.0, 0.5),
        "a label": (4.5, -0.5),
        "a latin": (1.0, 0.5),
        "a marks": (-1.5, -1.0),
        "a no words": (1.5, -0.5),
        "a other": (1.5, 0.0),
        "a over label": (1.5, 2.5),
        "a over text": (-0.5, -1.5),
        "a sentence": (-1.0, -1.0),
        "a shares 0": (1.5, -1.0),
        "a shares 5": (-0.5, -0.5),
        "a shares most": (-1.0, 2.0),
        "a under day": (-0.5, -1.0),
        "a under line": (-1.5, -2.0),
        "a under sentence": (-0.5, -2.0),
        "a under short": (-1.5, -2.0),
        "b": (1.5, -2.0),
        "b day alone": (-2.5, -1.5),
        "b end": (2.0, 1.0),
        "b label": (4.0, 1.0),
        "b latin": (2.0, 0.5),
        "b marks": (-1.0, -1.0),
        "b other": (1.5, 0.5),
        "b over day": (-1.5, -1.0),
        "b over line": (-0.5, -1.0),
        "b over sentence": (-2.0, -1.5),
        "b sentence": (-2.0, -1.5),
        "b shares 0": (0.5, -1.0),
        "b shares 3": (1.0, 1.0),
        "b under label": (2.5, 1.0),
        "b under sentence": (-1.0, -1.0),
        "b under text": (-1.0, -1.0),
    }
)


class Margins(NamedTuple):
    """The site's lines round the text, each with by how much, and the headline or -1."""

    site: Mapping[int, float]
    headline: int


def margins(lines: Sequence[WebLine], first: int, last: int) -> Margins:
    """Return the lines round the text that are the site's, and the one most like a headline.

    What opens a text (各有关单位：, 摘要), the number of a section, a document or a reference, a
    subtitle, a caption, a book stay. Where credits stand inside the text it is a paper's page:
    nothing goes.
    """
    found: dict[int, float] = {}
    heads: dict[int, float] = {}
    # A chapter's book and its author stand above it.
    top = next((i for i in range(first) if _is_chapter(lines[i])), 0)
    record = range(back_to_record(lines, first, -1), first)
    if any(line.label in (labels.META, labels.CREDIT) for line in lines[first:last]):
        return Margins(found, -1)
    own = units_of(line.line.text for line in lines[first : min(first + BODY, last + 1)])
    for i, names in features(lines, first, last).items():
        if i < first and lines[i].label and is_told(lines[i], own):
            continue
        site, head = (sum(WEIGHTS.get(name, (0.0, 0.0))[k] for name in names) for k in (0, 1))
        if site - max(head, 0.0) > MARGIN and i >= top and not (i in record or _is_own(lines[i])):
            found[i] = site - max(head, 0.0)
        elif i < first and head > max(site, 0.0):
            heads[i] = head
    return Margins(found, max(heads, key=lambda i: heads[i], default=-1))


def show_page(lines: Sequence[WebLine], first: int, site: Mapping[int, float]) -> bool:
    """Say whether the site's lines show a page by themselves, where a text has some evidence.

    Words alone below a text (关注, 分享) may be the writer's.
    """
    texts = {i: lines[i].line.text for i in site}
    known = [i for i in site if lines[i].label]
    if all(WORD_RE.fullmatch(texts[i]) for i in known if i > first):
        known = [i for i in known if i < first]
    papers = any(map(PAPER_RE.search, texts.values()))
    total, named = sum(site.values()), 2 * len(known) >= len(site)
    enough = named or (total >= 2 * SHOWN and len(known) >= LABELS)
    return total >= SHOWN and enough and not papers


def features(lines: Sequence[WebLine], first: int, last: int) -> Mapping[int, list[str]]:
    """Return what is known of each line close above and below the text."""
    text = range(first, last + 1)
    own = units_of(lines[i].line.text for i in text[:BODY])
    found = {}
    for side, places in (
        ("a", range(max(0, first - REACH), first)),
        ("b", range(last + 1, min(len(lines), last + 1 + REACH))),
    ):
        pairs = {i: units_of([lines[i].line.text]) for i in places}
        shares = {i: len(pairs[i] & own) / len(pairs[i]) for i in places if pairs[i]}
        worth = {i: share * min(len(pairs[i]), MOST_PAIRS) for i, share in shares.items()}
        best = max(worth, key=lambda i: (worth[i], -i), default=-1)
        for i in places:
            names = [*_form(lines[i])]
            share = shares.get(i, -1.0)
            names.append(
                f"shares {sum(share > least for least in SHARES)}" if i in shares else "no words"
            )
            if i == best and share > 0:
                names.append("shares most")
            if i > 0:
                names.append("under " + ("text" if i - 1 in text else _kind(lines[i - 1])))
            if i + 1 < len(lines):
                names.append("over " + ("text" if i + 1 in text else _kind(lines[i + 1])))
            found[i] = [side, *(f"{side} {name}" for name in names)]
    return found


def _form(line: WebLine) -> Iterator[str]:
    text = line.line.text
    yield "sentence" if line.end else line.line.ending
    if line.label:
        yield "label"
    if DAY_RE.search(text):
        yield "day"
    if labels.is_day(text):
        yield "day alone"
    if MARK_RE.search(text):
        yield "marks"


def _kind(line: WebLine) -> str:
    if line.label:
        return "label"
    if DAY_RE.search(line.line.text):
        return "day"
    return "short" if line.chars <= SHORT else "sentence" if line.end else "line"


def _is_chapter(line: WebLine) -> bool:
    text = line.line.text
    named = line.line.opening == NUMBER and text.startswith("第")  # 第三章 后山, not 一、前言
    return named or BOOK_RE.fullmatch(text) is not None


def _is_own(line: WebLine) -> bool:
    text = line.line.text
    if ends_plainly(line) and line.chars >= SENTENCE and not line.label and not of_site(line):
        return True
    forms = (
        OPENING_RE.fullmatch,
        NUMBERED_RE.match,
        DOCUMENTS_OWN_RE.fullmatch,
        CAPTION_RE.search,
        SECTION_RE.match,
    )
    if line.line.opening == NUMBER or text.startswith(OWN) or labels.picture_credit(text):
        return True
    if BOLD_RE.fullmatch(text) and not line.label:
        return True
    return any(form(text) for form in forms)
