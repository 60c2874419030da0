"""A clinic's own layout, file by file with digests: templates, stylesheets, icons and the logo.

The program's own are covered by its version. So is a copy of one that no one has changed.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from pathlib import Path

from build_pack.content.library import Library
from build_pack.content.pictures.logo import Logo
from build_pack.content.pictures.raster import MOST_BYTES
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.link_boundaries import allowed_roots, is_inside, outside_problem
from build_pack.storage.memoization import memoized, rests_on_file
from build_pack.storage.snapshot import Snapshot
from build_pack.text.hidden_characters import hidden_character

MOST_FILES = 1_000
"""And folders below the templates of one folder; more are not meant as a layout."""
MOST_TOGETHER = 100_000_000
"""Bytes of one folder: all of them are kept in memory while pages are printed."""
_MARK = ": SHA-256 "


@dataclass(frozen=True, slots=True, eq=False)
class LayoutFiles:
    """What shapes pages and is not the program's own; no files where all of it is."""

    place: Place
    files: tuple[tuple[str, str], ...]
    """Names as from the clinic's folder, in order, each with the SHA-256 of its content."""
    folders: tuple[Path, ...]
    """The folders with templates that there were, the program's own as well."""
    snapshot: Snapshot = field(repr=False)
    """What pages are printed with: the very bytes that have these digests."""

    @property
    def words(self) -> str:
        """The text that is signed: a line a file."""
        return "\n".join(f"{name}{_MARK}{digest}" for name, digest in self.files)


@memoized
def load_layout(library: Library, clinic: Path, logo: Logo | None) -> LayoutFiles:
    """The layout of a clinic over a library, as far as it is not the program's own.

    `library` has the clinic laid over it. Raises `ProblemsError` for what is not a file, leads out
    of the folders or cannot be read.
    """
    program = (library.program / "templates").resolve()
    # A link to the program's own could lead elsewhere later.
    folders = tuple(
        program if one.is_symlink() and one.resolve() == program else one
        for one in library.template_folders()
    )
    own = [one for one in folders if one.resolve() != program]
    allowed = allowed_roots(clinic, library.folders)
    problems: list[Problem] = []
    read = {one: dict(_LayoutReader(one, allowed, problems).contents()) for one in own}
    if problems:
        raise ProblemsError(problems)
    below = {one: _digests(files) for one, files in read.items()}
    later = [*below.values()][1:]
    found = {
        ("" if one == clinic / "templates" else "library/") + f"templates/{name}": digest
        for number, (one, files) in enumerate(below.items())
        for name, digest in files.items()
        if digest != _digest(program / name) or any(name in each for each in later[number:])
    }
    place = Place(own[0]) if found else Place(logo.path) if logo else Place(clinic)
    if logo:
        found[unicodedata.normalize("NFC", logo.path.name)] = logo.digest
    snapshot = _snapshot(library, read)
    return LayoutFiles(place, tuple(sorted(found.items())), folders, snapshot)


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: sha256(content).hexdigest() for name, content in files.items()}


def _snapshot(library: Library, read: Mapping[Path, Mapping[str, bytes]]) -> Snapshot:
    """What was read of each folder, by its own path and by that to which links lead.

    Folders that were not there count as well: they have no files, even if they come later.
    """
    program = (library.program / "templates").resolve()
    wanted = [one / "templates" for one in library.folders]
    own = [one for one in wanted if one in read or one.resolve() != program]
    names = {Snapshot.key(name): one for one in own for name in (one, one.resolve())}
    files = {
        Snapshot.key(name / file): content
        for name, one in names.items()
        for file, content in read.get(one, {}).items()
    }
    return Snapshot(tuple(names), files)


def _digest(path: Path) -> str:
    """Of a file of the program's; empty if it has none of this name."""
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def changed_files(before: str, after: str) -> tuple[str, ...]:
    """What became of which files between two layouts, in words."""
    old, new = _by_name(before), _by_name(after)
    return (
        *(f"{name} was changed" for name in old if name in new and old[name] != new[name]),
        *(f"{name} was added" for name in new if name not in old),
        *(f"{name} was removed" for name in old if name not in new),
    )


def _by_name(words: str) -> dict[str, str]:
    cut = (line.rpartition(_MARK) for line in words.split("\n") if line)
    return {name: digest for name, _, digest in cut}


@dataclass(frozen=True)
class _LayoutReader:
    """The files below a folder; what is wrong with one is noted."""

    folder: Path
    allowed: tuple[Path, ...]
    """Where links may lead."""
    problems: list[Problem]
    _seen: "count[int]" = field(default_factory=lambda: count(1))

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """Each with its name below the folder, whatever its ending."""
        together = 0
        for path in self._below(self.folder, ()):
            if (content := self._read(path)) is not None:
                together += len(content)
                if together > MOST_TOGETHER:
                    message = (
                        f"The files here are larger in total than {MOST_TOGETHER:,} bytes, "
                        "which is the maximum."
                    )
                    self._note(self.folder, message, "Reduce the size of the pictures.")
                    return
                name = unicodedata.normalize("NFC", path.relative_to(self.folder).as_posix())
                yield name, content

    def _below(self, folder: Path, above: tuple[Path, ...]) -> Iterator[Path]:
        try:
            entries, here = sorted(folder.iterdir()), folder.resolve(strict=True)
        except (OSError, RuntimeError):
            self._note(folder, "The folder cannot be read.", "Check its permissions.")
            return
        for path in entries:
            if next(self._seen) > MOST_FILES:
                self.problems[:] = [self._too_many()]
                return
            if hidden_character(path.name) or "\n" in path.name or "\t" in path.name:
                message = "The name of a file here contains an invisible character."
                self._note(folder, message, "Rename the file.")
            elif not is_inside(path, self.allowed):
                self.problems.append(outside_problem(path))
            elif path.is_dir():
                if path.resolve() not in (*above, here):
                    yield from self._below(path, (*above, here))
            else:
                yield path

    def _read(self, path: Path) -> bytes | None:
        if not path.is_file():
            self._note(path, "This is not a file.", "Remove it.")
            return None
        rests_on_file(path)
        try:
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except OSError:
            self._note(path, "The file cannot be read.", "Check its permissions.")
            return None
        if len(content) > MOST_BYTES:
            message = f"The file is larger than {MOST_BYTES:,} bytes, which is the maximum."
            self._note(path, message, "Reduce its size.")
        return content

    def _too_many(self) -> Problem:
        message = f"There are more than {MOST_FILES:,} files here, which is the maximum."
        hint = "Remove what is not a template, a style or an icon."
        return Problem("file-unreadable", Place(self.folder), message, hint)

    def _note(self, path: Path, message: str, hint: str) -> None:
        self.problems.append(Problem("file-unreadable", Place(path), message, hint))
