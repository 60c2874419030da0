"""Another medicine in between, a changed dose, and what of a rule is chosen for them."""

from datetime import date
from typing import Any

import pytest

from build_pack.content.models.clinic import Weekday
from build_pack.content.models.conditions import REGION
from build_pack.content.models.dosing import Slot
from build_pack.content.models.formulary import Medicines
from build_pack.content.models.medicine_rules import Case, Decision
from build_pack.content.models.regions import Region
from build_pack.planning.medicine_days import DayMark
from build_pack.planning.moments import PlannedMoment
from build_pack.planning.plan import MedicinePlan, PlannedBridging
from build_pack.planning.planner import make_plan
from build_pack.planning.rule_selection import (
    RuleSelector,
    UndecidedCause,
    UndecidedReason,
)
from build_pack.planning.visit import TakenMedicine, Visit
from tests.planning.samples import (
    DECIDED,
    LEAFLET,
    MEDICINES,
    NAME,
    UNTAKEN,
    at,
    medicine,
    plan,
    planned,
    rules,
    taken,
)

START = "2026-12-10T09:00"  # a Thursday
BRIDGING: dict[str, Any] = {
    "medicine": "enoxaparin",
    "first": {"day": -3, "slot": "morning"},
    "last": {"day": -1, "slot": "morning"},
    "given_by": "nurse",
}
SWITCHED: dict[str, Any] = {
    "medicine": "warfarin",
    "decision": "switch",
    "last_dose": {"day": -4, "slot": "evening"},
    "bridging": BRIDGING,
    "restart": {"day": 1, "slot": "evening"},
}


def switched(**bridging: Any) -> dict[str, Any]:
    """The sample rule with other keys under bridging."""
    return SWITCHED | {"bridging": BRIDGING | bridging}


def bridge_of(one: MedicinePlan) -> PlannedBridging:
    assert one.bridge
    return one.bridge


def marked(one: MedicinePlan) -> dict[int, DayMark]:
    return {day.day: day.mark for day in one.days}


# Its calendar


def test_the_medicine_in_between_is_given_on_every_day_although_the_other_is_weekly() -> None:
    bridge = bridge_of(planned(SWITCHED, START, weekday=Weekday.MONDAY))
    assert {day.day for day in bridge.days if day.mark not in UNTAKEN} == {-3, -2, -1}


def test_the_medicine_in_between_does_not_have_the_times_of_the_other() -> None:
    rule = switched(restart={"day": 2}, last={"day": -1})
    bridge = bridge_of(planned(rule, START, slots=(Slot.EVENING,)))
    assert (bridge.last.slot, bridge.restart and bridge.restart.slot) == (None, None)


def test_the_days_on_which_it_is_not_needed_are_none_of_its_days() -> None:
    """Nothing is left out on them, and nothing is waited for: the patient never took it."""
    bridge = bridge_of(planned(SWITCHED, START))
    assert [day.mark for day in bridge.days] == [
        *[DayMark.NOT_DUE] * 4,
        DayMark.USUAL,
        DayMark.USUAL,
        DayMark.LAST,
        DayMark.NONE,
        *[DayMark.NOT_DUE] * 3,
    ]


def test_the_calendar_goes_on_to_the_restart_of_the_medicine_in_between() -> None:
    one = planned(switched(restart={"day": 6}), START)
    assert one.days[-1].day == 6
    assert (bridge_of(one).days[-1].day, bridge_of(one).days[-1].mark) == (6, DayMark.FIRST)


def test_without_the_time_of_the_procedure_its_hours_have_no_calendar() -> None:
    for hours in ({"last": {"hours": 24}}, {"restart": {"hours": 24}}):
        visit = Visit(medicines=(taken("warfarin"),))
        [one] = plan(rules(switched(**hours)), visit).medicines
        assert bridge_of(one).days == ()
        assert one.days != ()


# The order of doses at this time of day


@pytest.mark.parametrize(
    ("start", "rule", "more"),
    [
        # The bridge starts again at noon, while the procedure may still go on.
        ("2026-12-10T10:01", switched(restart={"day": 0, "slot": "noon"}), {}),
        # Twelve hours before a procedure in the evening is the morning of its day.
        ("2026-12-10T20:00", SWITCHED | {"last_dose": {"hours": 12}}, {}),
        # The patient takes it in the evening only, and the bridge starts in the morning.
        (START, SWITCHED | {"last_dose": {"day": -3}}, {"slots": (Slot.EVENING,)}),
        # The patient's evening dose is at bedtime, with the first one of the bridge.
        (START, switched(first={"day": -4, "slot": "bedtime"}), {"slots": (Slot.BEDTIME,)}),
        # A day before a procedure in the night is the evening of the day before that.
        (
            "2026-12-10T02:00",
            switched(first={"day": -1, "slot": "morning"}, last={"hours": 24}),
            {},
        ),
    ],
    ids=["restart of the bridge", "hours", "the patient's times", "bedtime", "end of the bridge"],
)
def test_doses_in_the_wrong_order_at_this_time_of_day_leave_it_undecided(
    start: str, rule: dict[str, Any], more: dict[str, Any]
) -> None:
    one = planned(rule, start, **more)
    assert (one.decision, one.reasons) == (
        Decision.UNDECIDED,
        (UndecidedReason(UndecidedCause.TOO_EARLY),),
    )
    assert (one.last_dose, one.bridge, one.restart) == (None, None, None)


@pytest.mark.parametrize(
    ("start", "rule", "more"),
    [
        ("2026-12-10T10:00", switched(restart={"day": 0, "slot": "noon"}), {}),
        ("2026-12-10T09:00", SWITCHED | {"last_dose": {"hours": 96}}, {}),
        (START, SWITCHED | {"last_dose": {"day": -3}}, {"slots": (Slot.MORNING,)}),
        (
            "2026-12-10T09:00",
            switched(first={"day": -1, "slot": "morning"}, last={"hours": 24}),
            {},
        ),
    ],
    ids=["restart of the bridge", "hours", "the patient's times", "end of the bridge"],
)
def test_doses_in_the_order_that_was_meant_are_planned(
    start: str, rule: dict[str, Any], more: dict[str, Any]
) -> None:
    assert planned(rule, start, **more).decision is Decision.SWITCH


# A medicine that the patient takes already

COMBINED = medicine("insulin-metformin", "diabetes", "insulin", "metformin")
INSULIN = medicine("insulin", "diabetes")
FOR_A_TIME = {
    **SWITCHED,
    "medicine": "metformin",
    "bridging": BRIDGING | {"medicine": "insulin"},
}


def beside(rule: dict[str, Any], *names: str) -> MedicinePlan:
    """The plan of one rule's medicine for a patient who takes these as well."""
    known = Medicines((*MEDICINES.values(), INSULIN, COMBINED))
    every = tuple(TakenMedicine(name, known.get(name)) for name in (rule["medicine"], *names))
    visit = Visit(at(START), medicines=every)
    found = make_plan(rules(rule), known, LEAFLET, visit).medicines
    return next(one for one in found if one.taken.given == rule["medicine"])


def test_a_medicine_is_not_put_in_its_place_that_the_patient_takes_already() -> None:
    one = beside(FOR_A_TIME, "insulin")
    assert (one.decision, one.reasons) == (
        Decision.UNDECIDED,
        (UndecidedReason(UndecidedCause.IN_USE),),
    )
    assert (one.last_dose, one.bridge) == (None, None)


@pytest.mark.parametrize("names", [(), ("metformin",), ("Xyzol",)])
def test_a_medicine_is_put_in_its_place_that_the_patient_does_not_take(
    names: tuple[str, ...],
) -> None:
    assert beside(SWITCHED, *names).decision is Decision.SWITCH


def test_a_sheet_for_any_patient_has_the_medicine_in_between_also_where_it_has_a_rule() -> None:
    found = rules(SWITCHED, {"medicine": "enoxaparin", "decision": "continue"})
    decisions = [one.decision for one in plan(found, Visit(at(START))).medicines]
    assert decisions == [Decision.SWITCH, Decision.CONTINUE]


# A changed dose


def changed(first: int, last: int, **more: Any) -> MedicinePlan:
    reduced = {"dose": {"percent": 50}, "first": first, "last": last}
    rule = {"medicine": "metformin", "decision": "reduce", "reduced": reduced, **more}
    return planned(rule, START)


def test_the_calendar_holds_every_day_of_a_changed_dose() -> None:
    found = marked(changed(-10, 5))
    assert found == dict.fromkeys(range(-10, 6), DayMark.CHANGED)


@pytest.mark.parametrize(
    ("first", "last", "mark"),
    [(-1, 0, DayMark.CHANGED_AFTER), (0, 1, DayMark.CHANGED_AFTER), (-2, -1, DayMark.AFTER)],
)
def test_a_dose_that_is_only_for_after_the_procedure_is_marked_so_on_its_day_alone(
    first: int, last: int, mark: DayMark
) -> None:
    found = marked(changed(first, last, procedure_day="after"))
    assert [day for day, one in found.items() if one is mark] == [0]


# What is chosen

KEPT: dict[str, Any] = {"decision": "continue"}
OVER = DECIDED | {"until": "2026-12-09"}
HOLDS = DECIDED | {"until": "2026-12-10"}


def chosen(*found: dict[str, Any], name: str = "aspirin-clopidogrel") -> Case | UndecidedReason:
    return RuleSelector(rules(*found), MEDICINES, LEAFLET, Visit(at(START))).choose(taken(name))


@pytest.mark.parametrize("expired", [0, 1])
def test_a_combination_of_which_one_part_has_expired_is_undecided(expired: int) -> None:
    parts = [{"medicine": name, **KEPT} for name in ("aspirin", "clopidogrel")]
    parts[expired] |= {"decided": OVER}
    assert chosen(*parts) == UndecidedReason(UndecidedCause.PARTS_DISAGREE)


def test_a_combination_whose_parts_hold_on_the_day_itself_is_decided() -> None:
    parts = [{"medicine": name, "decided": HOLDS, **KEPT} for name in ("aspirin", "clopidogrel")]
    assert isinstance(chosen(*parts), Case)


def test_a_combination_has_the_sources_and_agreements_of_all_its_parts() -> None:
    cardiologist, neurologist = ({"role": {"en": role}, "on": "2026-01-01"} for role in "cn")
    found = chosen(
        {"medicine": "aspirin", **KEPT, "sources": ["a", "b"], "agreed_with": [cardiologist]},
        {"medicine": "clopidogrel", **KEPT, "sources": ["b", "c"], "agreed_with": [neurologist]},
    )
    assert isinstance(found, Case)
    assert found.sources == ("a", "b", "c")
    assert [one.role.words("en") for one in found.agreed_with] == ["c", "n"]


@pytest.mark.parametrize("expired", [0, 1])
def test_of_two_like_cases_one_of_which_has_expired_the_region_decides(expired: int) -> None:
    cases: list[dict[str, Any]] = [{"when": {"regions": ["cervical"]}}, {}]
    cases[expired] |= {"decided": OVER}
    rule = {"medicine": "warfarin", **KEPT, "cases": cases}
    assert chosen(rule, name="warfarin") == UndecidedReason(UndecidedCause.DEPENDS, (REGION,))


def test_of_two_like_cases_the_one_that_holds_is_chosen_once_the_region_is_known() -> None:
    cases: list[dict[str, Any]] = [{"when": {"regions": ["cervical"]}, "decided": OVER}, {}]
    found = rules({"medicine": "warfarin", **KEPT, "cases": cases})
    outcomes = []
    for region in (Region.CERVICAL, Region.LUMBAR):
        visit = Visit(at(START), region, medicines=(taken("warfarin"),))
        outcomes += [one.decision for one in plan(found, visit).medicines]
    assert outcomes == [Decision.UNDECIDED, Decision.CONTINUE]


def test_a_rule_that_leaves_it_open_keeps_what_else_it_says() -> None:
    rule = {
        "medicine": "warfarin",
        "decision": "undecided",
        "text": {"en": "Bring your booklet."},
        "blood_tests": [{"name": NAME, "day": -9}],
        "prescriber": True,
    }
    one = planned(rule, START)
    assert (one.decision, one.reasons) == (
        Decision.UNDECIDED,
        (UndecidedReason(UndecidedCause.LEFT_OPEN),),
    )
    assert one.instruction
    assert one.instruction.text
    assert [test.when for test in one.tests] == [PlannedMoment(-9, date(2026, 12, 1))]
    assert one.prescriber
