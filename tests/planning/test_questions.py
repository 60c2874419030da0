"""Exactly what would change a patient's plan is asked, what leaves the fewest questions first."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.models.clinic import Weekday
from build_pack.content.models.formulary import Medicines
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.models.regions import Region
from build_pack.content.models.times_of_day import ClinicTimes
from build_pack.planning.planner import make_plan
from build_pack.planning.procedure import Procedure
from build_pack.planning.question_finder import QuestionFinder
from build_pack.planning.questions import QuestionKind, VisitQuestion, answered
from build_pack.planning.rule_selection import said
from build_pack.planning.visit import TakenMedicine, Visit
from tests.planning.samples import at, medicine, rules, taken
from tests.planning.test_rule_selection import KNOWN, RISKS, case

PROCEDURE = Procedure("nerve", RISKS, (Region.CERVICAL, Region.LUMBAR))
START = at("2026-12-10T09:00")


def finder(*found: dict[str, Any], procedure: Procedure = PROCEDURE) -> QuestionFinder:
    return QuestionFinder(rules(*found), KNOWN, procedure, ClinicTimes())


def rule(name: str, *cases: dict[str, Any]) -> dict[str, Any]:
    shared = {"decision": "withhold", "restart": {"day": 1}}
    return {"medicine": name, **shared, "cases": list(cases)}


def visit(*names: str, **more: Any) -> Visit:
    return Visit(START, medicines=tuple(map(taken, names)), **more)


def kinds(found: tuple[VisitQuestion, ...]) -> list[str]:
    return [one.fact or one.kind.value for one in found]


BY_STROKE = rule("warfarin", case(-5, facts={"stroke": "yes"}), case(-3, facts={"stroke": "no"}))
BY_BOTH = rule(
    "warfarin", case(-5, facts={"stroke": "yes"}, kidney=["poor"]), case(-4, regions=["cervical"])
)


def test_a_fact_is_asked_until_it_is_known() -> None:
    assert finder(BY_STROKE).open(visit("warfarin")) == (
        VisitQuestion(QuestionKind.FACT, ("yes", "no"), "stroke", about=frozenset({0})),
    )
    assert finder(BY_STROKE).open(visit("warfarin", facts={"stroke": "no"})) == ()


def test_what_no_case_asks_for_is_not_asked() -> None:
    assert finder(BY_STROKE).open(visit("metformin", "aspirin")) == ()


def test_without_medicines_these_are_asked_alone() -> None:
    assert kinds(finder(BY_STROKE).open(Visit())) == ["medicines"]
    assert finder(BY_STROKE).open(Visit(medicines=())) == ()


def test_a_name_that_nobody_knows_is_asked() -> None:
    found = Visit(START, medicines=(taken("metformin"), TakenMedicine("Xyzol")))
    assert finder(BY_STROKE).open(found) == (
        VisitQuestion(QuestionKind.NAME, medicine=1, about=frozenset({1})),
    )


def test_the_date_is_asked_where_days_follow_from_it() -> None:
    keep = {"medicine": "metformin", "decision": "continue"}
    without = Visit(medicines=(taken("warfarin"), taken("metformin")))
    assert kinds(finder(BY_STROKE, keep).open(without)) == ["date", "stroke"]
    assert finder(keep).open(without) == ()


WEEKLY = medicine("methotrexate", "other").model_copy(update={"weekly": True})


def test_the_weekday_of_a_weekly_medicine_is_asked() -> None:
    known = Medicines((*KNOWN.values(), WEEKLY), {})
    weekly = TakenMedicine("methotrexate", WEEKLY)
    found = rules(
        {
            "medicine": "methotrexate",
            "decision": "withhold",
            "last_dose": {"day": -7},
            "restart": {"day": 1},
        }
    )
    asking = QuestionFinder(found, known, PROCEDURE, ClinicTimes())
    [one] = asking.open(Visit(START, medicines=(weekly,)))
    assert (one.kind, one.answers) == (QuestionKind.WEEKDAY, tuple(Weekday))
    assert asking.open(Visit(START, medicines=(replace(weekly, weekday=Weekday.MONDAY),))) == ()


def test_only_regions_of_the_leaflet_are_asked_about() -> None:
    found = rule("warfarin", case(-4, regions=["thoracic"]), case(-1))
    assert finder(found).open(visit("warfarin")) == ()
    found = rule("warfarin", case(-4, bleeding=["intermediate"]), case(-1))
    [one] = finder(found).open(visit("warfarin"))
    assert one.answers == (Region.CERVICAL, Region.LUMBAR)
    alone = replace(PROCEDURE, regions=(Region.LUMBAR,))
    assert finder(found, procedure=alone).open(visit("warfarin")) == ()


def test_an_indication_and_a_dose_may_be_none_of_those_listed() -> None:
    found = rule("warfarin", case(-1, indications=["stent"]), case(-2, indications=["rhythm"]))
    [one] = finder(found).open(visit("warfarin"))
    assert one.answers == ("rhythm", "stent", "other")
    assert finder(found).open(answered(visit("warfarin"), one, "other")) == ()
    alone = rule("warfarin", case(-1, indications=["stent"]), case(-2))
    [one] = finder(alone).open(visit("warfarin"))
    assert one.answers == ("stent", "other")


FOR_CLEARANCE = {
    "creatinine": {"question": {"en": "a"}, "unit": "mg/dl"},
    "age": {"question": {"en": "a"}, "unit": "years"},
    "weight": {"question": {"en": "a"}, "unit": "kg"},
    "sex": {"question": {"en": "a"}, "choices": {"female": {"en": "a"}, "male": {"en": "b"}}},
}


def test_the_kidney_band_is_asked_for_by_the_numbers_that_are_not_known() -> None:
    data = rules(rule("warfarin", case(-3, kidney=["good"]), case(-5, kidney=["poor"])))
    clinic = ClinicMedicines.model_validate(
        data.model_dump(by_alias=True, exclude_unset=True) | {"facts": FOR_CLEARANCE}
    )
    asking = QuestionFinder(clinic, KNOWN, PROCEDURE, ClinicTimes())
    [one] = asking.open(visit("warfarin", facts={"sex": "male"}))
    assert (one.kind, one.answers) == (QuestionKind.KIDNEY, ("good", "poor"))
    assert one.numbers == ("creatinine", "age", "weight")
    [plain] = finder(rule("warfarin", case(-3, kidney=["good"]), case(-5))).open(visit("warfarin"))
    assert plain.numbers == ()


# Medicines that are taken together


def test_of_two_blood_thinners_nothing_is_asked_unless_cases_name_each_other() -> None:
    other = rule("aspirin", case(-5, facts={"stroke": "yes"}), case(-3))
    assert finder(BY_STROKE, other).open(visit("warfarin", "aspirin")) == ()


def named(name: str, other: str) -> dict[str, Any]:
    together = {"with": [other]}
    return rule(name, case(-5, facts={"stroke": "no"}, **together), case(-3))


def test_what_cases_for_two_blood_thinners_depend_on_is_asked_and_is_about_both() -> None:
    asking = finder(named("warfarin", "aspirin"), named("aspirin", "warfarin"))
    both = visit("warfarin", "aspirin")
    [one] = asking.open(both)
    assert (one.fact, one.about) == ("stroke", frozenset({0, 1}))
    follows = {
        answer: [
            each.plan and each.plan.decision for each in asking.consequences(both, one, answer)
        ]
        for answer in one.answers
    }
    assert follows == {"yes": ["undecided"] * 2, "no": ["withhold"] * 2}


def test_a_combination_is_asked_what_its_parts_depend_on() -> None:
    both = medicine("metformin-ibuprofen", "diabetes", "metformin", "ibuprofen")
    found = rules(
        rule("metformin", case(-5, facts={"stroke": "yes"}), case(-3)),
        rule("ibuprofen", case(-5, facts={"stroke": "yes"}), case(-2)),
    )
    asking = QuestionFinder(found, Medicines((*KNOWN.values(), both), {}), PROCEDURE, ClinicTimes())
    one = Visit(START, medicines=(TakenMedicine(both.id, both),))
    [question] = asking.open(one)
    [agreed], [apart] = (asking.consequences(one, question, answer) for answer in ("yes", "no"))
    assert agreed.plan
    assert agreed.plan.decision == "withhold"
    assert apart.plan
    assert apart.plan.decision == "undecided"


# The order, and what follows


def test_what_settles_most_is_asked_first() -> None:
    assert kinds(finder(BY_BOTH).open(visit("warfarin"))) == ["region", "stroke", "kidney"]
    found = rule("warfarin", case(-5, facts={"stroke": "yes"}, kidney=["poor"]), case(-4))
    many = (found, rule("metformin", case(-1, kidney=["poor"]), case(-2)))
    assert kinds(finder(*many).in_order(visit("warfarin", "metformin"))) == ["kidney", "stroke"]


def test_each_answer_tells_what_follows() -> None:
    found = rule("warfarin", case(-5, facts={"stroke": "yes"}, kidney=["poor"]), case(-4))
    asking = finder(found)
    stroke, kidney = asking.in_order(visit("warfarin"))
    assert {stroke.fact, kidney.kind} == {"stroke", "kidney"}
    [undecided] = asking.consequences(visit("warfarin"), stroke, "yes")
    assert undecided.plan is None
    [decided] = asking.consequences(visit("warfarin"), stroke, "no")
    assert decided.plan
    assert decided.plan.last_dose
    assert decided.plan.last_dose.date == at("2026-12-06T00:00").date()


# For all rules and visits

WHENS = st.fixed_dictionaries(
    {},
    optional={
        "kidney": st.lists(st.sampled_from(["good", "poor"]), min_size=1, unique=True),
        "bleeding": st.lists(st.sampled_from(["low", "intermediate"]), min_size=1, unique=True),
        "doses": st.lists(st.sampled_from(["small", "large"]), min_size=1, unique=True),
        "facts": st.fixed_dictionaries({"stroke": st.sampled_from(["yes", "no"])}),
        "with": st.lists(
            st.sampled_from(["nsaids", "aspirin", "anticoagulants"]), min_size=1, unique=True
        ),
    },
)
CASES = st.lists(WHENS, min_size=1, max_size=3)
TAKEN = st.lists(
    st.sampled_from(["warfarin", "aspirin", "metformin", "clopidogrel", "aspirin-clopidogrel"]),
    unique=True,
    max_size=3,
)
DOMAIN: dict[str, tuple[Any, ...]] = {
    "region": (Region.CERVICAL, Region.LUMBAR),
    "kidney": ("good", "poor"),
    "stroke": ("yes", "no"),
    "dose": ("small", "large", "other"),
}


@st.composite
def clinics(draw: st.DrawFn) -> QuestionFinder:
    names = ("warfarin", "aspirin", "clopidogrel", "metformin")
    made = [
        rule(name, *(case(-1 - at, **when) for at, when in enumerate(draw(CASES))))
        for name in names
    ]
    return finder(*made)


def known(names: list[str], **facts: Any) -> Visit:
    """A visit of which this is known; `dose` is that of all medicines."""
    return Visit(
        START,
        region=facts.get("region"),
        kidney=facts.get("kidney"),
        medicines=tuple(taken(name, dose=facts.get("dose")) for name in names),
        facts={"stroke": facts["stroke"]} if "stroke" in facts else {},
    )


def printed(asking: QuestionFinder, one: Visit) -> list[object]:
    """What a plan tells of each medicine, without what it depends on."""
    plan = make_plan(asking.rules, KNOWN, asking.procedure, one, asking.times)
    return [
        (
            each.taken.given,
            each.decision,
            each.last_dose,
            each.instruction and said(each.instruction),
            [reason.why for reason in each.reasons],
        )
        for each in plan.medicines
    ]


TRUTHS = st.fixed_dictionaries({name: st.sampled_from(few) for name, few in DOMAIN.items()})


def truth_of(question: VisitQuestion, truth: dict[str, Any]) -> str:
    return str(truth[question.fact or question.kind.value])


@given(clinics(), TAKEN, TRUTHS)
def test_answers_in_the_order_asked_end_with_the_plan_of_the_whole_truth(
    asking: QuestionFinder, names: list[str], truth: dict[str, Any]
) -> None:
    one = known(names)
    left = [asking.in_order(one)]
    while left[-1]:
        first = left[-1][0]
        one = answered(one, first, truth_of(first, truth))
        left.append(asking.in_order(one))
    assert printed(asking, one) == printed(asking, known(names, **truth))
    for before, after in pairwise(left):
        assert {each.place for each in after} < {each.place for each in before}


@given(clinics(), TAKEN)
def test_a_question_that_is_not_listed_never_changes_the_plan(
    asking: QuestionFinder, names: list[str]
) -> None:
    one = known(names)
    open_now = asking.open(one)
    listed = {question.fact or question.kind.value for question in open_now}
    for name in DOMAIN.keys() - listed:
        for value in DOMAIN[name]:
            assert printed(asking, known(names, **{name: value})) == printed(asking, one)


@given(clinics(), TAKEN)
def test_each_question_that_is_listed_changes_the_plan_of_some_patient(
    asking: QuestionFinder, names: list[str]
) -> None:
    open_now = asking.open(known(names))
    listed = {one.fact or one.kind.value for one in open_now}
    assert listed <= DOMAIN.keys()
    plans = {tuple(all_.items()): printed(asking, known(names, **all_)) for all_ in everything()}
    for name in listed - {"dose"}:
        assert any(
            plans[tuple(all_.items())] != plans[tuple({**all_, name: value}.items())]
            for all_ in everything()
            for value in DOMAIN[name]
        )


def everything() -> Iterator[dict[str, Any]]:
    for values in product(*DOMAIN.values()):
        yield dict(zip(DOMAIN, values, strict=True))


@pytest.mark.parametrize("answer", [Weekday.MONDAY, "monday"])
def test_an_answer_that_nobody_can_choose_is_refused(answer: str) -> None:
    with pytest.raises(ValueError, match="date"):
        answered(visit("warfarin"), VisitQuestion(QuestionKind.DATE), answer)


@pytest.mark.parametrize("other", [True, False])
def test_a_weekday_is_asked_only_of_what_is_taken_once_a_week(*, other: bool) -> None:
    """Of what is taken every other day, no weekday tells which days these are."""
    one = TakenMedicine("warfarin", KNOWN["warfarin"], some_days=True, other_interval=other)
    asked = finder(rule("warfarin", case(-5))).open(Visit(START, medicines=(one,)))
    assert [question.kind for question in asked] == ([] if other else [QuestionKind.WEEKDAY])
