"""OpenCC's converters between scripts, each made when first asked for: it reads dictionaries."""

from functools import cache

import opencc


@cache
def converter(configuration: str = "t2s") -> opencc.OpenCC:
    """Return OpenCC's converter of that name: from traditional to simplified if none is given."""
    return opencc.OpenCC(configuration)
