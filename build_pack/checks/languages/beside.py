"""A text beside its source, sentence by sentence where each has its own."""

from functools import lru_cache
from typing import NamedTuple

from build_pack.checks.check import Pair
from build_pack.checks.languages.known import folded
from build_pack.checks.plain import plain
from build_pack.checks.splitting import sentences


class Beside(NamedTuple):
    """Folded words of a source, and what they are translated to."""

    source: str
    text: str


def whole(pair: Pair) -> Beside:
    """Both texts as they are."""
    return Beside(folded(pair.source, pair.source_locale), folded(pair.text, pair.locale))


@lru_cache(maxsize=8192)
def beside(pair: Pair) -> tuple[Beside, ...]:
    """Each sentence with its own; the whole texts if one has more sentences than the other.

    Kept, since a dozen checks ask for those of each text.
    """
    source, text = sentences(plain(pair.source)), sentences(plain(pair.text))
    if len(source) != len(text):
        return (whole(pair),)
    return tuple(
        Beside(folded(ours, pair.source_locale), folded(theirs, pair.locale))
        for ours, theirs in zip(source, text, strict=True)
    )
