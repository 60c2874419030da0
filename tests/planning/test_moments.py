"""Moments of a rule at the times and on the weekdays on which a patient takes a medicine."""

from datetime import date
from typing import Any

import pytest

from build_pack.content.models.clinic import Weekday
from build_pack.content.models.dosing import Slot
from build_pack.content.models.formulary import Medicines
from build_pack.planning.medicine_days import DayMark
from build_pack.planning.moments import PlannedMoment
from build_pack.planning.plan import MedicinePlan
from build_pack.planning.planner import make_plan
from build_pack.planning.visit import TakenMedicine, Visit
from tests.planning.samples import LEAFLET, at, medicine, planned, rules

START = "2026-12-10T09:00"  # a Thursday
WITHHELD: dict[str, Any] = {
    "medicine": "warfarin",
    "decision": "withhold",
    "last_dose": {"day": -4},
    "restart": {"day": 1},
}


# Once a week


@pytest.mark.parametrize(
    ("last", "again"),
    [({"day": -8}, {"day": 1}), ({"hours": 160}, {"hours": 30})],
    ids=["days", "hours"],
)
def test_a_weekly_dose_on_another_day_is_at_the_same_time_of_day(
    last: dict[str, int], again: dict[str, int]
) -> None:
    rule = WITHHELD | {"last_dose": last, "restart": again}
    one = planned(rule, START, weekday=Weekday.MONDAY, slots=(Slot.EVENING,))
    assert one.last_dose == PlannedMoment(-10, date(2026, 11, 30), Slot.EVENING)
    assert one.restart == PlannedMoment(4, date(2026, 12, 14), Slot.EVENING)


def weekly(start: str, weekday: Weekday | None, *, known: bool = True) -> MedicinePlan:
    """A medicine that is kept; `known` is whether the formulary says that it is weekly."""
    one = medicine("methotrexate", "other").model_copy(update={"weekly": known})
    found = rules({"medicine": one.id, "decision": "continue"})
    taken = TakenMedicine(one.id, one, weekday=weekday)
    visit = Visit(at(start) if start else None, medicines=(taken,))
    [made] = make_plan(found, Medicines([one]), LEAFLET, visit).medicines
    return made


@pytest.mark.parametrize(
    ("start", "weekday", "known"),
    [
        (START, None, True),
        ("", Weekday.MONDAY, True),
        ("", Weekday.MONDAY, False),
        ("", None, True),
    ],
)
def test_a_weekly_medicine_has_no_calendar_while_its_day_or_the_date_is_not_known(
    start: str, weekday: Weekday | None, *, known: bool
) -> None:
    assert weekly(start, weekday, known=known).days == ()


@pytest.mark.parametrize("known", [True, False])
def test_a_weekly_medicine_has_one_once_both_are_known(*, known: bool) -> None:
    days = weekly(START, Weekday.MONDAY, known=known).days
    assert [day.day for day in days if day.mark is DayMark.USUAL] == [-3]


def test_a_daily_medicine_needs_neither() -> None:
    assert {day.mark for day in weekly("", None, known=False).days} == {DayMark.USUAL}


# The patient's times


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ({"day": 0}, (0, None)),
        ({"day": 1}, (1, Slot.EVENING)),
        ({"day": 0, "slot": "noon"}, (0, Slot.EVENING)),
    ],
    ids=str,
)
def test_a_restart_is_at_the_patients_time_but_on_the_day_itself_only_after_the_procedure(
    again: dict[str, Any], expected: tuple[int, Slot | None]
) -> None:
    found = planned(WITHHELD | {"restart": again}, START, slots=(Slot.EVENING,)).restart
    assert found
    assert (found.day, found.slot) == expected


def test_a_limit_in_the_night_is_the_day_before_without_a_time() -> None:
    rule = WITHHELD | {"last_dose": {"hours": 12}}
    found = planned(rule, "2026-12-10T17:59").last_dose
    assert found == PlannedMoment(-1, date(2026, 12, 9), None, hours=-12, at=None)


def test_a_limit_from_six_in_the_morning_on_is_a_time_of_that_day() -> None:
    rule = WITHHELD | {"last_dose": {"hours": 12}}
    found = planned(rule, "2026-12-10T18:00").last_dose
    assert found == PlannedMoment(0, date(2026, 12, 10), hours=-12, at=at("2026-12-10T06:00"))


@pytest.mark.parametrize(("minute", "day"), [(0, 0), (1, 1), (30, 1), (59, 1)])
def test_the_minutes_count_until_a_usual_time_after_the_procedure(minute: int, day: int) -> None:
    """Four hours after 14:00 and two for the procedure are 20:00, and that is the evening."""
    rule = WITHHELD | {"restart": {"hours": 4}}
    again = planned(rule, f"2026-12-10T14:{minute:02}", slots=(Slot.EVENING,)).restart
    assert again
    assert (again.day, again.slot) == (day, Slot.EVENING)
