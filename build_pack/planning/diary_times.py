"""When a patient writes in a diary: a clinic's times, counted from the procedure."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from build_pack.content.models.diary_schedule import DiaryTimes, Span
from build_pack.planning.visit import Visit

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class DiaryMoment:
    """A time at which something is written down."""

    after: Span
    at: datetime | None = None
    """The time of day; None if the time of the procedure is not known, or it is days later."""
    on: date | None = None
    """The day, where that is known."""


def entries(times: DiaryTimes, visit: Visit) -> tuple[DiaryMoment, ...]:
    """Every entry of a diary, the first one first."""
    return tuple(_entry(after, visit.start) for after in times.spans())


def _entry(after: Span, start: datetime | None) -> DiaryMoment:
    if start is None:
        return DiaryMoment(after)
    if after.minutes:  # in elapsed time, also over a change of the clocks
        at = start.astimezone(UTC) + timedelta(minutes=after.minutes)
        at = at.astimezone(start.tzinfo)
        return DiaryMoment(after, at, at.date())
    day = months_after(start.date(), after.months) + timedelta(days=after.days)
    return DiaryMoment(after, on=day)


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last of a month that is too short to have it."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
