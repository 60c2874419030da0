"""Whose keys count is what those who could sign before have signed, whatever the files say."""

from datetime import date
from pathlib import Path

import pytest

from build_pack.approvals.ledger.ledger_file import Ledger, read_ledger
from build_pack.approvals.signatures.key_trust import VALUE_ID
from build_pack.approvals.signatures.verification import (
    allowed_signers_path,
    signed_line,
    with_verified_signatures,
)
from build_pack.problems import ProblemsError
from tests.approvals.keys import OPTIONAL, REQUIRED, KeyClinic
from tests.approvals.signing import signature, text

A, B, C = "First Sample", "Second Sample", "Third Person"
D, E = "Fourth Someone", "Fifth Signer"
ONE = {"leaflet.relief": "Ağrınız azalabilir."}


@pytest.fixture
def clinic(tmp_path: Path) -> KeyClinic:
    """A clinic at which two people have signed that keys are required, and whose they are."""
    clinic = KeyClinic(tmp_path)
    clinic.list(A, B)
    clinic.signs_list(A)
    clinic.signs_list(B)
    return clinic


def read(clinic: KeyClinic) -> Ledger:
    return with_verified_signatures(clinic.folder, read_ledger(clinic.folder))


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
    clinic.signs(C, ONE | {VALUE_ID: value}, typed=C)
    clinic.signs(A, {VALUE_ID: OPTIONAL}, typed="Fourth Person")
    assert counting(clinic) == [A, B]


def test_a_list_that_was_taken_away_leaves_nothing_that_counts(clinic: KeyClinic) -> None:
    allowed_signers_path(clinic.folder).unlink()
    for value in (REQUIRED, OPTIONAL):
        say(clinic, value)
        clinic.signs(C, {VALUE_ID: value}, typed=C)
        found = read(clinic)
        assert found.signatures == ()
        assert [one.message for one in found.problems] == [
            "Keys are required, but the list of keys is missing: no signature counts."
        ]


def test_a_value_that_was_taken_away_is_missed(clinic: KeyClinic) -> None:
    say(clinic, "")
    found = read(clinic)
    assert found.signatures == ()
    assert [(one.code, one.severity) for one in found.problems] == [("signers-invalid", "error")]
    assert "since line 1 of the ledger" in found.problems[0].message


def broken(clinic: KeyClinic) -> list[int]:
    """The lines that break the ledger, so that nothing counts."""
    found = read(clinic)
    lines = [one.place.line for one in found.problems if one.code == "approval-broken"]
    assert bool(lines) is (found.signatures == ())
    return lines


def test_a_key_that_was_added_counts_once_two_people_have_signed_the_list(
    clinic: KeyClinic,
) -> None:
    clinic.list(A, B, C)
    clinic.signs_list(A)
    clinic.signs_list(B)
    clinic.signs(C, ONE)
    assert counting(clinic) == [A, B, A, B, C]


def test_who_was_added_cannot_sign_before_that(clinic: KeyClinic) -> None:
    clinic.list(A, B, C)
    line = signature(text(), by=C, role="clinician", signer=C).line
    ledger = read_ledger(clinic.folder)
    with pytest.raises(ProblemsError) as refused:
        signed_line(clinic.folder, line, clinic.key(C), ledger)
    [problem] = refused.value.problems
    assert problem.message == f"The key of “{C}” differs from the one in the signed list."
    assert signed_line(clinic.folder, line, clinic.key(C), Ledger((), ()))


@pytest.mark.parametrize("before", [(), (A,), (A, A)])
def test_a_key_that_was_added_breaks_the_ledger_before(
    clinic: KeyClinic, before: tuple[str, ...]
) -> None:
    """Also where one person signs for it twice: it may be that person's second key."""
    clinic.list(A, B, C)
    for name in before:
        clinic.signs_list(name)
    clinic.signs_list(C)
    assert broken(clinic) == [3 + len(before)]


def test_who_has_taken_a_signature_back_lets_no_key_count(clinic: KeyClinic) -> None:
    clinic.list(A, B, C)
    clinic.signs_list(A)
    clinic.signs_list(A, until=date(2026, 10, 31))
    clinic.signs_list(B)
    clinic.signs(C, ONE)
    assert broken(clinic) == [6]


def test_an_earlier_wish_does_not_bring_back_a_list_that_others_have_replaced(
    clinic: KeyClinic,
) -> None:
    clinic.list(A, B, C)
    clinic.signs_list(A)
    clinic.signs_list(B)
    clinic.list(A, B, C, D)
    clinic.signs_list(A)
    clinic.list(A, B, C, E)
    clinic.signs_list(B)
    clinic.signs_list(C)
    clinic.list(A, B, C, D)
    clinic.signs_list(B)
    assert broken(clinic) == []
    clinic.signs(D, ONE)
    assert broken(clinic) == [9]


def test_a_signed_value_is_heard_though_the_list_was_signed_by_nobody(tmp_path: Path) -> None:
    clinic = KeyClinic(tmp_path)
    clinic.list(A, B)
    clinic.signs(A, {VALUE_ID: REQUIRED})
    allowed_signers_path(clinic.folder).unlink()
    clinic.signs(C, ONE, typed=C)
    assert counting(clinic) == []


def test_where_keys_are_optional_a_new_one_asks_nobody(clinic: KeyClinic) -> None:
    say(clinic, OPTIONAL)
    clinic.signs_list(A, OPTIONAL)
    clinic.signs_list(B, OPTIONAL)
    clinic.list(A, B, C)
    clinic.signs(C, ONE)
    assert counting(clinic) == [A, B, A, B, C]


def others_list(clinic: KeyClinic, tmp_path: Path) -> None:
    """Write a list of other keys under the same names, and sign it with these."""
    (tmp_path / "other").mkdir()
    other = KeyClinic(tmp_path / "other", clinic.folder, hour=2)
    other.list(A, B)
    other.signs_list(A)
    other.signs_list(B)


def test_a_list_of_other_keys_under_the_same_names_breaks_the_ledger(
    clinic: KeyClinic, tmp_path: Path
) -> None:
    others_list(clinic, tmp_path)
    assert broken(clinic) == [3, 4]


def test_signatures_that_were_taken_away_do_not_make_room_for_others(
    clinic: KeyClinic, tmp_path: Path
) -> None:
    for path in (clinic.folder / "approvals" / "signatures").iterdir():
        path.unlink()
    others_list(clinic, tmp_path)
    assert broken(clinic) == [1, 2, 3, 4]


def test_that_keys_are_optional_counts_once_two_people_have_signed_it(clinic: KeyClinic) -> None:
    say(clinic, OPTIONAL)
    clinic.signs_list(A, OPTIONAL)
    clinic.signs(C, ONE, typed=C)
    clinic.signs_list(B, OPTIONAL)
    clinic.signs(C, ONE, typed=C)
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
    clinic.signs(C, ONE)
    assert broken(clinic) == [5]


def test_what_was_signed_by_who_is_no_longer_listed_does_not_count(clinic: KeyClinic) -> None:
    clinic.list(A)
    assert counting(clinic) == [A]


def test_a_first_list_is_signed_by_somebody_on_it(tmp_path: Path) -> None:
    clinic = KeyClinic(tmp_path)
    clinic.list(A, B)
    clinic.signs_list(A, key=C)
    assert broken(clinic) == [1]


def test_a_clinic_with_keys_that_signs_no_value_is_told(tmp_path: Path) -> None:
    clinic = KeyClinic(tmp_path)
    clinic.list(A)
    clinic.signs(A, ONE)
    found = read(clinic)
    assert len(found.signatures) == 1
    assert [(one.code, one.severity) for one in found.problems] == [("keys-unsigned", "warning")]
