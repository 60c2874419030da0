"""A program that uses the package: type checkers have to know all that it is given."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import assert_type

import build_pack
from build_pack import (
    ApprovalProposal,
    ApprovalRequest,
    BuildRequest,
    BuildResult,
    CheckResult,
    CheckScope,
    DayRequest,
    DayResult,
    LedgerLine,
    Library,
    Problem,
    ProblemsError,
    ReprintRequest,
    ReprintResult,
    Severity,
    StatusCell,
    VerificationResult,
    VisitText,
    Workspace,
)


def shown(document: str, done: int, total: int) -> None:
    """Say how far a build is."""
    print(f"{done}/{total} {document}")  # noqa: T201 - a program of its own


def printed(clinic: Path, out: Path) -> tuple[Path, ...]:
    """Build a pack for a visit."""
    workspace = Workspace.at(clinic, today=date(2026, 12, 1))
    assert_type(workspace, Workspace)
    assert_type(workspace.library, Library)
    visit = VisitText("2026-12-10T09:00", medicines=("warfarin 5 mg",))
    name = build_pack.folder_name(visit, "room-4")
    assert_type(name, str | None)
    request = BuildRequest("radiofrequency-neurotomy", out, ("tr",), visit, name=name)
    result = build_pack.build(workspace, request, shown)
    assert_type(result, BuildResult)
    assert_type(build_pack.build_in_memory(workspace, request), Mapping[Path, bytes])
    return result.files


def problems(workspace: Workspace) -> list[tuple[Path, int, Severity]]:
    """Find what is wrong, whether it is told or raised."""
    try:
        found = build_pack.check(workspace, CheckScope(leaflets=("any",)), pages=False)
        assert_type(found, CheckResult)
        assert_type(found.problems, tuple[Problem, ...])
    except ProblemsError as error:
        return [(one.place.path, one.place.line, one.severity) for one in error.problems]
    return []


def signed(workspace: Workspace, now: datetime) -> LedgerLine:
    """Sign what can be signed."""
    request = ApprovalRequest("any", "tr", by="Robin Sample", role="clinician")
    proposal = build_pack.propose_approval(workspace, request, now)
    assert_type(proposal, ApprovalProposal)
    return build_pack.write_approval(workspace, request, proposal)


def others(workspace: Workspace, file: Path) -> None:
    """Use each of the other operations."""
    assert_type(build_pack.status(workspace, days=30).cells, tuple[StatusCell, ...])
    assert_type(build_pack.verify_file(workspace, file), VerificationResult)
    assert_type(build_pack.build_day(workspace, DayRequest(file, file)), DayResult)
    assert_type(build_pack.reprint(workspace, ReprintRequest("7K3M-2X9D", file)), ReprintResult)
    assert_type(build_pack.new_clinic(Library.at(), file), tuple[Path, ...])


def mistakes(workspace: Workspace) -> None:
    """Be told by a type checker: each comment without a fault would be one itself."""
    build_pack.no_such_name  # type: ignore[attr-defined]  # noqa: B018
    build_pack.build(workspace, "radiofrequency-neurotomy")  # type: ignore[arg-type]
    BuildRequest("any", "out")  # type: ignore[arg-type]
    BuildRequest("any", Path("out"), on=date(2026, 12, 1))  # type: ignore[call-arg]
