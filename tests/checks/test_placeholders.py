"""Values that the program fills in stand beside the words that they belong to."""

from pathlib import Path

import pytest

from build_pack.checks.check_types import CheckContext, TextPair
from build_pack.checks.translation.placeholders import PLACEHOLDERS
from build_pack.problems import Place

FROM_TO = "From: %(first)s. Up to and including: %(last)s."
DAYS = "%(first)s to %(last)s"
CLOCK = "after %(hours)s h %(minutes)s min"
PICTURE = "A picture of %(of)s people. %(people)s of them are marked."
REST = "This does not happen to the other %(rest)s in %(of)s people."
PAGE = "Page %(page)s of %(pages)s"
ASK = "%(medicine)s: Call us now: %(phone)s"
THINNERS = "You take these: %(medicines)s. Call us first: %(phone)s."
CONTACT = "This is for patients of {clinic_name}. In an emergency, call {emergency_number}."


def said(source: str, text: str, locale: str = "tr") -> list[str]:
    pair = TextPair("a", locale, text, source, Place(Path("x")))
    return [fault.message for fault in PLACEHOLDERS.find(pair, CheckContext())]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (FROM_TO, "Başlangıç: %(last)s. Son gün: %(first)s (bu gün dahil)."),
        (FROM_TO, "%(last)s tarihinden %(first)s tarihine kadar (bu gün dahil)."),
        (FROM_TO, "Son gün: %(first)s. Başlangıç: %(last)s."),
        (FROM_TO, "%(last)s – %(first)s"),
        (FROM_TO, "İlk gün: %(last)s, son gün: %(first)s."),
        (DAYS, "%(last)s–%(first)s"),
        (DAYS, "%(last)s ile %(first)s arası"),
        (CLOCK, "%(minutes)s sa %(hours)s dk sonra"),
        (CLOCK, "%(minutes)s saat %(hours)s dakika sonra"),
        (PICTURE, "%(people)s kişinin resmi. Bunlardan %(of)s kişi işaretli."),
        (REST, "%(rest)s kişiden geri kalan %(of)s kişide bu görülmez."),
        (PAGE, "Sayfa %(pages)s / %(page)s"),
        (ASK, "%(phone)s: Hemen bizi arayın: %(medicine)s"),
        (THINNERS, "Bunları kullanıyorsunuz: %(phone)s. Önce bizi arayın: %(medicines)s."),
        (CONTACT, "{emergency_number} hastaları içindir. Acilde {clinic_name} numarasını arayın."),
    ],
)  # fmt: skip
def test_values_in_each_others_place_are_found(source: str, text: str) -> None:
    assert len(said(source, text)) == 1


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (FROM_TO, "From: %(last)s. Up to and including: %(first)s."),
        (DAYS, "%(last)s to %(first)s"),
        (DAYS, "%(last)s–%(first)s"),
        (CLOCK, "after %(minutes)s hours and %(hours)s minutes"),
        (REST, "The other %(of)s in %(rest)s people are not affected."),
        (PAGE, "Page %(pages)s of %(page)s"),
    ],
)
def test_values_in_each_others_place_are_found_in_a_rewording(source: str, text: str) -> None:
    assert len(said(source, text, "en")) == 1


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (FROM_TO, "Başlangıç: %(first)s. Son gün: %(last)s (bu gün dahil)."),
        (FROM_TO, "%(first)s tarihinden %(last)s tarihine kadar (bu gün dahil)."),
        (FROM_TO, "İlk gün: %(first)s, son gün: %(last)s."),
        (FROM_TO, "Son gün: %(last)s. Başlangıç: %(first)s."),
        (FROM_TO, "%(first)s – %(last)s (son gün dahil)"),
        (DAYS, "%(first)s–%(last)s"),
        (DAYS, "%(first)s ile %(last)s arası"),
        (CLOCK, "%(hours)s saat %(minutes)s dakika sonra"),
        (PICTURE, "%(of)s kişinin resmi. %(people)s kişi işaretli."),
        (PICTURE, "%(people)s kişinin işaretli olduğu, %(of)s kişilik bir resim."),
        (REST, "%(of)s kişiden geri kalan %(rest)s kişide bu görülmez."),
        (REST, "Geri kalan %(rest)s kişide (%(of)s kişiden) bu görülmez."),
        (PAGE, "%(pages)s sayfanın %(page)s. sayfası"),
        (ASK, "%(medicine)s: Bizi hemen arayın: %(phone)s"),
        (ASK, "%(medicine)s: %(phone)s numarasından hemen bizi arayın"),
        (THINNERS, "Önce bizi arayın: %(phone)s. Bunları kullanıyorsunuz: %(medicines)s."),
        (CONTACT, "Acilde {emergency_number} numarasını arayın. {clinic_name} hastaları içindir."),
        ("Version %(version)s, %(date)s", "%(date)s, sürüm %(version)s"),
    ],
)  # fmt: skip
def test_values_may_stand_in_another_order_beside_the_right_words(source: str, text: str) -> None:
    assert said(source, text) == []


def test_in_a_language_that_is_not_known_alike_values_keep_their_order() -> None:
    assert said(DAYS, "%(last)s bis %(first)s", "de") == [
        "“last” and “first” are in a different order than in the source."
    ]
    assert said(DAYS, "%(first)s bis %(last)s", "de") == []
    assert said("%(title)s: %(procedure)s", "%(procedure)s: %(title)s", "de") == []
