"""Who signs and who is asked, from a person's name or key to a release."""

from dataclasses import replace
from pathlib import Path

import pytest

from build_pack.approvals.approval_status import approved_by
from build_pack.approvals.signatures.allowed_signers import LIST_ID
from build_pack.approvals.signatures.verification import allowed_signers_path
from build_pack.operations.approve import propose_approval, write_approval
from build_pack.problems import Problem, ProblemsError
from build_pack.releases.release_gate import load_candidate
from tests.approvals.keys import new_key, public
from tests.packs.approving import CLINICIAN, NAMES, NOW, REVIEWER, TODAY, request, sign
from tests.releases.test_release_gate import refusals
from tests.workshop import LEAFLET, Workshop

CLINIC_FILE = "clinics/demo/clinic.yaml"


def require(workshop: Workshop, value: str = "required") -> None:
    path = workshop.path(CLINIC_FILE)
    path.write_text(f"{path.read_text('utf-8')}\napprovals:\n  keys: {value}\n", "utf-8")


@pytest.fixture
def keys(workshop: Workshop, tmp_path: Path) -> dict[str, Path]:
    """A clinic at which keys are required, and the keys of those who sign in each role."""
    found = {role: new_key(tmp_path, role) for role in NAMES}
    path = allowed_signers_path(workshop.clinic)
    path.parent.mkdir()
    lines = (f'"{NAMES[role]}" {public(key)}\n' for role, key in found.items())
    path.write_text("".join(lines), encoding="utf-8")
    require(workshop)
    return found


def sign_with(workshop: Workshop, role: str, key: Path, by: str = "") -> None:
    asked = replace(request(role), by=by, key=key)
    write_approval(workshop.open(), asked, propose_approval(workshop.open(), asked, NOW))


def approve(workshop: Workshop, keys: dict[str, Path]) -> None:
    for role, key in keys.items():
        sign_with(workshop, role, key)


def refused(workshop: Workshop, role: str, by: str = "", key: Path | None = None) -> Problem:
    asked = replace(request(role), by=by, key=key)
    with pytest.raises(ProblemsError) as found:
        write_approval(workshop.open(), asked, propose_approval(workshop.open(), asked, NOW))
    [problem] = found.value.problems
    return problem


def told(workshop: Workshop) -> set[tuple[str, str]]:
    return {(one.code, one.message) for one in refusals(workshop)}


def test_the_keys_are_part_of_what_is_signed(workshop: Workshop, keys: dict[str, Path]) -> None:
    approve(workshop, keys)
    assert refusals(workshop) == []
    path = allowed_signers_path(workshop.clinic)
    path.write_text(
        f"{path.read_text('utf-8')}third@sample {public(keys[REVIEWER])[:-4]}AAAA\n", "utf-8"
    )
    assert told(workshop) == {
        ("approval-missing", f"The text “{LIST_ID}” for “tr” has changed since it was signed.")
    }


def test_the_name_is_that_of_the_key(workshop: Workshop, keys: dict[str, Path]) -> None:
    sign_with(workshop, REVIEWER, keys[REVIEWER], by="Dr. FIRST SAMPLE")
    problem = refused(workshop, CLINICIAN, "First Sample", keys[CLINICIAN])
    assert problem.message == "This key belongs to “Second Sample”, not to “First Sample”."
    sign_with(workshop, CLINICIAN, keys[CLINICIAN])
    found = load_candidate(workshop.open(TODAY), LEAFLET, ("tr",)).approved
    names = approved_by(found.standings["tr"], found.register, TODAY)
    assert names == {REVIEWER: ("Dr. FIRST SAMPLE",), CLINICIAN: ("Second Sample",)}


def test_one_key_does_not_sign_in_two_roles(workshop: Workshop, keys: dict[str, Path]) -> None:
    sign_with(workshop, REVIEWER, keys[REVIEWER])
    problem = refused(workshop, CLINICIAN, key=keys[REVIEWER])
    assert problem.message.endswith("one person cannot sign in two roles.")


def test_where_keys_are_required_nobody_signs_without(
    workshop: Workshop, keys: dict[str, Path]
) -> None:
    wanted = "This clinic requires a signature with a key."
    assert refused(workshop, REVIEWER, "First Sample").message == wanted
    allowed_signers_path(workshop.clinic).unlink()
    assert refused(workshop, REVIEWER, "First Sample").message == wanted
    assert refused(workshop, REVIEWER, key=keys[REVIEWER]).hint.startswith("Add a line to ")


def test_without_the_list_nothing_is_released_whatever_clinic_yaml_says(
    workshop: Workshop, keys: dict[str, Path]
) -> None:
    approve(workshop, keys)
    allowed_signers_path(workshop.clinic).unlink()
    missing = "Keys are required, but the list of keys is missing: no signature counts."
    assert ("signers-invalid", missing) in told(workshop)
    workshop.replace(CLINIC_FILE, "keys: required", "keys: optional")
    assert ("signers-invalid", missing) in told(workshop)


def test_keys_are_optional_once_two_people_have_signed_that_with_keys(
    workshop: Workshop, keys: dict[str, Path]
) -> None:
    approve(workshop, keys)
    workshop.replace(CLINIC_FILE, "keys: required", "keys: optional")
    wanted = "This clinic requires a signature with a key."
    assert refused(workshop, REVIEWER, "Fourth Person").message == wanted
    approve(workshop, keys)
    assert refusals(workshop) == []
    asked = replace(request(REVIEWER), by="Fourth Person")
    assert (
        write_approval(workshop.open(), asked, propose_approval(workshop.open(), asked, NOW)).by
        == "Fourth Person"
    )


def test_a_near_name_is_asked_about_once(workshop: Workshop) -> None:
    sign(workshop, REVIEWER)
    problem = refused(workshop, CLINICIAN, "First Sampel")
    assert problem.message == (
        "“First Sampel” is very similar to “First Sample”, who has signed before."
    )
    asked = replace(request(CLINICIAN), by="First Sampel", another_person=True)
    write_approval(workshop.open(), asked, propose_approval(workshop.open(), asked, NOW))
    again = replace(asked, another_person=False, until=TODAY)
    assert (
        write_approval(workshop.open(), again, propose_approval(workshop.open(), again, NOW)).by
        == "First Sampel"
    )


@pytest.mark.parametrize("by", ["Fіrst Sample", "Fi\u200brst Sample", "...", "First ☺"])
def test_what_cannot_be_a_name_signs_nothing(workshop: Workshop, by: str) -> None:
    problem = refused(workshop, REVIEWER, by)
    assert problem.code == "approval-refused"
