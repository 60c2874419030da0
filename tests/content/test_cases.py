"""Exactly one case of a rule is for each patient; what is not so is told."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.condition_boxes import Box, difference, intersection
from build_pack.content.models.conditions import Condition
from build_pack.problems import Severity
from tests.content.samples import CLASSES, FORMULARY, MEDICINES, of_rules, problems_of_rules

DECLARED = """\
kidney_bands:
  good: {name: {en: Good, tr: Good}}
  poor: {name: {en: Poor, tr: Poor}}
indications:
  stent: {name: {en: Stent, tr: Stent}}
  clot: {name: {en: Clot, tr: Clot}}
facts:
  stroke: {question: {en: Stroke, tr: Stroke}}
  platelets:
    question: {en: P, tr: P}
    unit: g
    bands: {few: {name: {en: F, tr: F}}, many: {name: {en: M, tr: M}, at_least: 100}}
  weight: {question: {en: W, tr: W}, unit: kg}
doses:
  low: {en: Low, tr: Low}
  full: {en: Full, tr: Full}
"""
CHANGE = "Change one of the two, so that only one case applies to each patient."
REMOVE = "Remove it, or change the conditions of the others."
OTHERWISE = (
    "For these patients, the sheet says undecided. A case without “when” applies to all others."
)
NECK, BACK = "regions: [cervical]", "regions: [thoracic, lumbar, sacroiliac]"
GOOD, POOR = "kidney: [good]", "kidney: [poor]"


def cases(*conditions: str | None) -> str:
    """A rule with these cases from line 14 on; None: a case without `when`."""
    written = [
        "      - decision: withhold" if when is None else f"      - when: {{{when}}}"
        for when in conditions
    ]
    return MEDICINES + "    cases:\n" + "".join(f"{line}\n" for line in written) + DECLARED


def told_of(folder: Path, *conditions: str | None) -> list[str]:
    """What is told of a rule with these cases."""
    return of_rules(folder, cases(*conditions), FORMULARY + CLASSES)


@pytest.mark.parametrize(
    "conditions",
    [
        [None],
        [NECK, None],
        [None, NECK],
        [NECK, BACK],
        [GOOD, POOR],
        [f"{NECK}, {GOOD}", f"{NECK}, {POOR}", BACK],
        [f"{NECK}, {GOOD}", f"{BACK}, {GOOD}", None],
        ["leaflets: [nerve]", "leaflets: [joint]"],
        ["leaflets: [nerve]", None],
        ["indications: [stent]", "indications: [clot], doses: [low]", None],
        ["indications: [stent, clot], doses: [low]", "doses: [full]", None],
        ["doses: [low]", "doses: [full]", None],
        ["regions: [cervical, thoracic, lumbar, sacroiliac]"],
        ["facts: {stroke: yes}", "facts: {stroke: [no]}"],
        ["facts: {stroke: yes}", None],
        ["facts: {platelets: few}", "facts: {platelets: many, stroke: no}", None],
        ["with: [insulin]", "without: [insulin]"],
        ["with: [insulins]", "without: [insulins]"],
        ["with: [insulin]", "without: [insulins]"],
        ["bleeding: [low]", "bleeding: [intermediate, high]"],
        [f"{NECK}, facts: {{stroke: yes}}", f"{NECK}, facts: {{stroke: no}}", BACK],
    ],
)
def test_cases_of_which_one_is_for_each_patient_are_taken(
    tmp_path: Path, conditions: list[str | None]
) -> None:
    assert told_of(tmp_path, *conditions) == []


@pytest.mark.parametrize(
    ("conditions", "line", "common"),
    [
        ([GOOD, POOR, f"{NECK}, {GOOD}"], 16, "regions: cervical; kidney: good"),
        (
            ["regions: [cervical, lumbar]", "regions: [lumbar, thoracic]", None],
            15,
            "regions: lumbar",
        ),
        ([NECK, GOOD, None], 15, "regions: cervical; kidney: good"),
        ([f"{NECK}, {GOOD}", NECK, None], 15, "regions: cervical; kidney: good"),
        (["indications: [stent]", "doses: [low]", None], 15, "indications: stent; doses: low"),
        (["facts: {stroke: yes}", GOOD, None], 15, "kidney: good; stroke: yes"),
        (["facts: {stroke: yes}", "with: [insulin]", None], 15, "stroke: yes; with: insulin"),
        (["with: [insulin]", "with: [insulins]", None], 15, "with: insulin; with: insulins"),
    ],
)
def test_two_cases_for_the_same_patients_are_told_at_the_later(
    tmp_path: Path, conditions: list[str | None], line: int, common: str
) -> None:
    found = [text for text in told_of(tmp_path, *conditions) if "overlap" in text]
    assert found == [
        (
            f"{line}:9 rule-overlap “aspirin”: this case and the one at line 14 both apply to "
            f"{common}. {CHANGE}"
        )
    ]


def test_a_condition_that_allows_everything_meets_every_other(tmp_path: Path) -> None:
    assert of_rules(tmp_path, cases(NECK, "regions: [cervical, thoracic, lumbar, sacroiliac]")) == [
        (
            "15:9 rule-overlap “aspirin”: this case and the one at line 14 both apply to "
            f"regions: cervical. {CHANGE}"
        )
    ]


def test_two_cases_without_a_condition_are_told(tmp_path: Path) -> None:
    assert of_rules(tmp_path, cases(None, NECK, None)) == [
        (
            "16:9 rule-overlap “aspirin”: this case has no “when”, and neither has the one at "
            "line 14. Only one case can apply to all others: add “when” to one of the two."
        )
    ]


@pytest.mark.parametrize(
    ("conditions", "line"),
    [
        ([NECK, BACK, None], 16),
        ([None, NECK, BACK], 14),
        ([GOOD, POOR, None], 16),
        (["leaflets: [nerve, joint]", None], 15),
        (["regions: [cervical, thoracic, lumbar, sacroiliac]", None], 15),
        ([f"{NECK}, {GOOD}", f"{NECK}, {POOR}", BACK, None], 17),
        ([NECK, BACK, "regions: [cervical, lumbar]"], 16),
        ([NECK, NECK, None], 15),
    ],
)
def test_a_case_that_is_for_nobody_is_told(
    tmp_path: Path, conditions: list[str | None], line: int
) -> None:
    found = [text for text in told_of(tmp_path, *conditions) if "unreachable" in text]
    assert found == [
        (f"{line}:9 rule-unreachable “aspirin”: other cases already cover these patients. {REMOVE}")
    ]


@pytest.mark.parametrize(
    ("conditions", "missing"),
    [
        ([NECK], "regions: lumbar, sacroiliac, thoracic"),
        ([GOOD], "kidney: poor"),
        (["leaflets: [nerve]"], "leaflets: joint"),
        ([f"{NECK}, {GOOD}", BACK], "regions: cervical; kidney: poor"),
        (
            [f"{NECK}, {GOOD}"],
            "regions: lumbar, sacroiliac, thoracic, and for others",
        ),
    ],
)
def test_patients_for_whom_there_is_no_case_are_told(
    tmp_path: Path, conditions: list[str | None], missing: str
) -> None:
    assert told_of(tmp_path, *conditions) == [
        f"13:5 rule-gap “aspirin”: no case applies to {missing}. {OTHERWISE}"
    ]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (
            "kidney: [god]",
            "14:25 id-unknown “kidney_bands” does not contain “god”. Did you mean “good”?",
        ),
        (
            "indications: [xyz]",
            (
                "14:30 id-unknown “indications” does not contain “xyz”. Correct the id, or add "
                "it under “indications”."
            ),
        ),
        ("doses: [ful]", "14:24 id-unknown “doses” does not contain “ful”. Did you mean “full”?"),
        (
            "leaflets: [nerves]",
            "14:27 id-unknown There is no leaflet “nerves”. Did you mean “nerve”?",
        ),
        ("leaflets: [xyz]", "14:27 id-unknown There is no leaflet “xyz”. Correct the id."),
        (
            "kidney: [good, good]",
            "14:31 value-invalid “good” appears twice in this list. Remove one of the two.",
        ),
        (
            "facts: {strok: yes}",
            "14:24 id-unknown “facts” does not contain “strok”. Did you mean “stroke”?",
        ),
        (
            "facts: {stroke: maybe}",
            "14:32 id-unknown “maybe” is not an answer to “stroke”. Write yes or no.",
        ),
        (
            "facts: {weight: few}",
            (
                "14:24 value-invalid “weight” is a number without bands, so no case can depend "
                "on it. Add “bands” to the fact."
            ),
        ),
        (
            "with: [insuline]",
            (
                "14:23 id-unknown “insuline” is neither a medicine nor a class of medicines. "
                "Did you mean “insulin”?"
            ),
        ),
        (
            "with: [aspirin]",
            (
                "14:23 value-invalid “aspirin” is the medicine that the rule is for. Name other "
                "medicines."
            ),
        ),
        (
            "with: [insulin], without: [insulin]",
            (
                "14:43 value-invalid “insulin” is under “with” and under “without”. Remove it "
                "from one of the two."
            ),
        ),
        (
            "regions: [lumbar, lumbar]",
            "14:34 value-invalid “lumbar” appears twice in this list. Remove one of the two.",
        ),
    ],
)
def test_a_condition_lists_what_there_is_once(
    tmp_path: Path, condition: str, expected: str
) -> None:
    assert told_of(tmp_path, condition, None) == [expected]


def test_patients_without_a_case_are_only_warned_of(tmp_path: Path) -> None:
    [problem] = problems_of_rules(tmp_path, cases(NECK))
    assert problem.severity is Severity.WARNING


# Boxes

VALUES = {Condition("a"): "xyz", Condition("b"): "xy", Condition("b", "c"): "xyz"}
BOXES = st.fixed_dictionaries(
    {key: st.frozensets(st.sampled_from(values), min_size=1) for key, values in VALUES.items()}
)
Point = tuple[str | None, ...]


def points(box: Box) -> list[Point]:
    """Every single situation in a box."""
    return list(product(*(sorted(map(str, box[key])) for key in VALUES)))


@given(BOXES, st.lists(BOXES, max_size=5))
def test_the_rest_of_a_box_is_what_no_hole_holds_and_each_of_it_once(
    box: Box, holes: list[Box]
) -> None:
    outside = set(points(box)) - {point for hole in holes for point in points(hole)}
    left = [point for part in difference(box, holes) for point in points(part)]
    assert sorted(left) == sorted(outside)


@given(BOXES, BOXES)
def test_boxes_meet_in_what_both_hold(one: Box, two: Box) -> None:
    common = intersection(one, two)
    assert set(points(common) if common else ()) == set(points(one)) & set(points(two))
