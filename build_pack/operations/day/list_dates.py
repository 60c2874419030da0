"""Dates and times of a list as people and programs write them, read where only one is meant.

A year that goes first is followed by the month. Where it goes last, the language of the line says
what 10.12.2026 means, if it writes dates in that way; in any other case it is read only if it can
be no second date.
"""

import re
from dataclasses import dataclass
from datetime import date

from build_pack.locales import Locale

Fault = tuple[str, str]
"""What is wrong, and how to fix it."""

_DAY = re.compile(
    r"(?P<year>[0-9]{4})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})"
)
_YEAR_LAST = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])(?:[:.]00(?:\.0+)?)?")
_SERIAL = re.compile(r"[0-9]{5}([.,][0-9]+)?")
_PART_OF_A_DAY = re.compile(r"0?[.,][0-9]+")

_WRITTEN = "Write it as 2026-12-10."
_NO_DATE = "This is not a valid date.", _WRITTEN
_TWO_DATES = "This date is ambiguous: it is not certain which number is the month.", _WRITTEN
_NO_TIME = "This is not a valid time.", "Use the 24-hour clock, such as 09:00."
_NUMBER = (
    "This is Excel's internal number for a {}.",
    ("Format the column as {} in Excel and save the list again, or write it as {}."),
)


@dataclass(frozen=True, slots=True)
class ParsedDateTime:
    """A date, and the time that is with it, as `09:00`; empty if there is none."""

    day: date
    clock: str = ""


def read_date_time(text: str, locale: str) -> ParsedDateTime | Fault:
    """A date, with a time or without; midnight is how programs write that there is none."""
    written, _, clock = text.replace("T", " ").partition(" ")
    day = _day(written, locale)
    if not isinstance(day, date):
        return day
    time = clock_text(clock.strip())
    if clock and not time:
        return "The date is followed by something that is not a time.", _WRITTEN
    return ParsedDateTime(day, "" if time == "00:00" else time)


def clock_text(text: str) -> str:
    """A time as `HH:MM`; empty if it is none."""
    found = _CLOCK.fullmatch(text)
    return f"{int(found[1]):02}:{found[2]}" if found else ""


def _day(text: str, locale: str) -> date | Fault:
    if found := _DAY.fullmatch(text):
        return _calendar(found["year"], found["month"], found["day"]) or _NO_DATE
    if _SERIAL.fullmatch(text):
        return _number("date", "Date", "2026-12-10")
    if not (last := _YEAR_LAST.fullmatch(text)):
        return _NO_DATE
    one, sign, other, year = last.groups()
    order, usual = Locale(locale).short_date
    if order == "dmy" and usual == sign:
        return _calendar(year, other, one) or _NO_DATE
    return _only_day(_calendar(year, other, one), _calendar(year, one, other), sign)


def _only_day(day_first: date | None, month_first: date | None, sign: str) -> date | Fault:
    """The one date that it can be; nobody writes the month first and then full stops."""
    if day_first and month_first and day_first != month_first:
        return _TWO_DATES
    return day_first or (month_first if sign != "." else None) or _NO_DATE


def _calendar(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _number(kind: str, form: str, written: str) -> Fault:
    message, hint = _NUMBER
    return message.format(kind), hint.format(form, written)


@dataclass(frozen=True, slots=True)
class ParsedStart:
    """When a visit is, as far as it can be read, and what is wrong with its date and time."""

    day: str = ""
    clock: str = ""
    date_fault: Fault | None = None
    time_fault: Fault | None = None


_OTHER_TIME = (
    "The cell for the date contains a different time than the one under “time”.",
    "Write only the date under “date”, and the correct time under “time”.",
)
_OTHER_DAY = (
    "The cell for the time contains a different date than the one under “date”.",
    "Write only the time under “time”, such as 09:00.",
)


def read_start(day: str, clock: str, locale: str) -> ParsedStart:
    """Read a date and a time; either may be with the other in one cell, if all agree."""
    moment = read_date_time(day, locale) if day else None
    if not isinstance(moment, ParsedDateTime):
        return ParsedStart(
            clock=clock_text(clock), date_fault=moment, time_fault=_time_fault(clock)
        )
    time, fault = clock_text(clock), _time_fault(clock)
    within = read_date_time(clock, locale) if fault else None
    if isinstance(within, ParsedDateTime) and within.clock:
        time, fault = within.clock, None if within.day == moment.day else _OTHER_DAY
    if not fault and time and moment.clock not in {"", time}:
        return ParsedStart(date_fault=_OTHER_TIME)
    return ParsedStart(moment.day.isoformat(), time or moment.clock, time_fault=fault)


def read_moment(text: str, locale: str) -> tuple[str, Fault | None]:
    """A date with its time in one cell, as `2026-12-10T09:00`; or what is wrong with it."""
    found = read_date_time(text, locale)
    if not isinstance(found, ParsedDateTime):
        return "", found
    if not found.clock:
        return "", ("The time is missing.", "Write date and time as 2026-12-10 09:00.")
    return f"{found.day.isoformat()}T{found.clock}", None


def _time_fault(text: str) -> Fault | None:
    if not text or clock_text(text):
        return None
    return _number("time", "Time", "09:00") if _PART_OF_A_DAY.fullmatch(text) else _NO_TIME
