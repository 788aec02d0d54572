"""Say what an alignment showed: as figures for the record, as words for a person."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleaner.dedup.copy import Evidence


def figures(found: "Evidence", points: float) -> Mapping[str, Any]:
    """Return the evidence as it goes into the record of a dropped text."""
    every = {
        "points": round(min(points, 99.0), 2),
        "noise": found.noise,
        "numbers": found.changed,
        "numerals": found.numerals,
        "runs": len(found.runs),
        "words": len(set(found.meant)),
        "one_sided": found.one_sided,
    }
    return {name: figure for name, figure in every.items() if figure or name == "points"}


def reason(found: "Evidence", *, same: bool, moved: bool = False) -> str:
    """Return what was seen, for a person: "12 small differences, 1 number differs".

    `moved`: the texts were put into one order before.
    """
    parts = [
        _counted(found.noise, "small difference"),
        _counted(found.changed, "number differs", "numbers differ"),
        _counted(found.numerals, "numeral differs", "numerals differ"),
        _counted(len(found.runs), "replaced run"),
        _counted(len(set(found.meant)), "other word"),
        _counted(found.one_sided, "letter on one side only", "letters on one side only"),
        "parts in another order" * moved,
    ]
    seen = ", ".join(part for part in parts if part) or "no difference inside"
    return f"{'copy of the kept text' if same else 'another text'}: {seen}"


def _counted(count: int, one: str, many: str = "") -> str:
    """Return "3 replaced runs", or nothing for none."""
    if not count:
        return ""
    return f"{count} {one if count == 1 else many or one + 's'}"
