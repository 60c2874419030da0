"""Moments of a plan for clinicians: the date, or else how far it is from the procedure."""

from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.moments_in_words import date_of, no_earlier, no_later, slot_name
from build_pack.planning.moments import PlannedMoment
from build_pack.translation.ui_words import UiWords


def last_moment(composer: Composer, when: PlannedMoment) -> str:
    """When a last dose is taken, or earlier."""
    return no_later(when, composer.words, composer.formats) or _distance(composer, when)


def first_moment(composer: Composer, when: PlannedMoment) -> str:
    """When a first dose is taken; in hours, from the end of the procedure on."""
    date = no_earlier(when, composer.words, composer.formats)
    if when.with_meal:
        pattern = composer.words.pgettext("clinical.meal", "%(date)s, with the first meal")
        return pattern % {"date": date or _distance(composer, when)}
    if not date or when.hours is None:
        return date or _distance(composer, when)
    # Translators: a date, then hours after the procedure.
    pattern = composer.words.pgettext("clinical.date-and-hours", "%(date)s (%(hours)s)")
    return pattern % {"date": date, "hours": _hours(composer, when.hours)}


def day_of(composer: Composer, when: PlannedMoment) -> str:
    """The day of anything else."""
    return date_of(when, composer.words, composer.formats) or _distance(composer, when)


def _distance(composer: Composer, when: PlannedMoment) -> str:
    words, formats = composer.words, composer.formats
    if when.day is None:
        return _hours(composer, when.hours or 0)
    day = _day(when.day, words) % {"days": formats.number(abs(when.day))}
    return f"{day}, {slot_name(when.slot, words)}" if when.slot else day


def _day(day: int, words: UiWords) -> str:
    if day == 0:
        return words.pgettext("clinical.procedure-day", "day of the procedure")
    if day < 0:
        return words.npgettext(
            "clinical.days-before",
            "%(days)s day before the procedure",
            "%(days)s days before the procedure",
            -day,
        )
    return words.npgettext(
        "clinical.days-after",
        "%(days)s day after the procedure",
        "%(days)s days after the procedure",
        day,
    )


def _hours(composer: Composer, hours: int) -> str:
    words = composer.words
    if hours < 0:
        pattern = words.npgettext(
            "clinical.hours-before",
            "at least %(hours)s hour before the procedure",
            "at least %(hours)s hours before the procedure",
            -hours,
        )
    else:
        pattern = words.npgettext(
            "clinical.hours-after",
            "at least %(hours)s hour after the end of the procedure",
            "at least %(hours)s hours after the end of the procedure",
            hours,
        )
    return pattern % {"hours": composer.formats.number(abs(hours))}
