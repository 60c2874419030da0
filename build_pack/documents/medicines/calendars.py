"""Calendars: a medicine's days in rows, and all medicines of a patient side by side."""

from collections.abc import Iterable, Iterator

from build_pack.content.models.medicine_rules import Decision
from build_pack.documents.medicines.views import (
    Calendar,
    CalendarDay,
    CalendarOverview,
    OverviewColumn,
    OverviewDay,
)
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.documents.shared.moments_in_words import slot_name
from build_pack.documents.shared.views import Prose
from build_pack.planning.medicine_days import DayMark, MedicineDay
from build_pack.planning.plan import FIRST_DAY, LAST_DAY, MedicinePlan
from build_pack.translation.ui_words import UiWords

_DAYS_IN_A_ROW = 11
"""From day −7 to +3: the narrowest cells in which the words of all languages stand."""
_MOST_COLUMNS, _MOST_NARROW_COLUMNS = 4, 2
"""Medicines beside each other in the overview."""


def calendars(
    composer: Composer, name: str, days: tuple[MedicineDay, ...], *reach: int
) -> tuple[Calendar, ...]:
    """One medicine's calendar, which reaches at least to some days.

    The last row is full, so that the procedure stands alike in all. On narrow pages there is none,
    since a card would not fit on one page with it: the steps name the days that count, and the
    overview of a patient's sheet has them all.
    """
    if not days or composer.visit.page_format.is_narrow:
        return ()
    views = [_day(composer, day) for day in _own_days(days, reach)]
    first = len(views) % _DAYS_IN_A_ROW
    starts = range(first, len(views), _DAYS_IN_A_ROW)
    rows = [views[:first], *(views[start : start + _DAYS_IN_A_ROW] for start in starts)]
    return (Calendar(name, tuple(tuple(row) for row in rows if row)),)


def _own_days(days: tuple[MedicineDay, ...], reach: tuple[int, ...]) -> Iterator[MedicineDay]:
    """A medicine's days from its own first change, or a week before, to its own last one."""
    plain = {DayMark.USUAL, DayMark.NOT_DUE, DayMark.OPEN, DayMark.WAIT}
    changes = [*reach, *(day.day for day in days if day.mark not in plain)]
    first, last = min([FIRST_DAY, *changes]), max([LAST_DAY, *changes])
    return (day for day in days if first <= day.day <= last)


_Column = tuple[Prose, tuple[MedicineDay, ...], str]
"""A medicine's name, its days, and the note that stands in for them."""


def overviews(composer: Composer, plans: Iterable[MedicinePlan]) -> tuple[CalendarOverview, ...]:
    """All medicines in one calendar, or in as few as the width allows, evenly filled.

    None if no day of any medicine is known: then the cards say all there is to say.
    """
    columns = [column for one in plans for column in _columns(composer, one)]
    calendar = next((days for _, days, note in columns if not note), ())
    if not calendar:
        return ()
    most = _MOST_NARROW_COLUMNS if composer.visit.page_format.is_narrow else _MOST_COLUMNS
    tables = -(-len(columns) // most)
    share = -(-len(columns) // tables)
    starts = range(0, len(columns), share)
    return tuple(_overview(composer, calendar, columns[at : at + share]) for at in starts)


def _columns(composer: Composer, one: MedicinePlan) -> Iterator[_Column]:
    """A medicine, and the one that is taken in between."""
    yield composer.taken(one), one.days, _note(composer, one)
    if one.bridge:
        note = "" if one.bridge.days else _see_card(composer.words)
        yield composer.medicine(one.bridge.medicine), one.bridge.days, note


def _overview(
    composer: Composer, calendar: tuple[MedicineDay, ...], columns: list[_Column]
) -> CalendarOverview:
    lines = tuple(
        OverviewDay(
            _line(composer, day),
            day.day == 0,
            tuple(None if note else _day(composer, days[index]) for _, days, note in columns),
        )
        for index, day in enumerate(calendar)
    )
    return CalendarOverview(tuple(OverviewColumn(name, note) for name, _, note in columns), lines)


def _note(composer: Composer, one: MedicinePlan) -> str:
    """What is in place of days that cannot be marked."""
    words = composer.words
    if one.taken.stopped:
        text = words.pgettext(
            "calendar.stopped",
            "You do not take it any more. Call us now: %(phone)s. Change nothing until we have "
            "spoken.",
        )
        return text % {"phone": composer.clinic.questions}
    if one.is_call:
        text = words.pgettext(
            "calendar.call",
            "Not decided yet. Call us now: %(phone)s. Do not stop it and do not change it until "
            "we have spoken.",
        )
        return text % {"phone": composer.clinic.questions}
    if one.decision is Decision.UNDECIDED:
        return words.pgettext(
            "calendar.undecided",
            "Not decided yet. Do not stop it until your team has filled in its card.",
        )
    if one.decision is Decision.ASK:
        return words.pgettext("calendar.ask", "Call us now. Change nothing until we have spoken.")
    return "" if one.days else _see_card(words)


def _see_card(words: UiWords) -> str:
    return words.pgettext("calendar.see-card", "See its card for the times.")


def _line(composer: Composer, day: MedicineDay) -> str:
    if day.date is None:
        return _distance(day.day, composer.words, composer.formats)
    return composer.formats.short_date(day.date)


def _day(composer: Composer, day: MedicineDay) -> CalendarDay:
    words, formats = composer.words, composer.formats
    return CalendarDay(
        weekday=formats.short_weekday(day.date) if day.date else "",
        date=formats.day_and_month(day.date) if day.date else _distance(day.day, words, formats),
        mark=day.mark,
        word=_words(words)[day.mark],
        slot=slot_name(day.slot, words) if day.slot else "",
        is_procedure=day.day == 0,
    )


def _distance(day: int, words: UiWords, formats: LocaleConventions) -> str:
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


def _words(words: UiWords) -> dict[DayMark, str]:
    # Translators: the next nine stand in narrow columns of a calendar: eleven letters at most.
    return {
        DayMark.USUAL: words.pgettext("mark.usual", "Take"),
        DayMark.LAST: words.pgettext("mark.last", "Last dose"),
        DayMark.NONE: words.pgettext("mark.none", "No dose"),
        DayMark.FIRST: words.pgettext("mark.first", "First dose"),
        DayMark.BOTH: words.pgettext("mark.both", "Last dose, first dose"),
        DayMark.AFTER: words.pgettext("mark.after", "Take after"),
        DayMark.WAIT: words.pgettext("mark.wait", "Wait"),
        DayMark.CHANGED_AFTER: words.pgettext("mark.changed-after", "Other dose, after"),
        DayMark.CHANGED: words.pgettext("mark.changed", "Other dose"),
        DayMark.NOT_DUE: words.pgettext("mark.not-due", "–"),
        DayMark.OPEN: "",
    }
