"""OpenCC's converters between scripts, each made when first asked for: it reads dictionaries."""

from functools import cache

import opencc

from cleaner import late as re

HALF_RE = re.compile("([\ud800-\udfff])")


class Converter(opencc.OpenCC):
    """OpenCC's, which also reads a text with half of a character in it; the half stays."""

    def convert(self, text: str) -> str:
        """Return a text in the other script."""
        try:
            return str(super().convert(text))
        except UnicodeEncodeError:
            parts = HALF_RE.split(text)  # every other one is a half
            parts[::2] = map(super().convert, parts[::2])
            return "".join(parts)


@cache
def converter(configuration: str = "t2s") -> Converter:
    """Return OpenCC's converter of that name: from traditional to simplified if none is given."""
    return Converter(configuration)
