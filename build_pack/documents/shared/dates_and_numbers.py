"""Dates, times and numbers in each locale's own way, by Babel."""

import datetime as dt
import re
from decimal import Decimal

import babel
from babel.dates import format_date, format_skeleton, format_time, get_day_names
from babel.numbers import format_decimal, format_percent

from build_pack.content.models.clinic import Weekday
from build_pack.locales import Locale

_NARROW_SPACE, _NO_BREAK_SPACE, _NO_BREAK_HYPHEN = "\u202f", "\u00a0", "\u2011"
_ENGLISH_ELSEWHERE = "en_GB"
"""English for a country that has no English of its own: day before month, 24 hours."""


def with_fixed_spaces(text: str) -> str:
    """A date, a time or a phone number, which may not be split across lines."""
    text = text.replace(" ", _NO_BREAK_SPACE).replace(_NARROW_SPACE, _NO_BREAK_SPACE)
    return text.replace("-", _NO_BREAK_HYPHEN)


class LocaleConventions:
    """The formats of one locale, as they are used in one country if it has its own.

    All figures are 0 to 9, in Arabic too, for which CLDR has them in some countries and its own in
    others: numbers in sentences come from the catalogs, and those on boxes of medicines, clocks and
    phones in Türkiye are these; two kinds on one page could be read as two numbers.
    """

    def __init__(self, locale: str, country: str = "") -> None:
        self._locale = _regional(Locale(locale), country)
        self._comma = "،" if Locale(locale).script == "Arab" else ","

    def date(self, day: dt.date) -> str:
        """Day, month name and year: the month as a word, since 5/8 reads two ways."""
        return with_fixed_spaces(format_date(day, "long", self._locale))

    def full_date(self, day: dt.date) -> str:
        """The same with the weekday, from which a comma may part it at the end of a line."""
        text = with_fixed_spaces(format_date(day, "full", self._locale))
        return text.replace(f"{self._comma}{_NO_BREAK_SPACE}", f"{self._comma} ")

    def day_and_month(self, day: dt.date) -> str:
        """A date on a calendar: the month in short; if its name is not, it may be below."""
        text = format_skeleton("MMMd", day, locale=self._locale)
        is_long = format_date(day, "MMM", self._locale) == format_date(day, "MMMM", self._locale)
        return text if is_long and self._locale.text_direction == "rtl" else with_fixed_spaces(text)

    def short_date(self, day: dt.date) -> str:
        """Weekday, day and month in short; two short weekdays may begin alike: Paz, Pzt."""
        found = self._locale.datetime_skeletons["MMMEd"].pattern
        pattern = re.sub("E+", "EEEE", found)
        return with_fixed_spaces(format_date(day, pattern, self._locale))

    def short_weekday(self, day: dt.date) -> str:
        """The weekday on a calendar: in short, also where the usual short name is the whole one."""
        names = [format_date(day, form, self._locale) for form in ("EEEE", "EEE", "EEEEEE")]
        whole, usual, shortest = map(with_fixed_spaces, names)
        return shortest if usual == whole and shortest.isalpha() else usual

    def clock(self, clock: dt.time) -> str:
        """A time of day."""
        return with_fixed_spaces(format_time(clock, "short", locale=self._locale))

    def time(self, clock: str) -> str:
        """A time of day given as `HH:MM`."""
        return self.clock(dt.time.fromisoformat(clock))

    def moment(self, at: dt.datetime) -> str:
        """A date with its weekday, and a time; noon and midnight are the caller's to say."""
        return f"{self.full_date(at)}{self._comma} {self.clock(at.time())}"

    def weekday(self, day: Weekday) -> str:
        """The name of a weekday."""
        names = get_day_names("wide", "stand-alone", self._locale)
        return str(names[list(Weekday).index(day)])

    def number(self, value: int | Decimal) -> str:
        """A number as doses are written: never 1.0, and no sign between thousands."""
        if isinstance(value, Decimal):
            value = value.normalize()
        return format_decimal(
            value, locale=self._locale, decimal_quantization=False, group_separator=False
        )

    def percent(self, value: int) -> str:
        """A number of hundredths, with the locale's sign where the locale has it."""
        return with_fixed_spaces(format_percent(value / 100, locale=self._locale))


def _regional(locale: Locale, country: str) -> babel.Locale:
    if locale.territory or not country:
        return babel.Locale.parse(locale)
    regional = Locale(f"{locale}_{country}").cldr
    elsewhere = _ENGLISH_ELSEWHERE if locale == "en" else locale
    return regional or babel.Locale.parse(elsewhere)
