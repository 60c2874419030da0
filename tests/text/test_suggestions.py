"""What was probably meant is named; what is like nothing is not guessed at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.models.regions import SPOKEN, BodySide, Region
from build_pack.locales import Locale
from build_pack.text.keywords import slug
from build_pack.text.suggestions import did_you_mean, nearest

IDS = ("radiofrequency-neurotomy", "diagnostic-nerve-block", "after-radiofrequency", "discharge")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dischage", "discharge"), ("DISCHARGE", "discharge"), ("dis", "discharge"),
        ("neurotomy", "radiofrequency-neurotomy"), ("radiofrequency", "radiofrequency-neurotomy"),
        ("radyofrekans-nörotomi", "radiofrequency-neurotomy"),
        ("nerve block", "diagnostic-nerve-block"),
        ("heart", ""), ("", ""), ("x", ""), ("…", ""),
    ],
)  # fmt: skip
def test_the_nearest_id_is_found_whatever_its_letters(typed: str, meant: str) -> None:
    assert nearest(typed, IDS) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bel", "lumbar"), ("BEL", "lumbar"), ("lomber", "lumbar"), ("lumber", "lumbar"),
        ("boyun", "cervical"), ("neck", "cervical"), ("sırt", "thoracic"), ("SIRT", "thoracic"),
        ("sakroiliak", "sacroiliac"), ("knee", ""), ("diz", ""),
    ],
)  # fmt: skip
def test_a_region_may_be_called_as_clinics_call_it(typed: str, meant: str) -> None:
    assert nearest(typed, Region, SPOKEN) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sol", "left"), ("SAĞ", "right"), ("sağ taraf", "right"), ("rigth", "right"),
        ("lef", "left"), ("L", "left"), ("iki taraf", "both"), ("bilateral", "both"), ("up", ""),
    ],
)  # fmt: skip
def test_a_side_may_be_called_as_clinics_call_it(typed: str, meant: str) -> None:
    assert nearest(typed, BodySide, SPOKEN) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Turkish", "tr"), ("türkçe", "tr"), ("TR", "tr"), ("tur", "tr"), ("English", "en"),
     ("ingilizce", "en"), ("eng", "en"), ("de", ""), ("xx", "")],
)  # fmt: skip
def test_a_language_may_be_called_by_its_name(typed: str, meant: str) -> None:
    names = {name: one for one in ("tr", "en") for name in Locale(one).language_names(("en", "tr"))}
    assert nearest(typed, ("tr", "en"), names) == meant


def test_all_choices_follow_the_question() -> None:
    assert did_you_mean("lef", BodySide) == "Did you mean “left”? Choose from: left, right, both."
    assert did_you_mean("xyz", BodySide) == "Choose from: left, right, both."
    assert did_you_mean("xyz", ()) == ""


def test_a_language_that_nobody_knows_has_no_name() -> None:
    assert list(Locale("qq").language_names(("en",))) == []
    assert list(Locale("not a locale").language_names(("en",))) == []


@given(st.sampled_from(IDS), st.integers(0, 8))
def test_an_id_and_one_without_a_letter_are_themselves(name: str, lost: int) -> None:
    assert nearest(name, IDS) == name
    assert nearest(name[:lost] + name[lost + 1 :], IDS) == name


@given(st.text())
def test_a_slug_is_small_letters_digits_and_hyphens_and_its_own_slug(text: str) -> None:
    made = slug(text)
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(made) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("İzmir Ağrı Kliniği", "izmir-agri-klinigi"), ("IĞDIR", "igdir"), ("ŞIRNAK", "sirnak"),
        ("Çınar_2", "cinar-2"), ("I\u0307zmir", "izmir"), ("Straße", "strasse"), ("  a--b ", "a-b"),
    ],
)  # fmt: skip
def test_turkish_letters_are_folded_in_a_slug(text: str, made: str) -> None:
    assert slug(text) == made
