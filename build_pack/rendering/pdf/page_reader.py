"""What a finished PDF shows: its letters, their real size, their colour and what lies behind them.

Letters are told from their paper in a picture of
the page in which nothing is smoothed, so that each of its colours is one that is printed.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from ctypes import c_double, c_uint, c_void_p, cast
from functools import cached_property
from itertools import groupby
from math import hypot
from typing import Any
from unicodedata import bidirectional

from build_pack.rendering.pdf.printed_lines import PrintedBox, PrintedPage, PrintedRun, lines

_SCALE = 1.5
"""Pixels of the picture to a point."""
_HYPHEN_AT_END = 2
"""What PDFium makes of a hyphen after which the line breaks."""
_OFF_PAGE = "#ffffff"
_ENOUGH = 1500
"""Pixels by which to know a run's colours; of a longer run only some rows are counted."""


def read_pages(pdf: bytes) -> tuple[PrintedPage, ...]:
    """The pages of a PDF, which has to be whole and without a password."""
    from pypdfium2 import PdfDocument

    with PdfDocument(pdf) as document:
        return tuple(_read(page, number) for number, page in enumerate(document, 1))


def _read(page: Any, number: int) -> PrintedPage:
    runs = _PageLetters(page).runs()
    return PrintedPage(number, page.get_width(), page.get_height(), tuple(lines(runs)))


class _PageLetters:
    """The letters of one page, by their index."""

    def __init__(self, page: Any) -> None:
        from pypdfium2 import raw

        self._raw = raw
        self._letters = page.get_textpage()
        self._picture = _PageBitmap(page)

    def runs(self) -> Iterator[PrintedRun]:
        """What was set in one go; spaces alone, and what PDFium adds by itself, are left out."""
        count = self._raw.FPDFText_CountChars(self._letters)
        for _, indices in groupby(range(count), self._origin):
            span = list(indices)
            text = "".join(map(self._letter, span))
            if text.strip():
                yield self._run(text, span)

    def _origin(self, index: int) -> int | None:
        """Which text object of the PDF a letter belongs to; None for what is not in the PDF."""
        return cast(self._raw.FPDFText_GetTextObject(self._letters, index), c_void_p).value

    def _letter(self, index: int) -> str:
        code: int = self._raw.FPDFText_GetUnicode(self._letters, index)
        return "-" if code == _HYPHEN_AT_END else chr(code)

    def _run(self, text: str, span: list[int]) -> PrintedRun:
        box = self._box(span)
        declared = self._declared_ink(span[0])
        ink, paper = self._picture.ink_and_paper(box, declared)
        baseline = c_double()
        self._raw.FPDFText_GetCharOrigin(self._letters, span[0], c_double(), baseline)
        return PrintedRun(text, self._size(span[0]), ink, paper, baseline.value, box)

    def _box(self, span: list[int]) -> PrintedBox:
        # Of words from right to left, PDFium gives the letters in no order of place.
        ends = span if any(map(self._is_rtl, span)) else (span[0], span[-1])
        boxes = []
        for index in ends:
            box = self._raw.FS_RECTF()
            self._raw.FPDFText_GetLooseCharBox(self._letters, index, box)
            boxes.append(box)
        return PrintedBox(
            min(box.left for box in boxes),
            min(box.bottom for box in boxes),
            max(box.right for box in boxes),
            max(box.top for box in boxes),
        )

    def _is_rtl(self, index: int) -> bool:
        return bidirectional(self._letter(index)) in {"R", "AL"}

    def _size(self, index: int) -> float:
        """The size that the font was asked for, times what the page scales it by."""
        matrix = self._raw.FS_MATRIX()
        self._raw.FPDFText_GetMatrix(self._letters, index, matrix)
        size: float = self._raw.FPDFText_GetFontSize(self._letters, index)
        return round(size * hypot(matrix.c, matrix.d), 2)

    def _declared_ink(self, index: int) -> str:
        parts = [c_uint() for _ in range(4)]
        self._raw.FPDFText_GetFillColor(self._letters, index, *parts)
        return "#" + "".join(f"{part.value:02x}" for part in parts[:3])


class _PageBitmap:
    """A page in pixels."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._height = page.get_height()

    def ink_and_paper(self, box: PrintedBox, declared: str) -> tuple[str, str]:
        """The colours of the letters and of what is behind them.

        Behind them is what fills most of their box. They have the colour that the PDF declares,
        unless that is nowhere in the box: then something made them paler, and they have the colour
        that fills most of the rest.
        """
        colours = [colour for colour, _ in self._colours(box).most_common()]
        paper, *others = colours or [_OFF_PAGE]
        seen = declared in colours or not others
        return (declared if seen else others[0]), paper

    def _colours(self, box: PrintedBox) -> Counter[str]:
        left, right = (max(round(edge * _SCALE), 0) for edge in (box.left, box.right))
        upper, lower = (self._height - edge for edge in (box.top, box.bottom))
        rows = self._rows[max(round(upper * _SCALE), 0) : max(round(lower * _SCALE), 0)]
        pixels: Counter[int] = Counter()
        for row in rows[:: 1 + (right - left) * len(rows) // _ENOUGH]:
            pixels.update(row[left:right])
        colours: Counter[str] = Counter()
        for pixel, count in pixels.items():
            colours["#" + pixel.to_bytes(4, sys.byteorder)[:3].hex()] += count
        return colours

    @cached_property
    def _rows(self) -> list[memoryview]:
        bitmap = self._page.render(
            scale=_SCALE,
            rev_byteorder=True,
            prefer_bgrx=True,
            no_smoothtext=True,
            no_smoothimage=True,
            no_smoothpath=True,
        )
        pixels = memoryview(bitmap.buffer).cast("B").cast("I")
        width = bitmap.stride // 4
        return [pixels[start : start + width] for start in range(0, len(pixels), width)]
