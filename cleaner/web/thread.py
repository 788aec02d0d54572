"""Widen the block over a thread: the posts of a forum, a question and its answers.

One block is the article; of a thread it is one post. What a forum sets beside each post, or over
the answers, says that there are more.
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.web import labels
from cleaner.web.headline import headline_above
from cleaner.web.notices import without_notices
from cleaner.web.page import WebLine
from cleaner.web.runs import SENTENCE_CHARS, Block, best_run

# What a forum sets beside each post; for lines as they stand.
POST_RE = re.compile(
    r"^(?:只看楼主|只看樓主|使用道具.{0,6}|\d{1,6}回复贴.{0,8}|#?\d{1,4}[楼樓#]|.{0,30}\|\s?只看该作者.{0,30}"
    r"|(?:楼主|樓主|沙发|沙發|板凳|地板|\d{1,4}[楼樓#])[\s:：].{0,40}(?:19|20)\d\d[-/.年].{0,20}"
    r"|[\d,]{1,9}\s?人赞同了该回答|▲?\s?赞同\s?[\d,.]{1,9}\s?[kK万]?(?:\s.{0,40})?"
    r"|(?:asked|answered) (?:[A-Z][a-z]{2} \d{1,2}|\d).{0,24})$"
)

# What Discuz! prints over each post: 老方 发表于 2014-1-27 10:44 | 显示全部楼层 |阅读模式
OVER_RE = re.compile(r".{0,60}\|\s?(?:只看该作者|显示全部楼层)(?:\s?\|.{0,20}|\s.{0,24})?")
# What other programs print there, and a news site over its article alone; for lines as they stand.
POSTED_RE = re.compile(
    r"(?:\S{1,16}\s)?(?:发表|發表|发布|發佈|回复|回覆)[于於]\s?[:：]?\s?(?:19|20)\d\d[-/年].{4,20}"
)
BUTTON_CHARS = 2  # 回复; 5条评论 is a heading
POSTER = 20  # lines between two posts: buttons, who posted and how often; chosen
# What stands below one: 回复 举报.
BUTTONS = (labels.NAV, labels.COMMENT)
# What ends an article, or stands over its comments.
OVER = (labels.COMMENT, labels.LINKS, labels.NEXT, labels.TAGS)

# The heading over the answers to a question; for lines as they stand.
ANSWERS_RE = re.compile(
    r"(?:共\s?)?\d{1,6}\s?[个個条條]?\s?(?:回答|答案|解答)|\d{1,5} [Aa]nswers?"
    r"|回答\s?[（(]?\d{1,5}件?[）)]?"
    r"|(?:最佳|最满意|满意|优质|优秀|精选|推荐|网友|全部|专家|医生|律师|ベスト)?(?:回答|解答|答案|アンサー)[:：]?"
)

ALL_ANSWERS_RE = re.compile(r"(?:查看)?(?:全部)?\s?\d{1,6}\s?[个個条條]?\s?(?:回答|答案|解答)")
QUESTION_REACH = 16  # lines between a question and that heading: its details, buttons; chosen

ANSWERS_REACH = 8  # lines between a question and the heading of its answers; chosen
ASKED_RE = re.compile(
    "[？?吗嗎呢]|怎么|怎樣|怎麼|怎样|如何|什么|什麼|为何|為何|哪|请问|請問|求|(?:す|せん)か[。？]?$|でしょうか|ください|教えて"
)
# Pages have .73 to 1 of their sure paragraphs in the block, and at most 4 outside it.
THREAD_GOODS, THREAD_SHARE = 12, 0.3


def whole_thread(lines: Sequence[WebLine], block: Block) -> Block:
    """Widen the block over all sure paragraphs when it holds few of them.

    A thread of long posts, or several pages in one file: no one block is the article, and a lost
    text is worse than a frame left in it. Labels inside still go. Where a forum marks its posts,
    the answers are its text, and of them only sentences stay.
    """
    heads = [i for i, line in enumerate(lines) if OVER_RE.fullmatch(line.line.text)]
    heads = heads or _posted(lines, block)
    if len(heads) > 1 and (posts := _under(lines, heads, block)):
        start, end = posts[0][0], posts[-1][1]
        above = block.headline < start
        headline = block.headline if above else headline_above(lines, start, end)
        return Block(start, end, headline, start, posts)
    if sum(POST_RE.search(line.line.text) is not None for line in lines) > 1:
        return _from_first_post(lines, block)._replace(end=_last_post(lines, block.end))
    goods = [i for i, line in enumerate(lines) if line.good]
    inside = [i for i in goods if block.start <= i < block.end]
    share = sum(lines[i].chars for i in inside) / max(sum(lines[i].chars for i in goods), 1)
    if len(goods) - len(inside) < THREAD_GOODS or share >= THREAD_SHARE:
        return block
    start, end = min(block.start, goods[0]), max(block.end, goods[-1] + 1)
    return Block(start, end, block.headline if block.headline < start else -1)


def _posted(lines: Sequence[WebLine], block: Block) -> list[int]:
    """Return where who posted and when stands, where an answer has the same as the first post.

    None below a heading: there readers comment on an article.
    """
    heads = [i for i, line in enumerate(lines) if POSTED_RE.fullmatch(line.line.text)]
    first = next((i for i in reversed(heads) if block.headline < i < block.start), -1)
    below = [i for i in heads if i >= block.end]
    if first < 0 or not below or below[0] - block.end > POSTER:
        return []
    between = lines[block.end : below[0]]
    over = any(x.label in OVER and x.chars > BUTTON_CHARS for x in between)
    return [] if over else [first, *below]


def _under(
    lines: Sequence[WebLine], heads: Sequence[int], block: Block
) -> tuple[tuple[int, int], ...]:
    """Return the posts below their heads: each up to its buttons, without buttons on top.

    Where no buttons stand below it, up to its last sentence: what follows stands beside the next
    post, who wrote it, how many posts he has. The best run stays, though it be without a sentence.
    """
    found = []
    for head, below in zip(heads, (*heads[1:], len(lines)), strict=True):
        first = head + 1
        while first < below and (lines[first].label or lines[first].chars == 1):
            first += 1
        last = first + _last_post(lines[first:below], 0)
        ends = (i for i in range(last, below) if lines[i].label)
        end = next(ends, below)
        if end < below and lines[end].label in BUTTONS:
            last = end
        elif last == first <= block.start < below:
            last = min(block.end, below)
        if last > first:
            found.append((first, last))
    return tuple(found)


def _from_first_post(lines: Sequence[WebLine], block: Block) -> Block:
    """Begin the thread with the question where an answer was the best run.

    The question may be short: a sentence right under who asked and when.
    """
    good = next(
        (
            i
            for i, line in enumerate(lines[: block.start])
            if line.good or (i and lines[i - 1].day and is_post(line))
        ),
        block.start,
    )
    between = lines[good : block.start]
    if not any(POST_RE.search(line.line.text) for line in between):
        return block._replace(posts=block.end)
    posts = next(i for i in range(good, block.start) if not is_post(lines[i]))
    headline = block.headline if block.headline < good else headline_above(lines, good, block.end)
    return Block(good, block.end, headline, posts)


def _last_post(lines: Sequence[WebLine], end: int) -> int:
    """Return where the last sentence ends before the forum's own frame."""
    last = end
    for i in range(end, len(lines)):
        line = lines[i]
        if line.label in (labels.FOOTER, labels.LINKS, labels.LOGIN):
            break
        if is_post(line):
            last = i + 1
    return last


def with_question(lines: Sequence[WebLine], block: Block) -> Block:
    """Add the paragraph right under the headline where labels part it from the block.

    A question's details stand above 关注者, 写回答, 21 个回答; a summary above the date. What the
    site says of itself does not stand there, and asks nothing: between a headline that asks and
    details that ask too stand facts of who asks, or 病情描述：.
    """
    block = _asked(lines, _answered(lines, block))
    if block.headline < 0:
        return block
    first = block.headline + 1
    while first < block.start and lines[first].day:
        first += 1  # who asked, and when
    asked = ASKED_RE.search(lines[block.headline].line.text)
    if asked and first < block.start and not is_post(lines[first]):
        near = range(first, min(first + ANSWERS_REACH, block.start))
        asks = (i for i in near if lines[i].good and ASKED_RE.search(lines[i].line.text))
        first = next(asks, first)
    last = first
    while last < block.start and is_post(lines[last]) and not lines[last].day:
        last += 1
    if last == block.start or not any(x.good for x in lines[first:last]):
        return block
    first, last = without_notices(lines, first, last)
    return block._replace(whole=(*block.whole, (first, last)))


def _asked(lines: Sequence[WebLine], block: Block) -> Block:
    """Take the question over the heading of the answers for the headline: 查看全部 31 个回答.

    Between the heading and the answer stands who answers.
    """
    near = range(max(block.start - ANSWERS_REACH, 0), block.start)
    heading = next((i for i in near if ALL_ANSWERS_RE.fullmatch(lines[i].line.text)), 0)
    above = range(heading - 1, max(heading - QUESTION_REACH, -1), -1)
    asks = (i for i in above if lines[i].line.text.endswith("？") and not lines[i].good)
    question = next(asks, -1)
    return block if question < 0 else block._replace(headline=question)


def _answered(lines: Sequence[WebLine], block: Block) -> Block:
    """Take the question for the headline where the block is its answer: below 最佳答案.

    What was taken for one stands under that heading: who answers, that it was chosen.
    """
    near = range(block.start - 1, max(block.start - ANSWERS_REACH, 0), -1)
    heading = next((i for i in near if ANSWERS_RE.fullmatch(lines[i].line.text)), -1)
    if not -1 <= block.headline - heading < ANSWERS_REACH or heading < 0:
        return block
    above = range(heading - 1, max(heading - QUESTION_REACH, 0), -1)
    last = next((i for i in above if is_post(lines[i])), 0)
    while last and is_post(lines[last - 1]) and lines[last - 1].good:
        last -= 1
    name = lines[last - 1]
    asked = last > 0 and not (name.label or name.day or name.good)
    if not asked or not any(ASKED_RE.search(x.line.text) for x in lines[last - 1 : heading]):
        return block
    return block._replace(headline=last - 1)


def with_answers(lines: Sequence[WebLine], scores: Sequence[float], block: Block) -> Block:
    """Add the answers where the block is their question: what stands below `2 个回答`."""
    asked = lines[max(block.headline, 0) : block.end]
    near = range(block.end, min(block.end + ANSWERS_REACH, len(lines)))
    first = next((i + 1 for i in near if ANSWERS_RE.fullmatch(lines[i].line.text)), 0)
    if not first or not any(ASKED_RE.search(line.line.text) for line in asked):
        return block
    end = _last_post(lines, first)
    (start, stop), total = best_run(scores[:end], first)
    if total <= 0 or not any(line.good for line in lines[start:stop]):
        return block
    while start > first and _in_answer(lines[start - 1]):
        start -= 1
    return block._replace(end=end, posts=block.end, whole=(*block.whole, (start, stop)))


def _in_answer(line: WebLine) -> bool:
    return line.chars >= SENTENCE_CHARS and not (line.label or line.day or line.copy)


def is_post(line: WebLine) -> bool:
    """Say whether a line is a sentence, as posts have and a forum's frame has not."""
    return line.end and not line.label and line.chars >= SENTENCE_CHARS
