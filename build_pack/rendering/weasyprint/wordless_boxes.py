"""Boxes without words: which of them are places to write, and which a design may draw."""

from typing import Any

from build_pack.rendering.page_verification.tokens import INVISIBLE, WRITING_LINES
from build_pack.rendering.units import PIXELS_PER_MM as MM

_SIDES = ("top", "right", "bottom", "left")
_LEAST_BOX, _MOST_BOX = 3 * MM, 12 * MM
"""Edges between which an empty frame is a box to tick."""
_LEAST_LINE, _LEAST_CELL = 9 * MM, 4 * MM
_LEAST_BAND, _LEAST_HIGH = 30 * MM, 60 * MM
_LEAST_DOT, _MOST_DOT = 0.6 * MM, 3.5 * MM
_DASH = (9 * MM, 1.2 * MM)
"""How wide and high the dash is of a cell in which nothing can be known yet."""


def is_word(box: Any) -> bool:
    """Whether a box of text has letters that are seen."""
    return bool(box.text.translate(INVISIBLE).strip())


def borders(box: Any) -> list[str]:
    """On which sides a box draws a border."""
    style = box.style
    return [
        side
        for side in _SIDES
        if getattr(box, f"border_{side}_width", 0)
        and style[f"border_{side}_style"] not in {"none", "hidden"}
    ]


def is_painted(box: Any) -> bool:
    """Whether a box draws anything itself."""
    style, background = box.style, getattr(box, "background", None)
    if style["visibility"] != "visible":
        return False
    has_ground = background is not None and (
        background.color.alpha > 0 or any(layer.image for layer in background.layers)
    )
    has_outline = style["outline_style"] != "none" and style["outline_width"] > 0
    return bool(has_ground or has_outline or style["box_shadow"] or borders(box))


def is_tick_box(box: Any) -> bool:
    """Whether an empty box is a frame to tick."""
    width, height = box.border_width(), box.border_height()
    fits = min(width, height) >= _LEAST_BOX and max(width, height) <= _MOST_BOX
    return fits and len(borders(box)) == len(_SIDES)


def is_line(box: Any) -> bool:
    """Whether an empty box is a line to write on, by its class, or by being one."""
    if box.style["visibility"] != "visible" or box.border_width() < _LEAST_LINE:
        return False
    if box.transformation_matrix is not None:
        return False
    return is_named_line(box) or borders(box) == ["bottom"]


def is_named_line(box: Any) -> bool:
    """Whether the program's class says that it is a line to write on."""
    is_element = box.element is not None and "::" not in box.element_tag
    return is_element and bool(WRITING_LINES & set(box.element.get("class", "").split()))


def is_room(cell: Any) -> bool:
    """Whether an empty cell of a table is large enough for anything."""
    is_seen = cell.style["visibility"] == "visible"
    return is_seen and bool(min(cell.border_width(), cell.border_height()) >= _LEAST_CELL)


def is_band(box: Any) -> bool:
    """Whether an empty box is a rule or a coloured band, which says nothing."""
    width, height, style = box.border_width(), box.border_height(), box.style
    if box.transformation_matrix is not None:
        return False
    if style["position"] == "static" and min(style_margins(box)) >= 0:
        return bool(width >= _LEAST_BAND)
    return bool(min(width, height) >= 2 * MM and (width >= _LEAST_HIGH or height >= _LEAST_HIGH))


def style_margins(box: Any) -> tuple[float, float]:
    """How far a box keeps away from what is above and below it."""
    top, bottom = box.margin_top, box.margin_bottom
    return (0 if top == "auto" else top), (0 if bottom == "auto" else bottom)


def is_dot(box: Any, item: Any, *, rtl: bool) -> bool:
    """Whether a box is the dot of a list: small, of one colour, before an item's first line."""
    width, height = box.border_width(), box.border_height()
    if item is None or box.element_tag != "li::before" or box.transformation_matrix is not None:
        return False
    is_small = min(width, height) >= _LEAST_DOT and max(width, height) <= _MOST_DOT
    if borders(box) or not is_small:
        return False
    left, top = box.border_box_x(), box.border_box_y() - item.content_box_y()
    is_first = -1 <= top <= 1.5 * box.style["font_size"]
    right = item.content_box_x() + item.width
    before = left >= right - 1 if rtl else left + width <= item.content_box_x() + 1
    return bool(is_first and before and max(width, height) <= 1.6 * min(width, height))


def is_dash(box: Any) -> bool:
    """Whether a box is the dash of a cell in which nothing can be known yet."""
    is_named = box.element is not None and "not-yet" in box.element.get("class", "").split()
    return bool(is_named and box.border_width() <= _DASH[0] and box.border_height() <= _DASH[1])
