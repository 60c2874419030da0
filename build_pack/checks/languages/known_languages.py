"""The languages that checks know."""

from build_pack.checks.languages.english import ENGLISH
from build_pack.checks.languages.language_rules import LanguageRules
from build_pack.checks.languages.turkish import TURKISH
from build_pack.locales import Locale

LANGUAGES: dict[str, LanguageRules] = {"en": ENGLISH, "tr": TURKISH}


def known_language(locale: str) -> LanguageRules | None:
    """What is known of the language of a locale."""
    return LANGUAGES.get(Locale(locale).language)


def is_known_language(locale: str) -> bool:
    """Whether checks know the language of a locale: else they compare figures and names alone."""
    return known_language(locale) is not None
