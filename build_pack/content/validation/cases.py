"""The cases of a rule: exactly one must be for each visit."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations, permutations

from build_pack.content.condition_boxes import Box, box, difference, intersection
from build_pack.content.models.bleeding_risk import BleedingRisk
from build_pack.content.models.conditions import (
    BLEEDING,
    DOSE,
    FACT,
    INDICATION,
    KIDNEY,
    LEAFLET,
    REGION,
    WITH,
    Condition,
    When,
    rank,
)
from build_pack.content.models.facts import NO, YES
from build_pack.content.models.formulary import Medicines
from build_pack.content.models.medicine_rules import ClinicMedicines, Rule
from build_pack.content.models.regions import Region
from build_pack.content.validation.ids import suggestion_hint
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Loc, Place, Problem, Severity

_DECLARED = {"kidney": "kidney_bands", "indications": "indications", "doses": "doses"}
"""The keys of the file that declare the ids for a key of `when`."""
_OTHERS = ("with", "without")
"""The keys that name other medicines."""


@dataclass(frozen=True)
class Vocabulary:
    """What a clinic's cases can depend on."""

    rules: ClinicMedicines
    leaflets: Collection[str]
    """The ids that there are."""
    medicines: Medicines

    def values(self, condition: Condition) -> Collection[str]:
        """The values that a condition can have."""
        if condition.key == FACT:
            fact = self.rules.facts.get(condition.of)
            return fact.values if fact else ()
        if condition.key == WITH:
            return (YES, NO)
        of_key: dict[Condition, Collection[str]] = {
            LEAFLET: self.leaflets,
            REGION: tuple(Region),
            BLEEDING: tuple(BleedingRisk),
            KIDNEY: self.rules.kidney_bands,
            INDICATION: self.rules.indications,
            DOSE: self.rules.doses,
        }
        return of_key[condition]

    def members(self, name: str) -> frozenset[str]:
        """The medicines that a name under `with` stands for."""
        return frozenset(
            one.id for one in self.medicines.values() if name in self.medicines.named_by(one)
        )


def condition_problems(
    rules: Loaded[ClinicMedicines], index: int, known: Vocabulary
) -> Iterator[Problem]:
    """Ids that nothing declares, and values that appear twice."""
    for number, case in enumerate(rules.model.rules[index].cases):
        when, loc = case.when, ("rules", index, "cases", number, "when")
        if when is None:
            continue
        for condition in (LEAFLET, REGION, BLEEDING, KIDNEY, INDICATION, DOSE):
            listed = getattr(when, condition.key) or ()
            yield from _listed_problems(
                rules, (*loc, condition.key), listed, known.values(condition)
            )
        yield from _fact_problems(rules, (*loc, FACT), when, known)
        yield from _beside_problems(rules, loc, when, known)


def _listed_problems(
    rules: Loaded[ClinicMedicines], loc: Loc, listed: tuple[str, ...], known: Collection[str]
) -> Iterator[Problem]:
    for number, name in enumerate(listed):
        place = rules.place(*loc, number)
        if name in listed[:number]:
            message = f"“{name}” appears twice in this list."
            yield Problem("value-invalid", place, message, "Remove one of the two.")
        elif name not in known:
            message, hint = _unknown(loc, name, known)
            yield Problem("id-unknown", place, message, suggestion_hint(name, known, hint))


def _unknown(loc: Loc, name: str, known: Collection[str]) -> tuple[str, str]:
    """That nothing declares a name of a list, and the fix."""
    key = str(loc[-1])
    if key in _DECLARED:
        message = f"“{_DECLARED[key]}” does not contain “{name}”."
        return message, f"Correct the id, or add it under “{_DECLARED[key]}”."
    if key in _OTHERS:
        message = f"“{name}” is neither a medicine nor a class of medicines."
        return message, "Correct the id; leaflets/formulary.yaml lists both."
    if FACT in loc:
        return f"“{name}” is not an answer to “{key}”.", f"Write {' or '.join(known)}."
    return f"There is no leaflet “{name}”.", "Correct the id."


def _fact_problems(
    rules: Loaded[ClinicMedicines], loc: Loc, when: When, known: Vocabulary
) -> Iterator[Problem]:
    for name, answers in (when.facts or {}).items():
        values = known.values(Condition(FACT, name))
        if name not in known.rules.facts:
            message = f"“facts” does not contain “{name}”."
            hint = suggestion_hint(
                name, known.rules.facts, "Correct the id, or add the fact under “facts”."
            )
            yield Problem("id-unknown", rules.key_place(*loc, name), message, hint)
        elif not values:
            message = f"“{name}” is a number without bands, so no case can depend on it."
            hint = "Add “bands” to the fact."
            yield Problem("value-invalid", rules.key_place(*loc, name), message, hint)
        else:
            yield from _listed_problems(rules, (*loc, name), answers, values)


def _beside_problems(
    rules: Loaded[ClinicMedicines], loc: Loc, when: When, known: Vocabulary
) -> Iterator[Problem]:
    own = known.rules.rules[int(loc[1])].medicine
    names = {*known.medicines, *known.medicines.classes}
    for key, listed in zip(_OTHERS, (when.with_ or (), when.without or ()), strict=True):
        yield from _listed_problems(rules, (*loc, key), listed, names)
        for number, name in enumerate(listed):
            if name == own:
                message = f"“{name}” is the medicine that the rule is for."
                place = rules.place(*loc, key, number)
                yield Problem("value-invalid", place, message, "Name other medicines.")
            elif key == "without" and name in (when.with_ or ()):
                message = f"“{name}” is under “with” and under “without”."
                place = rules.place(*loc, key, number)
                yield Problem("value-invalid", place, message, "Remove it from one of the two.")


def case_problems(
    rules: Loaded[ClinicMedicines], index: int, known: Vocabulary
) -> Iterator[Problem]:
    """Visits for which a rule has two cases or none, and cases that are for no visit."""
    rule = rules.model.rules[index]
    everything = _everything(rule, known)
    never = list(_impossible(everything, known))
    boxes = [box(case.when.allowed, everything) if case.when else None for case in rule.cases]
    places = [_place(rules, index, number) for number in range(len(boxes))]
    yield from _overlaps(rule.subject, boxes, places, everything, never)
    yield from _unreachable(rule.subject, boxes, places, everything, never)
    left = difference(everything, [*never, *_given(boxes)])
    if boxes and left and None not in boxes:
        more = ", and for others" if len(left) > 1 else ""
        message = f"“{rule.subject}”: no case applies to {_spoken(left[0], everything)}{more}."
        hint = (
            "For these patients, the sheet says undecided. A case without “when” applies to all "
            "others."
        )
        place = rules.key_place("rules", index, "cases")
        yield Problem("rule-gap", place, message, hint, Severity.WARNING)


def _given(boxes: list[Box | None]) -> list[Box]:
    return [one for one in boxes if one is not None]


def _place(rules: Loaded[ClinicMedicines], index: int, number: int) -> Place:
    """The place of a case's `when`, or of the case if it has none."""
    return rules.key_place("rules", index, "cases", number, "when")


def _overlaps(
    medicine: str,
    boxes: list[Box | None],
    places: list[Place],
    everything: Box,
    never: list[Box],
) -> Iterator[Problem]:
    for earlier, later in combinations(range(len(boxes)), 2):
        one, two = boxes[earlier], boxes[later]
        line = places[earlier].line
        if one is None and two is None:
            message = (
                f"“{medicine}”: this case has no “when”, and neither has the one at line {line}."
            )
            hint = "Only one case can apply to all others: add “when” to one of the two."
            yield Problem("rule-overlap", places[later], message, hint)
        elif one is not None and two is not None and (common := _common(one, two, never)):
            spoken = _spoken(common[0], everything)
            message = f"“{medicine}”: this case and the one at line {line} both apply to {spoken}."
            hint = "Change one of the two, so that only one case applies to each patient."
            yield Problem("rule-overlap", places[later], message, hint)


def _unreachable(
    medicine: str,
    boxes: list[Box | None],
    places: list[Place],
    everything: Box,
    never: list[Box],
) -> Iterator[Problem]:
    """Cases for which the earlier ones leave nothing; for one without `when`, all others."""
    for number, one in enumerate(boxes):
        others = boxes if one is None else boxes[:number]
        whole = everything if one is None else one
        if not difference(whole, [*never, *_given(others)]):
            message = f"“{medicine}”: other cases already cover these patients."
            hint = "Remove it, or change the conditions of the others."
            yield Problem("rule-unreachable", places[number], message, hint)


def _common(one: Box, two: Box, never: list[Box]) -> list[Box]:
    """The visits that are in both boxes and can be."""
    both = intersection(one, two)
    return [] if both is None else difference(both, never)


def _everything(rule: Rule, known: Vocabulary) -> Box:
    """All that is possible, in the conditions on which the cases of a rule depend.

    Of a fact that is not known there may be other values than those that cases name; and a patient
    may take a medicine for another reason, or in another dose, than those that the clinic lists.
    """
    named = [case.when.allowed for case in rule.cases if case.when]
    conditions = sorted({condition for allowed in named for condition in allowed}, key=rank)
    return {
        condition: frozenset(known.values(condition) or (None,)).union(
            (None,) if condition in {INDICATION, DOSE} else (),
            *(allowed.get(condition, ()) for allowed in named),
        )
        for condition in conditions
    }


def _impossible(everything: Box, known: Vocabulary) -> Iterator[Box]:
    """Visits of patients who take a medicine, and none of a class to which it belongs."""
    beside = [condition for condition in everything if condition.key == WITH]
    for one, whole in permutations(beside, 2):
        members = known.members(one.of)
        if members and members <= known.members(whole.of):
            yield {**everything, one: frozenset({YES}), whole: frozenset({NO})}


def _spoken(part: Box, everything: Box) -> str:
    """A part of what is possible, in the words of the file."""
    parts = [one.words(part[one]) for one in part if part[one] != everything[one]]
    return "; ".join(parts) or "every patient"
