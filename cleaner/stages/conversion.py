"""A corpus in one of the two Chinese scripts, for those who ask for it.

By default nothing is converted: a text is right in the script that it was written in. With
`script = "simplified"` or `"traditional"` every Chinese document is written in the one by OpenCC,
whose dictionaries know phrases: 乾隆 and 乾淨, 皇后 and 以後. It is asked line by line; what is not
Chinese prose stays: Japanese and Korean documents, lines with kana or hangul, lines that are in the
wanted script already (a quotation, a title).

Taiwan writes 著 for 着; a text that does is read so.
"""

from collections.abc import Iterator

from cleaner import late as re
from cleaner.chars.converter import converter
from cleaner.chars.hans_hant import SIMPLIFIED_ONLY
from cleaner.chars.scripts import CHINESE, HANGUL, KANA, script_of
from cleaner.chars.strays import STRAYS
from cleaner.document import Document, Edit, Note
from cleaner.errors import RecipeError, did_you_mean
from cleaner.stage import Rewrite

KEEP, SIMPLIFIED, TRADITIONAL = "keep", "simplified", "traditional"
# The note of a document that was converted; what it was before is noted as `script_before`.
NOTES = {SIMPLIFIED: "zh-Hans", TRADITIONAL: "zh-Hant"}

# What shows that a line is in the other script: a character that only that script has.
OTHER_RE = {
    SIMPLIFIED: re.compile(f"[{''.join(sorted(STRAYS))}]"),
    TRADITIONAL: re.compile(f"[{''.join(sorted(SIMPLIFIED_ONLY))}]"),
}
FOREIGN_RE = re.compile(f"[{KANA}{HANGUL}]")


def other_script(document: Document, *, script: str = KEEP) -> Iterator[Edit | Note]:
    """Write Chinese documents in one script: "simplified" or "traditional"; "keep" keeps each.

    One edit for each line that changes. Leaves Japanese and Korean, and lines that hold either.
    """
    if script == KEEP:
        return
    if script not in NOTES:
        known = (KEEP, *NOTES)
        raise RecipeError(f"other-script.script: no script {script!r}{did_you_mean(script, known)}")
    text = document.text
    noted = script_of(document)
    if noted not in CHINESE or (script == TRADITIONAL and noted == "zh-Hant"):
        return
    if not OTHER_RE[script].search(text) and (script == SIMPLIFIED or noted != "zh-Hans"):
        return
    changed = False
    at = 0
    for line in text.split("\n"):
        if _is_other(line, script, noted):
            new = converter(_configuration(text, script)).convert(line)
            changed = changed or new != line
            yield Edit(at, line, new)
        at += len(line) + 1
    if changed:
        yield Note("script", NOTES[script])
        yield Note("script_before", noted)


def _is_other(line: str, script: str, noted: str) -> bool:
    """Say whether a line is to be converted."""
    if OTHER_RE[script].search(line):
        return not FOREIGN_RE.search(line)
    # 后面 and 里程 tell nothing, nor does 於: the document does. A line in the wanted script tells.
    other, wanted = ("zh-Hant", TRADITIONAL) if script == SIMPLIFIED else ("zh-Hans", SIMPLIFIED)
    return noted == other and not OTHER_RE[wanted].search(line) and not FOREIGN_RE.search(line)


def _configuration(text: str, script: str) -> str:
    """Return the name of OpenCC's configuration."""
    if script == TRADITIONAL:
        return "s2t"
    return "tw2s" if "著" in text and "着" not in text else "t2s"


# With the default it changes nothing; what it does when asked is in tests/test_conversion.py.
OTHER_SCRIPT = Rewrite(
    other_script,
    examples={"會議於八月在臺北舉行。": "會議於八月在臺北舉行。"},  # synthetic
    keeps=["会议于八月在北京举行。", "県庁は動画を公開した。"],  # synthetic
)
