"""Decide candidate pairs by their texts, each read and folded once for its neighbours."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from cleaner import late as re
from cleaner.dedup.cluster import Outcome, Share
from cleaner.dedup.contained import place_of
from cleaner.dedup.copy import copy_verdict
from cleaner.dedup.credits import without_credits
from cleaner.dedup.fold import as_mainland, folded, is_traditional, letters_of
from cleaner.dedup.near import Near
from cleaner.dedup.renamed import renamed, words_of
from cleaner.dedup.similarity import (
    CACHED_TEXTS,
    Shingler,
    Verdict,
    containment_verdict,
    jaccard_verdict,
    ngram_for,
    similarity,
)
from cleaner.dedup.symbols import Symbols, symbols_of
from cleaner.programs import is_program
from cleaner.web.block import find_block
from cleaner.web.page import PAGE, evidence, web_lines

# What of the evidence was put in place of something else, and not only left out or added.
REPLACED = frozenset({"noise", "numbers", "numerals", "runs", "words"})

# The articles of a law, a contract, by-laws: so many, and one for so many characters. Chosen; laws
# have one for a hundred.
ARTICLE_RE = re.compile(r"^\s{0,8}第[一二三四五六七八九十百千零〇0-9]{1,7}[条條]", re.MULTILINE)
MIN_ARTICLES, ARTICLE_CHARS = 5, 400


class Verifier:
    """Compares texts given by number: `text_of` reads one, `size_of` knows its fold's length.

    `contained`: a text is also a duplicate of a longer one that it stands in.
    """

    def __init__(
        self,
        near: Near,
        text_of: Callable[[int], str],
        size_of: Callable[[int], int],
        *,
        contained: bool = False,
    ) -> None:
        self._near, self._size_of, self._contained = near, size_of, contained
        read = lru_cache(2)(text_of)
        letters = lru_cache(2)(lambda number: letters_of(read(number)))
        self._shingles = Shingler(lambda number: folded(letters(number)[1]))
        self._symbols = lru_cache(CACHED_TEXTS)(lambda number: symbols_of(*letters(number)))
        self._is_traditional = lru_cache(CACHED_TEXTS)(lambda number: is_traditional(read(number)))
        self._is_program = lru_cache(CACHED_TEXTS)(lambda number: is_program(read(number)))
        self._is_law = lru_cache(CACHED_TEXTS)(lambda number: _is_law(read(number)))
        self._read = read
        self._words = lru_cache(CACHED_TEXTS)(lambda number: words_of(read(number)))
        bare = lru_cache(2)(lambda number: without_credits(read(number)))
        self._is_credited = lru_cache(CACHED_TEXTS)(lambda number: bare(number) != read(number))
        self._bare = lru_cache(CACHED_TEXTS)(lambda number: symbols_of(*letters_of(bare(number))))
        self._mainland = lru_cache(CACHED_TEXTS)(
            lambda number: symbols_of(*letters_of(as_mainland(bare(number))))
        )
        self._article = lru_cache(CACHED_TEXTS)(
            lambda number: symbols_of(*letters_of(article(bare(number))))
        )

    def __call__(self, kept: int, other: int) -> Verdict:
        """Compare two texts: by Jaccard first, which is cheap; then by `near.decider`."""
        sides = self._size_of(kept), self._size_of(other)
        ngram = ngram_for(*sides)
        sets = self._shingles(kept, ngram), self._shingles(other, ngram)
        found = similarity(*sets, ngram)
        verdict = jaccard_verdict(found, self._near.threshold)
        is_inside = self._contained and not verdict.same and sides[0] >= sides[1]
        if is_inside:
            verdict = containment_verdict(found, len(sets[1]))
        if self._near.decider == "jaccard" or not verdict.same:
            return verdict
        decided = self._aligned(self._symbols(kept), self._symbols(other), is_inside=is_inside)
        # What none of the two has is asked of no pair: most are texts of one template.
        for is_had, form in (
            (self._is_credited, self._bare),
            (self._is_traditional, self._mainland),
        ):
            if not decided.same and (is_had(kept) or is_had(other)):
                decided = self._aligned(form(kept), form(other), is_inside=is_inside)
        if not decided.same and REPLACED.isdisjoint(decided.evidence):
            mine, theirs = self._article(kept), self._article(other)
            decided = self._aligned(mine, theirs, is_inside=is_inside)
        # Nobody misreads a program: what differs there is what makes it another one.
        is_replaced = decided.same and not REPLACED.isdisjoint(decided.evidence)
        if is_replaced and self._is_program(kept) and self._is_program(other):
            decided = _another("program", decided)
        # Nor is 应当 for 可以 lost among the thousand words of a law, unless others are misread.
        words = decided.evidence.get("words", 0)
        is_worded = decided.same and words and words >= decided.evidence.get("noise", 0)
        if is_worded and self._is_law(kept) and self._is_law(other):
            decided = _another("version of a law", decided)
        noise = decided.evidence.get("noise", 0) + decided.evidence.get("runs", 0)
        if decided.same and self._is_renamed(kept, other, noise):
            decided = _another("name for it", decided)
        return decided._replace(evidence={**verdict.evidence, **decided.evidence})

    def _is_renamed(self, kept: int, other: int, noise: int) -> bool:
        words = self._words(kept), self._words(other)
        return renamed(*words, noise, lambda: (self._read(kept), self._read(other)))

    def _aligned(self, mine: Symbols, theirs: Symbols, *, is_inside: bool) -> Verdict:
        """Return what the alignment of two texts says."""
        if is_inside:
            mine = mine._replace(text=place_of(theirs.text, mine.text))
        return copy_verdict(mine, theirs, self._near)


def _another(what: str, decided: Verdict) -> Verdict:
    """Return the verdict "another text" for what was taken for a copy."""
    seen = decided.reason.partition(": ")[2]
    return decided._replace(same=False, reason=f"another {what}: {seen}")


def article(text: str) -> str:
    """Return the lines of a web page's article; the text itself where it is no page.

    Each of two pages with one article has its own site's paths, links and notices, so that by what
    either has of its own they are two. `clean run` takes these off before it looks for duplicates;
    here they may still be there. Asked only where nothing was put in place of something else: two
    products may share the one paragraph of prose that their pages have.
    """
    if sum(evidence(text).values()) < PAGE or not (block := find_block(lines := web_lines(text))):
        return text
    return "\n".join(one.line.text for one in lines[block.start : block.end])


def _is_law(text: str) -> bool:
    """Tell whether a text is made of articles."""
    articles = len(ARTICLE_RE.findall(text))
    return articles >= MIN_ARTICLES and articles * ARTICLE_CHARS >= len(text)


class Question(NamedTuple):
    """Pairs to decide, and what is known of their texts: it may be sent to another process.

    `texts`: of each place of the share the position of a text, `sizes`: the letters of its fold.
    `near`, `contained`: as `Verifier` has them.
    """

    share: Share
    texts: Sequence[int]
    sizes: Sequence[int]
    near: Near
    contained: bool

    def answer(self, text_of: Callable[[int], str]) -> Outcome:
        """Return what is dropped, by rows; `text_of` gives the text of a place."""
        verify = Verifier(self.near, text_of, self.sizes.__getitem__, contained=self.contained)
        return self.share.outcome(verify)


# What answers questions, in any order: other processes, say.
Answers = Callable[[Iterator[Question]], Iterable[Outcome]]


def here(text_at: Callable[[int], str]) -> Answers:
    """Return what answers questions in this process; `text_at` gives the text of a position."""

    def answer(one: Question) -> Outcome:
        return one.answer(lambda place: text_at(one.texts[place]))

    return lambda questions: map(answer, questions)
