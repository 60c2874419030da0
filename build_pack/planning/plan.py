"""The plan: a clinic's rules worked out for one visit, medicine by medicine, day by day."""

from dataclasses import dataclass

from build_pack.content.dosing import Bridging
from build_pack.content.medicines import AnyMedicine
from build_pack.content.rules import BloodTest, Case, Decision
from build_pack.planning.calendar import Moment
from build_pack.planning.choosing import Reason
from build_pack.planning.days import Day, Mark
from build_pack.planning.together import Together
from build_pack.planning.visit import Taken, Visit

FIRST_DAY, LAST_DAY = -7, 3
"""The days that every calendar shows; earlier and later ones where a rule needs them."""
LATEST_DAY = 14
"""A restart after this day has its date in words alone."""


@dataclass(frozen=True, slots=True)
class Test:
    """A blood test with its day."""

    test: BloodTest
    when: Moment


@dataclass(frozen=True, slots=True)
class Bridge:
    """Another medicine in between, with its first and last dose."""

    medicine: AnyMedicine
    bridging: Bridging
    first: Moment
    last: Moment
    restart: Moment | None
    days: tuple[Day, ...] = ()


@dataclass(frozen=True, slots=True)
class MedicinePlan:
    """What one patient does with one medicine."""

    taken: Taken
    decision: Decision
    instruction: Case | None
    """The rule's case that holds; None if nothing is decided."""
    reasons: tuple[Reason, ...] = ()
    """Why nothing is decided."""
    last_dose: Moment | None = None
    restart: Moment | None = None
    """None also where the team tells it."""
    tests: tuple[Test, ...] = ()
    reduced: tuple[Moment, Moment] | None = None
    """The first and the last day of a changed dose."""
    bridge: Bridge | None = None
    days: tuple[Day, ...] = ()
    """Its calendar; empty where days cannot be told yet."""
    prescriber: bool = False
    """Whether the prescriber has to agree."""

    @property
    def is_call(self) -> bool:
        """Whether nothing may be planned before the patient and the team have spoken."""
        return any(reason.is_call for reason in self.reasons)

    @property
    def without(self) -> tuple[Day, ...]:
        """The days on which it is left out."""
        return tuple(day for day in self.days if day.mark is Mark.NONE)


@dataclass(frozen=True, slots=True)
class Plan:
    """All medicines of one visit."""

    visit: Visit
    medicines: tuple[MedicinePlan, ...]
    together: Together
    """What is to be said of medicines that the patient takes together."""
