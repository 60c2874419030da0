"""The order of doses around a procedure: last dose, bridging, procedure, restart."""

from collections.abc import Iterator
from typing import NamedTuple

from build_pack.content.models.dosing import Bridging, DayDose, LastDose, Restart, Slot
from build_pack.content.models.medicine_rules import Case, Decision
from build_pack.problems import Loc

LEAVES_OUT = frozenset({Decision.WITHHOLD, Decision.SWITCH})
"""The decisions with which doses are left out."""
_SLOTS = tuple(Slot)
_DAY = 24


class Contradiction(NamedTuple):
    """One contradiction: the keys that lead to it, what is wrong, and the fix."""

    key: Loc
    message: str
    hint: str


def order_contradictions(case: Case) -> Iterator[Contradiction]:
    """Doses of an instruction that leaves some out, in an order that cannot be."""
    if case.last_dose and case.last_dose.day == 0:
        message = "the last dose is on the day of the procedure, not before it."
        yield Contradiction(("last_dose", "day"), message, "Give a day before 0, or hours.")
    yield from _restart(case.restart, ("restart",))
    if isinstance(case.bridging, Bridging):
        yield from _bridging(case.bridging, case.last_dose)


def _restart(restart: Restart | None, key: tuple[str, ...]) -> Iterator[Contradiction]:
    if restart and restart.day == 0 and restart.slot is Slot.MORNING:
        message = f"“{'.'.join(key)}” is before the procedure, in the morning of the same day."
        hint = "Give a later time of day or a later day, or use hours."
        yield Contradiction((*key, "slot"), message, hint)


def _bridging(bridging: Bridging, last_dose: LastDose | None) -> Iterator[Contradiction]:
    first, last = bridging.first, bridging.last
    if last_dose and not _comes_after(first, _latest(last_dose)):
        message = (
            "bridging starts before the last dose of the medicine itself, or at the same time."
        )
        hint = "Let it start on a later day, or later on the same day; give both times."
        yield Contradiction(("bridging", "first"), message, hint)
    if first.day == 0:
        message = "the first dose of bridging is on the day of the procedure, not before it."
        yield Contradiction(("bridging", "first", "day"), message, "Give a day before 0.")
    if last.day == 0:
        message = "the last dose of bridging is on the day of the procedure, not before it."
        hint = "Give a day before 0, or hours."
        yield Contradiction(("bridging", "last", "day"), message, hint)
    elif _comes_after(first, _latest(last)):
        message = "the last dose of bridging is before the first."
        yield Contradiction(("bridging", "last"), message, "Correct the order.")
    yield from _restart(bridging.restart, ("bridging", "restart"))


def _latest(dose: LastDose) -> DayDose:
    """A last dose by its day; one in hours by the latest day on which they can begin."""
    if dose.day is not None:
        return DayDose(day=dose.day, slot=dose.slot)
    return DayDose(day=-((dose.hours or 0) // _DAY))


def _comes_after(dose: DayDose, other: DayDose) -> bool:
    """Whether a dose certainly comes after another."""
    if dose.day != other.day or dose.slot is None or other.slot is None:
        return dose.day > other.day
    return _SLOTS.index(dose.slot) > _SLOTS.index(other.slot)
