"""References: numbered as they are cited, in Vancouver style, in the document's language."""

from pathlib import Path
from typing import Any

import pytest

from build_pack.content.references.reference_file import SourceReference as Source
from build_pack.documents.shared.bibliography import Citations, bibliography
from build_pack.problems import Place
from build_pack.translation.catalog import catalog
from build_pack.translation.po.catalog_file import PoEntry, new_po
from build_pack.translation.segments import Segment
from build_pack.translation.ui_words import UiWords

PLACE = Place(Path("references.json"))
TERMS = {
    "reference.cited": ("cited", "erişim"),
    "reference.in": ("In", "İçinde"),
    "reference.et-al": ("et al.", "ve ark."),
}


def words(locale: str) -> UiWords:
    """The terms of a reference list in one locale."""
    segments = [Segment(name, english, PLACE) for name, (english, _) in TERMS.items()]
    entries = [PoEntry(name, *texts, place=PLACE) for name, texts in TERMS.items()]
    file = new_po(Path("ui.po"), locale)
    filled = () if locale == "en" else tuple(entries)
    return UiWords(catalog(locale, segments, [_with(file, filled)]))


def _with(file: Any, entries: tuple[PoEntry, ...]) -> Any:
    from dataclasses import replace

    return replace(file, entries=entries)


def source(key: str, **csl: Any) -> Source:
    """A reference on a line of its own."""
    line = sum(map(ord, key))
    return Source(key, {"id": key, "title": f"Title of {key}", **csl}, Place(PLACE.path, line))


PAGE = source(
    "page",
    type="webpage",
    author=[{"literal": "A Health Service"}],
    accessed={"date-parts": [[2025, 8, 5]]},
    URL="https://example.org/page",
)
ARTICLE = source(
    "article",
    type="article-journal",
    author=[{"family": "Çelik", "given": "İpek"}, {"family": "Doe", "given": "Jane Ann"}],
    issued={"date-parts": [[2021, 8, 5]]},
    volume="14",
    page="2807-2831",
    **{"container-title": "Journal of Samples"},
)


def test_references_are_numbered_in_the_order_in_which_they_are_cited() -> None:
    citations = Citations()
    assert citations.numbers([PAGE]) == (1,)
    assert citations.numbers([ARTICLE, PAGE]) == (1, 2)
    listed = bibliography(citations, words("en"))
    assert [reference.number for reference in listed] == [1, 2]
    assert listed[0].url == "https://example.org/page"
    assert listed[1].text.startswith("Çelik İ, Doe JA. Title of article. Journal of Samples. 2021")


def test_a_document_that_cites_nothing_lists_nothing() -> None:
    assert bibliography(Citations(), words("en")) == ()


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "A Health Service. Title of page. [cited 2025]."),
        ("tr", "A Health Service. Title of page. [erişim 2025]."),
    ],
)
def test_a_web_page_is_listed_in_the_words_of_the_locale(locale: str, text: str) -> None:
    """The page that this project grew from left “erişim” in an English list."""
    citations = Citations()
    citations.numbers([PAGE])
    (reference,) = bibliography(citations, words(locale))
    assert reference.text == text


@pytest.mark.parametrize(
    ("locale", "said"), [("en", "chapter. In: A"), ("tr", "chapter. İçinde: A")]
)
def test_the_book_that_a_chapter_is_in_is_led_to_in_the_letters_of_the_locale(
    locale: str, said: str
) -> None:
    """The processor would print “Içinde”."""
    citations = Citations()
    citations.numbers([source("chapter", type="chapter", **{"container-title": "A Book"})])
    (reference,) = bibliography(citations, words(locale))
    assert said in reference.text


def test_a_full_date_is_cut_to_its_year() -> None:
    """The processor would print “2021Aug5” in English and “05 Ağustos 2021” in Turkish."""
    citations = Citations()
    citations.numbers([ARTICLE])
    texts = [bibliography(citations, words(locale))[0].text for locale in ("en", "tr")]
    assert all("Journal of Samples. 2021;14:2807" in text for text in texts)


def test_the_same_key_in_two_lists_stays_two_references() -> None:
    """A clinic may name its source as a leaflet names another."""
    citations = Citations()
    other = Source("page", {**ARTICLE.csl, "id": "page"}, Place(Path("other.json"), 1))
    assert citations.numbers([PAGE, other]) == (1, 2)
    first, second = bibliography(citations, words("en"))
    assert "Title of page" in first.text
    assert "Title of article" in second.text


def test_markup_in_a_title_is_text() -> None:
    citations = Citations()
    citations.numbers([source("odd", type="book", title="<b>Odd</b> & <script>")])
    (reference,) = bibliography(citations, words("en"))
    assert "<b>Odd</b> & <script>" in reference.text


def test_fields_that_only_zotero_knows_are_passed_over_in_silence() -> None:
    """Warnings are errors in these tests, and the short name of the journal is used."""
    fields: dict[str, Any] = {"citation-key": "x", "journalAbbreviation": "J Samp", "DOI": "10.1/x"}
    citations = Citations()
    citations.numbers([source("zotero", **{**ARTICLE.csl, **fields})])
    (reference,) = bibliography(citations, words("en"))
    assert "J Samp. 2021;14:2807" in reference.text
    assert reference.address == "doi:10.1/x"


@pytest.mark.parametrize(
    "name",
    [
        {
            "sequence": "first",
            "affiliation": [{"name": "X"}],
            "ORCID": "0",
            "authenticated-orcid": True,
        },
        {
            "parse-names": True,
            "isInstitution": False,
            "comma-suffix": True,
            "static-ordering": False,
        },
        {"suffix": "Jr", "dropping-particle": "", "non-dropping-particle": None, "role": []},
    ],
)
def test_what_only_other_programs_say_of_a_name_is_passed_over_in_silence(
    name: dict[str, Any],
) -> None:
    """Warnings are errors in these tests; one of them stood among the JSON of `--format json`."""
    citations = Citations()
    person = {"family": "Doe", "given": "Jane", **name}
    body = {"literal": "A Body", "family": "B", **name}
    citations.numbers(
        [source("a", **{**ARTICLE.csl, "author": [person], "editor": [person, body]})]
    )
    (reference,) = bibliography(citations, words("en"))
    assert reference.text.startswith("Doe J")


def test_titles_are_marked_with_their_language_where_it_is_not_the_documents() -> None:
    citations = Citations()
    citations.numbers([ARTICLE])
    (turkish,), (english,) = (bibliography(citations, words(locale)) for locale in ("tr", "en"))
    foreign = {piece.text: piece.lang for piece in turkish.pieces if piece.lang}
    assert foreign == {"Title of article": "en", "Journal of Samples": "en"}
    assert not any(piece.lang for piece in english.pieces)


@pytest.mark.parametrize(("said", "lang"), [("de-AT", "de-AT"), ("Deutsch", "en"), ("tr", "")])
def test_a_source_says_its_language_and_is_english_if_it_does_not(said: str, lang: str) -> None:
    citations = Citations()
    citations.numbers([source("said", type="book", title="Title of book", language=said)])
    (reference,) = bibliography(citations, words("tr"))
    assert {piece.text: piece.lang for piece in reference.pieces}["Title of book"] == lang


@pytest.mark.parametrize(
    ("count", "authors"),
    [(3, "A0 B, A1 B, A2 B. "), (4, "A0 B, A1 B, A2 B, et al. "), (9, "A0 B, A1 B, A2 B, et al. ")],
)
def test_three_authors_are_named_and_all_others_are_et_al(count: int, authors: str) -> None:
    citations = Citations()
    people = [{"family": f"A{number}", "given": "Bo"} for number in range(count)]
    citations.numbers([source("many", **{**ARTICLE.csl, "author": people})])
    (reference,) = bibliography(citations, words("en"))
    assert reference.text.startswith(authors + "Title")


_FOUND = {"PMID": "12", "PMCID": "PMC3", "URL": "https://example.org/"}


@pytest.mark.parametrize(
    ("fields", "end", "url"),
    [
        ({"DOI": "10.1/x", **_FOUND}, "doi:10.1/x", "https://doi.org/10.1/x"),
        (_FOUND, "PubMed PMID: 12.", ""),
        ({"PMCID": "PMC3"}, "PubMed Central PMCID: PMC3.", ""),
        ({"URL": "https://example.org/"}, "example.org", "https://example.org/"),
    ],
)
def test_one_identifier_leads_to_a_source(fields: dict[str, str], end: str, url: str) -> None:
    citations = Citations()
    citations.numbers([source("one", **{**ARTICLE.csl, **fields})])
    (reference,) = bibliography(citations, words("en"))
    said = f"{reference.text} {reference.address}".rstrip()
    assert said.endswith(end)
    assert reference.url == url
    others = {"doi:", "PMID", "PMCID", "example.org"} - {name for name in fields if name in end}
    assert sum(name in said for name in others if name not in end) == 0


@pytest.mark.parametrize(("field", "has_title"), [("DOI", False), ("PMID", False), ("URL", True)])
def test_an_article_is_listed_without_its_title_where_its_journal_and_a_number_lead_to_it(
    field: str, has_title: bool
) -> None:
    citations = Citations()
    citations.numbers([source("titled", **{**ARTICLE.csl, field: "https://10.1/x"})])
    (reference,) = bibliography(citations, words("en"))
    assert ("Title of article" in reference.text) == has_title
    assert reference.text.startswith("Çelik İ, Doe JA. ")


def test_of_a_long_address_the_site_is_printed_and_the_link_is_the_whole() -> None:
    citations = Citations()
    long = "https://www.example.org/health-information/what-it-is-and-how-it-helps/"
    citations.numbers([source("long", type="webpage", URL=long)])
    (reference,) = bibliography(citations, words("en"))
    assert (reference.address, reference.url) == ("www.example.org", long)


def test_a_title_that_ends_with_a_mark_has_no_full_stop_after_it() -> None:
    citations = Citations()
    citations.numbers([source("asked", type="book", title="Got back pain?")])
    (reference,) = bibliography(citations, words("en"))
    assert reference.text == "Got back pain?"
