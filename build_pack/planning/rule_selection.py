"""Which case of a clinic's rule is for this visit; where none certainly is, why not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from build_pack.content.models.formulary import AnyMedicine
from build_pack.content.models.medicine_rules import Case, ClinicMedicines, Rule
from build_pack.content.models.regions import Region
from build_pack.planning.visit import TakenMedicine, Visit


class SelectionDimension(StrEnum):
    """What a case may depend on; the value is the key under `when`."""

    LEAFLET = "leaflets"
    REGION = "regions"
    KIDNEY = "kidney"
    INDICATION = "indications"
    DOSE = "doses"


class UndecidedCause(StrEnum):
    """Why a medicine is undecided."""

    UNKNOWN = "unknown"
    """No medicine has the name."""
    NO_RULE = "no-rule"
    LEFT_OPEN = "left-open"
    """The clinic's rule says so."""
    IN_USE = "in-use"
    """It would be replaced for a time by a medicine that the patient takes already."""
    DEPENDS = "depends"
    """On something that is not known of this visit."""
    NO_CASE = "no-case"
    """The rule has cases, and none is for this visit."""
    PARTS_DISAGREE = "parts-disagree"
    """The parts of a combination have different rules."""
    EXPIRED = "expired"
    """The decision does not hold any more on the day of the procedure."""
    TOO_EARLY = "too-early"
    """At this time of day, doses would come in the wrong order."""
    WEEKDAY = "weekday"
    """It is taken once a week, and the weekday or the date of the procedure is not known."""
    SEVERAL = "several"
    """It is one of several that thin the blood, and a rule speaks of one alone."""
    BESIDE = "beside"
    """It would be replaced for a time by one that thins the blood, beside another such one."""
    TWICE = "twice"
    """The same medicine was given more than once."""
    STOPPED = "stopped"
    """The patient does not take it any more."""


@dataclass(frozen=True, slots=True)
class UndecidedReason:
    """One reason for which a medicine is undecided."""

    why: UndecidedCause
    on: tuple[SelectionDimension, ...] = ()
    """What is not known, for `Why.DEPENDS`."""

    @property
    def is_call(self) -> bool:
        """Whether the patient is to call at once: no rule speaks of what this patient takes."""
        return self.why in {
            UndecidedCause.SEVERAL,
            UndecidedCause.BESIDE,
            UndecidedCause.TWICE,
            UndecidedCause.STOPPED,
        }


Choice = Case | UndecidedReason
Situation = Mapping[SelectionDimension, str | None]
"""A value for each dimension; None is a value that the clinic has no id for."""

_PROVENANCE = {"when", "decided", "agreed_with", "sources"}
"""Keys in which instructions may differ and still tell the patient the same."""


class RuleSelector:
    """Chooses among one clinic's rules for one leaflet and visit."""

    def __init__(
        self, rules: ClinicMedicines, medicines: Iterable[AnyMedicine], leaflet: str, visit: Visit
    ) -> None:
        self._rules = {rule.medicine: rule for rule in rules.rules}
        self._medicines = {medicine.id: medicine for medicine in medicines}
        self._visit = visit
        self._leaflet = leaflet
        self._values: dict[SelectionDimension, tuple[str | None, ...]] = {
            SelectionDimension.REGION: tuple(Region),
            SelectionDimension.KIDNEY: tuple(rules.kidney_bands),
            SelectionDimension.INDICATION: (*rules.indications, None),
            SelectionDimension.DOSE: (*rules.doses, None),
        }

    def choose(self, taken: TakenMedicine) -> Choice:
        """The instruction for a medicine that the patient takes, or why there is none."""
        if taken.medicine is None:
            return UndecidedReason(UndecidedCause.UNKNOWN)
        return self._of(taken.medicine, taken)

    def _current(self, case: Case | None) -> Choice:
        """A case, unless it does not hold any more on the day of the procedure."""
        if case is None:
            return UndecidedReason(UndecidedCause.NO_CASE)
        until = case.decided.until if case.decided else None
        day = self._visit.date(0)
        return UndecidedReason(UndecidedCause.EXPIRED) if until and day and until < day else case

    def _of(self, medicine: AnyMedicine, taken: TakenMedicine) -> Choice:
        rule = self._rules.get(medicine.id)
        if rule:
            return self._case(rule, taken)
        if medicine.components:
            return self._parts(medicine.components, taken)
        return UndecidedReason(UndecidedCause.NO_RULE)

    def _parts(self, components: tuple[str, ...], taken: TakenMedicine) -> Choice:
        """What all parts of a combination say alike; the stricter of two is never guessed."""
        choices = [self._of(self._medicines[part], taken) for part in components]
        if all(choice == UndecidedReason(UndecidedCause.NO_RULE) for choice in choices):
            return UndecidedReason(UndecidedCause.NO_RULE)
        said = [_said(choice) for choice in choices]
        if any(one != said[0] for one in said):
            return UndecidedReason(UndecidedCause.PARTS_DISAGREE)
        return _together(choices)

    def _case(self, rule: Rule, taken: TakenMedicine) -> Choice:
        cases = tuple(rule.instructions())
        asked = [
            dimension
            for dimension in SelectionDimension
            if any(_allows(c, dimension) for c in cases)
        ]
        known = self._known(taken)
        situations = [
            dict(zip(asked, values, strict=True))
            for values in product(*(self._possible(known, dimension) for dimension in asked))
        ]
        found = [self._current(_matching(cases, situation)) for situation in situations]
        if all(_said(one) == _said(found[0]) for one in found):
            return found[0]
        unknown = [dimension for dimension in asked if known[dimension] is None]
        deciding = tuple(d for d in unknown if _matters(d, situations, found))
        return UndecidedReason(UndecidedCause.DEPENDS, deciding or tuple(unknown))

    def _known(self, taken: TakenMedicine) -> Situation:
        return {
            SelectionDimension.LEAFLET: self._leaflet,
            SelectionDimension.REGION: self._visit.region,
            SelectionDimension.KIDNEY: self._visit.kidney,
            SelectionDimension.INDICATION: taken.indication,
            SelectionDimension.DOSE: taken.dose,
        }

    def _possible(self, known: Situation, dimension: SelectionDimension) -> tuple[str | None, ...]:
        value = known[dimension]
        return self._values[dimension] if value is None else (value,)


def _allows(case: Case, dimension: SelectionDimension) -> tuple[str, ...] | None:
    """The values that a case allows; None: all."""
    allowed: tuple[str, ...] | None = getattr(case.when, dimension) if case.when else None
    return allowed


def _matching(cases: tuple[Case, ...], situation: Situation) -> Case | None:
    """The one case for a situation whose every value is known."""
    found = [case for case in cases if case.when and _holds(case, situation)]
    if not found:
        found = [case for case in cases if case.when is None]
    return found[0] if len(found) == 1 else None


def _holds(case: Case, situation: Situation) -> bool:
    return all(
        allowed is None or value in allowed
        for dimension, value in situation.items()
        for allowed in (_allows(case, dimension),)
    )


def _together(choices: list[Choice]) -> Choice:
    """Instructions that say the same as one, with the sources of all."""
    first = choices[0]
    if isinstance(first, UndecidedReason):
        return first
    cases = [choice for choice in choices if isinstance(choice, Case)]
    sources = tuple(dict.fromkeys(key for case in cases for key in case.sources))
    agreed = tuple(one for case in cases for one in case.agreed_with)
    return first.model_copy(update={"sources": sources, "agreed_with": agreed})


def _said(choice: Choice) -> object:
    """What a choice tells the patient, to compare."""
    return choice.model_dump(exclude=_PROVENANCE) if isinstance(choice, Case) else choice


def _matters(
    dimension: SelectionDimension,
    situations: list[dict[SelectionDimension, str | None]],
    found: list[Choice],
) -> bool:
    """Whether two situations that differ only in this dimension have different outcomes."""
    outcomes: dict[tuple[object, ...], object] = {}
    for situation, case in zip(situations, found, strict=True):
        rest = tuple(value for one, value in situation.items() if one is not dimension)
        if _said(case) != outcomes.setdefault(rest, _said(case)):
            return True
    return False
