"""Files that are read lie inside the folders that they are looked for in, wherever links lead."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from build_pack.problems import Place, Problem, ProblemsError

READ = ("leaflets", "locales", "templates", "approvals")
"""The folders of a library or a clinic that are read whole."""


def inside(path: Path, roots: Iterable[Path]) -> Path:
    """The path itself, or `ProblemsError` if it leads out of the folders."""
    if not _is_inside(path, [root.resolve() for root in roots]):
        raise ProblemsError([_outside(path)])
    return path


def link_problems(clinic: Path, libraries: Iterable[Path]) -> Iterator[Problem]:
    """Each link in what is read of a clinic and of libraries that leads out of all of it."""
    folders = [clinic.resolve(), *(folder.resolve() for folder in libraries)]
    roots = [folders[0], *(folder / name for folder in folders[1:] for name in READ)]
    seen: set[Path] = set()
    starts = [clinic, *(folder / name for folder in (clinic, *libraries) for name in READ)]
    for start in starts:
        for link in _links(start, seen, deep=start != clinic):
            if not _is_inside(link, roots):
                yield _outside(link)


def _links(folder: Path, seen: set[Path], *, deep: bool) -> Iterator[Path]:
    """The links in a folder and below it, and below those that lead to folders."""
    if folder.is_symlink():
        yield folder
    real = folder.resolve()
    if real in seen and deep:
        return
    seen.add(real)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:  # who reads it tells why it cannot be read
        return
    for entry in entries:
        path = Path(entry.path)
        if deep and path.is_dir():
            yield from _links(path, seen, deep=True)
        elif entry.is_symlink() and (deep or path.is_file()):
            yield path


def _is_inside(path: Path, roots: Iterable[Path]) -> bool:
    try:
        real = path.resolve()
    except (OSError, RuntimeError):  # a link that leads to itself
        return False
    return any(real.is_relative_to(root) for root in roots)


def _outside(path: Path) -> Problem:
    message = "This is a link that leads out of the folders of the library and the clinic."
    return Problem("resource-refused", Place(path), message, "Put the file itself here.")
