"""The cases of a rule: exactly one must be for each visit."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

from build_pack.content.models.medicine_rules import ClinicMedicines, Rule, When
from build_pack.content.models.regions import Region
from build_pack.content.validation.ids import suggestion_hint
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Loc, Place, Problem, Severity

_DECLARED = {"kidney": "kidney_bands", "indications": "indications", "doses": "doses"}
"""The keys of the file that declare the ids for a key of `when`."""

Vocabulary = Mapping[str, Collection[str]]
"""What each key of `when` can list."""


def vocabulary(rules: ClinicMedicines, leaflets: Collection[str]) -> Vocabulary:
    """What a clinic's cases can depend on."""
    declared = {key: tuple(getattr(rules, name)) for key, name in _DECLARED.items()}
    return {"leaflets": leaflets, "regions": [region.value for region in Region], **declared}


def condition_problems(
    rules: Loaded[ClinicMedicines], index: int, known: Vocabulary
) -> Iterator[Problem]:
    """Ids that nothing declares, and values that appear twice."""
    for number, case in enumerate(rules.model.rules[index].cases):
        for key, listed in case.when or ():
            loc = ("rules", index, "cases", number, "when", key)
            yield from _listed_problems(rules, loc, listed or (), known[key])


def _listed_problems(
    rules: Loaded[ClinicMedicines], loc: Loc, listed: tuple[str, ...], known: Collection[str]
) -> Iterator[Problem]:
    for number, name in enumerate(listed):
        place = rules.place(*loc, number)
        if name in listed[:number]:
            message = f"“{name}” appears twice in this list."
            yield Problem("value-invalid", place, message, "Remove one of the two.")
        elif name not in known:
            key = str(loc[-1])
            message, hint = f"There is no leaflet “{name}”.", "Correct the id."
            if key in _DECLARED:
                message = f"“{_DECLARED[key]}” does not contain “{name}”."
                hint = f"Correct the id, or add it under “{_DECLARED[key]}”."
            yield Problem("id-unknown", place, message, suggestion_hint(name, known, hint))


Box = Mapping[str, frozenset[str]]
"""The values by respect; all boxes that are held against each other have the same respects."""


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


def intersection(one: Box, two: Box) -> Box | None:
    """What is in both boxes, if there is anything."""
    common = {key: one[key] & two[key] for key in one}
    return common if all(common.values()) else None


def difference(box: Box, holes: Iterable[Box]) -> list[Box]:
    """What is left of a box outside all holes, as boxes of which no two meet."""
    left = [box]
    for hole in holes:
        left = [part for whole in left for part in _outside(whole, hole)]
    return left


def _outside(box: Box, hole: Box) -> list[Box]:
    if intersection(box, hole) is None:
        return [box]
    parts: list[Box] = []
    inside = dict(box)
    for key in box:
        if outside := inside[key] - hole[key]:
            parts.append({**inside, key: outside})
        inside[key] &= hole[key]
    return parts
