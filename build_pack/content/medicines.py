"""Medicines: what they are (the formulary), and what a clinic says of them (its rules)."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from build_pack.content.model import Date, Dated, Id, LocalizedName, LocalizedText, Model, Name
from build_pack.content.patterns import ATC, COUNTRY, IN_WORDS

Country = Annotated[str, StringConstraints(pattern=COUNTRY), Field(description=IN_WORDS[COUNTRY])]
AtcCode = Annotated[str, StringConstraints(pattern=ATC), Field(description=IN_WORDS[ATC])]
DayBefore = Annotated[int, Field(strict=True, ge=-60, le=0)]
"""A day up to the procedure's, which is 0; −1 is the one before."""


class MedicineGroup(StrEnum):
    """The headings under which medicines are printed, in this order."""

    ANTICOAGULANT = "anticoagulant"
    ANTIPLATELET = "antiplatelet"
    PAIN = "pain"
    DIABETES = "diabetes"
    OTHER = "other"


class Medicine(Model):
    """One medicine: facts only, nothing of what to do with it."""

    id: Id
    name: Name
    """International non-proprietary name in English; translated in medicines.po."""
    group: MedicineGroup
    atc: Annotated[tuple[AtcCode, ...], Field(min_length=1)]
    brands: dict[Country, tuple[Name, ...]] = Field(default_factory=dict)
    """Brand names by country."""


class Formulary(Model):
    """`leaflets/formulary.yaml`."""

    medicines: Annotated[tuple[Medicine, ...], Field(min_length=1)]


class Decision(StrEnum):
    """What the clinic decides about a medicine."""

    CONTINUE = "continue"
    WITHHOLD = "withhold"
    REDUCE = "reduce"
    SWITCH = "switch"
    ASK = "ask"
    UNDECIDED = "undecided"


class Slot(StrEnum):
    """A time of day at which a dose is taken."""

    MORNING = "morning"
    NOON = "noon"
    EVENING = "evening"
    BEDTIME = "bedtime"


class LastDose(Model):
    """The last dose before the procedure. Day 0 is the procedure's, day −1 the one before."""

    day: DayBefore
    slot: Slot | None = None


class Restart(Model):
    """The first dose after the procedure: on a day, or when the team says so."""

    day: Annotated[int, Field(strict=True, ge=0, le=60)] | None = None
    slot: Slot | None = None
    hours: Annotated[int, Field(strict=True, ge=1, le=168)] | None = None
    """Hours after the end of the procedure."""
    told_by_team: bool = False

    @model_validator(mode="after")
    def _one_way(self) -> "Restart":
        ways = [self.day is not None, self.hours is not None, self.told_by_team]
        if sum(ways) != 1:
            raise ValueError("give exactly one of day, hours and told_by_team")
        if self.slot and self.day is None:
            raise ValueError("slot goes with day")
        return self


class BloodTest(Model):
    """A blood test before the procedure."""

    name: LocalizedName
    day: DayBefore


class Decided(Model):
    """Who decided, by role, and when."""

    role: LocalizedName
    on: Date


class Rule(Model):
    """What the clinic says of one medicine."""

    medicine: Name
    """A medicine's id in the formulary."""
    decision: Decision
    last_dose: LastDose | None = None
    restart: Restart | None = None
    blood_test: BloodTest | None = None
    text: LocalizedText | None = None
    """Anything the patient needs to know that the other keys cannot say."""
    if_missed: LocalizedText | None = None
    """What to do if the patient took a dose that was to be left out."""
    decided: Decided | None = None
    sources: tuple[str, ...] = ()
    """Keys in the clinic's references.json."""


class ClinicMedicines(Dated):
    """A clinic's `medicines.yaml`."""

    rules: tuple[Rule, ...]
