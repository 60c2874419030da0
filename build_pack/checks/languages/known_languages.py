"""The languages that checks know, and texts folded for them."""

from functools import lru_cache
from unicodedata import normalize

from build_pack.checks.languages.english import ENGLISH
from build_pack.checks.languages.language_rules import LanguageRules
from build_pack.checks.languages.turkish import TURKISH
from build_pack.locales import language
from build_pack.text.plain_text import plain

LANGUAGES: dict[str, LanguageRules] = {"en": ENGLISH, "tr": TURKISH}

_ONE_LETTER = str.maketrans({"İ": "i", "’": "'", "‘": "'", "\u00a0": " ", "\u202f": " "})
_TURKISH_I = str.maketrans({"I": "ı"})


def known_language(locale: str) -> LanguageRules | None:
    """What is known of the language of a locale."""
    return LANGUAGES.get(language(locale))


def is_known_language(locale: str) -> bool:
    """Whether checks know the language of a locale: else they compare figures and names alone."""
    return known_language(locale) is not None


@lru_cache(maxsize=8192)
def folded(text: str, locale: str) -> str:
    """The plain words of a text in small letters of its language, and straight apostrophes."""
    return lower_case(plain(text), locale)


def lower_case(text: str, locale: str) -> str:
    """A text in small letters of its language, and straight apostrophes, with its marks."""
    words = normalize("NFC", text)
    if language(locale) == "tr":
        words = words.translate(_TURKISH_I)
    return words.translate(_ONE_LETTER).lower()
