"""A front page: each task below its day, in the order of time, before the procedure and after."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.models.checklist import Stage
from build_pack.content.models.clinic import ChecklistItem
from build_pack.content.models.dosing import Slot
from build_pack.documents.checklist.compose import compose as checklist
from build_pack.documents.checklist.views import ChecklistDocument
from build_pack.documents.front_page.compose import compose
from build_pack.documents.front_page.views import FrontPage
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.visit import TakenMedicine, Visit
from tests.documents.test_medicines import KNOWN, LOCALES, START, WITHHELD, demo, with_rules
from tests.documents.test_visit_tasks import (
    BEGINS,
    CHANGED,
    FIRST,
    HOURS,
    LAST,
    NAMED,
    SWITCHED,
    plain,
    reduced,
    switched,
)

DAY = "Thursday 10 Dec"
"""The day of the procedure."""
WORDS = {"en": "A line of the clinic", "tr": "Kliniğin satırı"}
HOME = START.date()


def item(stage: Stage, name: str = "own", **more: Any) -> ChecklistItem:
    """A line that the clinic adds."""
    return ChecklistItem.model_validate({"id": name, "stage": stage.value, "text": WORDS} | more)


def with_items(*items: ChecklistItem) -> DocumentSources:
    """The sample clinic with these lines alone on its checklist."""
    return replace(demo(), clinic=demo().clinic.model_copy(update={"checklist": items}))


def visit(
    *names: str, start: datetime | None = START, on: date | None = None, slots: Iterable[Slot] = ()
) -> Visit:
    taken = tuple(TakenMedicine(name, KNOWN[name], slots=tuple(slots)) for name in names)
    return Visit(start, medicines=taken, printed_on=on)


def front(sources: DocumentSources, of: Visit, locale: str = "en") -> FrontPage:
    return compose(sources, locale, of).front


def rows(sources: DocumentSources, of: Visit, locale: str = "en") -> dict[str, list[str]]:
    """The lines of each row by what stands at its head, as they are read; no two heads alike."""
    days = front(sources, of, locale).days
    found = {
        plain(day.when): [
            plain(f"{task.time}: {task.text.text}" if task.time else task.text.text)
            for task in day.tasks
        ]
        for day in days
    }
    assert len(found) == len(days)
    return found


def in_list(found: ChecklistDocument) -> list[tuple[str, str, str]]:
    """Each line of a checklist with its stage and when it is."""
    return [
        (stage.id, plain(task.when), plain(task.text.text))
        for stage in found.stages
        for task in stage.tasks
    ]


# Lines of the clinic

DRIVING = item(Stage.AFTER, "driving", hours=24, dont=True)


def test_what_is_not_to_be_done_for_hours_holds_from_the_day_of_the_procedure_on() -> None:
    assert rows(with_items(DRIVING), visit(on=HOME)) == {
        DAY: [f"Until at least Friday 11 Dec: {WORDS['en']}"]
    }


def test_once_that_day_is_over_it_holds_after_the_procedure() -> None:
    assert rows(with_items(DRIVING), visit(on=HOME + timedelta(days=1))) == {
        "After the procedure": [f"Until at least Friday 11 Dec: {WORDS['en']}"]
    }
    assert rows(with_items(DRIVING), visit(on=HOME + timedelta(days=2))) == {}


@pytest.mark.parametrize(
    ("locale", "start", "when"),
    [
        ("en", START, "Until at least Friday, 11 December 2026"),
        ("tr", START, "En azından 11 Aralık 2026 Cuma tarihine kadar"),
        ("en", None, "For at least 24 hours after the end of your procedure"),
        ("tr", None, "İşleminiz bittikten sonra en az 24 saat"),
    ],
)
def test_the_checklist_says_until_when(locale: str, start: datetime | None, when: str) -> None:
    found = in_list(checklist(with_items(DRIVING), locale, Visit(start)))
    assert ("after", when, WORDS[locale]) in found


@pytest.mark.parametrize(
    ("own", "head"),
    [
        (item(Stage.DAY), DAY),
        (item(Stage.DAY, day=0), DAY),
        (item(Stage.BEFORE, day=0), DAY),
        (item(Stage.AFTER, day=0), DAY),
    ],
)
def test_before_the_procedure_it_has_the_lines_of_the_day(own: ChecklistItem, head: str) -> None:
    found = rows(with_items(own), visit())
    assert [head for head, lines in found.items() if WORDS["en"] in lines] == [head]
    undated = rows(with_items(own), visit(start=None))
    assert [head for head, lines in undated.items() if WORDS["en"] in lines] == [""]


@pytest.mark.parametrize(
    "own",
    [
        item(Stage.BEFORE),
        item(Stage.BEFORE, day=-1),
        item(Stage.AFTER),
        item(Stage.AFTER, hours=4),
        item(Stage.AFTER, day=1),
        item(Stage.LATER),
        item(Stage.LATER, day=42),
    ],
)
def test_before_the_procedure_it_has_no_lines_of_other_days(own: ChecklistItem) -> None:
    lines = [line for found in rows(with_items(own), visit()).values() for line in found]
    assert not any(WORDS["en"] in line for line in lines)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (item(Stage.BEFORE), {}),
        (item(Stage.DAY), {}),
        (item(Stage.AFTER), {"After the procedure": [WORDS["en"]]}),
        (item(Stage.LATER), {"In the days and weeks after": [WORDS["en"]]}),
        (item(Stage.LATER, day=14), {"Thursday 24 Dec": [WORDS["en"]]}),
    ],
)
def test_going_home_it_has_what_comes(own: ChecklistItem, expected: dict[str, list[str]]) -> None:
    assert rows(with_items(own), visit(on=HOME)) == expected


# Days and hours without a date


def test_only_what_is_tied_to_no_time_is_to_be_done_now() -> None:
    found = rows(with_rules(HOURS), visit("warfarin", start=None))
    assert "Now" not in found
    assert found["12 hours before your procedure"] == [f"warfarin: {LAST}"]
    assert found["24 hours after the end of your procedure"] == [f"warfarin: {FIRST}"]
    heads = list(found)
    assert heads.index("12 hours before your procedure") < heads.index("")
    assert heads.index("") < heads.index("24 hours after the end of your procedure")
    now = rows(with_rules({"medicine": "warfarin", "decision": "ask"}), visit("warfarin"))
    assert [len(lines) for head, lines in now.items() if head == "Now"] == [1]


def test_without_a_date_a_dose_has_its_time_of_day() -> None:
    rules = (WITHHELD | {"blood_tests": [], "last_dose": {"day": -1}}, reduced(50, -1, 2))
    sources = with_rules(*rules)
    taken = (
        TakenMedicine("warfarin", KNOWN["warfarin"], slots=(Slot.EVENING,)),
        TakenMedicine("metformin", KNOWN["metformin"]),
    )
    of = Visit(None, medicines=taken)
    assert rows(sources, of)["1 day before your procedure"] == [
        f"metformin: {CHANGED}",
        f"warfarin: {NAMED['evening']}",
    ]
    found = in_list(checklist(sources, "en", of))
    assert (
        "before",
        "1 day before your procedure, evening",
        f"warfarin: {NAMED['evening']}",
    ) in found


# The order of time


def test_the_tasks_of_a_day_are_in_the_order_of_time() -> None:
    rules = [
        WITHHELD | {"medicine": name, "last_dose": {"day": -1, "slot": slot}, "blood_tests": []}
        for name, slot in (
            ("metformin", "bedtime"),
            ("gabapentin", "morning"),
            ("paracetamol", "evening"),
        )
    ]
    tests = {"blood_tests": [{"name": WORDS, "day": -1}]}
    late = WITHHELD | tests | {"medicine": "warfarin", "last_dose": {"hours": 16}}
    names = ("metformin", "gabapentin", "paracetamol", "warfarin")
    of = visit(*names)
    found = rows(with_rules(*rules, late), of)["Wednesday 9 Dec"]
    assert [line.split(" is your")[0] for line in found] == [
        "Blood test: A line of the clinic.",
        "gabapentin: The morning dose",
        f"17:00 or earlier: warfarin: {LAST}",
        "paracetamol: The evening dose",
        "metformin: The bedtime dose",
    ]


@pytest.mark.parametrize("start", [START, None])
def test_on_the_day_it_begins_with_fasting_and_ends_with_the_doses_after_it(
    start: datetime | None,
) -> None:
    rule = WITHHELD | {"restart": {"day": 0, "slot": "evening"}, "blood_tests": []}
    clinic = demo().clinic
    sources = replace(with_rules(rule), clinic=clinic)
    found = rows(sources, visit("warfarin", start=start))[DAY if start else ""]
    assert "Do not eat" in found[0]
    assert "drink" in found[1]
    assert "take you home" in found[2]
    assert found[-1] == f"evening: warfarin: {FIRST}"


def test_a_dose_with_a_meal_comes_after_the_procedure_on_its_day() -> None:
    rule = WITHHELD | {"restart": {"next_meal": True}, "blood_tests": []}
    test = {"blood_tests": [{"name": WORDS, "day": 0}]}
    kept = {"medicine": "metformin", "decision": "continue"} | test
    sources = replace(with_rules(rule, kept), clinic=demo().clinic)
    assert rows(sources, visit("warfarin", "metformin"))[DAY][-1] == (
        "warfarin: Start taking it again with your first meal after the procedure."
    )


def test_what_waits_for_a_blood_test_names_it_and_the_test_its_day_and_place() -> None:
    tests = [{"name": {"en": "INR", "tr": "INR"}, "day": 3, "place": WORDS, "seen_by": WORDS}]
    sources = with_rules(WITHHELD | {"restart": {"in_range": "INR"}, "blood_tests": tests})
    for of in (visit("warfarin"), visit("warfarin", on=HOME)):
        found = rows(sources, of)
        assert found["Sunday 13 Dec"] == ["Blood test: INR. Where: A line of the clinic."]
        assert found["After the procedure"][0] == (
            "warfarin: Take it again only when the result of this blood test is in range: INR. "
            "Your team tells you."
        )


# What was, and what is taken again


def test_what_was_names_the_planned_last_doses_also_of_a_bridge() -> None:
    past = "warfarin (Sunday, 6 December 2026, evening), enoxaparin"
    dates = f"{past} (Wednesday, 9 December 2026, evening)"
    of = visit("warfarin", on=HOME)
    found = plain(front(with_rules(SWITCHED), of).past)
    assert found == f"Planned last doses before the procedure: {dates}."
    turkish = front(with_rules(SWITCHED), of, "tr").past
    assert turkish.startswith("İşlemden önce planlanan son dozlar: ")


@pytest.mark.parametrize("days", [0, 1, 2, 3])
def test_what_is_taken_again_is_a_task_until_its_day_and_then_for_every_day(days: int) -> None:
    sources = with_rules(
        switched(restart={"day": 2, "slot": "noon"}) | {"restart": {"day": 1, "slot": "morning"}},
        reduced(50, -1, 1),
        {"medicine": "ginkgo", "decision": "continue"},
        WITHHELD | {"medicine": "gabapentin", "restart": {"told_by_team": True}},
    )
    of = visit("warfarin", "metformin", "ginkgo", "gabapentin", on=HOME + timedelta(days=days))
    found = rows(sources, of)
    every_day = found.pop("Every day")
    tasks = " ".join(line for lines in found.values() for line in lines)
    assert (f"warfarin: {FIRST}" in tasks) == (days <= 1)
    assert (f"enoxaparin: {FIRST}" in tasks) == (days <= 2)
    assert BEGINS not in tasks
    kept = {0: "ginkgo", 1: "ginkgo", 2: "warfarin, ginkgo", 3: "warfarin, metformin, ginkgo"}
    tablet = "If it is a tablet, take it with a sip of water."
    on_the_day = f"Take it as usual, on the day of your procedure as well. {tablet}"
    said = "Take it as usual." if days else on_the_day
    between = ["enoxaparin: Take it until your team tells you to stop it."] if days > 2 else []
    assert sorted(every_day) == sorted([f"{kept[days]}: {said}", *between])


def test_what_is_taken_again_is_not_looked_up_where_nothing_more_is_said_of_it() -> None:
    of = visit("warfarin", on=HOME + timedelta(days=2))
    rule = WITHHELD | {"text": {"en": "A note.", "tr": "Bir not."}, "restart": {"day": 1}}
    assert rows(with_rules(rule), of)["Every day"] == ["warfarin: Take it as usual."]


# Medicines together


@pytest.mark.parametrize("locale", LOCALES)
def test_who_is_to_tell_us_what_is_taken_together_has_the_number_to_call(locale: str) -> None:
    found = rows(demo(), visit("warfarin", "ibuprofen"), locale)
    now = found["Now" if locale == "en" else "Şimdi"]
    assert any("ibuprofen" in line and "+90 312 000 00 02" in line for line in now)


# Lines of a leaflet that the clinic answers

ANSWERS = ("fasting", "escort", "driving", "review-visit")


@st.composite
def answers(draw: st.DrawFn) -> ChecklistItem:
    """A line of the clinic that answers one of the leaflet's, at whatever time."""
    name, stage = draw(st.sampled_from(ANSWERS[1:])), draw(st.sampled_from(Stage))
    days = {
        Stage.BEFORE: st.integers(-60, 0),
        Stage.DAY: st.just(0),
        Stage.AFTER: st.integers(0, 60),
        Stage.LATER: st.integers(1, 60),
    }
    when: st.SearchStrategy[dict[str, int]] = st.just({}) | st.builds(
        lambda day: {"day": day}, days[stage]
    )
    if stage in {Stage.AFTER, Stage.LATER}:
        when |= st.builds(lambda hours: {"hours": hours}, st.integers(1, 168))
    leaflets = draw(st.sampled_from([{}, {"leaflets": ["another"]}]))
    words = {"text": {"en": f"own {name}", "tr": f"own {name}"}}
    return item(stage, name, **draw(when), **leaflets, **words, dont=draw(st.booleans()))


@given(
    st.lists(answers(), max_size=3, unique_by=lambda one: one.id),
    st.none() | st.integers(0, 70),
    st.booleans(),
)
def test_a_general_line_gives_way_to_what_is_printed_and_to_nothing_else(
    items: list[ChecklistItem], home: int | None, has_fasting: bool
) -> None:
    """Of each line that could be answered there is exactly one, unless its stage is over."""
    sources = with_items(*items)
    if not has_fasting:
        clinic = sources.clinic.model_copy(update={"fasting": None})
        sources = replace(sources, clinic=clinic)
    of = Visit(START, printed_on=None if home is None else HOME + timedelta(days=home))
    found = checklist(sources, "en", of)
    general = {one.id: {task.text.text for task in one.tasks} for one in found.stages}
    everything = set().union(*general.values())
    over = set() if home is None else {Stage.BEFORE} if home == 0 else {Stage.BEFORE, Stage.DAY}
    own = {one.id for one in items if f"own {one.id}" in everything}
    fasting = {"fasting"} if any(text.startswith("Do not eat") for text in everything) else set()
    assert sources.leaflet.checklist
    for stage in Stage:
        for name in getattr(sources.leaflet.checklist, stage):
            task = sources.leaflet.checklist.task(stage, name)
            if task.answered_by:
                is_answered = task.answered_by.removeprefix("checklist.") in own | fasting
                is_printed = task.text in general[stage]
                assert is_printed == (stage not in over and not is_answered)
