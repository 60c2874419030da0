"""Which names below a folder may be written to: files and free names, and no links to elsewhere."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.fsync import kind_if_not_a_file
from build_pack.storage.journal import PARTIAL

LOCK = ".build-pack.lock"
"""The file that a run holds while it alone writes into a folder."""
_MOVE_AWAY = "Move it away, or choose another folder."


def require_writable_names(folder: Path, names: Iterable[Path | str]) -> None:
    """Raise `ProblemsError` for names that something else than a file bears, or that lead away."""
    if found := [one for name in names for one in _faults(folder, Path(name))]:
        raise ProblemsError(found)


def _faults(folder: Path, name: Path) -> Iterator[Problem]:
    for above in [folder / one for one in reversed(name.parents[:-1])]:
        if above.is_symlink() and not above.resolve().is_relative_to(folder.resolve()):
            message = "Cannot be written: this link leads out of the folder."
            yield Problem("file-unwritable", Place(above), message, _MOVE_AWAY)
            return
    if kind := kind_if_not_a_file(folder / name):
        message = f"Cannot be written: there is {kind} with this name."
        yield Problem("file-unwritable", Place(folder / name), message, _MOVE_AWAY)


@contextmanager
def writing_errors_as_problems(folder: Path) -> Iterator[None]:
    """Make a `ProblemsError` of what the system refuses when something writes into `folder`."""
    try:
        yield
    except OSError as error:
        message = f"Cannot be written: {error.strerror}."
        hint = "Close the file if it is open elsewhere, and check the disk and its permissions."
        place = Place(_place(error, folder))
        raise ProblemsError([Problem("file-unwritable", place, message, hint)]) from error


def _place(error: OSError, folder: Path) -> Path:
    """The file that someone knows of: none of those that only exist while we write."""
    given = (
        os.fsdecode(n) for n in (error.filename2, error.filename) if isinstance(n, str | bytes)
    )
    names = [name for name in given if PARTIAL not in name and LOCK not in name]
    return Path(names[0]) if names else folder
