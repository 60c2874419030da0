"""The plan: a clinic's rules worked out for one visit, medicine by medicine, day by day."""

from dataclasses import dataclass

from build_pack.content.models.dosing import Bridging
from build_pack.content.models.formulary import AnyMedicine
from build_pack.content.models.medicine_rules import BloodTest, Case, Decision
from build_pack.planning.interactions import Interactions
from build_pack.planning.medicine_days import DayMark, MedicineDay
from build_pack.planning.moments import PlannedMoment
from build_pack.planning.rule_selection import UndecidedReason
from build_pack.planning.visit import TakenMedicine, Visit

FIRST_DAY, LAST_DAY = -7, 3
"""The days that every calendar shows; earlier and later ones where a rule needs them."""
LATEST_DAY = 14
"""A restart after this day has its date in words alone."""


@dataclass(frozen=True, slots=True)
class PlannedBloodTest:
    """A blood test with its day."""

    test: BloodTest
    when: PlannedMoment


@dataclass(frozen=True, slots=True)
class PlannedBridging:
    """Another medicine in between, with its first and last dose."""

    medicine: AnyMedicine
    bridging: Bridging
    first: PlannedMoment
    last: PlannedMoment
    restart: PlannedMoment | None
    days: tuple[MedicineDay, ...] = ()


@dataclass(frozen=True, slots=True)
class MedicinePlan:
    """What one patient does with one medicine."""

    taken: TakenMedicine
    decision: Decision
    instruction: Case | None
    """The rule's case that holds; None if nothing is decided."""
    reasons: tuple[UndecidedReason, ...] = ()
    """Why nothing is decided."""
    last_dose: PlannedMoment | None = None
    restart: PlannedMoment | None = None
    """None also where the team tells it."""
    tests: tuple[PlannedBloodTest, ...] = ()
    reduced: tuple[PlannedMoment, PlannedMoment] | None = None
    """The first and the last day of a changed dose."""
    bridge: PlannedBridging | None = None
    left_out: tuple[PlannedMoment, ...] = ()
    """The doses of a weekly medicine that are left out, up to the first one after it.

    Where the team tells that one, up to the day of the procedure.
    """
    days: tuple[MedicineDay, ...] = ()
    """Its calendar; empty where days cannot be told yet."""
    prescriber: bool = False
    """Whether the prescriber has to agree."""

    @property
    def is_call(self) -> bool:
        """Whether nothing may be planned before the patient and the team have spoken."""
        return any(reason.is_call for reason in self.reasons)

    @property
    def is_assumed(self) -> bool:
        """Whether days or times depend on times of day that nobody has told."""
        return self.taken.is_assumed and bool(self.last_dose or self.restart)

    @property
    def without(self) -> tuple[MedicineDay, ...]:
        """The days on which it is left out."""
        return tuple(day for day in self.days if day.mark is DayMark.NONE)


@dataclass(frozen=True, slots=True)
class Plan:
    """All medicines of one visit."""

    visit: Visit
    medicines: tuple[MedicinePlan, ...]
    together: Interactions
    """What is to be said of medicines that the patient takes together."""
