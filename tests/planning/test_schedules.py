"""Schedules as people type them after a name: how often, at which times, on which days."""

import re

import pytest

from build_pack.content.models.clinic import Weekday
from build_pack.content.models.dosing import Slot
from build_pack.planning.medicine_lookup.entry_parser import EntryDetails
from tests.planning.test_list_reader import only, unread

M, N, E, B = Slot
ONCE, TWICE, THRICE, FOUR = (EntryDetails(times_a_day=times) for times in (1, 2, 3, 4))
MONDAY, SOME_DAYS = EntryDetails(weekday=Weekday.MONDAY), EntryDetails(some_days=True)
OTHER_INTERVAL = EntryDetails(some_days=True, other_interval=True)


def at(*slots: Slot) -> EntryDetails:
    return EntryDetails(slots=slots)


FORMS: dict[str, EntryDetails] = {
    form.strip(): details
    for forms, details in [
        (
            """
            1x1 | 1X1 | 1*1 | 1 x 1 | 1×1 | 1x2 | 1x1 tb | 1x1 tablet | 1x1tb | günde 1
            günde bir kez | GÜNDE BİR KEZ | GUNDE BIR KEZ | günde 1 kere | günde tek doz
            günde 1 tablet | günde 1x1 | once a day | once daily | ONCE DAILY
            24 saatte bir | 1x1 tok karnına | günde bir defa
            """,
            ONCE,
        ),
        (
            """
            2x1 | 2X1 | 2*1 | 2 x 1 | 2×1 | 2x2 | 2x1 tablet | 2x1 tok | günde 2 kez
            günde iki kez | GÜNDE İKİ KEZ | GUNDE IKI KEZ | gunde 2 kere | günde 2 defa
            günde 2 doz | günde 2x1 | 2 kez günde | twice a day | twice daily | TWICE A DAY
            two times a day | 2 times a day | 2 times daily | bid | BID | b.i.d. | bd
            every 12 hours | every 12 h | q12h | 12 hourly | 12 saatte bir | 12 SAATTE BİR
            12 saatte 1 | her 12 saatte bir | 12 saat arayla | 12 saat ara ile
            2x1 tok karnına | 2x1 TOK KARNINA | 2x1 aç karnına | 2x daily | 2 x day
            """,
            TWICE,
        ),
        (
            """
            3x1 | 3*1 | günde 3 kez | günde üç kez | GÜNDE ÜÇ KEZ | three times a day | tid
            tds | 3 times daily | every 8 hours | 8 saatte bir | 3x1 yemeklerden sonra
            """,
            THRICE,
        ),
        ("4x1 | günde dört kez | qid | qds | every 6 hours | 6 saatte bir", FOUR),
        (
            """
            sabah | SABAH | sabahları | her sabah | sabah aç karnına | sabah 1
            sabah bir tablet | in the morning | every morning | 1x1 sabah | 1-0-0
            günde 1 kez sabah | kahvaltıdan sonra | sabah kahvaltıdan önce | with breakfast
            sabah 1 tb | sabahleyin | günde tek doz sabah
            """,
            at(M),
        ),
        ("öğlen | ogle | ÖĞLE | at noon | 0-1-0 | öğle yemeğinden sonra | 1x1 öğleyin", at(N)),
        (
            """
            akşam | AKŞAM | AKSAM | aksam | 1x1 akşam | 1x1 AKŞAM | akşamları | her akşam
            akşam yemeğinden sonra | in the evening | every evening | 0-0-1 | akşam 1 tablet
            with dinner | akşam tok karnına
            """,
            at(E),
        ),
        (
            """
            gece | her gece | HER GECE | geceleri | yatarken | yatmadan önce | at night
            every night | at bedtime | nightly | 1x1 gece | gece yatarken | akşam yatarken
            akşam yatmadan önce | 0-0-0-1 | before bed | uyumadan önce
            """,
            at(B),
        ),
        (
            """
            sabah akşam | SABAH AKŞAM | sabah aksam | sabah-akşam | sabah, akşam
            sabah ve akşam | sabah/akşam | sabah+akşam | sabah 1 akşam 1
            sabah bir akşam bir | 1 sabah 1 akşam | sabah 1 tablet akşam 1 tablet
            2x1 sabah akşam | 2x1 (sabah akşam) | 1-0-1 | 1–0–1 | 1 - 0 - 1 | 1+0+1 | 2-0-1
            1-0-1 tablet | 1-0-1-0 | günde 2 kez sabah akşam | morning and evening
            twice a day, morning and evening | sabah akşam tok karnına
            """,
            at(M, E),
        ),
        ("1-1-1 | sabah öğle akşam | 3x1 sabah öğle akşam | SABAH ÖĞLE AKŞAM", at(M, N, E)),
        ("1-0-0-1 | sabah ve gece | morning and bedtime", at(M, B)),
        ("1-1-1-1", at(M, N, E, B)),
        (
            """
            every Monday | EVERY MONDAY | her pazartesi | HER PAZARTESİ | HER PAZARTESI
            Mondays | pazartesileri | pazartesi günleri | haftada bir pazartesi
            HAFTADA BİR PAZARTESİ | haftada 1 pazartesi | haftada bir kez pazartesi günü
            haftada 1 gün pazartesi | once a week on Monday | weekly on Mondays
            her hafta pazartesi | haftada 1x1 pazartesi
            """,
            MONDAY,
        ),
        (
            """
            haftada bir | HAFTADA BİR | HAFTADA BIR | haftada 1 | haftada 1 kez
            haftada bir kez | weekly | once a week | once weekly | every week | haftalık
            """,
            SOME_DAYS,
        ),
        (
            """
            haftada 2 | haftada iki kez | twice a week | gün aşırı | GÜN AŞIRI
            every other day | iki günde bir | 2 günde bir | ayda bir | monthly
            every 72 hours | 72 saatte bir | 15 günde bir
            """,
            OTHER_INTERVAL,
        ),
        (
            """
            günde 2 | günde 2 tablet | günde iki tablet | her gün | günlük | daily
            every day | tok karnına | aç | yemekten sonra | gerektiğinde | as needed
            1 tablet | 5 saatte bir
            """,
            EntryDetails(),
        ),
    ]
    for form in re.split(r"[|\n]", forms)
    if form.strip()
}


@pytest.mark.parametrize("form", FORMS)
def test_each_form_says_what_it_means_and_no_more(form: str) -> None:
    for text in (f"Coumadin 5 mg {form}", f"COUMADİN 5 MG {form}", f"warfarin 5 mg, {form}"):
        listed = only(text)
        assert listed.details == FORMS[form]
        assert listed.strength
        assert [str(number) for number in listed.strength.numbers] == ["5"]


def test_there_are_some_hundred_forms() -> None:
    assert len(FORMS) > 200


@pytest.mark.parametrize("form", [form for form in FORMS if "(" not in form])
def test_a_schedule_is_read_without_a_strength_too(form: str) -> None:
    listed = only(f"Coumadin {form}")
    assert (listed.details, listed.strength) == (FORMS[form], None)


@pytest.mark.parametrize(
    ("text", "times", "strength"),
    [
        ("Glifor 2x500 mg", 2, "500"),
        ("GLİFOR 2X1000 MG", 2, "1000"),
        ("Coumadin 1x5 mg", 1, "5"),
        ("Neurontin 3 x 300 mg", 3, "300"),
        ("Glifor 2*1000 mg tok karnına", 2, "1000"),
    ],
)
def test_so_many_times_a_strength_is_both(text: str, times: int, strength: str) -> None:
    listed = only(text)
    assert listed.strength
    assert [str(number) for number in listed.strength.numbers] == [strength]
    assert listed.details == EntryDetails(times_a_day=times)


def test_the_weekday_of_a_weekly_medicine_may_stand_alone() -> None:
    for form in ("Pazartesi", "PAZARTESİ", "PAZARTESI", "pazartesi günü", "Monday", "on Mondays"):
        assert only(f"Ozempic 1 mg {form}").details == MONDAY


@pytest.mark.parametrize(
    "form",
    [
        "2x1 akşam",
        "3x1 sabah akşam",
        "1x1 sabah akşam",
        "günde 2 kez yatarken",
        "2x1 1-1-1",
        "2x1 3x1",
        "twice a day at bedtime",
        "2x1 (taken: evening)",
        "pazartesi",
        "iki kez",
        "2 doz",
        "öğleden sonra",
        "akşamüstü",
        "5 mg sabah 2.5 mg akşam",
        "od",
        "1x",
        "0-0-0",
    ],
)
def test_what_is_not_certain_is_asked_about(form: str) -> None:
    unread(f"Coumadin 5 mg {form}")


def test_times_in_brackets_go_with_the_schedule_before_them() -> None:
    assert only("Coumadin 2x1 (taken: morning+evening)").details == at(M, E)


@pytest.mark.parametrize("form", ["gün aşırı pazartesi", "haftada 2 pazartesi", "monthly monday"])
def test_a_weekday_beside_another_interval_than_a_week_is_asked_about(form: str) -> None:
    assert "not taken once a week" in unread(f"Coumadin 5 mg {form}").message
