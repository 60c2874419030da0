"""When a clinic wants its patients to write in a diary, counted from the procedure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from build_pack.content.models.base import Id, Model
from build_pack.content.models.diary import Rhythm
from build_pack.text.patterns import IN_WORDS, SPAN


class SpanUnit(StrEnum):
    """Units of time between a procedure and an entry of a diary."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


_MINUTES = {SpanUnit.MINUTE: 1, SpanUnit.HOUR: 60}
_DAYS = {SpanUnit.DAY: 1, SpanUnit.WEEK: 7}


_LONGEST_MONTHS = 60


@dataclass(frozen=True, slots=True)
class Span:
    """So long after the procedure; exactly one of the three is not 0."""

    minutes: int = 0
    days: int = 0
    months: int = 0

    @property
    def rhythm(self) -> Rhythm:
        """The diaries to which it belongs."""
        return Rhythm.HOURLY if self.minutes else Rhythm.FOLLOW_UP

    def is_before(self, other: "Span") -> bool:
        """Whether it ends earlier, whatever the day on which both begin."""
        if self.months and other.months:
            return self.months < other.months
        return self.longest < other.shortest

    @property
    def longest(self) -> int:
        """The most minutes or days that it may take, whatever the day on which it begins."""
        return self.minutes or self.days or max(_lengths(self.months))

    @property
    def shortest(self) -> int:
        """The fewest minutes or days that it may take."""
        return self.minutes or self.days or min(_lengths(self.months))


@cache
def _lengths(months: int) -> frozenset[int]:
    """How many days some months in a row can have, begun on any day of this century."""
    starts = 12 * 100
    first = [date(2001 + at // 12, at % 12 + 1, 1) for at in range(starts + months + 2)]
    lengths = [(two - one).days for one, two in pairwise(first)]
    found = set()
    for at in range(starts):
        whole = (first[at + months] - first[at]).days
        cut = max(0, lengths[at] - lengths[at + months])  # the 31st of a month with 30 days
        found |= {whole, whole - cut}
    return frozenset(found)


def span(text: str) -> Span:
    """A span as it is written: `30 minutes`, `2 weeks`."""
    number, word = text.split()
    unit = SpanUnit(word.removesuffix("s"))
    if unit in _MINUTES:
        return Span(minutes=int(number) * _MINUTES[unit])
    if unit in _DAYS:
        return Span(days=int(number) * _DAYS[unit])
    return Span(months=int(number))


SpanText = Annotated[str, StringConstraints(pattern=SPAN), Field(description=IN_WORDS[SPAN])]
MOST_ENTRIES = 24
"""Entries of a diary: more, nobody would write."""
LONGEST_HOURLY = 36 * 60
"""Minutes: of the next day the weekday is printed; what is later belongs to the follow-up."""


class DiaryTimes(Model):
    """When patients of a clinic write in the diary of a leaflet."""

    leaflet: Id
    every: SpanText | None = None
    """From the procedure on, each time this has passed, such as `30 minutes`."""
    until: SpanText | None = None
    """The last time; goes with `every`."""
    at: Annotated[tuple[SpanText, ...], Field(min_length=1)] | None = None
    """Instead of `every` and `until`: each time by itself."""

    @model_validator(mode="after")
    def _one_way(self) -> "DiaryTimes":
        if (self.every is None) == (self.at is None) or (self.every is None) != (
            self.until is None
        ):
            raise ValueError("give either every and until, or at")
        self._check(self.spans())
        for one, two in pairwise(self.at or ()):
            if not span(one).is_before(span(two)):
                raise ValueError(
                    f"“{two}” may not be later than “{one}” before it, because months differ "
                    "in length"
                    if "month" in one + two
                    else f"“{two}” is not later than “{one}” before it"
                )
        return self

    def spans(self) -> tuple[Span, ...]:
        """All times, the first one first."""
        if self.at:
            return tuple(map(span, self.at))
        step, last = span(self.every or ""), span(self.until or "")
        if step.rhythm is not Rhythm.HOURLY or last.rhythm is not Rhythm.HOURLY:
            raise ValueError("every and until are in minutes or hours; give other times with at")
        if last.minutes < step.minutes:
            raise ValueError("until is earlier than the first time")
        if last.minutes % step.minutes:
            raise ValueError(f"“{self.until}” is not a multiple of “{self.every}”")
        return tuple(
            Span(minutes=passed) for passed in range(step.minutes, last.minutes + 1, step.minutes)
        )

    @staticmethod
    def _check(spans: tuple[Span, ...]) -> None:
        if any(one.minutes > LONGEST_HOURLY for one in spans):
            raise ValueError("times in minutes or hours can be at most 36 hours")
        if any(not one.minutes and one.longest > max(_lengths(_LONGEST_MONTHS)) for one in spans):
            raise ValueError(
                f"times in days, weeks or months can be at most {_LONGEST_MONTHS} months"
            )
        if len({one.rhythm for one in spans}) > 1:
            raise ValueError("minutes and hours cannot be combined with days, weeks and months")
        if len(spans) > MOST_ENTRIES:
            raise ValueError(f"there are {len(spans)} times; the maximum is {MOST_ENTRIES}")

    @property
    def rhythm(self) -> Rhythm:
        """The diaries for which these are times."""
        return self.spans()[0].rhythm
