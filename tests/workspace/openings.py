"""Which files are opened to be read."""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_DIRECTORY
_listeners: list[Counter[Path]] = []
_programs: list[list[str]] = []


def _hear(event: str, given: tuple[Any, ...]) -> None:
    if event == "open" and _listeners and isinstance(given[0], str | os.PathLike):
        path, mode, flags = given
        is_read = not flags & _WRITING and "w" not in (mode or "")
        if is_read and not Path(path).is_dir():
            for one in _listeners:
                one[Path(path).absolute()] += 1
    if event == "subprocess.Popen":
        for programs in _programs:
            programs.append(" ".join(map(str, given[1])))


@cache
def _begin_to_hear() -> None:
    """Hear all that this process does from now on, which slows down the tests that follow."""
    sys.addaudithook(_hear)


@contextmanager
def openings(folder: Path) -> Iterator[Counter[Path]]:
    """How often each file below a folder is opened in this block; known at its end."""
    heard, found = Counter[Path](), Counter[Path]()
    _begin_to_hear()
    _listeners.append(heard)
    try:
        yield found
    finally:
        _listeners.remove(heard)
    found.update({path: times for path, times in heard.items() if path.is_relative_to(folder)})


@contextmanager
def programs_run() -> Iterator[list[str]]:
    """The command lines of programs that are started in this block."""
    found: list[str] = []
    _begin_to_hear()
    _programs.append(found)
    try:
        yield found
    finally:
        _programs.remove(found)
