"""Entries of a diary: in their order, elapsed hours over any night, and days of the calendar."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_pack.content.models.diary import Rhythm
from build_pack.content.models.diary_schedule import MOST_ENTRIES, DiaryTimes, Span, span
from build_pack.planning.diary_times import DiaryMoment, entries, months_after
from build_pack.planning.visit import Visit
from tests.planning.samples import ISTANBUL, at

BERLIN = ZoneInfo("Europe/Berlin")
SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)
"""The nights in which an hour is left out, and in which one comes twice."""

DAYS = st.dates(date(1999, 1, 1), date(2101, 12, 31))
CHANGES = st.sampled_from([SPRING, AUTUMN]).flatmap(
    lambda day: st.integers(-1, 1).map(lambda more: day + timedelta(days=more))
)
STARTS = st.builds(
    lambda day, minutes, zone: (
        datetime(day.year, day.month, day.day, tzinfo=zone) + timedelta(minutes=minutes)
    ),
    DAYS | CHANGES,
    st.integers(0, 24 * 60 - 1),
    st.sampled_from([BERLIN, ISTANBUL]),
)
WRITTEN = {
    Rhythm.HOURLY: st.integers(1, 36).map("{} hours".format)
    | st.integers(1, 999).map("{} minutes".format),
    Rhythm.FOLLOW_UP: st.builds(
        "{} {}".format, st.integers(1, 30), st.sampled_from(["days", "weeks", "months"])
    ),
}


def diary(*spans: str) -> DiaryTimes:
    return DiaryTimes.model_validate({"leaflet": "nerve", "at": spans})


def accepted(found: list[str]) -> DiaryTimes:
    """As many of some spans, from the shortest on, as a clinic may write below each other."""
    kept: list[str] = []
    for text in sorted(found, key=lambda one: span(one).shortest):
        if not kept or span(kept[-1]).is_before(span(text)):
            kept.append(text)
    return diary(*kept)


TIMES = st.sampled_from(Rhythm).flatmap(
    lambda rhythm: st.lists(WRITTEN[rhythm], min_size=1, max_size=MOST_ENTRIES).map(accepted)
)


def after(spans: str, start: str, zone: ZoneInfo = BERLIN) -> list[DiaryMoment]:
    return list(entries(diary(*spans.split(", ")), Visit(at(start, zone))))


# Any clinic's times, on any day


@given(TIMES, st.none() | STARTS)
def test_each_time_of_the_clinic_is_an_entry_in_its_order(
    times: DiaryTimes, start: datetime | None
) -> None:
    assert [one.after for one in entries(times, Visit(start))] == list(times.spans())


@given(TIMES)
def test_without_a_date_no_entry_has_a_time_or_a_day(times: DiaryTimes) -> None:
    assert {(one.at, one.on) for one in entries(times, Visit())} == {(None, None)}


@given(TIMES, STARTS)
def test_each_entry_is_later_than_the_one_before_it_and_than_the_procedure(
    times: DiaryTimes, start: datetime
) -> None:
    found = entries(times, Visit(start))
    if times.rhythm is Rhythm.HOURLY:
        moments = [one.at.astimezone(UTC) for one in found if one.at]
        assert len(moments) == len(found)
        assert all(one < two for one, two in pairwise([start.astimezone(UTC), *moments]))
    else:
        days = [one.on for one in found if one.on]
        assert len(days) == len(found)
        assert all(one < two for one, two in pairwise([start.date(), *days]))


@given(TIMES.filter(lambda times: times.rhythm is Rhythm.HOURLY), STARTS)
def test_hours_are_elapsed_time_on_the_clinics_clock(times: DiaryTimes, start: datetime) -> None:
    for one in entries(times, Visit(start)):
        assert one.at
        assert one.at.tzinfo is start.tzinfo
        assert one.on == one.at.date()
        passed = one.at.astimezone(UTC) - start.astimezone(UTC)
        assert passed == timedelta(minutes=one.after.minutes)


@given(TIMES.filter(lambda times: times.rhythm is Rhythm.FOLLOW_UP), STARTS)
def test_days_later_there_is_no_time_of_day(times: DiaryTimes, start: datetime) -> None:
    for one in entries(times, Visit(start)):
        assert one.at is None
        assert one.on == months_after(start.date(), one.after.months) + timedelta(one.after.days)


# Nights in which the clocks change, and ends of months, counted by hand


def clocks(spans: str, start: str) -> list[str]:
    return [one.at.isoformat() for one in after(spans, start) if one.at]


def test_the_hour_that_is_left_out_in_spring_is_not_waited_for() -> None:
    assert clocks("1 hour, 2 hours, 10 hours", "2027-03-28T00:30") == [
        "2027-03-28T01:30:00+01:00",
        "2027-03-28T03:30:00+02:00",
        "2027-03-28T11:30:00+02:00",
    ]


def test_the_hour_that_comes_twice_in_autumn_is_waited_for_twice() -> None:
    assert clocks("1 hour, 2 hours, 3 hours, 24 hours", "2026-10-25T01:30") == [
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30:00+01:00",
        "2026-10-25T03:30:00+01:00",
        "2026-10-26T00:30:00+01:00",
    ]


def test_a_day_is_one_of_the_calendar_over_a_change_of_the_clocks() -> None:
    assert [one.on for one in after("1 day, 1 week, 1 month", "2027-03-27T23:30")] == [
        date(2027, 3, 28),
        date(2027, 4, 3),
        date(2027, 4, 27),
    ]


def test_an_entry_after_midnight_is_on_the_next_day() -> None:
    found = [one.on for one in after("59 minutes, 1 hour", "2026-12-31T23:00", ISTANBUL)]
    assert found == [date(2026, 12, 31), date(2027, 1, 1)]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-11-23", 3, "2027-02-23"),
        ("2026-12-10", 1, "2027-01-10"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-08-31", 15, "2027-11-30"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-11-23", 0, "2026-11-23"),
        ("2026-11-23", 13, "2027-12-23"),
    ],
)
def test_some_months_later_is_the_same_day_or_the_last_of_a_shorter_month(
    day: str, months: int, expected: str
) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(expected)


@given(DAYS, st.integers(0, 999))
def test_a_day_is_shortened_only_to_the_last_of_its_month(day: date, months: int) -> None:
    found = months_after(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    _, last = monthrange(found.year, found.month)
    assert found.day == min(day.day, last)


@given(DAYS, DAYS, st.integers(0, 999))
def test_who_starts_later_is_not_earlier_some_months_after(
    one: date, two: date, months: int
) -> None:
    first, second = sorted([one, two])
    assert months_after(first, months) <= months_after(second, months)


@given(DAYS, st.integers(0, 998))
def test_more_months_are_later(day: date, months: int) -> None:
    assert months_after(day, months) < months_after(day, months + 1)


# Which of two spans is the shorter one


MONTHS = st.integers(1, 60)
NEAR = MONTHS.flatmap(
    lambda months: st.tuples(
        st.just(Span(months=months)),
        st.integers(-9, 9).map(lambda days: Span(days=max(1, months * 1461 // 48 + days))),
    )
)
"""Some months, and about as many days."""
PAIRS = (
    NEAR
    | NEAR.map(lambda pair: (pair[1], pair[0]))
    | st.tuples(MONTHS, MONTHS).map(lambda pair: (Span(months=pair[0]), Span(months=pair[1])))
    | st.tuples(MONTHS, MONTHS).map(lambda pair: (Span(days=pair[0]), Span(days=pair[1])))
)


def end(start: date, length: Span) -> date:
    return months_after(start, length.months) + timedelta(days=length.days)


@given(PAIRS, DAYS)
@example((Span(days=27), Span(months=1)), date(2027, 2, 1))
@example((Span(months=2), Span(days=63)), date(2027, 7, 1))
@example((Span(months=12), Span(days=368)), date(2027, 3, 1))
def test_a_span_that_is_before_another_ends_earlier_on_every_day(
    pair: tuple[Span, Span], start: date
) -> None:
    one, two = pair
    if one.is_before(two):
        assert end(start, one) < end(start, two)
        assert not two.is_before(one)


@pytest.mark.parametrize("months", range(1, 25))
def test_months_take_no_fewer_and_no_more_days_than_they_are_taken_for(months: int) -> None:
    """On every day of four years, one of which is a leap year."""
    starts = (date(2026, 1, 1) + timedelta(days=more) for more in range(1461))
    lengths = {(months_after(start, months) - start).days for start in starts}
    length = Span(months=months)
    assert length.shortest <= min(lengths)
    assert max(lengths) <= length.longest


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("1 minute", "2 minutes"),
        ("59 minutes", "1 hour"),
        ("6 days", "1 week"),
        ("3 weeks", "1 month"),
        ("1 month", "5 weeks"),
        ("6 weeks", "3 months"),
        ("3 months", "6 months"),
        ("50 weeks", "12 months"),
    ],
)
def test_what_everyone_takes_for_shorter_is_before(one: str, two: str) -> None:
    assert span(one).is_before(span(two))
    assert not span(two).is_before(span(one))
    assert not span(one).is_before(span(one))
