"""What is read of a library and a clinic is read once, and again only when it has changed."""

import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build_pack.approvals.signatures.allowed_signers import LIST_ID
from build_pack.content.library import Library
from build_pack.documents.medicines import visit_plans
from build_pack.operations.approve import ApprovalRequest, propose_approval, write_approval
from build_pack.operations.build import BuildRequest, build
from build_pack.operations.check import CheckScope, check
from build_pack.operations.day.build import DayRequest, build_day
from build_pack.operations.status import status
from build_pack.operations.verify import verify_file
from build_pack.planning.planner import make_plan
from build_pack.storage import memoization
from build_pack.storage.memoization import Memory
from build_pack.visits.visit_reader import VisitText
from build_pack.workspace.workspace import Workspace
from tests.approvals.keys import new_key, public
from tests.packs.approving import NAMES, NOW, TODAY
from tests.workshop import FOLDERS, LEAFLET, ROOT
from tests.workspace.openings import openings, programs_run

AFTER = "after-radiofrequency"
VISIT = VisitText("2026-12-10T09:00", region="lumbar", side="left", medicines=("warfarin 5 mg",))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A copy of the whole library, in a clinic of which nothing was changed just now."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, tmp_path / "library" / name)
    _let_time_pass()
    return tmp_path / "library"


def _let_time_pass() -> None:
    """Until a change has another time than the one before."""
    time.sleep(2 * memoization._JUST_NOW / 1e9)  # noqa: SLF001


def opened(library: Path) -> Workspace:
    return Workspace(Library((library,)), library / "clinics" / "demo", TODAY)


def read_twice(found: Counter[Path]) -> dict[Path, int]:
    assert len(found) > 10, "what is opened has to be seen"
    return {path: times for path, times in found.items() if times > 1}


def build_some(library: Path) -> None:
    request = BuildRequest("", library / "out", ("tr", "en"), VISIT, pack="discharge")
    build(opened(library), request)


def check_all(library: Path) -> None:
    check(opened(library), CheckScope(), pages=False)


def see_status(library: Path) -> None:
    status(opened(library))


def sign_some(library: Path) -> None:
    workspace, role = opened(library), next(iter(NAMES))
    request = ApprovalRequest(LEAFLET, "tr", NAMES[role], role)
    write_approval(workspace, request, propose_approval(workspace, request, NOW))


def build_a_day(library: Path) -> None:
    path = library / "day.csv"
    lines = ["date,time,locale,pack,region,medicines", "2026-12-10,09:00,tr,discharge,lumbar,none"]
    path.write_text("\n".join([*lines, "2026-12-10,10:00,tr,discharge,lumbar,warfarin 5 mg"]))
    build_day(opened(library), DayRequest(path, library / "day"))


@pytest.mark.parametrize("ask", [build_some, check_all, see_status, sign_some, build_a_day])
def test_no_file_is_read_twice(library: Path, ask: Callable[[Path], None]) -> None:
    with openings(library) as found:
        ask(library)
    assert read_twice(found) == {}


def test_no_file_is_read_twice_to_verify_a_pdf(library: Path) -> None:
    request = BuildRequest(AFTER, library / "out", ("en",))
    path = build(opened(library), request).files[0]
    with openings(library) as found:
        verify_file(opened(library), path)
    assert read_twice(found) == {}


@pytest.mark.parametrize("ask", [build_some, build_a_day])
def test_no_plan_is_made_twice_for_one_visit(
    library: Path, ask: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Counter[str]()

    def counted(*given: Any) -> Any:
        _rules, _medicines, procedure, visit, _times = given
        made[f"{procedure} {visit}"] += 1
        return make_plan(*given)

    monkeypatch.setattr(visit_plans, "make_plan", counted)
    ask(library)
    assert made
    assert max(made.values()) == 1


def test_a_plan_is_forgotten_with_what_it_was_made_for(library: Path) -> None:
    build_some(library)
    assert visit_plans._kept.get() is None  # noqa: SLF001 - nothing of a patient is left there


def test_each_signature_is_tried_once(library: Path, tmp_path: Path) -> None:
    clinic = library / "clinics" / "demo"
    (clinic / "approvals").mkdir()
    keys = {role: new_key(tmp_path, role) for role in NAMES}
    lines = (f'"{NAMES[role]}" {public(key)}\n' for role, key in keys.items())
    (clinic / "approvals" / LIST_ID).write_text("".join(lines), encoding="utf-8")
    for role, key in keys.items():
        asked = ApprovalRequest(AFTER, "tr", NAMES[role], role, key=key)
        write_approval(opened(library), asked, propose_approval(opened(library), asked, NOW))
    with programs_run() as programs:
        status(opened(library))
    assert sum("-Y verify" in one for one in programs) == len(keys)


def made_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is worked out from now on, by the function and the texts that it was given."""
    made: list[str] = []
    value = Memory.value

    def heard(self: Memory, key: Any, make: Callable[[], Any], *, of_names: bool) -> Any:
        def noted() -> Any:
            made.append(" ".join([key[0].__name__, *(str(one) for one in key[1:] if _told(one))]))
            return make()

        return value(self, key, noted, of_names=of_names)

    monkeypatch.setattr(Memory, "value", heard)
    return made


def _told(one: object) -> bool:
    return isinstance(one, str | Path)


def test_only_what_has_changed_is_read_again(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = opened(library)
    before = status(workspace)
    catalog = library / "locales" / "tr" / "LC_MESSAGES" / f"{AFTER}.po"
    text = catalog.read_text("utf-8")
    catalog.write_text(text.replace('msgstr "', 'msgstr "Ve ', 2), "utf-8")
    _let_time_pass()
    made = made_anew(monkeypatch)
    with openings(library) as found:
        after = status(workspace)
    assert found == {catalog: 1}
    assert set(made) == {
        f"_candidate {AFTER}",
        f"_checked {AFTER}",
        f"locale_catalog tr {AFTER}",
        f"_catalog_checks {AFTER} tr",
        f"read_po {catalog}",
        f"_read {catalog}",
    }
    changed = {(new.leaflet, new.locale) for new in set(after.cells) - set(before.cells)}
    assert changed == {(AFTER, "tr")}
    assert set(after.cells) == set(status(opened(library)).cells)


def test_where_nothing_has_changed_nothing_is_read(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = opened(library)
    before = status(workspace)
    made = made_anew(monkeypatch)
    with openings(library) as found:
        assert status(workspace) == before
    assert (found, made) == ({}, [])
    assert workspace.refresh() == ()


def test_a_file_that_comes_and_one_that_goes_are_seen(library: Path) -> None:
    workspace = opened(library)
    assert {cell.leaflet for cell in status(workspace).cells} >= {LEAFLET, AFTER}
    own = workspace.clinic / "locales" / "de" / "LC_MESSAGES" / "ui.po"
    own.parent.mkdir(parents=True)
    own.write_text("", "utf-8")
    assert "catalog-unused" in {
        one.code for one in check(workspace, CheckScope(), pages=False).problems
    }
    shutil.rmtree(own.parents[2])
    shutil.rmtree(library / "leaflets" / LEAFLET)
    assert LEAFLET not in {cell.leaflet for cell in status(workspace).cells}


def test_a_file_written_twice_within_one_tick_is_read_again(library: Path) -> None:
    workspace = opened(library)
    path = workspace.clinic / "clinic.yaml"
    text = path.read_text("utf-8")
    for number in range(5):
        path.write_text(text.replace("06000 Ankara", f"0600{number} Ankara"), "utf-8")
        with workspace.reading():
            from build_pack.workspace.clinic_files import clinic_file

            assert f"0600{number} Ankara" in str(clinic_file(workspace).model.address)


def test_a_signature_of_another_is_seen_before_one_is_added(library: Path) -> None:
    mine, role = opened(library), next(iter(NAMES))
    request = ApprovalRequest(AFTER, "tr", NAMES[role], role)
    proposal = propose_approval(mine, request, NOW)
    other = replace(request, by="Third Sample")
    theirs = opened(library)
    write_approval(theirs, other, propose_approval(theirs, other, NOW))
    line = write_approval(mine, request, proposal)
    ledger = (mine.clinic / "approvals" / "ledger.jsonl").read_text("utf-8").splitlines()
    assert len(ledger) == 2
    assert line.previous


def test_a_commit_is_seen_though_no_file_has_changed(library: Path) -> None:
    workspace, role = opened(library), next(iter(NAMES))
    for command in (["init", "--quiet"], ["add", "-A"], ["commit", "-qm", "all"]):
        name = ["-c", "user.name=Sample", "-c", "user.email=sample@example.org"]
        subprocess.run(["git", "-C", str(library), *name, *command], check=True)
    request = ApprovalRequest(AFTER, "tr", NAMES[role], role)
    write_approval(workspace, request, propose_approval(workspace, request, NOW))
    assert not [one for one in status(workspace).problems if one.code == "approval-broken"]
    ledger = workspace.clinic / "approvals" / "ledger.jsonl"
    kept = ledger.read_bytes()
    for command in (["add", "-A"], ["commit", "-qm", "signed"]):
        subprocess.run(["git", "-C", str(library), *name, *command], check=True)
    assert ledger.read_bytes() == kept
    ledger.write_bytes(b"")
    assert [one for one in status(workspace).problems if one.code == "approval-broken"]
