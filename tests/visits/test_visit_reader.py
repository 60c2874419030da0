"""A visit as a nurse writes it: what is read, what is refused, and what is only told."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from build_pack.content.models.base import LocalizedName
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.dosing import Slot
from build_pack.content.models.formulary import MedicineGroup, Medicines, OwnMedicine
from build_pack.content.models.page_format import PageFormat, Paper
from build_pack.content.models.regions import Region
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.medicine_lookup.amounts import Strength
from build_pack.planning.visit import TakenMedicine, Visit
from build_pack.problems import Place, Problem, ProblemsError, Severity
from build_pack.visits.visit_reader import VisitReader, VisitText
from build_pack.visits.warnings import question_warnings, unprinted_medicines, visit_warnings
from tests.documents.test_medicines import WITHHELD, demo, with_rules

COENZYME = OwnMedicine(
    id="coenzyme-q10",
    name=LocalizedName({"en": "Coenzyme Q 10", "tr": "Koenzim Q 10"}),
    group=MedicineGroup.OTHER,
    atc=("C01EB09",),
    brands={},
)


START_TEXT = "2026-12-10T09:00"


def place(name: str) -> Place:
    """Where a field of a visit stands in these tests: in a file of its name."""
    return Place(Path(name))


@cache
def sources() -> DocumentSources:
    """The sample clinic with a medicine whose name ends in a number."""
    return replace(demo(), medicines=Medicines((*demo().medicines.values(), COENZYME)))


def read(*medicines: str, **more: Any) -> tuple[Visit, tuple[Problem, ...]]:
    return VisitReader(sources()).read(VisitText(medicines=medicines, **more), place)


def one(text: str) -> TakenMedicine:
    """The one medicine of a visit of which nothing is to be said."""
    visit, told = read(text)
    assert told == ()
    assert visit.medicines
    [found] = visit.medicines
    return found


def refused(*medicines: str, **more: Any) -> list[tuple[str, str]]:
    """The code and the place of each fault of a visit that is not read."""
    with pytest.raises(ProblemsError) as error:
        read(*medicines, **more)
    return [(problem.code, str(problem.place)) for problem in error.value.problems]


# The start


@pytest.mark.parametrize("year", ["0001", "0226", "1999", "2101", "9999"])
def test_a_year_that_can_only_be_a_slip_is_refused(year: str) -> None:
    assert refused(start=f"{year}-12-10T09:00") == [("visit-invalid", "start")]


@pytest.mark.parametrize("year", [2000, 2026, 2100])
def test_any_other_year_is_read(year: int) -> None:
    visit, told = read(start=f"{year}-12-10T09:00")
    assert told == ()
    assert visit.start
    assert visit.start.date() == date(year, 12, 10)


def notices_on(today: date, *rules: dict[str, Any], now: datetime | None = None) -> list[Problem]:
    """What is told at 8 a.m. of a procedure at 9 on 10 December 2026, by rules for warfarin."""
    now = now or datetime.combine(today, time(8), ZoneInfo("Europe/Istanbul"))
    found = with_rules(*rules)
    medicines = ("warfarin",) if rules else ("none",)
    visit, _ = VisitReader(found).read(VisitText("2026-12-10T09:00", medicines=medicines), place)
    return list(visit_warnings(found, visit.on(today, now), today, place, found.leaflet.kinds))


def test_a_procedure_that_is_over_is_told() -> None:
    [told] = notices_on(date(2026, 12, 11))
    assert (told.code, str(told.place), told.severity) == (
        "day-passed",
        "start",
        Severity.WARNING,
    )
    assert told.message == "The day of the procedure has passed. The pack is for going home."


def test_a_procedure_is_over_from_its_time_on() -> None:
    start = datetime(2026, 12, 10, 9, tzinfo=ZoneInfo("Europe/Istanbul"))
    day, minute = start.date(), timedelta(minutes=1)
    assert notices_on(day, now=start - minute) == []
    [told] = notices_on(day, now=start)
    assert told.message == "The time of the procedure has passed. The pack is for going home."
    assert Visit(start).on(day, start - minute).printed_on is None
    assert Visit(start).on(day, start.astimezone(UTC)).printed_on == day
    assert Visit(start).on(day).printed_on == day
    assert Visit(start).on(day - timedelta(days=1)).printed_on is None


@pytest.mark.parametrize(
    ("region", "regions", "expected"),
    [
        ("", (Region.LUMBAR,), ["visit-incomplete"]),
        ("lumbar", (Region.LUMBAR,), []),
        ("", None, []),
    ],
)
def test_a_side_without_its_region_is_told_where_the_leaflet_has_regions(
    region: str, regions: tuple[Region, ...] | None, expected: list[str]
) -> None:
    found = with_rules()
    found = replace(found, leaflet=found.leaflet.model_copy(update={"regions": regions}))
    visit, _ = VisitReader(found).read(VisitText(region=region, side="left"), place)
    assert [
        one.code for one in visit_warnings(found, visit, date(2026, 12, 1), place, ())
    ] == expected


def test_what_was_to_be_done_before_it_is_not_told_any_more() -> None:
    assert [p.message for p in notices_on(date(2026, 12, 11), WITHHELD)] == [
        "The day of the procedure has passed. The pack is for going home."
    ]


@pytest.mark.parametrize(
    ("medicines", "kinds", "expected"),
    [
        (("warfarin",), (DocumentKind.DIARY, DocumentKind.LEAFLET), ["visit-incomplete"]),
        (("warfarin",), (DocumentKind.DIARY, DocumentKind.MEDICINES), []),
        (("none",), (DocumentKind.DIARY,), []),
    ],
)
def test_medicines_that_stand_on_no_page_are_told(
    medicines: tuple[str, ...], kinds: tuple[DocumentKind, ...], expected: list[str]
) -> None:
    visit, _ = VisitReader(with_rules()).read(VisitText(medicines=medicines), place)
    assert [problem.code for problem in unprinted_medicines(visit, place, kinds)] == expected


@pytest.mark.parametrize("today", [date(2026, 12, 10), date(2026, 12, 9)])
def test_a_procedure_of_today_or_later_is_not_over(today: date) -> None:
    assert notices_on(today) == []


BRIDGING = {
    "medicine": "enoxaparin",
    "first": {"day": -3},
    "last": {"day": -1},
    "given_by": "nurse",
}
REDUCED = {"dose": {"percent": 50}, "first": -2, "last": 1}


@pytest.mark.parametrize(
    ("rule", "passed"),
    [
        (WITHHELD | {"blood_tests": []}, [6]),
        (WITHHELD, [6, 9]),
        (WITHHELD | {"decision": "switch", "bridging": BRIDGING, "blood_tests": []}, [6, 7]),
        ({"medicine": "warfarin", "decision": "reduce", "reduced": REDUCED}, [8]),
    ],
    ids=["last dose", "blood test", "bridge", "another dose"],
)
def test_each_day_of_the_plan_that_is_over_is_told_and_none_of_today(
    rule: dict[str, Any], passed: list[int]
) -> None:
    told = notices_on(date(2026, 12, 10), rule)
    assert [problem.message for problem in told] == [
        f"Medicine 1: the sheet says to act {10 - day} day{'s' * (day < 9)} before the procedure, "
        "which has passed."
        for day in passed
    ]


# Twice a day


def told_of(text: str, rule: dict[str, Any]) -> list[tuple[str, str]]:
    """What is told of a patient who takes warfarin in this way, under this rule."""
    changed = with_rules({"medicine": "warfarin"} | rule)
    visit, _ = VisitReader(changed).read(VisitText(START_TEXT, medicines=(text,)), place)
    kinds = changed.leaflet.kinds
    told = (
        *visit_warnings(changed, visit, date(2026, 11, 1), place, kinds),
        *question_warnings(changed, visit, place, kinds),
    )
    return [(problem.code, problem.message) for problem in told]


@pytest.mark.parametrize("form", ["2x1", "GÜNDE İKİ KEZ", "12 saatte bir"])
def test_times_of_day_that_are_assumed_are_told(form: str) -> None:
    message = "Medicine 1: planned as taken in the morning and in the evening."
    assert told_of(f"warfarin {form}", WITHHELD) == [("times-assumed", message)]


@pytest.mark.parametrize("form", ["", "1x1", "3x1", "2x1 sabah akşam", "1-0-1"])
def test_nothing_is_told_where_nothing_is_assumed(form: str) -> None:
    assert told_of(f"warfarin {form}", WITHHELD) == []
    assert told_of("warfarin 2x1", {"decision": "continue"}) == []


def test_what_is_not_taken_every_day_is_printed_as_undecided() -> None:
    [(code, _)] = told_of("warfarin haftada bir", WITHHELD)
    assert code == "visit-incomplete"
    assert told_of("warfarin her pazartesi", WITHHELD) == []


# No medicines


@pytest.mark.parametrize("word", ["none", "yok", "Yok", "NONE", " yok "])
def test_a_patient_who_takes_none_takes_none(word: str) -> None:
    visit, told = read(word)
    assert (visit.medicines, told) == ((), ())


def test_medicines_that_nobody_asked_about_are_not_recorded() -> None:
    visit, told = read()
    assert (visit.medicines, told) == (None, ())


@pytest.mark.parametrize("entries", [("none", "warfarin"), ("warfarin", "yok"), ("yok", "none")])
def test_none_beside_something_else_is_refused(entries: tuple[str, ...]) -> None:
    assert refused(*entries) == [("visit-invalid", "medicines")]


# Names


@pytest.mark.parametrize("text", ["Coenzyme Q 10", "koenzim q 10", "coenzyme-q10", "KOENZİM Q10"])
def test_a_name_that_ends_in_a_number_is_found_and_has_no_strength(text: str) -> None:
    found = one(text)
    assert (found.medicine, found.strength) == (COENZYME, None)


def test_a_number_after_any_other_name_is_its_strength() -> None:
    found = one("warfarin 5 mg")
    assert found.medicine
    assert (found.medicine.id, found.strength) == ("warfarin", Strength((Decimal(5),), unit="mg"))


def test_a_medicine_that_is_on_no_list_is_read_and_told() -> None:
    visit, told = read("warfarin", "Xyzol 5 mg")
    assert [(taken.given, taken.medicine is None) for taken in visit.medicines or ()] == [
        ("warfarin", False),
        ("Xyzol", True),
    ]
    [warning] = told
    assert (warning.code, warning.severity) == ("medicine-unknown", Severity.WARNING)
    assert "Medicine 2 is not on any list" in warning.message


def test_a_medicine_that_is_on_no_list_as_written_is_printed_without_its_sign() -> None:
    visit, _ = read("warfrin!")
    assert visit.medicines == (TakenMedicine("warfrin", may_thin=True),)


@pytest.mark.parametrize("strength", ["1.0 mg", "5,0 mg", "10 IU", "10iu", "250 µg"])
def test_a_strength_that_can_be_misread_is_refused(strength: str) -> None:
    assert {code for code, _ in refused(f"warfarin {strength}")} == {"dose-unsafe"}


@pytest.mark.parametrize(
    ("typed", "brand"),
    [
        ("Glifor", "Glifor"),
        ("GLİFOR 1000 mg", "Glifor"),
        ("glucophage", "Glucophage"),
        ("glifor!", "Glifor"),
        ("metformin", ""),
        ("A10BA02", ""),
    ],
)
def test_a_brand_is_kept_as_the_list_writes_it(typed: str, brand: str) -> None:
    found = one(typed)
    assert found.medicine
    assert (found.medicine.id, found.brand) == ("metformin", brand)


def test_every_fault_of_a_visit_is_told_at_once() -> None:
    found = refused("warfrin", "none", start="2026-13-01T09:00", side="middle")
    assert sorted(found) == [
        ("visit-invalid", "medicines"),
        ("visit-invalid", "side"),
        ("visit-invalid", "start"),
    ]


@pytest.mark.parametrize("text", ["Coumadin/B12", "Aspirin 100 mg Xarelto 20 mg", "Parol kesildi"])
def test_an_entry_that_is_not_certain_to_its_last_word_is_asked_about(text: str) -> None:
    assert refused(text) == [("medicine-unclear", "medicines")]


def test_a_pasted_list_is_read_entry_by_entry() -> None:
    visit, told = read("1. Glifor 1000 mg 2. Parol 500 mg", "- Lantus 20 ünite akşam")
    assert told == ()
    assert [taken.given for taken in visit.medicines or ()] == ["Glifor", "Parol", "Lantus"]
    assert [taken.slots for taken in visit.medicines or ()] == [(), (), (Slot.EVENING,)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aspirin", "acetylsalicylic acid"),
        ("Aspirin 100 mg", "Coraspin 300 mg"),
        ("Coraspin", "Asasantin"),
        ("dipyridamole", "acetylsalicylic acid and dipyridamole"),
        ("Xyzol", "XYZOL 5 mg"),
    ],
)
def test_the_same_medicine_twice_is_asked_about_until_it_is_meant(one: str, other: str) -> None:
    assert ("medicine-twice", "medicines") in refused(one, other)
    visit, _ = read(one, f"{other}!")
    assert len(visit.medicines or ()) == 2


def test_a_medicine_that_was_stopped_comes_with_the_day_of_its_last_dose() -> None:
    visit, told = read("Coumadin 5 mg (stopped: 2026-12-05)", start="2026-12-10T09:00")
    assert told == ()
    assert [taken.stopped for taken in visit.medicines or ()] == [date(2026, 12, 5)]


def test_a_last_dose_after_the_procedure_is_refused() -> None:
    assert refused("Coumadin (stopped: 2026-12-11)", start="2026-12-10T09:00") == [
        ("visit-invalid", "medicines")
    ]


@pytest.mark.parametrize("word", ["HİÇ", "hiçbiri", "Bilinmiyor", "unknown", "ilaç yok"])
def test_words_that_say_that_there_are_none_are_no_medicine(word: str) -> None:
    assert refused(word) == [("visit-invalid", "medicines")]


@pytest.mark.parametrize("text", ["mystery, tea!", "hiç!"])
def test_as_written_it_is_a_name_all_the_same(text: str) -> None:
    assert one(text).given == text.removesuffix("!")


@pytest.mark.parametrize("strength", [".5 mg", "½ tablet", ",5 mg"])
def test_a_strength_that_begins_without_a_digit_is_refused_too(strength: str) -> None:
    assert refused(f"warfarin {strength}") == [("dose-unsafe", "medicines")]


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("10.12.2026 09:00", "is not a date with a time"),
        ("2026-12-10", "is not a date with a time"),
        ("2026-02-30T09:00", "is not a valid date or time"),
        ("2026-12-10T24:30", "is not a valid date or time"),
        ("1026-12-10T09:00", "The year is not plausible"),
    ],
)
def test_a_date_is_refused_for_what_is_wrong_with_it(start: str, words: str) -> None:
    with pytest.raises(ProblemsError) as error:
        read(start=start)
    [problem] = error.value.problems
    assert words in problem.message


# The format


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, PageFormat(Paper.A4)),
        ({"paper": "letter"}, PageFormat(Paper.LETTER)),
        ({"paper": " A5 "}, PageFormat(Paper.A5)),
        ({"large_print": True}, PageFormat(Paper.A4, large_print=True)),
        ({"booklet": True}, PageFormat(Paper.A5, booklet=True)),
        ({"booklet": True, "paper": "a5"}, PageFormat(Paper.A5, booklet=True)),
    ],
)
def test_the_paper_and_the_size_of_print_are_read(
    given: dict[str, Any], expected: PageFormat
) -> None:
    assert read(**given)[0].page_format == expected


def test_the_clinics_own_paper_is_taken_where_none_is_asked_for() -> None:
    letters = replace(sources(), clinic=sources().clinic.model_copy(update={"paper": Paper.LETTER}))
    visit, _ = VisitReader(letters).read(VisitText(), place)
    assert visit.page_format.paper is Paper.LETTER


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ({"paper": "a3"}, "paper"),
        ({"booklet": True, "paper": "letter"}, "paper"),
        ({"large_print": True, "paper": "a5"}, "large_print"),
        ({"large_print": True, "booklet": True}, "large_print"),
    ],
)
def test_formats_that_do_not_go_together_are_refused(given: dict[str, Any], where: str) -> None:
    assert refused(**given) == [("visit-invalid", where)]


def test_insulins_of_two_brands_are_two_medicines() -> None:
    visit, told = read("Lantus 20 ünite akşam", "NovoRapid 8 ünite")
    assert (len(visit.medicines or ()), told) == (2, ())


def test_a_semicolon_separates_medicines_of_one_option_too() -> None:
    visit, told = read("Parol 500 mg; Glifor 1000 mg")
    assert ([taken.given for taken in visit.medicines or ()], told) == (["Parol", "Glifor"], ())


@pytest.mark.parametrize("word", ["kesildi", "stopped", "ara verdi", "alerji"])
def test_a_word_on_the_next_line_does_not_leave_the_one_before_as_taken(word: str) -> None:
    assert ("medicine-unclear", "medicines") in refused(f"Xarelto 20 mg\n{word}")


def test_names_on_no_list_are_told_in_one_sentence() -> None:
    _, [told] = read("Karvea 150 mg", "Xyzol", "Wubbuparin", "Foo!")
    assert told.message == (
        "Medicines 1, 2 and 3 are not on any list, so nothing is decided about them. Medicine 3 "
        "may thin the blood."
    )


def test_a_last_dose_that_is_still_to_come_is_told() -> None:
    found = with_rules()
    visit, _ = VisitReader(found).read(
        VisitText("2026-12-10T09:00", medicines=("warfarin (stopped: 2026-12-05)",)), place
    )
    told = visit_warnings(found, visit, date(2026, 12, 1), place, found.leaflet.kinds)
    assert "visit-invalid" in {one.code for one in told}
    later = visit_warnings(found, visit, date(2026, 12, 5), place, found.leaflet.kinds)
    assert "visit-invalid" not in {one.code for one in later}
