"""A plan in print: each date or a blank for it, each day with a word, in both languages."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.library import Library
from build_pack.content.models.clinic import Weekday
from build_pack.content.models.dosing import Slot
from build_pack.content.models.medicine_rules import Decision, Rule
from build_pack.content.models.regions import Region
from build_pack.documents.checklist.compose import compose as checklist
from build_pack.documents.checklist.views import ChecklistDocument
from build_pack.documents.medicines.compose import compose as medicines
from build_pack.documents.medicines.entries import entry as compose_entry
from build_pack.documents.medicines.views import (
    GRID_UNITS,
    MedicineGrid,
    MedicinesDocument,
    MedicineStep,
    SheetEntry,
)
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.medicine_days import DayMark
from build_pack.planning.medicine_lookup.amounts import Strength
from build_pack.planning.planner import make_plan
from build_pack.planning.procedure import Procedure
from build_pack.planning.visit import TakenMedicine, Visit
from build_pack.rendering.html.template_layout import BuiltInLayout
from build_pack.translation.ui_words import UiWords
from build_pack.workspace.source_loading import load_sources
from build_pack.workspace.workspace import Workspace
from tests.planning.test_published_table import CELLS, MEDICINES, RISKS, RULES, visit_of
from tests.workshop import LEAFLET, ROOT

LOCALES = ("en", "tr")
START = datetime(2026, 12, 10, 9, tzinfo=ZoneInfo("Europe/Istanbul"))
NAME = {"en": "a", "tr": "b"}
KNOWN = MEDICINES


NO_RISKS = {"bleeds-easily": "no", "stroke-or-clot": "no", "liver-disease": "no"}
"""What the sample clinic asks of patients on blood thinners, answered."""


@cache
def demo() -> DocumentSources:
    """The sample clinic."""
    return load_sources(
        Workspace(Library((ROOT,)), ROOT / "clinics" / "demo"), LEAFLET, LOCALES, draft=False
    ).sources


def with_rules(*rules: dict[str, Any]) -> DocumentSources:
    """The sample clinic with other rules."""
    found = tuple(Rule.model_validate(rule) for rule in rules)
    changed = demo().rules.model_copy(update={"rules": found})
    return replace(demo(), rules=changed, medicines=MEDICINES)


def sheet(
    sources: DocumentSources, locale: str, *names: str, start: datetime | None = START
) -> MedicinesDocument:
    taken = tuple(TakenMedicine(name, KNOWN.get(name)) for name in names)
    return medicines(sources, locale, Visit(start, medicines=taken))


def entry(rule: dict[str, Any], locale: str = "en", start: datetime | None = START) -> SheetEntry:
    """The one entry of a sheet with one rule."""
    [found] = sheet(with_rules(rule), locale, rule["medicine"], start=start).entries
    return found


def grid(rule: dict[str, Any], locale: str = "en", start: datetime | None = START) -> MedicineGrid:
    """The one grid of a sheet with one rule."""
    [found] = sheet(with_rules(rule), locale, rule["medicine"], start=start).grids
    return found


def said(step: MedicineStep) -> tuple[str, str, str, str]:
    return (
        step.label,
        step.date.replace("\u00a0", " "),
        step.text.text.replace("\u00a0", " "),
        step.blank,
    )


WITHHELD: dict[str, Any] = {
    "medicine": "warfarin",
    "decision": "withhold",
    "last_dose": {"day": -4, "slot": "evening"},
    "restart": {"day": 1, "slot": "morning", "catch_up": 6},
    "blood_tests": [
        {"name": NAME, "day": -1, "limit": {"at_most": 1.5, "otherwise": "postpone"}},
        {"name": NAME, "day": 0, "limit": {"at_least": 50, "otherwise": "decide"}},
    ],
}


REDUCED: dict[str, Any] = {
    "medicine": "warfarin",
    "decision": "reduce",
    "reduced": {"dose": {"percent": 50}, "first": -1, "last": 1},
}


def test_a_restart_waits_for_a_blood_test_of_which_place_and_role_are_told() -> None:
    test = {
        "name": {"en": "INR", "tr": "INR"},
        "day": 2,
        "place": {"en": "your family doctor", "tr": "aile hekiminiz"},
        "seen_by": {"en": "Cardiology", "tr": "Kardiyoloji"},
        "limit": {"at_most": 3, "otherwise": "decide"},
    }
    rule = WITHHELD | {"restart": {"in_range": "INR"}, "blood_tests": [test]}
    assert [said(step)[1:3] for step in entry(rule).steps[1:]] == [
        (
            "",
            (
                "Start again only when the result of this blood test is in range: INR. Your team "
                "tells you."
            ),
        ),
        (
            "Saturday, 12 December 2026",
            (
                "INR. Where: your family doctor. Who looks at the result: Cardiology. If the "
                "result is above 3, we decide with you what to do."
            ),
        ),
    ]
    assert said(entry(rule, start=None).steps[-1])[2].startswith(
        "Have this blood test 2 days after your procedure: INR. Where:"
    )
    assert said(entry(rule, "tr").steps[-1])[2].startswith(
        "INR. Yer: aile hekiminiz. Sonucu değerlendiren: Kardiyoloji."
    )


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (
            START,
            ("Thursday, 10 December 2026", "Start again with your first meal after the procedure."),
        ),
        (None, ("", "Start again with your first meal after the procedure.")),
    ],
)
def test_a_restart_with_a_meal_names_the_meal(
    start: datetime | None, expected: tuple[str, str]
) -> None:
    rule = WITHHELD | {"restart": {"next_meal": True}, "blood_tests": []}
    assert said(entry(rule, start=start).steps[-1])[1:3] == expected


@pytest.mark.parametrize(
    ("rule", "on", "expected"),
    [(WITHHELD, None, True), ({"medicine": "warfarin"}, None, False), (WITHHELD, 14, False)],
    ids=["withheld", "kept", "over"],
)
def test_times_that_are_assumed_are_said_on_the_sheet(
    rule: dict[str, Any], on: int | None, expected: bool
) -> None:
    one = TakenMedicine("warfarin", KNOWN["warfarin"], times_a_day=2)
    printed = date(2026, 12, on) if on else None
    found = medicines(
        with_rules({"decision": "continue"} | rule),
        "en",
        Visit(START, medicines=(one,), printed_on=printed),
    )
    notes = [note.text for note in found.entries[0].notes]
    assert any("twice a day" in note for note in notes) is expected


def test_each_step_has_its_date_with_the_weekday_and_its_sentence() -> None:
    assert [said(step) for step in entry(WITHHELD).steps] == [
        (
            "Last dose",
            "The evening dose of Sunday, 6 December 2026",
            "Then take no more until the time under “Start again”.",
            "",
        ),
        (
            "Start again",
            "Friday, 11 December 2026, morning",
            (
                "If you forget the first dose, you can take it up to 6 hours late. If it is later "
                "than that, leave it out and take the next one at its usual time."
            ),
            "",
        ),
        (
            "Blood test",
            "Wednesday, 9 December 2026",
            "a. If the result is above 1.5, we put off the procedure.",
            "",
        ),
        (
            "Blood test",
            "Thursday, 10 December 2026",
            "a. If the result is below 50, we decide with you what to do.",
            "",
        ),
    ]


def weekly(*restart: int, last: int = -10) -> list[tuple[str, str]]:
    """The first steps of a medicine that is taken on Mondays; the procedure is on a Thursday."""
    again = {"day": restart[0]} if restart else {"told_by_team": True}
    rule = WITHHELD | {"last_dose": {"day": last}, "restart": again, "blood_tests": []}
    one = TakenMedicine("warfarin", KNOWN["warfarin"], weekday=Weekday.MONDAY)
    found = medicines(with_rules(rule), "en", Visit(START, medicines=(one,)))
    return [said(step)[1:3] for step in found.entries[0].steps]


def test_a_weekly_medicine_is_told_in_weeks() -> None:
    assert weekly(1) == [
        (
            "The dose of Monday, 30 November 2026",
            "Do not take it on these days: Monday, 7 December 2026.",
        ),
        ("Monday, 14 December 2026", ""),
    ]
    assert weekly(1, last=-1)[0] == (
        "The dose of Monday, 7 December 2026",
        "You leave out no dose.",
    )
    assert weekly(30)[0][1] == (
        "Do not take it. From: Monday, 7 December 2026. Up to and including: Monday, 4 January "
        "2027."
    )
    assert weekly()[0][1] == "Then take no more until the time under “Start again”."


def test_of_several_doses_a_day_whose_times_are_not_known_the_last_of_the_day_is_the_last() -> None:
    rule = WITHHELD | {"last_dose": {"day": -1}, "blood_tests": []}
    one = TakenMedicine("warfarin", KNOWN["warfarin"], times_a_day=3)
    found = medicines(with_rules(rule), "en", Visit(START, medicines=(one,)))
    date = "The last dose of the day, Wednesday, 9 December 2026"
    assert said(found.entries[0].steps[0])[1] == date


def test_the_same_in_turkish() -> None:
    steps = [said(step) for step in entry(WITHHELD, "tr").steps]
    assert [step[1] for step in steps] == [
        "6 Aralık 2026 Pazar, akşam dozu",
        "11 Aralık 2026 Cuma, sabah",
        "9 Aralık 2026 Çarşamba",
        "10 Aralık 2026 Perşembe",
    ]
    assert steps[2][2] == "b. Sonuç 1,5 değerinin üzerindeyse işlemi erteleriz."


def test_the_entry_says_for_which_kidneys_and_dose_the_rule_was_read() -> None:
    taken = (
        TakenMedicine("dabigatran", KNOWN["dabigatran"]),
        TakenMedicine("enoxaparin", KNOWN["enoxaparin"], dose="preventive"),
        TakenMedicine("metformin", KNOWN["metformin"]),
    )
    visit = Visit(START, Region.LUMBAR, kidney="reduced", facts=NO_RISKS)
    sheets = [medicines(demo(), "en", replace(visit, medicines=(one,))) for one in taken]
    assert [one.entries[0].names[0].conditions for one in sheets] == [
        ("Reduced kidney function (30 to 49 ml per minute)",),
        ("Reduced kidney function (30 to 49 ml per minute)", "Small dose that prevents clots"),
        (),
    ]


@pytest.mark.parametrize(
    ("names", "together"),
    [
        (("warfarin", "metformin"), ""),
        (("warfarin", "metformin", "acetylsalicylic-acid"), "warfarin, acetylsalicylic acid"),
    ],
)
def test_blood_thinners_that_are_taken_together_are_named(
    names: tuple[str, ...], together: str
) -> None:
    front = sheet(demo(), "en", *names).front
    assert front
    assert front.together == together


def test_the_brand_by_which_a_medicine_was_given_stands_beside_its_name() -> None:
    taken = (
        TakenMedicine(
            "glifor",
            KNOWN["metformin"],
            strength=Strength((Decimal(1000),), unit="mg"),
            brand="Glifor",
        ),
    )
    [one] = medicines(demo(), "en", Visit(START, medicines=taken)).entries
    assert one.names[0].name.text.replace("\u00a0", " ") == "metformin 1000 mg (Glifor)"


@pytest.mark.parametrize(
    ("added", "printed"),
    [
        (("Glifor", "Glifor"), "Glifor, Matofin"),
        (("GLİFOR", "matofin", "Gluformin"), "Glifor, Matofin, Gluformin"),
        (("Glifor®", "Gli-for", "Mato fin"), "Glifor, Matofin"),
        ((), "Glifor, Matofin"),
    ],
)
def test_each_brand_is_printed_once_however_the_clinic_writes_it(
    added: tuple[str, ...], printed: str
) -> None:
    found = KNOWN["metformin"].model_copy(update={"brands": {"TR": ("Glifor", "Matofin", *added)}})
    taken = TakenMedicine("metformin", found)
    [one] = medicines(demo(), "en", Visit(START, medicines=(taken,))).entries
    assert one.names[0].brands == printed


def test_without_a_date_each_step_has_a_blank() -> None:
    steps = [said(step) for step in entry(WITHHELD, start=None).steps]
    assert [(date, blank) for _, date, _, blank in steps] == [("", "Date:")] * 4


def test_hours_have_a_latest_time_and_a_blank_for_the_end_of_the_procedure() -> None:
    rule = WITHHELD | {"last_dose": {"hours": 12}, "restart": {"hours": 4}, "blood_tests": []}
    last, again = (said(step) for step in entry(rule).steps)
    assert last[1] == "Wednesday, 9 December 2026, 21:00 or earlier"
    assert last[3] == ""
    assert again[1] == "Thursday, 10 December 2026 or later"
    assert again[3] == "Date and time, written by your team:"


@pytest.mark.parametrize(
    ("hour", "slot", "expected"),
    [
        ((8, 30), Slot.EVENING, "{}, by 20:30 at the latest"),
        ((9, 30), Slot.EVENING, "{}"),
        ((0, 0), Slot.NOON, "Wednesday, 9 December 2026, noon at the latest"),
    ],
)
def test_a_dose_that_might_be_taken_too_late_has_the_latest_time_beside_it(
    hour: tuple[int, int], slot: Slot, expected: str
) -> None:
    found = with_rules(WITHHELD | {"last_dose": {"hours": 12}, "blood_tests": []})
    start = START.replace(hour=hour[0], minute=hour[1])
    taken = (TakenMedicine("warfarin", KNOWN["warfarin"], slots=(slot,)),)
    visit = Visit(start, medicines=taken)
    step = medicines(found, "en", visit).entries[0].steps[0]
    assert said(step)[1] == expected.format(f"The {slot} dose of Wednesday, 9 December 2026")
    when = [when for _, when, text in tasks(checklist(found, "en", visit)) if "your last" in text]
    assert when == [expected.format(f"Wednesday, 9 December 2026, {slot}")]


def test_noon_is_a_word() -> None:
    rule = WITHHELD | {"last_dose": {"hours": 12}, "blood_tests": []}
    step = entry(rule, start=START.replace(hour=0)).steps[0]
    assert said(step)[1] == "Wednesday, 9 December 2026, noon or earlier"


def test_midnight_is_words() -> None:
    """Only fasting can begin then: a last dose in the night is one of the evening before."""
    fasting = demo().clinic.fasting
    assert fasting
    early = fasting.model_copy(update={"morning_list": "06:00"})
    sources = replace(demo(), clinic=demo().clinic.model_copy(update={"fasting": early}))
    found = tasks(checklist(sources, "en", Visit(START)))
    assert ("before", "Thursday, 10 December 2026, midnight as the day begins") in [
        (stage, when) for stage, when, _ in found
    ]


DOSES = {
    "half": ({"percent": 50}, "Take half of your usual dose.", ""),
    "part": (
        {"percent": 75},
        "Take 75% of your usual dose. Your team writes here how much that is.",
        "Amount:",
    ),
    "amount": ({"amount": 100.0, "unit": "mg"}, "Take this dose: 100 mg.", ""),
    "decimal": ({"amount": 2.5, "unit": "microgram"}, "Take this dose: 2.5 micrograms.", ""),
    "units": ({"amount": 1, "unit": "unit"}, "Take this dose: 1 unit.", ""),
    "tablets": ({"amount": 0.5, "unit": "tablet"}, "Take this dose: 0.5 tablets.", ""),
}


@pytest.mark.parametrize("name", DOSES)
def test_another_dose_has_its_first_and_last_day_and_how_much(name: str) -> None:
    dose, sentence, blank = DOSES[name]
    reduced = {"dose": dose, "first": -1, "last": 0}
    rule = {"medicine": "warfarin", "decision": "reduce", "reduced": reduced}
    [step] = entry(rule).steps
    assert said(step) == (
        "A different dose",
        "From: Wednesday, 9 December 2026. Up to and including: Thursday, 10 December 2026.",
        sentence,
        blank,
    )


def test_another_medicine_in_between_has_its_own_steps_and_days() -> None:
    bridging = {
        "medicine": "enoxaparin",
        "first": {"day": -3},
        "last": {"hours": 24},
        "restart": {"told_by_team": True},
        "given_by": "nurse",
    }
    found = entry(WITHHELD | {"decision": "switch", "bridging": bridging})
    assert found.bridge
    assert (found.bridge.name, found.bridge.text.text) == ("enoxaparin", "A nurse gives it to you.")
    assert [said(step)[1] for step in found.bridge.steps] == [
        "Monday, 7 December 2026",
        "Wednesday, 9 December 2026, 09:00 or earlier",
        "",
    ]
    strips = (found.strip, found.bridge.strip)
    assert [[cell.mark for cell in one if cell.mark in FIRST_AND_LAST] for one in strips] == [
        [DayMark.LAST, DayMark.FIRST],
        [DayMark.LAST],
    ]


def test_a_decision_that_is_open_has_its_reason_and_do_not_stop() -> None:
    found = sheet(demo(), "en", "metamizole", "Xyzol").entries
    notes = [[note.text.replace("\u00a0", " ") for note in one.notes] for one in found]
    open_still = (
        "Do not stop this medicine until your team has filled this in. "
        "If it is still empty, call us: +90 312 000 00 02"
    )
    assert notes == [
        ["We decide about this medicine for each patient separately.", open_still],
        ["This medicine is not on our list.", open_still],
    ]
    assert {one.decision for one in found} == {Decision.UNDECIDED}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_date_and_what_comes_after_it_have_one_full_stop_between_them(locale: str) -> None:
    rules = with_rules(REDUCED, WITHHELD | {"medicine": "metformin"})
    found = sheet(rules, locale, "warfarin", "metformin")
    page = BuiltInLayout(UiWords(rules.catalogs[locale].ui)).html(found)
    assert ".." not in page
    assert {"en": "December 2026.", "tr": "dahil)."}[locale] in page.replace("\u00a0", " ")
    assert {"en": "6 December 2026.", "tr": "akşam dozu."}[locale] in page.replace("\u00a0", " ")


# When the patient goes home

ADVICE = {"if_taken": NAME, "if_postponed": NAME, "if_missed": NAME}


def at_home(rule: dict[str, Any], day: int, locale: str = "en") -> SheetEntry:
    """The one entry of a sheet with one rule that is printed so many days after the procedure."""
    taken = (TakenMedicine(rule["medicine"], KNOWN[rule["medicine"]]),)
    visit = Visit(START, medicines=taken).on(START.date() + timedelta(days=day))
    [found] = medicines(with_rules(rule), locale, visit).entries
    return found


@pytest.mark.parametrize(
    ("restart", "day", "is_out"),
    [
        ({"day": 3}, 0, True),
        ({"day": 3}, 3, True),
        ({"day": 3}, 4, False),
        ({"hours": 24}, 1, True),
        ({"hours": 24}, 2, False),
        ({"told_by_team": True}, 30, True),
    ],
)
def test_what_to_do_after_a_mistake_is_told_until_the_day_of_the_restart_is_over(
    restart: dict[str, Any], day: int, is_out: bool
) -> None:
    found = at_home(WITHHELD | ADVICE | {"restart": restart}, day)
    labels = [one.label for one in found.advice]
    assert ("If you took it by mistake:" in labels) == is_out
    assert ("Then take no more" in found.steps[0].text.text) == is_out
    assert "If you forgot to take it:" in labels
    assert "If the procedure is put off:" not in labels


@pytest.mark.parametrize(
    ("day", "decision", "labels"),
    [(1, Decision.REDUCE, ["A different dose"]), (2, Decision.CONTINUE, [])],
)
def test_a_different_dose_that_is_over_is_the_usual_one_again(
    day: int, decision: Decision, labels: list[str]
) -> None:
    found = at_home(REDUCED, day)
    assert found.decision is decision
    assert [one.label for one in found.steps] == labels


BRIDGED: dict[str, Any] = WITHHELD | {
    "decision": "switch",
    "bridging": {
        "medicine": "enoxaparin",
        "first": {"day": -3},
        "last": {"hours": 24},
        "given_by": "nurse",
    },
}


def test_another_medicine_that_is_over_is_told_of_no_more() -> None:
    before, found = entry(BRIDGED), at_home(BRIDGED, 0)
    assert before.bridge
    assert any("In between" in note.text for note in before.notes)
    assert found.bridge is None
    assert not found.notes
    assert (found.decision, found.headline) == (
        Decision.WITHHOLD,
        "Take a short break: dates below",
    )
    assert [cell.mark for cell in found.strip] == [DayMark.NONE, DayMark.FIRST, DayMark.USUAL]


@pytest.mark.parametrize("restart", [{"day": 1}, {"hours": 6}, {"told_by_team": True}])
def test_another_medicine_that_is_given_again_is_told_of_until_the_team_ends_it(
    restart: dict[str, Any],
) -> None:
    rule = BRIDGED | {"bridging": BRIDGED["bridging"] | {"restart": restart}}
    for day in (0, 3):
        found = at_home(rule, day)
        assert found.bridge
        [step] = found.bridge.steps
        assert step.label == "After the procedure"
        assert "Your team tells you when to" in step.text.text
        assert any("enoxaparin" in note.text for note in found.notes)


@pytest.mark.parametrize(
    ("rule", "last_day"),
    [
        (WITHHELD | {"restart": {"day": 3}}, 3),
        (WITHHELD | {"bridging": "none", "restart": {"hours": 24}}, 1),
        (REDUCED | {"procedure_day": "after"}, 1),
    ],
)
def test_a_note_is_told_until_the_last_day_that_it_is_about(
    rule: dict[str, Any], last_day: int
) -> None:
    noted = rule | {"text": NAME}
    assert NAME["en"] in [note.text for note in at_home(noted, last_day).notes]
    assert not at_home(noted, last_day + 1).notes


def test_a_note_is_told_where_only_the_team_knows_what_comes_and_of_what_is_kept() -> None:
    told = WITHHELD | {"restart": {"told_by_team": True}, "text": NAME}
    call = {"medicine": "warfarin", "decision": "ask", "text": NAME}
    kept = {"medicine": "metformin", "decision": "continue", "text": NAME}
    for rule in (told, call, kept):
        assert NAME["en"] in [note.text for note in at_home(rule, 30).notes]


def test_what_to_do_on_the_day_of_the_procedure_is_told_until_it_is_over() -> None:
    rule = REDUCED | {"procedure_day": "after"}
    assert [len(at_home(rule, day).notes) for day in (0, 1)] == [1, 0]


# The grid

FIRST_AND_LAST = {DayMark.LAST, DayMark.FIRST, DayMark.BOTH}


@given(st.integers(-40, -1), st.integers(0, 20))
def test_a_strip_fills_its_columns_and_leaves_no_day_out(last: int, first: int) -> None:
    rule = WITHHELD | {"last_dose": {"day": last}, "restart": {"day": first}}
    found = grid(rule)
    [one] = found.groups[0].entries
    assert [column.is_procedure for column in found.columns].count(True) == 1
    assert len(found.columns) <= 11
    assert sum(column.units for column in found.columns) == GRID_UNITS
    assert sum(cell.units for cell in one.strip) == GRID_UNITS
    marks = [cell.mark for cell in one.strip]
    assert marks.count(DayMark.LAST) == 1
    assert marks.count(DayMark.FIRST) == (first <= 14)
    assert all(cell.word for cell in one.strip)
    assert all(column.date and column.weekday for column in found.columns)


@pytest.mark.parametrize("locale", LOCALES)
def test_days_without_a_date_say_how_far_they_are(locale: str) -> None:
    columns = grid(WITHHELD, locale, start=None).columns
    expected = {
        "en": ("7 days before", "1 day before", "", "1 day after"),
        "tr": ("7 gün önce", "1 gün önce", "", "1 gün sonra"),
    }
    assert tuple(columns[index].date for index in (0, 6, 7, 8)) == expected[locale]
    assert {column.weekday for column in columns} == {""}


def test_of_many_days_those_in_a_row_on_which_nothing_changes_share_a_column() -> None:
    columns = grid(WITHHELD | {"last_dose": {"day": -15}}).columns
    shown = [
        (one.date.replace("\u00a0", " "), one.last_date.replace("\u00a0", " ")) for one in columns
    ]
    assert shown == [
        ("25 Nov", ""), ("26 Nov", "9 Dec"), ("10 Dec", ""), ("11 Dec", ""), ("12 Dec", "13 Dec"),
    ]  # fmt: skip


def test_medicines_whose_days_do_not_fit_side_by_side_are_below_days_of_their_own() -> None:
    rules = [
        WITHHELD | {"medicine": name, "last_dose": {"day": day}, "restart": {"day": -day}}
        for day, name in enumerate(("warfarin", "metformin", "ginkgo", "insulin", "naproxen"), -12)
    ]
    names = [rule["medicine"] for rule in rules]
    found = sheet(with_rules(*rules), "en", *names)
    assert len(found.grids) > 1
    assert all(len(one.columns) <= 11 for one in found.grids)
    printed = [each.name.text for one in found.entries for each in one.names]
    assert sorted(printed) == sorted(names)


@pytest.mark.parametrize(
    ("locale", "sip"),
    [
        ("en", "If it is a tablet, take it with a sip of water."),
        ("tr", "İlaç tabletse bir yudum suyla alın."),
    ],
)
def test_water_is_for_tablets_alone_also_where_a_line_has_insulin_too(
    locale: str, sip: str
) -> None:
    rules = [{"medicine": name, "decision": "continue"} for name in ("insulin", "metformin")]
    [one] = sheet(with_rules(*rules), locale, "insulin", "metformin").entries
    [note] = one.notes
    assert note.text.endswith(f". {sip}")


def test_what_is_just_kept_shares_lines_and_what_has_a_remark_does_not() -> None:
    plain = {"decision": "continue"}
    remark = plain | {"medicine": "naproxen", "text": NAME}
    rules = [plain | {"medicine": name} for name in ("metformin", "gabapentin", "paracetamol")]
    names = ("metformin", "naproxen", "gabapentin", "paracetamol")
    found = sheet(with_rules(*rules, remark), "en", *names).entries
    assert [sorted(each.name.text for each in one.names) for one in found] == [
        ["naproxen"],
        ["gabapentin", "metformin", "paracetamol"],
    ]


def test_a_sheet_for_nobody_says_once_what_is_said_of_several() -> None:
    found = medicines(demo(), "en", Visit())
    printed = [each.name.text for one in found.entries for each in one.names]
    assert len(printed) == len(set(printed))
    said_of = {one.names for one in found.entries if one.decision is Decision.CONTINUE}
    assert any(len(names) == 4 for names in said_of)
    assert found.front is None


def undecided(**of: dict[str, Any]) -> dict[frozenset[str], SheetEntry]:
    """The undecided entries of a sheet for nobody, by the names in them; `of` has rules by id."""
    rules = [{"medicine": name, "decision": "undecided"} | rule for name, rule in of.items()]
    found = medicines(with_rules(*rules), "en", Visit()).entries
    return {frozenset(each.name.text for each in one.names): one for one in found}


def test_what_is_said_of_some_undecided_medicines_alone_has_their_names() -> None:
    others = {name: {"text": NAME} for name in ("metformin", "gliclazide")}
    [one] = undecided(glimepiride={"text": {"en": "c", "tr": "d"}}, **others).values()
    assert [note.text for note in one.notes][:-1] == [
        "a (gliclazide, metformin)",
        "c (glimepiride)",
        "We decide about this medicine for each patient separately.",
    ]
    assert one.notes[-1].text.startswith("Do not stop this medicine")


def test_undecided_medicines_with_advice_of_their_own_do_not_share_it() -> None:
    found = undecided(metformin={"if_missed": NAME}, gliclazide={}, glimepiride={})
    assert {names: len(one.advice) for names, one in found.items()} == {
        frozenset({"metformin"}): 1,
        frozenset({"gliclazide", "glimepiride"}): 0,
    }


def test_no_day_is_shown_of_a_medicine_about_which_nothing_is_decided() -> None:
    found = sheet(with_rules(WITHHELD), "en", "warfarin", "Xyzol").entries
    assert [bool(one.strip) for one in found] == [True, False]


# The checklist


def tasks(found: ChecklistDocument) -> list[tuple[str, str, str]]:
    return [
        (stage.id, task.when.replace("\u00a0", " "), task.text.text)
        for stage in found.stages
        for task in stage.tasks
        if task.when
    ]


def test_the_checklist_has_the_dates_of_the_sheet() -> None:
    taken = (TakenMedicine("warfarin", KNOWN["warfarin"]),)
    found = tasks(checklist(with_rules(WITHHELD), "en", Visit(START, medicines=taken)))
    assert (
        "before",
        "Sunday, 6 December 2026, evening",
        "warfarin: The evening dose is your last before the procedure.",
    ) in found
    assert (
        "after",
        "Friday, 11 December 2026, morning",
        "warfarin: Start taking it again.",
    ) in found
    assert ("day", "Thursday, 10 December 2026", "Blood test: a.") in found


def test_the_checklist_has_fasting_times_by_the_list_of_the_day() -> None:
    """The sample clinic: six and two hours before its lists, which start at 8:30 and 13:00."""
    words = {"Do not eat anything from this time on.": "food"}
    words[
        "Until this time you may drink water only. Then do not drink anything but a sip "
        "of water with a tablet that you have to take."
    ] = "drinks"
    times = {}
    for start in (START, START.replace(hour=15)):
        found = tasks(checklist(demo(), "en", Visit(start)))
        times[start.hour] = {words[text]: when for _, when, text in found if text in words}
    assert times == {
        9: {
            "food": "Thursday, 10 December 2026, 02:30",
            "drinks": "Thursday, 10 December 2026, 06:30",
        },
        15: {
            "food": "Thursday, 10 December 2026, 07:00",
            "drinks": "Thursday, 10 December 2026, 11:00",
        },
    }


def test_tasks_with_a_day_stand_in_the_order_of_the_days() -> None:
    taken = tuple(
        TakenMedicine(name, KNOWN[name]) for name in ("metformin", "warfarin", "apixaban")
    )
    visit = Visit(START, region=Region.LUMBAR, medicines=taken)
    for stage in checklist(demo(), "en", visit).stages:
        days = [datetime.strptime(day, "%d %B %Y") for day in dates_of(stage.tasks)]  # noqa: DTZ007
        assert days == sorted(days)


def dates_of(found: Any) -> list[str]:
    shown = [task.when.replace("\u00a0", " ").split(", ") for task in found if task.when]
    return [parts[1].removesuffix(" or later") for parts in shown if len(parts) > 1]


# The published table in print


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: "-".join(cell[:3]))
def test_each_cell_of_the_published_table_is_a_whole_entry(
    cell: tuple[str, str, str, str], locale: str
) -> None:
    """Said by the program's own sentences: nothing in another language, no step without a date."""
    medicine, condition, risk, _ = cell
    sources = replace(demo(), rules=RULES)
    for leaflet, region in RISKS[risk]:
        visit = visit_of(medicine, condition, region)
        [one] = make_plan(RULES, MEDICINES, Procedure(leaflet), visit).medicines
        found = compose_entry(Composer(sources, locale, visit), one, "")
        texts = [note.text for note in found.notes] + [step.text.text for step in found.steps]
        assert texts
        assert not any("[en:" in text for text in (found.headline, *texts))
        assert all(step.date or step.blank for step in found.steps)


@pytest.mark.parametrize(
    ("locale", "date", "call"),
    [
        ("en", "Saturday, 5 December 2026", "Call us as soon as you have this sheet"),
        ("tr", "5 Aralık 2026 Cumartesi", "Bu planı alır almaz bizi arayın"),
    ],
)
def test_a_medicine_that_was_stopped_has_the_day_of_its_last_dose_and_no_other(
    locale: str, date: str, call: str
) -> None:
    stopped = TakenMedicine("warfarin", KNOWN["warfarin"], stopped=START.date() - timedelta(days=5))
    sheet = medicines(demo(), locale, Visit(START, medicines=(stopped,)))
    [one] = sheet.entries
    notes = " ".join(note.text for note in one.notes).replace("\u00a0", " ")
    assert date in notes
    assert call in notes
    assert (one.decision, one.steps, one.strip) == (Decision.UNDECIDED, (), ())
