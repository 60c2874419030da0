"""Exactly one case of a rule is for a visit; where none certainly is, the medicine is undecided."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.models.medicine_rules import Case
from build_pack.content.models.regions import Region
from build_pack.planning.rule_selection import (
    RuleSelector,
    SelectionDimension,
    UndecidedCause,
    UndecidedReason,
)
from build_pack.planning.visit import TakenMedicine, Visit
from tests.planning.samples import LEAFLET, MEDICINES, rules, taken


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
    chosen = RuleSelector(found, MEDICINES, leaflet, Visit()).choose(taken("warfarin"))
    assert last_day(chosen) == day


@pytest.mark.parametrize(("dose", "day"), [("small", -1), ("large", -2)])
def test_the_dose_chooses(dose: str, day: int) -> None:
    found = rule(case(-1, doses=["small"]), case(-2, doses=["large"]))
    assert last_day(choose(found, dose=dose)) == day


def test_what_is_not_known_and_would_decide_leaves_it_undecided() -> None:
    assert choose(BY_KIDNEY) == UndecidedReason(
        UndecidedCause.DEPENDS, (SelectionDimension.KIDNEY,)
    )
    assert choose(BY_REGION) == UndecidedReason(
        UndecidedCause.DEPENDS, (SelectionDimension.REGION,)
    )


def test_only_what_would_still_decide_is_named() -> None:
    found = rule(case(-4, regions=["cervical"], kidney=["poor"]), case(-1))
    assert choose(found) == UndecidedReason(
        UndecidedCause.DEPENDS, (SelectionDimension.REGION, SelectionDimension.KIDNEY)
    )
    assert choose(found, Visit(region=Region.CERVICAL)) == UndecidedReason(
        UndecidedCause.DEPENDS, (SelectionDimension.KIDNEY,)
    )
    assert last_day(choose(found, Visit(region=Region.LUMBAR))) == -1
    assert last_day(choose(found, Visit(kidney="good"))) == -1


def test_cases_that_say_the_same_need_not_be_told_apart() -> None:
    found = rule(case(-3, kidney=["good"]) | {"sources": ["b"]}, case(-3, kidney=["poor"]))
    assert last_day(choose(found)) == -3


def test_an_indication_that_is_not_known_may_be_one_without_an_id() -> None:
    found = rule(case(-1, indications=["rhythm"]), case(-1, indications=["stent"]))
    assert choose(found) == UndecidedReason(
        UndecidedCause.DEPENDS, (SelectionDimension.INDICATION,)
    )
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


# For all rules and visits

BANDS = st.none() | st.sampled_from(["good", "poor"])
REGIONS = st.none() | st.sampled_from(list(Region))
SUBSETS = st.fixed_dictionaries(
    {},
    optional={
        "kidney": st.lists(st.sampled_from(["good", "poor"]), min_size=1, unique=True),
        "regions": st.lists(st.sampled_from(["cervical", "lumbar"]), min_size=1, unique=True),
        "doses": st.lists(st.sampled_from(["small", "large"]), min_size=1, unique=True),
    },
)


def _cases(conditions: list[dict[str, Any]]) -> dict[str, Any]:
    return rule(*(case(-1 - number, **when) for number, when in enumerate(conditions)))


@given(st.lists(SUBSETS, min_size=1, max_size=4), BANDS, REGIONS, st.sampled_from(["small", None]))
def test_what_is_chosen_with_less_known_is_chosen_with_more_known(
    conditions: list[dict[str, Any]], band: str | None, region: Region | None, dose: str | None
) -> None:
    """A decision may never turn out to be another once the rest is known."""
    found = _cases(conditions)
    sparse = choose(found, Visit(kidney=band, region=region), dose=dose)
    if isinstance(sparse, UndecidedReason) and sparse.why is UndecidedCause.DEPENDS:
        return
    for fuller_band in ["good", "poor"] if band is None else [band]:
        for fuller_region in list(Region) if region is None else [region]:
            for fuller_dose in ["small", "large"] if dose is None else [dose]:
                visit = Visit(kidney=fuller_band, region=fuller_region)
                assert last_day(choose(found, visit, dose=fuller_dose)) == last_day(sparse)


def test_a_name_that_nobody_knows_is_undecided() -> None:
    chooser = RuleSelector(rules(BY_REGION), MEDICINES, LEAFLET, Visit())
    assert chooser.choose(TakenMedicine("Xyzol")) == UndecidedReason(UndecidedCause.UNKNOWN)
