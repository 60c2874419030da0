"""A hidden folder in which files wait for their names, and the journal of how they get them.

First everything is written here and synced: the new files under `new`, a second name of each old
one under `old`. Then the journal gets its name, and from that moment on the exchange is decided:
whatever happens, it is carried out to its end, now or at the next start. If it cannot be, since
the system refuses a name, the journal gets its other name, and everything is put back.

A folder is only ours if its name is, it is a real folder, and it holds our mark or nothing at all.
Nothing here is safe unless one run alone writes into the folder (`storage.locks`).
"""

import os
import re
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from build_pack.storage.fsync import link_or_copy, read_regular_file, sync_folder, write_synced

PARTIAL = ".partial-"
"""How the folders begin in which files wait for their names."""
_OURS = re.compile(r"\.partial-build-pack-[0-9a-f]{16}")
_EARLIER = re.compile(r"\.partial-[a-z0-9_]{8}")
_MARK, _CONTENT = "build-pack", b"build-pack keeps files here for a moment.\n"
_JOURNAL, _UNDOING, _UNNAMED = "journal.json", "undoing.json", "unnamed.json"


def _inside(name: str) -> str:
    path = PurePosixPath(name)
    if path.is_absolute() or not path.parts or ".." in path.parts or "\0" in name:
        raise ValueError("not a name inside the folder")
    return name


_Names = tuple[Annotated[str, AfterValidator(_inside)], ...]


class FileExchange(BaseModel):
    """Which files come and which go, by their names from the folder."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    files: _Names
    gone: _Names
    old: _Names
    """Those of both that were there before."""
    folders: _Names
    """Those that are made for it, parents first."""

    @property
    def names(self) -> tuple[str, ...]:
        """All files that it touches."""
        return (*self.files, *self.gone)


@dataclass(frozen=True)
class PartialFolder:
    """One such folder."""

    path: Path

    @classmethod
    def begin(cls, folder: Path) -> "PartialFolder":
        """Make one inside `folder`."""
        partial = cls(folder / f"{PARTIAL}build-pack-{token_hex(8)}")
        try:
            partial.path.mkdir()
            write_synced(partial.path / _MARK, _CONTENT)
            partial.new.mkdir()
            partial.old.mkdir()
            sync_folder(partial.path)
            sync_folder(folder)
        except BaseException:
            partial.clear()
            raise
        return partial

    @property
    def new(self) -> Path:
        """Where new files wait."""
        return self.path / "new"

    @property
    def old(self) -> Path:
        """Where old ones have a second name."""
        return self.path / "old"

    def fill(self, contents: Mapping[Path, bytes]) -> None:
        """Bring the files of a new folder down to the disk: nothing of them was there before."""
        for path in {one for name in contents for one in _write_at(self.new, name, contents[name])}:
            sync_folder(path)

    def stage(self, contents: Mapping[Path, bytes | Path], gone: Collection[Path]) -> FileExchange:
        """Bring everything that an exchange needs down to the disk; a path is a file to link."""
        folder, made = self.path.parent, set[Path]()
        names = [*contents, *gone]
        old = [name for name in names if (folder / name).is_file()]
        for name in contents:
            made |= _write_at(self.new, name, contents[name])
            if name in old and isinstance(contents[name], bytes):
                with suppress(PermissionError):  # not every file system has modes
                    (self.new / name).chmod(stat.S_IMODE((folder / name).stat().st_mode))
        for name in old:
            made |= _write_at(self.old, name, folder / name)
        for path in made:
            sync_folder(path)
        folders = [one for name in contents for one in reversed(name.parents[:-1])]
        missing = [one for one in dict.fromkeys(folders) if not (folder / one).exists()]
        lists = (list(contents), gone, old, missing)
        files, gone_, old_, folders_ = (tuple(one.as_posix() for one in each) for each in lists)
        return FileExchange(files=files, gone=gone_, old=old_, folders=folders_)

    def commit(self, exchange: FileExchange) -> None:
        """Decide that an exchange is carried out; it is once the journal has its name."""
        write_synced(self.path / _UNNAMED, exchange.model_dump_json().encode())
        (self.path / _UNNAMED).replace(self.path / _JOURNAL)
        sync_folder(self.path)

    def decided(self) -> FileExchange | None:
        """The exchange that is to be carried out; `ValueError` or `OSError` if nobody can tell."""
        return self._read(_JOURNAL)

    def refused(self) -> FileExchange | None:
        """The exchange that is to be put back; `ValueError` or `OSError` if nobody can tell."""
        return self._read(_UNDOING)

    def _read(self, name: str) -> FileExchange | None:
        with suppress(FileNotFoundError):
            return FileExchange.model_validate_json(read_regular_file(self.path / name))
        return None

    def forward(self, exchange: FileExchange) -> None:
        """Carry an exchange out from wherever it stands."""
        folder = self.path.parent
        for name in exchange.folders:
            (folder / name).mkdir(exist_ok=True)
        for name in exchange.files:
            if os.path.lexists(self.new / name):
                (self.new / name).replace(folder / name)
        for name in exchange.gone:
            if os.path.lexists(folder / name) and _is_kept(folder / name, self.old / name):
                (folder / name).unlink()
        self._sync(exchange)

    def refuse(self, exchange: FileExchange) -> None:
        """Decide that an exchange is put back after all, and do so."""
        (self.path / _JOURNAL).replace(self.path / _UNDOING)
        sync_folder(self.path)
        self.back(exchange)

    def back(self, exchange: FileExchange) -> None:
        """Put an exchange back from wherever it stands."""
        folder = self.path.parent
        for name in exchange.names:
            if os.path.lexists(self.old / name):
                (self.old / name).replace(folder / name)
            elif name not in exchange.old and not os.path.lexists(self.new / name):
                with suppress(FileNotFoundError):
                    (folder / name).replace(self.new / name)
        for name in reversed(exchange.folders):
            with suppress(OSError):
                (folder / name).rmdir()
        self._sync(exchange)

    def _sync(self, exchange: FileExchange) -> None:
        folder = self.path.parent
        touched = {(folder / name).parent for name in (*exchange.names, *exchange.folders)}
        for path in sorted(touched):
            if path.is_dir():
                sync_folder(path)

    def clear(self) -> None:
        """Take the folder away, its journal first and its mark last."""
        for name in (_JOURNAL, _UNDOING, _UNNAMED):
            (self.path / name).unlink(missing_ok=True)
        for folder in (self.new, self.old):
            _remove(folder)
        (self.path / _MARK).unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            self.path.rmdir()


def partials(folder: Path) -> tuple[PartialFolder, ...]:
    """Our hidden folders in a folder; those of others, links and pipes are none."""
    try:
        paths = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return ()  # whoever goes on meets the same, and tells it
    return tuple(PartialFolder(path) for path in paths if _is_ours(path))


def partials_of_earlier_versions(folder: Path) -> tuple[Path, ...]:
    """Hidden folders that versions before this one have left: old files may lie in them."""
    paths = (path for path in folder.glob(f"{PARTIAL}*") if _EARLIER.fullmatch(path.name))
    return tuple(path for path in paths if not path.is_symlink() and (path / "old").is_dir())


def _is_ours(path: Path) -> bool:
    with suppress(FileNotFoundError):  # its run has just taken it away
        if not _OURS.fullmatch(path.name) or not stat.S_ISDIR(path.lstat().st_mode):
            return False
        inside = [*path.iterdir()]
        if any(one.is_symlink() for one in inside):
            return False  # nothing that we made
        if {one.name for one in inside} <= {_MARK}:
            return True  # begun, and nothing in it yet
        with suppress(OSError):
            return read_regular_file(path / _MARK) == _CONTENT
    return False


def _remove(folder: Path) -> None:
    """Remove a folder and all in it, with one open file at a time: there may be no more left."""
    for base, folders, files in os.walk(folder, topdown=False):
        for name in (*files, *folders):
            path = Path(base, name)
            path.unlink() if path.is_symlink() or name in files else path.rmdir()
    with suppress(FileNotFoundError):
        folder.rmdir()


def _write_at(base: Path, name: Path, content: bytes | Path) -> set[Path]:
    """Write or link one file below `base`; give the folders that have changed."""
    path = base / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Path):
        link_or_copy(content, path)
    else:
        write_synced(path, content)
    return set(_up_to(path.parent, base))


def _up_to(path: Path, base: Path) -> Iterator[Path]:
    while path != base:
        yield path
        path = path.parent
    yield base


def _is_kept(path: Path, old: Path) -> bool:
    """Whether a file is the one that was to go, and not one that came since."""
    if not os.path.lexists(old):
        return False
    return path.samefile(old) or path.read_bytes() == old.read_bytes()
