"""A folder of packs in which each PDF is found again by what it was made from."""

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from build_pack.problems import Place, Problem, ProblemsError
from build_pack.rendering.pdf.tamper_seal import origin_of, seal
from build_pack.storage.atomic_write import exchange_files, write_files_atomically
from build_pack.storage.fsync import read_regular_file
from build_pack.storage.writable_paths import require_writable_names

ALL, CONTENTS = "all.pdf", "contents.pdf"
PACKS = "line-[0-9][0-9][0-9]*.pdf"
"""The packs of the lines, as a pattern for `glob`."""
_PACK = re.compile(r"line-[0-9]{3,}\.pdf")


def pack_file_name(line: int) -> str:
    """The name of a line's pack."""
    return f"line-{line:03}.pdf"


class PackCache:
    """The packs of one folder. Nothing but the PDFs themselves says what lies there.

    Raises `ProblemsError` for a link, a pipe or a folder of a pack's name, and for what cannot be
    read. Nothing else may write into the folder meanwhile.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._found: dict[str, list[Path]] = defaultdict(list)
        names = sorted(self.names())
        require_writable_names(folder, [*names, ALL, CONTENTS])
        for name in names:
            if origin := origin_of(_content(folder / name)):
                self._found[origin].append(folder / name)

    def names(self) -> set[str]:
        """The packs that are there."""
        return {path.name for path in self._folder.glob("*.pdf") if _PACK.fullmatch(path.name)}

    def places(self, wanted: Mapping[str, str]) -> dict[str, Path]:
        """Where the pack of each wanted name lies, if it is there; no file serves two names."""
        places = {}
        for name, origin in wanted.items():
            if (path := self._folder / name) in self._found[origin]:
                self._found[origin].remove(path)
                places[name] = path
        for name, origin in wanted.items():
            if name not in places and self._found[origin]:
                places[name] = self._found[origin].pop()
        return places

    def arrange(self, places: Mapping[str, Path], *, complete: bool) -> None:
        """Give each pack its name, from where it lies now, and remove all others, in one step.

        The whole file and the contents go with the first change, or if the packs are not
        `complete`: they would be of another list.
        """
        moving = {Path(n): path for n, path in places.items() if path != self._folder / n}
        gone = {Path(name) for name in self.names() - places.keys()}
        if moving or gone or not complete:
            gone |= {Path(one) for one in (ALL, CONTENTS) if (self._folder / one).is_file()}
        if moving or gone:
            exchange_files(self._folder, moving, sorted(gone))

    def put(self, name: str, pdf: bytes, origin: str) -> Path:
        """Write a PDF that was made from `origin`; it has its name only once it is whole."""
        (path,) = write_files_atomically(self._folder, {Path(name): seal(pdf, origin)})
        return path

    def holds(self, name: str, origin: str) -> bool:
        """Whether a PDF that was made from `origin` has this name."""
        path = self._folder / name
        return path.is_file() and origin_of(_content(path)) == origin

    def read(self, name: str, origin: str) -> bytes:
        """A PDF's content, or `ProblemsError` if it was not made from `origin`.

        Whoever has changed it meanwhile, no other patient's pages get into the whole file.
        """
        content = _content(self._folder / name)
        if origin_of(content) != origin:
            message = f"This is not the expected PDF, so {ALL} was not made from it."
            hint = "Make sure that nothing else writes into this folder, then build the list again."
            raise ProblemsError(
                [Problem("file-altered", Place(self._folder / name), message, hint)]
            )
        return content


def _content(path: Path) -> bytes:
    try:
        return read_regular_file(path)
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        hint = "Check its permissions, or move it away: it will be made again."
        raise ProblemsError([Problem("file-unreadable", Place(path), message, hint)]) from error
