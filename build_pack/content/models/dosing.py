"""Doses: how much, on which day from the procedure's or how many hours from it, and by whom."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from build_pack.content.models.base import Model, Name

DayBefore = Annotated[int, Field(strict=True, ge=-60, le=0)]
"""A day up to the procedure's, which is 0; −1 is the one before."""
DayAfter = Annotated[int, Field(strict=True, ge=0, le=60)]
"""A day from the procedure's on, which is 0; 1 is the one after."""
DayAround = Annotated[int, Field(strict=True, ge=-60, le=60)]
"""A day before or after the procedure's, which is 0."""
Hours = Annotated[int, Field(strict=True, ge=1, le=168)]
_ALL = 100


class Slot(StrEnum):
    """A time of day at which a dose is taken, in the order of the day."""

    MORNING = "morning"
    NOON = "noon"
    EVENING = "evening"
    BEDTIME = "bedtime"


class DoseUnit(StrEnum):
    """What an amount counts; every unit is printed as a word or as its only safe short form."""

    MILLIGRAM = "mg"
    MICROGRAM = "microgram"
    GRAM = "g"
    MILLILITRE = "ml"
    UNIT = "unit"
    TABLET = "tablet"


class Dose(Model):
    """How much of a medicine: a part of the usual dose in per cent, or an amount with its unit."""

    percent: Annotated[int, Field(strict=True, ge=1, le=300)] | None = None
    amount: Annotated[Decimal, Field(gt=0, le=10_000)] | None = None
    unit: DoseUnit | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "Dose":
        if (self.percent is None) == (self.amount is None):
            raise ValueError("give either percent or amount")
        if self.percent == _ALL:
            raise ValueError("100 per cent is the usual dose")
        if (self.amount is None) != (self.unit is None):
            raise ValueError("amount and unit must be used together")
        return self


class DayDose(Model):
    """A dose on a day before the procedure, or on the procedure's."""

    day: DayBefore
    slot: Slot | None = None


class LastDose(Model):
    """The last dose before the procedure: on a day, or no later than some hours before it."""

    day: DayBefore | None = None
    slot: Slot | None = None
    hours: Hours | None = None
    """Hours before the start of the procedure."""

    @model_validator(mode="after")
    def _one_way(self) -> "LastDose":
        if (self.day is None) == (self.hours is None):
            raise ValueError("give either day or hours")
        if self.slot and self.day is None:
            raise ValueError("slot can only be used with day")
        return self


class Restart(Model):
    """The first dose after the procedure: a day, hours, a meal, a test or the team tells."""

    day: DayAfter | None = None
    slot: Slot | None = None
    hours: Hours | None = None
    """Hours after the end of the procedure."""
    next_meal: bool = False
    """With the next meal after it, on the same day."""
    in_range: Name | None = None
    """The name of a blood test of the rule: the team tells when its result is in range."""
    told_by_team: bool = False
    dose: Dose | None = None
    """The first dose, where it is not the usual one."""
    catch_up: Annotated[int, Field(strict=True, ge=1, le=24)] | None = None
    """How many hours late a forgotten dose may still be taken."""

    @model_validator(mode="after")
    def _one_way(self) -> "Restart":
        ways = [self.day is not None, self.hours is not None, self.next_meal, self.is_told]
        if sum(ways) != 1 or (self.in_range and self.told_by_team):
            raise ValueError("give exactly one of day, hours, next_meal, in_range and told_by_team")
        if self.slot and self.day is None:
            raise ValueError("slot can only be used with day")
        return self

    @property
    def is_told(self) -> bool:
        """Whether nobody knows the day until the team tells it."""
        return self.told_by_team or self.in_range is not None


class Reduced(Model):
    """A changed dose for a time: from its first day to its last, both included."""

    dose: Dose
    first: DayAround
    last: DayAround

    @model_validator(mode="after")
    def _in_order(self) -> "Reduced":
        if self.last < self.first:
            raise ValueError("the last day is before the first")
        return self


class Giver(StrEnum):
    """Who gives a medicine."""

    PATIENT = "patient"
    NURSE = "nurse"
    HOSPITAL = "hospital"


class Bridging(Model):
    """Another medicine while this one is left out: before the procedure, and perhaps after it."""

    medicine: Name
    """A medicine's id."""
    dose: Dose | None = None
    """Where it is not given, the team writes it in."""
    first: DayDose
    last: LastDose
    restart: Restart | None = None
    """The first dose after the procedure; the team tells when to stop it."""
    given_by: Giver
