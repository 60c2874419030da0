"""The plan for the team: each decision with its case, sources and deciders, and what is known."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from build_pack.content.models.medicine_rules import Rule
from build_pack.content.models.regions import Region
from build_pack.documents.team_plan.compose import compose
from build_pack.documents.team_plan.views import TeamDecision, TeamPlanDocument
from build_pack.planning.visit import Visit
from tests.documents.papers import has_date, plain, taken, visit, visits
from tests.documents.test_medicines import LOCALES, NO_RISKS, demo


def team(of: Visit, locale: str = "en") -> TeamPlanDocument:
    return compose(demo(), locale, of)


def only(found: TeamPlanDocument) -> TeamDecision:
    [one] = found.decisions
    return one


@pytest.mark.parametrize(
    ("locale", "case"),
    [
        (
            "en",
            (
                "bleeding risk: low; Reduced kidney function (30 to 49 ml per minute); "
                "a tendency to bleed: no; severe liver disease: no; "
                "stroke or clot in the last 3 months: no"
            ),
        ),
        (
            "tr",
            (
                "kanama riski: düşük; Böbrek işlevi azalmış (dakikada 30 ile 49 ml arası); "
                "kanamaya yatkınlık: hayır; ağır karaciğer hastalığı: hayır; "
                "son 3 ayda inme veya pıhtı: hayır"
            ),
        ),
    ],
)
def test_the_case_is_what_is_known_of_its_conditions(locale: str, case: str) -> None:
    of = replace(visit("dabigatran"), kidney="reduced")
    assert only(team(of, locale)).case == case


def test_a_case_for_all_others_and_a_rule_without_cases_say_so() -> None:
    poor = replace(visit("warfarin"), kidney="poor")
    assert only(team(poor)).case == "all other cases"
    assert only(team(visit("warfarin", region=Region.CERVICAL))).case == (
        "bleeding risk: intermediate"
    )
    assert only(team(visit("ginkgo"))).case == "the same for all patients"


def test_where_no_case_was_taken_it_says_what_is_not_known() -> None:
    found = team(visit("dabigatran"))
    assert only(found).case == ""
    assert [line.text for line in only(found).plan.lines] == ["not known: kidney function"]
    assert found.unknown == ("kidney function",)
    assert found.known[:2] == ("bleeding risk: low", "a tendency to bleed: no")


def test_what_is_asked_of_a_medicine_has_its_name() -> None:
    one = taken("enoxaparin", dose="preventive")
    known = team(replace(visit(), medicines=(one,)))
    unknown = team(visit("enoxaparin"))
    assert "enoxaparin: Small dose that prevents clots" in known.known
    assert "enoxaparin: dose" in unknown.unknown


def test_what_no_rule_asks_is_not_listed() -> None:
    found = team(replace(visit("ginkgo"), kidney="poor"))
    assert (found.known, found.unknown) == ((), ())


def test_sources_are_the_keys_of_the_clinic_and_who_decided_is_told_once_with_the_medicines() -> (
    None
):
    found = team(replace(visit("warfarin", "ibuprofen", "metformin"), kidney="good"))
    assert [one.sources for one in found.decisions] == [
        "asra-pain-2018, sir-2019, endres-2017, warfarin-label-2017",
        "asra-pain-2018",
        "ada-2025",
    ]
    assert [plain(line) for line in found.decided] == [
        "Decided by: Medical lead (sample), 22 November 2026, until 22 November 2027 (warfarin)",
        "Agreed with: Cardiology (sample), 22 November 2026 (warfarin)",
        "Decided by: Medical lead (sample), 22 November 2026 (ibuprofen, metformin)",
    ]


def test_a_combination_depends_on_what_the_rules_for_its_parts_ask() -> None:
    cases = [{"when": {"kidney": ["poor"]}, "decision": "ask"}, {"decision": "continue"}]
    rule = Rule.model_validate({"medicine": "dipyridamole", "cases": cases})
    sources = replace(demo(), rules=demo().rules.model_copy(update={"rules": (rule,)}))
    found = compose(sources, "en", visit("acetylsalicylic-acid-dipyridamole"))
    assert found.unknown == ("kidney function",)


@pytest.mark.parametrize("locale", LOCALES)
@given(of=visits())
@settings(max_examples=60, deadline=None)
def test_no_date_is_printed_of_what_is_not_decided(locale: str, of: Visit) -> None:
    found = compose(demo(), locale, of)
    assert len(found.decisions) == len(of.medicines or ())
    for one in found.decisions:
        if one.plan.is_open:
            said = (one.plan.decision, *one.plan.notes, *(line.text for line in one.plan.lines))
            assert one.plan.lines
            assert not any(map(has_date, said))
        else:
            assert one.case


def test_where_no_medicine_is_recorded_it_has_rows_to_write_in() -> None:
    assert team(Visit()).decisions == ()


def test_the_numbers_of_which_the_kidney_band_is_worked_out_are_there() -> None:
    of = replace(
        visit("dabigatran"),
        kidney="reduced",
        numbers={"creatinine": Decimal("1.199095"), "age": Decimal(70), "weight": Decimal(60)},
        facts={**NO_RISKS, "sex": "female"},
    )
    known = [*map(plain, team(of).known)]
    assert known[known.index("creatinine: 1.2 mg/dl") :][:4] == [
        "creatinine: 1.2 mg/dl", "age: 70 years", "weight: 60 kg", "sex: female",
    ]  # fmt: skip
