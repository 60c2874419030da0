"""Translations that are those of other texts in the same catalog: copied, or exchanged."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from build_pack.checks.check_types import CatalogCheck, CheckContext, CheckFault, TextPair
from build_pack.checks.translation.word_associations import swapped, tokens
from build_pack.locales import Locale
from build_pack.problems import Severity
from build_pack.text.folding import lower_words

_SHORT = 15
"""Letters up to which two things may well have one name."""
_ALIKE = 60
"""Of 100: how alike two sources are that may be translated in the same words."""
_LETTERS = re.compile(r"\W+")


def _repeated(
    pairs: Sequence[TextPair], _context: CheckContext
) -> Iterator[tuple[TextPair, CheckFault]]:
    """Each text that is also that of another source, which says something else."""
    firsts: dict[str, TextPair] = {}
    for pair in pairs:
        words = _letters(pair.text, pair.locale)
        first = firsts.setdefault(words, pair)
        if len(words) > _SHORT and not _are_alike(pair, first):
            message = (
                f"This is also the translation of “{first.id}”, whose source is different: "
                f"“{first.source}”."
            )
            yield pair, CheckFault(message, "Find the wrong translation of the two and correct it.")


@lru_cache(maxsize=8192)
def _letters(text: str, locale: str) -> str:
    """The words of a text without its marks; kept, since leaflets of a pack share catalogs."""
    return _LETTERS.sub(" ", lower_words(text, locale)).strip()


def _are_alike(one: TextPair, other: TextPair) -> bool:
    """Whether two sources may have the same translation."""
    from rapidfuzz.fuzz import token_sort_ratio

    if one.id == other.id or one.source == other.source:
        return True
    sources = (lower_words(pair.source, pair.source_locale) for pair in (one, other))
    return token_sort_ratio(*sources) >= _ALIKE


def _exchanged(
    pairs: Sequence[TextPair], _context: CheckContext
) -> Iterator[tuple[TextPair, CheckFault]]:
    """The second of two texts each of which fits the other's source."""
    translated = [
        one for one in pairs if Locale(one.locale).language != Locale(one.source_locale).language
    ]
    once = {(tokens(p.source, p.source_locale), tokens(p.text, p.locale)): p for p in translated}
    ordered = list(once.values())
    for first, second in swapped(tuple(once)):
        message = f"This text and that of “{ordered[first].id}” seem to match each other’s sources."
        hint = "Compare both with their sources, and swap them back if necessary."
        yield ordered[second], CheckFault(message, hint)


REPEATED = CatalogCheck("text-repeated", Severity.ERROR, _repeated)
EXCHANGED = CatalogCheck("text-exchanged", Severity.WARNING, _exchanged)
