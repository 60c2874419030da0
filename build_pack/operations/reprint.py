"""A document of an earlier edition printed again, from the texts as they were then."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from build_pack.documents.shared.reprint_notice import ReprintNotice
from build_pack.operations.build import BuildRequest, build_in_memory, option_place
from build_pack.operations.status import status
from build_pack.operations.verify import edition_from_code
from build_pack.printing.output_folder import timestamped_name
from build_pack.problems import Place, Problem, ProblemsError, Severity
from build_pack.releases.release_steps import StatusCell
from build_pack.releases.reprint_history import EditionCommit, EditionHistory, is_in_repository
from build_pack.storage.atomic_write import (
    working_folder,
    write_files_atomically,
    write_folder_atomically,
)
from build_pack.storage.recovery import only_writer
from build_pack.visits.visit_reader import Places, VisitText
from build_pack.workspace import clock
from build_pack.workspace.workspace import Workspace

StateProgress = Callable[[int], None]
"""Told how many earlier states have been looked at."""

_PLACE = Place(Path("CODE"))
_MOST_NAMED = 5


@dataclass(frozen=True)
class ReprintRequest:
    """Which edition, for whom, to where."""

    code: str
    out: Path
    visit: VisitText = field(default_factory=VisitText, repr=False)
    """For a document with a patient's dates: what was given then."""
    name: str | None = None
    """What is after the time in the name of a new folder inside `out`; None: into `out`."""
    places: Places = option_place
    """Where each part of the visit stands."""


@dataclass(frozen=True)
class ReprintResult:
    """What was printed, and from which state."""

    path: Path
    document: str
    released: bool
    """Whether it was approved then; else every page says DRAFT."""
    commit: str
    """Empty: the texts as they are now."""
    withdrawn: bool = False
    """Whether it is no longer in use: every page says so."""
    skipped: tuple[str, ...] = ()
    """Commits that could not be looked at, newest first."""


@dataclass(frozen=True)
class _EarlierState:
    """Library and clinic at one time, and a document of the edition among them."""

    workspace: Workspace
    commit: str
    cell: StatusCell


def reprint(
    workspace: Workspace, wanted: ReprintRequest, progress: StateProgress | None = None
) -> ReprintResult:
    """Print the document of an edition again; `ProblemsError` says why it cannot be.

    With the same program, and for a document with a patient's dates the same visit, the file says
    what that of then said, and on each page that it is a reprint, and whether it is still in use.
    """
    code = edition_from_code(wanted.code, _PLACE)
    now = _with_edition(workspace, "", code)
    with only_writer(wanted.out), working_folder(wanted.out) as folder:
        skipped: list[str] = []
        state = _found(workspace, code, now, folder, skipped, progress)
        is_current = now is not None and now.cell.step.can_be_printed
        was_in_use = state.cell.was_signed or bool(state.commit)
        again = ReprintNotice(
            workspace.today or clock.current_time().date(), withdrawn=was_in_use and not is_current
        )
        return replace(_print(wanted, state, again), skipped=tuple(skipped))


def _found(
    workspace: Workspace,
    code: str,
    draft: _EarlierState | None,
    folder: Path,
    skipped: list[str],
    progress: StateProgress | None,
) -> _EarlierState:
    """The newest state in which the edition was approved, or else the newest that has it.

    Commits that cannot be read are added to those skipped: one such state hides no other.
    """
    if draft and (draft.cell.step.can_be_printed or not is_in_repository(workspace.clinic)):
        return draft
    history = EditionHistory(workspace.library, workspace.clinic)
    for number, commit in enumerate(history.commits(), start=1):
        if progress:
            progress(number)
        try:
            state = _restored(history, commit, folder / commit.id, code)
        except ProblemsError:
            skipped.append(commit.id)
            continue
        if state and state.cell.step.can_be_printed:
            return state
        draft = draft or state
    if draft is None:
        hint = "Give the folder of the clinic that is named on the page, with its full history."
        if not history.is_whole:
            hint = "The history is incomplete. Fetch all of it: git fetch --unshallow"
        elif skipped:
            hint = f"{skipped_states_text(skipped)} {hint}"
        message = "No text of this clinic has this code, neither now nor in its history."
        raise ProblemsError([Problem("edition-unknown", _PLACE, message, hint)])
    return draft


def skipped_states_text(commits: Sequence[str]) -> str:
    """Which earlier states could not be looked at, the newest of them by name."""
    names = ", ".join(name[:12] for name in commits[:_MOST_NAMED])
    more = f" and {len(commits) - _MOST_NAMED} more" if len(commits) > _MOST_NAMED else ""
    return f"Skipped because they cannot be read: {names}{more}."


def _restored(
    history: EditionHistory, commit: EditionCommit, folder: Path, code: str
) -> _EarlierState | None:
    state = None
    try:
        library, clinic = history.restore(commit, folder)
        state = _with_edition(Workspace(library, clinic, commit.day), commit.id, code)
        return state
    finally:
        if state is None:
            shutil.rmtree(folder, ignore_errors=True)  # a history may be long


def _with_edition(workspace: Workspace, commit: str, code: str) -> _EarlierState | None:
    found = status(workspace, ignore_checks=True)
    if any(problem.severity is Severity.ERROR for problem in found.problems):
        return None  # a state that cannot be trusted, or not be read
    cells = (cell for cell in found.cells if cell.edition == code)
    best = min(cells, key=lambda cell: not cell.step.can_be_printed, default=None)
    return _EarlierState(workspace, commit, best) if best else None


def _print(wanted: ReprintRequest, state: _EarlierState, again: ReprintNotice) -> ReprintResult:
    cell, released = state.cell, state.cell.step.can_be_printed
    request = BuildRequest(
        cell.leaflet,
        wanted.out,
        (cell.locale,),
        wanted.visit,
        places=wanted.places,
        draft=not released,
        release=released,
        documents=(cell.kind,),
        reprint=again,
        jobs=1,
    )
    pdf = build_in_memory(state.workspace, request)[
        Path(cell.leaflet, cell.locale, f"{cell.kind}.pdf")
    ]
    name = Path(f"{cell.document}-{cell.edition}.pdf")
    if wanted.name is not None:
        [path] = write_folder_atomically(
            wanted.out, timestamped_name(wanted.name, clock.current_time()), {name: pdf}
        )
    else:
        [path] = write_files_atomically(wanted.out, {name: pdf})
    return ReprintResult(path, cell.document, released, state.commit, again.withdrawn)
