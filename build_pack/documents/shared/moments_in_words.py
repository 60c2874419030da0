"""Moments of a plan in words: as dates, and as days and hours from the procedure."""

from datetime import datetime, time

from build_pack.content.models.dosing import Slot
from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.planning.moments import PlannedMoment
from build_pack.translation.ui_words import UiWords


def date_of(when: PlannedMoment, words: UiWords, formats: LocaleConventions) -> str:
    """The date, with the time of day if there is one; empty where it is not known."""
    if when.date is None:
        return ""
    date = formats.full_date(when.date)
    return f"{date}, {slot_name(when.slot, words)}" if when.slot else date


def no_later(when: PlannedMoment, words: UiWords, formats: LocaleConventions) -> str:
    """The date of a last dose; one in hours has a time that it may not be later than."""
    if when.slot and when.at:
        return _by(when, when.at, words, formats)
    if when.hours is None or when.slot or when.date is None:
        return date_of(when, words, formats)
    pattern = words.pgettext("moment.or-earlier", "%(moment)s or earlier")
    latest = moment(when.at, words, formats) if when.at else formats.full_date(when.date)
    return pattern % {"moment": latest}


def no_earlier(when: PlannedMoment, words: UiWords, formats: LocaleConventions) -> str:
    """The date of a first dose; in hours it depends on when the procedure really ends."""
    if when.at is None:
        return date_of(when, words, formats)
    pattern = words.pgettext("moment.or-later", "%(moment)s or later")
    return pattern % {"moment": formats.full_date(when.date or when.at)}


def until(date: str, words: UiWords) -> str:
    """The date on which hours after the procedure end, which depends on when that really ends."""
    # Translators: a date follows, as in “Wednesday, 2 December 2026”.
    return words.pgettext("moment.until", "Until at least %(date)s") % {"date": date}


def for_hours(hours: int, words: UiWords, formats: LocaleConventions) -> str:
    """The same where the date is not known."""
    pattern = words.npgettext(
        "moment.for-hours",
        "For at least %(hours)s hour after the end of your procedure",
        "For at least %(hours)s hours after the end of your procedure",
        hours,
    )
    return pattern % {"hours": formats.number(hours)}


def time_on_day(when: PlannedMoment, words: UiWords, formats: LocaleConventions) -> str:
    """What of a moment is said beside its day: empty where the day says it all."""
    if when.date is None:
        return slot_name(when.slot, words) if when.slot else ""
    if when.slot and when.at and when.is_before:
        return _slot_by(when.slot, when.at, words, formats)
    if when.slot:
        return slot_name(when.slot, words)
    if when.hours is None:
        return ""
    if not when.is_before:
        pattern = words.pgettext("moment.or-later", "%(moment)s or later")
        return pattern % {"moment": formats.day_and_month(when.date)}
    pattern = words.pgettext("moment.or-earlier", "%(moment)s or earlier")
    latest = formats.day_and_month(when.date)
    return pattern % {"moment": clock_in_words(when.at, words, formats) if when.at else latest}


def clock_in_words(at: datetime, words: UiWords, formats: LocaleConventions) -> str:
    """A time on its day; noon and midnight as words, with the day to which midnight belongs."""
    values = {"date": formats.day_and_month(at)}
    if at.time() == time(12):
        return slot_name(Slot.NOON, words)
    if at.time() == time(0):
        return words.pgettext("moment.midnight", "%(date)s, midnight as the day begins") % values
    return formats.clock(at.time())


def _slot_by(slot: Slot, at: datetime, words: UiWords, formats: LocaleConventions) -> str:
    if at.time() == time(12):
        pattern = words.pgettext("moment.at-the-latest", "%(moment)s at the latest")
        return pattern % {"moment": slot_name(Slot.NOON, words)}
    pattern = words.pgettext("moment.by", "%(moment)s, by %(time)s at the latest")
    return pattern % {"moment": slot_name(slot, words), "time": formats.clock(at.time())}


def _by(when: PlannedMoment, at: datetime, words: UiWords, formats: LocaleConventions) -> str:
    """A time of day with the latest time on the clock."""
    if at.time() == time(12):
        pattern = words.pgettext("moment.at-the-latest", "%(moment)s at the latest")
        return pattern % {"moment": moment(at, words, formats)}
    pattern = words.pgettext("moment.by", "%(moment)s, by %(time)s at the latest")
    return pattern % {"moment": date_of(when, words, formats), "time": formats.clock(at.time())}


def moment(at: datetime, words: UiWords, formats: LocaleConventions) -> str:
    """A date and time; noon and midnight are words, since 12:00 is read as either."""
    values = {"date": formats.full_date(at)}
    if at.time() == time(12):
        return words.pgettext("moment.noon", "%(date)s, noon") % values
    if at.time() == time(0):
        return words.pgettext("moment.midnight", "%(date)s, midnight as the day begins") % values
    return formats.moment(at)


def slot_name(slot: Slot, words: UiWords) -> str:
    """A time of day in a word."""
    return {
        Slot.MORNING: words.pgettext("slot.morning", "morning"),
        Slot.NOON: words.pgettext("slot.noon", "noon"),
        Slot.EVENING: words.pgettext("slot.evening", "evening"),
        Slot.BEDTIME: words.pgettext("slot.bedtime", "bedtime"),
    }[slot]


def from_procedure(day: int, words: UiWords, formats: LocaleConventions) -> str:
    """A day as people say it: day −2 is “2 days before your procedure”."""
    if day == 0:
        return words.pgettext("day.procedure", "On the day of your procedure")
    if day < 0:
        pattern = words.npgettext(
            "day.before",
            "%(days)s day before your procedure",
            "%(days)s days before your procedure",
            -day,
        )
    else:
        pattern = words.npgettext(
            "day.after",
            "%(days)s day after your procedure",
            "%(days)s days after your procedure",
            day,
        )
    return pattern % {"days": formats.number(abs(day))}


def distance(when: PlannedMoment, words: UiWords, formats: LocaleConventions) -> str:
    """A moment whose date is not known, by its distance from the procedure."""
    if when.day is not None:
        day = from_procedure(when.day, words, formats)
        return f"{day}, {slot_name(when.slot, words)}" if when.slot else day
    hours = when.hours or 0
    if hours < 0:
        pattern = words.npgettext(
            "day.hours-before",
            "%(hours)s hour before your procedure",
            "%(hours)s hours before your procedure",
            -hours,
        )
    else:
        pattern = words.npgettext(
            "day.hours-after",
            "%(hours)s hour after the end of your procedure",
            "%(hours)s hours after the end of your procedure",
            hours,
        )
    return pattern % {"hours": formats.number(abs(hours))}
