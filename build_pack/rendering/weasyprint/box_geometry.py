"""Where a box draws its picture, and in which shades its borders, as WeasyPrint works them out."""

from collections.abc import Iterable, Iterator
from typing import Any

from build_pack.rendering.weasyprint.internals import internal


def drawn_area(box: Any) -> tuple[float, float, float, float]:
    """Left, top, width and height of the picture in a replaced box, in pixels of the layout."""
    width, height, left, top = internal("weasyprint.layout.replaced.replacedbox_layout")(box)
    return left, top, width, height


def border_shades(box: Any, sides: Iterable[str]) -> Iterator[float]:
    """The shade of each of these borders on white paper, from 0 to 255."""
    get_color = internal("weasyprint.draw.color.get_color")
    for side in sides:
        colour = get_color(box.style, f"border_{side}_color").to("srgb")
        red, green, blue = colour.coordinates
        yield 255 - colour.alpha * (255 - 255 * (0.299 * red + 0.587 * green + 0.114 * blue))
