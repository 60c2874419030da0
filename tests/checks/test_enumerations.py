"""Nothing that a sentence lists is lost in translation."""

from pathlib import Path

import pytest

from build_pack.checks.check_types import CheckContext, TextPair
from build_pack.checks.translation.enumerations import ENUMERATIONS
from build_pack.problems import Place
from tests.checks.test_misplaced_texts import CATALOGS, pairs


def said(source: str, text: str, locale: str = "tr") -> list[str]:
    pair = TextPair("a", locale, text, source, Place(Path("x")))
    return [fault.message for fault in ENUMERATIONS.find(pair, CheckContext())]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Fever, chills, or weakness", "Ateş veya güçsüzlük"),
        ("Fever, chills or weakness", "Ateş veya titreme"),
        ("Fever, chills and weakness", "Ateş, titreme"),
        ("Fever or chills", "Ateş"),
        ("Do not eat or drink.", "Yemeyin."),
        ("Call us and go to the nearest hospital.", "En yakın hastaneye gidin."),
        ("Call us if the skin is red, hot, swollen or wet.", "Deri kızarık veya ıslaksa arayın."),
        ("Tell us of your heart, your lungs and your liver.", "Kalbinizi, karaciğerinizi anlatın."),
        ("Bring your list, your card and your scans.", "Listenizi ve kartınızı getirin."),
    ],
)  # fmt: skip
def test_a_thing_that_is_left_out_is_found(source: str, text: str) -> None:
    assert len(said(source, text)) == 1


def test_a_thing_that_is_left_out_of_a_rewording_is_found() -> None:
    assert said("Fever, chills, or weakness", "Fever or weakness", "en") == [
        "The source joins items with 2 commas or words such as “and”; the translation has 1."
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Fever, chills, or weakness", "Ateş, titreme veya güçsüzlük"),
        ("Fever, chills, or weakness", "Ateş veya titreme ya da güçsüzlük"),
        ("Fever, chills, or weakness", "Ateş; titreme; güçsüzlük"),
        ("Fever, chills, or weakness", "Güçsüzlük, ateş, titreme"),
        ("If you are ill, call us and wait.", "Hastaysanız bizi arayıp bekleyin."),
        ("In an emergency, see a doctor or call us.", "Acilde doktora gidin veya bizi arayın."),
        ("Rest, and call us.", "Dinlenin. Bizi arayın."),
        ("Rest and drink water.", "Su içerek dinlenin."),
        ("In a word or two", "Birkaç sözcükle"),
        ("Wait 2 hours or longer.", "En az 2 saat bekleyin."),
        ("Walk up and down.", "Dolaşın."),
        ("Tell us whether it helps or not.", "Yararlı olup olmadığını söyleyin."),
        ("Do not eat or drink.", "Yemeyin, içmeyin."),
    ],
)  # fmt: skip
def test_a_list_may_be_joined_in_another_way(source: str, text: str) -> None:
    assert said(source, text) == []


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: f"{path.parts[-3]} {path.stem}")
def test_the_lists_that_come_with_the_program_are_whole(path: Path) -> None:
    assert [one.id for one in pairs(path) if list(ENUMERATIONS.find(one, CheckContext()))] == []
