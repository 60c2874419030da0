"""A text is approved when different people have signed just these words, each in time."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from build_pack.approvals.approval_status import (
    ApprovalStatus,
    SignatureRegister,
    approved_by,
    standings,
)
from build_pack.approvals.approval_text import ApprovalText
from build_pack.approvals.ledger.ledger_file import Signature
from tests.approvals.signing import ROLES, TODAY, signature, text

REVIEWER, CLINICIAN = ROLES


def standing(
    *signatures: Signature, of: ApprovalText | None = None, roles: tuple[str, ...] = ROLES
) -> ApprovalStatus:
    return SignatureRegister(signatures).standing(of or text(), roles, TODAY)


def test_two_people_in_two_roles_approve_a_text() -> None:
    first = signature(text(), by="First Sample", role=REVIEWER)
    assert standing(first).lacking == (CLINICIAN,)
    assert standing(first, signature(text(), by="Second Sample", role=CLINICIAN)).approved


@pytest.mark.parametrize(
    "name", ["First Sample", "first  sample", "FIRST SAMPLE", "Fırst Sample", "Fírst Sample"]
)
def test_one_person_in_two_roles_does_not(name: str) -> None:
    found = standing(
        signature(text(), by="First Sample", role=REVIEWER),
        signature(text(), by=name, role=CLINICIAN),
    )
    assert found.lacking == (CLINICIAN,)


def test_one_key_under_two_names_is_one_person() -> None:
    found = standing(
        signature(text(), by="First Sample", role=REVIEWER, signer="one"),
        signature(text(), by="Second Sample", role=CLINICIAN, signer="one"),
    )
    assert found.lacking == (CLINICIAN,)


def test_someone_who_signed_in_both_roles_does_not_spoil_what_others_signed() -> None:
    names = [("First Sample", REVIEWER), ("First Sample", CLINICIAN), ("Second Sample", CLINICIAN)]
    assert standing(*(signature(text(), by=name, role=role) for name, role in names)).approved


def test_three_roles_want_three_people() -> None:
    signed = [
        signature(text(), by=name, role=role)
        for name, role in zip(("A", "B", "A"), ("x", "y", "z"), strict=True)
    ]
    assert standing(*signed, roles=("x", "y", "z")).lacking == ("z",)


def both(*signed: ApprovalText, until: date | None = None) -> tuple[Signature, Signature]:
    return (
        signature(*signed, by="First Sample", role=REVIEWER, until=until),
        signature(*signed, by="Second Sample", role=CLINICIAN),
    )


@pytest.mark.parametrize(
    "changed",
    [
        text("Ağrınız geçebilir."),
        replace(text(), source="Your pain may go."),
        replace(text(), locale="en"),
        replace(text(), id="leaflet.other"),
    ],
)
def test_other_words_another_language_or_another_place_are_not_approved(
    changed: ApprovalText,
) -> None:
    assert standing(*both(text()), of=changed).lacking == ROLES


def test_a_change_is_told_from_what_was_never_signed() -> None:
    assert standing(*both(text()), of=text("Ağrınız geçebilir.")).changed
    assert not standing(of=text()).changed


def test_only_the_text_that_changed_loses_its_approval() -> None:
    one, other = text(name="a"), text(name="b")
    found = standings(
        [one, replace(other, target="Başka.")], SignatureRegister(both(one, other)), ROLES, TODAY
    )
    assert [each.approved for each in found] == [True, False]


def test_words_that_were_replaced_by_signed_ones_do_not_come_back_unseen() -> None:
    old, new = text("Beş gün."), text("Üç gün.")
    assert standing(*both(old), *both(new), of=new).approved
    assert standing(*both(old), *both(new), of=old).lacking == ROLES
    assert standing(*both(old), *both(new), *both(old), of=old).approved


@pytest.mark.parametrize(("days", "approved"), [(1, True), (0, True), (-1, False)])
def test_a_signature_holds_through_its_last_day(days: int, *, approved: bool) -> None:
    found = standing(*both(text(), until=TODAY + timedelta(days=days)))
    assert found.approved is approved
    assert found.expired == (() if approved else (REVIEWER,))


def test_a_later_signature_of_the_same_person_replaces_the_earlier() -> None:
    shorter = signature(text(), by="First Sample", role=REVIEWER, until=TODAY - timedelta(days=1))
    assert standing(*both(text()), shorter).expired == (REVIEWER,)


def test_the_end_of_an_approval_is_the_end_of_its_first_signature_to_run_out() -> None:
    until = TODAY + timedelta(days=9)
    assert standing(*both(text(), until=until)).until == until
    longer = signature(text(), by="Third Sample", role=REVIEWER)
    assert standing(*both(text(), until=until), longer).until is None


def test_the_names_of_those_who_signed_stand_by_role() -> None:
    register = SignatureRegister(both(text()))
    found = standings([text()], register, ROLES, TODAY)
    assert approved_by(found, register, TODAY) == {
        REVIEWER: ("First Sample",),
        CLINICIAN: ("Second Sample",),
    }


NAMES = st.sampled_from(["A", "B", "C"])
SIGNATURES = st.lists(
    st.builds(
        lambda name, role, days: signature(
            text(), by=name, role=role, until=TODAY + timedelta(days=days)
        ),
        NAMES,
        st.sampled_from(ROLES),
        st.integers(-2, 2),
    ),
    max_size=6,
)


@given(SIGNATURES)
def test_nothing_is_approved_without_two_people_whose_last_word_holds(
    signatures: list[Signature],
) -> None:
    last = {(one.line.by, one.line.role): one.line for one in signatures}
    holding = [line for line in last.values() if line.holds_on(TODAY)]
    pairs = [
        (one.by, other.by)
        for one in holding
        for other in holding
        if (one.role, other.role) == ROLES and one.by != other.by
    ]
    assert standing(*signatures).approved is bool(pairs)


def test_lines_that_do_not_count_bring_no_corrected_words_back() -> None:
    old, new = text("Beş gün."), text("Üç gün.")
    counting = (*both(old), *both(new))
    names = zip(("First Sample", "Nobody Sample"), ROLES, strict=True)
    forged = [signature(old, by=name, role=role, note="forged") for name, role in names]
    register = SignatureRegister(counting, (*counting, *forged))
    assert register.standing(old, ROLES, TODAY).lacking == ROLES
    assert register.standing(new, ROLES, TODAY).lacking == ROLES
    again = both(old, until=TODAY)
    whole = SignatureRegister((*counting, *again), (*counting, *forged, *again))
    assert whole.standing(old, ROLES, TODAY).approved


def test_a_withdrawal_that_does_not_count_any_more_brings_no_signature_back() -> None:
    """Its key was taken from the list, or its signature file is gone."""
    counting = both(text())
    over = signature(text(), by="First Sample", role=REVIEWER, until=TODAY - timedelta(days=1))
    register = SignatureRegister(counting, (*counting, over))
    assert register.standing(text(), ROLES, TODAY).lacking == (REVIEWER,)


LINES = st.lists(
    st.tuples(
        st.booleans(),
        st.sampled_from(["Beş gün.", "Üç gün."]),
        NAMES,
        st.sampled_from(ROLES),
        st.integers(-1, 1),
    ),
    max_size=8,
)
"""Whether each line counts, what it signs, who signs it in which role, and for how many days."""


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(LINES, st.tuples(st.booleans(), st.booleans()), st.randoms(use_true_random=False))
def test_a_line_that_does_not_count_gives_nothing_wherever_it_stands(
    lines: list[tuple[bool, str, str, str, int]], count: tuple[bool, bool], random: Random
) -> None:
    """Even where it would do if all lines counted."""
    lines = [*lines, *((c, "Beş gün.", "AB"[n], ROLES[n], 1) for n, c in enumerate(count))]
    random.shuffle(lines)
    whole = [
        signature(text(words), by=name, role=role, until=TODAY + timedelta(days), note=str(number))
        for number, (_, words, name, role, days) in enumerate(lines)
    ]
    counting = [one for one, line in zip(whole, lines, strict=True) if line[0]]
    asked = text("Beş gün.")
    assume(not SignatureRegister(counting).standing(asked, ROLES, TODAY).approved)
    assume(SignatureRegister(whole).standing(asked, ROLES, TODAY).approved)
    assert not SignatureRegister(counting, whole).standing(asked, ROLES, TODAY).approved
