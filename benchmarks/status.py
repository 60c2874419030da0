"""How much time `build-pack status` takes beside an earlier version, as a ratio.

    python -m benchmarks.status FOLDER [RUNS]

FOLDER is a checkout of the earlier version (`git worktree add FOLDER COMMIT`). Both run with this
Python and its packages, by turns, as whole processes with their modules compiled before, as those
of a person are; what counts is the time of the processor, of them and of what they start. Each
reads a copy of its own library. The clinics are copies of its own sample as it is, and if the
earlier version can read them, of ours signed in both roles, and with many lines in its ledger.

This version is run for the first time, with nothing kept; again with nothing changed; and after
each change of a text of one leaflet.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
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


@dataclass(frozen=True)
class _Version:
    """A checkout with a library of its own that may be changed, and folders for what it keeps."""

    root: Path
    folder: Path

    @classmethod
    def copied(cls, root: Path, folder: Path) -> "_Version":
        for name in ("leaflets", "locales", "templates", "clinics"):
            shutil.copytree(root / name, folder / name)
        return cls(root, folder)

    @property
    def sample(self) -> Path:
        return self.folder / "clinics" / "demo"

    def seconds(self, clinic: Path) -> float:
        """The time of the processor, of the process and of all that it has started."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.run(clinic)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def run(self, clinic: Path) -> int:
        """The exit code."""
        options = ["status", "--clinic", str(clinic), "--library", str(self.folder)]
        kept = {"BUILD_PACK_CACHE": str(self.folder / "kept")}
        kept["PYTHONPYCACHEPREFIX"] = str(self.folder / "compiled")
        surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        surroundings |= kept | {"PYTHONPATH": str(self.root)}
        command = [sys.executable, "-m", "build_pack", *options]
        done = subprocess.run(command, cwd=self.root, env=surroundings, capture_output=True)  # noqa: S603, PLW1510
        return done.returncode

    def forget(self) -> None:
        """Let the next run be the first."""
        shutil.rmtree(self.folder / "kept" / "results", ignore_errors=True)

    def change(self) -> None:
        """Change a translation, each time to other words."""
        path = self.folder / "locales" / "tr" / "LC_MESSAGES" / f"{_LEAFLET}.po"
        text = path.read_text("utf-8")
        at = text.index('msgstr "', text.index("msgctxt")) + len('msgstr "')
        path.write_text(f"{text[:at]}Yani {text[at:]}", "utf-8")


def main() -> None:
    """Print the ratios for each clinic, with the seconds of both."""
    earlier, runs = Path(sys.argv[1]).resolve(), int(sys.argv[2]) if sys.argv[2:] else 5
    with tempfile.TemporaryDirectory() as folder:
        before = _Version.copied(earlier, Path(folder) / "earlier")
        now = _Version.copied(_ROOT, Path(folder) / "now")
        _compare("the sample clinic", (before, before.sample), (now, now.sample), runs)
        for name, clinic in _clinics(Path(folder), now):
            if before.run(clinic) == now.run(clinic):
                _compare(name, (before, clinic), (now, clinic), runs)
            else:
                print(f"{name}: the earlier version cannot read it")  # noqa: T201
                break


def _compare(
    name: str, before: tuple[_Version, Path], now: tuple[_Version, Path], runs: int
) -> None:
    """Print a line for each state that this version may find its results in."""
    (earlier, theirs), (version, ours) = before, now
    states: dict[str, Callable[[], None]] = {
        "first run": version.forget,
        "nothing changed": lambda: None,
        "one text changed": version.change,
    }
    for one, clinic in (before, now):
        one.run(clinic)  # its modules are compiled
    taken: dict[str, list[float]] = {state: [] for state in ("", *states)}
    for _ in range(runs):
        taken[""].append(earlier.seconds(theirs))
        for state, prepare in states.items():
            prepare()
            taken[state].append(version.seconds(ours))
    base, *found = (median(times) for times in taken.values())
    for state, seconds in zip(states, found, strict=True):
        ratio = f"{seconds / base:.2f} ({base:.2f} s before, {seconds:.2f} s now)"
        print(f"{name}, {state}: {ratio}", flush=True)  # noqa: T201


def _clinics(folder: Path, now: _Version) -> Iterator[tuple[str, Path]]:
    clinic = folder / "clinic"
    shutil.copytree(now.sample, clinic)
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


if __name__ == "__main__":
    main()
