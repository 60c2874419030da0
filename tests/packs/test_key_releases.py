"""Releases of a clinic at which keys are required: only what is signed with them counts."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from build_pack.approvals.ledger import read_ledger
from build_pack.approvals.signers import allowed_signers
from build_pack.approvals.text import Text
from build_pack.content.library import Library
from build_pack.packs.approving import Request, propose, write
from build_pack.packs.releasing import gather_release
from build_pack.problems import Problem, ProblemsError
from tests.approvals.keys import new_key, public
from tests.approvals.signing import lines_of, signature, text
from tests.approvals.signing import write as write_by_hand
from tests.packs.approving import NAMES, NOW, REVIEWER, TODAY, request
from tests.workshop import LEAFLET, Workshop

CATALOG = f"locales/tr/LC_MESSAGES/{LEAFLET}.po"
CLINIC_FILE = "clinics/demo/clinic.yaml"


@pytest.fixture
def keys(workshop: Workshop, tmp_path: Path) -> dict[str, Path]:
    """A clinic that requires keys, and the key of each role."""
    folder = tmp_path / "keys"
    folder.mkdir()
    found = {role: new_key(folder, role) for role in NAMES}
    path = allowed_signers(workshop.clinic)
    path.parent.mkdir()
    lines = (f'"{NAMES[role]}" {public(key)}\n' for role, key in found.items())
    path.write_text("".join(lines), encoding="utf-8")
    file = workshop.path(CLINIC_FILE)
    file.write_text(f"{file.read_text('utf-8')}\napprovals:\n  keys: required\n", "utf-8")
    return found


def asked(workshop: Workshop, keys: dict[str, Path], role: str) -> Request:
    return replace(request(workshop, role), key=keys[role])


def sign(workshop: Workshop, keys: dict[str, Path], *roles: str) -> None:
    """Have the person of each role sign with their key."""
    for role in roles or tuple(NAMES):
        one = asked(workshop, keys, role)
        write(one, propose(one, NOW))


def refusals(workshop: Workshop) -> list[Problem]:
    """Why there is no release; empty if there is one."""
    library = Library((workshop.folder,))
    try:
        gather_release(library, workshop.clinic, LEAFLET, ("tr",), TODAY)
    except ProblemsError as error:
        return list(error.problems)
    return []


def infection(target: str) -> Text:
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
    proposal = propose(asked(workshop, keys, REVIEWER), NOW)
    [change] = proposal.changes
    assert change.before == ("Infection", "İltihap")
    sign(workshop, keys)
    assert refusals(workshop) == []
