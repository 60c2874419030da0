"""What was worked out of exact contents, kept for the next run in the user's cache folder.

Kept is only what follows from its key, and the key is a digest of all that it follows from: the
content that was read, this program and the packages that it runs with. So nothing kept is ever
out of date; what is not asked for any more goes as others need its room. An entry that is damaged
or of another shape is worked out anew, and a folder that cannot be written to keeps nothing.

Whoever can write to that folder can change what is kept. So a workspace keeps results only if it
is told to, and nothing that is released or signed comes from them. Nothing of a visit is kept.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from types import GenericAlias
from typing import Any, TypeVar

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError, ValidationError, to_json

from build_pack.storage.program_files import installed_packages, source_digests
from build_pack.storage.user_cache import user_cache
from build_pack.text.digests import digest

S = TypeVar("S")
T = TypeVar("T")

MOST_BYTES = 64_000_000
"""Of all that is kept: beyond it, what was not used for longest goes."""
_DIGITS = 64
"""Of the SHA-256 with which an entry begins."""


class KeptResults:
    """A folder of results, each in a file with its key as the name."""

    def __init__(self, folder: Path, most: int = MOST_BYTES) -> None:
        self.folder = folder
        self._most = most
        self._has_pruned = False

    def entries(self) -> Iterator[Path]:
        """The files of what is kept."""
        if self.folder.is_dir():
            yield from (path for path in self.folder.iterdir() if path.is_file())

    def get(self, key: str) -> bytes | None:
        """What is kept under a key; None where there is nothing, or not what was written."""
        path = self.folder / key
        try:
            whole = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        content = whole[_DIGITS:]
        is_whole = whole[:_DIGITS] == sha256(content).hexdigest().encode()
        return content if is_whole else None

    def put(self, key: str, content: bytes) -> None:
        """Keep something under a key, unless the disk or its owner does not let us."""
        unfinished = self.folder / f".{key}.{token_hex(8)}"
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                unfinished.write_bytes(sha256(content).hexdigest().encode() + content)
                unfinished.replace(self.folder / key)
            finally:
                unfinished.unlink(missing_ok=True)
            self._prune()

    def _prune(self) -> None:
        """Once a run, remove what was not used for longest, with what an ended run has left."""
        if self._has_pruned:
            return
        self._has_pruned = True
        entries = [(entry.stat(), entry.path) for entry in os.scandir(self.folder)]
        size = 0
        for about, path in sorted(entries, key=lambda one: -one[0].st_mtime):
            size += about.st_size
            if size > self._most:
                Path(path).unlink(missing_ok=True)


_in_use: ContextVar[KeptResults | None] = ContextVar("kept_results", default=None)


def user_results() -> KeptResults | None:
    """The results of this user; None for one without a cache folder."""
    folder = user_cache()
    return KeptResults(folder.absolute() / "results") if folder else None


@contextmanager
def keeping(results: KeptResults | None) -> Iterator[None]:
    """Take from these results what they have, and keep the rest there; None: work out all."""
    before = _in_use.set(results)
    try:
        yield
    finally:
        _in_use.reset(before)


def kept(name: str, shape: Any, rests_on: Any, make: Callable[[], T]) -> T:
    """A value of this shape that follows from what it rests on, as an earlier run has left it.

    `name` tells what it is from all else that is kept, `shape` is a type that pydantic reads, and
    `rests_on` anything that it writes as JSON, with all that decides on the value. What cannot be
    written is not kept. Whatever `make` raises is raised.
    """
    results = _in_use.get()
    if results is None:
        return make()
    key = _key(name, rests_on)
    if known := _read(results, key, shape):
        before: T = known[0]
        return before
    value = make()
    _write(results, key, shape, value)
    return value


def is_keeping() -> bool:
    """Whether results are kept now."""
    return _in_use.get() is not None


def look_up(name: str, shape: Any, rests_on: Any) -> tuple[Any] | None:
    """What `keep` has kept under the same name, shape and `rests_on`, in a tuple; or None."""
    results = _in_use.get()
    return _read(results, _key(name, rests_on), shape) if results else None


def keep(name: str, shape: Any, rests_on: Any, value: Any) -> None:
    """Keep a value that was worked out elsewhere, as `kept` does."""
    if results := _in_use.get():
        _write(results, _key(name, rests_on), shape, value)


def kept_each(
    name: str, shape: Any, rests_on: Any, parts: Sequence[S], make: Callable[[S], T]
) -> list[T]:
    """The same for each of many parts, in one entry of these and no others.

    Only parts that are new are worked out. `rests_on` is what decides beside a part, and what tells
    one collection of parts from others.
    """
    results = _in_use.get()
    if results is None:
        return [make(part) for part in parts]
    key, whole = _key(name, rests_on), GenericAlias(dict, (str, shape))
    known = _read(results, key, whole)
    found: dict[str, T] = known[0] if known else {}
    digests = [value_digest(part) for part in parts]
    values = {
        one: found[one] if one in found else make(part)
        for one, part in zip(digests, parts, strict=True)
    }
    if found.keys() != values.keys():
        _write(results, key, whole, values)
    return [values[one] for one in digests]


def value_digest(value: Any) -> str:
    """One digest of all fields of a value."""
    return sha256(to_json(value)).hexdigest()


def _key(name: str, rests_on: Any) -> str:
    return digest(_program(), name, value_digest(rests_on))


@cache
def _program() -> str:
    return digest(*source_digests(), *installed_packages())


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def _read(results: KeptResults, key: str, shape: Any) -> tuple[Any] | None:
    """A value that is kept, or None; in a tuple, since it may be None itself."""
    content = results.get(key)
    try:
        return None if content is None else (_adapter(shape).validate_json(content),)
    except ValidationError:
        return None


def _write(results: KeptResults, key: str, shape: Any, value: Any) -> None:
    with suppress(PydanticSerializationError):
        results.put(key, _adapter(shape).dump_json(value))
