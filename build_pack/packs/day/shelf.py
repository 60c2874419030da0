"""A folder of packs in which each PDF is found again by what it was made from."""

import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from build_pack.packs.replacing import PARTIAL, whole_files, writing
from build_pack.rendering.seal import origin_of, seal

ALL, CONTENTS = "all.pdf", "contents.pdf"
PACKS = "line-[0-9][0-9][0-9]*.pdf"
"""The packs of the lines, as a pattern for `glob`."""
_PACK = re.compile(r"line-[0-9]{3,}\.pdf")


def pack_name(line: int) -> str:
    """The name of a line's pack."""
    return f"line-{line:03}.pdf"


class Shelf:
    """The packs of one folder. Nothing but the PDFs themselves says what lies there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._found: dict[str, list[Path]] = defaultdict(list)
        # Packs on their way to another name are still whole after a run that was killed.
        for path in sorted([*folder.glob("line-*.pdf"), *folder.glob(f"{PARTIAL}*/*.pdf")]):
            with writing(folder):
                origin = origin_of(path.read_bytes())
            if origin:
                self._found[origin].append(path)

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
        """Give each pack its name, from where it lies now, and remove all others.

        The whole file and the contents go with the first change, or if the packs are not
        `complete`: they would be of another list.
        """
        with writing(self._folder):
            if not complete or self._are_misplaced(places):
                for name in (ALL, CONTENTS):
                    (self._folder / name).unlink(missing_ok=True)
            self._move(places)

    def put(self, name: str, pdf: bytes, origin: str) -> Path:
        """Write a PDF that was made from `origin`; it bears its name only once it is whole."""
        (path,) = whole_files(self._folder, {Path(name): seal(pdf, origin)})
        return path

    def holds(self, name: str, origin: str) -> bool:
        """Whether a PDF that was made from `origin` bears this name."""
        path = self._folder / name
        return path.is_file() and origin_of(path.read_bytes()) == origin

    def read(self, name: str) -> bytes:
        """A PDF's content."""
        return (self._folder / name).read_bytes()

    def _are_misplaced(self, places: Mapping[str, Path]) -> bool:
        named = {path.name for path in places.values() if path.parent == self._folder}
        return named != places.keys() or self.names() != named

    def _move(self, places: Mapping[str, Path]) -> None:
        """Take away what is to move, remove what nobody wants, and put the rest in its place."""
        self._folder.mkdir(parents=True, exist_ok=True)
        left = list(self._folder.glob(f"{PARTIAL}*"))
        moving = Path(tempfile.mkdtemp(prefix=PARTIAL, dir=self._folder))
        for name, path in places.items():
            if path != self._folder / name:
                path.replace(moving / name)
        staying = {name for name, path in places.items() if path == self._folder / name}
        for name in self.names() - staying:
            (self._folder / name).unlink()
        for path in moving.iterdir():
            path.replace(self._folder / path.name)
        for folder in (moving, *left):
            shutil.rmtree(folder)
