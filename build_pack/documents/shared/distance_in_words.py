"""Days and hours counted from the procedure, in words. A blank for the date goes with each."""

from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.planning.moments import PlannedMoment
from build_pack.translation.ui_words import UiWords


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
        return from_procedure(when.day, words, formats)
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
