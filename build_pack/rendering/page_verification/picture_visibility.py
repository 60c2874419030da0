"""Whether each picture and mark is drawn as it should be: in its place, whole, and uncovered."""

from typing import Any

from build_pack.rendering.page_verification.adjacency import Edges, is_adjacent
from build_pack.rendering.page_verification.drawn_lines import DrawnLine
from build_pack.rendering.page_verification.icon_meanings import TURNED
from build_pack.rendering.page_verification.tokens import BOX
from build_pack.rendering.pdf.page_pixels import NOWHERE, SCALE, PagePixels
from build_pack.rendering.weasyprint.box_geometry import drawn_area
from build_pack.rendering.weasyprint.drawing_recorder import DrawingRecord
from build_pack.rendering.weasyprint.page_content import PageGraphic

_LEAST_MARK = 9.0
"""Points; the program's own marks are 13 and more."""
_LEAST_PICTURE = 11.0
_STRETCH = 0.15
_PALE, _CLEAR = 40, 90
"""Shades by which a picture, and the frame of a box, have to differ from what is behind them."""
_CORNER = 0.3
"""How far a round corner reaches into a box, as a share of its radius."""
_EMPTY = 12
"""Shades by which the inside of an empty box may vary."""
_SPECK = 3
"""Pixels that nobody misses."""
_PIECES = 6
"""In how many pieces across and down a picture is looked at."""
_MOST_COVERED = 0.3
_SLACK = 1.5
_Area = tuple[float, float, float, float]
"""Left, top, width and height, in pixels of the layout."""


def fault_of(
    shown: PageGraphic,
    line: DrawnLine | None,
    drawing: DrawingRecord,
    page: PagePixels,
    *,
    rtl: bool,
) -> str:
    """What is wrong with a picture or mark, as the end of a sentence; empty if nothing is.

    `line` is the first one of the words that follow it, if any do.
    """
    if shown.name == BOX:
        return _frame(shown, line, page)
    drawn = drawing.items.get(id(shown.layer if shown.layer is not None else shown.box))
    if drawn is None or drawn.is_faint:
        return "is not drawn" if drawn is None else "is too faint"
    place = _of_layer(shown.layer) if shown.layer is not None else _of_box(shown.box)
    if place is None:
        return "is cut off or stretched"
    return _shape(shown, place, drawn.matrix, rtl=rtl) or _seen(
        shown, line, _on_page(place, drawn.matrix, page), page
    )


def picture_place(shown: PageGraphic, drawing: DrawingRecord, page: PagePixels) -> Edges | None:
    """Where a picture stands: left, top, right and bottom in points; None if nowhere."""
    drawn, place = drawing.items.get(id(shown.box)), _of_box(shown.box)
    return _on_page(place, drawn.matrix, page) if drawn and place and not drawn.is_faint else None


def _shape(shown: PageGraphic, place: _Area, matrix: tuple[float, ...], *, rtl: bool) -> str:
    a, b, c, d, *_ = matrix
    if abs(b) + abs(c) > 0.01 * abs(a) or d > 0 or abs(abs(a / d) - 1) > _STRETCH:
        return "is turned or stretched"
    if a < 0 and not _may_be_mirrored(shown, rtl=rtl):
        return "is mirrored"
    least = _LEAST_MARK if shown.layer is not None else _LEAST_PICTURE
    return "is too small" if min(place[2] * abs(a), place[3] * abs(d)) < least else ""


def _on_page(place: _Area, matrix: tuple[float, ...], page: PagePixels) -> Edges:
    """Where something stands: left, top, right and bottom in points."""
    left, top, width, height = place
    a, _, _, d, e, f = matrix
    first, last = sorted((a * left + e, a * (left + width) + e))
    y = page.height - (d * top + f)
    return first, y, last, y + height * abs(d)


def _seen(shown: PageGraphic, line: DrawnLine | None, place: Edges, page: PagePixels) -> str:
    if shown.layer is not None and line and not is_adjacent(place, line):
        return "is not next to its words"
    return _looks(place, page)


def _may_be_mirrored(shown: PageGraphic, *, rtl: bool) -> bool:
    return rtl and (shown.layer is None or shown.name in TURNED)


def _of_layer(layer: Any) -> _Area | None:
    """Where a background stands; None if it is cut off, repeated or stretched."""
    if layer.image is None:  # it could not be read, which is told elsewhere
        return None
    (x, y), (width, height) = layer.position, layer.size
    left, top = layer.positioning_area[0] + x, layer.positioning_area[1] + y
    area = layer.painting_area
    inside = (
        area[0] - _SLACK <= left
        and area[1] - _SLACK <= top
        and left + width <= area[0] + area[2] + _SLACK
        and top + height <= area[1] + area[3] + _SLACK
    )
    natural = layer.image.get_intrinsic_size(1, 16)[2]
    if not inside or not height or _is_stretched(width / height, natural):
        return None
    return left, top, width, height


def _of_box(box: Any) -> _Area | None:
    left, top, width, height = drawn_area(box)
    x, y = box.content_box_x(), box.content_box_y()
    inside = (
        x - _SLACK <= left
        and y - _SLACK <= top
        and left + width <= x + box.width + _SLACK
        and top + height <= y + box.height + _SLACK
    )
    natural = box.replacement.get_intrinsic_size(1, 16)[2]
    if not inside or not height or _is_stretched(width / height, natural):
        return None
    return left, top, width, height


def _is_stretched(ratio: float, natural: float | None) -> bool:
    return natural is not None and abs(ratio / natural - 1) > _STRETCH


def _looks(place: tuple[float, float, float, float], page: PagePixels) -> str:
    left, top, right, bottom = (round(edge * SCALE) for edge in place)
    width, height = page.whole.size
    if left < -1 or top < -1 or right > width + 1 or bottom > height + 1:
        return "is outside the page"
    area = (max(left, 0), max(top, 0), min(right, width), min(bottom, height))
    ink = {shade: count for count, shade in page.ink.crop(area).getcolors()}
    if not set(ink) - {NOWHERE}:
        return "cannot be seen"
    ground = max(page.ground.crop(area).getcolors())[1] if NOWHERE in ink else NOWHERE
    if NOWHERE in ink and all(abs(shade - ground) < _PALE for shade in set(ink) - {NOWHERE}):
        return "has almost the same colour as its background"
    return "is covered" if _is_covered(area, page) else ""


def _is_covered(area: tuple[int, int, int, int], page: PagePixels) -> bool:
    """Whether one of its pieces has lost much of its ink, other than what lets light through."""
    for piece in page.hidden_pieces(area, _PIECES):
        if piece.hidden > _SPECK and piece.hidden > _MOST_COVERED * piece.ink:
            return True
    return False


def _frame(shown: PageGraphic, line: DrawnLine | None, page: PagePixels) -> str:
    """Whether all four edges of a box to tick are seen, and nothing is in it."""
    box, points = shown.box, 0.75
    left, top = box.border_box_x() * points, box.border_box_y() * points
    right, bottom = left + box.border_width() * points, top + box.border_height() * points
    if left < 0 or top < 0 or right > page.width or bottom > page.height:
        return "is outside the page"
    if box.element_tag != "span" and line and not is_adjacent((left, top, right, bottom), line):
        return "is not next to its words"
    x0, y0, x1, y1 = (round(edge * SCALE) for edge in (left, top, right, bottom))
    in_corner = int(_CORNER * max(box.border_top_left_radius) * points)
    away = min(3 + in_corner, (x1 - x0) // 3)
    inner = page.whole.crop((x0 + away, y0 + away, x1 - away, y1 - away))
    paper = max(inner.getcolors())[1]
    edges = (
        (x0 - 1, y0 + 4, x0 + 3, y1 - 4),
        (x1 - 3, y0 + 4, x1 + 1, y1 - 4),
        (x0 + 4, y0 - 1, x1 - 4, y0 + 3),
        (x0 + 4, y1 - 3, x1 - 4, y1 + 1),
    )
    for edge in edges:
        strip = page.whole.crop(edge).getcolors()
        if not any(abs(shade - paper) > _CLEAR for _, shade in strip):
            return "cannot be seen"
    if any(abs(shade - paper) > _EMPTY for _, shade in inner.getcolors()):
        return "is not empty"
    return ""
