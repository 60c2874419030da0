"""Somebody who has left, and still has the key, signs nothing more by another time."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from build_pack.approvals.ledger.ledger_file import Signature, read_ledger, texts_file, texts_name
from build_pack.approvals.ledger.line import LedgerLine
from build_pack.approvals.signatures.ssh_keygen import sign
from build_pack.approvals.signatures.verification import (
    allowed_signers_path,
    signature_path,
    with_verified_signatures,
)
from build_pack.approvals.verified_ledger import unvouched
from build_pack.operations.join_ledger import JoinRequest, join_ledger, open_branches
from build_pack.problems import Place, ProblemsError
from tests.approvals.keys import new_key, public
from tests.approvals.signing import ROLES, lines_of, signature, text, union, write
from tests.workshop import opened

LEFT = datetime(2026, 11, 5, tzinfo=UTC)
BEFORE, AFTER = LEFT.replace(day=2), LEFT.replace(day=12)
NOW = LEFT.replace(day=20)


@pytest.fixture
def keys(tmp_path: Path) -> dict[str, Path]:
    return {name: new_key(tmp_path, name) for name in ("Leaver", "Stayer")}


@pytest.fixture
def clinic(tmp_path: Path, keys: dict[str, Path]) -> Path:
    """A ledger with a line of each; the first has left between the two."""
    clinic = tmp_path / "clinic"
    add(clinic, keys, signed("Leaver", LEFT.replace(day=1)))
    path = allowed_signers_path(clinic)
    until = f'valid-before="{LEFT:%Y%m%d}Z"'
    stayer = f'"Stayer Sample" {public(keys["Stayer"])}\n'
    path.write_text(f'"Leaver Sample" {until} {public(keys["Leaver"])}\n{stayer}', "utf-8")
    shutil.copytree(clinic, tmp_path / "earlier")
    add(clinic, keys, signed("Stayer", LEFT.replace(day=10)))
    return clinic


def signed(name: str, at: datetime) -> Signature:
    who = f"{name} Sample"
    return signature(text(f"{name} {at.day}"), by=who, role=ROLES[0], signer=who, at=at)


def add(clinic: Path, keys: dict[str, Path], one: Signature) -> None:
    """Add a line with the key of its person, whatever its time."""
    write(clinic, one, previous=lines_of(clinic) if (clinic / "approvals").is_dir() else ())
    raw = lines_of(clinic)[-1]
    path = signature_path(clinic, raw)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(sign(raw, keys[one.line.by.split()[0]]))


def counting(clinic: Path) -> list[str]:
    ledger = with_verified_signatures(clinic, read_ledger(clinic, NOW))
    return [one.line.by.split()[0] for one in ledger.signatures]


def test_a_line_behind_the_others_is_out_of_order(clinic: Path, keys: dict[str, Path]) -> None:
    assert counting(clinic) == ["Leaver", "Stayer"]
    add(clinic, keys, signed("Leaver", BEFORE))
    [problem] = read_ledger(clinic, NOW).problems
    assert (problem.code, problem.place.line) == ("approval-broken", 3)


def test_a_line_with_its_own_time_is_signed_too_late(clinic: Path, keys: dict[str, Path]) -> None:
    add(clinic, keys, signed("Leaver", AFTER))
    assert read_ledger(clinic, NOW).problems == ()
    assert counting(clinic) == ["Leaver", "Stayer"]


def test_a_line_on_a_branch_waits_for_somebody_who_is_there(
    clinic: Path, keys: dict[str, Path], tmp_path: Path
) -> None:
    earlier = tmp_path / "earlier"
    add(earlier, keys, signed("Leaver", BEFORE))
    both = union(clinic, earlier)
    with pytest.raises(ProblemsError):
        join_ledger(
            opened(both), JoinRequest("", key=keys["Leaver"]), open_branches(opened(both), NOW), NOW
        )
    whole = read_ledger(both, NOW)
    last, other = whole.tips
    line = LedgerLine(
        at=AFTER, by="Leaver Sample", texts=0, digest=texts_name(texts_file({})),
        signer="Leaver Sample", previous=last, joins=(other,),
    )  # fmt: skip
    tip = next(one.raw for one in whole.signatures if one.line.by == "Stayer Sample")
    forged = Signature(line, "", Place(Path("ledger.jsonl")), {})
    write(both, forged, previous=[tip])
    raw = lines_of(both)[-1]
    signature_path(both, raw).write_bytes(sign(raw, keys["Leaver"]))
    whole = read_ledger(both, NOW)
    assert whole.problems == ()
    kept = with_verified_signatures(both, whole).signatures
    assert [one.raw for one in unvouched(whole, kept)] == [raw]
    shown = open_branches(opened(both), NOW)
    assert [[one.line.by for one in branch.lines] for branch in shown] == [
        ["Stayer Sample"],
        ["Leaver Sample"],
    ]
    join_ledger(opened(both), JoinRequest("", key=keys["Stayer"]), shown, NOW)
    whole = read_ledger(both, NOW)
    assert whole.problems == ()
    assert list(unvouched(whole, with_verified_signatures(both, whole).signatures)) == []
