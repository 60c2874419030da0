"""Lines signed with SSH keys, by the real ssh-keygen."""

import subprocess
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
from build_pack.problems import ProblemsError
from tests.approvals.signing import ROLES, signature, text, write


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
    raw = ledger_path(clinic).read_text(encoding="utf-8").strip()
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
