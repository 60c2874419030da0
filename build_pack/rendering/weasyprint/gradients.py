"""Gradients of SVG pictures, drawn so that every PDF reader shows them whole.

WeasyPrint 70 fills a shape with a tile as large as the shape, and repeats it. Poppler draws such a
tile beside its place or not at all, and one of a rotated gradient is too small. So the tile is made
larger than the shape here, and never repeated. Two more faults are put right: a line with a
gradient had no width, and a radius in percent was 1.4 times too long.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from build_pack.rendering.weasyprint.internals import internal, replaced

_DRAW = "weasyprint.svg.draw_gradient"
_MARGIN = 0.5
"""What a tile is larger than its shape at each edge, in widths of the shape."""
Rectangle = tuple[float, float, float, float]
"""Left, top, width and height."""


@contextmanager
def complete_gradients() -> Iterator[None]:
    """Inside, SVG gradients are drawn by tiles that are large enough."""
    plain = internal(_DRAW)

    def draw(
        picture: Any, node: Any, gradient: Any, size: float, opacity: float, *, stroke: bool
    ) -> Any:
        box = picture.calculate_bounding_box(node, size, stroke)
        _say_radius(gradient)
        if stroke:
            picture.stream.set_line_width(picture.length(node.get("stroke-width", "1px"), size))
        stream, add = picture.stream, picture.stream.add_pattern
        stream.add_pattern = lambda *place: _large_tile(add, box, stream.ctm, place[-1])
        try:
            return plain(picture, node, gradient, size, opacity, stroke=stroke)
        finally:
            del stream.add_pattern

    with replaced({_DRAW: draw}):
        yield


def _say_radius(gradient: Any) -> None:
    """Give the radius as a part of the box: WeasyPrint takes percents of the box's diagonal."""
    radius = gradient.get("r", "50%").strip()
    if gradient.get("gradientUnits") != "userSpaceOnUse" and radius.endswith("%"):
        gradient.attrib["r"] = str(float(radius.removesuffix("%")) / 100)


def _large_tile(add: Any, box: Rectangle, ctm: Any, matrix: Any) -> Any:
    """A tile that covers the box of a shape, whatever the gradient's own measure is."""
    left, top, width, height = _inside(box, matrix @ ctm.invert)
    place = (left - width * _MARGIN, top - height * _MARGIN, *_doubled(width, height))
    pattern = add(*place, place[2] * 2, place[3] * 2, matrix)
    group = pattern.add_group(*place)
    plain_alpha = group.set_alpha_state
    pattern.add_group = lambda *_: group
    group.set_alpha_state = lambda *_: plain_alpha(*place)
    return pattern


def _doubled(width: float, height: float) -> tuple[float, float]:
    return width * (1 + 2 * _MARGIN), height * (1 + 2 * _MARGIN)


def _inside(box: Rectangle, gradient: Any) -> Rectangle:
    """A shape's box as the gradient measures it."""
    left, top, width, height = box
    corners = [
        gradient.invert.transform_point(left + width * right, top + height * below)
        for right in (0, 1)
        for below in (0, 1)
    ]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
