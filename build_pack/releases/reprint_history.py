"""Earlier states of a clinic and a library, from the history of their repository."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from build_pack.content.library import Library
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.git_repository import CommittedFile, GitRepository, repository_of

_FOLDERS = ("leaflets", "locales", "templates")


@dataclass(frozen=True)
class EditionCommit:
    """One state that was kept."""

    id: str
    day: date


class EditionHistory:
    """The commits that touched a clinic or a library, newest first."""

    def __init__(self, library: Library, clinic: Path) -> None:
        """Raise `ProblemsError` if the clinic's folder is in no repository."""
        self._clinic, self._library = clinic.resolve(), library
        self._repository = _kept_in(self._clinic)
        self._root = self._repository.root

    @property
    def is_whole(self) -> bool:
        """Whether the history is there to its beginning."""
        return self._repository.is_whole

    def commits(self) -> Iterator[EditionCommit]:
        """Each commit that changed a file of the clinic or the library."""
        for name, moment in self._repository.commits(self._kept()):
            with suppress(ValueError):  # a time that is none: nobody can say what held then
                yield EditionCommit(name, datetime.fromisoformat(moment).date())

    def restore(self, commit: EditionCommit, folder: Path) -> tuple[Library, Path]:
        """Write the library and the clinic as they were into an empty folder.

        A library that is outside of the repository is taken as it is now.
        """
        try:
            _write(folder.resolve(), self._repository.stored(commit.id, self._kept()))
        except (OSError, ValueError) as error:
            message = f"The files of commit {commit.id[:12]} cannot be restored."
            hint = "Check the repository; links that lead out of it are not followed."
            problem = Problem("edition-unknown", Place(self._clinic), message, hint)
            raise ProblemsError([problem]) from error
        folders = tuple(self._restored(path, folder) for path in self._library.folders)
        program = self._library.program
        if program in self._library.folders:
            program = self._restored(program, folder)
        return Library(folders, program), self._restored(self._clinic, folder)

    def _kept(self) -> Iterator[Path]:
        """What is kept in the repository, as seen from its root."""
        paths = [self._clinic]
        paths += [one.resolve() / name for one in self._library.folders for name in _FOLDERS]
        inside = (path for path in paths if path.is_relative_to(self._root))
        return (path.relative_to(self._root) for path in inside)

    def _restored(self, path: Path, folder: Path) -> Path:
        inside = path.resolve().is_relative_to(self._root)
        return folder / path.resolve().relative_to(self._root) if inside else path


def _write(folder: Path, files: Iterable[CommittedFile]) -> None:
    """Write files, then links; raises `ValueError` for what leads out of the folder."""
    folder.mkdir(parents=True, exist_ok=True)  # a state may hold nothing of it
    links = []
    for one in files:
        if one.is_link:
            links.append(one)
        else:
            _inside(folder, one).write_bytes(one.content)
    for link in links:
        _inside(folder, link).symlink_to(link.content.decode())
    for link in links:  # where one leads may depend on another
        _stop_if_outside(folder, folder / link.path)


def _inside(folder: Path, file: CommittedFile) -> Path:
    """Where to write a file, in a folder that is there then."""
    path = folder / file.path
    _stop_if_outside(folder, path.parent)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _stop_if_outside(folder: Path, path: Path) -> None:
    if not path.resolve().is_relative_to(folder):
        raise ValueError("this leads out of the folder")


def is_in_repository(clinic: Path) -> bool:
    """Whether a clinic's folder is in a repository."""
    return repository_of(clinic) is not None


def _kept_in(clinic: Path) -> GitRepository:
    found = repository_of(clinic)
    if found is None:
        message = (
            "The clinic's folder is not in a git repository, so earlier texts are not available."
        )
        hint = (
            "Keep it in a git repository from now on, and commit after each change and each "
            "signature."
        )
        raise ProblemsError([Problem("edition-unknown", Place(clinic), message, hint)])
    return found
