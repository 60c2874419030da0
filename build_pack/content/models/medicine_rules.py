"""What a clinic says of its patients' medicines: one rule a medicine, in one or more cases.

A rule never says “stop N days before”, which is counted in two ways. It names the last dose and
the first dose after it, each as a day and a time of day, or in hours from the procedure.
"""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from build_pack.content.models.base import (
    Date,
    DatedModel,
    Id,
    LocalizedName,
    LocalizedText,
    Model,
    Name,
)
from build_pack.content.models.conditions import When
from build_pack.content.models.dosing import Bridging, DayAround, LastDose, Reduced, Restart
from build_pack.content.models.facts import BANDS_MEET, Band, Fact, bands_meet
from build_pack.content.models.formulary import (
    AnyMedicine,
    Country,
    Formulary,
    Medicines,
    OwnMedicine,
)
from build_pack.content.models.shared_texts import SharedText, with_defaults


class Decision(StrEnum):
    """What the clinic decides about a medicine."""

    CONTINUE = "continue"
    WITHHOLD = "withhold"
    REDUCE = "reduce"
    SWITCH = "switch"
    ASK = "ask"
    UNDECIDED = "undecided"


class ProcedureDay(StrEnum):
    """What happens to the medicine on the day of the procedure."""

    TAKEN = "taken"
    """As on any other day."""
    AFTER = "after"
    """Only when the procedure is over."""
    OMITTED = "omitted"
    """Not at all."""


class Action(StrEnum):
    """What follows if a blood test is outside its limit."""

    POSTPONE = "postpone"
    DECIDE = "decide"
    """The team decides with the patient."""


class Limit(Model):
    """The highest or the lowest result with which the procedure goes ahead."""

    at_most: Decimal | None = None
    at_least: Decimal | None = None
    otherwise: Action

    @model_validator(mode="after")
    def _one_way(self) -> "Limit":
        if (self.at_most is None) == (self.at_least is None):
            raise ValueError("give either at_most or at_least")
        return self


class BloodTest(Model):
    """A blood test before the procedure, on its day, or after it."""

    name: LocalizedName
    day: DayAround
    place: LocalizedName | None = None
    """Where it is done."""
    seen_by: LocalizedName | None = None
    """The role of whoever looks at the result."""
    limit: Limit | None = None

    def is_called(self, name: str) -> bool:
        """Whether the test has this name in a language."""
        return name in self.name.root.values()


class Decided(Model):
    """Who decided, by role, when, and until when it holds."""

    role: LocalizedName
    on: Date
    until: Date | None = None
    """The last day on which the decision holds."""

    @model_validator(mode="after")
    def _in_order(self) -> "Decided":
        if self.until and self.until < self.on:
            raise ValueError("until is earlier than on")
        return self


class Agreed(Model):
    """Someone who has agreed to the decision, by role, and when."""

    role: LocalizedName
    on: Date


class Defaults(Model):
    """What each rule of a file has that says nothing else of it."""

    decided: Decided | None = None
    agreed_with: tuple[Agreed, ...] = ()
    sources: tuple[str, ...] = ()
    """Keys in the clinic's references.json."""


class Instruction(Model):
    """What to do with a medicine: the keys that the cases of a rule share or replace."""

    decision: Decision | None = None
    procedure_day: ProcedureDay | None = None
    last_dose: LastDose | None = None
    reduced: Reduced | None = None
    bridging: Bridging | Literal["none"] | None = None
    """`none` says that nothing is needed in between."""
    restart: Restart | None = None
    blood_tests: tuple[BloodTest, ...] = ()
    prescriber: bool = False
    """Whether whoever prescribed it has to agree, as a line to sign on the sheet."""
    text: SharedText | None = None
    """Anything the patient needs to know that the other keys cannot say."""
    if_missed: SharedText | None = None
    """What to do if a dose was forgotten that should have been taken."""
    if_taken: SharedText | None = None
    """What to do if a dose was taken that should have been left out."""
    if_postponed: SharedText | None = None
    """What to do if the procedure is put off."""
    decided: Decided | None = None
    agreed_with: tuple[Agreed, ...] = ()
    sources: tuple[str, ...] = ()
    """Keys in the clinic's references.json."""

    @property
    def awaited_test(self) -> BloodTest | None:
        """The blood test after the procedure for whose result the restart waits."""
        name = self.restart.in_range if self.restart else None
        tests = (test for test in self.blood_tests if name and test.day > 0)
        return next((test for test in tests if test.is_called(name or "")), None)


class Case(Instruction):
    """One case of a rule; one without `when` is for all that no other case is for."""

    when: When | None = None


class Rule(Instruction):
    """What the clinic says of one medicine or a class: once, or for different cases."""

    medicine: Name | None = None
    """A medicine's id. Its rule goes before one for a class."""
    class_: Id | None = Field(
        None, alias="class", description="A class of the formulary, instead of a medicine."
    )
    except_: tuple[Name, ...] = Field(
        (), alias="except", description="Medicines of the class for which the rule is not."
    )
    cases: tuple[Case, ...] = ()
    """What is in a case goes before what is next to `cases`."""

    @model_validator(mode="before")
    @classmethod
    def _with_defaults(cls, value: Any, info: ValidationInfo) -> Any:
        is_open = isinstance(value, dict) and value.get("decision") == Decision.UNDECIDED
        return value if is_open else with_defaults(value, info, Defaults)

    @model_validator(mode="after")
    def _one_subject(self) -> "Rule":
        if (self.medicine is None) == (self.class_ is None):
            raise ValueError("give either medicine or class")
        if self.except_ and self.medicine:
            raise ValueError("except can only be used with class")
        return self

    @property
    def subject(self) -> str:
        """The id of the medicine or the class that it is for."""
        return self.medicine or self.class_ or ""

    def instructions(self) -> Iterator[Case]:
        """Each case with all that it shares; one without a condition if there are no cases."""
        shared = {name: getattr(self, name) for name in self.model_fields_set if name in _KEYS}
        for case in self.cases or (Case(),):
            own = case.model_fields_set
            yield case.model_copy(update={k: v for k, v in shared.items() if k not in own})


_KEYS = frozenset(Instruction.model_fields)


class Indication(Model):
    """What a medicine is taken for."""

    name: LocalizedName
    prescriber: bool = False
    """Whether the prescriber has to agree before anything is changed, as with a stent."""


class ClinicMedicines(DatedModel):
    """A clinic's `medicines.yaml`."""

    defaults: Defaults | None = None
    """What each rule has that says nothing else."""
    texts: dict[Id, LocalizedText] = Field(default_factory=dict)
    """Texts that several rules use by name."""
    facts: dict[Id, Fact] = Field(default_factory=dict)
    """What is asked of a patient; ids for `when`."""
    kidney_bands: dict[Id, Band] = Field(default_factory=dict)
    """Creatinine clearance in ml per minute, in bands; ids for `when`, names for the sheet."""
    indications: dict[Id, Indication] = Field(default_factory=dict)
    """What medicines are taken for."""
    doses: dict[Id, LocalizedName] = Field(default_factory=dict)
    """Doses on which a decision may depend, such as preventive and treatment."""
    medicines: tuple[OwnMedicine, ...] = ()
    """Medicines that the formulary does not list."""
    brands: dict[Id, dict[Country, tuple[Name, ...]]] = Field(default_factory=dict)
    """More brand names by medicine and country."""
    rules: tuple[Rule, ...]

    @field_validator("kidney_bands")
    @classmethod
    def _bands_meet(cls, bands: dict[str, Band]) -> dict[str, Band]:
        limited = any(band.at_least is not None for band in bands.values())
        if limited and not bands_meet(bands):
            raise ValueError(BANDS_MEET)
        return bands


def medicines_of(formulary: Formulary, rules: ClinicMedicines) -> Medicines:
    """The medicines of the formulary and of the clinic, with the clinic's brand names too."""
    every: tuple[AnyMedicine, ...] = (*formulary.medicines, *rules.medicines)
    return Medicines(
        (_with_brands(medicine, rules.brands.get(medicine.id, {})) for medicine in every),
        formulary.classes,
    )


def _with_brands(medicine: AnyMedicine, more: dict[str, tuple[str, ...]]) -> AnyMedicine:
    if not more:
        return medicine
    brands = {
        country: (*medicine.brands.get(country, ()), *more.get(country, ()))
        for country in (*medicine.brands, *more)
    }
    return medicine.model_copy(update={"brands": brands})
