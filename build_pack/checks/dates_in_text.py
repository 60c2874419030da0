"""The names of months and weekdays in a date, which are words of no language to checks of words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from build_pack.locales import Locale

_KINDS = ("format", "stand-alone")
_WIDTHS = ("wide", "abbreviated", "short")
_APART = r"[\s.,–-]{0,3}"
"""What stands between the parts of a date, a line break among it."""


@lru_cache(maxsize=4096)
def without_dates(text: str, locale: str) -> str:
    """A text with blanks in place of each month beside a number, and each weekday beside these.

    Only as their language writes them: “may” in small letters is no Turkish month.
    """
    pattern = _in_a_date(locale)
    return pattern.sub(lambda match: " " * len(match[0]), text) if pattern else text


@lru_cache(maxsize=32)
def date_names(locale: str) -> frozenset[str]:
    """The names of months and weekdays of a locale, long and short, as it writes them."""
    return frozenset((*_names("months", locale), *_names("days", locale)))


def _names(what: str, locale: str) -> Iterator[str]:
    given = getattr(Locale(locale).cldr, what, {})
    for kind in _KINDS:
        for width in _WIDTHS:
            names = given.get(kind, {}).get(width, {}).values()
            yield from (name.rstrip(".") for name in names if not name.isdigit())


@lru_cache(maxsize=32)
def _in_a_date(locale: str) -> re.Pattern[str] | None:
    months, days = (_any_of(_names(what, locale)) for what in ("months", "days"))
    if not months or not days:
        return None
    month = rf"(?<!\w)(?:{months})(?!\w)\.?"
    dated = rf"(?<=\d){_APART}{month}|{month}(?={_APART}\d)"
    day = rf"(?<!\w)(?:{days})(?!\w)\.?"
    alone = rf"(?:(?<=\n)|^){day}(?=\n|$)"
    return re.compile(
        rf"(?<=\d){_APART}{month}{_APART}{day}|{day}(?={_APART}\d)|{day}(?={_APART}{month}{_APART}\d)"
        rf"|{dated}|(?<=\d){_APART}{day}|{alone}"
    )


def _any_of(names: Iterator[str]) -> str:
    return "|".join(sorted({re.escape(name) for name in names}, key=len, reverse=True))
