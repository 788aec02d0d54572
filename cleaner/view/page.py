"""The frame of every page: one file, no network, light and dark, readable without its script."""

import base64
import hashlib
from collections.abc import Iterable
from importlib.resources import files

from cleaner.view.markup import Child, Element, h, written

# A page may run its own script and show its own styles. Whatever text does, nothing is loaded.
POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
    "base-uri 'none'; form-action 'none'"
)


def page(title: str, body: Iterable[Child]) -> str:
    """Return a whole page."""
    style = _resource("style.css")
    script = _resource("script.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    root = h(
        "html",
        h(
            "head",
            h("meta", charset="utf-8"),
            _named("meta", {"http-equiv": "Content-Security-Policy"}, POLICY.format(digest=digest)),
            h("meta", name="viewport", content="width=device-width, initial-scale=1"),
            h("meta", name="color-scheme", content="light dark"),
            h("title", title),
            h("style", style),
        ),
        h("body", body, h("script", script)),
        lang="en",
    )
    return f"<!doctype html>\n{written(root)}\n"


def _named(tag: str, attributes: dict[str, str], content: str) -> Element:
    element = h(tag, content=content)
    for name, value in attributes.items():
        element.set(name, value)
    return element


def _resource(name: str) -> str:
    return files("cleaner.view").joinpath(name).read_text(encoding="utf-8")
