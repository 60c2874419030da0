"""A text beside its source, sentence by sentence where each has its own."""

from collections.abc import Iterator
from typing import NamedTuple

from build_pack.checks.check_types import TextPair
from build_pack.checks.languages.known_languages import folded
from build_pack.text.plain_text import plain
from build_pack.text.sentences import sentences


class AlignedTexts(NamedTuple):
    """Folded words of a source, and what they are translated to."""

    source: str
    text: str


def whole(pair: TextPair) -> AlignedTexts:
    """Both texts as they are."""
    return AlignedTexts(folded(pair.source, pair.source_locale), folded(pair.text, pair.locale))


def aligned_sentences(pair: TextPair) -> Iterator[AlignedTexts]:
    """Each sentence with its own; the whole texts if one has more sentences than the other."""
    source, text = sentences(plain(pair.source)), sentences(plain(pair.text))
    if len(source) != len(text):
        yield whole(pair)
        return
    for ours, theirs in zip(source, text, strict=True):
        yield AlignedTexts(folded(ours, pair.source_locale), folded(theirs, pair.locale))
