"""Words and letters of another language: function words, letters, and whole scripts."""

import unicodedata
from collections.abc import Iterator

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.checks.languages.language_markers import (
    ALPHABETS,
    FOREIGN_SPELLINGS,
    FOREIGN_WORDS,
    NAMES,
)
from build_pack.checks.words_and_names import TextWord, translatable_words
from build_pack.locales import Locale
from build_pack.problems import Severity
from build_pack.text.folding import fold_case

_HINT = (
    "Write it in the language of the text. If it is a name, add it to “keep” in "
    "glossary.yaml of the language, such as locales/tr/glossary.yaml."
)


def _foreign(pair: TextPair, context: CheckContext) -> Iterator[CheckFault]:
    own = Locale(pair.locale).language
    left = list(translatable_words(pair, context))
    for other, theirs in FOREIGN_WORDS.get(own, {}).items():
        found = dict.fromkeys(word.text for word in left if _is_one(word, theirs))
        left = [word for word in left if word.text not in found]
        if found:
            listed = ", ".join(f"“{text}”" for text in found)
            yield CheckFault(
                (f"The {NAMES[own]} text contains {NAMES[other]} words: {listed}."), _HINT
            )
    for text, message in {word.text: _letters(word, own) for word in left}.items():
        if message:
            yield CheckFault(f"“{text}” {message}.", _HINT)


def _is_one(word: TextWord, theirs: frozenset[str]) -> bool:
    """Whether it is one of these words, and no name or abbreviation."""
    return fold_case(word.text) in theirs and not word.named


def _letters(word: TextWord, own: str) -> str | None:
    """What is wrong with the letters of a word."""
    if len(word.text) == 1 or word.text[0] == "µ":
        return None  # a sign as in any language, such as β or µg
    scripts = {_script(letter): letter for letter in word.text}
    if len(scripts) > 1 and "LATIN" in scripts:
        [other, *_] = (letter for script, letter in scripts.items() if script != "LATIN")
        return f"mixes Latin letters with another script’s: {other} ({unicodedata.name(other)})"
    if own not in ALPHABETS or fold_case(word.text) in FOREIGN_SPELLINGS.get(own, ()):
        return None
    if word.named and "LATIN" in scripts:
        return None
    strange = next((one for one in word.text if _small(one) not in ALPHABETS[own]), None)
    return strange and f"has a letter that {NAMES[own]} does not have: {strange}"


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _small(letter: str) -> str:
    """A letter in small; the capital İ is one that only Turkish has."""
    return "ı" if letter == "İ" else letter.lower()


FOREIGN = TextCheck("word-foreign", Severity.ERROR, _foreign, reads_names=True)
