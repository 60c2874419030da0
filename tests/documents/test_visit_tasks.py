"""A plan in steps, tasks and calendars: each dose on one day, and on the same one everywhere."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.models.checklist import Stage
from build_pack.content.models.clinic import Weekday
from build_pack.content.models.dosing import Slot
from build_pack.documents.checklist.compose import compose as checklist
from build_pack.documents.checklist.views import ChecklistTask
from build_pack.documents.medicines.compose import compose as medicines
from build_pack.documents.medicines.views import (
    MedicineGrid,
    MedicinesDocument,
    MedicineStep,
    SheetEntry,
    StripCell,
)
from build_pack.documents.medicines.visit_plans import visit_plan
from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.planning.medicine_days import DayMark
from build_pack.planning.plan import LATEST_DAY
from build_pack.planning.visit import TakenMedicine, Visit
from tests.documents.test_medicines import (
    KNOWN,
    NAME,
    START,
    WITHHELD,
    entry,
    said,
    sheet,
    with_rules,
)
from tests.planning.samples import UNTAKEN

BRIDGING: dict[str, Any] = {
    "medicine": "enoxaparin",
    "first": {"day": -3, "slot": "morning"},
    "last": {"day": -1, "slot": "evening"},
    "restart": {"day": 1, "slot": "noon"},
    "given_by": "nurse",
}
SWITCHED = WITHHELD | {"decision": "switch", "bridging": BRIDGING, "blood_tests": []}
LAST = "Take it for the last time before the procedure."
NAMED = {
    "morning": "The morning dose is your last before the procedure.",
    "noon": "The noon dose is your last before the procedure.",
    "evening": "The evening dose is your last before the procedure.",
    "bedtime": "The bedtime dose is your last before the procedure.",
    "weekly": "The dose of this day is your last before the procedure.",
    "several": "The last dose of this day is your last before the procedure.",
    "": LAST,
}
"""What is said of a last dose by its time of day, by its week, or because it is one of several."""
LEFT_OUT = "Leave out the dose of this day."
FIRST = "Start taking it again."
MEAL = "Start taking it again with your first meal after the procedure."
BEGINS = "first dose, as the medicine sheet says."
CHANGED = "a different dose from this day on, as the medicine sheet says."
USUAL = "Take your usual dose again."


def switched(**bridging: Any) -> dict[str, Any]:
    """The sample rule with other keys under bridging."""
    return SWITCHED | {"bridging": BRIDGING | bridging}


def reduced(percent: int, first: int, last: int) -> dict[str, Any]:
    """A rule by which metformin is taken in another dose for some days."""
    dose = {"dose": {"percent": percent}, "first": first, "last": last}
    return {"medicine": "metformin", "decision": "reduce", "reduced": dose}


def bridge_steps(rule: dict[str, Any], start: datetime | None = START) -> list[MedicineStep]:
    bridge = entry(rule, start=start).bridge
    assert bridge
    return list(bridge.steps)


def tasks(
    rule: dict[str, Any], start: datetime | None = START, **more: Any
) -> dict[str, tuple[str, str, str]]:
    """What the checklist says of the medicines of a rule: stage, date and blank, by text."""
    name = rule["medicine"]
    visit = Visit(start, medicines=(TakenMedicine(name, KNOWN[name], **more),))
    return {
        task.text.text.replace("\u00a0", " "): (stage.id, plain(task.when), task.blank)
        for stage in checklist(with_rules(rule), "en", visit).stages
        for task in stage.tasks
    }


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


# Steps


def test_a_bridge_that_starts_again_after_hours_has_the_earliest_day_and_a_blank() -> None:
    again = said(bridge_steps(switched(restart={"hours": 48}))[2])
    assert again[1] == "Saturday, 12 December 2026 or later"
    assert again[3] == "Date and time, written by your team:"


@pytest.mark.parametrize(
    ("percent", "start", "blank"),
    [
        (75, None, "Amount, and dates:"),
        (50, None, "Dates:"),
        (75, START, "Amount:"),
        (50, START, ""),
    ],
)
def test_another_dose_has_a_blank_for_whatever_is_not_known(
    percent: int, start: datetime | None, blank: str
) -> None:
    [step] = entry(reduced(percent, -1, 0), start=start).steps
    assert step.blank == blank


def test_another_dose_without_a_date_says_how_far_its_days_are_from_the_procedure() -> None:
    [step] = entry(reduced(50, -1, 2), start=None).steps
    assert said(step)[1] == (
        "From: 1 day before your procedure. Up to and including: 2 days after your procedure."
    )


def test_the_doses_of_a_bridge_without_a_date_have_their_time_of_day_in_brackets() -> None:
    assert [said(step)[1:] for step in bridge_steps(SWITCHED, None)] == [
        ("", "First dose 3 days before your procedure. (morning)", "Date:"),
        ("", "Last dose 1 day before your procedure. (evening)", "Date:"),
        (
            "",
            (
                "Start it again 1 day after your procedure. Your team tells you when to stop it. "
                "(noon)"
            ),
            "Date:",
        ),
    ]


def test_the_doses_of_a_bridge_with_a_date_have_their_time_of_day_beside_it_alone() -> None:
    assert [said(step)[1] for step in bridge_steps(SWITCHED)] == [
        "Monday, 7 December 2026, morning",
        "The evening dose of Wednesday, 9 December 2026",
        "Friday, 11 December 2026, noon",
    ]
    assert not any("(" in step.text.text for step in bridge_steps(SWITCHED))


# Tasks

HOURS = WITHHELD | {"last_dose": {"hours": 12}, "restart": {"hours": 24}, "blood_tests": []}


def test_a_last_dose_in_hours_has_the_latest_time_and_no_blank() -> None:
    """It is counted from the start of the procedure, which is known."""
    assert tasks(HOURS)[f"warfarin: {LAST}"] == (
        Stage.BEFORE,
        "Wednesday, 9 December 2026, 21:00 or earlier",
        "",
    )


def test_a_restart_in_hours_has_the_earliest_day_and_a_blank_for_the_time() -> None:
    """It is counted from the end of the procedure, which nobody knows before."""
    assert tasks(HOURS)[f"warfarin: {FIRST}"] == (
        Stage.AFTER,
        "Friday, 11 December 2026 or later",
        "Date and time:",
    )


def test_a_restart_in_hours_at_a_time_that_the_patient_takes_it_has_a_blank_for_the_clock() -> None:
    assert tasks(HOURS, slots=(Slot.EVENING,))[f"warfarin: {FIRST}"] == (
        Stage.AFTER,
        "Friday, 11 December 2026, evening",
        "Time:",
    )


def test_hours_without_a_date_are_said_in_words_on_their_side_of_the_procedure() -> None:
    found = tasks(HOURS, None)
    assert found[f"warfarin: {LAST}"] == (Stage.BEFORE, "12 hours before your procedure", "Date:")
    assert found[f"warfarin: {FIRST}"] == (
        Stage.AFTER,
        "24 hours after the end of your procedure",
        "Date:",
    )


@pytest.mark.parametrize(
    ("day", "stage"),
    [(0, Stage.DAY), (1, Stage.AFTER), (13, Stage.AFTER), (14, Stage.LATER), (42, Stage.LATER)],
)
def test_a_restart_stands_in_the_stage_of_its_day(day: int, stage: Stage) -> None:
    found = tasks(WITHHELD | {"restart": {"day": day}})
    assert found[f"warfarin: {FIRST}"][0] is stage


def test_another_dose_has_its_first_day_and_the_usual_dose_the_day_after_its_last() -> None:
    found = tasks(reduced(50, -2, 0))
    assert found[f"metformin: {CHANGED}"] == (Stage.BEFORE, "Tuesday, 8 December 2026", "")
    assert found[f"metformin: {USUAL}"] == (Stage.AFTER, "Friday, 11 December 2026", "")


def test_another_dose_that_ends_before_the_procedure_is_usual_again_on_its_day() -> None:
    found = tasks(reduced(50, -2, -1))
    assert found[f"metformin: {USUAL}"] == (Stage.DAY, "Thursday, 10 December 2026", "")


def test_a_bridge_has_its_first_its_last_and_its_new_first_dose() -> None:
    found = tasks(SWITCHED)
    assert {text: one for text, one in found.items() if text.startswith("enoxaparin")} == {
        f"enoxaparin: {BEGINS}": (Stage.BEFORE, "Monday, 7 December 2026, morning", ""),
        f"enoxaparin: {NAMED['evening']}": (
            Stage.BEFORE,
            "Wednesday, 9 December 2026, evening",
            "",
        ),
        f"enoxaparin: {FIRST}": (Stage.AFTER, "Friday, 11 December 2026, noon", ""),
    }


def test_the_hours_of_a_bridge_have_the_latest_time_and_the_earliest_day() -> None:
    found = tasks(switched(last={"hours": 24}, restart={"hours": 48}))
    assert found[f"enoxaparin: {LAST}"][1:] == ("Wednesday, 9 December 2026, 09:00 or earlier", "")
    assert found[f"enoxaparin: {FIRST}"][1:] == (
        "Saturday, 12 December 2026 or later",
        "Date and time:",
    )


# Calendars

KEPT = ("warfarin", "apixaban", "clopidogrel", "metformin", "ginkgo")


def kept(*names: str) -> MedicinesDocument:
    """The sheet of a patient who keeps taking these."""
    rules = [{"medicine": name, "decision": "continue"} for name in names]
    return sheet(with_rules(*rules), "en", *names)


def test_no_medicine_is_left_out_of_the_grid() -> None:
    names = [each.name.text for one in kept(*KEPT).entries for each in one.names]
    assert sorted(names) == sorted(KEPT)


def test_a_bridge_has_a_strip_of_its_own() -> None:
    [found] = sheet(with_rules(SWITCHED), "en", "warfarin").grids
    [one] = found.groups[0].entries
    assert one.bridge
    marked = by_column(found, one.bridge.strip)
    taken = [plain(column) for column, mark in marked.items() if mark not in UNTAKEN]
    assert taken[:4] == ["7 Dec", "8 Dec", "9 Dec", "11 Dec"]


def test_a_bridge_whose_days_are_not_known_has_no_strip() -> None:
    bridge = entry(switched(restart={"hours": 48}), start=None).bridge
    assert bridge
    assert bridge.strip == ()


@pytest.mark.parametrize("names", [("warfarin",), ("warfarin", "metformin", "Xyzol"), ("Xyzol",)])
def test_there_are_no_days_above_if_no_day_of_any_medicine_is_known(
    names: tuple[str, ...],
) -> None:
    """Hours from an unknown time, a medicine without a rule, and one that is on no list."""
    for found in sheet(with_rules(HOURS), "en", *names, start=None).grids:
        assert found.columns == ()


# The same day everywhere

ZONE = ZoneInfo("Europe/Istanbul")
FORMATS = LocaleConventions("en", "TR")
STARTS = st.datetimes(datetime(2025, 1, 1), datetime(2030, 1, 1), timezones=st.just(ZONE))  # noqa: DTZ001
SLOTS = st.none() | st.sampled_from([slot.value for slot in Slot])
USUAL_SLOTS = st.sampled_from([(), (Slot.MORNING,), (Slot.EVENING,), (Slot.NOON, Slot.BEDTIME)])


def at(day: int, slot: str | None) -> dict[str, Any]:
    return {"day": day, "slot": slot} if slot else {"day": day}


RESTARTS = (
    st.builds(at, st.integers(1, 20), SLOTS)
    | st.builds(at, st.just(0), st.sampled_from([None, "evening", "bedtime"]))
    | st.builds(lambda hours: {"hours": hours}, st.integers(1, 168))
    | st.just({"told_by_team": True})
    | st.just({"next_meal": True})
    | st.just({"in_range": "a"})
)


@st.composite
def bridgings(draw: st.DrawFn, after: int) -> dict[str, Any]:
    """Another medicine in between, from after the last dose on."""
    first = draw(st.integers(min(after + 1, -1), -1))
    last = st.builds(at, st.integers(first, -1), SLOTS)
    hours = st.builds(lambda hours: {"hours": hours}, st.integers(1, 48))
    found = {
        "medicine": "enoxaparin",
        "first": at(first, draw(SLOTS)),
        "last": draw(last | hours),
        "given_by": "nurse",
    }
    again = draw(st.none() | RESTARTS)
    return found | ({"restart": again} if again else {})


@st.composite
def leaving_out(draw: st.DrawFn, earliest: int = -20) -> dict[str, Any]:
    """A rule that withholds warfarin, perhaps with another medicine in between."""
    day = draw(st.integers(earliest, -1))
    by_hours = {"hours": -day * 24 + draw(st.integers(-12, 12))}
    last = at(day, draw(SLOTS)) if day < -6 or draw(st.booleans()) else by_hours
    rule = WITHHELD | {"last_dose": last, "restart": draw(RESTARTS), "blood_tests": []}
    bridging = draw(st.none() | bridgings(day))
    return rule | ({"decision": "switch", "bridging": bridging} if bridging else {})


REDUCING = st.builds(
    lambda first, more: reduced(50, first, first + more), st.integers(-20, 8), st.integers(0, 12)
)


@st.composite
def visits(
    draw: st.DrawFn, rule: st.SearchStrategy[dict[str, Any]]
) -> tuple[dict[str, Any], Visit]:
    """A rule that may have expired, and a visit of a patient who takes its medicine."""
    found, start = draw(rule), draw(STARTS)
    until = draw(st.none() | st.integers(-1, 1))
    if until is not None:
        day = start.date() + timedelta(days=until)
        found |= {"decided": {"role": NAME, "on": "2020-01-01", "until": day.isoformat()}}
    name, weekly = found["medicine"], found["decision"] != "reduce"
    weekday = draw(st.none() | st.sampled_from(Weekday)) if weekly else None
    slots, times = draw(USUAL_SLOTS), draw(st.sampled_from([None, 1, 2, 3]))
    taken = TakenMedicine(name, KNOWN[name], slots=slots, weekday=weekday, times_a_day=times)
    return found, Visit(start, medicines=(taken,))


Dose = tuple[str, str]
"""A medicine, and which dose of it."""


def day_in(text: str, visit: Visit) -> int:
    """The day from the procedure whose full date stands in a text."""
    found = re.search(r"[0-9]+ [A-Z][a-z]+ [0-9]{4}", plain(text))
    assert found, text
    assert visit.start
    return (datetime.strptime(found[0], "%d %B %Y").date() - visit.start.date()).days  # noqa: DTZ007


@cache
def _short(day: date) -> tuple[str, str]:
    """A date as a grid and as the front page print it."""
    return FORMATS.day_and_month(day), FORMATS.short_date(day)


def printed(visit: Visit) -> dict[str, int]:
    """The days around a procedure by their short dates."""
    days = range(-40, 40)
    return {text: day for day in days if (on := visit.date(day)) for text in _short(on)}


def in_steps(found: SheetEntry, visit: Visit) -> dict[Dose, int]:
    """The days of first and last doses by the steps of an entry; without those the team tells."""
    labels = {"Last dose": "last", "Start again": "first"}
    between = {"First dose": "begins", "Last dose": "last", "After the procedure": "first"}
    steps = [(found.names[0].name.text, labels.get(step.label), step) for step in found.steps]
    if found.bridge:
        name = found.bridge.name
        steps += [(name, between[step.label], step) for step in found.bridge.steps]
    return {
        (name, dose): day_in(step.date, visit) for name, dose, step in steps if dose and step.date
    }


KINDS = {**dict.fromkeys(NAMED.values(), "last"), FIRST: "first", MEAL: "first", BEGINS: "begins"}
"""What a task says, and of which dose."""


def _said(text: str) -> tuple[str, str]:
    """The medicine of a task and what to do, without where to read more."""
    name, _, task = text.partition(" Before that, read")[0].partition(": ")
    return name, task


def in_tasks(found: Iterable[ChecklistTask], visit: Visit) -> dict[Dose, int]:
    """The same by the checklist."""
    split = [(*_said(task.text.text), task.when) for task in found]
    return {(name, KINDS[text]): day_in(when, visit) for name, text, when in split if text in KINDS}


def by_column(grid: MedicineGrid, strip: tuple[StripCell, ...]) -> dict[str, DayMark]:
    """The marks of a strip by the date at the head of each column."""
    units = iter([cell.mark for cell in strip for _ in range(cell.units)])
    found = {}
    for column in grid.columns:
        [found[column.date]] = {next(units) for _ in range(column.units)}
    return found


def strips(found: MedicinesDocument, visit: Visit) -> dict[str, dict[int, DayMark]]:
    """The marks of each medicine by day, also of days that share a column."""
    days, result = printed(visit), dict[str, dict[int, DayMark]]()
    for grid in found.grids:
        for one in (each for group in grid.groups for each in group.entries):
            named = [(one.names[0].name.text, one.strip)]
            named += [(one.bridge.name, one.bridge.strip)] if one.bridge else []
            for name, strip in named:
                marked = by_column(grid, strip) if strip else {}
                lasts = [column.last_date or column.date for column in grid.columns]
                result[name] = {
                    day: mark
                    for (date, mark), last in zip(marked.items(), lasts, strict=False)
                    for day in range(days[date], days[last] + 1)
                }
    return result


def on_front(found: MedicinesDocument, visit: Visit) -> dict[Dose, int]:
    """The days of first and last doses by the front page."""
    result, days = dict[Dose, int](), printed(visit)
    assert found.front
    for day in found.front.days:
        for task in day.tasks:
            name, text = _said(task.text.text)
            if text in KINDS and day.when in days:
                result[name, KINDS[text]] = days[day.when]
    return result


def in_marks(
    marks: dict[str, dict[int, DayMark]], expected: dict[Dose, int]
) -> set[tuple[str, str, int]]:
    """Every first and last dose of a calendar with its day; it does not mark one that begins."""
    kinds = {"last": {DayMark.LAST, DayMark.BOTH}, "first": {DayMark.FIRST, DayMark.BOTH}}
    found = {
        (name, dose, day)
        for name, days in marks.items()
        for dose, allowed in kinds.items()
        for day, mark in days.items()
        if mark in allowed
    }
    begins = {name: days for name, days in marks.items() if (name, "begins") in expected}
    for name, days in begins.items():
        found.add((name, "begins", min(day for day, mark in days.items() if mark not in UNTAKEN)))
    return found


def composed(
    rule: dict[str, Any], visit: Visit
) -> tuple[MedicinesDocument, SheetEntry, list[ChecklistTask]]:
    sources = with_rules(rule)
    found = medicines(sources, "en", visit)
    stages = checklist(sources, "en", visit).stages
    return found, found.entries[0], [task for one in stages for task in one.tasks]


@given(visits(leaving_out()))
def test_grid_front_steps_and_checklist_name_the_same_days_for_first_and_last_doses(
    example: tuple[dict[str, Any], Visit],
) -> None:
    """A first dose more than two weeks after the procedure is in no calendar."""
    rule, visit = example
    found, one, listed = composed(rule, visit)
    expected = in_steps(one, visit)
    assert in_tasks(listed, visit) == expected
    assert on_front(found, visit) == expected
    shown = {(*dose, day) for dose, day in expected.items() if day <= LATEST_DAY}
    if found.grids[0].columns:  # a weekly medicine may have too many changes for a strip
        assert in_marks(strips(found, visit), expected) == shown


@given(visits(leaving_out()))
def test_sheet_and_checklist_name_the_same_dose_as_the_last(
    example: tuple[dict[str, Any], Visit],
) -> None:
    rule, visit = example
    sources = with_rules(rule)
    [one] = visit_plan(sources, visit).medicines
    [step, *_] = [*medicines(sources, "en", visit).entries[0].steps, None]
    if one.last_dose is None or step is None:
        return
    several = "several" if (one.taken.times_a_day or 1) > 1 else ""
    kind = one.last_dose.slot or ("weekly" if one.taken.weekday else several)
    stages = checklist(sources, "en", visit).stages
    texts = [task.text.text for stage in stages for task in stage.tasks]
    assert sum(text.startswith(f"warfarin: {NAMED[kind]}") for text in texts) == 1
    assert one.last_dose.slot is None or str(one.last_dose.slot) in step.date
    if one.taken.slots or one.taken.is_assumed:
        assert one.last_dose.slot in one.taken.planned_slots


@given(visits(leaving_out()))
def test_the_doses_of_a_weekly_medicine_that_are_left_out_are_those_between_two(
    example: tuple[dict[str, Any], Visit],
) -> None:
    rule, visit = example
    found, one, listed = composed(rule, visit)
    tasks_without = [
        day_in(task.when, visit) for task in listed if task.text.text == f"warfarin: {LEFT_OUT}"
    ]
    [taken] = visit.medicines or ()
    days = in_steps(one, visit)
    last, first = days.get(("warfarin", "last")), days.get(("warfarin", "first"), 1)
    if taken.weekday is None or last is None:
        assert tasks_without == []
        return
    assert tasks_without == list(range(last + 7, first, 7))
    assert found.front
    text = one.steps[0].text.text
    assert ("leave out no dose" in text) is (not tasks_without and ("warfarin", "first") in days)


@given(visits(REDUCING))
def test_grid_steps_and_checklist_name_the_same_days_for_another_dose(
    example: tuple[dict[str, Any], Visit],
) -> None:
    rule, visit = example
    found, one, listed = composed(rule, visit)
    when = {task.text.text.partition(": ")[2]: task.when for task in listed}
    days: range | None = None
    for step in one.steps:
        first, _, last = step.date.removeprefix("From: ").partition(". Up to and including: ")
        days = range(day_in(first, visit), day_in(last, visit) + 1)
    assert (CHANGED in when, USUAL in when) == (days is not None, days is not None)
    if days:
        assert range(day_in(when[CHANGED], visit), day_in(when[USUAL], visit)) == days
    marks = strips(found, visit)
    changed = [day for own in marks.values() for day in own if own[day] is DayMark.CHANGED]
    assert changed == [day for day in days or () if day <= LATEST_DAY]
