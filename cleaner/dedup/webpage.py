"""Take the article out of a raw web page: of two sites' pages the articles are compared.

Each of two pages with one article has its own site's paths, links and notices, so that by what
either has of its own they are two. `clean run` takes these off before it looks for duplicates;
here they may still be there. Asked only where nothing was put in place of something else: two
products may share the one paragraph of prose that their pages have.
"""

from cleaner.web.block import find_block
from cleaner.web.page import PAGE, evidence, web_lines


def article(text: str) -> str:
    """Return the lines of a page's article; the text itself where it is no page."""
    if sum(evidence(text).values()) < PAGE:
        return text
    lines = web_lines(text)
    block = find_block(lines)
    return (
        text
        if block is None
        else "\n".join(one.line.text for one in lines[block.start : block.end])
    )
