"""OpenCC's converters between scripts, each made when first asked for: it reads dictionaries."""

from functools import cache

import opencc


class Converter(opencc.OpenCC):
    """OpenCC's, which leaves what it cannot read: a text with half of a character in it."""

    def convert(self, text: str) -> str:
        """Return a text in the other script."""
        try:
            return str(super().convert(text))
        except UnicodeEncodeError:
            return text


@cache
def converter(configuration: str = "t2s") -> Converter:
    """Return OpenCC's converter of that name: from traditional to simplified if none is given."""
    return Converter(configuration)
