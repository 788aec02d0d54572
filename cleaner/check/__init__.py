"""The gate: whether a corpus is clean, and still as it was.

A corpus is clean when cleaning it again would change nothing. `check` holds one against limits and
against a saved run.

    gate      read a corpus, measure it, hold the figures against limits
    corpus    its lines: read once in blocks, each record again by its number
    examine   what is in a line, and what is wrong with it
    measures  what is measured of one record
    tally     sums and examples by measure, in any share of a corpus
    limits    all that is measured, and from where on it is too much
    render    what was found as text, JSON, JUnit or annotations
"""

from cleaner.check.gate import Checked, Failure, check
from cleaner.check.limits import MEASURES, Limits, load_limits

__all__ = ["MEASURES", "Checked", "Failure", "Limits", "check", "load_limits"]
