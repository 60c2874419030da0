"""The formulas give their published values, and the first leaflet is easy enough to read."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.leaflet import ItemList, Leaflet, Repeat
from build_pack.content.library import shipped_library
from build_pack.content.loading import Loaded, load
from build_pack.translation.segments import leaflet_segments, segment_id
from tests.readability import (
    Measure,
    atesman,
    flesch_kincaid_grade,
    measure_texts,
    split_sentences,
    syllables_en,
    syllables_tr,
)

LEAFLET = "radiofrequency-neurotomy"
HARDEST_ENGLISH = 7.0
"""Flesch–Kincaid grade that no part may pass."""
HARDEST_TURKISH = 65.0
"""Ateşman score that no part may fall below."""

UNSENTENCED = ("title", "subtitle", "heading")
"""Last parts of ids of texts that are no sentences; short as they are, they would flatter us."""


@cache
def the_leaflet() -> Loaded[Leaflet]:
    return load(shipped_library() / "leaflets" / LEAFLET / "leaflet.yaml", Leaflet)


def english() -> dict[str, str]:
    return {segment.id: segment.source for segment in leaflet_segments(the_leaflet())}


def turkish() -> dict[str, str]:
    path = shipped_library() / "locales" / "tr" / "LC_MESSAGES" / f"{LEAFLET}.po"
    with path.open(encoding="utf-8") as file:
        return {str(message.context): str(message.string) for message in read_po(file)}


def repeated() -> Iterator[str]:
    """Ids of the leaflet's segments that the consent summary says again."""
    model = the_leaflet().model
    blocks = {
        f"{section.id}.{block.id}": (section.id, block)
        for section in model.sections
        for block in section.blocks
        if not isinstance(block, Repeat)
    }
    for consent_section in model.consent.sections:
        for repeat in consent_section.blocks:
            if isinstance(repeat, Repeat):
                section, block = blocks[repeat.of]
                yield segment_id(LEAFLET, section, block.id)
                if isinstance(block, ItemList):
                    yield from (segment_id(LEAFLET, section, item) for item in block.items)


def part(name: str) -> list[str]:
    """Ids of the sentences that a reader meets in one part of the pack, in some order."""
    ids = [key for key in english() if not key.endswith(UNSENTENCED)]
    if name == "pack":
        return ids
    if name == "leaflet":
        return [key for key in ids if key.split(".")[1] not in {"consent", "checklist"}]
    again = [key for key in repeated() if key in ids] if name == "consent" else []
    return [key for key in ids if key.split(".")[1] == name] + again


PARTS = [
    *("pack", "leaflet", "summary", "red-flags", "consent", "checklist"),
    *(section.id for section in the_leaflet().model.sections),
]


def words_of(name: str, language: Mapping[str, str]) -> list[str]:
    return [language[key] for key in part(name)]


@pytest.mark.parametrize("name", PARTS)
def test_the_english_of_each_part_is_at_or_below_grade_seven(name: str) -> None:
    grade = flesch_kincaid_grade(measure_texts(words_of(name, english()), syllables_en))
    assert grade <= HARDEST_ENGLISH


@pytest.mark.parametrize("name", PARTS)
def test_the_turkish_of_each_part_scores_65_or_more(name: str) -> None:
    score = atesman(measure_texts(words_of(name, turkish()), syllables_tr))
    assert score >= HARDEST_TURKISH


def test_the_consent_summary_is_measured_with_what_it_repeats_from_the_leaflet() -> None:
    assert f"{LEAFLET}.risks.bleeding" in part("consent")


@pytest.mark.parametrize(
    ("syllables", "words", "score"), [(2.2, 4, 100.0), (3.0, 30, 0.0), (2.6, 9, 70.88)]
)
def test_atesman_gives_the_values_of_its_author(
    syllables: float, words: float, score: float
) -> None:
    measure = Measure(words_per_sentence=words, syllables_per_word=syllables)
    assert atesman(measure) == pytest.approx(score)


def test_flesch_kincaid_gives_the_grade_that_its_coefficients_say() -> None:
    measure = Measure(words_per_sentence=10, syllables_per_word=1.5)
    assert flesch_kincaid_grade(measure) == pytest.approx(6.01)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("ısı", 2),
        ("IŞIN", 2),
        ("İĞNE", 2),
        ("kâğıt", 2),
        ("nörotomi", 4),
        ("saatinde", 4),
        ("mg", 1),
    ],
)
def test_a_turkish_word_has_as_many_syllables_as_vowels(word: str, count: int) -> None:
    assert syllables_tr(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("placed", 1), ("Needle", 2), ("area", 3), ("rehabilitation", 6), ("doctor’s", 2)],
)
def test_an_english_word_is_looked_up_in_the_dictionary(word: str, count: int) -> None:
    assert syllables_en(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("radiofrequency", 6), ("neurotomy", 4), ("denervation", 4), ("neurotomised", 4), ("brr", 1)],
)
def test_an_english_word_outside_the_dictionary_is_counted_by_vowel_groups(
    word: str, count: int
) -> None:
    assert syllables_en(word) == count


def test_a_hyphenated_word_is_one_word_with_the_syllables_of_its_parts() -> None:
    assert split_sentences("whole-tree") == [["whole-tree"]]
    assert syllables_en("whole-tree") == 2


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Call us. Do not wait!", [["Call", "us"], ["Do", "not", "wait"]]),
        ("**Stop.** Ask us", [["Stop"], ["Ask", "us"]]),
        ("It helps [@a-2020; @b]. It fades [@c].", [["It", "helps"], ["It", "fades"]]),
        ("Call {emergency_number} now.", [["Call", "now"]]),
        ("Wait 2.5 hours. Rest on 12.10.2026.", [["Wait", "hours"], ["Rest", "on"]]),
        ("See https://example.org/a.b today.", [["See", "today"]]),
        ("RFA and e.g. EKG", [["and"]]),
        ("112.", []),
    ],
)
def test_sentences_are_split_without_what_is_not_a_word(
    text: str, sentences: list[list[str]]
) -> None:
    assert split_sentences(text) == sentences


def test_each_list_item_ends_a_sentence() -> None:
    assert measure_texts(["Ateş", "Şiddetli kanama"], syllables_tr).words_per_sentence == 1.5


def test_a_text_without_words_cannot_be_measured() -> None:
    with pytest.raises(ValueError, match="no word"):
        measure_texts(["112", "{clinic_name}"], syllables_tr)


WORD = st.text("abcçdeğıiloöprsştuüy", min_size=1, max_size=12)


@given(st.lists(st.lists(WORD, min_size=1, max_size=8), min_size=1, max_size=5))
def test_marks_change_nothing(sentences: list[list[str]]) -> None:
    plain = [" ".join(words) + "." for words in sentences]
    marked = [f"**{' '.join(words)}** {{clinic_name}} [@key-2020]." for words in sentences]
    assert measure_texts(plain, syllables_tr) == measure_texts(marked, syllables_tr)


@given(st.lists(WORD, min_size=2, max_size=30))
def test_a_text_is_easier_in_more_sentences(words: list[str]) -> None:
    whole = measure_texts([" ".join(words)], syllables_tr)
    halves = [" ".join(words[a:b]) for a, b in pairwise([0, len(words) // 2, len(words)])]
    assert atesman(measure_texts(halves, syllables_tr)) > atesman(whole)
