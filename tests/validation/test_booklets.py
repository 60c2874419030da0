"""Booklets are for a printer alone: exempt from the standards, and they say so."""

import pikepdf

from build_pack.rendering.pdf.imposition import PRINT_ONLY
from build_pack.rendering.pdf.metadata import records_of
from build_pack.rendering.pdf.tamper_seal import origin_of
from tests.validation.conftest import Packs
from tests.validation.formats import BOOKLET, DOCUMENTS, in_formats

as_booklets = in_formats(BOOKLET)


@as_booklets
def test_every_booklet_says_that_it_is_for_printing_only(packs: Packs) -> None:
    for path in packs.files:
        with pikepdf.open(path) as pdf:
            assert str(pdf.docinfo.Subject) == PRINT_ONLY
            assert pdf.open_metadata()["dc:description"] == PRINT_ONLY
            assert "pdfuaid:part" not in pdf.open_metadata()
            assert "/StructTreeRoot" not in pdf.Root


@as_booklets
def test_every_booklet_is_a_whole_file_of_a4_sheets_printed_on_both_sides(
    packs: Packs,
) -> None:
    for path in packs.files:
        with pikepdf.open(path) as pdf:
            sizes = {tuple(round(float(n)) for n in page.mediabox) for page in pdf.pages}

            assert pdf.check_pdf_syntax() == []
            assert (sizes, len(pdf.pages) % 2) == ({(0, 0, 842, 595)}, 0)


@as_booklets
def test_every_booklet_still_says_of_which_texts_it_is(packs: Packs) -> None:
    for locale in packs.format.locales:
        for one in DOCUMENTS:
            pdf = packs.document(locale, one).read_bytes()

            assert {record["kind"] for record in records_of(pdf)} == {one.document.value}
            assert origin_of(pdf)
        assert len(records_of(packs.pack(locale).read_bytes())) == len(DOCUMENTS)
