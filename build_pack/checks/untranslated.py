"""Words of the source that a translation still holds."""

from collections.abc import Iterator

from build_pack.checks.check import Context, Fault, Pair, TextCheck
from build_pack.checks.dates import date_names
from build_pack.checks.languages.words import SHARED
from build_pack.checks.names import own_words, words
from build_pack.content.glossary import folded
from build_pack.content.locales import language
from build_pack.problems import Severity

_SHORTEST = 5
"""Letters. Shorter words are too often words of both languages, such as “her”."""
_WITH_ENDING = 6
"""Letters from which on a word is known with an ending of the other language, as in “nerveleri”."""
_HINT = (
    "Translate it. If this language has the word as well, or it is a name, add it to “keep” "
    "in glossary.yaml of the language, such as locales/tr/glossary.yaml."
)


def _untranslated(pair: Pair, context: Context) -> Iterator[Fault]:
    languages = frozenset((language(pair.locale), language(pair.source_locale)))
    if len(languages) == 1:
        return
    left = {folded(w.text) for w in words(pair.source) if not w.named and len(w.text) >= _SHORTEST}
    known = tuple(SHARED.get(languages, ()))
    found = dict.fromkeys(
        word.text
        for word in own_words(pair, context)
        if _survives(folded(word.text), left)
        and not folded(word.text).startswith(known)
        and word.text not in date_names(pair.locale)
    )
    if found:
        listed = ", ".join(f"“{word}”" for word in found)
        yield Fault(f"The translation still contains {listed} from its source.", _HINT)


def _survives(word: str, left: set[str]) -> bool:
    if word in left:
        return True
    return any(len(one) >= _WITH_ENDING and word.startswith(one) for one in left)


UNTRANSLATED = TextCheck("word-untranslated", Severity.ERROR, _untranslated, reads_names=True)
