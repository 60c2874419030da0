"""Which questions about a visit would change its plan, and in which order to ask them.

A condition of a rule is asked for if two visits that this one may still turn out to be differ in it
alone and have different plans. So a question that is not asked changes nothing, whatever the
answer, and a plan of which nothing is asked stands. That a prescriber has to agree, by what a
medicine is taken for, is a line on the sheet and no question.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import chain

from build_pack.content.condition_boxes import Box, Value, deciding, joint, scoped, told_apart
from build_pack.content.models.clinic import Weekday
from build_pack.content.models.conditions import (
    DOSE,
    FACT,
    INDICATION,
    KIDNEY,
    OTHER,
    REGION,
    WITH,
    Condition,
)
from build_pack.content.models.formulary import Medicines
from build_pack.content.models.medicine_rules import Case, ClinicMedicines
from build_pack.content.models.regions import Region
from build_pack.content.models.times_of_day import ClinicTimes
from build_pack.planning.interactions import Interactions, together
from build_pack.planning.kidney_function import FOR_CLEARANCE
from build_pack.planning.moments import is_weekly
from build_pack.planning.planner import TIMED, make_plan, plan_choice
from build_pack.planning.procedure import Procedure
from build_pack.planning.questions import Consequence, QuestionKind, VisitQuestion, answered
from build_pack.planning.rule_selection import (
    Choice,
    Pieces,
    RuleSelector,
    UndecidedCause,
    UndecidedReason,
    chosen,
    said,
)
from build_pack.planning.visit import Visit

_OF_ONE = frozenset({INDICATION.key, DOSE.key, WITH})
"""The keys of conditions that are asked of one medicine."""


@dataclass(frozen=True)
class _Space:
    """The visits that this one may turn out to be, for medicines that are planned together."""

    members: tuple[int, ...]
    """The places of the medicines."""
    pieces: tuple[tuple[Box, tuple[Choice, ...]], ...]
    """With the choice for each member."""


class QuestionFinder:
    """Finds the questions about visits to one procedure by one clinic's rules."""

    def __init__(
        self,
        rules: ClinicMedicines,
        medicines: Medicines,
        procedure: Procedure,
        times: ClinicTimes,
    ) -> None:
        self.rules, self.medicines = rules, medicines
        self.procedure, self.times = procedure, times
        self.ruled = frozenset(rule.medicine for rule in rules.rules if rule.medicine)

    def open(self, visit: Visit) -> tuple[VisitQuestion, ...]:
        """The questions that would change the plan of a visit, sorted by what they ask."""
        if visit.medicines is None:
            return (VisitQuestion(QuestionKind.MEDICINES),)
        found = _Visited(self, visit).questions()
        return tuple(sorted(found, key=lambda one: one.place))

    def in_order(self, visit: Visit) -> tuple[VisitQuestion, ...]:
        """The same, the one first after which the fewest are left.

        That is the mean over its answers, each as likely as the other; then the most that any of
        them leaves. A question without answers to choose from counts as settling itself alone.
        Where both are equal, the order of `QuestionKind`, of the medicines and of the names holds.
        """
        found = self.open(visit)

        def weight(one: VisitQuestion) -> tuple[Fraction, int, tuple[int, int, str]]:
            left = [len(self.open(answered(visit, one, answer))) for answer in one.answers]
            left = left or [len(found) - 1]
            return Fraction(sum(left), len(left)), max(left), one.place

        return tuple(sorted(found, key=weight))

    def consequences(
        self, visit: Visit, question: VisitQuestion, answer: str
    ) -> tuple[Consequence, ...]:
        """What follows from an answer for each medicine that the question is about."""
        after = answered(visit, question, answer)
        left = frozenset(chain.from_iterable(one.about for one in self.open(after)))
        made = make_plan(self.rules, self.medicines, self.procedure, after, self.times)
        plans = {id(one.taken): one for one in made.medicines}
        return tuple(
            Consequence(at, None if at in left else plans[id(one)])
            for at, one in enumerate(after.medicines or ())
            if at in question.about
        )


class _Visited:
    """One visit, looked at for what is not known of it."""

    def __init__(self, clinic: "QuestionFinder", visit: Visit) -> None:
        self._clinic, self._visit, self._taken = clinic, visit, visit.medicines or ()
        selector = RuleSelector(clinic.rules, clinic.medicines, clinic.procedure, visit)
        self._possible = [selector.possible(one) for one in self._taken]
        self._choices = [chosen(pieces) for pieces in self._possible]
        self._beside = self._together([[one for _, one in some] for some in self._possible])

    def questions(self) -> Iterator[VisitQuestion]:
        """Each question, in no order."""
        for at, one in enumerate(self._taken):
            if one.medicine is None:
                yield VisitQuestion(QuestionKind.NAME, medicine=at, about=self._beside_it | {at})
        about: dict[Condition, frozenset[int]] = {}
        apart: dict[Condition, frozenset[Value]] = {}
        possible: list[_Outcome] = []
        for space in self._spaces():
            outcomes = [self._outcomes(space.members, choices) for _, choices in space.pieces]
            boxes = [one for one, _ in space.pieces]
            for condition in deciding(boxes, [[one.said for one in found] for found in outcomes]):
                about[condition] = about.get(condition, frozenset()) | {*space.members}
                apart[condition] = told_apart(boxes, condition)
            possible += chain.from_iterable(outcomes)
        yield from self._of_conditions(about, apart)
        yield from self._of_days(possible)

    @cached_property
    def _beside_it(self) -> frozenset[int]:
        """The places of medicines whose rules ask what else is taken, which is not all known."""
        return frozenset(
            at
            for at, choice in enumerate(self._choices)
            if isinstance(choice, UndecidedReason) and any(one.key == WITH for one in choice.on)
        )

    def _together(self, choices: Sequence[Iterable[Choice]]) -> Interactions:
        return together(self._taken, self._clinic.medicines, self._clinic.ruled, choices)

    def _spaces(self) -> Iterator[_Space]:
        """Each medicine alone, and as one those blood thinners of which cases may name each other.

        Where no case can, nothing that is asked changes that the team decides of all of them.
        """
        several = self._several()
        named = all(any(map(_names_others, self._possible[at])) for at in several)
        for at in range(len(self._taken)):
            if at not in several:
                yield _Space((at,), tuple(joint([self._of(at)])))
        if several and named:
            yield _Space(several, tuple(joint(map(self._of, several))))

    def _of(self, at: int) -> Pieces:
        """What may be chosen for one medicine, its own conditions told from those of others."""
        return tuple((scoped(one, f"{at}", _OF_ONE), choice) for one, choice in self._possible[at])

    def _outcomes(self, members: Sequence[int], choices: Sequence[Choice]) -> "list[_Outcome]":
        """What the visit makes of a choice for each of some medicines."""
        both = [*zip(members, choices, strict=True)]
        if len(members) == 1:
            return [self._outcome(*one, self._beside) for one in both]
        by_place = dict(both)
        every = [[by_place.get(at, choice)] for at, choice in enumerate(self._choices)]
        beside = self._together(every)
        found = [self._outcome(*one, beside) for one in both]
        if beside.thinners or all(one.case for one in found):
            return found
        beside = replace(beside, thinners=beside.several)
        return [self._outcome(*one, beside) for one in both]

    def _several(self) -> tuple[int, ...]:
        """The places of blood thinners that are taken together."""
        return tuple(at for at, one in enumerate(self._taken) if one in self._beside.several)

    def _outcome(self, at: int, choice: Choice, beside: Interactions) -> "_Outcome":
        clinic, taken = self._clinic, self._taken[at]
        made = plan_choice(choice, taken, self._visit, clinic.times, clinic.medicines, beside)
        asked = set() if taken.other_interval else {UndecidedCause.WEEKDAY}
        reasons = tuple(one for one in made.reasons if one.why not in asked)
        if reasons and made.instruction is None:
            return _Outcome(at, reasons, None)
        return _Outcome(at, said(choice), choice if isinstance(choice, Case) else None)

    def _of_conditions(
        self,
        about: Mapping[Condition, frozenset[int]],
        apart: Mapping[Condition, frozenset[Value]],
    ) -> Iterator[VisitQuestion]:
        """A question for each condition; `apart` are the values that differ from unlisted ones."""
        rules = self._clinic.rules
        facts = {condition.of for condition in about if condition.key == FACT}
        own: dict[str, tuple[QuestionKind, Iterable[str]]] = {
            INDICATION.key: (QuestionKind.INDICATION, rules.indications),
            DOSE.key: (QuestionKind.DOSE, rules.doses),
        }
        for condition, places in about.items():
            if condition == REGION:
                regions = tuple(one for one in Region if one in self._clinic.procedure.regions)
                yield VisitQuestion(QuestionKind.REGION, regions, about=places)
            elif condition == KIDNEY:
                bands, numbers = tuple(rules.kidney_bands), self._for_clearance(facts)
                yield VisitQuestion(QuestionKind.KIDNEY, bands, numbers=numbers, about=places)
            elif condition.key == FACT:
                answers = rules.facts[condition.of].values
                yield VisitQuestion(QuestionKind.FACT, answers, condition.of, about=places)
            elif condition.key in own:
                kind, known = own[condition.key]
                few = tuple(one for one in known if one in apart[condition] and one != OTHER)
                place = int(condition.scope.split()[0])
                yield VisitQuestion(kind, (*few, OTHER), medicine=place, about=places)

    def _for_clearance(self, asked: Collection[str]) -> tuple[str, ...]:
        """The numbers from which the kidney band follows, but for those asked for themselves."""
        rules, visit = self._clinic.rules, self._visit
        limited = any(band.at_least is not None for band in rules.kidney_bands.values())
        if not limited or not rules.facts.keys() >= {*FOR_CLEARANCE}:
            return ()
        known = {*visit.numbers, *visit.facts, *asked}
        return tuple(one for one in FOR_CLEARANCE if one not in known)

    def _of_days(self, possible: "Sequence[_Outcome]") -> Iterator[VisitQuestion]:
        """The date, where it is not known and days follow from it, and weekdays."""
        timed = {one.member for one in possible if one.case and one.case.decision in TIMED}
        dated = timed | {one.member for one in possible if one.case and _is_dated(one.case)}
        if dated and self._visit.start is None:
            yield VisitQuestion(QuestionKind.DATE, about=frozenset(dated))
        for at in timed:
            taken = self._taken[at]
            if is_weekly(taken) and taken.weekday is None and not taken.other_interval:
                days = tuple(Weekday)
                about = frozenset(self._several() if at in self._several() else {at})
                yield VisitQuestion(QuestionKind.WEEKDAY, days, medicine=at, about=about)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What would be printed of one medicine."""

    member: int
    said: object
    """To compare; the dates follow from it."""
    case: Case | None
    """None: the team decides, whatever the case says."""


def _names_others(piece: tuple[Box, Choice]) -> bool:
    """Whether what is chosen was written for other medicines beside it."""
    _, choice = piece
    return isinstance(choice, Case) and choice.when is not None and bool(choice.when.with_)


def _is_dated(case: Case) -> bool:
    """Whether the date of the procedure changes what is said, though no dose is left out."""
    return bool(case.blood_tests or (case.decided and case.decided.until))
