"""Sums and examples by measure: made of any share of a corpus, and added up in its order."""

from collections import defaultdict
from typing import Any, NamedTuple

from cleaner.check.limits import BY_NAME, MEASURES

# Examples kept of each measure: the worst, of equal ones the first.
EXAMPLES = 5


class Example(NamedTuple):
    """A place (file:line), the record's id, and what is wrong there."""

    place: str
    id: str
    shown: str


class Tally:
    """What was counted of each measure, of how much, and the first examples."""

    def __init__(self) -> None:
        self.sums = dict.fromkeys(BY_NAME, 0.0)
        self.of = dict.fromkeys(BY_NAME, 0.0)
        # By measure, the worst first: how bad each is, and the example.
        self.worst: dict[str, list[tuple[float, Example]]] = defaultdict(list)

    def add(
        self, measure: str, value: float, example: Example | None = None, of: float = 0
    ) -> None:
        """Add to a measure."""
        self.sums[measure] += value
        self.of[measure] += of
        if example and value:
            self._take(measure, [(value, example)])

    def show(self, measure: str, example: Example) -> None:
        """Take an example of what was counted."""
        self._take(measure, [(1.0, example)])

    def merge(self, other: "Tally") -> None:
        """Add what another one counted, of what comes after."""
        for name in BY_NAME:
            self.sums[name] += other.sums[name]
            self.of[name] += other.of[name]
        for name, examples in other.worst.items():
            self._take(name, examples)

    def examples(self, measure: str) -> tuple[Example, ...]:
        """Return the worst examples of a measure, the worst first."""
        return tuple(example for _, example in self.worst[measure])

    def _take(self, measure: str, examples: list[tuple[float, Example]]) -> None:
        known = self.worst[measure]
        if len(known) < EXAMPLES or examples[0][0] > known[-1][0]:
            every = sorted([*known, *examples], key=lambda one: -one[0])  # stable: the first stay
            self.worst[measure] = every[:EXAMPLES]

    def figures(self) -> dict[str, Any]:
        """Return the figures by name: shares where there is something to be a share of."""
        found: dict[str, Any] = {}
        for measure in MEASURES:
            value, of = self.sums[measure.name], self.of[measure.name]
            is_share = measure.unit.startswith(("share", "in "))
            found[measure.name] = round(value / of, 6) if is_share and of else int(value)
        return found
