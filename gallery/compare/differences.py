"""Two sets compared: each file of the one with the file of the same name in the other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gallery.compare.masks import PROGRAM, is_same, without_digests
from gallery.compare.pages import first_difference, page_differences

_TAG = re.compile(r"<(style|script)\b.*?</\1>|<[^>]*>", re.DOTALL)


@dataclass(frozen=True)
class Difference:
    """A file that is not the same in both sets, and where it differs."""

    name: Path
    where: tuple[str, ...]

    def __str__(self) -> str:
        """A line, and a further one for each place."""
        return "\n    ".join((str(self.name), *self.where))


def differences(
    before: Path, after: Path, free: re.Pattern[bytes] = PROGRAM
) -> tuple[int, list[Difference]]:
    """How many files two sets have in all, and which differ, in the order of their names.

    `free` says what may differ in the records of documents.
    """
    names = sorted(_names(before) | _names(after))
    told = ((name, _where(before, after, name, free)) for name in names)
    return len(names), [Difference(name, where) for name, where in told if where]


def _names(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def _where(before: Path, after: Path, name: Path, free: re.Pattern[bytes]) -> tuple[str, ...]:
    """The places in which a file differs; empty: in none that matters."""
    paths = before / name, after / name
    if not paths[0].is_file() or not paths[1].is_file():
        return (f"only {'before' if paths[0].is_file() else 'after'}",)
    read = without_digests if name.name == "manifest.json" else Path.read_bytes
    old, new = map(read, paths)
    return () if is_same(name, old, new, free) else tuple(_told(name, old, new))


def _told(name: Path, before: bytes, after: bytes) -> Iterator[str]:
    if name.suffix == ".pdf":
        yield from page_differences(before, after)
        return
    old, new = before.decode(), after.decode()
    if name.suffix == ".html":
        visible = _TAG.sub(" ", old).split(), _TAG.sub(" ", new).split()
        kind = "markup" if visible[0] == visible[1] else "text"
        if kind == "text":
            old, new = (" ".join(words) for words in visible)
        yield f"{kind}, {first_difference(old, new)}"
    else:
        yield f"data, {first_difference(old, new)}"
