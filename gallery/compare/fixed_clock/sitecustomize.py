"""Imported by Python itself as it starts: it is always the moment that SOURCE_DATE_EPOCH says.

One processor is told to the program, since several commands run at once; and what is no longer
needed in memory is looked for seldom, which saves a tenth of the time.
"""

import datetime as dt
import gc
import os
from typing import Self

_NOW = int(os.environ["SOURCE_DATE_EPOCH"])
_DateTime = dt.datetime


class _LikeTheReal(type):
    """What the interpreter itself makes is of the real class, and counts as this one."""

    def __instancecheck__(cls, one: object) -> bool:
        return isinstance(one, _DateTime) if cls is _Fixed else super().__instancecheck__(one)


class _Fixed(_DateTime, metaclass=_LikeTheReal):
    """A `datetime` whose clock stands still."""

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Self:
        return cls.fromtimestamp(_NOW, tz)


_Fixed.__name__ = _Fixed.__qualname__ = "datetime"
_Fixed.__module__ = "datetime"
dt.datetime = _Fixed  # type: ignore[misc]
os.cpu_count = lambda: 1
gc.set_threshold(200_000, 50, 100)
