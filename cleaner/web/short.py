"""The body of a report of one sentence, where a reader's comment is the page's longest text.

老渡口今日停航
2020-07-08 07:40 来源：江城晨报
受上游来水影响，老渡口今日起停航。     short, but under headline and stamp
相关阅读
渡口要复航了
热门评论                               a heading, and no stamp below it
希望大家都平安，注意安全，不要到江边去看水，太危险了。
"""

from collections.abc import Sequence

from cleaner.web import labels
from cleaner.web.edges import ends_plainly, is_unlabelled
from cleaner.web.page import WebLine

COMMENTS = 2  # paragraphs of the best run; more are an article's; chosen


def short_body(
    lines: Sequence[WebLine], barriers: Sequence[bool], start: int, end: int
) -> tuple[int, int] | None:
    """Return the sentences under the page's first stamp where the best run is a reader's; or None.

    [start, end): the best run. It stands below the heading of comments, and has no stamp of its
    own. Below a box of links an article may go on.
    """
    if sum(line.good for line in lines[start:end]) > COMMENTS:
        return None
    stamp = next((i for i in range(1, start) if lines[i].label == labels.META), start)
    barrier = next((i for i in range(stamp, start) if barriers[i]), start)
    first = next((i for i in range(stamp + 1, barrier) if not lines[i].label), barrier)
    body, parted = lines[first:barrier], lines[barrier:start]
    headed = stamp < start and is_unlabelled(lines[stamp - 1])
    said = headed and any(map(ends_plainly, body)) and all(map(is_unlabelled, body))
    above = [i for i in range(barrier, start) if barriers[i]]
    apart = above and lines[above[-1]].label == labels.COMMENT
    own = any(line.label == labels.META for line in parted)
    return (first, barrier) if said and apart and not own else None
