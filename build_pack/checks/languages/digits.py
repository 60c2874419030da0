"""Numbers in digits, dates and times, each read as its locale writes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel.numbers import NumberFormatError, parse_decimal

from build_pack.locales import Locale
from build_pack.text.folding import lower_words

_DATE = r"\d{4}-\d{2}-\d{2}|\d{1,2}(?P<dot>[./])\d{1,2}(?P=dot)\d{4}"
_HALF_DAY = r"\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b"
_DIGITS = re.compile(rf"(?P<date>{_DATE})|(?P<half>{_HALF_DAY})|\d{{1,2}}:\d{{2}}|\d+(?:[.,]\d+)*")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})$")


@dataclass(frozen=True, slots=True)
class NumberInText:
    """A number in a text."""

    start: int
    end: int
    value: str
    """In plain digits, such as 1234.5; a time as 14:30; what is neither as it is written."""
    sure: bool = True
    """Whether it is certainly a number, or a word such as “second”."""


def digits(text: str, locale: str) -> Iterator[NumberInText]:
    """Each number in digits of a text that is folded; a date is three numbers."""
    for match in _DIGITS.finditer(text):
        if match["date"]:
            for part in re.finditer(r"\d+", match[0]):
                start = match.start() + part.start()
                yield NumberInText(start, start + len(part[0]), plain_digits(Decimal(part[0])))
        else:
            value = _half_day(match[0]) if match["half"] else _value(match[0], locale)
            yield NumberInText(match.start(), match.end(), value)


def _half_day(text: str) -> str:
    hour, *minutes = re.findall(r"\d+", text)
    late = 12 if "p" in text else 0
    return _time(int(hour) % 12 + late, minutes[0] if minutes else "00")


def _time(hour: int, minutes: str) -> str:
    return str(hour) if minutes == "00" else f"{hour}:{minutes}"


def _value(digits: str, locale: str) -> str:
    """A number as its locale writes it; what is none in that locale never equals one."""
    try:
        return plain_digits(parse_decimal(digits, locale=locale, strict=True))
    except NumberFormatError:
        if clock := _CLOCK.match(digits):
            return _time(int(clock[1]), clock[2])
        several = len(re.findall(r"[.,]", digits)) > 1
        return digits if several else f"{digits} (no number in “{locale}”)"


def plain_digits(value: Decimal) -> str:
    """A number without zeros at its end, and never as a power of ten."""
    return f"{value.normalize():f}"


_DIGIT = re.compile(r"\d")
_ORDINAL = r"\d(?:st|nd|rd|th)"
_AFTER_A_DAY = (
    rf"(?:(?<=\d )|(?<=\d\. )|(?<=\d of )|(?<={_ORDINAL} )|(?<={_ORDINAL} of )|(?<={_ORDINAL}, ))"
)


def months(text: str, locale: str) -> Iterator[NumberInText]:
    """The name of each month that is next to a day or a year, as its number."""
    beside_digits = _month_names(locale) if _DIGIT.search(text) else ()
    for number, pattern in beside_digits:
        for match in pattern.finditer(text):
            yield NumberInText(match.start(), match.end(), str(number))


@lru_cache
def _month_names(locale: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Each month beside a day or a year; elsewhere “may” and “march” are no months."""
    found: dict[int, set[str]] = {}
    cldr = Locale(locale).cldr
    for names in cldr.months["format"].values() if cldr else ():
        for number, name in names.items():
            found.setdefault(number, set()).add(re.escape(lower_words(name, locale)))
    return tuple(
        (number, re.compile(rf"{_AFTER_A_DAY}(?:{each})\b|\b(?:{each})(?= (?:ay\w* )?\d)"))
        for number, names in found.items()
        if (each := "|".join(name for name in names if len(name) > 1))
    )
