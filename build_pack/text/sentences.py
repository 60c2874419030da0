"""Texts split into sentences."""

import re
from functools import lru_cache

from build_pack.text.plain_text import FIELD

_SHORT = ("Dr", "Mr", "Mrs", "Ms", "Prof", "Doç", "Uz", "Op", "No", "St", "vs", "e.g", "i.e")
_ABBREVIATED = "".join(rf"(?<!\b{word})" for word in (*_SHORT, "vb", "örn", "Örn", "bkz", "al"))
_END = re.compile(
    rf"{_ABBREVIATED}[.!?؟…]+[”’»\"')\]]*(?:\s+(?=[“‘(\"']?(?:[^\W\d_a-zçğıöşü]|\d|{FIELD}))|\s*$)"
)
"""A mark after which a sentence can begin; after an abbreviation or a small letter none does."""


def sentences(text: str) -> list[str]:
    """The sentences of a text, without their last marks; words after the last one are one too."""
    return [*_sentences(text)]


@lru_cache(maxsize=8192)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(part for part in _END.split(text) if part.strip())
