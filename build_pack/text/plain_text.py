"""Texts without their marks, for checks that look at words."""

import re
from functools import lru_cache

_CITATION = re.compile(r"\s*\[@[^\]]*\]")
_FIELD = re.compile(r"\{[a-z_]+\}|%\(\w+\)[sd]")
FIELD = "□"
"""Stands in a plain text for each value that is filled in."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The words of a text: no stars, no citations, and `□` for each field."""
    return plain_with_citations(_CITATION.sub("", text))


def plain_with_citations(text: str) -> str:
    """The same with its citations."""
    return _FIELD.sub(FIELD, text).replace("**", "").replace("%%", "%")
