"""A file's plain data with the places of its parts in the order of the file, to be kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_pack.problems import Loc, Place


@dataclass(frozen=True)
class MarkedData:
    """Data without the path that it was read from, which decides on nothing in it."""

    data: Any
    marks: tuple[int, ...]
    """Line and column of every value, in the order of the file."""
    key_marks: tuple[int, ...]
    """The same of every key."""

    @classmethod
    def of(cls, data: Any, places: Mapping[Loc, Place], keys: Mapping[Loc, Place]) -> "MarkedData":
        """Take what a reader of nodes has found, which notes places as it comes by them."""
        return cls(data, tuple(_numbers(places)), tuple(_numbers(keys)))

    def places(self, path: Path) -> dict[Loc, Place]:
        """The place of every value, as in the file with this path."""
        return dict(zip(_locs(self.data), _places(path, self.marks), strict=True))

    def key_places(self, path: Path) -> dict[Loc, Place]:
        """The same of every key."""
        return dict(zip(_key_locs(self.data), _places(path, self.key_marks), strict=True))


def _numbers(places: Mapping[Loc, Place]) -> Iterator[int]:
    for place in places.values():
        yield from (place.line, place.column)


def _places(path: Path, marks: tuple[int, ...]) -> Iterator[Place]:
    numbers = iter(marks)
    for line, column in zip(numbers, numbers, strict=True):
        yield Place(path, line, column)


def _locs(data: Any, loc: Loc = ()) -> Iterator[Loc]:
    yield loc
    for key, value in _children(data):
        yield from _locs(value, (*loc, key))


def _key_locs(data: Any, loc: Loc = ()) -> Iterator[Loc]:
    for key, value in _children(data):
        if isinstance(key, str):
            yield (*loc, key)
        yield from _key_locs(value, (*loc, key))


def _children(data: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(data, dict):
        yield from data.items()
    elif isinstance(data, list):
        yield from enumerate(data)
