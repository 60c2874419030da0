"""Files of folders as they were read once: whatever comes, goes or changes later is not seen."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from os.path import abspath
from pathlib import Path

from build_pack.storage.text_files import bounded, missing, read_bytes
from build_pack.text.limits import BYTES


@dataclass(frozen=True, eq=False)
class Snapshot:
    """What was read of some folders. Of other folders, files are read when they are asked for."""

    folders: tuple[Path, ...] = ()
    """Below these there are no other files than those that were read; by `key` too."""
    files: Mapping[Path, bytes] = field(default_factory=dict, repr=False)
    """By `key`."""

    @staticmethod
    def key(path: Path) -> Path:
        """A path by which files are told apart: whole, and as it is written, links or not."""
        return Path(unicodedata.normalize("NFC", abspath(path)))  # noqa: PTH100 - follows no link

    def covers(self, path: Path) -> bool:
        """Whether a path is in one of the folders, or is one of the files."""
        key = self.key(path)
        return key in self.files or any(key.is_relative_to(one) for one in self.folders)

    def is_held(self, path: Path) -> bool:
        """Whether a file was read."""
        return self.key(path) in self.files

    def is_file(self, path: Path) -> bool:
        """Whether a file is there, or was when it was read."""
        return self.is_held(path) if self.covers(path) else path.is_file()

    def below(self, folder: Path) -> list[Path]:
        """The files below a folder, in order; of one that was not read, other paths as well."""
        if not self.covers(folder):
            return sorted(folder.rglob("*"))
        key = self.key(folder)
        found = (one.relative_to(key) for one in self.files if one.is_relative_to(key))
        return sorted(folder / one for one in found)

    def read(self, path: Path, most: int = BYTES) -> bytes:
        """The content of a file, or `ProblemsError` if there is none or it is larger."""
        if not self.covers(path):
            return read_bytes(path, most)
        content = self.files.get(self.key(path))
        if content is None:
            raise missing(path)
        return bounded(content, path, most)


NOTHING = Snapshot()
"""No folder was read: every file is read when it is asked for."""
