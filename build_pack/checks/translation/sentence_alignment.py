"""A text beside its source, sentence by sentence where each has its own."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from build_pack.checks.check_types import TextPair
from build_pack.checks.languages.known_languages import known_language
from build_pack.checks.languages.language_rules import LanguageRules
from build_pack.text.folding import lower_words
from build_pack.text.plain_text import plain
from build_pack.text.sentences import sentences


class AlignedTexts(NamedTuple):
    """Folded words of a source, and what they are translated to."""

    source: str
    text: str


def whole(pair: TextPair) -> AlignedTexts:
    """Both texts as they are."""
    return AlignedTexts(
        lower_words(pair.source, pair.source_locale), lower_words(pair.text, pair.locale)
    )


@lru_cache(maxsize=8192)
def aligned_sentences(pair: TextPair) -> tuple[AlignedTexts, ...]:
    """Each sentence with its own; the whole texts if one has more sentences than the other.

    Kept, since a dozen checks ask for those of each text.
    """
    source = sentences(plain(pair.source), pair.source_locale)
    text = sentences(plain(pair.text), pair.locale)
    if len(source) != len(text):
        return (whole(pair),)
    return tuple(
        AlignedTexts(lower_words(ours, pair.source_locale), lower_words(theirs, pair.locale))
        for ours, theirs in zip(source, text, strict=True)
    )


def known_sentences(
    pair: TextPair,
) -> Iterator[tuple[AlignedTexts, LanguageRules, LanguageRules]]:
    """Each sentence with its own, and the rules of both languages; none if one has no rules."""
    ours, theirs = known_language(pair.source_locale), known_language(pair.locale)
    if ours and theirs:
        for part in aligned_sentences(pair):
            yield part, ours, theirs
