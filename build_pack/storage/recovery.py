"""What an interrupted run has left in a folder is finished or undone before anything else is done.

Whoever writes does so when it has the folder for itself. Whoever reads does not go on while an
exchange of files is decided and not carried out: it carries it out, or says why it cannot.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from build_pack.problems import Place, Problem, ProblemsError, Severity
from build_pack.storage.journal import PartialFolder, partials, partials_of_earlier_versions
from build_pack.storage.locks import exchange_lock, writer_lock
from build_pack.storage.problem_listener import problem_listener
from build_pack.storage.writable_paths import (
    LOCK,
    require_writable_names,
    writing_errors_as_problems,
)
from build_pack.text.keywords import counted


@contextmanager
def only_writer(folder: Path, patience: float | None = None) -> Iterator[None]:
    """Write into a folder while no other run does; it is made if it is not there.

    What an earlier run has left is settled first. Raises `ProblemsError` if another run does not
    end within `patience` seconds, or if the folder cannot be written to.
    """
    with ExitStack() as stack:
        with writing_errors_as_problems(folder):
            if stack.enter_context(writer_lock(folder, patience)):
                _recover(folder)
        yield


def recover_folder(folder: Path) -> None:
    """Finish or undo what an interrupted run has left, unless another one is at work there."""
    if os.path.lexists(folder / LOCK) or partials(folder):
        with suppress(ProblemsError), only_writer(folder, patience=0):
            return
        with _steady(folder):
            return


@contextmanager
def consistent_read(*folders: Path) -> Iterator[None]:
    """Read while no run exchanges files in these folders; what one has left is settled first."""
    with ExitStack() as stack:
        for folder in dict.fromkeys(one.resolve() for one in folders):
            stack.enter_context(_steady(folder))
        yield


@contextmanager
def _steady(folder: Path) -> Iterator[None]:
    while True:
        with exchange_lock(folder, alone=False):
            if not any(_is_decided(one) for one in partials(folder)):
                yield
                return
        try:
            with only_writer(folder):
                pass  # which settles it
        except ProblemsError as error:
            if any(one.code == "run-interrupted" for one in error.problems):
                raise
            raise ProblemsError([*error.problems, _half_done(folder)]) from error


def _is_decided(partial: PartialFolder) -> bool:
    """Whether files are exchanged halfway; also if nobody can tell."""
    try:
        return bool(partial.decided() or partial.refused())
    except (ValueError, OSError):
        return True


def _recover(folder: Path) -> None:
    for path in partials_of_earlier_versions(folder):
        problem_listener.get()(_earlier(path))
    for partial in partials(folder):
        try:
            decided, refused = partial.decided(), partial.refused()
        except (ValueError, OSError) as error:
            raise ProblemsError([_unknown(partial.path)]) from error
        if exchange := decided or refused:
            require_writable_names(folder, exchange.names)
            with exchange_lock(folder, alone=True):
                (partial.forward if decided else partial.back)(exchange)
        partial.clear()
        problem_listener.get()(_said(folder, len(decided.names) if decided else 0))


def _said(folder: Path, files: int) -> Problem:
    message = "An earlier run was interrupted here. Its unfinished files were removed."
    if files:
        number = counted(files, "file")
        message = "An earlier run was interrupted here."
        message = f"{message} Its output, {number}, was put in place."
    hint = "All files are complete. Check whether you have to repeat your last command."
    return Problem("run-interrupted", Place(folder), message, hint, Severity.WARNING)


def _earlier(path: Path) -> Problem:
    message = "A run of an earlier version was interrupted here and left this hidden folder."
    hint = "Look for missing files under “old” in this folder, then delete it."
    return Problem("run-interrupted", Place(path), message, hint, Severity.WARNING)


def _half_done(folder: Path) -> Problem:
    message = "An earlier run was interrupted here, so the files may not match each other."
    hint = "Run the program as somebody with write permission: it completes what was begun."
    return Problem("run-interrupted", Place(folder), message, hint)


def _unknown(path: Path) -> Problem:
    message = "An earlier run was interrupted here, and its unfinished files cannot be read."
    hint = "Restore this folder from a backup, or take what you need from “new” and “old”"
    return Problem("run-interrupted", Place(path), message, f"{hint} in it, then delete it.")
