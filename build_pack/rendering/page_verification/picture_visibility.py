"""Whether each picture and mark is drawn as it should be: in its place, whole, and uncovered."""

from build_pack.rendering.page_verification.drawn_lines import DrawnLine
from build_pack.rendering.page_verification.page_content import Area, Edges, PageGraphic, box_edges
from build_pack.rendering.page_verification.reading_order import is_adjacent
from build_pack.rendering.page_verification.tokens import BOX, MIRRORED_ICONS
from build_pack.rendering.pdf.page_pixels import NOWHERE, SCALE, PagePixels
from build_pack.rendering.units import POINTS_PER_PIXEL

_LEAST_MARK = 9.0
"""Points; the program's own marks are 13 and more."""
_LEAST_PICTURE = 11.0
_STRETCH = 0.15
_PALE, _CLEAR = 40, 90
"""Shades by which a picture, and the frame of a box, have to differ from what is behind them."""
_CORNER = 0.3
"""How far a round corner reaches into a box, as a share of its radius."""
_LIGHT = 160
"""The darkest shade on which a tick by pen is seen."""
_EMPTY = 12
"""Shades by which the inside of an empty box may vary."""
_SPECK = 3
"""Pixels that nobody misses."""
_PIECES = 6
"""In how many pieces across and down a picture is looked at."""
_MOST_COVERED = 0.3
_SLACK = 1.5


def picture_fault(
    shown: PageGraphic, line: DrawnLine | None, page: PagePixels, *, rtl: bool
) -> str:
    """What is wrong with a picture or mark, as the end of a sentence; empty if nothing is.

    `line` is the first one of the words that follow it, if any do.
    """
    if shown.name == BOX:
        return _tick_box_fault(shown, line, page)
    drawn = shown.drawn
    if drawn is None or drawn.is_faint:
        return "is not drawn" if drawn is None else "is too faint"
    if shown.area is None or not _is_whole(shown):
        return "is cut off or stretched"
    return _shape(shown, shown.area, drawn.matrix, rtl=rtl) or _seen(
        shown, line, _on_page(shown.area, drawn.matrix, page), page
    )


def picture_place(shown: PageGraphic, page: PagePixels) -> Edges | None:
    """Where a picture stands: left, top, right and bottom in points; None if nowhere."""
    drawn, area = shown.drawn, shown.area
    is_placed = drawn and area and not drawn.is_faint and _is_whole(shown)
    return _on_page(area, drawn.matrix, page) if is_placed and drawn and area else None


def _shape(shown: PageGraphic, place: Area, matrix: tuple[float, ...], *, rtl: bool) -> str:
    a, b, c, d, *_ = matrix
    if abs(b) + abs(c) > 0.01 * abs(a) or d > 0 or abs(abs(a / d) - 1) > _STRETCH:
        return "is turned or stretched"
    if a < 0 and not _may_be_mirrored(shown, rtl=rtl):
        return "is mirrored"
    least = _LEAST_MARK if shown.is_background else _LEAST_PICTURE
    return "is too small" if min(place[2] * abs(a), place[3] * abs(d)) < least else ""


def _on_page(place: Area, matrix: tuple[float, ...], page: PagePixels) -> Edges:
    """Where something stands: left, top, right and bottom in points."""
    left, top, width, height = place
    a, _, _, d, e, f = matrix
    first, last = sorted((a * left + e, a * (left + width) + e))
    y = page.height - (d * top + f)
    return first, y, last, y + height * abs(d)


def _seen(shown: PageGraphic, line: DrawnLine | None, place: Edges, page: PagePixels) -> str:
    if shown.is_background and line and not is_adjacent(place, line):
        return "is not next to its words"
    return _looks(place, page)


def _may_be_mirrored(shown: PageGraphic, *, rtl: bool) -> bool:
    return rtl and (not shown.is_background or shown.name in MIRRORED_ICONS)


def _is_whole(shown: PageGraphic) -> bool:
    """Whether a picture is neither cut off, repeated nor stretched."""
    if shown.area is None or shown.frame is None:
        return False
    (left, top, width, height), frame = shown.area, shown.frame
    inside = (
        frame[0] - _SLACK <= left
        and frame[1] - _SLACK <= top
        and left + width <= frame[0] + frame[2] + _SLACK
        and top + height <= frame[1] + frame[3] + _SLACK
    )
    return inside and bool(height) and not _is_stretched(width / height, shown.ratio)


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


def _tick_box_fault(shown: PageGraphic, line: DrawnLine | None, page: PagePixels) -> str:
    """Whether all four edges of a box to tick are seen, and nothing is in it."""
    left, top, right, bottom = box_edges(shown)
    if left < 0 or top < 0 or right > page.width or bottom > page.height:
        return "is outside the page"
    if not shown.is_within_line and line and not is_adjacent((left, top, right, bottom), line):
        return "is not next to its words"
    x0, y0, x1, y1 = (round(edge * SCALE) for edge in (left, top, right, bottom))
    in_corner = int(_CORNER * shown.radius * POINTS_PER_PIXEL)
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
    if paper < _LIGHT or any(abs(shade - paper) > _EMPTY for _, shade in inner.getcolors()):
        return "is not empty"
    return ""
