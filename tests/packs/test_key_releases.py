"""Releases of a clinic at which keys are required: only what is signed with them counts."""

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from build_pack.approvals.approval_text import ApprovalText
from build_pack.approvals.ledger.ledger_file import (
    appended_files,
    read_ledger,
    texts_file,
    texts_name,
)
from build_pack.approvals.ledger.line import LedgerLine
from build_pack.approvals.signatures.ssh_keygen import sign as ssh_sign
from build_pack.approvals.signatures.verification import allowed_signers_path, signature_path
from build_pack.content.library import Library
from build_pack.operations.approve import ApprovalRequest, propose_approval, write_approval
from build_pack.operations.join_ledger import JoinRequest as Join
from build_pack.operations.join_ledger import LedgerBranch, join_ledger, open_branches
from build_pack.problems import Problem, ProblemsError
from build_pack.releases.release_gate import load_release
from build_pack.workspace.workspace import Workspace
from tests.approvals.keys import new_key, public
from tests.approvals.signing import lines_of, signature, text, union
from tests.approvals.signing import write as write_by_hand
from tests.packs.approving import CLINICIAN, NAMES, NOW, REVIEWER, TODAY, request
from tests.workshop import LEAFLET, Workshop

CATALOG = f"locales/tr/LC_MESSAGES/{LEAFLET}.po"
CLINIC_FILE = "clinics/demo/clinic.yaml"


@pytest.fixture
def keys(workshop: Workshop, tmp_path: Path) -> dict[str, Path]:
    """A clinic that requires keys, and the key of each role."""
    folder = tmp_path / "keys"
    folder.mkdir()
    found = {role: new_key(folder, role) for role in NAMES}
    path = allowed_signers_path(workshop.clinic)
    path.parent.mkdir()
    lines = (f'"{NAMES[role]}" {public(key)}\n' for role, key in found.items())
    path.write_text("".join(lines), encoding="utf-8")
    file = workshop.path(CLINIC_FILE)
    file.write_text(f"{file.read_text('utf-8')}\napprovals:\n  keys: required\n", "utf-8")
    return found


def asked(keys: dict[str, Path], role: str) -> ApprovalRequest:
    return replace(request(role), key=keys[role])


def sign(workshop: Workshop, keys: dict[str, Path], *roles: str) -> None:
    """Have the person of each role sign with their key."""
    for role in roles or tuple(NAMES):
        one = asked(keys, role)
        write_approval(workshop.open(), one, propose_approval(workshop.open(), one, NOW))


def refusals(workshop: Workshop) -> list[Problem]:
    """Why there is no release; empty if there is one."""
    library = Library((workshop.folder,))
    try:
        load_release(Workspace(library, workshop.clinic, TODAY), LEAFLET, ("tr",))
    except ProblemsError as error:
        return list(error.problems)
    return []


def infection(target: str) -> ApprovalText:
    one = text(target, f"{LEAFLET}.risks.infection")
    return replace(one, source="Infection")


def forge(workshop: Workshop, target: str) -> None:
    """Write a line for each role by hand, with these words and without a key."""
    for role, name in NAMES.items():
        at = read_ledger(workshop.clinic, NOW + timedelta(days=1)).not_before(NOW)
        one = signature(infection(target), by=name, role=role, at=at, note="forged")
        write_by_hand(workshop.clinic, one, previous=lines_of(workshop.clinic))


def test_corrected_words_do_not_come_back_without_a_key(
    workshop: Workshop, keys: dict[str, Path]
) -> None:
    sign(workshop, keys)
    assert refusals(workshop) == []
    workshop.replace(CATALOG, "Enfeksiyon", "İltihap")
    sign(workshop, keys)
    assert refusals(workshop) == []
    workshop.replace(CATALOG, "İltihap", "Enfeksiyon")
    forge(workshop, "Enfeksiyon")
    problems = {(one.code, one.severity) for one in refusals(workshop)}
    assert problems == {("approval-missing", "error"), ("signature-invalid", "warning")}
    proposal = propose_approval(workshop.open(), asked(keys, REVIEWER), NOW)
    [change] = proposal.changes
    assert change.before == ("Infection", "İltihap")
    sign(workshop, keys)
    assert refusals(workshop) == []


def forked(workshop: Workshop, keys: dict[str, Path], tmp_path: Path) -> None:
    """Both have signed; then a branch is put in that one of them dated back, and one forged."""
    sign(workshop, keys, REVIEWER)
    earlier = tmp_path / "earlier"
    shutil.copytree(workshop.clinic / "approvals", earlier / "approvals")
    sign(workshop, keys, CLINICIAN)
    name = NAMES[CLINICIAN]
    for signer in (name, ""):
        one = signature(infection("Eski"), by=name, role=CLINICIAN, signer=signer, at=NOW)
        write_by_hand(earlier, one, previous=lines_of(earlier))
        if signer:
            raw = lines_of(earlier)[-1]
            signature_path(earlier, raw).write_bytes(ssh_sign(raw, keys[CLINICIAN]))
    union(workshop.clinic, earlier)


def joined_without_key(workshop: Workshop) -> None:
    """Join the branches by a line that anybody can write."""
    previous, other = read_ledger(workshop.clinic, NOW).tips
    digest = texts_name(texts_file({}))
    line = LedgerLine(
        at=NOW, by=NAMES[REVIEWER], texts=0, digest=digest, previous=previous, joins=(other,)
    )
    for path, content in appended_files(workshop.clinic, line, {}).items():
        (workshop.clinic / path).write_bytes(content)


def told(refused: pytest.ExceptionInfo[ProblemsError]) -> list[str]:
    return [f"{one.code} {one.message}" for one in refused.value.problems]


def marks(found: tuple[LedgerBranch, ...]) -> list[list[bool]]:
    """Of each line of each branch, whether it counts."""
    return [[one.raw not in branch.not_counting for one in branch.lines] for branch in found]


def test_nobody_vouches_for_a_branch_unknowingly(
    workshop: Workshop, keys: dict[str, Path], tmp_path: Path
) -> None:
    proposal = propose_approval(workshop.open(), one := asked(keys, REVIEWER), NOW)
    forked(workshop, keys, tmp_path)
    joined_without_key(workshop)
    wanted = ["approval-broken This join of two branches is not signed with a key."]
    with pytest.raises(ProblemsError) as refused:
        propose_approval(workshop.open(), one, NOW)
    assert told(refused) == wanted
    with pytest.raises(ProblemsError) as refused:
        write_approval(workshop.open(), one, proposal)
    assert told(refused) == wanted
    shown = open_branches(workshop.open(), NOW)
    assert (marks(shown), {one.is_joined for one in shown}) == ([[True], [True, False]], {True})
    join_ledger(workshop.open(), Join("", key=keys[REVIEWER]), shown, NOW)
    assert open_branches(workshop.open(), NOW) == ()
    assert propose_approval(workshop.open(), one, NOW).line.by == NAMES[REVIEWER]


def test_whoever_joins_sees_which_lines_count(
    workshop: Workshop, keys: dict[str, Path], tmp_path: Path
) -> None:
    forked(workshop, keys, tmp_path)
    assert marks(open_branches(workshop.open(), NOW)) == [[True], [True, False]]
    command = [sys.executable, "-m", "build_pack", "ledger", "join", "--by", "Joining Sample"]
    done = subprocess.run(
        [*command, "--clinic", workshop.clinic], capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    marked = [" – NO VALID KEY: does not count" in line for line in done.stdout.splitlines()]
    assert marked == [False, False, False, False, True]


def test_branches_with_a_forged_line_are_not_joined(
    workshop: Workshop, keys: dict[str, Path], tmp_path: Path
) -> None:
    forked(workshop, keys, tmp_path)
    shown = open_branches(workshop.open(), NOW)
    signature_path(workshop.clinic, shown[1].lines[0].raw).unlink()
    with pytest.raises(ProblemsError) as refused:
        join_ledger(workshop.open(), Join("", key=keys[REVIEWER]), shown, NOW)
    assert [one.partition(" ")[0] for one in told(refused)] == ["approval-broken"]
    assert read_ledger(workshop.clinic, NOW).is_forked
