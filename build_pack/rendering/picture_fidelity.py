"""A picture printed once alone, and held against what another program makes of it.

Vector pictures are drawn by resvg, pictures of pixels are as Pillow reads them. What was printed is
seen by PDFium. Both lie on white paper.
"""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from build_pack.content.pictures import raster, svg_xml
from build_pack.rendering.html.data_uri import SVG, data_uri
from build_pack.rendering.weasyprint.renderer import Renderer

_SIDE = 240
"""Pixels at the longer side of what is compared."""
_FINER = 4
"""How many times as large it is drawn, so that it matters little how edges are smoothed."""
_MARGIN = 8
"""Pixels of paper around a picture."""
_CELL = 8
"""Pixels of the parts of which each is compared: a thirtieth of the picture."""


_SPECK = 0.4
"""Ink of a picture with next to nothing in it, of 765 a pixel: a speck of dust is no difference."""
_NAMESPACE = "http://www.w3.org/2000/svg"
_LINKS = "http://www.w3.org/1999/xlink"


@dataclass(frozen=True)
class PictureFidelity:
    """How a picture as it is printed compares with what another program draws."""

    difference: float
    """The ink in which they differ, as a share of all ink."""
    worst: int
    """By how much the part differs that differs most: 255 if it is black in one, white in other."""
    outside: int
    """The darkest ink beside the picture's own place, 0 to 255."""


@lru_cache(maxsize=32)
def printed_fidelity(content: bytes, *, vector: bool) -> PictureFidelity:
    """Print a picture that can be read, alone, and compare; `ProblemsError` if it cannot be."""
    from PIL import Image, ImageChops, ImageFilter

    wanted = on_white(reference_picture(content, vector=vector)).reduce(_FINER)
    page = _printed(content, wanted.size, vector=vector).reduce(_FINER)
    width, height = wanted.size
    printed = page.crop((_MARGIN, _MARGIN, _MARGIN + width, _MARGIN + height))
    page.paste("white", (_MARGIN - 1, _MARGIN - 1, _MARGIN + width + 1, _MARGIN + height + 1))
    smooth = ImageFilter.BoxBlur(1)
    apart = ImageChops.difference(printed.filter(smooth), wanted.filter(smooth))
    size = (max(1, width // _CELL), max(1, height // _CELL))
    cells: Any = apart.resize(size, Image.Resampling.BOX)
    return PictureFidelity(
        difference=_sum(apart) / max(_ink(printed), _ink(wanted), width * height * _SPECK),
        worst=max(high for _, high in cells.getextrema()),
        outside=255 - min(low for low, _ in page.getextrema()),
    )


@lru_cache(maxsize=4)
def reference_picture(content: bytes, *, vector: bool) -> Any:
    """A picture as another program than ours draws it, in RGBA."""
    from PIL import Image

    if not vector:
        picture = raster.decoded(content).convert("RGBA")
        return picture.resize(_size(picture.width / picture.height), Image.Resampling.BOX)
    import resvg_py

    root = svg_xml.read(content).root
    width, height = _size(_ratio(root))
    for image in root.iter(f"{{{_NAMESPACE}}}image"):
        _hold_as_png(image)
    if root.get("viewBox"):
        root.attrib |= {"width": str(width), "height": str(height)}
    png = resvg_py.svg_to_bytes(
        svg_string=svg_xml.as_xml(root),
        skip_system_fonts=True,
        dpi=96,
        width=width,
        height=height,
    )
    return Image.open(BytesIO(bytes(png))).convert("RGBA")


def _hold_as_png(image: svg_xml.Element) -> None:
    """Leave it to Pillow to turn and colour what a vector picture holds of pixels."""
    for key in ("href", f"{{{_LINKS}}}href"):
        if key in image.attrib:
            content = raster.printable(raster.in_address(image.attrib[key]))
            image.set(key, data_uri(content, f"image/{raster.kind(content)}".lower()))


def _ratio(root: svg_xml.Element) -> float:
    """The width of a vector picture by its height, as it is printed."""
    from weasyprint.images import SVGImage

    *_, ratio = SVGImage(root, "", None, None).get_intrinsic_size(1, 16)
    return float(ratio)


def _size(ratio: float) -> tuple[int, int]:
    width, height = (_SIDE, _SIDE / ratio) if ratio > 1 else (_SIDE * ratio, _SIDE)
    return max(1, round(width)) * _FINER, max(1, round(height)) * _FINER


def _printed(content: bytes, size: tuple[int, int], *, vector: bool) -> Any:
    """A page with nothing but the picture, in pixels."""
    from pypdfium2 import PdfDocument

    width, height = (f"{side + 2 * _MARGIN}px" for side in size)
    address = data_uri(content, SVG if vector else "image/png")
    html = (
        '<html lang="en"><title>Picture</title>'
        f"<style>@page {{ size: {width} {height}; margin: {_MARGIN}px }} body {{ margin: 0 }} "
        f"img {{ display: block; width: {size[0]}px; height: {size[1]}px }}</style>"
        f'<img alt="Picture" src="{address}">'
    )
    with PdfDocument(Renderer((), (), ()).render(html, place=Path("(picture)"))) as document:
        return document[0].render(scale=_FINER * 96 / 72).to_pil().convert("RGB")


def on_white(picture: Any) -> Any:
    """A picture as it is on paper, in RGB."""
    from PIL import Image

    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture)
    return paper.convert("RGB")


def _ink(picture: Any) -> float:
    from PIL import ImageChops

    return _sum(ImageChops.invert(picture))


def _sum(picture: Any) -> float:
    from PIL import ImageStat

    return float(sum(ImageStat.Stat(picture).sum))
