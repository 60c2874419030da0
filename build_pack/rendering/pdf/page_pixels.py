"""Two pictures of a finished page: as it is, and with its words and pictures alone.

Where a word or a picture has ink in the second and the first shows another colour, something
covers it. What is left of the first without that ink is the ground that the words are on. Both
are in shades of grey, which is a third of the work.
"""

from collections.abc import Iterator
from ctypes import POINTER, byref, c_ulong, c_ushort, cast, create_string_buffer
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

SCALE = 1.0
"""Pixels to a point. Letters are drawn without smoothing, so that their colour is plain."""
NOWHERE = 253
"""The shade where there is no ink: no words in it could be read on white."""
_WHITE = 255
_PREVIEW_DPI = 110
_FIGURE = "Figure"
"""How WeasyPrint marks the shapes of a picture."""
_HAS_INK = [0 if shade == NOWHERE else 255 for shade in range(256)]
_DIFFERS = [0] + [255] * 255
Area = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""


class HiddenInk(NamedTuple):
    """Pixels of a piece of a picture that have ink, and those of them that something covers."""

    ink: int
    hidden: int


class PagePixels:
    """A page of a PDF, opened by pdfium, in pixels."""

    def __init__(self, page: Any) -> None:
        from pypdfium2 import raw

        self._raw, self._page = raw, page
        self.width, self.height = page.get_size()
        self.whole = self._picture(_WHITE)
        self._leave_words_and_pictures()
        self.ink = self._picture(NOWHERE)

    def _picture(self, ground: int) -> Any:
        bitmap = self._page.render(
            scale=SCALE,
            fill_color=(ground, ground, ground, 255),
            grayscale=True,
            no_smoothtext=True,
            no_smoothimage=True,
            no_smoothpath=True,
            draw_annots=False,
        )
        return bitmap.to_pil()

    def _leave_words_and_pictures(self) -> None:
        raw, page = self._raw, self._page.raw
        for index in range(raw.FPDFPage_CountObjects(page)):
            self._leave(raw.FPDFPage_GetObject(page, index), within=False)

    def _leave(self, thing: Any, *, within: bool) -> None:
        """Switch a frame or surface off; what is a picture or contains words stays."""
        raw = self._raw
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            parts = [
                raw.FPDFFormObj_GetObject(thing, index)
                for index in range(raw.FPDFFormObj_CountObjects(thing))
            ]
            words = any(raw.FPDFPageObj_GetType(part) == raw.FPDF_PAGEOBJ_TEXT for part in parts)
            for part in parts:
                self._leave(part, within=not words)
        elif kind != raw.FPDF_PAGEOBJ_TEXT and not within and not self._is_figure(thing):
            raw.FPDFPageObj_SetIsActive(thing, False)

    def _is_figure(self, thing: Any) -> bool:
        raw = self._raw
        marks = range(raw.FPDFPageObj_CountMarks(thing))
        return any(self._name(raw.FPDFPageObj_GetMark(thing, mark)) == _FIGURE for mark in marks)

    def _name(self, mark: Any) -> str:
        length, letters = c_ulong(), create_string_buffer(64)
        place = cast(letters, POINTER(c_ushort))
        self._raw.FPDFPageObjMark_GetName(mark, place, 64, byref(length))
        return letters.raw[: max(length.value - 2, 0)].decode("utf-16-le")

    @cached_property
    def mask(self) -> Any:
        """255 where a word or picture has ink."""
        return self.ink.point(_HAS_INK)

    @cached_property
    def ground(self) -> Any:
        """The page without that ink."""
        ground = self.whole.copy()
        ground.paste(NOWHERE, mask=self.mask)
        return ground

    @cached_property
    def covered(self) -> Any:
        """255 where a word or picture has ink that the page does not show; None if nowhere."""
        from PIL import ImageChops

        other = ImageChops.difference(self.whole, self.ink).point(_DIFFERS)
        hidden = ImageChops.darker(other, self.mask)
        return hidden if hidden.getbbox() else None

    @cached_property
    def pale(self) -> Any:
        """255 where ink lets the ground shine through; looked at only where something is wrong."""
        from PIL import ImageChops

        other = ImageChops.difference(self._picture(_WHITE), self.ink).point(_DIFFERS)
        return ImageChops.darker(other, self.mask)

    def hidden_pieces(self, area: Area, pieces: int) -> Iterator[HiddenInk]:
        """The opaque ink of an area, in so many pieces across and down; none if all of it shows."""
        from PIL import ImageChops

        if self.covered is None or not self.covered.crop(area).getbbox():
            return
        opaque = ImageChops.subtract(self.mask.crop(area), self.pale.crop(area))
        hidden = ImageChops.darker(self.covered.crop(area), opaque)
        for piece in _pieces(opaque.size, pieces):
            ink, lost = (int(one.crop(piece).histogram()[255]) for one in (opaque, hidden))
            yield HiddenInk(ink, lost)


def _pieces(size: tuple[int, int], count: int) -> Iterator[Area]:
    width, height = (max(length // count, 4) for length in size)
    for left in range(0, size[0], width):
        for top in range(0, size[1], height):
            yield left, top, min(left + width, size[0]), min(top + height, size[1])


def pixels(pdf: bytes) -> Iterator[PagePixels]:
    """The pages of a PDF in order."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield PagePixels(page)
            page.close()
    finally:
        document.close()


def page_picture(pdf: bytes, scale: float) -> Any:
    """The first page of a whole PDF without a password, in RGB, with `scale` pixels to a point."""
    from pypdfium2 import PdfDocument

    with PdfDocument(pdf) as document:
        return document[0].render(scale=scale).to_pil().convert("RGB")


def page_preview(pdf: bytes) -> bytes:
    """The same as a PNG to look at: as wide as a screen, with print that can be read."""
    out = BytesIO()
    page_picture(pdf, _PREVIEW_DPI / 72).save(out, "PNG")
    return out.getvalue()
