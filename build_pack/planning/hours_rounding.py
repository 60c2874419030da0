"""Hours of a rule that put a dose off by a day, at the times at which most patients take one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from build_pack.content.models.dosing import LastDose, Restart, Slot
from build_pack.content.models.times_of_day import ClinicTimes
from build_pack.planning.last_and_first_dose import DoseSchedule
from build_pack.planning.visit import TakenMedicine, Visit

_TAKEN = (Slot.MORNING, Slot.EVENING)
"""When a medicine of once or twice a day is mostly taken."""
_PART, _MOST = 4, timedelta(hours=6)
"""A dose that misses the hours by more than a quarter of them, or six hours, was hardly meant."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DelayedDose:
    """A dose that is taken on another day than that on which the hours of its rule end."""

    slot: Slot
    limit: datetime
    """When the hours end; before a procedure, when they begin."""
    dose: datetime


def delayed_doses(
    rule: LastDose | Restart, start: datetime, times: ClinicTimes
) -> Iterator[DelayedDose]:
    """Doses that a rule in hours puts off although one a day nearer hardly misses the hours.

    How much it misses them is counted from the start of the procedure, its length left aside.
    """
    if rule.hours is None:
        return
    hours = timedelta(hours=rule.hours)
    for slot in _TAKEN:
        doses = DoseSchedule(Visit(start), TakenMedicine("", slots=(slot,)), times)
        found = doses.last(rule) if isinstance(rule, LastDose) else doses.first(rule)
        if found is None or found.date is None:
            continue
        dose = datetime.combine(found.date, times.usual(slot), start.tzinfo)
        if isinstance(rule, LastDose):
            limit, distance = start - hours, start - (dose + _DAY)
        else:
            limit, distance = doses.over(start + hours), dose - _DAY - start
        if hours - distance <= min(hours / _PART, _MOST) and dose.date() != limit.date():
            yield DelayedDose(slot, limit, dose)
