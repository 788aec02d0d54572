"""Where a page says its headline more than once (title, path, above the text), and its lead.

Of lines as they stand, without what is known of each.
"""

from collections.abc import Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.web import labels, words
from cleaner.web.frame import is_sure
from cleaner.web.sites import ends_in_known, is_known

# A copy of the headline in the first line, the page's <title>, has at least so many characters
# and this share of the line.
HEADLINE_CHARS, HEADLINE_SHARE = 6, 0.3
TITLE_SEPARATORS = "_-|–—丨/·:(@"

# A headline that is said twice: characters, lines between the two, lines to the first paragraph.
TWICE_CHARS, TWICE_REACH, TWICE_TEXT = 8, 24, 3
TWICE_LABELS = 3  # above the first; chosen

# A page's <title> behind its headline: what parts the names, and what the name of a site ends in
# (江城日报, hz.example.cn); no 记江城电视台, which a subtitle may say.
PARTS_RE = re.compile(r"\s?(?:[_|｜丨]|--|-|(?<=\s)[–—](?=\s))\s?")
NOT_FIRST = "(?![记記访訪致看走来來在从從对對与與和织織])"
SITE_RE = re.compile(
    rf"{NOT_FIRST}[^\W\d_]{{0,14}}"
    "(?:网站|網站|[日晚早晨时時商]报|[电電][视視]台|博客|百科|文库|贴吧|知乎|[豆简]书)"
    r"|[a-z][\w-]{0,16}(?:\.[a-z]{2,12}){0,2}\.(?:com|cn|net|org|gov|edu|hk|tw)"
)
# Words as well (局域网), but nobody writes _ before a word of a headline. Words, too (走进社区,
# 市政府), are these, and channels: a site's only behind the name of another channel.
NET_RE = re.compile(rf"{NOT_FIRST}[^\W\d_]{{0,14}}(?:网|網|在[线線])")
MAYBE_SITE_RE = re.compile(
    rf"{NOT_FIRST}[^\W\d_]{{0,14}}"
    "(?:[频頻]道|新[闻聞]|[资資][讯訊]|[订訂][阅閱]|论坛|社区|社區|客户端|政府)"
)
# Who wrote stands in no headline.
CREDIT_RE = re.compile("(?:[作记編编译譯]者|作家|摘自|[采受][访訪]人?|来源|來源|供稿|通[讯訊]员)")

PICTURES = ("![", "[![")  # a site has its name in those, too
# Names behind the headline; characters of a key word or a channel among them. Chosen.
MOST_PARTS, KEY_CHARS = 6, 8
LONG_HEAD = 8  # characters before a site's name that tell nothing without it; chosen
CHANNELS = tuple(sorted(words.CHANNELS))

# Lines at a page's foot in which its title may stand, and what parts the site's name. Chosen.
FOOT, FOOT_SEPARATORS = 4, ("-", "_", "|", "–", "—", "丨")

# What stands between the names of a path, in a line of its own.
PATH_ARROWS = frozenset({">", ">>", "->", "»", "›", "/", "＞"})
PATH_REACH, PATH_BELOW = 6, 3  # lines above such a path, and between it and the headline; chosen

# A summary that the text below it begins with: characters, of one that is all of a paragraph (a
# refrain is shorter) or more than one, and lines below it that are looked at. Chosen.
LEAD_CHARS, TWICE_LONG, LEAD_REACH = 15, 40, 8
LEAD_ABOVE = 4  # of them lines above the text, not in it
# Its name, which a program writes before it.
LEAD_RE = re.compile(
    "^[【\\[]?(?:[导導][读讀语語]|摘要|核心提示|[内內]容提要|[简簡]介)[】\\]]?[ \u3000:：]{1,3}"
)


def is_headline(line: str, first: str) -> bool:
    """Say whether a line is the headline in the first line of the page, without the site's name.

    标题_网易财经, 标题 - 中国日报网, 新华网-标题; blind to width and white space.
    """
    if line == first:
        return True
    if not HEADLINE_CHARS <= len(line) < len(first) or len(line) < HEADLINE_SHARE * len(first):
        return False
    if line[0] != first[0] and line[-1] != first[-1]:
        return False
    part, whole = labels.fold(line), labels.fold(first)
    rest = len(whole) - len(part)
    if rest <= 0:
        return part == whole
    if whole.startswith(part):
        return whole[len(part)] in TITLE_SEPARATORS or first[len(line)].isspace()
    # The shorter end is the site's name.
    return whole.endswith(part) and whole[rest - 1] in TITLE_SEPARATORS and len(part) > 2 * rest


def page_title(lines: Sequence[str]) -> bool:
    """Say whether one line is a later line and a site's name: 标题_网易财经.

    The first is, or one of the last: a page's script prints it behind the text.
    """
    first = lines[0]
    if HEADLINE_CHARS < len(first) <= labels.LONG_CHARS and any(
        line != first and is_headline(line, first) for line in lines
    ):
        return True
    heads = [line for line in lines[:PATH_REACH] if len(line) > HEADLINE_CHARS]
    return any(
        last.startswith(head) and last[len(head) :].lstrip()[:1] in FOOT_SEPARATORS
        for last in lines[-FOOT:]
        for head in heads
        if len(head) < len(last) <= labels.LONG_CHARS
    )


def title_span(lines: Sequence[str]) -> tuple[int, int]:
    """Return where the headline stands in a first line that is a page's <title>, or (0, 0).

    Behind a converter's mark of a heading, before the names of the site. Where other lines are
    such, too, the text is a list of pages.
    """
    if not lines or not (end := headline_end(lines[0], lines[1:])):
        return 0, 0
    if any(headline_end(line, ()) for line in lines[1:] if line != lines[0]):
        return 0, 0
    return len(lines[0]) - len(lines[0].lstrip("# ")), end


def titled(lines: Sequence[str]) -> dict[str, int]:
    """Return the evidence that the first line is a page's <title>: a text with no frame is left."""
    return {"title": 1} if title_span(lines)[1] else {}


def headline_end(line: str, below: Sequence[str]) -> int:
    """Return where the names of a site begin behind the headline in a page's title, or 0.

    苹果熟了|苹果_财经_江城在线: the site, its channel, and key words that the text below has, too.
    """
    if not HEADLINE_CHARS < len(line) <= labels.LONG_CHARS or CREDIT_RE.match(line):
        return 0
    end, parts, is_sure = 0, 0, False
    for part in reversed([*PARTS_RE.finditer(line)][-MOST_PARTS:]):
        name, mark = line[part.end() : end or None].strip(), part[0].strip()
        if not end:
            is_sure, of_site = _kind_of_site(name, mark, below, part.start())
        else:
            key = mark in "|｜丨" and any(name in one for one in below)
            of_site = len(name) <= KEY_CHARS and (mark == "_" or key)
        if not of_site or part.start() < HEADLINE_CHARS:
            break
        end, parts = part.start(), parts + 1
    # 三家之争：今日头条|网易新闻 speaks of sites.
    return end if (is_sure or parts > 1) and not ends_in_known(line[:end]) else 0


def _kind_of_site(name: str, mark: str, below: Sequence[str], chars: int) -> tuple[bool, bool]:
    """Return whether a name behind a mark is a site's for sure, and whether it may be one.

    Of a well-known site the text may speak: 社区十年 - 豆瓣; and behind so few characters as those
    of 产品分析报告 - 懂车帝 it may do so without its name.
    """
    net, underlined = NET_RE.fullmatch(name) is not None, mark == "_"
    said = any(name in one for one in below if not one.startswith(PICTURES))
    known = is_known(name) and (net or underlined or (chars >= LONG_HEAD and not said))
    is_sure = known or SITE_RE.fullmatch(name) is not None or (net and underlined)
    channel = underlined and name.endswith(CHANNELS) and name not in words.CHANNELS
    return is_sure, is_sure or net or channel or MAYBE_SITE_RE.fullmatch(name) is not None


def title_path(lines: Sequence[str]) -> int:
    """Return where a path stands that ends in the headline below: 首页 文史 一张旧车票; or -1."""
    for i, line in enumerate(lines[:PATH_REACH]):
        home, _, rest = line[: labels.LONG_CHARS].strip().partition(" ")
        if rest and labels.fold(home) in labels.HOMES:
            below = [x.strip() for x in lines[i + 1 : i + 1 + PATH_BELOW]]
            if any(len(x) >= HEADLINE_CHARS and rest.endswith(f" {x}") for x in below):
                return i
    return -1


def second_copy(lines: Sequence[str]) -> int:
    """Return where the first line stands again right above the text, or 0.

    The one is an extractor's title, the other the page's. A song's first line may be its name: a
    headline is longer, and prose stands under it.
    """
    first = lines[0] if lines else ""
    if len(first) < TWICE_CHARS or first[-1] in "。，；、":
        return 0
    again = max((i for i in range(1, min(TWICE_REACH, len(lines))) if lines[i] == first), default=0)
    below = lines[again + 1 : again + 1 + TWICE_TEXT]
    return again if any(is_sure(line, len(line)) for line in below) else 0


def is_above(line: str) -> bool:
    """Say whether a line is a bar or the day, as sites have above the headline."""
    return labels.is_day(line) or labels.bar_shaped(line)


def said_again(line: str, below: Sequence[str]) -> bool:
    """Say whether the text itself begins with a line, a summary that is cut or a lead, right below.

    某县二十几个篾匠… above 某县二十几个篾匠天天忙到天黑。 A long one may take in more than one
    paragraph: a program cut it out of the text without its lines.
    """
    stem, long = LEAD_RE.sub("", line.rstrip(".…。 ")), len(line) >= TWICE_LONG
    if len(stem) < LEAD_CHARS:
        return False
    for i, one in enumerate(below[:LEAD_ABOVE]):
        if not one.startswith(stem[:LEAD_CHARS]):
            continue
        if one.startswith(stem):
            if is_sure(one, len(one)) and (one != line or long):
                return True
        elif long and "".join("".join(below[i:]).split()).startswith("".join(stem.split())):
            return True
    return False


def split_path(lines: Sequence[str]) -> bool:
    """Say whether a path stands in lines of its own, as get_text() leaves it: 首页, ->, 动物."""
    return any(
        arrow in PATH_ARROWS and labels.fold(home) in labels.HOMES
        for home, arrow in pairwise(lines)
    )
