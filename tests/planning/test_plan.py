"""A rule worked out for one visit: dates counted by hand, and what holds for every date."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.models.clinic import Weekday
from build_pack.content.models.dosing import Slot
from build_pack.content.models.medicine_rules import Decision
from build_pack.planning.medicine_days import DayMark, MedicineDay
from build_pack.planning.moments import PlannedMoment
from build_pack.planning.plan import MedicinePlan, Plan
from build_pack.planning.rule_selection import UndecidedCause, UndecidedReason
from build_pack.planning.visit import TakenMedicine, Visit
from tests.planning.samples import (
    BY_ID,
    LONDON,
    MEDICINES,
    UNTAKEN,
    at,
    plan,
    planned,
    rules,
    taken,
)

START = "2026-12-10T09:00"
WITHHELD: dict[str, Any] = {
    "medicine": "warfarin",
    "decision": "withhold",
    "last_dose": {"day": -4, "slot": "evening"},
    "restart": {"day": 1, "slot": "morning"},
}


def marks(one: MedicinePlan) -> str:
    """The calendar as a word: a letter a day, the procedure's in capitals."""
    letters = {
        DayMark.USUAL: "u", DayMark.LAST: "l", DayMark.NONE: "n", DayMark.FIRST: "f",
        DayMark.AFTER: "a",
        DayMark.BOTH: "b",
        DayMark.WAIT: "w", DayMark.CHANGED: "c", DayMark.NOT_DUE: "-", DayMark.OPEN: "o",
    }  # fmt: skip
    return "".join(
        letters[day.mark].upper() if day.day == 0 else letters[day.mark] for day in one.days
    )


# By hand


def test_a_withheld_medicine_has_its_last_dose_its_days_without_and_its_restart() -> None:
    one = planned(WITHHELD, START)
    assert one.decision is Decision.WITHHOLD
    assert one.last_dose == PlannedMoment(-4, date(2026, 12, 6), Slot.EVENING)
    assert [day.date for day in one.without] == [date(2026, 12, d) for d in (7, 8, 9, 10)]
    assert one.restart == PlannedMoment(1, date(2026, 12, 11), Slot.MORNING)
    assert marks(one) == "uuulnnnNfuu"


def test_the_calendar_goes_from_a_week_before_to_three_days_after() -> None:
    days = planned(WITHHELD, START).days
    assert days[0] == MedicineDay(-7, date(2026, 12, 3), DayMark.USUAL)
    assert days[-1] == MedicineDay(3, date(2026, 12, 13), DayMark.USUAL)


def test_it_begins_earlier_and_ends_later_where_a_rule_needs_it() -> None:
    rule = WITHHELD | {"last_dose": {"day": -15}, "restart": {"day": 5}}
    assert marks(planned(rule, START)) == "l" + "n" * 14 + "N" + "nnnnf"


def test_a_restart_in_weeks_does_not_make_the_calendar_longer() -> None:
    one = planned(WITHHELD | {"restart": {"day": 42}}, START)
    assert one.restart == PlannedMoment(42, date(2027, 1, 21))
    assert one.days[-1].day == 14


@pytest.mark.parametrize(
    ("start", "last", "first"),
    [
        ("2026-03-01T09:00", date(2026, 2, 25), date(2026, 3, 2)),
        ("2028-03-01T09:00", date(2028, 2, 26), date(2028, 3, 2)),
        ("2028-02-29T09:00", date(2028, 2, 25), date(2028, 3, 1)),
        ("2027-01-02T09:00", date(2026, 12, 29), date(2027, 1, 3)),
        ("2026-12-31T09:00", date(2026, 12, 27), date(2027, 1, 1)),
    ],
)
def test_dates_run_over_the_ends_of_months_and_years(start: str, last: date, first: date) -> None:
    one = planned(WITHHELD, start)
    assert (one.last_dose and one.last_dose.date, one.restart and one.restart.date) == (last, first)


def test_hours_are_counted_from_the_time_of_the_procedure() -> None:
    rule = WITHHELD | {"last_dose": {"hours": 12}, "restart": {"hours": 24}}
    one = planned(rule, START)
    assert one.last_dose == PlannedMoment(
        -1, date(2026, 12, 9), hours=-12, at=at("2026-12-09T21:00")
    )
    assert one.restart == PlannedMoment(1, date(2026, 12, 11), hours=24, at=at("2026-12-11T09:00"))
    assert marks(one) == "uuuuuulNfuu"


def test_a_last_and_a_first_dose_on_the_day_of_the_procedure_are_both_marked() -> None:
    rule = WITHHELD | {"last_dose": {"hours": 6}, "restart": {"hours": 2}}
    assert marks(planned(rule, "2026-12-10T14:00")) == "uuuuuuuBuuu"


def test_a_dose_hours_before_an_afternoon_procedure_may_be_on_its_day() -> None:
    rule = WITHHELD | {"last_dose": {"hours": 6}, "restart": {"hours": 12}}
    one = planned(rule, "2026-12-10T14:00")
    assert one.last_dose == PlannedMoment(
        0, date(2026, 12, 10), hours=-6, at=at("2026-12-10T08:00")
    )
    assert marks(one) == "uuuuuuuLfuu"


@pytest.mark.parametrize(
    ("start", "before", "after"),
    [
        # In 2026 London's clocks go forward on 29 March and back on 25 October, at 01:00 UTC.
        ("2026-03-29T09:00", "2026-03-28T08:00", "2026-03-30T09:00"),
        ("2026-03-28T09:00", "2026-03-27T09:00", "2026-03-29T10:00"),
        ("2026-10-25T09:00", "2026-10-24T10:00", "2026-10-26T09:00"),
        ("2026-10-24T09:00", "2026-10-23T09:00", "2026-10-25T08:00"),
    ],
)
def test_hours_are_hours_also_when_the_clocks_change(start: str, before: str, after: str) -> None:
    rule = WITHHELD | {"last_dose": {"hours": 24}, "restart": {"hours": 24}}
    visit = Visit(at(start, LONDON), medicines=(taken("warfarin"),))
    [one] = plan(rules(rule), visit).medicines
    assert one.last_dose
    assert one.restart
    assert one.last_dose.at == at(before, LONDON)
    assert one.restart.at == at(after, LONDON)


def test_days_are_days_of_the_calendar_also_when_the_clocks_change() -> None:
    visit = Visit(at("2026-03-30T00:30", LONDON), medicines=(taken("warfarin"),))
    [one] = plan(rules(WITHHELD), visit).medicines
    assert one.last_dose
    assert one.last_dose.date == date(2026, 3, 26)


def test_until_the_team_tells_it_the_days_after_are_days_of_waiting() -> None:
    one = planned(WITHHELD | {"restart": {"told_by_team": True}}, START)
    assert one.restart is None
    assert marks(one) == "uuulnnnNwww"


@pytest.mark.parametrize(
    ("more", "expected"),
    [({}, "uuuuuuuUuuu"), ({"procedure_day": "after"}, "uuuuuuuAuuu")],
)
def test_a_continued_medicine_is_taken_every_day(more: dict[str, Any], expected: str) -> None:
    one = planned({"medicine": "aspirin", "decision": "continue", **more}, START)
    assert marks(one) == expected


def test_a_changed_dose_has_its_first_and_its_last_day() -> None:
    reduced = {"dose": {"percent": 50}, "first": -1, "last": 1}
    one = planned({"medicine": "metformin", "decision": "reduce", "reduced": reduced}, START)
    assert one.reduced == (
        PlannedMoment(-1, date(2026, 12, 9)),
        PlannedMoment(1, date(2026, 12, 11)),
    )
    assert marks(one) == "uuuuuucCcuu"


def test_bridging_has_its_own_first_and_last_dose_and_its_own_calendar() -> None:
    bridging = {
        "medicine": "enoxaparin",
        "first": {"day": -3, "slot": "morning"},
        "last": {"hours": 24},
        "restart": {"hours": 48},
        "given_by": "nurse",
    }
    one = planned(WITHHELD | {"bridging": bridging}, START)
    assert one.bridge
    assert one.bridge.first == PlannedMoment(-3, date(2026, 12, 7), Slot.MORNING)
    assert one.bridge.last.at == at("2026-12-09T09:00")
    assert one.bridge.restart
    assert one.bridge.restart.at == at("2026-12-12T09:00")
    assert [day.mark for day in one.bridge.days if day.mark not in UNTAKEN] == [
        DayMark.USUAL, DayMark.USUAL, DayMark.LAST, DayMark.FIRST, DayMark.USUAL,
    ]  # fmt: skip
    assert marks(one) == "uuulnnnNfuu"


def test_a_restart_with_a_meal_is_on_the_day_of_the_procedure() -> None:
    one = planned(WITHHELD | {"restart": {"next_meal": True}}, START)
    assert one.restart == PlannedMoment(0, date.fromisoformat(START[:10]), with_meal=True)
    assert [day.mark for day in one.days if day.day in {-1, 0, 1}] == [
        DayMark.NONE,
        DayMark.FIRST,
        DayMark.USUAL,
    ]


def test_until_a_blood_test_is_in_range_the_days_after_the_procedure_are_waited_for() -> None:
    one = planned(WITHHELD | {"restart": {"in_range": "INR"}}, START)
    assert one.restart is None
    assert [day.mark for day in one.days if day.day >= 0] == [DayMark.NONE, *[DayMark.WAIT] * 3]


def test_a_blood_test_has_its_day() -> None:
    name = {"en": "INR", "tr": "INR"}
    tests = [{"name": name, "day": -10}, {"name": name, "day": 0}]
    one = planned({"medicine": "warfarin", "decision": "continue", "blood_tests": tests}, START)
    assert [test.when for test in one.tests] == [
        PlannedMoment(-10, date(2026, 11, 30)), PlannedMoment(0, date(2026, 12, 10)),
    ]  # fmt: skip
    assert one.days[0].day == -10


# The patient's own times


@pytest.mark.parametrize(
    ("start", "hours", "slots", "day", "slot", "by"),
    [
        # A limit in the night is one of the day before, also where the times are not known.
        ("2026-12-10T14:00", 12, (), -1, None, ""),
        ("2026-12-10T14:00", 12, (Slot.EVENING,), -1, Slot.EVENING, ""),
        ("2026-12-10T09:00", 12, (Slot.EVENING,), -1, Slot.EVENING, ""),
        ("2026-12-10T08:59", 12, (Slot.EVENING,), -1, Slot.EVENING, "2026-12-09T20:59"),
        ("2026-12-10T08:30", 12, (Slot.EVENING,), -1, Slot.EVENING, "2026-12-09T20:30"),
        ("2026-12-10T08:00", 12, (Slot.EVENING,), -1, Slot.EVENING, "2026-12-09T20:00"),
        ("2026-12-10T07:59", 12, (Slot.EVENING,), -2, Slot.EVENING, ""),
        ("2026-12-10T09:00", 24, (Slot.MORNING,), -1, Slot.MORNING, "2026-12-09T09:00"),
        ("2026-12-10T11:00", 24, (Slot.MORNING, Slot.EVENING), -1, Slot.MORNING, ""),
    ],
)
def test_a_last_dose_in_hours_is_the_latest_usual_one_that_the_rule_allows(
    start: str, hours: int, slots: tuple[Slot, ...], day: int, slot: Slot | None, by: str
) -> None:
    """One that may be taken later than its usual time, and then too late, has a time on it."""
    last = planned(WITHHELD | {"last_dose": {"hours": hours}}, start, slots=slots).last_dose
    assert last
    assert (last.day, last.slot, last.at) == (day, slot, at(by) if by else None)


@pytest.mark.parametrize(
    ("start", "hours", "slots", "day", "slot"),
    [
        ("2026-12-10T09:00", 24, (Slot.MORNING, Slot.EVENING), 1, Slot.EVENING),
        ("2026-12-10T09:00", 24, (Slot.MORNING,), 2, Slot.MORNING),
        ("2026-12-10T14:00", 4, (Slot.EVENING,), 0, Slot.EVENING),
        ("2026-12-10T15:00", 4, (Slot.EVENING,), 1, Slot.EVENING),
    ],
)
def test_a_restart_in_hours_is_at_the_first_usual_time_that_is_not_too_early(
    start: str, hours: int, slots: tuple[Slot, ...], day: int, slot: Slot
) -> None:
    again = planned(WITHHELD | {"restart": {"hours": hours}}, start, slots=slots).restart
    assert again
    assert (again.day, again.slot) == (day, slot)


@pytest.mark.parametrize(
    ("slots", "day", "slot"),
    [
        ((Slot.MORNING, Slot.EVENING), -4, Slot.EVENING),
        ((Slot.MORNING,), -4, Slot.MORNING),
        ((Slot.BEDTIME,), -4, Slot.BEDTIME),
        ((Slot.MORNING, Slot.BEDTIME), -4, Slot.BEDTIME),
        ((Slot.EVENING, Slot.BEDTIME), -4, Slot.EVENING),
    ],
)
def test_the_last_dose_is_the_latest_that_the_patient_takes_and_no_later_than_the_rule(
    slots: tuple[Slot, ...], day: int, slot: Slot
) -> None:
    last = planned(WITHHELD, START, slots=slots).last_dose
    assert last
    assert (last.day, last.slot) == (day, slot)


@pytest.mark.parametrize(
    ("slots", "day", "slot"),
    [
        ((Slot.MORNING, Slot.EVENING), 1, Slot.EVENING),
        ((Slot.MORNING,), 2, Slot.MORNING),
        ((Slot.BEDTIME,), 1, Slot.BEDTIME),
    ],
)
def test_the_restart_is_the_earliest_that_the_patient_takes_and_no_earlier_than_the_rule(
    slots: tuple[Slot, ...], day: int, slot: Slot
) -> None:
    again = planned(WITHHELD | {"restart": {"day": 1, "slot": "noon"}}, START, slots=slots).restart
    assert again
    assert (again.day, again.slot) == (day, slot)


def test_a_weekly_medicine_is_taken_and_left_out_on_its_own_weekday() -> None:
    rule = {
        "medicine": "metformin",
        "decision": "withhold",
        "last_dose": {"day": -8},
        "restart": {"day": 1},
    }
    one = planned(rule, START, weekday=Weekday.MONDAY)  # the procedure is on a Thursday
    assert one.last_dose == PlannedMoment(-10, date(2026, 11, 30))
    assert one.restart == PlannedMoment(4, date(2026, 12, 14))
    assert [(day.date, day.mark) for day in one.days if day.mark is not DayMark.NOT_DUE] == [
        (date(2026, 11, 30), DayMark.LAST),
        (date(2026, 12, 7), DayMark.NONE),
        (date(2026, 12, 14), DayMark.FIRST),
    ]


# Undecided


def reasons(one: MedicinePlan) -> tuple[UndecidedCause, ...]:
    assert one.decision is Decision.UNDECIDED
    assert {day.mark for day in one.days} == {DayMark.OPEN}
    return tuple(reason.why for reason in one.reasons)


def test_a_medicine_that_nothing_is_known_of_comes_out_undecided() -> None:
    [one] = plan(rules(WITHHELD), Visit(at(START), medicines=(TakenMedicine("Xyzol"),))).medicines
    assert reasons(one) == (UndecidedCause.UNKNOWN,)
    assert one.taken.given == "Xyzol"


def test_a_medicine_without_a_rule_comes_out_undecided() -> None:
    [one] = plan(rules(WITHHELD), Visit(at(START), medicines=(taken("metformin"),))).medicines
    assert reasons(one) == (UndecidedCause.NO_RULE,)


def test_a_medicine_that_the_clinic_leaves_open_comes_out_undecided() -> None:
    assert reasons(planned({"medicine": "warfarin", "decision": "undecided"}, START)) == (
        UndecidedCause.LEFT_OPEN,
    )


@pytest.mark.parametrize(
    ("until", "decision"),
    [("2026-12-09", Decision.UNDECIDED), ("2026-12-10", Decision.WITHHOLD)],
)
def test_a_decision_that_ends_before_the_procedure_is_none(until: str, decision: Decision) -> None:
    decided = {"role": {"en": "a"}, "on": "2026-01-01", "until": until}
    one = planned(WITHHELD | {"decided": decided}, START)
    assert one.decision is decision
    assert one.reasons == (
        (UndecidedReason(UndecidedCause.EXPIRED),) if decision is Decision.UNDECIDED else ()
    )


@pytest.mark.parametrize(
    ("slot", "start", "decision"),
    [
        ("noon", "2026-12-10T10:00", Decision.WITHHOLD),
        ("noon", "2026-12-10T10:01", Decision.UNDECIDED),
        ("noon", "2026-12-10T11:59", Decision.UNDECIDED),
        ("noon", "2026-12-10T12:00", Decision.UNDECIDED),
        ("evening", "2026-12-10T17:30", Decision.WITHHOLD),
        ("evening", "2026-12-10T18:00", Decision.UNDECIDED),
        ("bedtime", "2026-12-10T20:00", Decision.WITHHOLD),
        ("bedtime", "2026-12-10T21:30", Decision.UNDECIDED),
    ],
)
def test_a_restart_that_may_come_before_the_procedure_is_undecided(
    slot: str, start: str, decision: Decision
) -> None:
    one = planned(WITHHELD | {"restart": {"day": 0, "slot": slot}}, start)
    assert one.decision is decision
    assert one.reasons == (
        (UndecidedReason(UndecidedCause.TOO_EARLY),) if decision is Decision.UNDECIDED else ()
    )


def test_without_medicines_that_are_recorded_every_rule_is_planned() -> None:
    found = rules(WITHHELD, {"medicine": "metformin", "decision": "continue"})
    made = plan(found, Visit(at(START)))
    assert [one.taken.given for one in made.medicines] == ["warfarin", "metformin"]


def test_without_medicines_a_combination_is_planned_by_the_rules_for_its_parts() -> None:
    """A clinic that adds one finds it on the sheet that is made without a visit."""
    one = {"decision": "continue"}
    both = ({"medicine": "aspirin", **one}, {"medicine": "clopidogrel", **one})
    found = [(m.taken.given, m.decision) for m in plan(rules(*both), Visit()).medicines]
    assert ("aspirin-clopidogrel", Decision.CONTINUE) in found
    [alone] = plan(rules(both[0]), Visit()).medicines
    assert alone.taken.given == "aspirin"


def test_without_a_date_there_are_days_and_no_dates() -> None:
    [one] = plan(rules(WITHHELD), Visit(medicines=(taken("warfarin"),))).medicines
    assert one.last_dose == PlannedMoment(-4, None, Slot.EVENING)
    assert {day.date for day in one.days} == {None}
    assert marks(one) == "uuulnnnNfuu"


def test_without_a_time_hours_have_no_day_and_no_calendar() -> None:
    rule = WITHHELD | {"last_dose": {"hours": 12}}
    [one] = plan(rules(rule), Visit(medicines=(taken("warfarin"),))).medicines
    assert one.last_dose == PlannedMoment(None, hours=-12)
    assert one.days == ()


# Times of day that are not known


@pytest.mark.parametrize(
    ("times", "expected"), [(None, None), (1, None), (2, Slot.EVENING), (3, None)]
)
def test_only_twice_a_day_is_planned_at_times_of_day_that_nobody_has_told(
    times: int | None, expected: Slot | None
) -> None:
    rule = WITHHELD | {"last_dose": {"day": -2}, "restart": {"day": 1}}
    one = planned(rule, START, times_a_day=times)
    assert one.last_dose
    assert one.restart
    assert (one.last_dose.day, one.last_dose.slot) == (-2, expected)
    assert one.restart.slot is (Slot.MORNING if expected else None)
    assert one.is_assumed is (expected is not None)


def test_times_of_day_that_are_told_are_not_assumed() -> None:
    one = planned(WITHHELD, START, times_a_day=2, slots=(Slot.NOON, Slot.BEDTIME))
    assert not one.is_assumed
    assert one.last_dose
    assert one.last_dose.slot is Slot.BEDTIME


def test_what_is_not_taken_every_day_is_undecided_where_days_count() -> None:
    one = planned(WITHHELD, START, some_days=True)
    assert [reason.why for reason in one.reasons] == [UndecidedCause.WEEKDAY]


# Two antiplatelets, and a stent


def prescribers(*names: str, **more: Any) -> list[str]:
    every = [{"medicine": one.id, "decision": "continue"} for one in MEDICINES.values()]
    visit = Visit(at(START), medicines=tuple(taken(name, **more) for name in names))
    found = plan(rules(*every), visit).medicines
    return [one.taken.given for one in found if one.prescriber]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["aspirin", "metformin"], []),
        (["warfarin", "aspirin"], ["warfarin", "aspirin"]),
        (["aspirin", "metformin", "clopidogrel"], ["aspirin", "clopidogrel"]),
        (["aspirin-clopidogrel", "metformin"], ["aspirin-clopidogrel"]),
    ],
)
def test_two_blood_thinners_together_need_their_prescriber(
    names: list[str], expected: list[str]
) -> None:
    assert prescribers(*names) == expected


def test_a_stent_needs_its_prescriber() -> None:
    assert prescribers("aspirin", indication="stent") == ["aspirin"]
    assert prescribers("aspirin", indication="rhythm") == []


# For every rule and date

SLOTS = st.none() | st.sampled_from([slot.value for slot in Slot])
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
TIMES_A_DAY = st.sampled_from([None, 1, 2, 3])
TAKEN_AT = st.sampled_from([(), (Slot.MORNING,), (Slot.BEDTIME,), (Slot.MORNING, Slot.EVENING)])
WEEKDAYS = st.none() | st.sampled_from(Weekday)


def without_nones(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


LAST_DOSES = st.builds(without_nones, day=st.integers(-60, -1), slot=SLOTS) | st.builds(
    without_nones, hours=st.integers(1, 168)
)
RESTARTS = (
    st.builds(without_nones, day=st.integers(1, 60), slot=SLOTS)
    | st.builds(without_nones, hours=st.integers(1, 168))
    | st.just({"told_by_team": True})
    | st.just({"next_meal": True})
    | st.just({"in_range": "a"})
    | st.just({"day": 0})
)
WITHHOLDING = st.builds(
    lambda last, again: WITHHELD | {"last_dose": last, "restart": again}, LAST_DOSES, RESTARTS
)
TESTS = st.lists(
    st.builds(lambda day: {"name": {"en": "a"}, "day": day}, st.integers(-60, 60)), max_size=3
)
RULES = (
    WITHHOLDING
    | st.builds(
        lambda dose: {"medicine": "warfarin", "decision": dose},
        st.sampled_from(["continue", "ask"]),
    )
    | st.builds(
        lambda first, more: {
            "medicine": "warfarin",
            "decision": "reduce",
            "reduced": {"dose": {"percent": 50}, "first": first, "last": first + more},
        },
        st.integers(-60, 30),
        st.integers(0, 30),
    )
)


@st.composite
def visits(draw: st.DrawFn) -> Visit:
    slots, weekday, times = draw(TAKEN_AT), draw(WEEKDAYS), draw(TIMES_A_DAY)
    one = taken("warfarin", slots=slots, weekday=weekday, times_a_day=times)
    return Visit(draw(MOMENTS), medicines=(one,))


def dates(made: Plan) -> list[date | None]:
    """Every date of a plan, in an order that does not depend on them."""
    found: list[date | None] = []
    for one in made.medicines:
        moments = [one.last_dose, one.restart, *(test.when for test in one.tests)]
        moments += one.reduced or ()
        found += [moment.date if moment else None for moment in moments]
        found += [moment.at.date() if moment and moment.at else None for moment in moments]
        found += [day.date for day in one.days]
    return found


@given(RULES, TESTS, visits(), st.integers(-4000, 4000))
def test_moving_the_procedure_by_days_moves_every_date_by_as_many(
    rule: dict[str, Any], tests: list[Any], visit: Visit, weeks: int
) -> None:
    """By whole weeks where a weekday is fixed; that covers every day for the others."""
    [one] = visit.medicines or ()
    shift = timedelta(days=weeks * 7 if one.weekday else weeks)
    assert visit.start
    found = rules(rule | {"blood_tests": tests})
    before = plan(found, visit)
    moved = plan(found, Visit(visit.start + shift, medicines=visit.medicines))
    assert dates(moved) == [day + shift if day else None for day in dates(before)]


@given(WITHHOLDING, visits())
def test_what_comes_before_the_procedure_ends_before_it_and_the_restart_comes_after(
    rule: dict[str, Any], visit: Visit
) -> None:
    [one] = plan(rules(rule), visit).medicines
    assert visit.start
    assert one.last_dose
    assert one.last_dose.day is not None
    assert one.last_dose.day < 0 or one.last_dose.hours is not None
    assert one.last_dose.at is None or one.last_dose.at < visit.start
    if one.restart:
        assert one.restart.day is not None
        same_day = one.restart.day == one.last_dose.day
        assert one.restart.day > one.last_dose.day or same_day
        assert same_day is (DayMark.BOTH in {day.mark for day in one.days})
        assert one.restart.day >= 0
        assert one.restart.at is None or one.restart.at > visit.start


@given(RULES, visits())
def test_each_day_of_the_calendar_stands_once_and_says_one_thing(
    rule: dict[str, Any], visit: Visit
) -> None:
    [one] = plan(rules(rule), visit).medicines
    assert [day.day for day in one.days] == list(range(one.days[0].day, one.days[-1].day + 1))
    assert {-7, 0, 3} <= {day.day for day in one.days}
    assert [day.date for day in one.days] == [visit.date(day.day) for day in one.days]


@given(WITHHOLDING, visits())
def test_no_dose_is_marked_between_the_last_and_the_first_and_every_other_day_is_taken(
    rule: dict[str, Any], visit: Visit
) -> None:
    [one] = plan(rules(rule), visit).medicines
    assert one.last_dose
    last = one.last_dose.day
    first = one.restart.day if one.restart else None
    assert last is not None
    for day in one.days:
        between = last < day.day and (first is None or day.day < first)
        if day.mark is not DayMark.NOT_DUE:
            assert (day.mark not in UNTAKEN) is not between


@given(st.lists(st.sampled_from([*BY_ID, "Xyzol", "Abcin"]), max_size=8))
def test_no_medicine_is_lost_and_none_is_added(names: list[str]) -> None:
    visit = Visit(at(START), medicines=tuple(taken(name) for name in names))
    found = plan(rules(WITHHELD), visit).medicines
    assert Counter(one.taken.given for one in found) == Counter(names)


@given(RULES, visits())
def test_a_plan_does_not_depend_on_anything_but_what_it_is_given(
    rule: dict[str, Any], visit: Visit
) -> None:
    assert plan(rules(rule), visit) == plan(rules(rule), visit)
