"""Pieces into which a site that shares documents cuts their text.

Such sites print the text of a document below its pictures, in pieces of one length that they
number, wherever a sentence stands, under a line that says what is shared:

    《县志补遗.docx》由会员分享，可在线阅读，更多相关《县志补遗.docx（9页珍藏版）》请在某文库上搜索。
    1、县志补遗龙泉县建于明朝……是有帮助的，因此不揣鄙
    2、陋，将其公诸同好，并请多加批评指正。……

The line goes to metadata. The numbers go, and the text is joined, only where they count the pieces
for sure: from 1, in each line that is left, and all pieces but the last of about one length. The
items of a list are not.
"""

from collections.abc import Iterator
from itertools import pairwise

from cleaner import late as re
from cleaner.document import Document, Edit
from cleaner.stage import Rewrite

SHARED = "由会员分享"
HEADER_RE = re.compile(
    r"^[ \u3000]{0,8}《.{1,160}由会员分享[，,]可在线阅读[，,]更多相关.{1,200}上搜索[。.]?"
    r"[ \u3000]*$",
    re.MULTILINE,
)
PIECE_RE = re.compile(r"^[ \u3000]{0,8}(\d{1,4})、 ?", re.MULTILINE)
# Letters of a piece: least number, and how much less than the longest the shortest may have.
# Chosen; sites cut at 200 to 500.
MIN_PIECE_CHARS, MIN_EVEN = 80, 0.6
# Some sites end each piece with a full stop: where so many in a row do, it is theirs. Chosen.
MIN_STOPPED = 4


def preview(document: Document) -> Iterator[Edit]:
    """Lift the line of a site that shares a document, and join the pieces that it numbered.

    Leaves the numbers of a list, whose items differ in length, and any text without that line.
    """
    text = document.text
    header = HEADER_RE.search(text) if SHARED in text else None
    if not header:
        return
    yield Edit(header.start(), header[0], "", field="source_line")
    pieces: list[re.Match[str]] = []
    for found in PIECE_RE.finditer(text, header.end()):
        if int(found[1]) == len(pieces) + 1:
            pieces.append(found)
    if not pieces or text[header.end() : pieces[0].start()].strip():
        return
    sizes = [after.start() - one.end() for one, after in pairwise(pieces)]
    if not sizes or min(sizes) < max(MIN_PIECE_CHARS, MIN_EVEN * max(sizes)):
        return
    if any("\n" in text[a.end() : b.start()].strip() for a, b in pairwise(pieces)):
        return
    ends = [
        before.end() + len(text[before.end() : one.start()].rstrip())
        for before, one in pairwise(pieces)
    ]
    stopped = len(ends) >= MIN_STOPPED and all(text[end - 1] == "。" for end in ends)
    yield Edit(pieces[0].start(), pieces[0][0], "")
    for end, one in zip(ends, pieces[1:], strict=True):
        start = end - stopped
        yield Edit(start, text[start : one.end()], "")


# Synthetic, as all below.
_HEADER = (
    "《水尺.docx》由会员分享，可在线阅读，更多相关《水尺.docx（9页珍藏版）》请在某文库上搜索。"
)
_TEXT = (
    "水尺立在老闸的下游，每天早晚各读一次，读数写在一本蓝皮的本子里，本子用完了就放进木箱，六十"
    "年来装满了三只。看水的人换过四个，字迹各不相同，可是没有一天空着，连发大水的那一年也没"
    "有。去年县里装了自动的水位计，数字直接传到局里的屏幕上，老赵还是照旧去看，说多看一眼多放"
    "一份心，局里也就由他去了。今年汛期来得早，水位计被漂来的树干撞坏了两天，局里打电话来问"
)
_PIECES = [_TEXT[at : at + 85] for at in range(0, len(_TEXT), 85)]
_LIST = "准备三样东西，一样也不能少。" * 6
_ITEMS = f"1、{_LIST}\n2、带上本子。\n3、早晚各读一次。"

PREVIEW = Rewrite(
    preview,
    gate="《",
    examples={
        f"{_HEADER}\n" + "\n\n".join(f"{at}、{piece}" for at, piece in enumerate(_PIECES, 1)): (
            f"\n{_TEXT}"
        ),
        # with full stops of the site's
        f"{_HEADER}\n" + "。\n".join(f"{at}、{_TEXT}" for at in range(1, 6)): f"\n{_TEXT * 5}",
        # a list, not cut by the site
        f"{_HEADER}\n{_ITEMS}": f"\n{_ITEMS}",
        f"{_HEADER}\n守则\n" + "\n".join(f"{at}、{_LIST}" for at in (1, 2, 3)): (
            "\n守则\n" + "\n".join(f"{at}、{_LIST}" for at in (1, 2, 3))
        ),
    },
    keeps=[
        # pieces as even without the line; what is said of such a line
        "\n".join(f"{at}、{_LIST}" for at in (1, 2, 3)),
        "\n\n".join(f"{at}、{piece}" for at, piece in enumerate(_PIECES, 1)),
        f"文档由会员分享，可以在线阅读，这是网站的规矩。\n{_ITEMS}",
        "网站上写着“《水尺》由会员分享，可在线阅读，更多相关文档请在站内搜索”，他没有看见。",
    ],
)
