"""A library and a clinic, opened once for one or for many operations."""

import os
from collections.abc import Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path

from build_pack.content.library import FORMULARY, WARNING_SIGNS, Library, shipped_library
from build_pack.storage.kept_results import keeping, user_results
from build_pack.storage.link_boundaries import READ
from build_pack.storage.memoization import Memory, in_use
from build_pack.storage.recovery import consistent_read


class Workspace:
    """What every operation is given: where texts are read from, and for which day.

    What an operation has read and worked out is held for the next one. Each begins by looking
    which files have changed since, and only these are read again, with what rests on them. Nothing
    is read before it is asked for. Not made for several threads at once.

    `new` and `translate update` take folders instead: they write what a workspace reads, and where
    no clinic is given, into the library itself.
    """

    def __init__(
        self,
        library: Library,
        clinic: Path,
        today: date | None = None,
        *,
        keeps_results: bool = False,
    ) -> None:
        """Take a library without the clinic's folder, the folder, and the day that counts.

        `today` None is the day that it is at the clinic. With `keeps_results`, what an earlier run
        has worked out of the same contents is taken from the user's cache folder: for one that
        only looks, and neither signs nor releases.
        """
        self.library = library
        self.clinic = clinic
        self.today = today
        self._memory = Memory(self._names)
        self._results = user_results() if keeps_results else None
        self._is_reading = False

    @classmethod
    def at(
        cls,
        clinic: Path | None = None,
        library: Path | None = None,
        today: date | None = None,
        *,
        keeps_results: bool = False,
    ) -> "Workspace":
        """A clinic's folder with a library's; None: what came with the program, the sample clinic.

        Nothing is read yet, so nothing is raised.
        """
        folder = clinic or shipped_library() / "clinics" / "demo"
        return cls(Library.at(library), folder, today, keeps_results=keeps_results)

    def keeping(self) -> AbstractContextManager[None]:
        """Inside, what is worked out is kept for the next run, if this workspace keeps results."""
        return keeping(self._results)

    @property
    def folders(self) -> Library:
        """The library with the clinic's own files laid over it.

        Raises `ProblemsError` for links that lead out of these folders.
        """
        with in_use(self._memory):
            return self.library.with_clinic(self.clinic)

    def refresh(self) -> tuple[Path, ...]:
        """Look which files have changed since they were read; they are read again when needed."""
        return self._memory.refresh()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read while no other run exchanges files here: all that is read is of one state.

        Inside another such block it does nothing. Raises `ProblemsError` if an interrupted run has
        left the files in a state that cannot be put right.
        """
        if self._is_reading:
            yield
            return
        with (
            consistent_read(self.clinic, *self.library.folders),
            in_use(self._memory),
            keeping(self._results),
        ):
            self.refresh()
            self._is_reading = True
            try:
                yield
            finally:
                self._is_reading = False

    def _names(self) -> Hashable:
        """Which files there are."""
        libraries = (folder / name for folder in self.library.folders for name in READ)
        own = (self.clinic / name for name in READ)
        seen: set[Path] = set()
        below = [one for folder in (*own, *libraries) for one in _below(folder, seen)]
        return (*_entries(self.clinic), *_misplaced(self.clinic), *below)


def _below(folder: Path, seen: set[Path]) -> Iterator[str]:
    """All names below a folder, through links too, each real folder once."""
    real = folder.resolve()
    if real in seen:
        return
    seen.add(real)
    for path in _entries(folder):
        yield path
        if os.path.isdir(path):  # noqa: PTH112 - a text is half as dear as a path
            yield from _below(Path(path), seen)


def _entries(folder: Path) -> list[str]:
    try:
        return sorted(entry.path for entry in os.scandir(folder))
    except OSError:
        return []


def _misplaced(clinic: Path) -> list[str]:
    """What all leaflets share, where somebody may have put one of them, and nothing reads it."""
    shared = (FORMULARY, WARNING_SIGNS)
    return sorted(str(path) for name in shared for path in clinic.glob(f"*/*/{name}"))
