"""A leaflet names signs of the library by ids that are there; each is said with whom to call."""

from pathlib import Path
from typing import cast

import pytest

from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.warning_signs import Answer, WarningSigns
from build_pack.content.validation.warning_signs import sign_problems
from build_pack.content.yaml.loading import Loaded, load
from build_pack.translation.segments import sign_segments, used_signs
from tests.content.samples import changed, load_text, refusal, told
from tests.workshop import ROOT

SIGNS = """\
answers:
  emergency: "Call {emergency_number} at once:"
  call: "Call us at once, or {emergency_number}:"
signs:
  fever: { answer: call, text: Fever }
  blood: { answer: emergency, text: Much blood }
  chills: { answer: call, text: Chills }
"""
OWN = """\
  lead: "Call {emergency_number} for any of these:"
  items:
    fever: Fever
"""


def library(folder: Path, text: str = SIGNS) -> Loaded[WarningSigns]:
    path = folder / "warning-signs.yaml"
    path.write_text(text, "utf-8")
    return load(path, WarningSigns)


def leaflet(folder: Path, signs: str) -> Loaded[Leaflet]:
    """The sample leaflet whose box names these signs."""
    text = changed("leaflet", OWN, f"  signs: [{signs}]\n")
    return cast("Loaded[Leaflet]", load_text(folder, "leaflet", text))


def test_signs_that_are_in_the_library_can_be_named(tmp_path: Path) -> None:
    assert [*sign_problems(leaflet(tmp_path, "fever, blood"), library(tmp_path))] == []


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        (
            "fever, blod",
            (
                "26:18 id-unknown The library of warning signs has no sign “blod”. "
                "Did you mean “blood”?"
            ),
        ),
        (
            "fever, knee",
            (
                "26:18 id-unknown The library of warning signs has no sign “knee”. "
                "Add it to leaflets/warning-signs.yaml."
            ),
        ),
        (
            "fever, fever",
            (
                "26:18 id-duplicate The id “fever” is already in use. The ids of blocks and list "
                "items must be unique in a section, those of sections in a file."
            ),
        ),
    ],
)
def test_a_sign_that_cannot_be_named_is_told(tmp_path: Path, signs: str, expected: str) -> None:
    [problem] = sign_problems(leaflet(tmp_path, signs), library(tmp_path))
    assert told(problem) == expected


def test_without_a_library_no_sign_can_be_named(tmp_path: Path) -> None:
    [problem] = sign_problems(leaflet(tmp_path, "fever"), None)
    assert problem.hint == "Add it to leaflets/warning-signs.yaml."


def test_no_sign_has_the_name_of_the_answers(tmp_path: Path) -> None:
    signs = library(tmp_path, f"{SIGNS}  answers: {{ answer: call, text: None }}\n")
    [problem] = sign_problems(leaflet(tmp_path, "fever"), signs)
    assert told(problem).startswith("8:3 id-duplicate The id “answers” is already in use.")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (OWN, "", "25:3 value-invalid red_flags: give signs. Correct the lines of this key."),
        (
            "  items:\n    fever: Fever\n",
            "  signs: [fever]\n",
            (
                "25:3 value-invalid red_flags: lead and items go together. Correct the lines of "
                "this key."
            ),
        ),
    ],
)
def test_a_box_has_signs(tmp_path: Path, old: str, new: str, expected: str) -> None:
    [problem] = refusal(load_text, tmp_path, "leaflet", changed("leaflet", old, new))
    assert told(problem) == expected


def test_an_answer_that_there_is_not_is_refused(tmp_path: Path) -> None:
    [problem] = refusal(library, tmp_path, SIGNS.replace("answer: emergency", "answer: wait"))
    assert told(problem) == (
        "6:20 value-invalid signs → blood → answer: “wait” is not one of the choices. "
        "Choose emergency or call."
    )


def test_only_what_a_leaflet_names_is_its_own(tmp_path: Path) -> None:
    found = used_signs(leaflet(tmp_path, "fever"), library(tmp_path))
    assert [one.id for one in found] == ["warning-signs.answers.call", "warning-signs.fever"]
    assert {str(kind) for one in found for kind in one.kinds} == {"leaflet", "checklist"}


def test_each_sign_is_a_text_once(tmp_path: Path) -> None:
    assert [one.id for one in sign_segments(library(tmp_path))] == [
        "warning-signs.answers.emergency",
        "warning-signs.answers.call",
        "warning-signs.fever",
        "warning-signs.blood",
        "warning-signs.chills",
    ]


@pytest.mark.parametrize(
    "name", ["weakness", "bleeding", "blood", "head", "breathing", "stroke", "bladder"]
)
def test_what_cannot_wait_is_answered_with_the_emergency_number(name: str) -> None:
    signs = load(ROOT / "leaflets" / "warning-signs.yaml", WarningSigns).model.signs
    assert signs[name].answer is Answer.EMERGENCY
