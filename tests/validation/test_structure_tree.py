"""What a page of HTML has, the PDF's structure has as often: a validator would pass a lost tree.

Where a page or a line ends, nothing is parted: what goes on overleaf is still one element.
"""

import re
from collections.abc import Iterable

from build_pack.content.models.pack import PackDocument
from tests.validation.conftest import Packs
from tests.validation.formats import DOCUMENTS, in_each_format, of_each_document
from tests.validation.page_text import body, elements, words
from tests.validation.tagged import Element, Reading, read

_COUNTED = {
    "Caption": ("caption", "figcaption"),
    "L": ("ul", "ol", "dl"),
    "LI": ("li", "dt", "dd"),
    "P": ("p",),
    "Sect": ("section",),
    "TBody": ("tbody",),
    "THead": ("thead",),
    "TR": ("tr",),
    "Table": ("table",),
}
"""Each element that pages may part, with the tags of HTML that it stands for."""


def bare(text: str) -> str:
    return "".join(text.split())


def readings(packs: Packs, one: PackDocument) -> Iterable[tuple[list[str], Reading]]:
    """Each document of this kind: the HTML of its copies, and what the PDF gives to read."""
    for locale in packs.format.locales:
        pages = [html_page.html for html_page in packs.html_pages(locale, one)]
        yield pages, read(packs.document(locale, one))


def all_of(pages: Iterable[str], *tags: str) -> list[str]:
    """The words of all elements with one of these tags."""
    return [
        bare("".join(word.text for word in words(element, "")))
        for html in pages
        for element in elements(html, *tags)
    ]


def texts(found: Iterable[Element]) -> list[str]:
    return [bare(one.text) for one in found]


@in_each_format
@of_each_document
def test_headings_are_those_of_the_document_at_their_levels(
    packs: Packs, one: PackDocument
) -> None:
    for pages, reading in readings(packs, one):
        for level in range(1, 7):
            assert texts(reading.tree.all(f"H{level}")) == all_of(pages, f"h{level}")
        assert all_of(pages, "h1")


@in_each_format
@of_each_document
def test_sections_paragraphs_lists_and_tables_are_those_of_the_document(
    packs: Packs, one: PackDocument
) -> None:
    for pages, reading in readings(packs, one):
        for kind, tags in _COUNTED.items():
            found, wanted = len(list(reading.tree.all(kind))), len(all_of(pages, *tags))
            assert (kind, found) == (kind, wanted)


@in_each_format
@of_each_document
def test_a_list_says_whether_it_is_numbered(packs: Packs, one: PackDocument) -> None:
    for _, reading in readings(packs, one):
        for found in reading.tree.all("L"):
            labels = [label for item in found.kids for label in _labels(item)]
            numbered = any(re.search(r"\d", label) for label in labels)
            assert (found.attributes["ListNumbering"] == "/Decimal") == numbered


@in_each_format
@of_each_document
def test_cells_are_those_of_the_document_and_headers_say_their_scope(
    packs: Packs, one: PackDocument
) -> None:
    for pages, reading in readings(packs, one):
        cells = [e for html in pages for e in elements(html, "th")]
        rows = [e for e in cells if e.get("scope") in {"row", "rowgroup"}]
        headers = list(reading.tree.all("TH"))

        assert texts(reading.tree.all("TD")) == all_of(pages, "td")
        assert {one.attributes["Scope"] for one in headers} <= {"/Row", "/Column"}
        assert len([one for one in headers if one.attributes["Scope"] == "/Row"]) == len(rows)
        assert texts(headers) == all_of(pages, "th")


@in_each_format
@of_each_document
def test_pictures_are_those_of_the_document_with_their_alternatives(
    packs: Packs, one: PackDocument
) -> None:
    for pages, reading in readings(packs, one):
        wanted = [e.get("alt") for html in pages for e in elements(html, "img")]

        assert [figure.alternative for figure in reading.tree.all("Figure")] == wanted
        assert all(wanted)


@in_each_format
@of_each_document
def test_links_are_those_of_the_document_and_say_what_they_are(
    packs: Packs, one: PackDocument
) -> None:
    for pages, reading in readings(packs, one):
        links = [e for html in pages for e in elements(html, "a")]
        wanted = [e.get("aria-label") or e.get("href", "").removeprefix("#") for e in links]
        found = [set(link.annotations) for link in reading.tree.all("Link")]

        assert found == [{name} for name in wanted]


@in_each_format
def test_a_pack_has_all_elements_of_its_documents(packs: Packs) -> None:
    for locale in packs.format.locales:
        parts = [read(packs.document(locale, one)).tree for one in DOCUMENTS]
        found = [one.kind for one in read(packs.pack(locale)).tree.all()]
        wanted = [one.kind for part in parts for one in part.all()]

        assert [kind for kind in found if kind not in {"Document", "Part"}] == [
            kind for kind in wanted if kind not in {"Document", "Part"}
        ]


@in_each_format
@of_each_document
def test_each_element_says_its_language_where_it_differs(packs: Packs, one: PackDocument) -> None:
    for pages, reading in readings(packs, one):
        wanted = {word.language for html in pages for word in words(*body(html)) if word.text}

        assert {one.language for one in reading.tree.all()} >= wanted


def _labels(item: Element | str) -> list[str]:
    assert isinstance(item, Element)
    return [kid.text for kid in item.kids if isinstance(kid, Element) and kid.kind == "Lbl"]
