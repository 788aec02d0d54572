"""What is measured of a corpus, and what is too much of it.

Limits come from the table [check] of a TOML file:

    [check]
    near_duplicates = 0.01        # at most: a share of the documents
    median_characters = 200       # at least
    private_data = 0              # no limit unless one is set
    mid_sentence_breaks = false   # no limit
    [check.scripts]               # at most: a share of the documents in each script
    zh-Hant = 0.05
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.chars.scripts import SCRIPTS as ALL_SCRIPTS
from cleaner.errors import RecipeError, did_you_mean
from cleaner.recipe import CHECK, read_toml

SCRIPTS = "scripts"


class Measure(NamedTuple):
    """One figure of a corpus. `limit`: the default, None for none; `least`: it is a floor."""

    name: str
    unit: str
    says: str
    limit: float | None
    least: bool = False


# A share is of the documents unless it says otherwise. A corpus that this program made passes with
# all defaults, so a limit of 0 is what a first run already reaches.
MEASURES = (
    Measure("broken_files", "files", "not UTF-8 JSONL with \\n at each line's end, or a BOM", 0),
    Measure("broken_lines", "lines", "no record with an id and a text", 0),
    Measure("repeated_ids", "lines", "an id that an earlier line has", 0),
    Measure("misplaced_articles", "lines", "right behind a later article of its page", 0),
    Measure("changed_documents", "share", "cleaning again would change them", 0),
    Measure(
        "changed_characters", "share of the characters", "what would be taken out or put in", 0
    ),
    Measure("rejected_documents", "share", "cleaning again would drop them", 0),
    Measure("exact_duplicates", "share", "the same but for script, width and punctuation", 0),
    Measure("near_duplicates", "share", "copies, each verified against what it copies", 0),
    # Counted in clean news and laws: headings and items are lines without an end mark, so up to a
    # tenth of the breaks may look so; of hard-wrapped text it is nearly all.
    Measure("mid_sentence_breaks", "share of the breaks", "a paragraph stops in a clause", 0.2),
    # Asked as if nobody had cleaned a text. Of 4,421 that a run had cleaned two looked like a page:
    # since the lines were joined there was one sign more.
    Measure("web_pages", "share", "navigation, link lists and other frames of web pages", 0.001),
    Measure("repeated_text", "share", "lines or runs of ten characters said again and again", 0.05),
    Measure("lost_characters", "in 10,000 characters", "U+FFFD, 锟斤拷, 烫烫烫", 1),
    Measure("private_data", "places", "numbers of phones, cards and accounts, addresses", None),
    Measure("documents", "documents", "how many there are", 1, least=True),
    Measure(
        "median_characters", "characters", "the length of the middle document", None, least=True
    ),
)
BY_NAME = {measure.name: measure for measure in MEASURES}


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits by measure, and by script; a measure that is not named keeps its default."""

    limits: Mapping[str, float | None] = field(default_factory=dict)
    scripts: Mapping[str, float] = field(default_factory=dict)

    def of(self, name: str) -> float | None:
        """Return the limit of a measure, None for none."""
        return self.limits[name] if name in self.limits else BY_NAME[name].limit


def load_limits(path: Path) -> Limits:
    """Return the limits of a TOML file; raises RecipeError that names the file."""
    tables = read_toml(path)
    if CHECK not in tables and (hint := did_you_mean(CHECK, tables)):
        raise RecipeError(f"{path}: no table [{CHECK}]{hint}")
    try:
        return _limits(tables.get(CHECK, {}))
    except RecipeError as error:
        raise RecipeError(f"{path}: {error}") from error


def _limits(table: Any) -> Limits:
    if not isinstance(table, Mapping):
        raise RecipeError(f"{CHECK} is a table: write [{CHECK}] and its measures below")
    limits: dict[str, float | None] = {}
    scripts: dict[str, float] = {}
    for name, value in table.items():
        if name == SCRIPTS and isinstance(value, Mapping):
            scripts = {script: _share_of(script, one) for script, one in value.items()}
        elif name not in BY_NAME:
            raise RecipeError(f"{CHECK} has no measure {name!r}{did_you_mean(name, BY_NAME)}")
        else:
            limits[name] = None if value is False else _number(name, value, BY_NAME[name].unit)
    return Limits(limits, scripts)


def _share_of(script: str, value: Any) -> float:
    if script not in ALL_SCRIPTS:
        hint = did_you_mean(script, ALL_SCRIPTS)
        raise RecipeError(f"{CHECK}.{SCRIPTS} has no script {script!r}{hint}")
    return _number(f"{SCRIPTS}.{script}", value, "share")


def _number(name: str, value: Any, unit: str) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not value >= 0:  # nan is not, and no figure is ever over it
        raise RecipeError(f"{CHECK}.{name} is a number, 0 or more, or false, got {value!r}")
    if unit.startswith("share") and value > 1:
        raise RecipeError(f"{CHECK}.{name} is a share, from 0 to 1, got {value!r}; 0.05 is 5 %")
    return float(value) if isinstance(value, float) else int(value)
