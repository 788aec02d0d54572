"""The gate: whether a corpus is clean, and still as it was.

A corpus is clean when cleaning it again would change nothing. `check` holds one against limits
(`limits.py` has all that is measured, with the defaults) and against a saved run; `render.py` says
what it found as text, JSON, JUnit or annotations.
"""

from cleaner.check.gate import Checked, Failure, check
from cleaner.check.limits import MEASURES, Limits, load_limits

__all__ = ["MEASURES", "Checked", "Failure", "Limits", "check", "load_limits"]
