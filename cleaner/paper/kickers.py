"""Which of the headings of one head stands over its title: a kicker, the name of a column.

    怀着把知识带到矿山去的决心          the kicker, by what the text says of it, and its width
    六百名毕业生到矿区报到

    开源节流 挖潜增效                   by its pause
    机修厂半年节约用电三成

    乔石在上海考察时提出               what it says is the title
    改革上争取新突破

    培养扎根乡土的“科班”人才            the report opens with 信阳市…, as its title does
    信阳把千余村干部送入高校

    【权威发布】, 文化漫笔              the name of a column

What pauses may be the title as well: 种茶的人 等雨的山. Then the text speaks of it, and hardly
of the subtitle below.
"""

from collections.abc import Sequence

from cleaner.paper.headings import TEXT, Block
from cleaner.paper.headmatch import START_CHARS, share_of
from cleaner.paper.headshape import DASHES, PAUSE_RE, SAYS_RE
from cleaner.paper.press import dateline_end

# Headings of one head: kicker, title, subtitle.
MAX_HEAD = 3
# The start of the text below is looked for so near.
NEAR_BLOCKS = 4

# A first heading this short, this much narrower than the second, of which the text below says
# nothing, is the name of a column (文化漫笔): of 39 pairs 39, of 40 titles with a subtitle none.
MAX_COLUMN_NAME_EM, NARROWER = 8.5, 0.65
# Four characters of which the text says nothing are one, whatever it says of the title.
TINY_NAME_EM, TINY_NARROWER = 4.5, 0.7
# One of the three pairs of four characters may stand in it by chance: 社会万象.
MAX_NAME_SHARE, NAME_LESS = 0.34, 0.2

# A kicker without a pause is so much wider than the title below it, of which the text says so much
# more. With a pause, the text may say less of the title, if it says so much of it.
KICKER_WIDTH, SAID_MORE, SAID = 1.15, 0.25, 0.4

# Who acts opens a report and its title; the kicker says how, so its first word comes later, if at
# all. So near the start, so much later: true of 9 of the other 27 kickers, of no title.
# What is much narrower than the line below it is a title that its subtitle explains.
NEAR_START, LATER, NARROWEST = 20, 60, 0.8


def has_kicker(blocks: Sequence[Block], first: int, end: int) -> bool:
    """Say whether the first heading of a head stands over the title.

    Where the third is a subtitle by its dashes, the second is what it belongs to.
    """
    if end - first == MAX_HEAD and blocks[first + 2].text.startswith(DASHES):
        return not blocks[first + 1].text.startswith(DASHES)
    one, other = blocks[first], blocks[first + 1]
    start = start_of(blocks, end)
    wider = one.line.width / other.line.width
    if not other.text.startswith(DASHES) and (
        SAYS_RE.search(one.text)
        or (wider >= NARROWEST and _opens_later(one.text, other.text, start))
    ):
        return True
    said, more = share_of(other.text, start), share_of(one.text, start)
    if _is_kicker(one, other):
        return said >= SAID or more - said < SAID_MORE
    # A wider second says what the first means: 守着灯的人, below it 航标站老站长赵平三十年如一日.
    plain = not (other.text.startswith(DASHES) or PAUSE_RE.search(other.text))
    if plain and wider >= KICKER_WIDTH and said - more > SAID_MORE:
        return True
    return names_column(blocks, first, end)


def names_column(blocks: Sequence[Block], first: int, end: int) -> bool:
    """Say whether the first of two headings is the name of a column, by the text below them.

    The text speaks of the title and not of the column.
    """
    name, title = blocks[first], blocks[first + 1]
    width = name.line.width
    if title.text.startswith(DASHES):
        return False
    tiny = width <= TINY_NAME_EM
    narrower = TINY_NARROWER if tiny else NARROWER
    if width > MAX_COLUMN_NAME_EM or width > narrower * title.line.width:
        return False
    if first and title.line.blanks and not name.line.blanks:
        return False  # the head begins with the title; above it stands the end of another text
    start = start_of(blocks, end)
    said = share_of(name.text, start)
    if tiny and not said:
        return True
    return said <= MAX_NAME_SHARE and share_of(title.text, start) > said + NAME_LESS * (said > 0)


def _opens_later(one: str, other: str, start: str) -> bool:
    """Say whether a report opens with what the second of two headings does, and not the first."""
    start = start[dateline_end(start) :]
    first, second = (start.find(line.lstrip("“《")[:2]) for line in (one, other))
    return 0 <= second <= NEAR_START and not 0 <= first < second + LATER


def start_of(blocks: Sequence[Block], at: int) -> str:
    """Return the start of the text below a head."""
    near = blocks[at : at + NEAR_BLOCKS]
    return "".join(block.text for block in near if block.kind == TEXT)[:START_CHARS]


def _is_kicker(first: Block, second: Block) -> bool:
    """Say whether the first of two headings stands over the title: it pauses, the other not."""
    if second.text.startswith(DASHES):
        return False
    pauses = [
        " " in b.text or "，" in b.text or "、" in b.text or "," in b.text for b in (first, second)
    ]
    return pauses == [True, False] and not first.text.startswith("【")
