"""The documents of one patient joined to a pack."""

from collections.abc import Sequence

from build_pack.printing.printer import PrintedDocument
from build_pack.rendering.pdf.merge import PdfPart, merge_pdfs


def joined_pdf(printed: Sequence[PrintedDocument], title: str) -> bytes:
    """All documents of a pack as one PDF in this order, each on a sheet of its own."""
    parts = [PdfPart(one.pdf, one.title, one.task.locale, new_sheet=True) for one in printed]
    return merge_pdfs(parts, title=title, locale=printed[0].task.locale)


def booklet_pdf(printed: Sequence[PrintedDocument], title: str) -> bytes:
    """Documents as booklets on A4 sheets, each copy of each document one to be folded by itself."""
    from build_pack.rendering.pdf.imposition import impose

    copies = [copy for one in printed for copy in one.copies]
    return impose(copies, title=title, locale=printed[0].task.locale)
