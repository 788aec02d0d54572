"""What is known to hurt Chinese: notes on a recipe's settings, each with the figure behind it.

A note is no error: who knows their texts may want just that. None is given for a default.
"""

from collections.abc import Iterator

from cleaner import late as re
from cleaner.dedup import parse_near
from cleaner.recipe import OFF, Recipe

# Figures of lines, which a page's broken lines do not have: below a narrow column's width each
# line is short, and most end in mid-sentence.
OF_LINES = frozenset(
    {"bullet-lines", "few-ended-lines", "many-line-breaks", "short-lines", "short-paragraphs"}
)
UNWRAPPED = "wrapped-line"

# Scattered other characters bring the Jaccard similarity of 5-grams to .8 at 2 %, to .63 at 5 %;
# three small edits bring that of a piece of 135 characters to .73 (counted on our texts).
MISSES_COPIES = 0.8
# Bulletins of one form on other days share as much of their shingles as their form is long.
TAKES_TEMPLATES = 0.5
# A brief has 60 to 150 characters; English says as much in twice as many.
BRIEF_CHARS = 100
# The name of an office or a law has up to 30 characters, and stands in texts that share no more.
NAME_CHARS = 30
# Mixed text, tables and reports: MNBVC asks for .7 and loses them, ChineseWebText for .3.
MOSTLY_HAN = 0.5
# "特此公告。" and the like stand in many documents that are no copies.
FORMULA_DOCUMENTS = 3

# Charsets that hold no Chinese: told to read it in them, it becomes mojibake.
WESTERN_RE = re.compile(
    r"(?:(?:windows-|cp)?125\d|iso-?8859-?\d+|latin.*|(?:us-)?ascii)", re.IGNORECASE
)


def advice(recipe: Recipe, *, charset: str = "", overlap: int = 0) -> Iterator[str]:
    """Yield notes on what a recipe does to Chinese; `overlap`: of --against, 0 where not asked.

    Raises RecipeError for a recipe that does not fit.
    """
    pipeline = recipe.pipeline()
    names = {stage.name for stage in pipeline.stages}
    asked = names & OF_LINES
    if asked and UNWRAPPED not in names:
        yield (
            f"{', '.join(sorted(asked))}: without {UNWRAPPED} these judge the lines of the page, "
            f"and on a narrow column all are short and few end a sentence"
        )
    options = {stage.name: {**stage.options, **pipeline.options.get(stage.name, {})}
               for stage in pipeline.stages}  # fmt: skip
    if options.get("too-short", {}).get("min_chars", 0) >= BRIEF_CHARS:
        yield (
            f"too-short.min_chars {options['too-short']['min_chars']}: a brief in a newspaper has "
            f"60 to 150 characters, which say as much as twice as many in English"
        )
    if options.get("little-han", {}).get("min_ratio", 0) > MOSTLY_HAN:
        yield (
            f"little-han.min_ratio {options['little-han']['min_ratio']}: reports with figures, "
            f"names of products and English terms have less; {MOSTLY_HAN} keeps them"
        )
    if options.get("other-script", {}).get("script", "keep") != "keep":
        yield (
            "script: conversion is right in 88 of 100 sentences (OpenCC, hand-checked pairs); most "
            "misses are 著/着 and quotes, some are names (乾安县 becomes 干安县)"
        )
    yield from _of_duplicates(recipe)
    if WESTERN_RE.fullmatch(charset):
        yield f"charset {charset}: holds no Chinese, which becomes mojibake; gb18030 and big5 do"
    if 0 < overlap < NAME_CHARS:
        yield (
            f"overlap {overlap}: the name of an office or a law has up to {NAME_CHARS} characters, "
            f"and texts that share one are no copies; 13 words of English are some 25 characters"
        )


def _of_duplicates(recipe: Recipe) -> Iterator[str]:
    duplicates = recipe.duplicates
    if recipe.keep_all:
        return
    if duplicates.near != OFF:
        near = parse_near(duplicates.near, duplicates.numbers)
        if near.decider == "jaccard" and near.threshold >= MISSES_COPIES:
            yield (
                f"near {duplicates.near}: copies that a scanner read are missed, since 2 % other "
                f"characters make them .8 alike and 5 % .63; copy, the default, finds them"
            )
        elif near.decider == "jaccard" and near.threshold < TAKES_TEMPLATES:
            yield (
                f"near {duplicates.near}: notices and bulletins of one form on other days are that "
                f"much alike, and go; copy, the default, tells them apart by their numbers"
            )
    if 0 < duplicates.paragraphs < FORMULA_DOCUMENTS:
        yield (
            f"paragraphs {duplicates.paragraphs}: formulas that end a notice or a law stand in "
            f"many documents, and would be left in the first alone; 5 spares those of two"
        )
