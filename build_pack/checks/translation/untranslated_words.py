"""Words of the source that a translation still holds."""

from collections.abc import Iterator

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.checks.dates_in_text import date_names
from build_pack.checks.languages.language_markers import SHARED
from build_pack.checks.words_and_names import translatable_words, words
from build_pack.locales import Locale
from build_pack.problems import Severity
from build_pack.text.folding import fold_case

_SHORTEST = 5
"""Letters. Shorter words are too often words of both languages, such as “her”."""
_WITH_ENDING = 6
"""Letters from which on a word is known with an ending of the other language, as in “nerveleri”."""
_HINT = (
    "Translate it. If this language has the word as well, or it is a name, add it to “keep” "
    "in glossary.yaml of the language, such as locales/tr/glossary.yaml."
)


def _untranslated(pair: TextPair, context: CheckContext) -> Iterator[CheckFault]:
    languages = frozenset((Locale(pair.locale).language, Locale(pair.source_locale).language))
    if len(languages) == 1:
        return
    left = {
        fold_case(w.text) for w in words(pair.source) if not w.named and len(w.text) >= _SHORTEST
    }
    known = tuple(SHARED.get(languages, ()))
    found = dict.fromkeys(
        word.text
        for word in translatable_words(pair, context)
        if _survives(fold_case(word.text), left)
        and not fold_case(word.text).startswith(known)
        and word.text not in date_names(pair.locale)
    )
    if found:
        listed = ", ".join(f"“{word}”" for word in found)
        yield CheckFault(f"The translation still contains {listed} from its source.", _HINT)


def _survives(word: str, left: set[str]) -> bool:
    if word in left:
        return True
    return any(len(one) >= _WITH_ENDING and word.startswith(one) for one in left)


UNTRANSLATED = TextCheck("word-untranslated", Severity.ERROR, _untranslated, reads_names=True)
