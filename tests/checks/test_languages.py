"""What checks know of Turkish and English words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.checks.languages.english import ENGLISH
from build_pack.checks.languages.language_rules import LanguageRules
from build_pack.checks.languages.numbers_in_text import numbers_in_text
from build_pack.checks.languages.turkish import TURKISH
from build_pack.text.addresses import addresses_in
from build_pack.text.folding import lower_words

_DENYING = """
    almayın almayınız almasın almasınlar almaz almazsanız almazlar almazken almayız almıyor
    almıyorsunuz durmuyorsa görmüyor almadı almadınız almadıysanız almadığınız almadıkça almadan
    almamış alınmamıştır almamalı almamalısınız almamak almamanız almaması alamama almayan
    almayanlar almayacak almayacağım alamayabilir almayalım almayınca almayıp almasanız almasa
    durmaksızın ulaşamazsanız imzalayamıyorsa beklenmedik istemezsem yemeyin içmeyin yürüyememe
    değil değildir değilse yok yoksa yoktur hayır nedensiz reçetesiz geçersizdir kaçının
"""
_NOT_DENYING = """
    kanama kanamaya kanaması kanamanın kanamadan uyuşma uyuşmayı bulanma almaya almayı almanız
    alması artması yapmak yapmalı yapmalısınız yapmalıyım gelmesi tedavisi nedeni neden hemen
    zaman zamanda ameliyat ameliyattan tamam tamamen tamamı tamama namaz ramazan komadan aşamadan
    kremadan muayeneden dönemden işlemden sistemden paramedik biyomedikal umuyoruz emiyor
    yetmezliği egzersiz rahatsızlık güçsüzlük sessiz ansızın sizsiniz sınırlı kesinlikle
    kaçıncı kimse hiç hiçbir asla alır alabilir değişebilir çıkarın alındı kesin
    deneme yürümede temizleyin merkez mezun madde medikal maydanoz mayıs
"""


@pytest.mark.parametrize("word", _DENYING.split())
def test_a_turkish_word_that_denies_is_one_negation(word: str) -> None:
    assert len(TURKISH.denials.words.findall(word)) == 1


@pytest.mark.parametrize("word", _NOT_DENYING.split())
def test_a_turkish_word_that_looks_like_a_negation_is_none(word: str) -> None:
    assert TURKISH.denials.words.findall(word) == []


def test_one_turkish_sentence_with_a_word_for_none_and_a_verb_denies_once() -> None:
    text = lower_words("Hiçbir ilacı asla kesmeyin.", "tr")
    assert TURKISH.denials.words.findall(text) == ["kesmeyin"]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "twenty-four", ["24"]),
        ("en", "two hundred", ["200"]),
        ("en", "5 thousand", ["5000"]),
        ("en", "two and a half", ["2.5"]),
        ("en", "two or three", ["2", "3"]),
        ("en", "1,234.50", ["1234.5"]),
        ("en", "10 pm", ["22"]),
        ("en", "12 am", ["0"]),
        ("en", "2026-11-05", ["2026", "11", "5"]),
        ("en", "20 may 2026", ["20", "5", "2026"]),
        ("tr", "yirmi dört", ["24"]),
        ("tr", "iki yüz elli", ["250"]),
        ("tr", "5 bin", ["5000"]),
        ("tr", "iki buçuk", ["2.5"]),
        ("tr", "iki üç gün", ["2", "3"]),
        ("tr", "1.234,5", ["1234.5"]),
        ("tr", "08.30", ["8:30"]),
        ("tr", "08:30 iki tablet", ["8:30", "2"]),
        ("tr", "%50", ["50"]),
        ("tr", "22.11.2026", ["22", "11", "2026"]),
        ("tr", "3 mart", ["3", "3"]),
        ("tr", "onu ona ondan", []),
        ("tr", "0212 555 00 11", []),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(
    language: str, text: str, values: list[str]
) -> None:
    assert [one.value for one in numbers_in_text(text, language)] == values


@given(st.text(alphabet="0123456789.,:/-% bininikiyarımtwohalf□", max_size=30))
def test_no_text_stops_the_reading_of_numbers(text: str) -> None:
    for locale in ("en", "tr"):
        for one in numbers_in_text(text, locale):
            assert text[one.start : one.end]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("+90 (212) 555 00 11", "902125550011"),
        ("0212-555-0011", "02125550011"),
        ("555 123 45 67", "5551234567"),
        ("https://example.org/a.", "https://example.org/a"),
        ("www.example.org'a", "www.example.org"),
        ("clinic@example.org,", "clinic@example.org"),
    ],
)
def test_an_address_is_found(text: str, address: str) -> None:
    assert [found for _start, _end, found in addresses_in(text)] == [address]


@pytest.mark.parametrize("text", ["22.11.2026", "2019–2024", "08:30", "1.234,5", "112", "e.g."])
def test_what_is_no_address_is_not_taken_for_one(text: str) -> None:
    assert addresses_in(text) == []


@pytest.mark.parametrize("language", [ENGLISH, TURKISH])
def test_each_language_has_every_unit_and_every_pair_of_opposites(language: LanguageRules) -> None:
    both = (ENGLISH, TURKISH)
    units = {unit for one in both for unit in (*one.units, *one.perhaps_units)}
    assert {*language.units, *language.perhaps_units} == units
    words = {name: set(group) for name, group in language.opposites.items()}
    assert words == {name: set(group) for name, group in ENGLISH.opposites.items()}


def test_capitals_are_folded_as_turkish_writes_them() -> None:
    assert lower_words("İLAÇ ALMAYIN, ISI", "tr") == "ilaç almayın, ısı"
