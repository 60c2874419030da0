"""A document of an earlier edition printed again, from the texts as they were then."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from build_pack.content.library import Library
from build_pack.packs.building import Request, build
from build_pack.packs.clock import now
from build_pack.packs.history import Commit, History, is_kept
from build_pack.packs.personal import timed
from build_pack.packs.replacing import whole_files, whole_folder
from build_pack.packs.standings import Cell, matrix
from build_pack.packs.verifying import edition_of
from build_pack.packs.visiting import VisitText
from build_pack.problems import Place, Problem, ProblemsError, Severity

Progress = Callable[[int], None]
"""Told how many earlier states have been looked at."""

_PLACE = Place(Path("CODE"))


@dataclass(frozen=True)
class Wanted:
    """Which edition, from where, to where."""

    library: Library
    clinic: Path
    code: str
    out: Path
    visit: VisitText = field(default_factory=VisitText, repr=False)
    """For a document with a patient's dates: what was given then."""
    name: str | None = None
    """What stands after the time in the name of a new folder inside `out`; None: into `out`."""


@dataclass(frozen=True)
class Reprinted:
    """What was printed, and from which state."""

    path: Path
    document: str
    released: bool
    """Whether it was approved then; else every page says DRAFT."""
    commit: str
    """Empty: the texts as they are now."""


@dataclass(frozen=True)
class _State:
    """Library and clinic at one time, and a document of the edition among them."""

    library: Library
    clinic: Path
    day: date | None
    commit: str
    cell: Cell


def reprint(
    wanted: Wanted, today: date | None = None, progress: Progress | None = None
) -> Reprinted:
    """Print the document of an edition again; `ProblemsError` says why it cannot be.

    With the same program, and for a document with a patient's dates the same visit, the file is
    byte for byte that of then.
    """
    code = edition_of(wanted.code, _PLACE)
    with tempfile.TemporaryDirectory() as name:
        state = _found(wanted, code, today, Path(name), progress)
        return _print(wanted, state, Path(name) / "out")


def _found(
    wanted: Wanted, code: str, today: date | None, folder: Path, progress: Progress | None
) -> _State:
    """The newest state in which the edition was approved, or else the newest that has it."""
    draft = _with_edition(wanted.library, wanted.clinic, today, "", code)
    if draft and (draft.cell.step.can_be_printed or not is_kept(wanted.clinic)):
        return draft
    history = History(wanted.library, wanted.clinic)
    for number, commit in enumerate(history.commits(), start=1):
        if progress:
            progress(number)
        state = _restored(history, commit, folder / commit.id, code)
        if state and state.cell.step.can_be_printed:
            return state
        draft = draft or state
    if draft is None:
        hint = "Give the folder of the clinic whose name is on the page, with its whole history."
        message = "No text of this clinic, now or in its history, bears this code."
        raise ProblemsError([Problem("edition-unknown", _PLACE, message, hint)])
    return draft


def _restored(history: History, commit: Commit, folder: Path, code: str) -> _State | None:
    library, clinic = history.restore(commit, folder)
    state = _with_edition(library, clinic, commit.day, commit.id, code)
    if state is None:
        shutil.rmtree(folder)  # a history may be long
    return state


def _with_edition(
    library: Library, clinic: Path, day: date | None, commit: str, code: str
) -> _State | None:
    found = matrix(library, clinic, (), day, again=True)
    if any(problem.severity is Severity.ERROR for problem in found.problems):
        return None  # a state that cannot be trusted, or not be read
    cells = (cell for cell in found.cells if cell.edition == code)
    best = min(cells, key=lambda cell: not cell.step.can_be_printed, default=None)
    return _State(library, clinic, day, commit, best) if best else None


def _print(wanted: Wanted, state: _State, out: Path) -> Reprinted:
    cell, released = state.cell, state.cell.step.can_be_printed
    request = Request(
        state.library,
        state.clinic,
        cell.leaflet,
        out,
        (cell.locale,),
        wanted.visit,
        draft=not released,
        release=released,
        on=state.day,
        again=True,
    )
    build(request)
    pdf = (out / cell.leaflet / cell.locale / f"{cell.kind}.pdf").read_bytes()
    name = Path(f"{cell.document}-{cell.edition}.pdf")
    if wanted.name is not None:
        [path] = whole_folder(wanted.out, timed(wanted.name, now()), {name: pdf})
    else:
        [path] = whole_files(wanted.out, {name: pdf})
    return Reprinted(path, cell.document, released, state.commit)
