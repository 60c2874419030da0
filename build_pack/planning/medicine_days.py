"""One medicine's calendar: what is done with it on each day from the first to the last."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from build_pack.content.models.dosing import Slot
from build_pack.content.models.medicine_rules import ProcedureDay
from build_pack.planning.moments import PlannedMoment, is_due
from build_pack.planning.visit import TakenMedicine, Visit


class DayMark(StrEnum):
    """What a patient does with a medicine on one day."""

    USUAL = "usual"
    LAST = "last"
    """The last dose before the procedure."""
    NONE = "none"
    """Left out."""
    FIRST = "first"
    """The first dose after the procedure."""
    BOTH = "both"
    """The last dose before the procedure and, on the same day, the first one after it."""
    AFTER = "after"
    """As usual, but only when the procedure is over."""
    WAIT = "wait"
    """Left out until the team says that it may be taken."""
    CHANGED = "changed"
    """A different dose than usual."""
    CHANGED_AFTER = "changed-after"
    """A different dose than usual, and only when the procedure is over."""
    NOT_DUE = "not-due"
    """A medicine of other days, by the week or by the plan."""
    OPEN = "open"
    """Nothing is decided: the team writes it in."""


@dataclass(frozen=True, slots=True)
class MedicineDay:
    """One day of a medicine's calendar."""

    day: int
    date: dt.date | None
    mark: DayMark
    slot: Slot | None = None
    """The time of day of a last or first dose."""


Marker = Callable[[int], tuple[DayMark, Slot | None]]
"""What is done on a day, on which a dose is due."""


def calendar(
    visit: Visit, taken: TakenMedicine, days: range, marker: Marker
) -> tuple[MedicineDay, ...]:
    """Each day with its mark; a weekly medicine is due on its own weekday alone."""
    return tuple(_day(visit, taken, day, marker) for day in days)


def _day(visit: Visit, taken: TakenMedicine, day: int, marker: Marker) -> MedicineDay:
    mark, slot = marker(day)
    if mark is not DayMark.OPEN and not is_due(visit, taken, day):
        mark, slot = DayMark.NOT_DUE, None
    return MedicineDay(day, visit.date(day), mark, slot)


def undecided(_day: int) -> tuple[DayMark, Slot | None]:
    """Mark nothing: the team fills it in."""
    return DayMark.OPEN, None


def kept(procedure_day: ProcedureDay | None) -> Marker:
    """Mark every day as usual."""

    def mark(day: int) -> tuple[DayMark, Slot | None]:
        after = day == 0 and procedure_day is ProcedureDay.AFTER
        return (DayMark.AFTER if after else DayMark.USUAL), None

    return mark


def changed(first: int, last: int, procedure_day: ProcedureDay | None) -> Marker:
    """Mark a different dose from one day to another, both included."""
    usual = kept(procedure_day)

    def mark(day: int) -> tuple[DayMark, Slot | None]:
        found, slot = usual(day)
        if not first <= day <= last:
            return found, slot
        return (DayMark.CHANGED_AFTER if found is DayMark.AFTER else DayMark.CHANGED), None

    return mark


def left_out(last: PlannedMoment, restart: PlannedMoment | None) -> Marker:
    """Mark the days between the last dose and the first one after it; without one, until told."""

    def mark(day: int) -> tuple[DayMark, Slot | None]:
        if last.day is None or day < last.day:
            return DayMark.USUAL, None
        again = restart.day if restart else None
        if day == last.day:
            return (DayMark.BOTH, None) if day == again else (DayMark.LAST, last.slot)
        if again is None:
            return (DayMark.WAIT if day > 0 else DayMark.NONE), None
        if day == again:
            return DayMark.FIRST, restart.slot if restart else None
        return (DayMark.NONE if day < again else DayMark.USUAL), None

    return mark


def in_between(first: PlannedMoment, last: PlannedMoment, restart: PlannedMoment | None) -> Marker:
    """Mark the days of another medicine that is taken in between."""
    later = left_out(last, restart)

    def mark(day: int) -> tuple[DayMark, Slot | None]:
        if first.day is not None and day < first.day:
            return DayMark.NOT_DUE, None
        found, slot = later(day)
        return (DayMark.NOT_DUE if found is DayMark.WAIT else found), slot

    return mark
