"""Lines signed with SSH keys, by the real ssh-keygen."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from build_pack.approvals.ledger.chain import line_digest
from build_pack.approvals.ledger.ledger_file import Ledger, ledger_path, read_ledger, texts_path
from build_pack.approvals.ledger.line import format_line
from build_pack.approvals.signatures.ssh_keygen import sign, verifies
from build_pack.approvals.signatures.verification import (
    allowed_signers_path,
    signature_path,
    signed_line,
    signer_of,
    with_verified_signatures,
)
from build_pack.approvals.verified_ledger import unsigned_join_problem, unvouched
from build_pack.operations.join_ledger import JoinRequest, join_ledger, open_branches
from build_pack.problems import ProblemsError
from tests.approvals.keys import new_key
from tests.approvals.signing import ROLES, lines_of, signature, text, union, write
from tests.workshop import opened


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
    allowed_signers_path(clinic).write_text(
        f"# who may sign\nfirst@sample {words}", encoding="utf-8"
    )
    put_signature(clinic, key)
    return clinic


def put_signature(clinic: Path, key: Path) -> None:
    raw = lines_of(clinic)[-1]
    path = signature_path(clinic, raw)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(sign(raw, key))


def faults(clinic: Path) -> list[str]:
    """Why lines do not count."""
    found = with_verified_signatures(clinic, read_ledger(clinic)).problems
    return [one.message for one in found if one.code == "signature-invalid"]


def test_a_line_signed_with_the_right_key_counts(clinic: Path) -> None:
    ledger = with_verified_signatures(clinic, read_ledger(clinic))
    assert len(ledger.signatures) == 1
    assert faults(clinic) == []


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
    assert problem.hint == f'Add a line to {allowed_signers_path(clinic)}: "NAME" {kind} {blob}'


def test_a_line_without_a_signature_does_not_count(clinic: Path) -> None:
    for path in (clinic / "approvals" / "signatures").iterdir():
        path.unlink()
    assert with_verified_signatures(clinic, read_ledger(clinic)).signatures == ()
    assert faults(clinic) == ["The line has no SSH signature, so it does not count."]


def test_a_signature_with_another_key_does_not_count(clinic: Path, tmp_path: Path) -> None:
    put_signature(clinic, new_key(tmp_path, "other"))
    assert faults(clinic) == [
        "The SSH signature does not belong to “first@sample”, so it does not count."
    ]


def test_a_line_that_was_changed_after_it_was_signed_does_not_count(clinic: Path) -> None:
    path = ledger_path(clinic)
    before = path.read_text(encoding="utf-8").strip()
    after = before.replace("First Sample", "Other Sample")
    path.write_text(f"{after}\n", encoding="utf-8")
    signature_path(clinic, before).rename(signature_path(clinic, after))
    old, new = (texts_path(clinic, line_digest(raw)) for raw in (before, after))
    old.rename(new)
    assert len(faults(clinic)) == 1


@pytest.mark.parametrize(("end", "lines"), [("20261101", 0), ("20261102", 1)])
def test_the_key_of_someone_who_left_is_good_for_what_was_signed_before(
    clinic: Path, end: str, lines: int
) -> None:
    path = allowed_signers_path(clinic)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(" ssh-ed25519", f' valid-before="{end}" ssh-ed25519'), "utf-8")
    assert len(with_verified_signatures(clinic, read_ledger(clinic)).signatures) == lines


def test_a_line_that_does_not_count_is_only_told(clinic: Path, tmp_path: Path) -> None:
    put_signature(clinic, new_key(tmp_path, "other"))
    problems = with_verified_signatures(clinic, read_ledger(clinic)).problems
    assert ("signature-invalid", "warning") in {(one.code, one.severity) for one in problems}


def test_without_a_list_of_keys_no_line_needs_one(clinic: Path) -> None:
    allowed_signers_path(clinic).unlink()
    assert len(with_verified_signatures(clinic, read_ledger(clinic)).signatures) == 1


def test_what_is_no_key_is_told(tmp_path: Path) -> None:
    line = format_line(signature(text(), by="First Sample", role=ROLES[0]).line)
    with pytest.raises(ProblemsError, match="1 problem"):
        sign(line, tmp_path / "nothing")


def test_a_signature_that_would_not_count_is_not_written(clinic: Path, key: Path) -> None:
    line = signature(text(), by="first@sample", role=ROLES[0], signer="first@sample").line
    assert signed_line(clinic, line, key, Ledger((), ())).startswith(
        b"-----BEGIN SSH SIGNATURE-----"
    )
    path = allowed_signers_path(clinic)
    over = path.read_text(encoding="utf-8").replace(" ssh-", ' valid-before="20261031" ssh-')
    path.write_text(over, encoding="utf-8")
    with pytest.raises(ProblemsError) as refused:
        signed_line(clinic, line, key, Ledger((), ()))
    assert refused.value.problems[0].message == (
        "Signatures with this key do not currently count as signatures of “first@sample”."
    )


def test_a_private_key_beside_the_public_one_of_somebody_else_signs_nothing(
    clinic: Path, key: Path, tmp_path: Path
) -> None:
    other = new_key(tmp_path, "other")
    other.with_suffix(".pub").write_bytes(key.with_suffix(".pub").read_bytes())
    assert signer_of(clinic, other) == "first@sample"
    line = signature(text(), by="first@sample", role=ROLES[0], signer="first@sample").line
    with pytest.raises(ProblemsError):
        signed_line(clinic, line, other, Ledger((), ()))


def test_a_key_whose_name_begins_with_a_hyphen_signs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_key(tmp_path, "key").rename(tmp_path / "-key é")
    monkeypatch.chdir(tmp_path)
    assert b"SSH SIGNATURE" in sign("a line", Path("-key é"))


@pytest.mark.parametrize("content", [b"", b"no key\n", b"\xff\xfe\x00", b"ssh-ed25519 AAAA\n"])
def test_what_ssh_keygen_cannot_read_is_told(tmp_path: Path, content: bytes) -> None:
    key = tmp_path / "key"
    key.write_bytes(content)
    key.chmod(0o600)
    with pytest.raises(ProblemsError) as told:
        sign("a line", key)
    assert told.value.problems[0].message.startswith("ssh-keygen could not sign with this key: ")


def test_a_passphrase_that_nobody_types_is_told(tmp_path: Path) -> None:
    """In a session of its own there is no terminal to ask at."""
    new_key(tmp_path, "key")
    change = ["ssh-keygen", "-q", "-p", "-P", "", "-N", "a long one", "-f", str(tmp_path / "key")]
    subprocess.run(change, check=True)
    program = "import sys, pathlib; from build_pack.approvals.signatures.ssh_keygen import sign; "
    done = subprocess.run(
        [sys.executable, "-c", f"{program}sign('a', pathlib.Path(sys.argv[1]))", tmp_path / "key"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
        env={**os.environ, "SSH_ASKPASS_REQUIRE": "never"},
        timeout=60,
    )
    assert done.stderr.endswith("ProblemsError: 1 problem(s)\n")


def test_without_ssh_keygen_it_is_told_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ProblemsError) as told:
        sign("a line", tmp_path / "key")
    assert told.value.problems[0].hint == "On Debian and Ubuntu: apt install openssh-client"


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_time_of_no_calendar_is_no_time_of_a_signature(key: Path, at: str) -> None:
    words = key.with_suffix(".pub").read_text(encoding="utf-8")
    found, then = sign("a line", key), datetime.fromisoformat(at)
    assert not verifies("a line", found, "first@sample", f"first@sample {words}", then)


def joined_branches(clinic: Path, tmp_path: Path, key: Path | None) -> Path:
    """The clinic with a second line on each of two branches, which somebody has joined."""
    copies = [shutil.copytree(clinic, tmp_path / name) for name in ("ours", "theirs")]
    for copy in copies:
        signed = signature(text(copy.name), by="First Sample", role=ROLES[0], signer="first@sample")
        write(copy, signed, previous=lines_of(copy))
        put_signature(copy, tmp_path / "first")
    both = union(*copies)
    now = datetime(2026, 11, 22, 9, tzinfo=UTC)
    join_ledger(
        opened(both),
        JoinRequest("" if key else "First Sample", key=key),
        open_branches(opened(both), now),
        now,
    )
    return both


def test_with_keys_branches_are_joined_with_a_key(clinic: Path, tmp_path: Path, key: Path) -> None:
    with pytest.raises(ProblemsError) as refused:
        joined_branches(clinic, tmp_path, None)
    assert [str(one.place) for one in refused.value.problems] == ["--sign"]
    for name in ("ours", "theirs"):
        shutil.rmtree(tmp_path / name)
    whole = read_ledger(joined_branches(clinic, tmp_path, key))
    ledger = with_verified_signatures(tmp_path / "ours", whole)
    assert len(ledger.signatures) == 4
    assert {one.code for one in ledger.problems} == {"keys-unsigned"}
    assert list(unvouched(whole, ledger.signatures)) == []


def test_a_join_that_nobody_with_a_key_stands_for_is_told_until_somebody_signs_behind_it(
    clinic: Path, tmp_path: Path, key: Path
) -> None:
    both = joined_branches(clinic, tmp_path, key)
    signature_path(both, lines_of(both)[-1]).unlink()
    whole = read_ledger(both)
    kept = with_verified_signatures(both, whole).signatures
    assert len(kept) == 3
    [one] = unvouched(whole, kept)
    problem = unsigned_join_problem(one)
    assert (problem.code, problem.place.line) == ("approval-broken", 4)
    assert f"`build-pack ledger join --clinic {both} --sign KEY`" in problem.hint
    later = signature(text("Sonra"), by="First Sample", role=ROLES[0], signer="first@sample")
    later = replace(later, line=later.line.model_copy(update={"at": whole.signatures[-1].line.at}))
    write(both, later, previous=lines_of(both))
    put_signature(both, key)
    whole = read_ledger(both)
    assert list(unvouched(whole, with_verified_signatures(both, whole).signatures)) == []
