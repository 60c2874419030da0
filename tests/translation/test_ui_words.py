"""The words of templates come by id, in the right plural form, and marked if they are not ready."""

import pytest

from build_pack.translation.catalog import catalog
from build_pack.translation.po.catalog_file import PoEntry
from build_pack.translation.segments import Segment
from build_pack.translation.ui_words import UiWords
from tests.translation.catalogs import catalog_of, entry, segment

TITLE = segment("leaflet.title", "Patient leaflet")
DAYS = segment("days", "%(days)s day", "%(days)s days")
SOURCE = ("%(days)s day", "%(days)s days")


def words(
    *entries: PoEntry, locale: str = "tr", segments: tuple[Segment, ...] = (TITLE, DAYS)
) -> UiWords:
    return UiWords(catalog(locale, segments, [catalog_of(*entries, locale=locale)]))


def test_a_text_comes_by_its_id() -> None:
    found = words(entry("leaflet.title", "Patient leaflet", "Hasta broşürü"))
    assert found.pgettext("leaflet.title", "Patient leaflet") == "Hasta broşürü"
    assert found.locale == "tr"


@pytest.mark.parametrize(
    "one",
    [
        entry("leaflet.title", "Patient leaflet", ""),
        entry("leaflet.title", "Patient leaflet", "Hasta broşürü", fuzzy=True),
        entry("leaflet.title", "Leaflet", "Broşür"),
        entry("leaflet.title", "Patient leaflet", "**Broşür**"),
        entry("other", "Patient leaflet", "Hasta broşürü"),
    ],
)
def test_a_text_that_is_not_ready_comes_in_english_and_marked(one: PoEntry) -> None:
    text = words(one).pgettext("leaflet.title", "Patient leaflet")
    assert text == "[en: Patient leaflet]"


def test_english_is_not_marked_in_english() -> None:
    assert words(locale="en").pgettext("leaflet.title", "Patient leaflet") == "Patient leaflet"


@pytest.mark.parametrize(
    ("locale", "forms", "numbers"),
    [
        ("tr", ["bir", "çok"], {1: "bir", 0: "çok", 2: "çok", 101: "çok"}),
        ("en", ["one", "many"], {1: "one", 0: "many", 2: "many"}),
        (
            "pl",
            ["1", "2-4", "5+"],
            {1: "1", 2: "2-4", 4: "2-4", 5: "5+", 12: "5+", 22: "2-4", 100: "5+"},
        ),
        (
            "ru",
            ["1", "2-4", "5+"],
            {1: "1", 3: "2-4", 5: "5+", 11: "5+", 21: "1", 24: "2-4"},
        ),
        (
            "ar",
            ["0", "1", "2", "3-10", "11+", "100"],
            {0: "0", 1: "1", 2: "2", 7: "3-10", 15: "11+", 100: "100", 103: "3-10"},
        ),
        ("ja", ["all"], {0: "all", 1: "all", 7: "all"}),
    ],
)
def test_a_number_takes_the_plural_form_of_its_language(
    locale: str, forms: list[str], numbers: dict[int, str]
) -> None:
    marked = tuple(f"%(days)s {form}" for form in forms)
    found = words(entry("days", SOURCE, marked), locale=locale)
    for number, form in numbers.items():
        assert found.npgettext("days", *SOURCE, number) == f"%(days)s {form}"


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "[en: %(days)s day]"), (0, "[en: %(days)s days]"), (5, "[en: %(days)s days]")],
)
def test_a_plural_that_is_not_ready_comes_in_the_english_form(number: int, text: str) -> None:
    assert words(locale="ar").npgettext("days", *SOURCE, number) == text


def test_english_plurals_need_no_entry() -> None:
    found = words(locale="en")
    assert found.npgettext("days", *SOURCE, 1) == "%(days)s day"
    assert found.npgettext("days", *SOURCE, 2) == "%(days)s days"


def test_two_texts_under_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match=r"two texts have the id 'leaflet\.title': 'Leaflet'"):
        words().pgettext("leaflet.title", "Leaflet")


def test_an_id_that_was_not_extracted_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError, match=r"leaflet\.titel"):
        words().pgettext("leaflet.titel", "Patient leaflet")
