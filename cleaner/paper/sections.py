"""Is a text in numbered sections: a manual, a thesis, a paper of a journal? It is one document.

Its headings stand as alone as headlines do, and a section may turn to another subject. But their
numbers count on through levels, 4.4, 4.4.1, 4.5, as no paper's headlines do.
"""

from collections.abc import Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.paper.headings import HEADING, TEXT, Block
from cleaner.unwrap.labels import counts_on, levels_of

SECTION_RE = re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,2}){1,4})\.?[ \u3000]+[^\W\d]")
PLAIN_RE = re.compile(r"([0-9]{1,2})[ \u3000]+(?=[^\W\d])")
# Of sections with one number each, in whatever order an extractor gave them, so many, and such a
# share of the highest number. Chosen.
MIN_PLAIN, MIN_SHARE = 5, 0.7
# So many sections must count on from the one before: amounts and versions may once. With headings
# of one number between them (1, 2, 2.1, 2.2) one more. A heading is no longer than this. Chosen.
MIN_COUNTED, MIN_MIXED, HEADING_CHARS = 2, 3, 40
# An abstract and keywords stand over one paper, letters set apart or not. Leaves 提要求、压担子;
# and keywords of another article: so many blocks below the abstract at most. Chosen.
ABSTRACT_RE = re.compile(
    r"[\[【［]?[摘提][ \u3000]*要(?!求)[\]】］]?[ \u3000]*(?:[：:]|[\u4e00-\u9fff])"
)
MAX_ABSTRACT = 6
KEYWORDS_RE = re.compile(r"[\[【［]?关[ \u3000]*键[ \u3000]*[词字][\]】］：: \u3000]")


def is_sectioned(blocks: Sequence[Block]) -> bool:
    """Say whether the headings of a text are numbered through levels, or it has keywords once."""
    if _has_keywords(blocks):
        return True
    short = [b for b in blocks if b.kind in (HEADING, TEXT) and len(b.text) <= HEADING_CHARS]
    numbers = [SECTION_RE.match(one.text) or PLAIN_RE.match(one.text) for one in short]
    mixed = [levels_of(found[1]) for found in numbers if found]
    levels = [one for one in mixed if len(one) > 1]
    if levels and (_counted(levels) >= MIN_COUNTED or _counted(mixed) >= MIN_MIXED):
        return True
    return _are_numbered(blocks)


def _counted(levels: Sequence[tuple[int, ...]]) -> int:
    return sum(counts_on(one, other) for one, other in pairwise(levels))


def _has_keywords(blocks: Sequence[Block]) -> bool:
    """Say whether one abstract stands right above one line of keywords."""
    abstracts, keywords = (
        [at for at, one in enumerate(blocks) if sign.match(one.text)]
        for sign in (ABSTRACT_RE, KEYWORDS_RE)
    )
    is_one = len(abstracts) == len(keywords) == 1
    return is_one and 0 < keywords[0] - abstracts[0] <= MAX_ABSTRACT


def _are_numbered(blocks: Sequence[Block]) -> bool:
    """Say whether the headings of a text are numbered from one on, most of them found."""
    heads = (PLAIN_RE.match(one.text) for one in blocks if one.kind == HEADING)
    numbers = {int(found[1]) for found in heads if found}
    return len(numbers) >= MIN_PLAIN and len(numbers) >= MIN_SHARE * max(numbers)
