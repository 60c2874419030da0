"""Files that appear under their names only when all of them are whole."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from build_pack.problems import Place, Problem, ProblemsError

PARTIAL = ".partial-"
"""How the folders begin in which files wait for their names."""


def whole_files(folder: Path, contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files into `folder` by relative name; if anything fails, what was there stays.

    All are written beside their places first and renamed at the end, so a reader sees a whole
    file, for a moment none, and never a part. Raises `ProblemsError` if one cannot be written.
    """
    with writing(folder):
        return _write(folder, contents)


def whole_folder(parent: Path, name: str, contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files into a new folder inside `parent`; it gets a number if its name is taken.

    The folder appears with all its files at once, and no folder that was there is touched.
    Raises `ProblemsError` if it cannot be written.
    """
    with writing(parent):
        parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=PARTIAL, dir=parent) as partial:
            new = Path(partial, "new")
            for file, content in contents.items():
                (new / file).parent.mkdir(parents=True, exist_ok=True)
                (new / file).write_bytes(content)
            folder = _named(new, parent, name)
    return tuple(folder / file for file in contents)


def _named(new: Path, parent: Path, name: str) -> Path:
    """Move a folder to the first name that is free."""
    for number in count(1):
        folder = parent / (name if number == 1 else f"{name}-{number}")
        try:
            return new.replace(folder)
        except OSError:
            if not folder.exists():  # otherwise it is taken: try the next
                raise
    raise AssertionError("there is always another number")


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Make a `ProblemsError` of what the system refuses when something writes into `folder`."""
    try:
        yield
    except OSError as error:
        message = f"Cannot be written: {error.strerror}."
        hint = "Close the file if it is open elsewhere, and check the disk and who may write there."
        place = Place(_place(error, folder))
        raise ProblemsError([Problem("file-unwritable", place, message, hint)]) from error


def _place(error: OSError, folder: Path) -> Path:
    """The file that someone knows of: none of those that only exist while we write."""
    names = [str(name) for name in (error.filename2, error.filename) if name is not None]
    return Path(next((name for name in names if PARTIAL not in name), folder))


def _write(folder: Path, contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=PARTIAL, dir=folder) as partial:
        new, old = Path(partial, "new"), Path(partial, "old")
        for name, content in contents.items():
            for base in (new, old, folder):
                (base / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(content)
        _exchange(folder, new, old, list(contents))
    return tuple(folder / name for name in contents)


def _exchange(folder: Path, new: Path, old: Path, names: Sequence[Path]) -> None:
    """Move every new file to its place; whatever stops this, the old ones are put back."""
    begun: list[Path] = []
    try:
        for name in names:
            begun.append(name)
            if (folder / name).is_file():
                (folder / name).replace(old / name)
            (new / name).replace(folder / name)
    except BaseException:
        for name in begun:
            _put_back(folder / name, old / name, new / name)
        raise


def _put_back(path: Path, old: Path, new: Path) -> None:
    if old.is_file():
        old.replace(path)
    elif not new.is_file():
        path.unlink()
