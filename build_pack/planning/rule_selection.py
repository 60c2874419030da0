"""Which case of a clinic's rule is for this visit; where none certainly is, why not."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from build_pack.content.condition_boxes import (
    Box,
    Value,
    box,
    by_region,
    deciding,
    difference,
    intersection,
    joint,
    scoped,
)
from build_pack.content.models.conditions import (
    DOSE,
    FACT,
    INDICATION,
    KIDNEY,
    LEAFLET,
    REGION,
    WITH,
    Condition,
    rank,
)
from build_pack.content.models.facts import NO, YES
from build_pack.content.models.formulary import AnyMedicine, Medicines
from build_pack.content.models.medicine_rules import Case, ClinicMedicines, Rule
from build_pack.planning.procedure import Procedure
from build_pack.planning.visit import TakenMedicine, Visit


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
    on: tuple[Condition, ...] = ()
    """What is not known, for `UndecidedCause.DEPENDS`."""

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
Pieces = tuple[tuple[Box, Choice], ...]
"""Sets of visits of which no two meet, each with what is chosen for it."""

_PROVENANCE = {"when", "decided", "agreed_with", "sources"}
"""Keys in which instructions may differ and still tell the patient the same."""


class RuleSelector:
    """Chooses among one clinic's rules for one visit to one procedure."""

    def __init__(
        self,
        rules: ClinicMedicines,
        medicines: Medicines,
        procedure: Procedure,
        visit: Visit,
    ) -> None:
        self._rules = {rule.subject: rule for rule in rules.rules}
        self._for_classes = [rule for rule in rules.rules if rule.class_]
        self._clinic = rules
        self._medicines = medicines
        self._visit = visit
        self._procedure = procedure

    def choose(self, taken: TakenMedicine) -> Choice:
        """The instruction for a medicine that the patient takes, or why there is none."""
        return chosen(self.possible(taken))

    def possible(self, taken: TakenMedicine) -> Pieces:
        """What is chosen of a medicine for each visit that this one may turn out to be."""
        if taken.medicine is None:
            return (({}, UndecidedReason(UndecidedCause.UNKNOWN)),)
        return self._of(taken.medicine, taken)

    def _of(self, medicine: AnyMedicine, taken: TakenMedicine) -> Pieces:
        rule = self.rule_of(medicine)
        if rule:
            return self.pieces(rule, taken, medicine.id)
        if medicine.components:
            return self._parts(medicine.components, taken)
        return (({}, UndecidedReason(UndecidedCause.NO_RULE)),)

    def rule_of(self, medicine: AnyMedicine) -> Rule | None:
        """The rule for a medicine, or else the one for a class of which it is.

        Of a combination, the classes of its parts count and not its own. Where two classes have
        rules, there is none for it. A class itself has its own.
        """
        if rule := self._rules.get(medicine.id):
            return rule
        classes = frozenset() if medicine.components else self._medicines.classes_of(medicine)
        found = [
            rule
            for rule in self._for_classes
            if rule.class_ in classes and medicine.id not in rule.except_
        ]
        return found[0] if len(found) == 1 else None

    def _parts(self, components: tuple[str, ...], taken: TakenMedicine) -> Pieces:
        """What all parts of a combination say alike; the stricter of two is never guessed."""
        of_parts = [_scoped(self._of(self._medicines[part], taken), part) for part in components]
        return tuple((one, _alike(choices)) for one, choices in joint(of_parts))

    def pieces(self, rule: Rule, taken: TakenMedicine, part: str) -> Pieces:
        """What is chosen for each visit that this one may turn out to be.

        `part` is the id of what is taken, or that of a part of it, for which the rule is.
        """
        cases = tuple(rule.instructions())
        bleeding = self._procedure.bleeding
        allowed = [by_region(one.when.allowed, bleeding) if one.when else None for one in cases]
        conditions = {condition for one in allowed for condition in one or ()}
        known = {
            condition: self._possible(condition, taken, part)
            for condition in sorted(conditions, key=rank)
        }
        boxes = [box(one, known) for one in allowed if one is not None]
        others = [case for case, one in zip(cases, allowed, strict=True) if one is None]
        named = [case for case, one in zip(cases, allowed, strict=True) if one is not None]
        unclear = UndecidedReason(UndecidedCause.NO_CASE)
        rest = self._current(others[0]) if len(others) == 1 else unclear
        both = (intersection(*two) for two in combinations(boxes, 2))
        return (
            *_alone(boxes, named, self._current),
            *((one, unclear) for one in both if one is not None),
            *((one, rest) for one in difference(known, boxes)),
        )

    def _current(self, case: Case) -> Choice:
        """A case, unless it does not hold any more on the day of the procedure."""
        until = case.decided.until if case.decided else None
        day = self._visit.date(0)
        return UndecidedReason(UndecidedCause.EXPIRED) if until and day and until < day else case

    def _possible(self, condition: Condition, taken: TakenMedicine, part: str) -> frozenset[Value]:
        """The values that a condition may have for this visit: one, if it is known."""
        if condition.key == WITH:
            return self._beside(condition.of, taken, part)
        if condition.key == FACT:
            answer = self._visit.facts.get(condition.of)
            return frozenset({answer} if answer else self._clinic.facts[condition.of].values)
        known, values = self._values(taken)[condition]
        return frozenset(values if known is None else {known})

    def _values(self, taken: TakenMedicine) -> Mapping[Condition, tuple[Value, Collection[Value]]]:
        """The value of each condition that is not one of many, and those that it may have."""
        return {
            LEAFLET: (self._procedure.leaflet, ()),
            REGION: (self._visit.region, self._procedure.regions),
            KIDNEY: (self._visit.kidney, tuple(self._clinic.kidney_bands)),
            INDICATION: (taken.indication, (*self._clinic.indications, None)),
            DOSE: (taken.dose, (*self._clinic.doses, None)),
        }

    def _beside(self, name: str, taken: TakenMedicine, part: str) -> frozenset[Value]:
        """Whether the patient takes a medicine, or one of a class, beside a part of what is taken.

        A name that nobody knows may be that of any medicine.
        """
        others = [one.medicine for one in self._visit.medicines or () if one is not taken]
        own = taken.medicine.components if taken.medicine else None
        parts = [self._medicines[other] for other in own or () if other != part]
        known = [one for one in (*others, *parts) if one]
        if any(name in self._medicines.named_by(one) for one in known):
            return frozenset({YES})
        is_certain = self._visit.medicines is not None and None not in others
        return frozenset({NO} if is_certain else {YES, NO})


def chosen(pieces: Pieces) -> Choice:
    """What is chosen whatever the rest is; where nothing is, what it depends on."""
    choices = [choice for _, choice in pieces]
    outcomes = [said(choice) for choice in choices]
    if all(one == outcomes[0] for one in outcomes):
        return choices[0]
    boxes = [one for one, _ in pieces]
    return UndecidedReason(UndecidedCause.DEPENDS, deciding(boxes, outcomes))


def _alone(
    boxes: Sequence[Box], cases: Sequence[Case], current: Callable[[Case], Choice]
) -> Iterator[tuple[Box, Choice]]:
    """The visits for which there is one case."""
    for index, case in enumerate(cases):
        others = [one for at, one in enumerate(boxes) if at != index]
        yield from ((one, current(case)) for one in difference(boxes[index], others))


def _scoped(pieces: Pieces, part: str) -> Pieces:
    """The same of a part of a combination, beside which others may be taken than beside another."""
    return tuple((scoped(one, part, {WITH}), choice) for one, choice in pieces)


def _alike(choices: Sequence[Choice]) -> Choice:
    """What is chosen of a combination by what is chosen of each part."""
    if all(choice == UndecidedReason(UndecidedCause.NO_RULE) for choice in choices):
        return choices[0]
    first = said(choices[0])
    if any(said(choice) != first for choice in choices):
        return UndecidedReason(UndecidedCause.PARTS_DISAGREE)
    return _together(choices)


def _together(choices: Sequence[Choice]) -> Choice:
    """Instructions that say the same as one, with the sources of all."""
    first = choices[0]
    if isinstance(first, UndecidedReason):
        return first
    cases = [choice for choice in choices if isinstance(choice, Case)]
    sources = tuple(dict.fromkeys(key for case in cases for key in case.sources))
    agreed = tuple(one for case in cases for one in case.agreed_with)
    return first.model_copy(update={"sources": sources, "agreed_with": agreed})


def said(choice: Choice) -> object:
    """What a choice tells the patient, to compare."""
    return choice.model_dump(exclude=_PROVENANCE) if isinstance(choice, Case) else choice
