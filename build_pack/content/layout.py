"""A clinic's own layout, file by file with digests: templates, stylesheets, icons and the logo.

The program's own are covered by its version. So is a copy of one that nobody has changed.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from pathlib import Path

from build_pack.content.library import Library
from build_pack.content.logo import Logo
from build_pack.content.raster import MOST_BYTES
from build_pack.content.roots import is_inside, outside, roots
from build_pack.content.text import hidden_character
from build_pack.problems import Place, Problem, ProblemsError

MOST_FILES = 1_000
"""And folders below the templates of one folder; more are not meant as a layout."""
_MARK = ": SHA-256 "


@dataclass(frozen=True, slots=True)
class LayoutFiles:
    """What shapes pages and is not the program's own; no files where all of it is."""

    library: Library
    clinic: Path
    place: Place
    files: tuple[tuple[str, str], ...]
    """Names as from the clinic's folder, in order, each with the SHA-256 of its content."""

    @property
    def words(self) -> str:
        """The text that is signed: a line a file."""
        return "\n".join(f"{name}{_MARK}{digest}" for name, digest in self.files)

    def changes(self, logo: Logo | None) -> tuple[str, ...]:
        """What has become of which files since they were read, in words."""
        return changed_files(self.words, load_layout(self.library, self.clinic, logo).words)


def load_layout(library: Library, clinic: Path, logo: Logo | None) -> LayoutFiles:
    """The layout of a clinic over a library, as far as it is not the program's own.

    `library` has the clinic laid over it. Raises `ProblemsError` for what is no file, leads out of
    the folders or cannot be read.
    """
    folders, program = library.template_folders(), library.program / "templates"
    own = [one for one in folders if one.resolve() != program.resolve()]
    allowed = roots(clinic, library.folders)
    problems: list[Problem] = []
    below = {one: dict(_Files(one, allowed, problems).digests()) for one in own}
    if problems:
        raise ProblemsError(problems)
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
    return LayoutFiles(library, clinic, place, tuple(sorted(found.items())))


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
class _Files:
    """The files below a folder; what is wrong with one is noted."""

    folder: Path
    allowed: tuple[Path, ...]
    """Where links may lead."""
    problems: list[Problem]
    _seen: "count[int]" = field(default_factory=lambda: count(1))

    def digests(self) -> Iterator[tuple[str, str]]:
        """Each with its name below the folder, whatever its ending."""
        for path in self._below(self.folder, ()):
            if (content := self._read(path)) is not None:
                name = unicodedata.normalize("NFC", path.relative_to(self.folder).as_posix())
                yield name, sha256(content).hexdigest()

    def _below(self, folder: Path, above: tuple[Path, ...]) -> Iterator[Path]:
        try:
            entries, here = sorted(folder.iterdir()), folder.resolve(strict=True)
        except (OSError, RuntimeError):
            self._note(folder, "The folder cannot be read.", "Check who may read it.")
            return
        for path in entries:
            if next(self._seen) > MOST_FILES:
                self.problems[:] = [self._too_many()]
                return
            if hidden_character(path.name) or "\n" in path.name or "\t" in path.name:
                message = "The name of a file here holds an invisible character."
                self._note(folder, message, "Give it another name.")
            elif not is_inside(path, self.allowed):
                self.problems.append(outside(path))
            elif path.is_dir():
                if path.resolve() not in (*above, here):
                    yield from self._below(path, (*above, here))
            else:
                yield path

    def _read(self, path: Path) -> bytes | None:
        if not path.is_file():
            self._note(path, "This is not a file.", "Remove it.")
            return None
        try:
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except OSError:
            self._note(path, "The file cannot be read.", "Check who may read it.")
            return None
        if len(content) > MOST_BYTES:
            message = f"The file is larger than {MOST_BYTES:,} bytes, the most that is read."
            self._note(path, message, "Make it smaller.")
        return content

    def _too_many(self) -> Problem:
        message = f"There are more than {MOST_FILES:,} files here, the most that are read."
        hint = "Take out what is no template, style or icon."
        return Problem("file-unreadable", Place(self.folder), message, hint)

    def _note(self, path: Path, message: str, hint: str) -> None:
        self.problems.append(Problem("file-unreadable", Place(path), message, hint))
