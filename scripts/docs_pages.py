# ruff: noqa: INP001  (a script, not a module of a package)
"""Pages of the documentation that are made of the code: a hook for MkDocs.

README, CONTRIBUTING and CHANGELOG are pages as they are; every stage has its part of stages.md, of
its own docstring, options, examples and keeps.
"""

import pathlib
import re
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files

from cleaner.stages import ORDER

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from cleaner.stage import Stage

ROOT = pathlib.Path(__file__).parent.parent
# Files of the top level that are pages, and the names of their pages.
PAGES = {
    "README.md": "index.md",
    "README.zh.md": "README.zh.md",
    "CONTRIBUTING.md": "CONTRIBUTING.md",
    "CHANGELOG.md": "CHANGELOG.md",
    "SECURITY.md": "SECURITY.md",
}
LINK_RE = re.compile(r"\]\((?:docs/)?([\w.-]+\.(?:md|png|svg|webp))(#[^)]*)?\)")
# Longer cases are shown by their beginning: what they are is in the source.
SHOWN = 400


def on_files(files: Files, config: "MkDocsConfig") -> Files:
    """Add the pages that no file in docs/ holds."""
    for source, page in PAGES.items():
        if (ROOT / source).exists():
            text = (ROOT / source).read_text(encoding="utf-8")
            files.append(File.generated(config, page, content=LINK_RE.sub(_link, text)))
    content = "\n".join(_stages())
    files.append(File.generated(config, "stages.md", content=content))
    return files


def _link(match: re.Match[str]) -> str:
    name, anchor = match[1], match[2] or ""
    return f"]({PAGES.get(name, name)}{anchor})"


def _stages() -> Iterator[str]:
    """Yield the lines of the page of all stages, in the order in which they run."""
    yield "# Stages\n"
    yield (
        "What a document goes through, in this order. Each is one rule with its cases: what it"
        " must do, and what must not fool it. `clean stages NAME` prints the same. ⏎ is a line"
        " break.\n"
    )
    family = ""
    for stage in ORDER:
        if stage.family != family:
            family = stage.family
            yield f"## {family}\n\n`{stage.place.partition(',')[0]}`\n"
        yield from _stage(stage)


def _stage(stage: "Stage") -> Iterator[str]:
    off = (
        "" if stage.on else f" Off unless asked for: `--on {stage.name}` or `--on {stage.family}`."
    )
    yield f"### {stage.name} {{ #{stage.name}-{stage.family} }}\n"
    yield f"*{stage.kind}.*{off}\n"
    yield _prose(stage.doc) + "\n"
    if stage.options:
        yield "| option | default |\n|---|---|"
        for option, default in stage.options.items():
            yield f"| `{stage.name}.{option}` | {_code(repr(default))} |"
        yield ""
    yield "| text | becomes |\n|---|---|"
    for source, wanted in stage.examples.items():
        after = wanted if isinstance(wanted, str) else " ‖ ".join(wanted)
        yield f"| {_code(source)} | {_code(after) or '(nothing)'} |"
    yield "\n| stays as it is |\n|---|"
    for text in stage.keeps:
        yield f"| {_code(text)} |"
    yield ""


def _prose(doc: str) -> str:
    """Write a docstring as Markdown: no mark in it is markup but `code`."""
    return "".join(
        part if part.startswith("`") else re.sub(r"([*_<>\[\]|#])", r"\\\1", part)
        for part in re.split(r"(`[^`]*`)", doc)
    )


def _code(text: Any) -> str:
    """Write a case for a cell of a table: nothing in it is markup."""
    short = text if len(text) <= SHOWN else f"{text[:SHOWN]} …"
    shown = "".join(
        character if character.isprintable() or character == "\u3000" else _name(character)
        for character in short
    )
    if not shown:
        return ""
    safe = escape(shown).replace("|", "&#124;").replace("\\", "&#92;").replace("`", "&#96;")
    return f"<code>{re.sub('([*_~^=:$])', lambda mark: f'&#{ord(mark[0])};', safe)}</code>"


def _name(character: str) -> str:
    return {"\n": "⏎", "\t": "⇥", "\f": "␌"}.get(character, f"⟨{ord(character):04X}⟩")
