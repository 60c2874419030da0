"""Catalogs that were there before: none is begun again where an earlier one may be lost.

What was there is known from git's last commit, and where the catalogs are not kept in git, from a
list that each update writes beside them.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.fsync import read_regular_file
from build_pack.storage.git_repository import repository_of

RECORD = Path("locales", "catalogs.txt")
_HEAD = """\
# The catalogs that there are, so that none that is lost is begun anew; made by build-pack.
# Take a line out if its catalog is to begin anew.
"""


def missing_catalog_problems(folder: Path, paths: Iterable[Path]) -> Iterator[Problem]:
    """A problem for each of these catalogs of a folder that was there before and is not now."""
    committed, recorded = _committed(folder), _recorded(folder)
    for path in paths:
        name = path.relative_to(folder).as_posix()
        if name in committed and not path.is_file():
            hint = (
                f"Restore it: git checkout HEAD -- {name}. To start it from scratch, first "
                "commit that "
            )
            message = "This catalog is in git’s last commit, but is missing now."
            yield Problem("catalog-vanished", Place(path), message, f"{hint}it was deleted.")
        elif name in recorded and not path.is_file():
            hint = "Restore it from a backup. To start it from scratch, remove its line from "
            message = "This catalog existed before, but is missing now."
            yield Problem("catalog-vanished", Place(path), message, f"{hint}{folder / RECORD}.")


def updated_catalog_list(folder: Path, coming: Collection[Path]) -> dict[Path, bytes]:
    """The list of a folder's catalogs, where one has to be written for those that come."""
    if not (folder / RECORD).is_file() and _committed(folder):
        return {}
    there = {path.relative_to(folder) for path in folder.glob("locales/*/LC_MESSAGES/*.po")}
    before = _recorded(folder)
    names = {path.as_posix() for path in (*there, *coming)} | before
    text = _HEAD + "".join(f"{name}\n" for name in sorted(names))
    return {RECORD: text.encode()} if names != before else {}


def _recorded(folder: Path) -> frozenset[str]:
    if not (folder / RECORD).is_file():
        return frozenset()
    lines = read_regular_file(folder / RECORD).decode(errors="replace").splitlines()
    return frozenset(line for line in map(str.strip, lines) if line and not line.startswith("#"))


def _committed(folder: Path) -> frozenset[str]:
    """The files under `locales` in git's last commit; none if git does not keep the folder."""
    with suppress(ProblemsError):  # git is not installed, or does not read this repository
        if repository := repository_of(folder):
            inside = folder.resolve().relative_to(repository.root)
            names = repository.last_committed(inside / "locales")
            return frozenset(name.relative_to(inside).as_posix() for name in names)
    return frozenset()
