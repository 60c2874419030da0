"""Rules in hours of which the clinic should know that usual times put a dose off by a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from build_pack.content.loaded_content import LoadedContent
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.dosing import LastDose, Restart, Slot
from build_pack.content.models.medicine_rules import Rule
from build_pack.content.models.times_of_day import ClinicTimes
from build_pack.content.time_zones import time_zone
from build_pack.planning.last_and_first_dose import DoseSchedule
from build_pack.planning.visit import TakenMedicine, Visit
from build_pack.problems import Loc, Problem, Severity

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


_LISTS = ("09:00", "13:00")
"""When lists start at a clinic that does not say so."""


def rounded_dose_problems(materials: LoadedContent) -> Iterator[Problem]:
    """A warning for each rule, with the dates of one example from the day of issue on."""
    clinic, rules = materials.clinic.model, materials.rules
    starts = [datetime.combine(rules.model.issued, at, time_zone(clinic)) for at in _lists(clinic)]
    for index, rule in enumerate(rules.model.rules):
        for key, number, dose in _doses(rule):
            found = (
                (start, one) for start in starts for one in delayed_doses(dose, start, clinic.times)
            )
            if first := next(found, None):
                loc: Loc = ("rules", index, *(("cases", number) if number is not None else ()), key)
                sentences = _sentences(rule.subject, dose, *first)
                yield Problem("rule-rounded", rules.key_place(*loc), *sentences, Severity.WARNING)


def _lists(clinic: Clinic) -> Iterator[time]:
    fasting = clinic.fasting
    lists = [fasting.morning_list, fasting.afternoon_list] if fasting else []
    yield from map(time.fromisoformat, list(filter(None, lists)) or _LISTS)


def _doses(rule: Rule) -> Iterator[tuple[str, int | None, LastDose | Restart]]:
    """The last doses and restarts of a rule with their keys, and the case that they are in."""
    for key in ("last_dose", "restart"):
        for number, case in (*enumerate(rule.cases), (None, rule)):
            if dose := getattr(case, key):
                yield key, number, dose


def _sentences(
    medicine: str, rule: LastDose | Restart, start: datetime, one: DelayedDose
) -> tuple[str, str]:
    """What happens, and how to write the other thing that may be meant."""
    at, limit, dose = (
        f"{moment:%Y-%m-%d} at {moment:%H:%M}" for moment in (start, one.limit, one.dose)
    )
    if isinstance(rule, LastDose):
        key, procedure = "last_dose", f"a procedure, for example on {at}, are on {limit}"
        hours = f"{rule.hours} hours before {procedure}"
        taken = f"whoever takes it in the {one.slot} has the last dose on {dose}"
    else:
        key, end = "restart", f"the end of a procedure, for example on {at}, are over on {limit}"
        hours = f"{rule.hours} hours after {end}"
        taken = f"whoever takes it in the {one.slot} starts again on {dose}"
    day = (one.limit.date() - start.date()).days
    meant = f"If {one.limit:%Y-%m-%d} is meant in this example, write {key}: {{ day: {day} }}"
    return (
        f"“{medicine}”: {hours}, but {taken}.",
        f"{meant}. If the hours are meant, keep the rule.",
    )


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
