"""How much time `build-pack status` takes beside an earlier version, as a ratio.

    python -m benchmarks.status FOLDER [RUNS]

FOLDER is a checkout of the earlier version (`git worktree add FOLDER COMMIT`). Both run with this
Python and its packages, by turns, as whole processes; what counts is the time of the processor, of
them and of what they start. The clinics are copies of the sample: as it is, signed in both roles,
and with many lines in its ledger.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from build_pack.content.library import Library
from build_pack.operations.approve import ApprovalRequest, propose_approval, write_approval
from build_pack.workspace.workspace import Workspace

_ROOT = Path(__file__).parents[1]
_ROLES = {"translation-reviewer": "First Sample", "clinician": "Second Sample"}
_LEAFLET = "after-radiofrequency"
_LINES = 300
_TEXTS = 40
"""How many texts each further line signs: those that were changed since the one before."""


def main() -> None:
    """Print the ratio for each clinic, with the seconds of both."""
    earlier, runs = Path(sys.argv[1]).resolve(), int(sys.argv[2]) if sys.argv[2:] else 5
    with tempfile.TemporaryDirectory() as folder:
        for name, clinic in _clinics(Path(folder)):
            times: dict[Path, list[float]] = {earlier: [], _ROOT: []}
            for _ in range(runs):
                for version, taken in times.items():
                    taken.append(_seconds(version, clinic))
            before, now = (median(taken) for taken in times.values())
            print(f"{name}: {now / before:.2f} ({before:.2f} s before, {now:.2f} s now)")  # noqa: T201


def _clinics(folder: Path) -> Iterator[tuple[str, Path]]:
    clinic = folder / "clinic"
    shutil.copytree(_ROOT / "clinics" / "demo", clinic)
    yield "the sample clinic", clinic
    _sign_all(clinic)
    yield "signed in both roles", clinic
    _sign_often(clinic)
    yield f"with {_LINES} lines more", clinic


def _sign_all(clinic: Path) -> None:
    now = datetime.now(UTC) - timedelta(days=1)
    workspace = Workspace(Library((_ROOT,)), clinic)
    for leaflet in workspace.folders.leaflet_ids():
        for locale in ("tr", "en"):
            for role, name in _ROLES.items():
                request = ApprovalRequest(leaflet, locale, name, role)
                write_approval(workspace, request, propose_approval(workspace, request, now))


def _sign_often(clinic: Path) -> None:
    """Sign some texts again and again, until another day each time."""
    workspace = Workspace(Library((_ROOT,)), clinic)
    role, name = next(iter(_ROLES.items()))
    now = datetime.now(UTC) - timedelta(hours=12)
    day = now.date() + timedelta(days=400)
    request = ApprovalRequest(_LEAFLET, "tr", name, role, day)
    proposal = propose_approval(workspace, request, now)
    for number in range(_LINES):
        until = day + timedelta(days=number)
        line = proposal.line.model_copy(update={"until": until})
        some = proposal.changes[:_TEXTS]
        write_approval(workspace, request, replace(proposal, line=line, changes=some))


def _seconds(version: Path, clinic: Path) -> float:
    """The time of the processor, of the process and of all that it has started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "build_pack", "status", "--clinic", str(clinic)]
    surroundings = os.environ | {"PYTHONPATH": str(version)}
    subprocess.run(command, cwd=version, env=surroundings, capture_output=True, check=False)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
