"""Doses in hours against an oracle that tries every usual dose, and the clinic's own times."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from build_pack.checks.rounded_doses import delayed_doses
from build_pack.content.models.dosing import LastDose, Restart, Slot
from build_pack.content.models.times_of_day import ClinicTimes
from build_pack.planning.last_and_first_dose import DoseSchedule
from build_pack.planning.visit import TakenMedicine, Visit
from tests.planning.samples import ISTANBUL, LONDON, at

DAYS = range(-12, 13)
EARLY = ClinicTimes.model_validate({
    "morning": {"begins": "05:00", "usual": "06:30", "taken_by": "07:00"},
    "noon": {"begins": "11:00", "usual": "11:30", "taken_by": "12:30"},
    "evening": {"begins": "17:00", "usual": "18:15", "taken_by": "19:00"},
    "bedtime": {"begins": "20:00", "usual": "20:45", "taken_by": "22:00"},
    "procedure_minutes": 45,
})  # fmt: skip
STARTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)).map(  # noqa: DTZ001
    lambda found: found.replace(second=0, microsecond=0)
)
SLOTS = st.sets(st.sampled_from(Slot), min_size=1).map(
    lambda found: tuple(sorted(found, key=list(Slot).index))
)
ZONES = st.sampled_from([ISTANBUL, LONDON])
TIMES = st.sampled_from([ClinicTimes(), EARLY])
HOURS = st.integers(1, 168)


def doses_of(start: datetime, slots: tuple[Slot, ...], times: ClinicTimes) -> DoseSchedule:
    return DoseSchedule(Visit(start), TakenMedicine("a", slots=slots), times)


def usual_doses(
    start: datetime, slots: tuple[Slot, ...], times: ClinicTimes
) -> Iterator[tuple[float, int, Slot]]:
    """Each usual dose with its distance from the start in elapsed hours, the earliest first."""
    for day in DAYS:
        for slot in slots:
            clock = getattr(times, slot).usual
            there = datetime.fromisoformat(f"{(start + timedelta(days=day)).date()}T{clock}")
            moment = there.replace(tzinfo=start.tzinfo).astimezone(UTC)
            yield (moment - start.astimezone(UTC)) / timedelta(hours=1), day, slot


def is_even(start: datetime) -> bool:
    """Whether the clocks do not change near it: an hour that is not there has no oracle."""
    offsets = {(start + timedelta(days=day)).utcoffset() for day in DAYS}
    return len(offsets) == 1


@given(STARTS, ZONES, SLOTS, HOURS, TIMES)
def test_the_last_dose_is_the_latest_of_all_usual_doses_that_are_early_enough(
    start: datetime, zone: ZoneInfo, slots: tuple[Slot, ...], hours: int, times: ClinicTimes
) -> None:
    start = start.replace(tzinfo=zone)
    if not is_even(start):
        return
    allowed = [one for one in usual_doses(start, slots, times) if one[0] <= -hours]
    found = doses_of(start, slots, times).last(LastDose(hours=hours))
    assert (found.day, found.slot) == allowed[-1][1:]
    limit = start - timedelta(hours=hours)
    by = getattr(times, found.slot or "").taken_by
    is_tight = found.date == limit.date() and f"{limit:%H:%M}" < by
    assert found.at == (limit if is_tight else None)


@given(STARTS, ZONES, SLOTS, HOURS, TIMES)
def test_the_first_dose_is_the_earliest_of_all_usual_doses_that_are_late_enough(
    start: datetime, zone: ZoneInfo, slots: tuple[Slot, ...], hours: int, times: ClinicTimes
) -> None:
    start = start.replace(tzinfo=zone)
    if not is_even(start):
        return
    over = hours + times.procedure_minutes / 60
    allowed = [one for one in usual_doses(start, slots, times) if one[0] >= over]
    found = doses_of(start, slots, times).first(Restart(hours=hours))
    assert found
    assert (found.day, found.slot) == allowed[0][1:]


@given(STARTS, st.sampled_from(Slot), TIMES)
def test_a_restart_on_the_day_itself_is_never_before_the_procedure_is_over(
    start: datetime, slot: Slot, times: ClinicTimes
) -> None:
    start = start.replace(tzinfo=ISTANBUL)
    doses = doses_of(start, (), times)
    moment = doses.first(Restart(day=0, slot=slot))
    assert moment
    minutes = start.hour * 60 + start.minute + times.procedure_minutes
    hour, minute = map(int, getattr(times, slot).usual.split(":"))
    begun = f"{start:%H:%M}" >= getattr(times, slot).begins
    assert doses.may_be(moment) is (minutes <= hour * 60 + minute and not begun)


def test_where_the_times_are_not_known_the_day_counts_the_length_of_the_procedure() -> None:
    """22:30 and one hour are before midnight; the procedure and that hour are not."""
    found = doses_of(at("2026-12-10T22:30"), (), ClinicTimes()).first(Restart(hours=1))
    assert found
    assert (found.day, found.at) == (1, at("2026-12-10T23:30"))


@pytest.mark.parametrize(("minutes", "day"), [(120, 1), (119, 0), (30, 0)])
def test_the_length_of_the_procedure_is_the_clinics(minutes: int, day: int) -> None:
    times = ClinicTimes(procedure_minutes=minutes)
    found = doses_of(at("2026-12-10T14:01"), (Slot.EVENING,), times).first(Restart(hours=4))
    assert found
    assert (found.day, found.slot) == (day, Slot.EVENING)


@pytest.mark.parametrize(
    ("rule", "slots", "expected"),
    [
        (Slot.EVENING, (Slot.MORNING, Slot.BEDTIME), (-2, Slot.BEDTIME)),
        (Slot.EVENING, (Slot.BEDTIME,), (-2, Slot.BEDTIME)),
        (Slot.EVENING, (Slot.MORNING, Slot.NOON, Slot.BEDTIME), (-2, Slot.BEDTIME)),
        (Slot.EVENING, (Slot.EVENING, Slot.BEDTIME), (-2, Slot.EVENING)),
        (Slot.EVENING, (Slot.MORNING,), (-2, Slot.MORNING)),
        (Slot.MORNING, (Slot.MORNING, Slot.BEDTIME), (-2, Slot.MORNING)),
        (Slot.NOON, (Slot.BEDTIME,), (-3, Slot.BEDTIME)),
        (None, (Slot.MORNING, Slot.BEDTIME), (-2, Slot.BEDTIME)),
    ],
)
def test_the_evening_of_a_rule_is_bedtime_for_who_takes_none_in_the_evening(
    rule: Slot | None, slots: tuple[Slot, ...], expected: tuple[int, Slot]
) -> None:
    found = doses_of(at("2026-12-10T09:00"), slots, ClinicTimes()).last(LastDose(day=-2, slot=rule))
    assert (found.day, found.slot) == expected


def faults(**changed: Any) -> list[tuple[str, ...]]:
    try:
        ClinicTimes.model_validate(changed)
    except ValidationError as error:
        return [tuple(map(str, one["loc"])) for one in error.errors()]
    return []


def time_of(begins: str, usual: str, taken_by: str) -> dict[str, str]:
    return {"begins": begins, "usual": usual, "taken_by": taken_by}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"evening": time_of("17:00", "18:00", "20:00")}, []),
        ({"evening": time_of("19:00", "18:00", "20:00")}, [("evening", "usual")]),
        ({"evening": time_of("17:00", "19:00", "18:30")}, [("evening", "taken_by")]),
        ({"evening": time_of("13:00", "18:00", "20:00")}, [("evening",)]),
        ({"noon": time_of("12:00", "13:00", "19:00")}, [("evening",)]),
        ({"evening": {"usual": "19:00"}}, [("evening", "begins"), ("evening", "taken_by")]),
        ({"evening": time_of("18:00", "20:00", "24:00")}, [("evening", "taken_by")]),
        ({"procedure_minutes": 0}, [("procedure_minutes",)]),
        ({"midnight": time_of("18:00", "20:00", "21:00")}, [("midnight",)]),
    ],
)
def test_times_of_day_are_in_order_and_do_not_overlap(
    changed: dict[str, Any], expected: list[tuple[str, ...]]
) -> None:
    assert faults(**changed) == expected


# Rules in hours that usual times put off


def put_off(rule: LastDose | Restart, start: str) -> list[tuple[Slot, str, str]]:
    found = delayed_doses(rule, at(f"2026-12-10T{start}"), ClinicTimes())
    return [(one.slot, f"{one.limit:%d %H:%M}", f"{one.dose:%d %H:%M}") for one in found]


@pytest.mark.parametrize(
    ("rule", "start", "expected"),
    [
        (Restart(hours=24), "09:00", [(Slot.MORNING, "11 11:00", "12 08:00")]),
        (Restart(hours=24), "13:00", [(Slot.MORNING, "11 15:00", "12 08:00")]),
        (Restart(hours=48), "09:00", [(Slot.MORNING, "12 11:00", "13 08:00")]),
        (Restart(hours=12), "08:30", [(Slot.EVENING, "10 22:30", "11 20:00")]),
        (Restart(hours=24), "07:30", [(Slot.MORNING, "11 09:30", "12 08:00")]),
        (Restart(hours=12), "13:00", []),
        (LastDose(hours=4), "17:00", []),
        (Restart(hours=4), "08:30", []),
        (Restart(day=1), "09:00", []),
        (Restart(told_by_team=True), "09:00", []),
        (LastDose(hours=24), "07:30", [(Slot.MORNING, "09 07:30", "08 08:00")]),
        (LastDose(hours=12), "07:30", [(Slot.EVENING, "09 19:30", "08 20:00")]),
        (LastDose(hours=12), "08:30", []),
        (LastDose(hours=12), "13:00", []),
        (LastDose(hours=24), "09:00", []),
        (LastDose(hours=24), "13:00", []),
        (LastDose(day=-1), "07:30", []),
    ],
)
def test_a_dose_that_hours_hardly_miss_and_put_off_by_a_day_is_told(
    rule: LastDose | Restart, start: str, expected: list[tuple[Slot, str, str]]
) -> None:
    assert put_off(rule, start) == expected
