"""Moments of a rule on one patient's calendar: days from the procedure, with dates and times."""

import datetime as dt
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from build_pack.content.models.clinic import Weekday
from build_pack.content.models.dosing import Slot
from build_pack.planning.visit import TakenMedicine, Visit

_SLOTS = tuple(Slot)


@dataclass(frozen=True, slots=True)
class PlannedMoment:
    """When something is done. A day counts from the procedure's, which is 0."""

    day: int | None
    """None: counted in hours from a procedure whose time is not known."""
    date: dt.date | None = None
    slot: Slot | None = None
    hours: int | None = None
    """Counted in hours: before the start of the procedure (negative), or after its end."""
    at: datetime | None = None
    """So many hours before the start; or after the start, before which it is too early.

    With a time of day: the latest time on the clock, where the dose might be taken too late.
    """

    with_meal: bool = False
    """With the next meal after the procedure."""

    @property
    def is_before(self) -> bool:
        """Whether it is certainly before the procedure."""
        return (self.hours or self.day or 0) < 0


def on_day(visit: Visit, day: int, slot: Slot | None = None) -> PlannedMoment:
    """A day from the procedure, at a time of day."""
    return PlannedMoment(day, visit.date(day), slot)


def hours_from(visit: Visit, hours: int) -> PlannedMoment:
    """So many hours before (negative) or after the procedure, also over a change of the clocks."""
    if visit.start is None:
        return PlannedMoment(None, hours=hours)
    zone = visit.start.tzinfo
    at = (visit.start.astimezone(UTC) + timedelta(hours=hours)).astimezone(zone)
    return PlannedMoment((at.date() - visit.start.date()).days, at.date(), hours=hours, at=at)


def is_due(visit: Visit, taken: TakenMedicine, day: int) -> bool:
    """Whether the patient takes the medicine on this day of the week."""
    found = visit.date(day)
    return (
        taken.weekday is None
        or found is None
        or found.weekday() == tuple(Weekday).index(taken.weekday)
    )


def is_weekly(taken: TakenMedicine) -> bool:
    """Whether it is taken on some days only, mostly once a week, by this patient or by most."""
    some_days = taken.weekday is not None or taken.some_days
    return some_days or bool(taken.medicine and taken.medicine.weekly)


def order(slot: Slot) -> int:
    """Where a time of day is in the order of the day."""
    return _SLOTS.index(slot)


def in_order(first: PlannedMoment, last: PlannedMoment, *, strictly: bool = False) -> bool:
    """Whether one moment does not come after another, as far as that can be told.

    `strictly` also asks that two moments of one day are not at the same time of day.
    """
    if first.day is None or last.day is None or first.day != last.day:
        return first.day is None or last.day is None or first.day < last.day
    if first.slot is None or last.slot is None:
        return True
    return order(first.slot) + strictly <= order(last.slot)
