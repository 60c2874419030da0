"""Lines signed with SSH keys, by the real ssh-keygen."""

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from build_pack.approvals.ledger import ledger_path, read_ledger
from build_pack.approvals.line import format_line
from build_pack.approvals.signers import (
    allowed_signers,
    sign,
    signature_path,
    signer_of,
    verified,
)
from build_pack.approvals.vouched import unvouched
from build_pack.packs.branches import Request, branches, join
from build_pack.problems import ProblemsError
from tests.approvals.signing import ROLES, lines_of, signature, text, union, write


def new_key(folder: Path, name: str) -> Path:
    key = folder / name
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(key)]
    subprocess.run(command, check=True)
    return key


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return new_key(tmp_path, "first")


@pytest.fixture
def clinic(tmp_path: Path, key: Path) -> Path:
    """A clinic at which one person may sign, with one line that this person signed."""
    clinic = tmp_path / "clinic"
    one = signature(text(), by="First Sample", role=ROLES[0], signer="first@sample")
    write(clinic, one)
    words = key.with_suffix(".pub").read_text(encoding="utf-8")
    allowed_signers(clinic).write_text(f"# who may sign\nfirst@sample {words}", encoding="utf-8")
    put_signature(clinic, key)
    return clinic


def put_signature(clinic: Path, key: Path) -> None:
    raw = lines_of(clinic)[-1]
    path = signature_path(clinic, raw)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(sign(raw, key))


def faults(clinic: Path) -> list[str]:
    return [problem.message for problem in verified(clinic, read_ledger(clinic)).problems]


def test_a_line_signed_with_the_right_key_counts(clinic: Path) -> None:
    ledger = verified(clinic, read_ledger(clinic))
    assert (len(ledger.signatures), ledger.problems) == (1, ())


def test_a_key_is_found_among_those_who_may_sign(clinic: Path, key: Path) -> None:
    assert signer_of(clinic, key) == "first@sample"


def test_a_key_that_is_nobodys_is_refused_with_the_line_to_add(
    clinic: Path, tmp_path: Path
) -> None:
    other = new_key(tmp_path, "other")
    with pytest.raises(ProblemsError) as refused:
        signer_of(clinic, other)
    [problem] = refused.value.problems
    kind, blob, _ = other.with_suffix(".pub").read_text(encoding="utf-8").split()
    assert problem.hint == f"Add a line to {allowed_signers(clinic)}: NAME {kind} {blob}"


def test_a_line_without_a_signature_does_not_count(clinic: Path) -> None:
    for path in (clinic / "approvals" / "signatures").iterdir():
        path.unlink()
    assert verified(clinic, read_ledger(clinic)).signatures == ()
    assert faults(clinic) == ["The line has no SSH signature, so it does not count."]


def test_a_signature_with_another_key_does_not_count(clinic: Path, tmp_path: Path) -> None:
    put_signature(clinic, new_key(tmp_path, "other"))
    assert faults(clinic) == [
        "The SSH signature is not that of “first@sample”, so it does not count."
    ]


def test_a_line_that_was_changed_after_it_was_signed_does_not_count(clinic: Path) -> None:
    path = ledger_path(clinic)
    before = path.read_text(encoding="utf-8").strip()
    after = before.replace("First Sample", "Other Sample")
    path.write_text(f"{after}\n", encoding="utf-8")
    signature_path(clinic, before).rename(signature_path(clinic, after))
    assert len(faults(clinic)) == 1


@pytest.mark.parametrize(("end", "lines"), [("20261101", 0), ("20261102", 1)])
def test_the_key_of_someone_who_left_is_good_for_what_was_signed_before(
    clinic: Path, end: str, lines: int
) -> None:
    path = allowed_signers(clinic)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(" ssh-ed25519", f' valid-before="{end}" ssh-ed25519'), "utf-8")
    assert len(verified(clinic, read_ledger(clinic)).signatures) == lines


def test_a_line_that_does_not_count_is_only_told(clinic: Path, tmp_path: Path) -> None:
    put_signature(clinic, new_key(tmp_path, "other"))
    [problem] = verified(clinic, read_ledger(clinic)).problems
    assert (problem.code, problem.severity) == ("signature-invalid", "warning")


def test_without_a_list_of_keys_no_line_needs_one(clinic: Path) -> None:
    allowed_signers(clinic).unlink()
    assert len(verified(clinic, read_ledger(clinic)).signatures) == 1


def test_what_is_no_key_is_told(tmp_path: Path) -> None:
    line = format_line(signature(text(), by="First Sample", role=ROLES[0]).line)
    with pytest.raises(ProblemsError, match="1 problem"):
        sign(line, tmp_path / "nothing")


def joined_branches(clinic: Path, tmp_path: Path, key: Path | None) -> Path:
    """The clinic with a second line on each of two branches, which somebody has joined."""
    copies = [shutil.copytree(clinic, tmp_path / name) for name in ("ours", "theirs")]
    for copy in copies:
        signed = signature(text(copy.name), by="First Sample", role=ROLES[0], signer="first@sample")
        write(copy, signed, previous=lines_of(copy))
        put_signature(copy, tmp_path / "first")
    both = union(*copies)
    now = datetime(2026, 11, 22, 9, tzinfo=UTC)
    join(Request(both, "First Sample", key=key), branches(both, now), now)
    return both


def test_with_keys_branches_are_joined_with_a_key(clinic: Path, tmp_path: Path, key: Path) -> None:
    with pytest.raises(ProblemsError) as refused:
        joined_branches(clinic, tmp_path, None)
    assert [str(one.place) for one in refused.value.problems] == ["--sign"]
    for name in ("ours", "theirs"):
        shutil.rmtree(tmp_path / name)
    whole = read_ledger(joined_branches(clinic, tmp_path, key))
    ledger = verified(tmp_path / "ours", whole)
    assert (len(ledger.signatures), ledger.problems) == (4, ())
    assert list(unvouched(whole, ledger.signatures)) == []


def test_a_join_that_nobody_with_a_key_stands_for_is_told_until_somebody_signs_behind_it(
    clinic: Path, tmp_path: Path, key: Path
) -> None:
    both = joined_branches(clinic, tmp_path, key)
    signature_path(both, lines_of(both)[-1]).unlink()
    whole = read_ledger(both)
    kept = verified(both, whole).signatures
    assert len(kept) == 3
    [problem] = unvouched(whole, kept)
    assert (problem.code, problem.place.line) == ("approval-broken", 4)
    later = signature(text("Sonra"), by="First Sample", role=ROLES[0], signer="first@sample")
    later = replace(later, line=later.line.model_copy(update={"at": whole.signatures[-1].line.at}))
    write(both, later, previous=lines_of(both))
    put_signature(both, key)
    whole = read_ledger(both)
    assert list(unvouched(whole, verified(both, whole).signatures)) == []
