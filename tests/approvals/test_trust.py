"""Whose keys count is what those who could sign before have signed, whatever the files say."""

from pathlib import Path

import pytest

from build_pack.approvals.ledger import Ledger, read_ledger
from build_pack.approvals.signers import allowed_signers, verified
from tests.approvals.keys import OPTIONAL, REQUIRED, KeyClinic

A, B, C = "First Sample", "Second Sample", "Third Person"


@pytest.fixture
def clinic(tmp_path: Path) -> KeyClinic:
    """A clinic at which two people have signed that keys are required, and whose they are."""
    clinic = KeyClinic(tmp_path)
    clinic.list(A, B)
    clinic.signs_list(A)
    clinic.signs_list(B)
    return clinic


def read(clinic: KeyClinic) -> Ledger:
    return verified(clinic.folder, read_ledger(clinic.folder))


def counting(clinic: KeyClinic) -> list[str]:
    return [one.line.by for one in read(clinic).signatures]


def say(clinic: KeyClinic, value: str) -> None:
    """Write into clinic.yaml what it says of keys."""
    text = Path(__file__).parents[2].joinpath("clinics/starter/clinic.yaml").read_text("utf-8")
    more = f"approvals:\n  {value}\n" if value else ""
    (clinic.folder / "clinic.yaml").write_text(f"{text}\n{more}", encoding="utf-8")


@pytest.mark.parametrize("value", [REQUIRED, OPTIONAL])
def test_typed_names_do_not_count_whatever_the_file_says(clinic: KeyClinic, value: str) -> None:
    say(clinic, value)
    clinic.signs(C, typed=C, words="Other.", **{"clinic.yaml:approvals": value})
    clinic.signs(A, typed="Fourth Person", **{"clinic.yaml:approvals": OPTIONAL})
    assert counting(clinic) == [A, B]


def test_a_list_that_was_taken_away_leaves_nothing_that_counts(clinic: KeyClinic) -> None:
    allowed_signers(clinic.folder).unlink()
    for value in (REQUIRED, OPTIONAL):
        say(clinic, value)
        clinic.signs(C, typed=C, **{"clinic.yaml:approvals": value})
        found = read(clinic)
        assert found.signatures == ()
        assert [one.message for one in found.problems] == [
            "Keys are required, and the list of them is missing: nothing counts."
        ]


def test_a_value_that_was_taken_away_is_missed(clinic: KeyClinic) -> None:
    say(clinic, "")
    found = read(clinic)
    assert found.signatures == ()
    assert [(one.code, one.severity) for one in found.problems] == [("signers-invalid", "error")]
    assert "since line 1 of the ledger" in found.problems[0].message


def test_a_key_that_was_added_counts_once_two_people_have_signed_the_list(
    clinic: KeyClinic,
) -> None:
    clinic.list(A, B, C)
    clinic.signs(C, words="One.")
    clinic.signs_list(A)
    clinic.signs(C, words="Two.")
    assert counting(clinic) == [A, B, A]
    clinic.signs_list(B)
    clinic.signs(C, words="Three.")
    assert counting(clinic) == [A, B, A, B, C]


def test_one_person_cannot_let_a_second_key_count(clinic: KeyClinic) -> None:
    clinic.list(A, B, C)
    clinic.signs_list(A)
    clinic.signs_list(A)
    clinic.signs_list(C)
    assert counting(clinic) == [A, B, A, A]


def test_a_list_of_other_keys_under_the_same_names_counts_for_nothing(
    clinic: KeyClinic, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = KeyClinic(tmp_path / "other", clinic.folder, hour=2)
    other.list(A, B)
    other.signs_list(A)
    other.signs_list(B)
    assert counting(clinic) == []
    assert {one.code for one in read(clinic).problems} == {"signature-invalid", "keys-unsigned"}


def test_that_keys_are_optional_counts_once_two_people_have_signed_it(clinic: KeyClinic) -> None:
    say(clinic, OPTIONAL)
    clinic.signs_list(A, OPTIONAL)
    clinic.signs(C, typed=C, words="One.")
    clinic.signs_list(B, OPTIONAL)
    clinic.signs(C, typed=C, words="Two.")
    found = read(clinic)
    assert [one.line.by for one in found.signatures] == [A, B, A, B, C]
    assert [one.message for one in found.problems] == [
        "The line has no SSH signature, so it does not count."
    ]


def test_a_time_that_was_taken_from_the_list_still_ends_the_key(clinic: KeyClinic) -> None:
    """Who has left, and can write files, does not sign again by striking out the last day."""
    left = f'"{C}" valid-before="20261101" {clinic.key(C).with_suffix(".pub").read_text("utf-8")}'
    clinic.list(A, B, more=left)
    clinic.signs_list(A)
    clinic.signs_list(B)
    clinic.list(A, B, C)
    clinic.signs(C, words="One.")
    assert counting(clinic) == [A, B, A, B]


def test_what_was_signed_by_who_is_no_longer_listed_does_not_count(clinic: KeyClinic) -> None:
    clinic.list(A)
    assert counting(clinic) == [A]


def test_a_first_list_is_signed_by_somebody_on_it(tmp_path: Path) -> None:
    clinic = KeyClinic(tmp_path)
    clinic.list(A, B)
    clinic.signs_list(A, key=C)
    clinic.signs_list(B)
    assert counting(clinic) == [B]


def test_a_clinic_with_keys_that_signs_no_value_is_told(tmp_path: Path) -> None:
    clinic = KeyClinic(tmp_path)
    clinic.list(A)
    clinic.signs(A, words="One.")
    found = read(clinic)
    assert len(found.signatures) == 1
    assert [(one.code, one.severity) for one in found.problems] == [("keys-unsigned", "warning")]
