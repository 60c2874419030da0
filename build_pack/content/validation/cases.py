"""The cases of a rule: exactly one must be for each visit."""

from collections.abc import Iterator
from itertools import combinations

from build_pack.content.models.medicine_rules import ClinicMedicines, Rule, When
from build_pack.content.validation.case_sets import Box, difference, intersection
from build_pack.content.validation.conditions import Vocabulary
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Place, Problem, Severity


def case_problems(
    rules: Loaded[ClinicMedicines], index: int, known: Vocabulary
) -> Iterator[Problem]:
    """Visits for which a rule has two cases or none, and cases that are for no visit."""
    rule = rules.model.rules[index]
    everything = _everything(rule, known)
    boxes = [_box(case.when, everything) if case.when else None for case in rule.cases]
    places = [_place(rules, index, number) for number in range(len(boxes))]
    yield from _overlaps(rule.medicine, boxes, places, everything)
    yield from _unreachable(rule.medicine, boxes, places, everything)
    left = difference(everything, _given(boxes))
    if boxes and left and None not in boxes:
        more = ", and for others" if len(left) > 1 else ""
        message = f"“{rule.medicine}”: no case applies to {_spoken(left[0], everything)}{more}."
        hint = (
            "For these patients, the sheet says undecided. A case without “when” applies to all "
            "others."
        )
        place = rules.key_place("rules", index, "cases")
        yield Problem("rule-gap", place, message, hint, Severity.WARNING)


def _given(boxes: list[Box | None]) -> list[Box]:
    return [box for box in boxes if box is not None]


def _place(rules: Loaded[ClinicMedicines], index: int, number: int) -> Place:
    """The place of a case's `when`, or of the case if it has none."""
    return rules.key_place("rules", index, "cases", number, "when")


def _overlaps(
    medicine: str, boxes: list[Box | None], places: list[Place], everything: Box
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
        elif one is not None and two is not None and (common := intersection(one, two)) is not None:
            spoken = _spoken(common, everything)
            message = f"“{medicine}”: this case and the one at line {line} both apply to {spoken}."
            hint = "Change one of the two, so that only one case applies to each patient."
            yield Problem("rule-overlap", places[later], message, hint)


def _unreachable(
    medicine: str, boxes: list[Box | None], places: list[Place], everything: Box
) -> Iterator[Problem]:
    """Cases for which the earlier ones leave nothing; for one without `when`, all others."""
    for number, box in enumerate(boxes):
        others = boxes if box is None else boxes[:number]
        whole = everything if box is None else box
        if not difference(whole, _given(others)):
            message = f"“{medicine}”: other cases already cover these patients."
            hint = "Remove it, or change the conditions of the others."
            yield Problem("rule-unreachable", places[number], message, hint)


def _everything(rule: Rule, known: Vocabulary) -> Box:
    """All that is possible, in the respects on which the cases of a rule depend."""
    named = [pair for case in rule.cases for pair in _listed(case.when)]
    respects = [key for key in known if any(key == name for name, _ in named)]
    return {
        key: frozenset(known[key]).union(*(listed for name, listed in named if name == key))
        for key in respects
    }


def _listed(when: When | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, listed in when or ():
        if listed is not None:
            yield key, listed


def _box(when: When, everything: Box) -> Box:
    listed = {key: frozenset(values) for key, values in _listed(when)}
    return {**everything, **listed}


def _spoken(box: Box, everything: Box) -> str:
    """A part of what is possible, in the words of the file."""
    parts = [f"{key}: {', '.join(sorted(box[key]))}" for key in box if box[key] != everything[key]]
    return "; ".join(parts) or "every patient"
