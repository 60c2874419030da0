"""Doses are written as no one can misread them; each unsafe way is told with a safe one."""

from pathlib import Path

import pytest

from build_pack.problems import Place
from build_pack.text.unsafe_doses import dose_problems
from tests.content.samples import told

PLACE = Place(Path("x.yaml"), 7, 3)

UNSAFE = [
    # text, language, what is found, part of the hint
    ("Inject 10 U.", "en", "10 U", "“units”"),
    ("Inject 10u now.", "en", "10u", "“units”"),
    ("Inject 5000 IU.", "en", "5000 IU", "“units”"),
    ("Inject IU.", "en", "IU", "“units”"),
    ("5000IU yapın.", "tr", "5000IU", "“ünite”"),
    ("10 U yapın.", "tr", "10 U", "“ünite”"),
    ("1 tablet QD", "en", "QD", "“every day”"),
    ("1 tablet q.d.", "en", "q.d", "“every day”"),
    ("1 tablet QOD", "en", "QOD", "“every other day”"),
    ("1 tablet q.o.d.", "en", "q.o.d", "“every other day”"),
    ("MS for pain", "en", "MS", "in full"),
    ("MSO4 for pain", "en", "MSO4", "in full"),
    ("MgSO4 verilir", "tr", "MgSO4", "in full"),
    ("Drink 20 cc.", "en", "cc", "“ml”"),
    ("20cc için.", "tr", "20cc", "“ml”"),
    ("D/C after a week", "en", "D/C", "“stop”"),
    ("1 tablet HS", "en", "HS", "“at bedtime”"),
    ("1 tablet HS", "tr", "HS", "“yatarken”"),
    ("1 tablet OD", "en", "OD", "“once a day”"),
    ("50 µg", "en", "µg", "“microgram”"),
    ("50 \u03bcg", "tr", "\u03bcg", "“mikrogram”"),
    ("Take 1.0 mg.", "en", "1.0 mg", "zeros after the decimal point"),
    ("Take 2.50 mg.", "en", "2.50 mg", "zeros after the decimal point"),
    ("Take 1.000 mg.", "en", "1.000 mg", "zeros after the decimal point"),
    ("1,0 mg alın.", "tr", "1,0 mg", "zeros after the decimal point"),
    ("1,000 mg alın.", "tr", "1,000 mg", "zeros after the decimal point"),
    ("1.0 tablet", "tr", "1.0 tablet", "zeros after the decimal point"),
    ("Take .5 mg.", "en", ".5", "0.5"),
    ("(,5 mg)", "tr", ",5", "0,5"),
    ("Take 5 mg. twice", "en", "mg.", "the full stop"),
    ("5 ml., sonra", "tr", "ml.", "the full stop"),
    ("5 mg.", "en", "5 mg.", "the full stop"),
    ("Take 10mg.", "en", "10mg", "a space"),
    ("10ml için.", "tr", "10ml", "a space"),
    ("2tablets", "en", "2tablets", "a space"),
    ("1/2 tablet", "en", "1/2", "“half a tablet”"),
    ("½ tablet", "tr", "½", "“yarım tablet”"),
    ("⅓ tablet", "en", "⅓", "“half a tablet”"),
    ("Take II tablets", "en", "II", "in digits"),
    ("V tablet alın", "tr", "V tablet", "in digits"),
    ("Take <5 mg", "en", "<5", "“less than”"),
    ("> 5 mg almayın", "tr", "> 5", "“fazla”"),
    ("5 mg/day", "en", "5 mg/", "as a word"),
    ("1 tablet/gün", "tr", "1 tablet/", "as a word"),
    ("2/gün", "tr", "2/", "as a word"),
    ("5 mg & 10 mg", "en", "5 mg &", "as a word"),
    ("5 & 10 mg", "en", "5 &", "as a word"),
    ("2 @ night", "en", "2 @", "as a word"),
    ("Take it at 12:00.", "en", "12:00", "“noon” or “midnight”"),
    ("Saat 00.00’da alın.", "tr", "00.00", "“gece yarısı”"),
    ("At 24:00 stop.", "en", "24:00", "“noon” or “midnight”"),
    ("Hold the medicine.", "en", "Hold", "“stop”"),
    ("It is on hold, and held.", "en", "hold", "“stop”"),
    ("5 mgr alın.", "tr", "5 mgr", "mg or g"),
    ("5 gr alın.", "tr", "5 gr", "mg or g"),
]


@pytest.mark.parametrize(("text", "locale", "found", "hint"), UNSAFE)
def test_an_unsafe_way_of_writing_is_told_with_a_safe_one(
    text: str, locale: str, found: str, hint: str
) -> None:
    [problem] = dose_problems(text, locale, PLACE)
    assert told(problem).startswith(f"7:3 dose-unsafe “{found}” can be misread. ")
    assert hint in problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "Take 5 mg at noon. Then take 2.5 mg. Wait a day.",
        "Take 0.5 mg, 10 units, 1,000 mg or 20 ml.",
        "The INR is between 2.0 and 3.0, by version 1.0 of 1.10.2026 and 2026-11-22.",
        "We are here 24/7, from 08:30 to 12:30, 10:00 on 1/2/2026.",
        "The kidneys clear 50 ml/min or less.",
        "Factor VIII and type II are no doses; XR and XL are forms.",
        "Withhold nothing: your household has a threshold.",
        "Put it in the bag. Then call +90 312 000 00 01 or a@example.org.",
        "Doctor and/or nurse, **Smith & Sons**, once od a time",
        "Take half a tablet of 5 microgram; in milliseconds (ms).",
        "I take one.",
    ],
)
def test_a_safe_english_text_is_taken(text: str) -> None:
    assert list(dose_problems(text, "en", PLACE)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Öğlen 5 mg alın. 2,5 mg’lık tablet; 1.000 mg, 10 ünite, 50 mikrogram.",
        "7/24 buradayız; 12.30’da, 10:00’da ve 22.11.2026’da.",
        "Dozun yarısını alın; hold sözcüğü Türkçede bir şey demez.",
        "Tip II diyabet, 50 ml/dk, INR 3,0.",
        "5 kg’dan ağır kaldırmayın. İlacı gram gram almayın.",
    ],
)
def test_a_safe_turkish_text_is_taken(text: str) -> None:
    assert list(dose_problems(text, "tr", PLACE)) == []


def test_each_fault_of_a_text_is_told() -> None:
    found = [problem.message for problem in dose_problems("1.0mg at 12:00", "en_GB", PLACE)]
    assert found == [
        "“1.0mg” can be misread.",
        "“0mg” can be misread.",
        "“12:00” can be misread.",
    ]
