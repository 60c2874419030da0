"""A picture printed alone and compared with what another program draws; what of it paper hides.

Vector pictures are drawn by resvg, pictures of pixels are as Pillow reads them. What was printed is
seen by PDFium. Both lie on white paper.
"""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from build_pack.content.pictures import raster
from build_pack.rendering.html.drawn_pictures import SVG, data_uri
from build_pack.rendering.pdf.page_pixels import page_picture
from build_pack.rendering.units import POINTS_PER_PIXEL
from build_pack.rendering.weasyprint.images import svg_ratio
from build_pack.rendering.weasyprint.renderer import Renderer
from build_pack.text import xml_parser

_SIDE = 240
"""Pixels at the longer side of what is compared."""
_OVERSAMPLING = 4
"""How many times as large it is drawn, so that it matters little how edges are smoothed."""
_MARGIN = 8
"""Pixels of paper around a picture."""
_CELL = 8
"""Pixels of the parts of which each is compared: a thirtieth of the picture."""

_SPECK = 0.4
"""Ink of a picture with next to nothing in it, of 765 a pixel: a speck of dust is no difference."""
_NAMESPACE = "http://www.w3.org/2000/svg"
_LINKS = "http://www.w3.org/1999/xlink"

_SHAPE_SIDE = 120
"""Pixels at the longer side of what is looked at."""
_SOLID = 128
"""From here on a pixel is more shape than paper, of 255."""
_NEARLY_WHITE = 226
"""Brightness from which a colour has a contrast below 1.3 to paper, of 255."""
_LEAST_SHARE = 0.03
"""The share of all shapes from which it is worth a word."""


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

    wanted = _on_white(reference_picture(content, vector=vector)).reduce(_OVERSAMPLING)
    page = _printed(content, wanted.size, vector=vector).reduce(_OVERSAMPLING)
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

    root = xml_parser.read(content).root
    width, height = _size(svg_ratio(root))
    for image in root.iter(f"{{{_NAMESPACE}}}image"):
        _embed_as_png(image)
    if root.get("viewBox"):
        root.attrib |= {"width": str(width), "height": str(height)}
    png = resvg_py.svg_to_bytes(
        svg_string=xml_parser.as_xml(root),
        skip_system_fonts=True,
        dpi=96,
        width=width,
        height=height,
    )
    return Image.open(BytesIO(bytes(png))).convert("RGBA")


def _embed_as_png(image: xml_parser.Element) -> None:
    """Leave it to Pillow to turn and colour what a vector picture holds of pixels."""
    for key in ("href", f"{{{_LINKS}}}href"):
        if key in image.attrib:
            content = raster.printable(raster.in_address(image.attrib[key]))
            image.set(key, data_uri(content, f"image/{raster.kind(content)}".lower()))


def _size(ratio: float) -> tuple[int, int]:
    width, height = (_SIDE, _SIDE / ratio) if ratio > 1 else (_SIDE * ratio, _SIDE)
    return max(1, round(width)) * _OVERSAMPLING, max(1, round(height)) * _OVERSAMPLING


def _printed(content: bytes, size: tuple[int, int], *, vector: bool) -> Any:
    """A page with nothing but the picture, in pixels."""
    width, height = (f"{side + 2 * _MARGIN}px" for side in size)
    address = data_uri(content, SVG if vector else "image/png")
    html = (
        '<html lang="en"><title>Picture</title>'
        f"<style>@page {{ size: {width} {height}; margin: {_MARGIN}px }} body {{ margin: 0 }} "
        f"img {{ display: block; width: {size[0]}px; height: {size[1]}px }}</style>"
        f'<img alt="Picture" src="{address}">'
    )
    pdf = Renderer((), (), ()).render(html, place=Path("(picture)"))
    return page_picture(pdf, _OVERSAMPLING / POINTS_PER_PIXEL)


def _on_white(picture: Any) -> Any:
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


@lru_cache(maxsize=32)
def invisible_share(content: bytes, *, vector: bool) -> float:
    """Which part of a picture's shapes does not show on paper, from 0 to 1.

    A white letter on a coloured ground shows, and so does a coloured shape with a white rim.
    """
    picture = reference_picture(content, vector=vector)
    picture = picture.reduce(max(1, max(picture.size) // _SHAPE_SIDE))
    if _on_white(picture).convert("L").getextrema()[0] >= _NEARLY_WHITE:
        return 1.0
    alpha, light = picture.getchannel("A").tobytes(), picture.convert("L").tobytes()
    shapes = {at for at, opacity in enumerate(alpha) if opacity >= _SOLID}
    swallowed = 0
    for shape in _separate_shapes(shapes, picture.width):
        if all(light[at] >= _NEARLY_WHITE for at in shape):
            swallowed += len(shape)
    share = swallowed / max(len(shapes), 1)
    return share if share >= _LEAST_SHARE else 0.0


def _separate_shapes(pixels: set[int], width: int) -> list[list[int]]:
    """The pixels of each shape that touches no other."""
    left, found = set(pixels), []
    while left:
        shape = [left.pop()]
        for at in shape:  # it grows while it is walked through
            column = at % width
            near = [at - width, at + width]
            near += [at - 1] if column else []
            near += [at + 1] if column < width - 1 else []
            for one in near:
                if one in left:
                    left.remove(one)
                    shape.append(one)
        found.append(shape)
    return found
