"""By when a prescriber has to answer: before anything of the plan is done."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from build_pack.planning.moments import PlannedMoment
from build_pack.planning.plan import MedicinePlan

_SATURDAY = 5


def answer_by(plans: Iterable[MedicinePlan], today: date | None) -> date | None:
    """The last weekday before the first day on which something of these plans is done.

    None if no plan has a date, or if that day is over: then somebody has to write one in.
    """
    days = [when.date for one in plans for when in _moments(one) if when.date]
    if not days:
        return None
    found = min(days) - timedelta(days=1)
    while found.weekday() >= _SATURDAY:
        found -= timedelta(days=1)
    return None if today and found < today else found


def _moments(one: MedicinePlan) -> Iterator[PlannedMoment]:
    yield from (test.when for test in one.tests if test.test.day <= 0)
    yield from one.reduced[:1] if one.reduced else ()
    if one.last_dose:
        yield one.last_dose
    if one.bridge:
        yield one.bridge.first
