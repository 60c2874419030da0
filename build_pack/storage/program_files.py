"""The program itself as one of the inputs of what it makes."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path


@cache
def source_digests() -> tuple[str, ...]:
    """The SHA-256 of each module of this program, in the order of their paths."""
    return tuple(_digest(path) for path in sorted(_modules(str(Path(__file__).parents[1]))))


@cache
def installed_packages() -> tuple[str, ...]:
    """Each package that Python finds, with its version, and Python's own."""
    names = (name for folder in sys.path for name in _names(folder))
    return (sys.version, *sorted(name for name in names if name.endswith(".dist-info")))


def _modules(folder: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _modules(entry.path)
        elif entry.name.endswith((".py", ".json")):
            yield entry.path


def _digest(path: str) -> str:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - hundreds of them at each start
        return sha256(file.read()).hexdigest()


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder or ".")  # noqa: PTH208 - names are all that is asked for
    except OSError:
        return []
