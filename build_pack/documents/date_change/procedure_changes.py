"""What belongs to the procedure itself: its time, from when on to fast, and blood tests."""

from collections.abc import Iterator
from datetime import date, datetime

from build_pack.documents.date_change.views import DayChange
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.moments_in_words import clock_in_words
from build_pack.planning.fasting import fasting_times
from build_pack.planning.plan import Plan


def procedure_changes(composer: Composer, old: Plan, new: Plan) -> Iterator[DayChange]:
    """Each day on which the two plans differ."""
    before, now = (list(_events(composer, plan)) for plan in (old, new))
    nothing = composer.words.pgettext("change.no-longer", "Not valid: the date has changed")
    for day in sorted({day for day, _ in (*before, *now)}):
        texts = [tuple(text for on, text in events if on == day) for events in (before, now)]
        if texts[0] != texts[1]:
            when = composer.formats.full_date(day)
            yield DayChange(when, texts[0] or ("–",), texts[1] or (nothing,))


def _events(composer: Composer, plan: Plan) -> Iterator[tuple[date, str]]:
    words, start = composer.words, plan.visit.start
    if start is None:
        return
    procedure = words.pgettext("change.procedure", "Procedure: %(time)s")
    yield start.date(), procedure % {"time": _clock(composer, start)}
    rule = composer.sources.clinic.fasting
    if rule and rule.is_for(composer.sources.leaflet.id):
        times = fasting_times(rule, start)
        food = words.pgettext("change.food", "Food: until %(time)s")
        yield times.food.date(), food % {"time": _clock(composer, times.food)}
        drinks = words.pgettext("change.drinks", "Only water: until %(time)s")
        yield times.drinks.date(), drinks % {"time": _clock(composer, times.drinks)}
    pattern = words.pgettext("change.test", "Blood test: %(test)s")
    for test in (test for one in plan.medicines for test in one.tests):
        if test.when.date:
            yield test.when.date, pattern % {"test": test.test.name.words(composer.locale)}


def _clock(composer: Composer, at: datetime) -> str:
    return clock_in_words(at, composer.words, composer.formats)
