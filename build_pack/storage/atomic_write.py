"""Files that appear under their names only when all of them are whole: all or none of them.

A failure puts back what was there; a kill or a power cut is settled at the next start
(`storage.journal`, `storage.recovery`).
"""

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from build_pack.storage.fsync import sync_folder
from build_pack.storage.journal import FileExchange, PartialFolder
from build_pack.storage.locks import exchange_lock
from build_pack.storage.recovery import only_writer
from build_pack.storage.writable_paths import require_writable_names, writing_errors_as_problems


def write_files_atomically(folder: Path, contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files into `folder` by relative name; if anything fails, what was there stays.

    Raises `ProblemsError` if one cannot be written, or if another run is writing there.
    """
    exchange_files(folder, contents)
    return tuple(folder / name for name in contents)


def exchange_files(
    folder: Path, contents: Mapping[Path, bytes | Path], gone: Collection[Path] = ()
) -> None:
    """Write files into `folder`, and remove others; all of it or nothing.

    A path among the contents is a file that gets this name. Raises `ProblemsError`.
    """
    with only_writer(folder), writing_errors_as_problems(folder):
        require_writable_names(folder, [*contents, *gone])
        with _partial(folder) as partial:
            staged = partial.stage(contents, gone)
            with exchange_lock(folder, alone=True):
                _carry_out(partial, staged)


@contextmanager
def _partial(folder: Path) -> Iterator[PartialFolder]:
    partial = PartialFolder.begin(folder)
    try:
        yield partial
    finally:
        with suppress(OSError, ValueError):
            if not (partial.decided() or partial.refused()):
                partial.clear()


@contextmanager
def working_folder(folder: Path) -> Iterator[Path]:
    """A folder inside `folder`, held by its only writer, for files that go with the run."""
    with writing_errors_as_problems(folder), _partial(folder) as partial:
        yield partial.new


def _carry_out(partial: PartialFolder, staged: FileExchange) -> None:
    """Give every file its name; whatever stops this, the old ones are put back."""
    try:
        partial.commit(staged)
        partial.forward(staged)
    except BaseException:
        if partial.decided():
            partial.refuse(staged)
            partial.clear()
        raise
    with suppress(OSError):  # all files have their names; the next run takes away what is left
        partial.clear()


def write_folder_atomically(
    parent: Path, name: str, contents: Mapping[Path, bytes]
) -> tuple[Path, ...]:
    """Write files into a new folder inside `parent`; it gets a number if its name is taken.

    The folder appears with all its files at once, and no folder that was there is touched.
    Raises `ProblemsError` if it cannot be written, or if another run is writing there.
    """
    with only_writer(parent), writing_errors_as_problems(parent), _partial(parent) as partial:
        partial.fill(contents)
        folder = next(one for one in _named(parent, name) if not os.path.lexists(one))
        partial.new.replace(folder)
        sync_folder(parent)
    return tuple(folder / file for file in contents)


def _named(parent: Path, name: str) -> Iterator[Path]:
    yield parent / name
    yield from (parent / f"{name}-{number}" for number in count(2))
