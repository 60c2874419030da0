"""Files that are read lie inside the folders that they are looked for in, wherever links lead."""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from build_pack.problems import Place, Problem, ProblemsError

READ = ("leaflets", "locales", "templates", "approvals")
"""The folders of a library or a clinic that are read whole."""


def allowed_roots(clinic: Path, libraries: Iterable[Path]) -> tuple[Path, ...]:
    """Where links in what is read may lead: into the clinic, and what is read of libraries."""
    folders = (folder.resolve() / name for folder in libraries for name in READ)
    return (clinic.resolve(), *(folder.resolve() for folder in folders))


def require_inside(path: Path, allowed: Iterable[Path]) -> Path:
    """The path itself, or `ProblemsError` if it leads out of these folders."""
    if not is_inside(path, [root.resolve() for root in allowed]):
        raise ProblemsError([outside_problem(path)])
    return path


def link_problems(clinic: Path, libraries: Collection[Path]) -> Iterator[Problem]:
    """Each link in what is read of a clinic and of libraries that leads out of all of it."""
    allowed = allowed_roots(clinic, libraries)
    seen: set[Path] = set()
    starts = [clinic, *(folder / name for folder in (clinic, *libraries) for name in READ)]
    for start in starts:
        for link in _links(start, seen, deep=start != clinic):
            if not is_inside(link, allowed):
                yield outside_problem(link)


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


def is_inside(path: Path, allowed: Iterable[Path]) -> bool:
    """Whether a path leads into one of these folders, which are resolved."""
    try:
        real = path.resolve()
    except (OSError, RuntimeError):  # a link that leads to itself
        return False
    return any(real.is_relative_to(root) for root in allowed)


def outside_problem(path: Path) -> Problem:
    """What is said of one that does not."""
    message = "This is a link to a place outside the folders of the library and the clinic."
    return Problem(
        "resource-refused", Place(path), message, ("Replace the link with the file itself.")
    )
