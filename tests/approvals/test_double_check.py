"""Before someone signs, the numbers that no check can compare are shown by themselves."""

from functools import cache

import pytest

from build_pack.approvals.double_check import DoubleCheckedNumber, DoubleCheckReader, spelled_out
from build_pack.approvals.double_check_rules import RuleNumbers
from build_pack.content.library import Library
from build_pack.content.models.medicine_rules import Case
from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.operations.approve import propose_approval
from build_pack.translation.ui_words import UiWords
from build_pack.workspace.source_loading import LoadedSources, load_sources
from build_pack.workspace.workspace import Workspace
from tests.packs.approving import CLINICIAN, NOW, REVIEWER, request, sign
from tests.workshop import LEAFLET, ROOT, Workshop


@cache
def loaded(locale: str) -> LoadedSources:
    return load_sources(
        Workspace(Library((ROOT,)), ROOT / "clinics" / "demo"), LEAFLET, (locale,), draft=True
    )


@cache
def aloud(locale: str) -> tuple[DoubleCheckedNumber, ...]:
    found = loaded(locale)
    return tuple(DoubleCheckReader(found.sources, locale).aloud(found.texts[locale]))


def of(locale: str, subject: str) -> list[tuple[str, str, str]]:
    return [(o.key, o.value, o.words) for o in aloud(locale) if o.subject.startswith(subject)]


def test_phones_are_read_digit_by_digit_in_their_groups() -> None:
    assert of("tr", "phone")[0] == (
        "Randevu",
        "+90 312 000 00 01",
        "+ 9 0 · 3 1 2 · 0 0 0 · 0 0 · 0 1",
    )
    assert of("en", "emergency number") == [("", "112", "1 1 2")]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("112", "1 1 2"),
        ("0 (312) 000-00-01", "0 · 3 1 2 · 0 0 0 · 0 0 · 0 1"),
        ("08:30–17:30", "0 8 : 3 0 – 1 7 : 3 0"),
        ("2 weeks", "2 · weeks"),
    ],
)
def test_each_digit_stands_alone(number: str, words: str) -> None:
    assert spelled_out(number) == words


def test_opening_hours_are_read_with_their_days() -> None:
    assert of("tr", "opening hours")[0] == (
        "Pazartesi–Cuma",
        "08:30–17:30",
        "0 8 : 3 0 – 1 7 : 3 0",
    )


def test_a_day_of_a_rule_is_read_with_its_sign_and_as_patients_read_it() -> None:
    case = (
        "dabigatran, bleeding: low, kidney: reduced, bleeds-easily: no, liver-disease: no, "
        "stroke-or-clot: no"
    )
    assert of("tr", case) == [
        ("last dose", "day −3, evening", "Son dozunuzu işleminizden 3 gün önce, akşam kullanın."),
        ("start again", "day +1, evening", "İşleminizden 1 gün sonra, akşam yeniden başlayın."),
    ]


def test_limits_of_tests_are_read() -> None:
    assert of("en", "warfarin") == [
        ("INR", "day −1", "Have this blood test 1 day before your procedure: INR."),
        ("INR, limit", "at most 3", "If the result is above 3, we decide with you what to do."),
    ]


def test_days_and_hours_of_checklist_and_fasting_are_read() -> None:
    assert of("en", "checklist.medicine-call") == [("day", "-21", "21 days before your procedure")]
    assert of("en", "fasting") == [
        ("hours without food", "6", "6 hours before your procedure"),
        ("hours without drink", "2", "2 hours before your procedure"),
        ("morning list", "08:30", "0 8 : 3 0"),
        ("afternoon list", "13:00", "1 3 : 0 0"),
    ]


@pytest.mark.parametrize("locale", ["tr", "en"])
def test_no_key_is_read_as_the_file_has_it(locale: str) -> None:
    assert [one.key for one in aloud(locale) if "_" in one.key] == []
    assert ("morning, taken by", "11:00", "1 1 : 0 0") in of(locale, "times")


def read(case: Case) -> list[tuple[str, str, str]]:
    """What is read of a case, in English."""
    sources = loaded("en").sources
    return [
        *RuleNumbers(
            UiWords(sources.catalogs["en"].ui), LocaleConventions("en", sources.clinic.country)
        ).of(case)
    ]


def test_hours_of_a_rule_are_read_with_their_direction() -> None:
    case = Case.model_validate({"last_dose": {"hours": 72}, "restart": {"hours": 1}})
    assert [(key, value) for key, value, _ in read(case)] == [
        ("last dose", "72 hours before"),
        ("start again", "1 hour after"),
    ]


@pytest.mark.parametrize(
    ("decision", "day", "words"),
    [
        ("continue", "after", "On the day of your procedure, take it only after the procedure."),
        ("reduce", "after", "On the day of your procedure, take it only after the procedure."),
        (
            "continue",
            "taken",
            (
                "Take it as usual, on the day of your procedure as well. If it is a tablet, take "
                "it with a sip of water."
            ),
        ),
    ],
)
def test_what_is_taken_on_the_day_of_the_procedure_is_read(
    decision: str, day: str, words: str
) -> None:
    [(key, value, said)] = read(Case.model_validate({"decision": decision, "procedure_day": day}))
    assert (key, value) == ("day of the procedure", day)
    assert words in said


def test_a_withheld_medicine_is_read_by_its_last_dose_alone() -> None:
    last = {"day": -1}
    case = {"decision": "withhold", "procedure_day": "omitted", "last_dose": last}
    assert [key for key, _, _ in read(Case.model_validate(case))] == ["last dose"]


def test_only_what_is_signed_now_is_shown(workshop: Workshop) -> None:
    first = sign(workshop, REVIEWER)
    assert {"phone", "emergency number", "opening hours"} <= {one.subject for one in first.aloud}
    assert propose_approval(workshop.open(), request(REVIEWER), NOW).aloud == ()
    workshop.replace("clinics/demo/clinic.yaml", '_number: "112"', '_number: "155"')
    [one] = propose_approval(workshop.open(), request(REVIEWER), NOW).aloud
    assert (one.subject, one.value, one.words) == ("emergency number", "155", "1 5 5")
    assert len(propose_approval(workshop.open(), request(CLINICIAN), NOW).aloud) == len(first.aloud)
