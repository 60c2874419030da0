"""Faults that a measurement on the real texts has shown to be missed, and that are found now."""

from pathlib import Path

import pytest

from build_pack.checks.check_types import CheckContext, TextCheck, TextPair
from build_pack.checks.translation.negation import NEGATION
from build_pack.checks.translation.numbers import NUMBERS
from build_pack.checks.translation.opposites import OPPOSITES
from build_pack.checks.translation.units import UNITS
from build_pack.problems import Place


def _messages(check: TextCheck, source: str, text: str, locale: str) -> list[str]:
    pair = TextPair("leaflet.text", locale, text, source, Place(Path("tr.po"), 1))
    return [fault.message for fault in check.find(pair, CheckContext())]


@pytest.mark.parametrize(
    ("check", "locale", "source", "text", "message"),
    [
        (
            NUMBERS,
            "tr",
            "You take more than one blood thinner.",
            "İkiden fazla kan sulandırıcı kullanıyorsunuz.",
            "The source says 1; the translation says 2.",
        ),
        (
            NUMBERS,
            "tr",
            "You take more than one blood thinner.",
            "Kan sulandırıcı kullanıyorsunuz.",
            "The source says 1; the translation does not.",
        ),
        (
            NUMBERS,
            "tr",
            "If any of these is true: You take a blood thinner.",
            "Bunlardan biri geçerliyse: Birden fazla kan sulandırıcı kullanıyorsunuz.",
            "The translation says 1; the source does not.",
        ),
        (
            NUMBERS,
            "en",
            "Take the first dose.",
            "Take the second dose.",
            "The source says 1; the translation says 2.",
        ),
        (
            NUMBERS,
            "en",
            "Numbness on both sides",
            "Numbness on one of the sides",
            "The source says 2; the translation does not.",
        ),
        (
            UNITS,
            "tr",
            "If the date or the time changes",
            "Saat veya saat değişirse",
            "The source says “date”; the translation does not.",
        ),
        (
            UNITS,
            "tr",
            "On the day, your meal times change.",
            "O gün yemek günleriniz değişir.",
            "The source says “times”; the translation does not.",
        ),
        (
            NEGATION,
            "en",
            "This is only an overview.",
            "This is not only an overview.",
            "Negations in the source: 0; in the translation: 1 (“not”).",
        ),
        (
            OPPOSITES,
            "tr",
            "Do not change a pain medicine.",
            "Kan sulandırıcıyı değiştirmeyin.",
            "The source says “pain medicine”; the translation says “kan sulandırıcıyı”.",
        ),
        (
            OPPOSITES,
            "en",
            "Blood thinners: anticoagulants",
            "Blood thinners: antiplatelets",
            "The source says “anticoagulants”; the translation says “antiplatelets”.",
        ),
        (
            OPPOSITES,
            "tr",
            "Pain that grows",
            "Azalan ağrı",
            "The source says “grows”; the translation says “azalan”.",
        ),
    ],
)
def test_a_fault_that_was_missed_is_found(
    check: TextCheck, locale: str, source: str, text: str, message: str
) -> None:
    assert _messages(check, source, text, locale) == [message]


@pytest.mark.parametrize(
    ("check", "source", "text"),
    [
        (NUMBERS, "If one of these is true", "Bunlardan biri geçerliyse"),
        (NUMBERS, "You take several medicines.", "Birden fazla ilaç kullanıyorsunuz."),
        (NUMBERS, "One side effect is nausea.", "Yan etkilerden biri bulantıdır."),
        (NUMBERS, "Take the first dose.", "İlk dozu alın."),
        (UNITS, "Date and time", "Tarih ve saat"),
        (UNITS, "Your meal times change.", "Yemek saatleriniz değişir."),
        (NEGATION, "It is not only pain but also fear.", "Sorun yalnızca ağrı değil, korkudur."),
        (NEGATION, "It is not only pain.", "Sorun yalnızca ağrı değildir."),
        (OPPOSITES, "Anticoagulants thin the blood.", "Kan sulandırıcılar kanı inceltir."),
        (OPPOSITES, "Tell us about blood thinners.", "Antikoagülanlarınızı bize söyleyin."),
        (OPPOSITES, "Medicines for pain", "Ağrı kesiciler"),
        (OPPOSITES, "Diabetes medicines", "Diyabet (şeker hastalığı) ilaçları"),
    ],
)
def test_another_way_to_say_it_is_not_found(check: TextCheck, source: str, text: str) -> None:
    assert _messages(check, source, text, "tr") == []
