"""Give the parts of a page shapes that the extraction of its article knows.

It reads paragraphs, headings, lists, tables and code, and drops what stands in other shapes among
them. Each of these is common and lost text on real pages:

    <p>…</p><div>…。</div><p>…</p>              a paragraph that is a div among paragraphs
    <figure><pre>…</pre></figure>               code of Hexo and mdBook; quotes
    <td><pre>1 2</pre></td><td><pre>…</pre>     code beside the numbers of its lines
    <fieldset><section>…                        boxes of WeChat's editors
    于<time>2019年</time>建成                    a word in a paragraph
    <p>…</p><x-note>…。</x-note><p>…</p>         a paragraph of a name that its site made up
    <ol><li>…。</li><li>…。</li></ol>            steps, which would lose their numbers

Nothing is moved: a part gets another name, a line break in code becomes one, a step its number.
What stands in an aside, a form or a footer inside an article is left out: mostly it is a box to
subscribe, links, or a line that the text says again.
"""

from typing import Any

from cleaner import late as re
from cleaner.io.markup import CELLS, names
from cleaner.layout import END, ending_of
from cleaner.web.labels import site_label

# What is dropped with its words in the middle of a paragraph. Outside one it may be the page's day.
WORDS = names("label time")
PARAGRAPHS = names("blockquote li p")
# Boxes that are dropped with their paragraphs.
BOXES = names("fieldset")
# What makes a figure more than a picture with a caption.
HELD = names("blockquote ol pre table ul")
# A paragraph that is none by its name stands beside one, or in a box of its own that does.
LOOSE = names("center div label")
INLINE = names(
    "a abbr b big br cite code del em font i img ins kbd label mark q s small span strong sub sup"
    " time u"
)
SENTENCE_CHARS = 8  # of one: ナイス！ is a button; chosen
STEPS, START_CHARS = 2, 4  # items of a list of steps; digits of the first one's number
# An item that has its own: 1. , （二）, ③.
NUMBERED_RE = re.compile(r"\s*(?:[(（]?[\d一二三四五六七八九十]{1,3}[.、)）．:：]|[①-⑳])")
LINKED_SHARE = 0.5  # of such a paragraph's characters; a row of links has more; chosen


def reshape(elements: list[Any]) -> None:
    """Rename the parts of a page; `elements` are all of them, in the document's order."""
    for one in elements:
        tag = one.tag
        if tag in BOXES or (tag == "figure" and any(x.tag in HELD for x in one.iter())):
            one.tag = "div"
        elif tag == "table":
            _open_code(one)
        elif tag == "br" and any(outer.tag == "pre" for outer in one.iterancestors()):
            one.tail = "\n" + (one.tail or "")  # else the next line's indent is lost
            one.drop_tag()
    for one in elements:
        if (one.tag in LOOSE or "-" in str(one.tag)) and _is_loose(one):
            one.tag = "p"
        elif one.tag == "ol" and _is_said(one) and _beside_paragraph(one):
            _number(one)
    for one in elements:
        if one.tag in WORDS and _is_in_paragraph(one):
            one.tag = "span"


def _is_in_paragraph(one: Any) -> bool:
    outer = next((x for x in one.iterancestors() if x.tag not in INLINE), None)
    return outer is not None and outer.tag in PARAGRAPHS


def _open_code(table: Any) -> None:
    """Leave of a table of two cells, numbers of lines and the code beside them, the code."""
    cells = [one for one in table.iter() if one.tag in CELLS]
    if len(cells) != 2 or cells[1].find(".//pre") is None:
        return
    numbers = "".join(cells[0].itertext()).split()
    if not numbers or not all(map(str.isdecimal, numbers)):
        return
    cells[0].drop_tree()
    for one in (table, *table.iterdescendants()):
        if one.tag in CELLS or one.tag in ("table", "tbody", "tr"):
            one.tag = "div"


def _is_loose(one: Any) -> bool:
    """Say whether an element is a paragraph by what it has and where it stands."""
    return _is_leaf(one) and _is_said(one) and _beside_paragraph(one)


def _is_leaf(one: Any) -> bool:
    return all(child.tag in INLINE for child in one.iterdescendants())


def _is_said(one: Any) -> bool:
    """Say whether an element ends a sentence, is no label of the site, and no row of links."""
    text = "".join(one.itertext()).strip()
    if len(text) < SENTENCE_CHARS or ending_of(text) != END or site_label(text):
        return False
    linked = sum(len("".join(link.itertext())) for link in one.iter("a"))
    return linked < LINKED_SHARE * len(text)


def _number(steps: Any) -> None:
    """Make paragraphs with their numbers of the items of a list, where each is one."""
    items, start = list(steps), steps.get("start", "1")
    plain = steps.get("type", "1") == "1" and "reversed" not in steps.attrib
    if not plain or not start.isdecimal() or len(start) > START_CHARS or len(items) < STEPS:
        return
    if any(one.tag != "li" or "value" in one.attrib or not _is_leaf(one) for one in items):
        return
    if any(NUMBERED_RE.match("".join(one.itertext())) for one in items):
        return
    steps.tag = "div"
    for number, one in enumerate(items, int(start)):
        one.tag = "p"
        one.text = f"{number}. {(one.text or '').lstrip()}"


def _beside_paragraph(one: Any) -> bool:
    """Say whether a paragraph with text is the neighbour of an element, or of the box round it."""
    outer = one.getparent()
    while outer is not None and len(outer) == 1 and not (outer.text or "").strip():
        one, outer = outer, outer.getparent()
    return any(
        near is not None and near.tag == "p" and any(map(str.strip, near.itertext()))
        for near in (one.getprevious(), one.getnext())
    )
