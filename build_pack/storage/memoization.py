"""Files read and values worked out once, and again only when something that they rest on changes.

A function that is `memoized` is worked out once for the same arguments while a memory is in use,
and each time where none is. What a value rests on is noted while it is worked out: the files that
were read on the way, and unless it rests on these alone, which files there are at all.
"""

import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from build_pack.problems import Problem, ProblemsError

P = ParamSpec("P")
T = TypeVar("T")

_NAMES = "names"
"""The key of what files there are."""
_JUST_NOW = 50_000_000
"""Nanoseconds within which a file may be changed twice and have the same time."""


@dataclass(frozen=True)
class _KnownValue:
    """What was worked out, or the problems that were raised, and what that rests on."""

    result: Any
    problems: tuple[Problem, ...] | None
    inputs: frozenset[Hashable]


class Memory:
    """Values by what they were made with. Not made for several threads at once."""

    def __init__(self, names: Callable[[], Hashable]) -> None:
        """Take what tells which files there are: another answer means that one came or went."""
        self._signatures: dict[Hashable, Callable[[], Any]] = {}
        self._seen: dict[Hashable, Any] = {}
        self._known: dict[Hashable, _KnownValue] = {}
        self._making: list[set[Hashable]] = []
        self._names = names

    def value(self, key: Hashable, make: Callable[[], T], *, of_names: bool) -> T:
        """A value that is known, or is made now; problems that it raised are raised again."""
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._made(make, of_names=of_names)
        if self._making:
            self._making[-1] |= known.inputs
        if known.problems is not None:
            raise ProblemsError(known.problems)
        result: T = known.result
        return result

    def _made(self, make: Callable[[], Any], *, of_names: bool) -> _KnownValue:
        self._making.append(set())
        result, problems = None, None
        try:
            if of_names:
                self.rests_on(_NAMES, self._names)
            result = make()
        except ProblemsError as error:
            problems = error.problems
        finally:
            inputs = frozenset(self._making.pop())
        return _KnownValue(result, problems, inputs)

    def rests_on(self, key: Hashable, signature: Callable[[], T]) -> T:
        """Note that the value which is being made rests on something that has a signature."""
        if key not in self._seen:
            self._signatures[key], self._seen[key] = signature, signature()
        if self._making:
            self._making[-1].add(key)
        seen: T = self._seen[key]
        return seen

    def refresh(self) -> tuple[Path, ...]:
        """Forget what rests on something that has changed; give the files that have."""
        signatures = self._signatures.items()
        changed = {key for key, signature in signatures if signature() != self._seen[key]}
        for key in changed:
            del self._signatures[key], self._seen[key]
        self._known = {k: one for k, one in self._known.items() if not one.inputs & changed}
        return tuple(sorted(key for key in changed if isinstance(key, Path)))


_current: ContextVar[Memory | None] = ContextVar("memory", default=None)


@contextmanager
def in_use(memory: Memory) -> Iterator[None]:
    """Let functions that are `memoized` take from a memory what it has, and keep the rest there."""
    before = _current.set(memory)
    try:
        yield
    finally:
        _current.reset(before)


def memoized(function: Callable[P, T]) -> Callable[P, T]:
    """Let a function be worked out once while a memory is in use; its arguments can be hashed."""
    return _memoized(function, of_names=True)


def memoized_by_content(function: Callable[P, T]) -> Callable[P, T]:
    """The same for a function that asks for files by their names alone, and looks for none."""
    return _memoized(function, of_names=False)


def _memoized(function: Callable[P, T], *, of_names: bool) -> Callable[P, T]:
    @wraps(function)
    def known(*args: P.args, **kwargs: P.kwargs) -> T:
        memory = _current.get()
        if memory is None:
            return function(*args, **kwargs)
        key = (function, *args, *sorted(kwargs.items()))
        return memory.value(key, lambda: function(*args, **kwargs), of_names=of_names)

    return known


def rests_on(key: Hashable, signature: Callable[[], T]) -> T:
    """Give what is worked out now, and note that it rests on this: on the day, or on a commit."""
    memory = _current.get()
    return memory.rests_on(key, signature) if memory else signature()


def rests_on_file(path: Path) -> None:
    """Note that what is being worked out rests on the content of a file."""
    if memory := _current.get():
        memory.rests_on(path, lambda: _file_signature(path))


def _file_signature(path: Path) -> Hashable:
    """What is another one once a file has been written or replaced."""
    try:
        about = path.stat()
    except (OSError, ValueError):
        return None
    if time.time_ns() - about.st_ctime_ns < _JUST_NOW:
        return object()  # equal to nothing: the next change may bear the same time
    return (about.st_dev, about.st_ino, about.st_mode, about.st_size, about.st_ctime_ns)
