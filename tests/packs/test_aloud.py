"""Before someone signs, the numbers that no check can compare are shown by themselves."""

from functools import cache

import pytest

from build_pack.content.library import Library
from build_pack.packs.aloud import Aloud, Reader, spelled
from build_pack.packs.approving import propose
from build_pack.packs.gathering import Gathered, gather
from tests.packs.approving import CLINICIAN, NOW, REVIEWER, request, sign
from tests.workshop import LEAFLET, ROOT, Workshop


@cache
def gathered(locale: str) -> Gathered:
    return gather(Library((ROOT,)), ROOT / "clinics" / "demo", LEAFLET, (locale,), draft=True)


@cache
def aloud(locale: str) -> tuple[Aloud, ...]:
    found = gathered(locale)
    return tuple(Reader(found.sources, locale).aloud(found.texts[locale]))


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
    assert spelled(number) == words


def test_opening_hours_are_read_with_their_days() -> None:
    assert of("tr", "opening hours")[0] == (
        "Pazartesi–Cuma",
        "08:30–17:30",
        "0 8 : 3 0 – 1 7 : 3 0",
    )


def test_a_day_of_a_rule_is_read_with_its_sign_and_as_patients_read_it() -> None:
    case = "dabigatran, regions: thoracic or lumbar or sacroiliac, kidney: reduced"
    assert of("tr", case) == [
        ("last dose", "day −3, evening", "Son dozunuzu işleminizden 3 gün önce, akşam alın."),
        (
            "start again",
            "24 hours",
            "İşleminiz bittikten en az 24 saat sonra, her zamanki ilk saatinizde yeniden başlayın.",
        ),
    ]


def test_limits_of_tests_are_read() -> None:
    assert of("en", "warfarin") == [
        ("INR", "day 0", "Have this blood test on the day of your procedure: INR."),
        ("INR, limit", "at most 3", "If the result is above 3, we decide with you what to do."),
    ]


def test_days_and_hours_of_checklist_and_fasting_are_read() -> None:
    assert of("en", "checklist.medicine-call") == [("day", "-21", "21 days before your procedure")]
    assert of("en", "fasting")[0] == ("food_hours", "6", "6 hours before your procedure")


def test_only_what_is_signed_now_is_shown(workshop: Workshop) -> None:
    first = sign(workshop, REVIEWER)
    assert {"phone", "emergency number", "opening hours"} <= {one.subject for one in first.aloud}
    assert propose(request(workshop, REVIEWER), NOW).aloud == ()
    workshop.replace("clinics/demo/clinic.yaml", '_number: "112"', '_number: "155"')
    [one] = propose(request(workshop, REVIEWER), NOW).aloud
    assert (one.subject, one.value, one.words) == ("emergency number", "155", "1 5 5")
    assert len(propose(request(workshop, CLINICIAN), NOW).aloud) == len(first.aloud)
