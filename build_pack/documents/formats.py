"""Dates, times, lists and numbers in each locale's own way, by Babel."""

from datetime import date, time
from decimal import Decimal

from babel import Locale
from babel.dates import format_date, format_time, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal

from build_pack.content.clinic import Weekday

_NARROW_SPACE, _NO_BREAK_SPACE, _NO_BREAK_HYPHEN = "\u202f", "\u00a0", "\u2011"


def unbroken(text: str) -> str:
    """A date, a time or a phone number, which may not be split across lines."""
    text = text.replace(" ", _NO_BREAK_SPACE).replace(_NARROW_SPACE, _NO_BREAK_SPACE)
    return text.replace("-", _NO_BREAK_HYPHEN)


class Formats:
    """The formats of one locale."""

    def __init__(self, locale: str) -> None:
        self._locale = Locale.parse(locale)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return self._locale.text_direction

    def date(self, day: date) -> str:
        """Day, month name and year: the month as a word, since 5/8 reads two ways."""
        return unbroken(format_date(day, "long", self._locale))

    def time(self, clock: str) -> str:
        """A time of day given as `HH:MM`."""
        return unbroken(format_time(time.fromisoformat(clock), "short", locale=self._locale))

    def weekday(self, day: Weekday) -> str:
        """The name of a weekday."""
        names = get_day_names("wide", "stand-alone", self._locale)
        return str(names[list(Weekday).index(day)])

    def number(self, value: int | Decimal) -> str:
        """A number, with every digit it was given."""
        return format_decimal(value, locale=self._locale, decimal_quantization=False)

    def list(self, items: tuple[str, ...]) -> str:
        """Items joined with the locale's “and”."""
        return format_list(items, locale=self._locale)
