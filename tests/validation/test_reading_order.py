"""What software for the blind reads out is the document: every word, in order, in its language."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from build_pack.content.models.pack import PackDocument
from tests.validation.conftest import Packs
from tests.validation.formats import DOCUMENTS, in_each_format, of_each_document
from tests.validation.page_text import Words, body, words
from tests.validation.tagged import Element, read


@in_each_format
@of_each_document
def test_the_structure_gives_the_words_of_the_document_in_order_and_in_their_language(
    packs: Packs, one: PackDocument
) -> None:
    for locale in packs.format.locales:
        wanted = [
            w for html_page in packs.html_pages(locale, one) for w in words(*body(html_page.html))
        ]

        found = spoken(read(packs.document(locale, one)).tree)

        assert sentences(found) == sentences(wanted)


@in_each_format
def test_a_pack_reads_as_its_documents_one_after_the_other(packs: Packs) -> None:
    for locale in packs.format.locales:
        parts = [read(packs.document(locale, one)).tree for one in DOCUMENTS]

        assert read(packs.pack(locale)).tree.text == "".join(part.text for part in parts)


@in_each_format
def test_all_that_is_printed_is_read_out_or_frames_the_page(packs: Packs) -> None:
    for path in packs.files:
        assert read(path).untold == ()


@in_each_format
def test_headers_and_footers_are_artefacts(packs: Packs) -> None:
    for locale in packs.format.locales:
        for one in DOCUMENTS:
            control = packs.html_pages(locale, one)[0].document.control
            reading = read(packs.document(locale, one))
            printed = [text for text in reading.artefacts if text]

            assert all(control.code in text and control.edition in text for text in printed)
            assert control.edition not in reading.tree.text


def spoken(element: Element) -> Iterator[Words]:
    """The words of an element in order, without the numbers of items, which the page adds."""
    if element.alternative is not None:
        yield Words(element.alternative, element.language)
        return
    for kid in element.kids:
        if isinstance(kid, str):
            yield Words(kid, element.language)
        elif kid.kind != "Lbl":
            yield from spoken(kid)


def sentences(pieces: Iterable[Words]) -> list[tuple[str, str]]:
    """Words in a row that are in one language, without spaces: these end with the line."""
    without = [(one.language, bare(one.text)) for one in pieces]
    grouped = groupby((one for one in without if one[1]), key=lambda one: one[0])
    return [(language, "".join(text for _, text in run)) for language, run in grouped]


def bare(text: str) -> str:
    """Text without spaces."""
    return "".join(text.split())
