"""Pages as pictures, side by side."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pypdfium2
from PIL import Image

_BETWEEN = 10
"""Pixels between pages."""
_DESK = "#8b9298"
_COLOURS = 64


def pages(pdf: Path, dpi: int) -> list[Image.Image]:
    """Each page of a PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]


def sheet(rows: Iterable[Sequence[Image.Image]]) -> Image.Image:
    """Pages in rows, on a grey desk."""
    found = [list(row) for row in rows if row]
    widths = [sum(page.width + _BETWEEN for page in row) for row in found]
    heights = [max(page.height for page in row) + _BETWEEN for row in found]
    desk = Image.new("RGB", (max(widths) + _BETWEEN, sum(heights) + _BETWEEN), _DESK)
    top = _BETWEEN
    for row, height in zip(found, heights, strict=True):
        left = _BETWEEN
        for page in row:
            desk.paste(page, (left, top))
            left += page.width + _BETWEEN
        top += height
    return desk


def in_rows(of: Sequence[Image.Image], most: int) -> list[Sequence[Image.Image]]:
    """Pages in rows of `most`."""
    return [of[start : start + most] for start in range(0, len(of), most)]


def save(picture: Image.Image, path: Path) -> Path:
    """Write a picture in few colours, which is small and enough for pages of text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    return path
