"""“Your date has changed”: the days that differ, what has begun, and nothing undecided."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings

from build_pack.documents.date_change.compose import compose
from build_pack.documents.date_change.two_plans import both_plans
from build_pack.documents.date_change.views import DateChangeDocument
from build_pack.documents.shared.clinical.plans import is_open
from build_pack.documents.shared.composer import Composer
from build_pack.planning.plan import MedicinePlan
from build_pack.planning.visit import Visit
from tests.documents.papers import TODAY, has_date, plain, visit, visits
from tests.documents.test_medicines import LOCALES, NO_RISKS, START, WITHHELD, demo, with_rules
from tests.documents.test_visit_tasks import HOURS, SWITCHED, reduced

WEEK = timedelta(days=7)


def moved(*names: str, by: timedelta = WEEK, today: date = TODAY) -> Visit:
    """A visit that was at the sample date, and now is so much later."""
    return replace(visit(*names, start=START + by), previous_start=START, today=today)


def change(of: Visit, locale: str = "en", *rules: dict[str, object]) -> DateChangeDocument:
    return compose(with_rules(*rules) if rules else demo(), locale, of)


def rows(found: DateChangeDocument, heading: str = "") -> list[tuple[str, ...]]:
    """The rows of a group: the day, what was before, what is now."""
    [group] = [one for one in found.groups if plain(one.heading) == heading]
    return [
        (plain(one.when), plain("; ".join(one.before)), plain("; ".join(one.now)))
        for one in group.days
    ]


def said(found: DateChangeDocument) -> list[str]:
    return [plain(one.text) for one in (*found.calls, *found.notes)]


def test_the_days_of_the_procedure_are_told_with_fasting_and_its_time() -> None:
    assert rows(change(moved())) == [
        (
            "Thursday, 10 December 2026",
            "Procedure: 09:00; Food: until 02:30; Only water: until 06:30",
            "Not valid: the date has changed",
        ),
        (
            "Thursday, 17 December 2026",
            "–",
            "Procedure: 09:00; Food: until 02:30; Only water: until 06:30",
        ),
    ]


def test_each_day_that_differs_has_its_date_and_those_alike_in_a_row_are_one() -> None:
    found = rows(change(moved("warfarin"), "en", WITHHELD), "warfarin")
    assert found == [
        ("Sunday, 6 December 2026", "Last dose: evening", "As usual"),
        ("Mon 7 Dec – Thu 10 Dec", "Do not take it", "As usual"),
        ("Friday, 11 December 2026", "Start it again: morning", "As usual"),
        ("Sunday, 13 December 2026", "As usual", "Last dose: evening"),
        ("Mon 14 Dec – Thu 17 Dec", "As usual", "Do not take it"),
        ("Friday, 18 December 2026", "As usual", "Start it again: morning"),
    ]


def test_the_same_in_turkish() -> None:
    found = rows(change(moved("warfarin"), "tr", WITHHELD), "varfarin")
    assert found[:2] == [
        ("6 Aralık 2026 Pazar", "Son doz: akşam", "Her zamanki gibi"),
        ("Pzt 7 Ara – Per 10 Ara", "Kullanmayın", "Her zamanki gibi"),
    ]


def test_days_without_a_difference_are_left_out() -> None:
    found = rows(change(moved("warfarin", by=timedelta(days=1)), "en", WITHHELD), "warfarin")
    assert [day for day, *_ in found] == [
        "Sunday, 6 December 2026",
        "Monday, 7 December 2026",
        "Friday, 11 December 2026",
        "Saturday, 12 December 2026",
    ]


def test_on_the_same_day_at_another_time_only_what_counts_hours_differs() -> None:
    of = moved("warfarin", "metformin", by=timedelta(hours=4))
    found = change(of, "en", HOURS, {**WITHHELD, "medicine": "metformin"})
    assert rows(found) == [
        (
            "Thursday, 10 December 2026",
            "Procedure: 09:00; Food: until 02:30; Only water: until 06:30; Blood test: a",
            "Procedure: 13:00; Food: until 07:00; Only water: until 11:00; Blood test: a",
        )
    ]
    assert rows(found, "warfarin") == [
        ("Wednesday, 9 December 2026", "Last dose: 21:00 or earlier", "Last dose: 9 Dec or earlier")
    ]
    assert said(found) == ["metformin: Nothing changes."]


def test_a_medicine_that_waits_for_the_team_waits_until_it_is_stopped_anew() -> None:
    rule = {**WITHHELD, "restart": {"told_by_team": True}, "blood_tests": []}
    found = rows(change(moved("warfarin"), "en", rule), "warfarin")
    assert found[2:] == [
        ("Fri 11 Dec – Sat 12 Dec", "Wait for your team", "As usual"),
        ("Sunday, 13 December 2026", "Wait for your team", "Last dose: evening"),
        ("Mon 14 Dec – Thu 17 Dec", "Wait for your team", "Do not take it"),
    ]


def test_medicines_with_the_same_days_share_them() -> None:
    rules = WITHHELD, {**WITHHELD, "medicine": "metformin"}
    found = change(moved("warfarin", "metformin"), "en", *rules)
    assert [plain(one.heading) for one in found.groups] == ["", "warfarin, metformin"]


def test_a_changed_dose_and_the_medicine_in_between_have_their_days() -> None:
    changed = rows(change(moved("metformin"), "en", reduced(50, -1, 1)), "metformin")
    assert changed == [
        ("Wed 9 Dec – Fri 11 Dec", "A different dose", "As usual"),
        ("Wed 16 Dec – Fri 18 Dec", "As usual", "A different dose"),
    ]
    found = change(moved("warfarin"), "en", SWITCHED)
    assert rows(found, "enoxaparin") == [
        ("Mon 7 Dec – Tue 8 Dec", "Use it as the sheet says", "Do not take it"),
        ("Wednesday, 9 December 2026", "Last dose: evening", "Do not take it"),
        ("Friday, 11 December 2026", "Start it again: noon", "Do not take it"),
        ("Sat 12 Dec – Sun 13 Dec", "Use it as the sheet says", "Do not take it"),
        ("Wednesday, 16 December 2026", "Use it as the sheet says", "Last dose: evening"),
        ("Thursday, 17 December 2026", "Use it as the sheet says", "Do not take it"),
        ("Friday, 18 December 2026", "Use it as the sheet says", "Start it again: noon"),
    ]


@pytest.mark.parametrize(
    ("today", "has_begun"),
    [
        (date(2026, 12, 6), False),  # the day of the old last dose, in the evening
        (date(2026, 12, 7), True),
        (date(2026, 12, 20), True),
    ],
)
def test_once_the_old_last_dose_is_over_the_patient_calls(today: date, *, has_begun: bool) -> None:
    found = change(moved("warfarin", today=today), "en", WITHHELD)
    assert bool(found.calls) is has_begun
    assert [plain(one.heading) for one in found.groups] == ([""] if has_begun else ["", "warfarin"])
    if has_begun:
        assert said(found)[0].startswith("warfarin: Call us now: +90")
        assert "begun" in said(found)[0]


def test_a_new_date_that_is_too_near_is_a_call_too() -> None:
    of = moved("warfarin", by=-WEEK, today=date(2026, 12, 1))
    found = change(of, "en", WITHHELD)
    assert len(found.calls) == 1


def test_of_what_is_not_decided_there_is_a_sentence_and_no_day() -> None:
    found = change(moved("insulin", "Nigella", "metamizole"))
    assert [plain(one.heading) for one in found.groups] == [""]
    insulin, others = said(found)
    assert insulin.startswith("insulin: Call us now: +90")
    assert others.startswith("metamizole, Nigella: Your team decides for the new date.")


def test_where_the_old_sheet_left_a_medicine_open_its_days_are_what_the_team_wrote() -> None:
    """At nine it was too late in the day for the rule; at four it is not."""
    rule = {**WITHHELD, "restart": {"day": 0, "slot": "morning"}, "blood_tests": []}
    of = replace(moved("warfarin"), start=(START + WEEK).replace(hour=4))
    assert rows(change(of, "en", rule), "warfarin") == [
        ("Sunday, 13 December 2026", "As your team wrote in", "Last dose: evening"),
        ("Mon 14 Dec – Wed 16 Dec", "As your team wrote in", "Do not take it"),
        ("Thursday, 17 December 2026", "As your team wrote in", "Start it again: morning"),
    ]


@pytest.mark.parametrize("locale", LOCALES)
@given(of=visits())
@settings(max_examples=60, deadline=None)
def test_no_date_is_printed_of_what_is_not_decided(locale: str, of: Visit) -> None:
    found = compose(demo(), locale, of)
    plans = both_plans(demo(), of)
    assert plans
    names = {one.taken.given for one in plans[1].medicines if is_open(one)}
    headings = {name for group in found.groups for name in plain(group.heading).split(", ")}
    printed = {one.taken.given: name_of(locale, of, one) for one in plans[1].medicines}
    assert not headings & {printed[name] for name in names}
    assert not any(map(has_date, said(found)))
    assert all(any(name in one for one in (*said(found), *headings)) for name in printed.values())


def name_of(locale: str, of: Visit, one: MedicinePlan) -> str:
    return plain(Composer(demo(), locale, of).taken(one).text)


def test_where_a_date_is_not_known_it_has_a_blank_and_no_days() -> None:
    of = moved("warfarin")
    for one in (replace(of, start=None), replace(of, previous_start=None)):
        found = change(one)
        assert (found.groups, found.calls, found.notes) == ((), (), ())
        assert bool(found.previous) is bool(one.previous_start)


def test_without_medicines_recorded_only_the_procedure_is_told() -> None:
    found = change(replace(moved(), medicines=None))
    assert [one.heading for one in found.groups] == [""]
    assert not any("Blood test" in text for _, *texts in rows(found) for text in texts)


def test_midnight_and_noon_are_words() -> None:
    noon = datetime(2026, 12, 17, 12, tzinfo=START.tzinfo)
    found = rows(change(replace(moved(), start=noon)))
    assert found[1][2].startswith("Procedure: noon; Food: until 06:00")


def test_a_fact_is_that_of_each_date_if_its_own_date_is_known() -> None:
    """Three months before the old date it was yes, before the new one it is no."""
    of = replace(
        moved("apixaban"), facts=NO_RISKS, fact_dates={"stroke-or-clot": date(2026, 9, 14)}
    )
    plans = both_plans(demo(), of)
    assert plans
    assert [plan.visit.facts["stroke-or-clot"] for plan in plans] == ["yes", "no"]
