"""Leftover language and style: each check finds its fault and lets good text pass."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from build_pack.checks.check_types import (
    CatalogCheck,
    CheckContext,
    CheckedMedicine,
    TextCheck,
    TextPair,
)
from build_pack.checks.translation.consistency import CONSISTENCY
from build_pack.checks.translation.doubled_words import DOUBLED
from build_pack.checks.translation.final_punctuation import ENDINGS
from build_pack.checks.translation.foreign_words import FOREIGN
from build_pack.checks.translation.glossary_terms import TERMS
from build_pack.checks.translation.language_detection import LANGUAGE, detector_for
from build_pack.checks.translation.lengths import LENGTHS
from build_pack.checks.translation.lost_letters import LETTERS
from build_pack.checks.translation.placeholder_suffixes import SUFFIXES
from build_pack.checks.translation.sentence_count import SENTENCES
from build_pack.checks.translation.spacing import SPACING
from build_pack.checks.translation.untranslated_words import UNTRANSLATED
from build_pack.content.glossary_files import glossary
from build_pack.content.library import Library
from build_pack.content.models.glossary import Glossary, Term
from build_pack.problems import CODES, Place
from build_pack.translation.po.catalog_file import forms, read_po
from tests.checks.example import Example
from tests.checks.examples_style import EXAMPLES
from tests.workshop import ROOT

CHECKS: dict[str, TextCheck | CatalogCheck] = {
    check.id: check
    for check in (
        UNTRANSLATED,
        FOREIGN,
        LETTERS,
        SUFFIXES,
        SPACING,
        DOUBLED,
        ENDINGS,
        LENGTHS,
        SENTENCES,
        TERMS,
        CONSISTENCY,
        LANGUAGE,
    )
}
CATALOGS = sorted(ROOT.glob("locales/*/LC_MESSAGES/*.po"))
KEPT = Glossary(keep=("Coumadin", "House of Hope"))


def pair(locale: str, source: str, text: str, name: str = "nerve.text") -> TextPair:
    return TextPair(name, locale, text, source, Place(ROOT / "nerve.po"))


@cache
def context() -> CheckContext:
    """The library's medicines and glossaries."""
    names = [
        CheckedMedicine(entry.id, {"en": forms(entry.source)[0], "tr": forms(entry.target)[0]})
        for entry in read_po(ROOT / "locales/tr/LC_MESSAGES/medicines.po").entries
    ]
    library = Library((ROOT,))
    return CheckContext(
        tuple(names), {locale: glossary(library, locale) for locale in ("en", "tr")}
    )


def said(
    check: TextCheck | CatalogCheck, given: TextPair, among: CheckContext | None = None
) -> list[str]:
    """What a check says of a text."""
    among = among or context()
    if isinstance(check, CatalogCheck):
        return [fault.message for found, fault in check.find([given], among) if found == given]
    return [fault.message for fault in check.find(given, among)]


def in_catalog(example: Example, text: str) -> Sequence[TextPair]:
    """The text, after another that says the same as it should."""
    other = pair(example.locale, example.source, example.good, "other.text")
    return (other, pair(example.locale, example.source, text))


def outcome(example: Example, text: str) -> list[str]:
    check = CHECKS[example.check]
    if isinstance(check, CatalogCheck):
        found = check.find(in_catalog(example, text), context())
        return [fault.message for _, fault in found]
    return said(check, pair(example.locale, example.source, text))


def named(example: Example) -> str:
    return f"{example.check}-{example.locale}-{EXAMPLES.index(example)}"


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_a_bad_text_is_found_and_said_what_is_wrong(example: Example) -> None:
    assert outcome(example, example.bad) == [example.message]


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_a_good_text_passes(example: Example) -> None:
    assert outcome(example, example.good) == []


@pytest.mark.parametrize("check", CHECKS)
def test_each_check_has_examples_in_turkish(check: str) -> None:
    assert "tr" in {example.locale for example in EXAMPLES if example.check == check}


@pytest.mark.parametrize("check", [check for check in CHECKS if check != "word-untranslated"])
def test_each_check_but_that_of_leftovers_has_examples_in_english(check: str) -> None:
    """A rewording of the English is no translation: all its words may be its source's."""
    assert "en" in {example.locale for example in EXAMPLES if example.check == check}


@pytest.mark.parametrize("check", CHECKS)
def test_each_check_is_a_known_code(check: str) -> None:
    assert check in CODES


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_each_fault_comes_with_a_hint(example: Example) -> None:
    check = CHECKS[example.check]
    if isinstance(check, CatalogCheck):
        [fault] = [found for _, found in check.find(in_catalog(example, example.bad), context())]
    else:
        [fault] = check.find(pair(example.locale, example.source, example.bad), context())
    assert fault.hint.endswith(".")


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_catalogs_of_the_library_are_clean(check: TextCheck | CatalogCheck, path: Path) -> None:
    pairs = clean_pairs(path)
    if isinstance(check, CatalogCheck):
        assert [fault.message for _, fault in check.find(pairs, context())] == []
    else:
        assert [text for one in pairs for text in said(check, one)] == []


@cache
def clean_pairs(path: Path) -> tuple[TextPair, ...]:
    """The texts of a catalog; where nothing is reworded, the source is the text."""
    return tuple(
        TextPair(entry.id, path.parts[-3], form or source, source, entry.place)
        for entry in read_po(path).entries
        for form, source in zip(forms(entry.target), forms(entry.source), strict=True)
    )


@pytest.mark.parametrize(
    ("check", "locale", "source", "text"),
    [
        # Names of medicines are the same in both languages, with any ending.
        (UNTRANSLATED, "tr", "Take metformin", "Metformini alın"),
        (FOREIGN, "tr", "ginkgo", "Ginkgo biloba"),
        # A name is written with a capital inside a sentence.
        (UNTRANSLATED, "tr", "Ask for Marevan", "Marevan isteyin"),
        (FOREIGN, "en", "x", "Ask at Çankaya or Şişli."),
        (FOREIGN, "tr", "x", "Ağrı için Warfarin alın."),
        # Words that both languages have, addresses, signs, abbreviations.
        (UNTRANSLATED, "tr", "One tablet for a stent", "Stent için bir tabletin yarısı"),
        (UNTRANSLATED, "tr", "See www.example.org", "www.example.org adresine bakın"),
        (FOREIGN, "tr", "x", "Web sitemiz www.example.org veya info@the-clinic.org"),
        (FOREIGN, "en", "x", "A β-blocker, 5 µg, ask the AMA or VAR"),
        # A short word may be one of both languages.
        (UNTRANSLATED, "tr", "Her test", "Her test"),
        # The words of the source are the text's own where it is only reworded.
        (UNTRANSLATED, "en_GB", "Heavy bleeding", "Much bleeding"),
        (SUFFIXES, "tr", "x", "%(first)s–%(last)s, %(days)s gün (%(date)s); “{clinic_name}”."),
        (SUFFIXES, "en", "x", "A %(hours)s-hour visit to {clinic_name}’s ward"),
        (SUFFIXES, "de", "x", "Die Patienten {clinic_name}s"),
        (SPACING, "fr", "x", "Appelez-nous : oui ?"),
        (SPACING, "tr", "x", "2,5 ml, 14:30, %%%(percent)s, e.g. a.m., vb. …"),
        (SPACING, "tr", "x", "**Kesmeyin.** Bizi arayın [@nice-2016]."),
        (DOUBLED, "tr", "x", "bol bol, sık sık, zaman zaman, derin derin, uzun uzun"),
        (DOUBLED, "tr", "x", "Bunu siz, siz istemezseniz ekibiniz yapar."),
        (DOUBLED, "de", "x", "Das das"),
        (DOUBLED, "en", "x", "24 24 and a 24-hour hour"),
        # A heading may ask with a mark or without.
        (ENDINGS, "tr", "How to use this sheet", "Bu plan nasıl kullanılır?"),
        (ENDINGS, "tr", "(If you can...)", "(Yapabilirseniz…)"),
        (ENDINGS, "tr", "Call us.", "“Bizi arayın.”"),
        (ENDINGS, "tr", "Now?", "(Şimdi mi?)"),
        (ENDINGS, "ar", "Why?", "لماذا؟"),
        (LENGTHS, "tr", "Who", "Bu kişinin kim olduğu"),
        (
            SENTENCES,
            "tr",
            "Come at 8.30 a.m., e.g. by bus.",
            "Saat 8.30 gibi gelin (örn. otobüsle).",
        ),
        (TERMS, "de", "Read the medicine sheet.", "Lesen Sie den Plan."),
        (LANGUAGE, "tr", "Take it now", "Take it now"),
    ],
)
def test_what_only_looks_like_a_fault_passes(
    check: TextCheck, locale: str, source: str, text: str
) -> None:
    assert said(check, pair(locale, source, text)) == []


@pytest.mark.parametrize(
    ("check", "locale", "source", "text"),
    [
        (UNTRANSLATED, "tr", "Heavy injection", "Ağır İNJECTION"),
        (UNTRANSLATED, "tr_TR", "Warning. Bleeding", "Bleeding uyarısı"),
        (UNTRANSLATED, "tr", "Warfarin", "warfarin"),
        (FOREIGN, "tr", "x", "Your ilaç"),
        (FOREIGN, "en", "x", "İt"),
        (FOREIGN, "de", "x", "Schm\u0435rz"),
        (SUFFIXES, "tr", "x", "%(days)s'e"),
        (SUFFIXES, "tr", "x", "“{clinic_name}”nin"),
        (SUFFIXES, "tr", "x", "{clinic_name} ’nin"),
        (SUFFIXES, "tr", "x", "{clinic_name} da"),
        (SUFFIXES, "fi", "x", "{clinic_name}:n {clinic_name}ssa"),
        (SPACING, "tr", "x", " Ateş"),
        (SPACING, "en", "x", "Call us (now )."),
        (SPACING, "en", "x", "Fever,pain"),
        (SPACING, "en", "x", "Call**us** now"),
        (SPACING, "en", "x", "Call us\u00a0 now"),
        (DOUBLED, "tr", "x", "İçin için"),
        (DOUBLED, "tr", "x", "günlerde günlerde"),
        (DOUBLED, "en", "x", "Call Us us"),
        (ENDINGS, "ar", "Why?", "لماذا؛"),
        (ENDINGS, "tr", "Pain", "Ağrı?"),
        (LENGTHS, "de", "a" * 100, "a" * 210),
        (SENTENCES, "tr", "Watch it. Call us.", "İzleyin ve arayın."),
        (TERMS, "tr_TR", "Warning\n signs", "İşaretler"),
        (TERMS, "tr", "A nerve, two nerves", "Bir dal, iki dal"),
    ],
)
def test_a_fault_is_found_in_every_guise(
    check: TextCheck, locale: str, source: str, text: str
) -> None:
    assert len(said(check, pair(locale, source, text))) == 1


@pytest.mark.parametrize("check", [UNTRANSLATED, FOREIGN, LANGUAGE], ids=lambda check: check.id)
def test_a_clinic_may_have_any_name(check: TextCheck) -> None:
    text = "the house of wellness and more of health"
    given = pair("tr", text, text)
    assert said(check, given)
    assert said(check, replace(given, id="clinic.yaml:name")) == []


@pytest.mark.parametrize("check", [UNTRANSLATED, FOREIGN], ids=lambda check: check.id)
def test_words_that_the_glossary_keeps_may_stand_in_a_translation(check: TextCheck) -> None:
    given = pair("tr", "coumadin of House of Hope", "coumadin, House of Hope’un")
    assert said(check, given, CheckContext())
    assert said(check, given, CheckContext(glossaries={"tr": KEPT})) == []


def test_a_turkish_source_of_a_clinic_is_read_as_turkish() -> None:
    given = replace(pair("en", "Şiddetli kanama", "Heavy kanama"), source_locale="tr")
    assert said(UNTRANSLATED, given) == ["The translation still contains “kanama” from its source."]


def test_terms_are_looked_for_in_english_only() -> None:
    given = replace(pair("en", "Pain", "Bread"), source_locale="fr")
    among = CheckContext(
        glossaries={"en": Glossary(terms=(Term(id="pain", source=("pain",), use=("ache",)),))}
    )
    assert said(TERMS, given, among) == []
    assert said(TERMS, replace(given, source_locale="en_GB"), among) != []


def test_a_medicine_may_have_a_name_of_its_own_in_a_country() -> None:
    names = {"pt": "paracetamol", "pt_BR": "acetaminofen"}
    given = pair("pt_BR", "acetaminofen", "acetaminofen")
    assert said(UNTRANSLATED, given, CheckContext((CheckedMedicine("paracetamol", names),))) == []
    assert said(UNTRANSLATED, given, CheckContext()) != []


def test_of_two_terms_that_overlap_the_longer_one_counts() -> None:
    terms = (
        Term(id="sign", source=("signs",), use=("imza",)),
        Term(id="warning-sign", source=("warning signs",), use=("uyarı belirti",)),
    )
    among = CheckContext(glossaries={"tr": Glossary(terms=terms)})
    assert said(TERMS, pair("tr", "Warning signs", "Uyarı belirtileri"), among) == []


def test_a_term_is_no_part_of_a_longer_word() -> None:
    among = CheckContext(
        glossaries={"tr": Glossary(terms=(Term(id="dose", source=("dose",), use=("doz",)),))}
    )
    assert said(TERMS, pair("tr", "Low-dose doses", "Azı"), among) == []
    assert said(TERMS, pair("tr", "A dose", "Azaldozu"), among) != []


def test_one_source_in_three_places_is_told_where_it_differs() -> None:
    texts = ("Ateş", "Ateş", "Yüksek ateş")
    pairs = [pair("tr", "Fever", text, f"nerve.{i}") for i, text in enumerate(texts)]
    assert [found.id for found, _ in CONSISTENCY.find(pairs, context())] == ["nerve.2"]


@pytest.fixture
def without_lingua(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "lingua", None)
    detector_for.cache_clear()
    yield
    detector_for.cache_clear()


@pytest.mark.usefixtures("without_lingua")
def test_without_the_extra_no_language_is_doubted() -> None:
    assert said(LANGUAGE, pair("tr", "x", "Rest at home after your procedure")) == []


def test_no_language_is_doubted_that_the_extra_does_not_know() -> None:
    assert said(LANGUAGE, pair("kmr", "x", "Rest at home after your procedure")) == []
