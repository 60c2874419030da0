"""How alike two names sound in languages that spell the same name in their own way."""

import re
from functools import lru_cache

from build_pack.text.folding import fold_accents

_SOUNDS = (
    (r"ph", "f"),
    (r"th", "t"),
    (r"ch|q", "k"),
    (r"x", "ks"),
    (r"c(?=[eiy])", "s"),
    (r"c", "k"),
    (r"w", "v"),
    (r"y", "i"),
    (r"z", "s"),
    (r"ou", "u"),
    (r"(\w)\1", r"\1"),
    (r"e\b", ""),
)


def name_similarity(name: str, other: str) -> float:
    """From 0, nothing in common, to 100, the same sounds."""
    from rapidfuzz.fuzz import ratio

    return ratio(_sounds(name), _sounds(other))


@lru_cache(maxsize=4096)
def _sounds(name: str) -> str:
    """A name as it sounds, more or less, in letters that its spellings share."""
    letters = "".join(one for one in fold_accents(name) if one.isalnum() or one == " ")
    for spelling, sound in _SOUNDS:
        letters = re.sub(spelling, sound, letters)
    return letters
