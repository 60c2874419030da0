"""The days of a grid as columns, and what to do with each medicine on them as a strip of cells."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise

from build_pack.content.models.medicine_rules import Decision
from build_pack.documents.medicines.course import bridge_to_come
from build_pack.documents.medicines.views import GRID_UNITS, StripCell, StripColumn
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.planning.medicine_days import DayMark, MedicineDay
from build_pack.planning.plan import MedicinePlan
from build_pack.translation.ui_words import UiWords

MOST_COLUMNS, _MOST_OF_ONE = 11, 14
"""In so many columns the words of all languages stand; those of one long strip may be broken."""

_USUAL, _WIDER = 4, 6

Days = tuple[MedicineDay, ...]
Columns = tuple[tuple[int, ...], ...]
"""The days of each column, by their places in the calendar that all medicines share."""


def days_shown(composer: Composer, one: MedicinePlan) -> Iterator[Days]:
    """The days of a medicine and of the one in between, of each if a strip is printed of them.

    None is where every day is alike or not decided: the words say it. None on narrow pages, whose
    width no strip fits: the steps name the days that count, and a patient's front page has them
    all.
    """
    if composer.visit.page_format.is_narrow:
        return
    if one.decision not in {Decision.ASK, Decision.UNDECIDED}:
        yield one.days if _tells(one.days) else ()
    if between := bridge_to_come(composer, one):
        yield between.days if _tells(between.days) else ()


def _tells(days: Days) -> bool:
    return bool({day.mark for day in days} - {DayMark.USUAL, DayMark.OPEN})


def columns_of(calendars: Iterable[Days]) -> Columns:
    """A column a day; if these are too many, one for all days in a row on which nothing changes.

    The day of the procedure is always alone.
    """
    known = [days for days in calendars if days]
    if not known:
        return ()
    places = range(len(known[0]))
    if len(places) <= MOST_COLUMNS:
        return tuple((place,) for place in places)
    kinds = [(known[0][at].day == 0, *(days[at].mark for days in known)) for at in places]
    runs = groupby(places, key=kinds.__getitem__)
    return tuple(tuple(run) for _, run in runs)


def fits(columns: Columns, *, alone: bool) -> bool:
    """Whether so many columns stand side by side; those of one medicine may be narrower.

    A weekly medicine with a long break may have more: then its steps alone have the days.
    """
    return len(columns) <= (_MOST_OF_ONE if alone else MOST_COLUMNS)


def column_views(
    composer: Composer, columns: Columns, calendars: Iterable[Days]
) -> tuple[StripColumn, ...]:
    """The heads of the columns."""
    days = next((one for one in calendars if one), ())
    return tuple(
        _column(composer, [days[at] for at in places], units)
        for places, units in zip(columns, _units(columns, days), strict=True)
    )


def _units(columns: Columns, days: Days) -> list[int]:
    """How wide each column is; that of the procedure is wider, for its word."""
    if not columns:
        return []
    shares = [_WIDER if days[places[0]].day == 0 else _USUAL for places in columns]
    ends = [GRID_UNITS * end // sum(shares) for end in accumulate(shares, initial=0)]
    return [end - start for start, end in pairwise(ends)]


def strip(composer: Composer, columns: Columns, days: Days) -> tuple[StripCell, ...]:
    """A medicine's days, a cell for all days in a row that have the same mark."""
    if not days or not columns:
        return ()
    words, widths = _words(composer.words), _units(columns, days)
    marks = [days[places[0]].mark for places in columns]
    cells = []
    for mark, run in groupby(range(len(columns)), key=marks.__getitem__):
        cells.append(StripCell(mark, words[mark], sum(widths[at] for at in run)))
    return tuple(cells)


def _column(composer: Composer, days: Sequence[MedicineDay], units: int) -> StripColumn:
    words, formats = composer.words, composer.formats
    first, last = days[0], days[-1]
    is_procedure = first.day == 0
    if first.date is None:
        date = _distances(first.day, last.day, words, formats)
        return StripColumn("", date, units, is_procedure)
    weekday, date = formats.short_weekday(first.date), formats.day_and_month(first.date)
    if last.date is None or first is last:
        return StripColumn(weekday, date, units, is_procedure)
    return StripColumn(
        weekday,
        date,
        units,
        is_procedure,
        formats.short_weekday(last.date),
        formats.day_and_month(last.date),
    )


def _distances(first: int, last: int, words: UiWords, formats: LocaleConventions) -> str:
    """How far days are from the procedure, for a narrow column; nothing for its own day."""
    if first == 0:
        return ""
    number = formats.number(abs(last))
    if first != last:
        number = f"{formats.number(abs(first))}–{number}"
    if first < 0:
        pattern = words.npgettext(
            "calendar.days-before", "%(days)s day before", "%(days)s days before", -first
        )
    else:
        pattern = words.npgettext(
            "calendar.days-after", "%(days)s day after", "%(days)s days after", last
        )
    return pattern % {"days": number}


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
        DayMark.CHANGED_AFTER: words.pgettext("mark.changed-after", "Different dose, after"),
        DayMark.CHANGED: words.pgettext("mark.changed", "Different dose"),
        DayMark.NOT_DUE: words.pgettext("mark.not-due", "–"),
        DayMark.OPEN: "",
    }
