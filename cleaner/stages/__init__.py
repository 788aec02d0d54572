"""The rules, one module a family, and the order in which they run."""

from cleaner.stage import Stage

# The order has meaning; a comment says where.
ORDER: tuple[Stage, ...] = ()
