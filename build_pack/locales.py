"""Locales, languages and scripts."""

from collections.abc import Iterable, Iterator

_SCRIPT_LETTERS = 4


def language(locale: str) -> str:
    """The language of a locale, without its country: `pt` of `pt_BR`."""
    return locale.partition("_")[0]


def script(locale: str) -> str:
    """The ISO 15924 code of the script of a locale: what it names itself, else CLDR's likely one.

    `Arab` of `ar`, `Latn` of `az`; empty for a language that CLDR does not know.
    """
    from babel.core import get_global

    code, *more = locale.replace("-", "_").split("_")
    if more and len(more[0]) == _SCRIPT_LETTERS:
        return more[0]
    likely = get_global("likely_subtags")
    found = likely.get("_".join([code, *more[:1]])) or likely.get(code) or ""
    return str(found).partition("_")[2].partition("_")[0]


def short_date(locale: str) -> tuple[str, str]:
    """In which order a locale writes dates in figures, and with what between them.

    `("dmy", ".")` of `tr`; empty for a language that CLDR does not know, and for English, whose
    countries differ.
    """
    from babel import Locale, UnknownLocaleError

    if language(locale) == "en":
        return "", ""
    try:
        pattern = str(Locale.parse(locale).date_formats["short"])
    except (UnknownLocaleError, ValueError):
        return "", ""
    order = "".join(dict.fromkeys(letter for letter in pattern if letter in "dMy")).lower()
    return order, next((letter for letter in pattern if letter in "./-"), "")


def language_names(locale: str, inside: Iterable[str]) -> Iterator[str]:
    """What a language is called in several languages, as far as CLDR knows both."""
    from babel import Locale, UnknownLocaleError

    for other in inside:
        try:
            name = Locale.parse(locale).get_language_name(Locale.parse(other))
        except (UnknownLocaleError, ValueError):
            continue
        if name:
            yield name
