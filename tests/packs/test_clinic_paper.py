"""Paper that is printed already, and the barcode of a patient's label."""

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp

from build_pack.content.models.clinic import Letterhead
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.page_format import PageFormat, Paper
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.visit import Visit
from build_pack.printing.layout import PrintSetup, PrintTask
from build_pack.printing.printer import Printer
from build_pack.rendering.pdf.page_reader import read_pages
from build_pack.rendering.pdf.printed_lines import PrintedPage
from tests.packs.test_figures import loaded
from tests.workshop import LEAFLET, Workshop

MM = 72 / 25.4
TOP, BOTTOM = 45, 30


def with_clinic(workshop: Workshop, **keys: object) -> DocumentSources:
    sources = loaded(workshop, "en").sources
    return replace(sources, clinic=sources.clinic.model_copy(update=keys))


def printed(
    workshop: Workshop, sources: DocumentSources, kind: DocumentKind, visit: Visit
) -> bytes:
    folders = workshop.library.with_clinic(workshop.clinic).template_folders()
    setup = PrintSetup({LEAFLET: sources}, folders)
    return Printer(setup).document(PrintTask(LEAFLET, "en", kind, visit)).pdf


def edges(page: PrintedPage) -> tuple[float, float]:
    """How far the highest and the lowest letters are from the edges of the page, in millimetres."""
    highest = max(line.box.top for line in page.lines)
    lowest = min(line.box.bottom for line in page.lines)
    return (page.height - highest) / MM, lowest / MM


@pytest.mark.parametrize("large_print", [False, True])
def test_what_is_printed_keeps_clear_of_a_letterhead(
    workshop: Workshop, *, large_print: bool
) -> None:
    letterhead = Letterhead(top=TOP, bottom=BOTTOM)
    sources = with_clinic(workshop, letterhead=letterhead)
    visit = Visit(page_format=PageFormat(large_print=large_print))
    pages = read_pages(printed(workshop, sources, DocumentKind.CHECKLIST, visit))
    for page in pages:
        above, below = edges(page)
        assert above > TOP - 1
        assert below > BOTTOM - 1
    name = sources.clinic.name.words("en")
    assert name not in pages[0].text
    assert name in pages[1].text


def test_other_paper_than_the_clinics_has_no_letterhead(workshop: Workshop) -> None:
    sources = with_clinic(workshop, letterhead=Letterhead(top=TOP, bottom=BOTTOM))
    visit = Visit(page_format=PageFormat(Paper.A5))
    first = read_pages(printed(workshop, sources, DocumentKind.CHECKLIST, visit))[0]
    assert sources.clinic.name.words("en") in first.text
    assert edges(first)[0] < TOP


def barcodes(pdf: bytes) -> Iterator[str]:
    """What a scanner reads of bars in a good print."""
    with pypdfium2.PdfDocument(pdf) as opened:
        for page in opened:
            picture = page.render(scale=200 / 72, grayscale=True).to_pil()
            for code in zxingcpp.read_barcodes(
                picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.Code128)
            ):
                yield code.text


@pytest.mark.parametrize("label", ["20261234567", "A-17", "TR-1234567890123"])
def test_the_number_of_a_label_is_read_from_each_copy_of_a_form(
    workshop: Workshop, label: str
) -> None:
    sources = with_clinic(workshop, label_barcode=True)
    pdf = printed(workshop, sources, DocumentKind.WITHDRAWAL, Visit(label=label))
    assert list(barcodes(pdf)) == [label, label]


@pytest.mark.parametrize(
    ("wanted", "label"),
    [
        (False, "20261234567"),
        (True, ""),
        (True, "Sample"),
        (True, "Sample 12"),
        (True, "1" * 17),
        (True, "Sample-1961"),
        (True, "Mrs1"),
    ],
)
def test_a_name_and_a_number_that_is_too_long_are_no_barcode(
    workshop: Workshop, label: str, *, wanted: bool
) -> None:
    sources = with_clinic(workshop, label_barcode=wanted)
    pdf = printed(workshop, sources, DocumentKind.WITHDRAWAL, Visit(label=label))
    assert list(barcodes(pdf)) == []
