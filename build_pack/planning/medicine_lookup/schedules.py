"""What the words for a schedule mean: how many times a day, at which times, on which days.

Only what is certain is read: “günde 2 tablet” may be both at once, and says nothing of times.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_pack.content.models.dosing import Slot
from build_pack.planning.medicine_lookup.amount_vocabulary import (
    ONCE_A_WEEK,
    POSITIONS,
    SOME_DAYS,
    TIMES,
)

_NUMBERS = {
    "1": "bir|tek|one|once",
    "2": "iki|two|twice|b\\.?d\\.?|b\\.?i\\.?d\\.?",
    "3": "uc|three|thrice|t\\.?d\\.?s\\.?|t\\.?i\\.?d\\.?",
    "4": "dort|four|q\\.?d\\.?s\\.?|q\\.?i\\.?d\\.?",
}
_WORDS = re.compile(rf"\b(?:{'|'.join(f'(?P<n{key}>{each})' for key, each in _NUMBERS.items())})\b")
_HOURS = re.compile(r"(\d\d?) ?(?:saat|h)")
_DAY = 24
_LONGEST = 4
"""Times a day; nobody is woken for more."""
_POSITIONS, _TIMES = map(re.compile, (POSITIONS, TIMES))
_SOME_DAYS, _ONCE_A_WEEK = map(re.compile, (SOME_DAYS, ONCE_A_WEEK))


@dataclass(frozen=True, slots=True)
class Schedule:
    """What some words say of when a medicine is taken."""

    times: int | None = None
    """How many times a day; None: they do not say it."""
    slots: frozenset[Slot] = frozenset()
    some_days: bool = False
    """Whether it is not taken every day."""
    other_interval: bool = False
    """Whether that is not once a week either."""


def meaning(words: str) -> Schedule:
    """The meaning of known words, in small letters without accents."""
    if _POSITIONS.fullmatch(words):
        return Schedule(slots=frozenset(_by_position(words)))
    hours = _HOURS.search(words)
    if _SOME_DAYS.fullmatch(words) or (hours and int(hours[1]) > _DAY):
        return Schedule(some_days=True, other_interval=not _ONCE_A_WEEK.fullmatch(words))
    return Schedule(_times(words) if _TIMES.fullmatch(words) else None)


def _by_position(words: str) -> Iterator[Slot]:
    for slot, number in zip(Slot, re.findall(r"\d+", words), strict=False):
        if int(number):
            yield slot


def _times(words: str) -> int | None:
    """How many times a day; None where the hours between them do not divide a day."""
    if hours := _HOURS.search(words):
        between = int(hours[1])
        known = between and not _DAY % between and _DAY // between <= _LONGEST
        return _DAY // between if known else None
    digits = re.search(r"\d", words)
    found = _WORDS.search(words)
    number = (
        int(digits[0]) if digits else int(found.lastgroup[1]) if found and found.lastgroup else 0
    )
    return number if 0 < number <= _LONGEST else None
