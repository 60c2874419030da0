"""What a clinic asks of a patient: the facts on which its rules for medicines may depend."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from build_pack.content.models.base import Id, LocaleCode, LocalizedName, Model, Name

YES, NO = "yes", "no"
BANDS_MEET = "each band but the lowest needs an at_least of its own"
_MONTHS = 12


_Question = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]


class LocalizedQuestion(LocalizedName):
    """A question in each enabled language, by locale; printed as it is, without marks."""

    root: Annotated[dict[LocaleCode, _Question], Field(min_length=1)]


class Band(Model):
    """A part of the line of numbers; it ends where the next one begins."""

    name: LocalizedName
    at_least: Decimal | None = None
    """The lowest number in it; left out in the lowest band."""


Bands = Mapping[str, Band]


def band_of(number: Decimal, bands: Bands) -> str | None:
    """The id of the band in which a number is; None if no band has a limit."""
    if all(band.at_least is None for band in bands.values()):
        return None
    lowest = {name: band.at_least for name, band in bands.items()}
    reached = [name for name, limit in lowest.items() if limit is None or limit <= number]
    return max(reached, key=lambda name: (lowest[name] is not None, lowest[name] or Decimal()))


def bands_meet(bands: Bands) -> bool:
    """Whether each number is in one band: all but the lowest have a limit of their own."""
    limits = [band.at_least for band in bands.values()]
    return limits.count(None) == 1 and len(set(limits)) == len(limits)


class Within(Model):
    """A time before the day of the procedure, which it does not count."""

    days: Annotated[int, Field(strict=True, ge=1, le=365)] | None = None
    weeks: Annotated[int, Field(strict=True, ge=1, le=104)] | None = None
    months: Annotated[int, Field(strict=True, ge=1, le=60)] | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "Within":
        if sum(one is not None for one in (self.days, self.weeks, self.months)) != 1:
            raise ValueError("give exactly one of days, weeks and months")
        return self

    def begins(self, procedure: date) -> date:
        """The first day that counts: so many calendar months, or days, before the procedure's."""
        if self.months is None:
            return procedure - timedelta(days=self.days or 7 * (self.weeks or 0))
        years, month = divmod(procedure.year * _MONTHS + procedure.month - 1 - self.months, _MONTHS)
        last = monthrange(years, month + 1)[1]
        return procedure.replace(year=years, month=month + 1, day=min(procedure.day, last))


def answer_on(fact: "Fact", when: date, procedure: date) -> str:
    """Whether a date counts for a procedure: within its limit before it, and not after it."""
    begins = fact.within.begins(procedure) if fact.within else date.min
    return YES if begins <= when <= procedure else NO


class Fact(Model):
    """One fact: yes or no, one of some choices, or a number in a unit."""

    name: LocalizedName | None = None
    """In a word or two, for papers of the team; left out: the question."""
    question: LocalizedQuestion
    """As the staff are asked."""
    patient_question: LocalizedQuestion | None = None
    """As the patient is asked; left out if only the staff can know."""
    within: Within | None = None
    """Of a yes or no: how long before the procedure it counts. The answer may be a date."""
    choices: Annotated[dict[Id, LocalizedName], Field(min_length=2)] | None = None
    """The answers that there are, if these are not yes and no."""
    unit: Name | None = None
    """The unit of a number, such as kg."""
    at_least: Decimal | None = None
    """A lower number is a slip."""
    at_most: Decimal | None = None
    """A higher number is a slip."""
    bands: Annotated[dict[Id, Band], Field(min_length=2)] | None = None
    """Parts of the line of numbers, for `when`; the lowest has no at_least."""

    @model_validator(mode="after")
    def _one_kind(self) -> "Fact":
        if self.unit and self.choices:
            raise ValueError("unit and choices cannot be used together")
        if not self.unit and (self.bands or self.at_least is not None or self.at_most is not None):
            raise ValueError("bands, at_least and at_most need a unit")
        if None not in (self.at_least, self.at_most) and self.at_least > self.at_most:  # type: ignore[operator]
            raise ValueError("at_least is more than at_most")
        if self.within and (self.unit or self.choices):
            raise ValueError("within goes with yes or no alone")
        return self

    @model_validator(mode="after")
    def _bands_meet(self) -> "Fact":
        if self.bands and not bands_meet(self.bands):
            raise ValueError(BANDS_MEET)
        return self

    @property
    def values(self) -> tuple[str, ...]:
        """What a case can ask for; none of a number without bands."""
        if self.unit:
            return tuple(self.bands or ())
        return tuple(self.choices or (YES, NO))
