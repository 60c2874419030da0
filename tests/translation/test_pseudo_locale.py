"""The pseudo-locale changes every letter that it can and keeps every mark."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.inline_markup import MarkupError, marks
from build_pack.translation.catalog import catalog
from build_pack.translation.po.header import plurals
from build_pack.translation.pseudo_locale import pseudo, pseudo_text
from tests.translation.catalogs import catalog_of, entry, segment


@pytest.mark.parametrize("script", ["Latn", "Arab"])
@given(text=st.text("ab İ*[]{}@;%()s-", max_size=30))
def test_a_pseudo_text_has_the_marks_of_its_source(script: str, text: str) -> None:
    try:
        wanted = marks(text)
    except MarkupError:
        return
    assert marks(pseudo_text(text, script)) == wanted


def test_a_pseudo_catalog_is_complete_and_keeps_what_is_translated() -> None:
    segments = [
        segment("a", "Do **not** stop"),
        segment("b", "%(days)s day", "%(days)s days"),
        segment("c", "Fever"),
    ]
    file = catalog_of(
        entry("a", "Do **not** stop", ""),
        entry("b", ("%(days)s day", "%(days)s days"), ("", "", "")),
        entry("c", "Fever", "Gorączka"),
        locale="pl",
    )
    found = catalog("pl", segments, [pseudo(file)])
    assert found.problems == ()
    assert found["c"].words == "Gorączka"


def test_a_pseudo_text_is_a_third_longer() -> None:
    text = "Do not stop any medicine on your own before you have talked to us."
    assert 1.3 < len(pseudo_text(text)) / len(text) < 1.5


ENGLISH = "Do not stop any medicine on your own, unless **{clinic_name}** tells you to [@a; @b]."


def test_a_text_in_arabic_letters_says_that_it_is_a_test_and_keeps_its_marks() -> None:
    assert pseudo_text(ENGLISH, "Arab") == (
        "اختبار دو نوت ستوب اني مديصين ون يوعر وون، عنلسس **{clinic_name}** تللس يوع تو [@a; @b]."
    )


def test_it_is_about_as_long_as_english() -> None:
    text = "Do not stop any medicine on your own before you have talked to us about it."
    assert 0.8 < len(pseudo_text(text, "Arab")) / len(text) < 1.1


@given(st.text("abcdefghijklmnopqrstuvwxyz ", min_size=1))
def test_no_word_of_small_latin_letters_stays_or_is_lost(text: str) -> None:
    said = pseudo_text(text, "Arab")
    assert not re.search("[a-z]", said)
    assert len(re.findall("[\u0621-\u064a]+", said)) == len(text.split()) + 1


@pytest.mark.parametrize("kept", ["INR", "5 mg", "80 °C", "L4", "1,000", "2–3", "50 kHz"])
def test_abbreviations_amounts_and_figures_stay(kept: str) -> None:
    assert f" {kept} " in pseudo_text(f"take {kept} now", "Arab")


def test_a_long_word_has_latin_letters_in_brackets_behind_it() -> None:
    assert pseudo_text("a radiofrequency", "Arab") == "اختبار ا راديوفرقعنصي (RAD)"


def test_names_of_medicines_stay_in_latin_letters() -> None:
    file = catalog_of(entry("medicine.warfarin", "warfarin", ""), locale="ar")
    assert pseudo(file, "Arab").entries[0].target == "اختبار warfarin"


def test_arabic_has_six_forms_of_which_the_second_is_that_of_one() -> None:
    source = ("%(days)s day", "%(days)s days")
    file = replace(catalog_of(entry("a", source, ("",) * 6), locale="ar"), plurals=plurals("ar"))
    filled = pseudo(file, "Arab")
    [found] = filled.entries
    one, other = (pseudo_text(text, "Arab") for text in source)
    assert found.target == (other, one, other, other, other, other)
    assert catalog("ar", [segment("a", *source)], [filled]).problems == ()
    assert Counter(found.target) == {other: 5, one: 1}
