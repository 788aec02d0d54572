"""Tell texts that have the labels of pages, and no frame: they show one, or are records.

A tutorial shows what stands round an article; a chat has a name and a time over each message.
"""

from collections.abc import Sequence

from cleaner.web import labels
from cleaner.web.frame import is_sure
from cleaner.web.rows import TEASER_CHARS, dotted

# So many stamps, and such a share of the lines, head messages: of chats .3 to .5. Chosen.
MIN_STAMPS, STAMP_SHARE = 4, 0.15


def is_shown(lines: Sequence[str], marks: Sequence[str]) -> bool:
    """Say whether all labels stand between paragraphs: a text that shows a frame, and has none.

    Of 640 pages none has a paragraph above the first label and below the last.
    """
    labelled = [
        i for i, line in enumerate(lines) if marks[i] or (len(line) < TEASER_CHARS and dotted(line))
    ]
    sure = [i for i, line in enumerate(lines) if is_sure(line, len(line))]
    return bool(labelled and sure) and sure[0] < labelled[0] and labelled[-1] < sure[-1]


def are_records(marks: Sequence[str]) -> bool:
    """Say whether stamps come back all through a text: they head its records, messages of a chat.

    A page has one or two; where it has comments, it has other evidence.
    """
    stamps = marks.count(labels.META)
    return stamps >= MIN_STAMPS and stamps >= STAMP_SHARE * len(marks)
