"""Earlier states of a clinic and a library, from the history of their repository."""

import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

from build_pack.content.library import Library
from build_pack.problems import Place, Problem, ProblemsError

_FOLDERS = ("leaflets", "locales", "templates")


@dataclass(frozen=True)
class Commit:
    """One state that was kept."""

    id: str
    day: date


class History:
    """The commits that touched a clinic or a library, newest first."""

    def __init__(self, library: Library, clinic: Path) -> None:
        """Raise `ProblemsError` if the clinic's folder is in no repository."""
        self._clinic, self._library = clinic.resolve(), library
        self._root = _root(self._clinic)

    def commits(self) -> Iterator[Commit]:
        """Each commit that changed a file of the clinic or the library."""
        names = [str(path.relative_to(self._root)) for path in self._kept()]
        log = _git(self._root, "log", "--format=%H %cI", "--", *names).decode()
        for line in log.splitlines():
            name, _, moment = line.partition(" ")
            yield Commit(name, datetime.fromisoformat(moment).date())

    def restore(self, commit: Commit, folder: Path) -> tuple[Library, Path]:
        """Write the library and the clinic as they were into an empty folder.

        A library that lies outside of the repository is taken as it is now.
        """
        inside = [path.relative_to(self._root) for path in self._kept()]
        there = [str(path) for path in inside if self._has(commit, path)]
        archive = _git(self._root, "archive", "--format=tar", commit.id, "--", *there)
        try:
            with tarfile.open(fileobj=BytesIO(archive)) as tar:
                tar.extractall(folder, filter="data")
        except tarfile.TarError as error:
            message = f"The state of commit {commit.id[:12]} cannot be restored: {error}."
            hint = "Look into the repository; a link that leads out of it is not followed."
            problem = Problem("edition-unknown", Place(self._clinic), message, hint)
            raise ProblemsError([problem]) from error
        folders = tuple(self._restored(path, folder) for path in self._library.folders)
        program = self._library.program
        if program in self._library.folders:
            program = self._restored(program, folder)
        return Library(folders, program), self._restored(self._clinic, folder)

    def _kept(self) -> Iterator[Path]:
        yield self._clinic
        for folder in self._library.folders:
            for name in _FOLDERS:
                path = folder.resolve() / name
                if path.is_relative_to(self._root):
                    yield path

    def _has(self, commit: Commit, path: Path) -> bool:
        listed = _git(self._root, "ls-tree", "--name-only", commit.id, "--", str(path))
        return bool(listed.strip())

    def _restored(self, path: Path, folder: Path) -> Path:
        inside = path.resolve().is_relative_to(self._root)
        return folder / path.resolve().relative_to(self._root) if inside else path


def is_kept(clinic: Path) -> bool:
    """Whether a clinic's folder lies in a repository."""
    return _run(clinic, "rev-parse", "--show-toplevel").returncode == 0


def _root(clinic: Path) -> Path:
    if not is_kept(clinic):
        message = "The clinic's folder is kept in no git repository, so earlier texts are gone."
        hint = "Keep it in one from now on, and commit after each change and each signature."
        raise ProblemsError([Problem("edition-unknown", Place(clinic), message, hint)])
    return Path(_git(clinic, "rev-parse", "--show-toplevel").decode().strip()).resolve()


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - no shell; the words are ours, paths or commits
            ["git", "-C", str(folder), *words],  # noqa: S607 - wherever git is installed
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        hint = "On Debian and Ubuntu: apt install git"
        message = "This program is not installed."
        problem = Problem("library-missing", Place(Path("git")), message, hint)
        raise ProblemsError([problem]) from error


def _git(folder: Path, *words: str) -> bytes:
    done = _run(folder, *words)
    if done.returncode:
        message = f"git could not read the history: {done.stderr.decode(errors='replace').strip()}"
        hint = "Check that the folder is a whole repository, not a part of one."
        raise ProblemsError([Problem("edition-unknown", Place(folder), message, hint)])
    return done.stdout
