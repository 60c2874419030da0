"""Exactly one case of a rule is for a visit; where none certainly is, the medicine is undecided."""

from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.models.bleeding_risk import BleedingRisk, BleedingRisks
from build_pack.content.models.conditions import DOSE, INDICATION, KIDNEY, REGION, Condition, When
from build_pack.content.models.formulary import Medicines
from build_pack.content.models.medicine_rules import Case
from build_pack.content.models.regions import Region
from build_pack.planning.procedure import Procedure
from build_pack.planning.rule_selection import (
    RuleSelector,
    UndecidedCause,
    UndecidedReason,
)
from build_pack.planning.visit import TakenMedicine, Visit
from tests.planning.samples import CLASSES, LEAFLET, MEDICINES, medicine, rules, taken

IBUPROFEN_MEDICINE = medicine("ibuprofen", "pain").model_copy(update={"atc": ("M01AE01",)})
KNOWN = Medicines((*MEDICINES.values(), IBUPROFEN_MEDICINE), CLASSES)


def choose(rule: dict[str, Any], visit: Visit | None = None, **more: Any) -> Case | UndecidedReason:
    """What is chosen of one rule for its own medicine."""
    one = taken(rule["medicine"], **more)
    return RuleSelector(rules(rule), MEDICINES, LEAFLET, visit or Visit()).choose(one)


def last_day(choice: Case | UndecidedReason) -> int | UndecidedReason:
    """The last dose of a choice, by which cases are told apart here."""
    if isinstance(choice, UndecidedReason):
        return choice
    assert choice.last_dose
    return choice.last_dose.day or 0


def case(day: int, **when: Any) -> dict[str, Any]:
    return {"last_dose": {"day": day}, **({"when": when} if when else {})}


def rule(*cases: dict[str, Any]) -> dict[str, Any]:
    return {
        "medicine": "warfarin",
        "decision": "withhold",
        "restart": {"day": 1},
        "cases": list(cases),
    }


BY_KIDNEY = rule(case(-3, kidney=["good"]), case(-5, kidney=["poor"]))
BY_REGION = rule(case(-4, regions=["cervical"]), case(-1))


@pytest.mark.parametrize(("band", "day"), [("good", -3), ("poor", -5)])
def test_the_kidney_band_chooses(band: str, day: int) -> None:
    assert last_day(choose(BY_KIDNEY, Visit(kidney=band))) == day


@pytest.mark.parametrize(
    ("region", "day"), [(Region.CERVICAL, -4), (Region.LUMBAR, -1), (Region.THORACIC, -1)]
)
def test_the_region_chooses_and_a_case_without_a_condition_is_for_the_others(
    region: Region, day: int
) -> None:
    assert last_day(choose(BY_REGION, Visit(region=region))) == day


@pytest.mark.parametrize(("leaflet", "day"), [("nerve", -2), ("disc", -1)])
def test_the_leaflet_chooses(leaflet: str, day: int) -> None:
    found = rules(rule(case(-2, leaflets=["nerve"]), case(-1)))
    chosen = RuleSelector(found, MEDICINES, Procedure(leaflet), Visit()).choose(taken("warfarin"))
    assert last_day(chosen) == day


@pytest.mark.parametrize(("dose", "day"), [("small", -1), ("large", -2)])
def test_the_dose_chooses(dose: str, day: int) -> None:
    found = rule(case(-1, doses=["small"]), case(-2, doses=["large"]))
    assert last_day(choose(found, dose=dose)) == day


def test_what_is_not_known_and_would_decide_leaves_it_undecided() -> None:
    assert choose(BY_KIDNEY) == UndecidedReason(UndecidedCause.DEPENDS, (KIDNEY,))
    assert choose(BY_REGION) == UndecidedReason(UndecidedCause.DEPENDS, (REGION,))


def test_only_what_would_still_decide_is_named() -> None:
    found = rule(case(-4, regions=["cervical"], kidney=["poor"]), case(-1))
    assert choose(found) == UndecidedReason(UndecidedCause.DEPENDS, (REGION, KIDNEY))
    assert choose(found, Visit(region=Region.CERVICAL)) == UndecidedReason(
        UndecidedCause.DEPENDS, (KIDNEY,)
    )
    assert last_day(choose(found, Visit(region=Region.LUMBAR))) == -1
    assert last_day(choose(found, Visit(kidney="good"))) == -1


def test_cases_that_say_the_same_need_not_be_told_apart() -> None:
    found = rule(case(-3, kidney=["good"]) | {"sources": ["b"]}, case(-3, kidney=["poor"]))
    assert last_day(choose(found)) == -3


def test_an_indication_that_is_not_known_may_be_one_without_an_id() -> None:
    found = rule(case(-1, indications=["rhythm"]), case(-1, indications=["stent"]))
    assert choose(found) == UndecidedReason(UndecidedCause.DEPENDS, (INDICATION,))
    assert last_day(choose(found, indication="stent")) == -1


def test_a_visit_that_no_case_is_for_is_undecided() -> None:
    found = rule(case(-1, regions=["cervical"]))
    assert choose(found, Visit(region=Region.LUMBAR)) == UndecidedReason(UndecidedCause.NO_CASE)


def test_of_two_cases_that_both_match_neither_is_taken() -> None:
    found = rule(case(-1, regions=["lumbar"]), case(-2, kidney=["good"]))
    visit = Visit(region=Region.LUMBAR, kidney="good")
    assert choose(found, visit) == UndecidedReason(UndecidedCause.NO_CASE)


def test_a_case_takes_what_it_does_not_say_from_the_rule() -> None:
    found = rule(case(-3, kidney=["good"]), case(-5, kidney=["poor"]) | {"restart": {"day": 2}})
    chosen = [choose(found, Visit(kidney=band)) for band in ("good", "poor")]
    days = [one.restart and one.restart.day for one in chosen if isinstance(one, Case)]
    assert days == [1, 2]
    assert {one.decision for one in chosen if isinstance(one, Case)} == {"withhold"}


# Combinations

KEPT = {"decision": "continue"}


def combination(*found: dict[str, Any]) -> Case | UndecidedReason:
    return RuleSelector(rules(*found), MEDICINES, LEAFLET, Visit()).choose(
        taken("aspirin-clopidogrel")
    )


def test_a_combination_whose_parts_agree_is_planned_as_they_are() -> None:
    chosen = combination(
        {"medicine": "aspirin", "sources": ["b"], **KEPT}, {"medicine": "clopidogrel", **KEPT}
    )
    assert isinstance(chosen, Case)
    assert chosen.decision == "continue"


@pytest.mark.parametrize(
    "other",
    [
        {"decision": "withhold", "last_dose": {"day": -8}, "restart": {"day": 1}},
        {"decision": "ask", "text": {"en": "a"}},
        {**KEPT, "text": {"en": "Only this part."}},
        {"decision": "undecided"},
    ],
)
def test_a_combination_whose_parts_disagree_is_undecided(other: dict[str, Any]) -> None:
    found = ({"medicine": "aspirin", **KEPT}, {"medicine": "clopidogrel", **other})
    assert combination(*found) == UndecidedReason(UndecidedCause.PARTS_DISAGREE)
    assert combination(*reversed(found)) == UndecidedReason(UndecidedCause.PARTS_DISAGREE)


def test_a_combination_of_which_only_one_part_has_a_rule_is_undecided() -> None:
    assert combination({"medicine": "aspirin", **KEPT}) == UndecidedReason(
        UndecidedCause.PARTS_DISAGREE
    )


def test_a_combination_without_any_rule_has_none() -> None:
    assert combination({"medicine": "warfarin", **KEPT}) == UndecidedReason(UndecidedCause.NO_RULE)


def test_a_combinations_own_rule_goes_before_those_of_its_parts() -> None:
    chosen = combination(
        {"medicine": "aspirin", **KEPT},
        {"medicine": "aspirin-clopidogrel", "decision": "ask", "text": {"en": "a"}},
    )
    assert isinstance(chosen, Case)
    assert chosen.decision == "ask"


# Facts, bleeding risks, and other medicines

RISKS = BleedingRisks(
    regions={Region.CERVICAL: BleedingRisk.INTERMEDIATE, Region.LUMBAR: BleedingRisk.LOW},
    sources=("a",),
)
STROKE, IMPLANT = Condition("facts", "stroke"), Condition("facts", "implant")
BY_STROKE = rule(case(-5, facts={"stroke": "yes"}), case(-3, facts={"stroke": ["no"]}))
BY_RISK = rule(case(-4, bleeding=["intermediate", "high"]), case(-2, bleeding=["low"]))
BESIDE_NSAID = rule(case(-5, **{"with": ["nsaids"]}), case(-3))
IBUPROFEN = replace(taken("metformin"), given="ibuprofen", medicine=IBUPROFEN_MEDICINE)


def depends(*on: Condition) -> UndecidedReason:
    return UndecidedReason(UndecidedCause.DEPENDS, on)


@pytest.mark.parametrize(
    ("answers", "day"), [({"stroke": "yes"}, -5), ({"stroke": "no"}, -3), ({}, depends(STROKE))]
)
def test_a_fact_chooses(answers: dict[str, str], day: object) -> None:
    assert last_day(choose(BY_STROKE, Visit(facts=answers))) == day


def test_a_fact_that_changes_nothing_is_not_needed() -> None:
    found = rule(case(-5, facts={"stroke": "yes"}, kidney=["poor"]), case(-3))
    assert last_day(choose(found, Visit(kidney="good"))) == -3
    assert choose(found, Visit(kidney="poor")) == depends(STROKE)


def test_a_band_of_a_number_chooses() -> None:
    found = rule(case(-5, facts={"platelets": "low"}), case(-3))
    assert last_day(choose(found, Visit(facts={"platelets": "enough"}))) == -3


@pytest.mark.parametrize(
    ("region", "day"),
    [
        (Region.CERVICAL, -4),
        (Region.LUMBAR, -2),
        (Region.THORACIC, UndecidedReason(UndecidedCause.NO_CASE)),
        (None, depends(REGION)),
    ],
)
def test_the_bleeding_risk_of_the_region_chooses(region: Region | None, day: object) -> None:
    one, visit = taken("warfarin"), Visit(region=region)
    selector = RuleSelector(rules(BY_RISK), MEDICINES, Procedure("nerve", RISKS), visit)
    assert last_day(selector.choose(one)) == day


def test_a_leaflet_without_bleeding_risks_has_no_case_for_one() -> None:
    assert choose(BY_RISK, Visit(region=Region.LUMBAR)) == UndecidedReason(UndecidedCause.NO_CASE)


def beside(found: dict[str, Any], *others: TakenMedicine) -> int | UndecidedReason:
    """What is chosen of a rule for warfarin beside other medicines."""
    one = taken("warfarin")
    visit = Visit(medicines=(one, *others))
    return last_day(RuleSelector(rules(found), KNOWN, LEAFLET, visit).choose(one))


def test_another_medicine_chooses_by_its_class_by_its_id_and_as_a_part() -> None:
    assert beside(BESIDE_NSAID, IBUPROFEN) == -5
    assert beside(BESIDE_NSAID, taken("metformin")) == -3
    with_aspirin = rule(case(-5, **{"with": ["aspirin"]}), case(-3))
    assert beside(with_aspirin, taken("aspirin-clopidogrel")) == -5
    assert beside(with_aspirin, taken("clopidogrel")) == -3


def test_all_that_a_case_names_are_taken() -> None:
    both = rule(case(-5, **{"with": ["nsaids", "antiplatelets"]}), case(-3))
    assert beside(both, IBUPROFEN) == -3
    assert beside(both, IBUPROFEN, taken("aspirin")) == -5


def test_the_medicine_itself_is_not_beside_it() -> None:
    assert beside(rule(case(-5, **{"with": ["anticoagulants"]}), case(-3))) == -3


def test_a_case_can_be_for_those_who_do_not_take_it() -> None:
    found = rule(case(-5, **{"with": ["nsaids"]}), case(-3, without=["nsaids"]))
    assert beside(found, IBUPROFEN) == -5
    assert beside(found) == -3


def test_a_name_that_nobody_knows_may_be_any_medicine() -> None:
    assert beside(BESIDE_NSAID, TakenMedicine("Xyzol")) == depends(Condition("with", "nsaids"))
    assert beside(BESIDE_NSAID, TakenMedicine("Xyzol"), IBUPROFEN) == -5
    assert choose(BESIDE_NSAID) == depends(Condition("with", "nsaids"))


# For all rules and visits

SUBSETS = st.fixed_dictionaries(
    {},
    optional={
        "kidney": st.lists(st.sampled_from(["good", "poor"]), min_size=1, unique=True),
        "regions": st.lists(st.sampled_from(["cervical", "lumbar"]), min_size=1, unique=True),
        "bleeding": st.lists(st.sampled_from(["low", "intermediate"]), min_size=1, unique=True),
        "doses": st.lists(st.sampled_from(["small", "large"]), min_size=1, unique=True),
        "facts": st.fixed_dictionaries(
            {"stroke": st.sampled_from(["yes", "no"])},
            optional={"implant": st.sampled_from(["stent", "valve"])},
        ),
        "with": st.lists(st.sampled_from(["nsaids", "aspirin"]), min_size=1, unique=True),
        "without": st.just(["metformin"]),
    },
)
CASES = st.lists(SUBSETS, min_size=1, max_size=4)
OTHERS = st.lists(st.sampled_from(["ibuprofen", "aspirin", "metformin"]), unique=True, max_size=3)


@dataclass(frozen=True)
class Truth:
    """All of one patient that a case can depend on."""

    region: Region
    kidney: str
    dose: str
    stroke: str
    implant: str
    others: tuple[str, ...]


TRUTHS = st.builds(
    Truth,
    st.sampled_from(Region),
    st.sampled_from(["good", "poor"]),
    st.sampled_from(["small", "large"]),
    st.sampled_from(["yes", "no"]),
    st.sampled_from(["stent", "valve", "none"]),
    OTHERS.map(tuple),
)


def decide(
    conditions: list[dict[str, Any]], truth: Truth, known: frozenset[str]
) -> int | UndecidedReason:
    """What is chosen if only some of the truth is known."""
    one = taken("warfarin", dose=truth.dose if "dose" in known else None)
    answers: dict[str, str] = {
        name: getattr(truth, name) for name in ("stroke", "implant") if name in known
    }
    others = tuple(IBUPROFEN if name == "ibuprofen" else taken(name) for name in truth.others)
    visit = Visit(
        region=truth.region if "region" in known else None,
        kidney=truth.kidney if "kidney" in known else None,
        medicines=(one, *others) if "others" in known else None,
        facts=answers,
    )
    found = rule(*(case(-1 - number, **when) for number, when in enumerate(conditions)))
    return last_day(RuleSelector(rules(found), KNOWN, Procedure("nerve", RISKS), visit).choose(one))


def holds(when: When, truth: Truth) -> bool:
    """Whether a condition is true of a patient, said here once more and plainly."""
    classes = {"ibuprofen": {"nsaids"}, "aspirin": {"antiplatelets"}, "metformin": set[str]()}
    beside = {name for other in truth.others for name in (other, *classes[other])}
    answers = {"stroke": truth.stroke, "implant": truth.implant}
    return (
        (when.regions is None or truth.region in when.regions)
        and (when.bleeding is None or RISKS.regions.get(truth.region) in when.bleeding)
        and (when.kidney is None or truth.kidney in when.kidney)
        and (when.doses is None or truth.dose in when.doses)
        and all(answers[name] in allowed for name, allowed in (when.facts or {}).items())
        and beside.issuperset(when.with_ or ())
        and beside.isdisjoint(when.without or ())
    )


EVERYTHING = frozenset({"region", "kidney", "dose", "stroke", "implant", "others"})


@given(CASES, TRUTHS)
def test_with_all_known_the_one_case_that_holds_is_chosen(
    conditions: list[dict[str, Any]], truth: Truth
) -> None:
    holding = [
        -1 - number
        for number, when in enumerate(conditions)
        if not when or holds(When.model_validate(when), truth)
    ]
    named = [day for day in holding if conditions[-1 - day]]
    fitting = named or holding
    expected = fitting[0] if len(fitting) == 1 else UndecidedReason(UndecidedCause.NO_CASE)
    assert decide(conditions, truth, EVERYTHING) == expected


@given(CASES, TRUTHS, st.frozensets(st.sampled_from(sorted(EVERYTHING))))
def test_what_is_chosen_with_less_known_is_chosen_with_more_known(
    conditions: list[dict[str, Any]], truth: Truth, known: frozenset[str]
) -> None:
    """A decision may never turn out to be another once the rest is known."""
    sparse = decide(conditions, truth, known)
    if isinstance(sparse, UndecidedReason) and sparse.why is UndecidedCause.DEPENDS:
        return
    assert decide(conditions, truth, EVERYTHING) == sparse


@given(CASES, TRUTHS, st.frozensets(st.sampled_from(sorted(EVERYTHING))))
def test_what_is_named_as_not_known_is_not_known_and_settles_it_once_it_is(
    conditions: list[dict[str, Any]], truth: Truth, known: frozenset[str]
) -> None:
    while isinstance(found := decide(conditions, truth, known), UndecidedReason):
        if found.why is not UndecidedCause.DEPENDS:
            return
        named = {_NAMES.get(one, one.of if one.key == "facts" else "others") for one in found.on}
        assert named
        assert named.isdisjoint(known)
        known |= named


_NAMES = {REGION: "region", KIDNEY: "kidney", DOSE: "dose"}


def test_a_name_that_nobody_knows_is_undecided() -> None:
    chooser = RuleSelector(rules(BY_REGION), MEDICINES, LEAFLET, Visit())
    assert chooser.choose(TakenMedicine("Xyzol")) == UndecidedReason(UndecidedCause.UNKNOWN)
