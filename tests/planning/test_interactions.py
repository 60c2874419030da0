"""Medicines that are taken together: several blood thinners, one twice, one with an NSAID."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.models.clinic import Weekday
from build_pack.content.models.formulary import FormularyMedicine, Medicines
from build_pack.content.models.medicine_rules import ClinicMedicines, Decision
from build_pack.planning.plan import MedicinePlan, Plan
from build_pack.planning.planner import make_plan
from build_pack.planning.rule_selection import UndecidedCause
from build_pack.planning.visit import TakenMedicine, Visit
from tests.planning.samples import BY_ID, CLASSES, LEAFLET, NAME, at, medicine, rules

START = "2026-12-10T09:00"


def coded(name: str, code: str, group: str = "pain", *parts: str, **more: Any) -> FormularyMedicine:
    """A medicine with an ATC code."""
    made = medicine(name, group, *parts).model_copy(update={"atc": (code,), **more})
    return FormularyMedicine.model_validate(made.model_dump())


KNOWN = Medicines(
    {
        **BY_ID,
        "ibuprofen": coded("ibuprofen", "M01AE01"),
        "ibuprofen-codeine": coded("ibuprofen-codeine", "N02AJ08", "pain", "ibuprofen", "codeine"),
        "codeine": coded("codeine", "R05DA04"),
        "glucosamine": coded("glucosamine", "M01AX05"),
        "insulin": coded("insulin", "A10A", "diabetes"),
        "dulaglutide": coded("dulaglutide", "A10BJ05", "diabetes", weekly=True),
    }.values(),
    CLASSES,
)
THINNERS = {"warfarin", "enoxaparin", "aspirin", "clopidogrel"}
WITHHELD: dict[str, Any] = {
    "decision": "withhold",
    "last_dose": {"day": -4},
    "restart": {"day": 1},
    "blood_tests": [{"name": NAME, "day": 0}],
}
SWITCHED: dict[str, Any] = WITHHELD | {
    "decision": "switch",
    "bridging": {
        "medicine": "enoxaparin",
        "first": {"day": -3},
        "last": {"day": -1},
        "given_by": "nurse",
    },
}
KEPT: dict[str, Any] = {"decision": "continue", "blood_tests": [{"name": NAME, "day": 0}]}
NO_COMBINATIONS = tuple(name for name, one in KNOWN.items() if not one.components)


def taken(name: str, **more: Any) -> TakenMedicine:
    return TakenMedicine(name, KNOWN.get(name), **more)


def plan_for(
    rule: dict[str, Any], *found: TakenMedicine, ruled: tuple[str, ...] = NO_COMBINATIONS
) -> Plan:
    """The plan of what is taken, where each of `ruled` has the same rule."""
    made = rules(*({"medicine": name, **rule} for name in ruled))
    return make_plan(made, KNOWN, LEAFLET, Visit(at(START), medicines=found))


def why(made: Plan) -> dict[str, tuple[UndecidedCause, ...]]:
    return {one.taken.given: tuple(r.why for r in one.reasons) for one in made.medicines}


def is_empty(one: MedicinePlan) -> bool:
    """Whether a plan holds nothing that could be done on some day."""
    held = (one.instruction, one.last_dose, one.restart, one.reduced, one.bridge)
    return one.decision is Decision.UNDECIDED and not any((*held, one.tests, one.days))


# Several blood thinners


@pytest.mark.parametrize("rule", [KEPT, WITHHELD, SWITCHED], ids=["kept", "withheld", "switched"])
@pytest.mark.parametrize(
    "names",
    [("warfarin", "aspirin"), ("warfarin", "enoxaparin"), ("aspirin", "metformin", "clopidogrel"),
     ("aspirin-clopidogrel",), ("warfarin", "aspirin-clopidogrel")],
    ids=str,
)  # fmt: skip
def test_several_blood_thinners_are_undecided_each(
    names: tuple[str, ...], rule: dict[str, Any]
) -> None:
    made = plan_for(rule, *map(taken, names))
    thinning = [one for one in made.medicines if one.taken.given != "metformin"]
    assert all(is_empty(one) and one.is_call and one.prescriber for one in thinning)
    assert {one.reasons[0].why for one in thinning} == {UndecidedCause.SEVERAL}
    assert [one.given for one in made.together.thinners] == [n for n in names if n != "metformin"]


@pytest.mark.parametrize("name", [*sorted(THINNERS - {"enoxaparin"})])
def test_a_single_one_keeps_its_rule_also_with_another_in_its_place(name: str) -> None:
    [one] = plan_for(SWITCHED, taken(name)).medicines
    assert one.decision is Decision.SWITCH
    assert one.bridge


def cased(medicine: str, *names: str, otherwise: bool = True, **when: Any) -> dict[str, Any]:
    """A rule with a case for what is taken beside others, and one for what is not."""
    case = WITHHELD | {"when": {"with": [*names], **when}}
    rest = [WITHHELD | {"last_dose": {"day": -2}}] if otherwise else []
    return {"medicine": medicine, "cases": [case, *rest]}


def planned_by(made: ClinicMedicines, *names: str, **known: Any) -> Plan:
    visit = Visit(at(known.pop("start", START)), medicines=tuple(map(taken, names)), **known)
    return make_plan(made, KNOWN, LEAFLET, visit)


def decided(made: Plan) -> set[Decision]:
    return {one.decision for one in made.medicines}


def test_cases_that_name_each_other_are_for_both() -> None:
    made = rules(cased("warfarin", "aspirin"), cased("aspirin", "warfarin"))
    assert decided(planned_by(made, "warfarin", "aspirin")) == {Decision.WITHHOLD}


def test_both_are_undecided_as_long_as_a_case_that_does_not_name_the_other_may_hold() -> None:
    """That case says the same, but it was not written for the two of them."""
    warfarin = {
        "medicine": "warfarin",
        "cases": [WITHHELD | {"when": {"with": ["aspirin"], "facts": {"stroke": "no"}}}, WITHHELD],
    }
    made = rules(warfarin, cased("aspirin", "warfarin"))
    together = [
        decided(planned_by(made, "warfarin", "aspirin", facts=answer))
        for answer in ({}, {"stroke": "yes"}, {"stroke": "no"})
    ]
    assert together == [{Decision.UNDECIDED}, {Decision.UNDECIDED}, {Decision.WITHHOLD}]


@pytest.mark.parametrize(
    ("found", "names"),
    [
        (
            (cased("warfarin", "aspirin"), cased("aspirin", "warfarin"),
             {"medicine": "clopidogrel", **WITHHELD}),
            ("warfarin", "aspirin-clopidogrel"),
        ),
        (
            (cased("warfarin", "aspirin", "enoxaparin"), cased("aspirin", "anticoagulants"),
             cased("enoxaparin", "aspirin", "warfarin")),
            ("warfarin", "aspirin", "enoxaparin"),
        ),
    ],
    ids=["two in one product", "one class for two"],
)  # fmt: skip
def test_a_case_for_two_is_not_for_three(
    found: tuple[dict[str, Any], ...], names: tuple[str, ...]
) -> None:
    assert decided(planned_by(rules(*found), *names)) == {Decision.UNDECIDED}


def test_where_one_of_two_cannot_be_planned_the_other_is_not_either() -> None:
    """Its case was written for both of them."""
    made = rules(cased("warfarin", "aspirin"), cased("aspirin", "warfarin"))
    both = planned_by(made, "warfarin", "aspirin")
    stopped = replace(taken("warfarin"), stopped=date(2026, 12, 1))
    visit = replace(both.visit, medicines=(stopped, taken("aspirin")))
    plan = make_plan(made, KNOWN, LEAFLET, visit)
    assert decided(plan) == {Decision.UNDECIDED}
    assert all(map(is_empty, plan.medicines))
    assert plan.together.thinners == visit.medicines


def test_a_combination_with_a_rule_of_its_own_is_one() -> None:
    """The clinic has decided about its parts together."""
    made = plan_for(WITHHELD, taken("aspirin-clopidogrel"), ruled=("aspirin-clopidogrel",))
    assert made.medicines[0].decision is Decision.WITHHOLD
    assert made.together.thinners == ()
    both = plan_for(
        WITHHELD, taken("aspirin-clopidogrel"), taken("warfarin"),
        ruled=("aspirin-clopidogrel", "warfarin"),
    )  # fmt: skip
    assert set(why(both).values()) == {(UndecidedCause.SEVERAL,)}


def test_one_without_a_rule_and_one_that_is_asked_about_are_several_too() -> None:
    made = plan_for(WITHHELD, taken("warfarin"), taken("aspirin"), ruled=("warfarin",))
    assert set(why(made).values()) == {(UndecidedCause.SEVERAL,)}


def test_a_medicine_that_would_bring_a_second_one_in_is_undecided_alone() -> None:
    made = plan_for(SWITCHED, taken("metformin"), taken("aspirin"), ruled=("metformin",))
    assert why(made)["metformin"] == (UndecidedCause.BESIDE,)
    one = next(one for one in made.medicines if one.taken.given == "metformin")
    assert is_empty(one)
    assert one.is_call


def named(medicine: str, *others: str) -> dict[str, Any]:
    """A rule with a case for those who take some others as well, and one for all else."""
    combined = {"when": {"with": list(others)}, "last_dose": {"day": -6}}
    return WITHHELD | {"medicine": medicine, "cases": [combined, {}]}


@pytest.mark.parametrize(
    ("names", "given", "is_planned"),
    [
        ((("warfarin", "aspirin"), ("aspirin", "warfarin")), ("warfarin", "aspirin"), True),
        ((("warfarin", "antiplatelets"), ("aspirin", "anticoagulants")),
         ("warfarin", "aspirin"), True),
        ((("warfarin", "aspirin"), ("aspirin", "metformin")), ("warfarin", "aspirin"), False),
        ((("warfarin", "aspirin"), ("aspirin", "warfarin")),
         ("warfarin", "aspirin", "enoxaparin"), False),
        ((("warfarin", "aspirin"), ("aspirin", "warfarin")),
         ("warfarin", "aspirin", "Xyparin"), False),
        ((("warfarin", "aspirin", "clopidogrel"), ("aspirin", "warfarin", "clopidogrel"),
          ("clopidogrel", "warfarin", "aspirin")), ("warfarin", "aspirin", "clopidogrel"), True),
        ((("warfarin", "aspirin"), ("aspirin", "warfarin"), ("clopidogrel", "warfarin", "aspirin")),
         ("warfarin", "aspirin", "clopidogrel"), False),
    ],
)  # fmt: skip
def test_blood_thinners_are_planned_together_only_if_the_case_of_each_names_every_other(
    names: tuple[tuple[str, ...], ...], given: tuple[str, ...], *, is_planned: bool
) -> None:
    found = rules(*(named(*one) for one in names))
    listed = tuple(TakenMedicine(n, KNOWN.get(n), may_thin=n not in KNOWN) for n in given)
    made = make_plan(found, KNOWN, LEAFLET, Visit(at(START), medicines=listed))
    if is_planned:
        assert made.together.thinners == ()
        assert [one.last_dose and one.last_dose.day for one in made.medicines] == [-6] * len(given)
    else:
        assert made.together.thinners == listed
        assert all(is_empty(one) for one in made.medicines)
    assert all(one.prescriber for one in made.medicines)


LISTS = st.lists(st.sampled_from([*KNOWN, "Xyzol"]), max_size=5)


def thinning(name: str) -> set[str]:
    return {part for part in (KNOWN[name].components or (name,)) if part in THINNERS}


@given(LISTS, st.sampled_from([KEPT, WITHHELD, SWITCHED]), st.booleans())
def test_no_plan_of_two_blood_thinners_holds_anything_to_do(
    names: list[str], rule: dict[str, Any], dated: bool
) -> None:
    found = rules(*({"medicine": name, **rule} for name in NO_COMBINATIONS))
    visit = Visit(at(START) if dated else None, medicines=tuple(map(taken, names)))
    made = make_plan(found, KNOWN, LEAFLET, visit)
    known = [name for name in names if name in KNOWN]
    several = len(set().union(*map(thinning, known))) > 1
    for one in made.medicines:
        if several and one.taken.medicine and thinning(one.taken.given):
            assert is_empty(one)
            assert one.is_call
        between = one.bridge and thinning(one.bridge.medicine.id)
        assert not (between and any(map(thinning, set(known) - {one.taken.given})))


# The same medicine twice


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (taken("warfarin"), taken("warfarin"), True),
        (taken("warfarin", brand="Coumadin"), taken("warfarin"), True),
        (taken("warfarin", brand="A"), taken("warfarin", brand="B"), True),
        (taken("metformin", strength="5 mg"), taken("metformin", strength="2.5 mg"), True),
        (taken("ibuprofen"), taken("ibuprofen-codeine"), True),
        (taken("ibuprofen-codeine"), taken("codeine"), True),
        (TakenMedicine("Xyzol"), TakenMedicine("XYZOL"), True),
        (TakenMedicine("Xyzol"), TakenMedicine("Abcin"), False),
        (TakenMedicine("Xyzol"), taken("metformin"), False),
        (taken("metformin"), taken("insulin"), False),
        (taken("insulin", brand="Lantus"), taken("insulin", brand="NovoRapid"), False),
        (taken("insulin", brand="Lantus"), taken("insulin", brand="LANTUS"), True),
        (taken("insulin", brand="Lantus"), taken("insulin"), True),
    ],
)
def test_the_same_medicine_twice_is_undecided_each_time(
    first: TakenMedicine, second: TakenMedicine, *, same: bool
) -> None:
    made = plan_for(WITHHELD, first, second)
    assert made.together.twice == (((first, second),) if same else ())
    for one in made.medicines:
        assert (UndecidedCause.TWICE in {reason.why for reason in one.reasons}) is same
        assert is_empty(one) or not same


def test_the_same_one_twice_is_not_two_blood_thinners() -> None:
    made = plan_for(WITHHELD, taken("warfarin"), taken("warfarin", brand="Coumadin"))
    assert made.together.thinners == ()
    assert set(why(made).values()) == {(UndecidedCause.TWICE,)}


def test_a_combination_links_what_it_holds() -> None:
    names = ("ibuprofen", "codeine", "metformin", "ibuprofen-codeine")
    [group] = plan_for(KEPT, *map(taken, names)).together.twice
    assert {one.given for one in group} == {"ibuprofen", "codeine", "ibuprofen-codeine"}


# A blood thinner with an anti-inflammatory painkiller


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("warfarin", "ibuprofen"), ("warfarin", "ibuprofen")),
        (("ibuprofen-codeine", "aspirin"), ("aspirin", "ibuprofen-codeine")),
        (("warfarin", "codeine"), ()),
        (("warfarin", "glucosamine"), ()),
        (("metformin", "ibuprofen"), ()),
    ],
)
def test_a_blood_thinner_with_an_nsaid_is_named_and_decides_nothing(
    names: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    made = plan_for(KEPT, *map(taken, names), ruled=(*NO_COMBINATIONS, "ibuprofen-codeine"))
    assert tuple(one.given for one in made.together.with_nsaid) == expected
    assert {one.decision for one in made.medicines} == {Decision.CONTINUE}


# A weekly medicine


def weekly(
    rule: dict[str, Any],
) -> Iterator[tuple[Weekday | None, str, tuple[UndecidedCause, ...]]]:
    for weekday in (None, Weekday.MONDAY):
        for start in ("", START):
            found = (taken("dulaglutide", weekday=weekday),)
            visit = Visit(at(start) if start else None, medicines=found)
            made = make_plan(rules({"medicine": "dulaglutide", **rule}), KNOWN, LEAFLET, visit)
            yield weekday, start, why(made)["dulaglutide"]


REDUCED = {"decision": "reduce", "reduced": {"dose": {"percent": 50}, "first": -7, "last": 0}}


@pytest.mark.parametrize("rule", [WITHHELD, REDUCED], ids=["withheld", "reduced"])
def test_a_weekly_medicine_is_undecided_until_its_days_are_known(rule: dict[str, Any]) -> None:
    for weekday, start, found in weekly(rule):
        assert found == (() if weekday and start else (UndecidedCause.WEEKDAY,))


def test_a_weekly_medicine_that_is_kept_needs_no_weekday() -> None:
    assert {found for _, _, found in weekly(KEPT)} == {()}


def test_a_weekly_medicine_is_undecided_on_a_sheet_for_any_patient() -> None:
    found = rules({"medicine": "dulaglutide", **WITHHELD})
    [one] = make_plan(found, KNOWN, LEAFLET, Visit(at(START))).medicines
    assert [reason.why for reason in one.reasons] == [UndecidedCause.WEEKDAY]


def test_a_name_on_no_list_that_may_be_a_blood_thinner_counts_as_one() -> None:
    """Also where it was given with the sign for “as it is written”."""
    unlisted = TakenMedicine("Xyparin", may_thin=True)
    visit = Visit(medicines=(taken("warfarin"), unlisted))
    rule = rules(KEPT | {"medicine": "warfarin"})
    for one in make_plan(rule, KNOWN, LEAFLET, visit).medicines:
        assert UndecidedCause.SEVERAL in {reason.why for reason in one.reasons}
