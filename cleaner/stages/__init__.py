"""The rules, one module a family, and the order in which they run."""

from cleaner.stage import Stage
from cleaner.stages.language import LANGUAGE
from cleaner.stages.script import STRAY_TRADITIONAL

# The order has meaning; a comment says where.
ORDER: tuple[Stage, ...] = (
    LANGUAGE,  # after the encoding is right: what is read wrongly looks like another script
    STRAY_TRADITIONAL,  # after paragraphs: phrases are cut by line breaks
)
