"""Two pictures of a finished page: as it is, and with its words and pictures alone.

Where a word or a picture has ink in the second and the first shows another colour, something
covers it. What is left of the first without that ink is the ground that the words are on. Both
are in shades of grey, which is a third of the work.
"""

from collections.abc import Iterator
from ctypes import POINTER, byref, c_ulong, c_ushort, cast, create_string_buffer
from functools import cached_property
from typing import Any

SCALE = 1.0
"""Pixels to a point. Letters are drawn without smoothing, so that their colour is plain."""
NOWHERE = 253
"""The shade where there is no ink: no words in it could be read on white."""
_WHITE = 255
_FIGURE = "Figure"
"""How WeasyPrint marks the shapes of a picture."""
_HAS_INK = [0 if shade == NOWHERE else 255 for shade in range(256)]
_DIFFERS = [0] + [255] * 255


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
