"""An ordered tuple of stages, as a function of a document.

`Pipeline()` is the default order: of ORDER the stages that are on. A user's own stage goes in by
`Pipeline((*DEFAULT, MINE))`.

Cleaning twice is cleaning once. What one stage takes out of a line may show another what it has
missed: a jump line beside a byline that goes, misread text beside a code. So where anything was
changed, the stages that judge a line or a character by itself are asked again, of the text as it
comes out, until none of them finds more.
"""

import gc
import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from cleaner.document import Document, hide
from cleaner.errors import FAILURES, RecipeError, StageError, did_you_mean
from cleaner.gates import Gates
from cleaner.stage import Redact, Stage
from cleaner.stages import AGAIN, DEFAULT

# Rounds in which stages are asked again. Of 6,000 hostile texts 30 needed one, none needed two.
MAX_ROUNDS = 5
ASKED_AGAIN = frozenset(stage.func for stage in AGAIN)
# Of texts with characters of so many different classes it is kept which stages are asked of them.
KEPT_WAYS = 1024
# Steps after which nothing else can be found: white space between lines that stay.
QUIET = frozenset({"blank-line", "indent", "trailing-space"})

# Of a text of so many characters Python does not look for cycles of objects. Its lines and edits
# are hundreds of thousands, in no cycle, and are gone over again each time that a quarter more
# have been made: a fifth of all the time for 10 MB, nothing to speak of below.
LARGE_CHARS = 300_000


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave cyclic garbage alone while a large document is worked on, of which it makes none."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class Pipeline:
    """Stages with their options.

    `options` maps a stage's name to its options: {"too-short": {"min_chars": 20}}. `clock`: what
    tells the time; `seconds` then adds up what each stage takes.
    Raises RecipeError for a stage or an option that does not exist, or a value of another type.
    """

    def __init__(
        self,
        stages: Sequence[Stage] = DEFAULT,
        options: Mapping[str, Mapping[str, Any]] | None = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self.stages = tuple(stages)
        self._clock = clock
        self.seconds: defaultdict[str, float] = defaultdict(float)
        # Where there are such, nothing that they look for may be written anywhere.
        self.redacts = tuple(stage for stage in self.stages if isinstance(stage, Redact))
        self.options = {name: dict(values) for name, values in (options or {}).items()}
        check_options(self.stages, self.options)
        self._gates = Gates([stage.gate for stage in self.stages])
        self._plan = [
            (stage, self._gates.bit(stage.gate), self.options.get(stage.name, {}))
            for stage in self.stages
        ]
        # By what they are made of: in another process a stage is another object, and to compare two
        # goes through all their cases.
        again = [at for at, stage in enumerate(self.stages) if stage.func in ASKED_AGAIN]
        self._again = [self._plan[at] for at in again]
        # Where stages are asked again: behind the last of them.
        self._settles = again[-1] + 1 if again else -1
        # Not of a method, which would know the pipeline: then it went only with cyclic garbage.
        bits = [bit for _, bit, _ in self._plan]
        self._nexts = lru_cache(maxsize=KEPT_WAYS)(partial(_next_asked, bits))

    def __call__(self, document: Document) -> list[Document]:
        """Return what the document became, each with its outcome, parents before their children.

        The documents whose `outcome` is None are clean. Raises StageError when a stage fails,
        TypeError for what is no document.
        """
        if not isinstance(document, Document) or not isinstance(document.text, str):
            raise TypeError(f"expected a document with a text, got {_kind(document)}")
        alive: list[Document] = []
        ended: list[tuple[int, Document]] = []
        with uncollected() if len(document.text) >= LARGE_CHARS else nullcontext():
            self._follow(document, 0, alive, ended)
        ended.sort(key=lambda pair: pair[0])
        parents = [one for _, one in ended if one.id == document.id]
        results = parents + [one for _, one in ended if one.id != document.id] + alive
        return [self._hidden(one) for one in results] if self.redacts else results

    def __reduce__(self) -> tuple[type["Pipeline"], tuple[Any, ...]]:
        """Let it be sent to another process, which makes it anew of the same stages."""
        return Pipeline, (self.stages, self.options, self._clock)

    def ask(self, stage: Stage, one: Document, options: Mapping[str, Any]) -> list[Document]:
        """Return what one of the stages makes of a document; raises StageError when it fails."""
        try:
            if self._clock is None:
                return stage.ask(one, options)
            began = self._clock()
            results = stage.ask(one, options)
            self.seconds[stage.name] += self._clock() - began
        except FAILURES as e:
            raise StageError(f"{one.id}: stage {stage.name}: {e!r}", stage.name) from e
        return results

    def concealed(self, value: Any) -> Any:
        """Return a string, or what holds strings, without the private data that stages look for."""
        for stage in self.redacts:
            value = stage.concealed(value, **self.options.get(stage.name, {}))
        return value

    def _follow(
        self, one: Document, first: int, alive: list[Document], ended: list[tuple[int, Document]]
    ) -> None:
        """Take a document through the stages from the first on, and then each of its children."""
        seen, found, steps = one.text, self._gates.of(one.text), len(one.history)
        left: dict[str, str] = {}
        at, is_settled, nexts = first, first > self._settles, self._nexts(found)
        while True:
            if one.text is not seen:
                seen, found = one.text, self._gates.after(found, one.text, one.history[steps:])
                steps, nexts = len(one.history), self._nexts(found)
            asked = nexts[at]
            if asked >= self._settles and not is_settled:
                one, at, is_settled = self._settled(one, left), self._settles, True
                continue
            if asked == len(self._plan):
                break
            stage, _, options = self._plan[asked]
            at = asked + 1
            results = self.ask(stage, one, options)
            if len(results) == 1 and results[0].outcome is None:
                if results[0] is one:
                    left[stage.name] = seen
                one = results[0]
                continue
            living = [result for result in results if result.outcome is None]
            ended += [(asked, result) for result in results if result.outcome]
            for result in living:
                self._follow(result, at, alive, ended)
            return
        alive.append(one)

    def _settled(self, document: Document, left: Mapping[str, str]) -> Document:
        """Return the document as the stages leave it that are asked until they find no more.

        `left`: the texts of it that stages left as they were.
        """
        # What was done to a page is not told its articles; a record's page is long gone.
        is_whole = document.was_cleaned or "parent" not in document.meta
        if is_whole and all(step.stage in QUIET for step in document.history):
            return document
        one = replace(document, meta={**document.meta, "schema": document.meta.get("schema", 0)})
        for _ in range(MAX_ROUNDS):
            before = one.text
            found = self._gates.of(before)
            known: dict[tuple[str, str], bool] = {}
            for stage, bit, options in self._again:
                if bit and not found & bit:
                    continue
                if _leaves(stage, left.get(stage.name), one.text, known):
                    continue
                (after,) = self.ask(stage, one, options)
                if after.text is not one.text:
                    found = self._gates.of(after.text)
                one = after
            if one.text == before:
                break
        if one.text == document.text:
            return document
        meta = {key: value for key, value in one.meta.items() if key != "schema"}
        if "schema" in document.meta:
            meta["schema"] = document.meta["schema"]
        return replace(one, meta=meta)

    def _hidden(self, document: Document) -> Document:
        """Return the document without the private data that its history knows."""
        for stage in self.redacts:
            if stage.is_in_history(document, **self.options.get(stage.name, {})):
                return hide(document, {stage.name for stage in self.redacts})
        return document


def _kind(given: object) -> str:
    """Return what somebody gave who has no type checker."""
    if isinstance(given, Document):
        return f"one whose text is {type(given.text).__name__}"
    return type(given).__name__


def _next_asked(bits: Sequence[int], found: int) -> tuple[int, ...]:
    """Return for each place in the plan which stage from there on is the next to be asked.

    Of a text with a character of these classes; the plan's end where none is. Most stages have
    nothing to look at in most texts: to pass them by one by one takes a short record's time.
    """
    at = len(bits)
    nexts = [at]
    for number in range(at - 1, -1, -1):
        bit = bits[number]
        at = number if not bit or found & bit else at
        nexts.append(at)
    return tuple(reversed(nexts))


def _leaves(stage: Stage, left: str | None, text: str, known: dict[tuple[str, str], bool]) -> bool:
    """Say whether a stage is sure to leave a text, since it left this one or all of its lines.

    What it left of a page it leaves when less is known: the page of what was cleaned is gone.
    """
    if left is None:
        return False
    return left == text or (stage.by_line and _has_lines(left, text, known))


def _has_lines(text: str, part: str, known: dict[tuple[str, str], bool]) -> bool:
    """Say whether all lines of a part are lines of a text; most stages were asked of one text."""
    pair = text, part
    if pair not in known:
        known[pair] = {*part.split("\n")} <= {*text.split("\n"), ""}
    return known[pair]


def check_options(stages: Sequence[Stage], options: Mapping[str, Mapping[str, Any]]) -> None:
    """Raise RecipeError for options of no stage of these, and for those that do not fit."""
    known = {stage.name: stage for stage in stages}
    for name, values in options.items():
        if name not in known:
            raise RecipeError(f"no stage {name!r}{did_you_mean(name, known)}")
        for option, value in values.items():
            _check_option(known[name], option, value)


def _check_option(stage: Stage, option: str, value: Any) -> None:
    if option not in stage.options:
        hint = did_you_mean(option, stage.options) or (
            f"; it has {', '.join(stage.options)}" if stage.options else "; it has none"
        )
        raise RecipeError(f"stage {stage.name!r} has no option {option!r}{hint}")
    default = stage.options[option]
    if not _fits(value, default):
        kind = type(default).__name__
        if isinstance(default, tuple):
            kind, default = f"a list of {type(default[0]).__name__}", list(default)
        raise RecipeError(f"{stage.name}.{option} is {kind} (default {default!r}), got {value!r}")


def _fits(value: Any, default: Any) -> bool:
    """Say whether a value is of the default's kind: lists by what is in them, and no nan."""
    if isinstance(value, bool) or isinstance(default, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    if isinstance(default, float):
        return isinstance(value, int | float) and not math.isnan(value)
    if isinstance(default, tuple) and isinstance(value, tuple):
        return bool(value) and all(_fits(one, default[0]) for one in value)
    return isinstance(value, type(default))
