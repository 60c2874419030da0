"""Calendars: a medicine's days in rows, and all medicines of a patient side by side."""

from collections.abc import Iterable

from build_pack.content.rules import Decision, Slot
from build_pack.documents.composer import Composer
from build_pack.documents.formats import Formats
from build_pack.documents.model import (
    Calendar,
    CalendarDay,
    Overview,
    OverviewColumn,
    OverviewDay,
)
from build_pack.planning.days import Day, Mark
from build_pack.planning.plan import FIRST_DAY, MedicinePlan
from build_pack.translation.words import Words

_DAYS_IN_A_ROW = 11
"""From day −7 to +3: the narrowest cells in which the words of all languages stand."""
_MOST_COLUMNS = 4
"""Medicines beside each other in the overview."""


def calendar(composer: Composer, name: str, days: tuple[Day, ...]) -> Calendar:
    """One medicine's calendar; the last row is full, so that the procedure stands alike in all."""
    views = [_day(composer, day) for day in days if day.day >= _first(days)]
    first = len(views) % _DAYS_IN_A_ROW
    starts = range(first, len(views), _DAYS_IN_A_ROW)
    rows = [views[:first], *(views[start : start + _DAYS_IN_A_ROW] for start in starts)]
    return Calendar(name, tuple(tuple(row) for row in rows if row))


def _first(days: tuple[Day, ...]) -> int:
    """The day on which a medicine's own calendar begins: a week before, or its first change."""
    plain = {Mark.USUAL, Mark.NOT_DUE, Mark.OPEN}
    changes = (day.day for day in days if day.mark not in plain)
    return min(FIRST_DAY, next(changes, FIRST_DAY))


def overviews(composer: Composer, plans: Iterable[MedicinePlan]) -> tuple[Overview, ...]:
    """All medicines in one calendar, or in as few as the width allows, evenly filled."""
    every = list(plans)
    tables = -(-len(every) // _MOST_COLUMNS)
    share = -(-len(every) // tables) if tables else 1
    starts = range(0, len(every), share)
    return tuple(_overview(composer, every[start : start + share]) for start in starts)


def _overview(composer: Composer, plans: list[MedicinePlan]) -> Overview:
    notes = [_note(composer.words, one) for one in plans]
    columns = zip(plans, notes, strict=True)
    longest = max((one.days for one in plans), key=len)
    lines = tuple(
        OverviewDay(
            _line(composer, day),
            day.day == 0,
            tuple(
                None if note else _day(composer, one.days[index])
                for one, note in zip(plans, notes, strict=True)
            ),
        )
        for index, day in enumerate(longest)
    )
    return Overview(
        tuple(OverviewColumn(composer.taken(one), note) for one, note in columns), lines
    )


def _note(words: Words, one: MedicinePlan) -> str:
    """What stands in place of days that cannot be marked."""
    if one.decision is Decision.UNDECIDED:
        return words.pgettext(
            "calendar.undecided",
            "Not decided yet. Do not stop it until your team has filled in its card.",
        )
    if one.decision is Decision.ASK:
        return words.pgettext("calendar.ask", "Call us now. Change nothing until we have spoken.")
    return "" if one.days else words.pgettext("calendar.see-card", "See its card for the times.")


def _line(composer: Composer, day: Day) -> str:
    if day.date is None:
        return _distance(day.day, composer.words, composer.formats)
    return composer.formats.short_date(day.date)


def _day(composer: Composer, day: Day) -> CalendarDay:
    words, formats = composer.words, composer.formats
    return CalendarDay(
        weekday=formats.short_weekday(day.date) if day.date else "",
        date=formats.day_and_month(day.date) if day.date else _distance(day.day, words, formats),
        mark=day.mark,
        word=_words(words)[day.mark],
        slot=slot_name(day.slot, words) if day.slot else "",
        is_procedure=day.day == 0,
    )


def _distance(day: int, words: Words, formats: Formats) -> str:
    """How far a day is from the procedure, for a narrow column; nothing for the procedure's own."""
    if day == 0:
        return ""
    if day < 0:
        pattern = words.npgettext(
            "calendar.days-before", "%(days)s day before", "%(days)s days before", -day
        )
    else:
        pattern = words.npgettext(
            "calendar.days-after", "%(days)s day after", "%(days)s days after", day
        )
    return pattern % {"days": formats.number(abs(day))}


def _words(words: Words) -> dict[Mark, str]:
    # Translators: the next nine stand in narrow columns of a calendar: eleven letters at most.
    return {
        Mark.USUAL: words.pgettext("mark.usual", "Take"),
        Mark.LAST: words.pgettext("mark.last", "Last dose"),
        Mark.NONE: words.pgettext("mark.none", "No dose"),
        Mark.FIRST: words.pgettext("mark.first", "First dose"),
        Mark.BOTH: words.pgettext("mark.both", "Last dose, first dose"),
        Mark.AFTER: words.pgettext("mark.after", "Take after"),
        Mark.WAIT: words.pgettext("mark.wait", "Wait"),
        Mark.CHANGED: words.pgettext("mark.changed", "Other dose"),
        Mark.NOT_DUE: words.pgettext("mark.not-due", "–"),
        Mark.OPEN: "",
    }


def slot_name(slot: Slot, words: Words) -> str:
    """A time of day in a word."""
    return {
        Slot.MORNING: words.pgettext("slot.morning", "morning"),
        Slot.NOON: words.pgettext("slot.noon", "noon"),
        Slot.EVENING: words.pgettext("slot.evening", "evening"),
        Slot.BEDTIME: words.pgettext("slot.bedtime", "bedtime"),
    }[slot]
