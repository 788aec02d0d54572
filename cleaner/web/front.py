"""Keep all posts of a blog's front page: one block is one post, and each of them is text.

What a program prints below each post is the same but for numbers and names, and prose stands
between each two:

    种了两垄蒜
    2019-02-27 19:02
    立春以后把院子东边的那块地翻了一遍，…    a post
    阅读全文 评论(0) 分类：菜园            its foot: 阅读全文评论( stands below the others too
    搬家

Comments and summaries of other articles follow each other like this too. But an article ends
otherwise than its comments, so the foot right below the block must be one of those; the heading
over comments and links stands once; and the title of an article's own page is its headline.
"""

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.web import labels
from cleaner.web.page import WebLine
from cleaner.web.runs import Block
from cleaner.web.thread import POST_RE, is_post

FEET = 2  # posts that end alike; chosen
FOOT_LINES = 6  # between a post's last sentence and its foot; chosen
FOOT_CHARS = 4  # of what feet have in common; chosen
GAPS_SHARE = 0.8  # of the gaps between feet that have prose; a post may be a picture
ENDS = frozenset({labels.COMMENT, labels.FOOTER, labels.LINKS, labels.NEXT})
ABOVE = frozenset({labels.CRUMB, labels.LINKS, labels.LOGIN, labels.NAV, labels.SKIP})
MOST_CHARS = 60  # of a foot; chosen
FOOT_LABELS = frozenset({"", labels.COMMENT, labels.META, labels.NAV, labels.SHARE, labels.TAGS})
COLON_RE = re.compile(":")


def with_posts(lines: Sequence[WebLine], block: Block, copies: Sequence[int]) -> Block:
    """Widen the block over all posts where it is one of them. Linear.

    `copies`: where the page's headline stands.
    """
    if block.headline in copies or any(POST_RE.search(x.line.text) for x in lines):
        return block
    places = defaultdict(list)
    for i, line in enumerate(lines):
        key = _key(line)
        if key:
            places[key].append(i)
    ends = [i for i, x in enumerate(lines) if x.label in ENDS and not x.copy]
    stops = [i for i in ends if len(places[_key(lines[i])]) < FEET]
    top = max((i for i in stops if i < block.start), default=-1) + 1
    end = min((i for i in stops if i >= block.end), default=len(lines))
    feet = _feet(lines, places, range(top, end))
    if not any(block.start <= i < block.end + FOOT_LINES for i in feet):
        return block
    start = _first_post(lines, top, feet)
    # Above the first post it is the title of an article, of which these are the comments.
    headline = block.headline if block.headline <= start else -1
    start += headline == start
    end = max(block.end, feet[-1])
    again = (i for i in range(start, end) if lines[i].copy and lines[i].label)
    return Block(start, end, headline, feet=frozenset({*feet, *again}))


def _first_post(lines: Sequence[WebLine], top: int, feet: Sequence[int]) -> int:
    """Return where the first post begins: so many lines above its text as most posts have.

    Between the texts of two stand the foot of the one, as long as that of the last, and the head.
    """
    prose = [i for i in range(top, feet[-1]) if lines[i].good or is_post(lines[i])]
    own = {bisect(prose, i) for i in feet}
    gaps = Counter(b - a - 1 for k, (a, b) in enumerate(pairwise(prose), 1) if k in own)
    if not gaps:
        return top
    head = gaps.most_common(1)[0][0] - (feet[-1] - prose[-1])
    shown = (i for i in range(prose[0] - 1, top - 1, -1) if lines[i].label in ABOVE)
    return max(next(shown, top - 1) + 1, prose[0] - max(head, 0))


def _feet(
    lines: Sequence[WebLine], places: Mapping[str, Sequence[int]], within: range
) -> list[int]:
    """Return the lines that stand below posts, all of them alike."""
    prose = [0]
    for line in lines:
        prose.append(prose[-1] + (line.good or is_post(line)))
    found = []
    for key in sorted(places):
        near = [i for i in places[key] if i in within]
        gaps = [prose[b] > prose[a] for a, b in pairwise(near)]
        # 718 comments above an article and below it is one.
        posts = len(near) > FEET or len({lines[i].line.text for i in near}) == FEET
        if posts and sum(gaps) >= GAPS_SHARE * len(gaps):
            found += near
    return sorted(found)


def _key(line: WebLine) -> str:
    """Return what feet of one program have in common, or an empty string.

    What stands before the first number, or the colon of tags: Posted by Harriet at, 标签. The
    same day or button twice is none, nor is a fact that no label has: 交通：乘57路车.
    """
    text = line.line.text
    plain = line.good or line.end or line.cut or line.chars > MOST_CHARS
    if plain or labels.is_day(text) or line.label not in FOOT_LABELS:
        return ""
    folded = labels.fold(text)
    number = (COLON_RE if line.label == labels.TAGS else labels.DIGIT_RE).search(folded)
    if line.label == labels.COMMENT:
        return labels.DIGIT_RE.sub("0", folded) if number else ""  # 9条评论
    shared = folded[: number.start()] if number else ""
    fact = not line.label and ":" in shared
    return shared if line.label == labels.TAGS or (len(shared) >= FOOT_CHARS and not fact) else ""
