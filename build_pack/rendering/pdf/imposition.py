"""A5 pages set two by two on A4 sheets, so that a printer makes booklets of them.

What comes out is for a printer alone: pages
out of their order are of no use to a reader's software, so it has no structure and says so.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from io import BytesIO
from typing import Any

from pikepdf import Dictionary, Name, Object, Pdf, String

from build_pack.locales import Locale
from build_pack.rendering.pdf.metadata import describe, pdf_bytes, read_records
from build_pack.rendering.pdf.xmp import plain

_WIDTH, _HEIGHT = 297 * 72 / 25.4, 210 * 72 / 25.4
"""An A4 sheet lying on its side, in points."""
_TO_A_SHEET = 4
_ROUNDING = 2
"""Points by which a page may differ from half a sheet; A5 is narrower by half a millimetre."""

PRINT_ONLY = (
    "For printing only: the pages of a booklet, two on each side of a sheet and out of order. "
    "This file is not accessible to screen readers. To read on a screen, use the file with the "
    "pages in order, which build-pack makes with --paper a5."
)
"""What a file of booklets says of itself, in the language of those who make it."""


def impose(parts: Sequence[bytes], *, title: str, locale: str) -> bytes:
    """Booklets for a printer that prints both sides and turns the paper on the short edge.

    Each part is a PDF of A5 pages and becomes a booklet of its own, with blank pages at its end
    where it needs them. Raises `ValueError` if there is no part, and for pages of another size.
    """
    if not parts:
        raise ValueError("there is nothing to impose")
    mirrored = Locale(locale).direction == "rtl"
    with ExitStack() as opened:
        sheets = opened.enter_context(Pdf.new())
        records: list[dict[str, Any]] = []
        for part in parts:
            source = opened.enter_context(Pdf.open(BytesIO(part)))
            records += [one for one in read_records(source) if one not in records]
            pages = [_as_form(sheets, source, number) for number in range(len(source.pages))]
            for left, right in sides(len(pages), mirrored=mirrored):
                _add_side(sheets, *(pages[n] if n is not None else None for n in (left, right)))
        return _finished(sheets, title, locale, records)


def sides(count: int, *, mirrored: bool = False) -> Iterator[tuple[int | None, int | None]]:
    """The pages on the left and the right of each side, front and back by turns, counted from 0.

    None is blank. Mirrored is for languages that are read from right to left.
    """
    whole = -(-count // _TO_A_SHEET) * _TO_A_SHEET
    pages = [number if number < count else None for number in range(whole)]
    for number in range(whole // 2):
        early, late = pages[number], pages[whole - 1 - number]
        early_is_left = bool(number % 2) != mirrored
        yield (early, late) if early_is_left else (late, early)


def _as_form(sheets: Pdf, source: Pdf, number: int) -> Object:
    page = source.pages[number]
    left, bottom, right, top = map(float, page.mediabox)
    size = (right - left, top - bottom)
    if any(abs(a - b) > _ROUNDING for a, b in zip(size, (_WIDTH / 2, _HEIGHT), strict=True)):
        raise ValueError("a page of a booklet is not A5")
    return sheets.copy_foreign(page.as_form_xobject())


def _add_side(sheets: Pdf, left: Object | None, right: Object | None) -> None:
    """Add half a sheet with two pages on it; they meet at the fold."""
    sheets.add_blank_page(page_size=(_WIDTH, _HEIGHT))
    content, forms = [], Dictionary()
    for name, form in (("/Left", left), ("/Right", right)):
        if form is not None:
            shift = float(form.BBox[2]) if form is left else 0
            content.append(f"q 1 0 0 1 {_WIDTH / 2 - shift:.3f} 0 cm {name} Do Q")
            forms[name] = form
    page = sheets.pages[-1]
    page.Contents = sheets.make_stream("\n".join(content).encode())
    page.Resources = Dictionary(XObject=forms)


def _finished(sheets: Pdf, title: str, locale: str, records: list[dict[str, Any]]) -> bytes:
    sheets.Root.Lang = String(Locale(locale).bcp47)
    # What a print dialogue offers first: both sides, turned on the short edge, in true size.
    sheets.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True,
        Duplex=Name.DuplexFlipShortEdge,
        PrintScaling=Name("/None"),
    )
    describe(sheets, title, plain(title, PRINT_ONLY), records)
    sheets.docinfo.Subject = String(PRINT_ONLY)
    return pdf_bytes(sheets)
