"""Whether a text looks like its language, by the optional extra `language` (lingua).

It sees what the other checks cannot: a whole text in another language. Without the extra it finds
nothing. Texts of fewer than four words are ignored, and names are left out: both mislead it.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.checks.languages.language_markers import NAMES
from build_pack.checks.words_and_names import translatable_words
from build_pack.locales import Locale
from build_pack.problems import Severity

if TYPE_CHECKING:
    from lingua import LanguageDetector

_FEWEST = 4
"""Words: a block of fewer may be a name, or the same in two languages."""
_SURE = 0.99
"""Of 1. “Copy for the clinic’s file” passes for Turkish with 0.97, the worst of our own texts."""


def _doubtful(pair: TextPair, context: CheckContext) -> Iterator[CheckFault]:
    own = Locale(pair.locale).language
    words = [word.text for word in translatable_words(pair, context)]
    detector = detector_for(_in_use(pair, context)) if len(words) >= _FEWEST else None
    if not detector:
        return
    likeliest, *_ = detector.compute_language_confidence_values(" ".join(words))
    code = likeliest.language.iso_code_639_1.name.lower()
    if code != own and likeliest.value >= _SURE:
        message = f"The text seems to be {NAMES.get(code, code)}, not {NAMES.get(own, own)}."
        yield CheckFault(message, "Translate it, or correct the parts in another language.")


def _in_use(pair: TextPair, context: CheckContext) -> frozenset[str]:
    """The languages of the program's own texts, and all that this text is held against."""
    locales = {*NAMES, pair.locale, pair.source_locale, *context.glossaries}
    return frozenset(Locale(locale).language for locale in locales)


@lru_cache(maxsize=8)
def detector_for(codes: frozenset[str]) -> "LanguageDetector | None":
    """The detector for some languages; none without the extra, or for a language it lacks."""
    try:
        from lingua import IsoCode639_1, LanguageDetectorBuilder
    except ImportError:
        return None
    try:
        chosen = [IsoCode639_1.from_str(code) for code in sorted(codes)]
    except ValueError:
        return None
    builder = LanguageDetectorBuilder.from_iso_codes_639_1(*chosen)
    return builder.with_low_accuracy_mode().build()


LANGUAGE = TextCheck("language-doubtful", Severity.WARNING, _doubtful)
