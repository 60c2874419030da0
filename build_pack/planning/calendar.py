"""Moments of a rule on one patient's calendar: days from the procedure, with dates and times."""

import datetime as dt
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from build_pack.content.clinic import Weekday
from build_pack.content.dosing import LastDose, Restart, Slot
from build_pack.planning.visit import Taken, Visit

_SLOTS = tuple(Slot)
_BEGINS = {Slot.MORNING: 6, Slot.NOON: 12, Slot.EVENING: 18, Slot.BEDTIME: 21}
"""The hour from which a clock may be said to show this time of day."""
_USUAL = {Slot.MORNING: 8, Slot.NOON: 12, Slot.EVENING: 20, Slot.BEDTIME: 22}
"""The hour at which a dose of this time of day is mostly taken."""
_LENGTH = 2
"""Hours that a procedure takes at most, to find the first usual time after it."""
_ENDS = {Slot.MORNING: 11, Slot.NOON: 14, Slot.EVENING: 21, Slot.BEDTIME: 24}
"""The hour by which a dose of this time of day has certainly been taken."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is done. A day counts from the procedure's, which is 0."""

    day: int | None
    """None: counted in hours from a procedure whose time is not known."""
    date: dt.date | None = None
    slot: Slot | None = None
    hours: int | None = None
    """Counted in hours: before the start of the procedure (negative), or after its end."""
    at: datetime | None = None
    """So many hours before the start; or after the start, before which it is too early."""

    @property
    def is_before(self) -> bool:
        """Whether it is certainly before the procedure."""
        return (self.hours or self.day or 0) < 0


def on_day(visit: Visit, day: int, slot: Slot | None = None) -> Moment:
    """A day from the procedure, at a time of day."""
    return Moment(day, visit.date(day), slot)


def hours_from(visit: Visit, hours: int) -> Moment:
    """So many hours before (negative) or after the procedure, also over a change of the clocks."""
    if visit.start is None:
        return Moment(None, hours=hours)
    zone = visit.start.tzinfo
    at = (visit.start.astimezone(UTC) + timedelta(hours=hours)).astimezone(zone)
    return Moment((at.date() - visit.start.date()).days, at.date(), hours=hours, at=at)


def last_dose(visit: Visit, taken: Taken, rule: LastDose) -> Moment:
    """The last dose: the latest that the patient would take no later than the rule says."""
    if rule.hours is not None:
        limit = _before(visit, taken, hours_from(visit, -rule.hours))
        return limit if limit.day is None else _on_weekday(visit, taken, limit, -1)
    day, slot = rule.day or 0, rule.slot
    if taken.slots:
        fitting = [s for s in taken.slots if slot is None or _order(s) <= _order(slot)]
        day, slot = (day, fitting[-1]) if fitting else (day - 1, taken.slots[-1])
    return _on_weekday(visit, taken, on_day(visit, day, slot), -1)


def restart(visit: Visit, taken: Taken, rule: Restart) -> Moment | None:
    """The first dose after the procedure: the earliest that the patient would take, no earlier.

    None where the team tells the patient when.
    """
    if rule.told_by_team:
        return None
    if rule.hours is not None:
        limit = _after(visit, taken, hours_from(visit, rule.hours))
        return limit if limit.day is None else _on_weekday(visit, taken, limit, 1)
    day, slot = rule.day or 0, rule.slot
    if taken.slots and (slot or day > 0):
        fitting = [s for s in taken.slots if slot is None or _order(s) >= _order(slot)]
        day, slot = (day, fitting[0]) if fitting else (day + 1, taken.slots[0])
    return _on_weekday(visit, taken, on_day(visit, day, slot), 1)


def _before(visit: Visit, taken: Taken, limit: Moment) -> Moment:
    """A last dose in hours, at one of the patient's times of day if those are known.

    A limit in the night means the evening before: nobody takes a dose at two o'clock, and the
    day that the clock shows then is not the day on which to take it.
    """
    if limit.at is None or limit.day is None:
        return limit
    for day in (limit.day, limit.day - 1) if taken.slots else ():
        for slot in reversed(taken.slots):
            if day < limit.day or _ENDS[slot] <= limit.at.hour:
                return replace(on_day(visit, day, slot), hours=limit.hours)
    if limit.at.hour < _BEGINS[Slot.MORNING]:
        return replace(on_day(visit, limit.day - 1), hours=limit.hours)
    return limit


def _after(visit: Visit, taken: Taken, limit: Moment) -> Moment:
    """A first dose in hours, at the patient's first usual time that is not earlier.

    The hours count from the end of the procedure, for which its start and two hours are taken;
    the team writes the time beside it when the procedure is over.
    """
    if limit.at is None or limit.day is None:
        return limit
    over = limit.at.hour + limit.at.minute / 60 + _LENGTH
    for day in (limit.day, limit.day + 1) if taken.slots else ():
        for slot in taken.slots:
            if day > limit.day or over <= _USUAL[slot]:
                return replace(on_day(visit, day, slot), hours=limit.hours)
    return limit


def _on_weekday(visit: Visit, taken: Taken, limit: Moment, step: int) -> Moment:
    """The nearest day before (−1) or after (1) a limit on which a weekly medicine is due."""
    if taken.weekday is None or limit.day is None or visit.start is None:
        return limit
    day = limit.day
    while not is_due(visit, taken, day):
        day += step
    return limit if day == limit.day else on_day(visit, day, limit.slot)


def is_due(visit: Visit, taken: Taken, day: int) -> bool:
    """Whether the patient takes the medicine on this day of the week."""
    found = visit.date(day)
    return (
        taken.weekday is None
        or found is None
        or found.weekday() == tuple(Weekday).index(taken.weekday)
    )


def _order(slot: Slot) -> int:
    return _SLOTS.index(slot)


def in_order(first: Moment, last: Moment) -> bool:
    """Whether one moment does not come after another, as far as that can be told."""
    if first.day is None or last.day is None or first.day != last.day:
        return first.day is None or last.day is None or first.day < last.day
    return first.slot is None or last.slot is None or _order(first.slot) <= _order(last.slot)


def is_over(visit: Visit, moment: Moment) -> bool:
    """Whether the procedure is certainly over at a time of day on its own day."""
    if moment.day != 0 or moment.slot is None or visit.start is None:
        return True
    return visit.start.hour < _BEGINS[moment.slot]
