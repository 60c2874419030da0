"""Work that is killed at each of its steps on the disk, one after the other, and started again.

`python -m tests.packs.killing SCENARIO FOLDER` prints as JSON what each kill has left after the
next start. A process of its own, since only one without threads may fork.
"""

import errno
import functools
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from build_pack.content.library import Library
from build_pack.operations import approve, new_clinic, translate
from build_pack.operations.day.pack_cache import PackCache
from build_pack.problems import Problem, ProblemsError
from build_pack.storage.atomic_write import write_files_atomically, write_folder_atomically
from build_pack.storage.problem_listener import problem_listener
from build_pack.storage.recovery import recover_folder
from build_pack.workspace.workspace import Workspace
from tests.workshop import LEAFLET, ROOT, Workshop, copy_library

STEPS = ("replace", "rename", "link", "fsync", "mkdir", "unlink", "rmdir")
NAMES = [Path("tr/a.pdf"), Path("tr/b.pdf"), Path("manifest.json"), Path("en/x/c.pdf")]
LONE = ["line-002.pdf", "line-003.pdf", "line-004.pdf", "all.pdf", "contents.pdf"]


@dataclass
class Scenario:
    """What lies in a folder, what is done to it, and at which steps that is killed."""

    prepare: Callable[[Path], None]
    act: Callable[[Path], object]
    steps: tuple[str, ...] = STEPS
    again: bool = False
    """Whether the next start is the same work again; otherwise it only settles the folder."""
    whole: Callable[[Path], object] | None = None
    """What leaves all new, where `act` does not."""


def _old_files(folder: Path) -> None:
    for name in (NAMES[0], NAMES[2]):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"old {name}")


def _new_files(folder: Path) -> None:
    write_files_atomically(folder, {name: f"new {name}".encode() for name in NAMES})


def _half_new(folder: Path) -> None:
    """A run that was killed when two of its four files had their names."""
    _old_files(folder)
    if not (child := os.fork()):
        _kill_at(4, ("replace",))
        _new_files(folder)
    os.waitpid(child, 0)


def _refused(folder: Path) -> None:
    """A run to which the system refuses the third name."""
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(target) == folder / NAMES[2] and Path(source).parent.name == "new":
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(target))
        real(source, target)

    os.replace = replace  # type: ignore[assignment]
    with suppress(ProblemsError):
        _new_files(folder)
    os.replace = real


def _old_packs(folder: Path) -> None:
    for name in LONE:
        (folder / name).write_text(name)


def _arranged(folder: Path) -> None:
    places = {"line-003.pdf": folder / "line-002.pdf", "line-002.pdf": folder / "line-003.pdf"}
    PackCache(folder).arrange(places, complete=True)


def _folder(folder: Path) -> None:
    write_folder_atomically(folder, "new", {name: f"new {name}".encode() for name in NAMES})


def _clinic(folder: Path) -> None:
    new_clinic.new_clinic(Library((ROOT,)), folder / "my-clinic")


def _open(clinic: Path) -> Workspace:
    return Workspace(Library((clinic.parents[1],)), clinic)


@functools.cache
def _request(clinic: Path) -> tuple[approve.ApprovalRequest, approve.ApprovalProposal]:
    request = approve.ApprovalRequest(LEAFLET, "tr", "A. Örnek", "translation-reviewer")
    return request, approve.propose_approval(
        _open(clinic), request, datetime(2026, 11, 22, 9, tzinfo=UTC)
    )


@functools.cache
def _library(folder: Path) -> Path:
    copy_library(folder.parent / "library")
    request, proposal = _request(folder.parent / "library" / "clinics" / "demo")
    approve.write_approval(_open(folder.parent / "library" / "clinics" / "demo"), request, proposal)
    return folder.parent / "library"


def _signed(folder: Path) -> None:
    shutil.copytree(_library(folder), folder, dirs_exist_ok=True)


def _sign(folder: Path) -> None:
    clinic = folder / "clinics" / "demo"
    request = approve.ApprovalRequest(LEAFLET, "tr", "B. Örnek", "clinician")
    proposal = _request(_library(folder) / "clinics" / "demo")[1]
    line = proposal.line.model_copy(update={"by": "B. Örnek", "role": "clinician"})
    some = proposal.changes[:3]  # texts of their own, beside the ledger
    approve.write_approval(_open(clinic), request, replace(proposal, line=line, changes=some))


def _stale(folder: Path) -> None:
    shutil.copytree(_library(folder), folder, dirs_exist_ok=True)
    Workshop(folder).replace(f"leaflets/{LEAFLET}/leaflet.yaml", "title: ", "title: Another ")
    Workshop(folder).replace("templates/leaflet.html.jinja", 'pgettext("', 'pgettext("another.')


def _update(folder: Path) -> None:
    translate.update_catalogs(Library((folder,)), ())


SCENARIOS = {
    "files": Scenario(_old_files, _new_files),
    "recovery": Scenario(_half_new, recover_folder),
    "refusal": Scenario(_old_files, _refused, whole=_new_files),
    "packs": Scenario(_old_packs, _arranged),
    "folder": Scenario(_old_files, _folder),
    "clinic": Scenario(lambda _: None, _clinic, ("replace", "mkdir"), again=True),
    "approvals": Scenario(_signed, _sign, ("replace", "link", "unlink")),
    "catalogs": Scenario(_stale, _update, ("replace",)),
}


def _kill_at(number: int, steps: tuple[str, ...]) -> None:
    """Let this process be killed instead of taking the step with this number."""
    left = iter(range(number - 1, -1, -1))

    def killed(real: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object, **kwargs: object) -> object:
            if next(left, None) == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **kwargs)

        return step

    for name in steps:
        setattr(os, name, killed(getattr(os, name)))


def state(folder: Path) -> dict[str, str]:
    """All that lies below a folder; a folder is there if something is in it, or if it is hidden."""
    paths = [p for p in folder.rglob("*") if p.is_file() or p.name.startswith(".")]
    return {str(p.relative_to(folder)): p.read_bytes().hex() if p.is_file() else "" for p in paths}


def _left(scenario: Scenario, folder: Path) -> Iterator[dict[str, object]]:
    number, status = 0, 1
    while status:
        number += 1
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        scenario.prepare(folder)
        old = state(folder)
        if not (child := os.fork()):
            _kill_at(number, scenario.steps)
            scenario.act(folder)
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        if not status and scenario.whole:
            scenario.whole(folder)
        hidden = [str(p) for p in folder.rglob("*") if p.name.startswith(".")]
        said: list[Problem] = []
        problem_listener.set(said.append)
        if scenario.again and status:
            with suppress(ProblemsError):  # it may have been done, but for the last step
                scenario.act(folder)
        for place in (folder, folder / "clinics" / "demo"):
            recover_folder(place)
        yield {
            "killed": bool(status),
            "old": old,
            "left": state(folder),
            "hidden": hidden,
            "said": [one.message for one in said],
        }


if __name__ == "__main__":
    print(json.dumps(list(_left(SCENARIOS[sys.argv[1]], Path(sys.argv[2], "work")))))  # noqa: T201
