"""The letter to the prescriber: who is asked about what, by when, and nothing undecided."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from build_pack.content.models.regions import BodySide, Region
from build_pack.documents.medicines.visit_plans import visit_plan
from build_pack.documents.prescriber_letter.compose import compose
from build_pack.documents.prescriber_letter.deadline import answer_by
from build_pack.documents.prescriber_letter.views import PrescriberLetterDocument
from build_pack.documents.shared.clinical.views import ClinicalPlan
from build_pack.planning.plan import MedicinePlan
from build_pack.planning.visit import Visit
from tests.documents.papers import TODAY, has_date, plain, taken, visit, visits
from tests.documents.test_medicines import LOCALES, WITHHELD, demo, with_rules
from tests.documents.test_visit_tasks import HOURS, SWITCHED, reduced

ASKED = {**WITHHELD, "prescriber": True}


def letter(of: Visit, locale: str = "en", *rules: dict[str, Any]) -> PrescriberLetterDocument:
    return compose(with_rules(*rules) if rules else demo(), locale, of)


def lines(plan: ClinicalPlan) -> list[str]:
    return [plain(f"{line.label} {line.text}") for line in plan.lines]


def names(plans: tuple[ClinicalPlan, ...]) -> list[str]:
    return [plain(one.name.text) for one in plans]


def test_it_asks_about_what_the_prescriber_agrees_to_and_what_is_not_decided() -> None:
    found = letter(visit("warfarin", "metformin", "Nigella", "insulin"))
    assert names(found.asked) == ["warfarin", "insulin", "Nigella"]
    assert names(found.others) == ["metformin"]
    assert found.asked_names == "warfarin, insulin, Nigella"


def test_what_is_planned_has_its_dates_and_times() -> None:
    [one] = letter(visit("warfarin"), "en", ASKED).asked
    assert one.decision == "Withhold"
    assert lines(one) == [
        "Last dose: Sunday, 6 December 2026, evening",
        "First dose: Friday, 11 December 2026, morning",
        "a: Wednesday, 9 December 2026; above 1.5 the procedure is put off",
        "a: Thursday, 10 December 2026; at least 50",
    ]


def test_the_same_in_turkish() -> None:
    [one] = letter(visit("warfarin"), "tr", ASKED).asked
    assert one.decision == "Ara verilir"
    assert lines(one) == [
        "Son doz: 6 Aralık 2026 Pazar, akşam",
        "İlk doz: 11 Aralık 2026 Cuma, sabah",
        "b: 9 Aralık 2026 Çarşamba; 1,5 üzerindeyse işlem ertelenir",
        "b: 10 Aralık 2026 Perşembe; en az 50",
    ]


def test_without_a_date_days_are_counted_from_the_procedure() -> None:
    [one] = letter(visit("warfarin", start=None), "en", ASKED).asked
    assert lines(one)[:2] == [
        "Last dose: 4 days before the procedure, evening",
        "First dose: 1 day after the procedure, morning",
    ]


def test_doses_in_hours_have_their_hours() -> None:
    [dated] = letter(visit("warfarin"), "en", HOURS).others
    [undated] = letter(visit("warfarin", start=None), "en", HOURS).others
    assert lines(dated) == [
        "Last dose: Wednesday, 9 December 2026, 21:00 or earlier",
        (
            "First dose: Friday, 11 December 2026 or later (at least 24 hours after the end of the "
            "procedure)"
        ),
    ]
    assert lines(undated) == [
        "Last dose: at least 12 hours before the procedure",
        "First dose: at least 24 hours after the end of the procedure",
    ]


@pytest.mark.parametrize(
    ("restart", "en", "tr"),
    [
        (
            {"next_meal": True},
            "First dose: Thursday, 10 December 2026, with the first meal",
            "İlk doz: 10 Aralık 2026 Perşembe, ilk öğünle birlikte",
        ),
        (
            {"in_range": "INR"},
            "First dose: once in range: INR",
            "İlk doz: uygun aralıkta olunca: INR",
        ),
    ],
)
def test_a_first_dose_waits_for_a_meal_or_a_blood_test(
    restart: dict[str, Any], en: str, tr: str
) -> None:
    tests = [{"name": {"en": "INR", "tr": "INR"}, "day": 2}]
    rule = ASKED | {"restart": restart, "blood_tests": tests}
    for locale, expected in (("en", en), ("tr", tr)):
        [one] = letter(visit("warfarin"), locale, rule).asked
        assert lines(one)[1] == expected


def test_a_blood_test_after_the_procedure_sets_no_day_for_the_answer() -> None:
    tests = [{"name": {"en": "INR", "tr": "INR"}, "day": 5}]
    rule = {"medicine": "warfarin", "decision": "continue", "prescriber": True}
    assert answer_by(make(rule | {"blood_tests": tests}), TODAY) is None
    assert answer_by(make(rule | {"blood_tests": [tests[0] | {"day": -1}]}), TODAY)


def make(rule: dict[str, Any]) -> tuple[MedicinePlan, ...]:
    return visit_plan(with_rules(rule), visit("warfarin")).medicines


def test_of_what_is_not_decided_it_says_why() -> None:
    of = visit("dabigatran", "Nigella")
    found = letter(of)
    assert {plain(one.name.text): lines(one) for one in found.asked} == {
        "dabigatran": ["Why: not known: kidney function"],
        "Nigella": ["Why: not on our list of medicines"],
    }


@pytest.mark.parametrize("locale", LOCALES)
@given(of=visits())
@settings(max_examples=60, deadline=None)
def test_no_date_is_printed_of_what_is_not_decided(locale: str, of: Visit) -> None:
    found = compose(demo(), locale, of)
    plans = (*found.asked, *found.others)
    assert len(plans) == len(of.medicines or ())
    assert all(one in found.asked for one in plans if one.is_open or one.prescriber)
    for one in plans:
        if one.is_open:
            assert not any(has_date(line) for line in (one.decision, *lines(one), *one.notes))


@pytest.mark.parametrize(
    ("today", "deadline"),
    [
        (TODAY, "Friday, 4 December 2026"),  # the last dose is on Sunday 6
        (date(2026, 12, 4), "Friday, 4 December 2026"),
        (date(2026, 12, 5), ""),
        (None, "Friday, 4 December 2026"),
    ],
)
def test_the_answer_is_needed_on_the_weekday_before_anything_is_done(
    today: date | None, deadline: str
) -> None:
    found = letter(replace(visit("warfarin"), today=today), "en", ASKED)
    assert plain(found.deadline) == deadline


def test_what_nobody_is_asked_about_sets_no_day_for_the_answer() -> None:
    rules = WITHHELD, {"medicine": "metformin", "decision": "undecided"}
    found = letter(visit("warfarin", "metformin"), "en", *rules)
    assert names(found.asked) == ["metformin"]
    assert found.deadline == ""


def test_region_and_side_are_the_words_of_clinicians() -> None:
    of = replace(visit("warfarin", region=Region.CERVICAL), side=BodySide.BOTH)
    assert letter(of).place == "Cervical, both sides (bleeding risk: intermediate)"
    assert letter(of, "tr").place == "Servikal, iki taraf (kanama riski: orta)"
    assert letter(replace(of, side=None)).place == "Cervical (bleeding risk: intermediate)"
    assert letter(replace(of, region=None, side=BodySide.LEFT)).place == "left"


def test_what_it_is_taken_for_and_the_kidney_band_stand_beside_the_name() -> None:
    one = taken("dabigatran", indication="rhythm")
    of = replace(visit(), kidney="reduced", medicines=(one,))
    [found] = (*letter(of).asked, *letter(of).others)
    assert found.notes == (
        "For an irregular heartbeat",
        "Reduced kidney function (30 to 49 ml per minute)",
    )


def test_the_medicine_in_between_has_its_first_and_last_dose() -> None:
    [one] = letter(visit("warfarin"), "en", SWITCHED).others
    assert one.decision == "Withhold and bridge"
    assert lines(one) == [
        "Last dose: Sunday, 6 December 2026, evening",
        "enoxaparin: Monday, 7 December 2026, morning – Wednesday, 9 December 2026, evening",
        "enoxaparin again: Friday, 11 December 2026, noon",
        "First dose: Friday, 11 December 2026, morning",
    ]


def test_a_changed_dose_has_its_days() -> None:
    [one] = letter(visit("metformin"), "en", reduced(50, -1, 1)).others
    assert lines(one) == [
        "50% of the usual dose: Wednesday, 9 December 2026 – Friday, 11 December 2026"
    ]


def test_where_no_medicine_is_recorded_it_has_rows_to_write_in() -> None:
    for medicines in (None, ()):
        found = letter(Visit(medicines=medicines))
        assert (found.asked, found.others, found.deadline) == ((), (), "")
