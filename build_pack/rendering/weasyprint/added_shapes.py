"""What stylesheets draw beside words: surfaces and frames, and nothing that could be read.

Letters, ticks and strokes can be put together of borders, gradients and shadows. So what holds
words may have one surface, a frame and one shadow; what holds none has to be what a page needs.
"""

from typing import Any

from build_pack.rendering.units import PIXELS_PER_MM as MM
from build_pack.rendering.weasyprint import wordless_boxes
from build_pack.rendering.weasyprint.internals import boxes, placed_box

_MOST_SHADOW, _MOST_OUTLINE = 2.1 * MM, 2.1 * MM
_SMOOTH = 2
"""Colours of a gradient that no shape can be made of."""


def added_shapes(page: Any, *, rtl: bool) -> int:
    """How many things are drawn on a page, given by its box, that no design needs."""
    reader = _ShapeReader(rtl=rtl)
    reader.look_at(page)
    for child in (*page.children, *page.fixed_boxes):
        reader.read(child)
    return reader.found


class _ShapeReader:
    def __init__(self, *, rtl: bool) -> None:
        self._rtl = rtl
        self._item: Any = None
        self.found = 0

    def read(self, box: Any) -> bool:
        """Look at a box and all in it; say whether it contains words, pictures or boxes to tick."""
        box = placed_box(box)
        if isinstance(box, boxes().TextBox):
            return wordless_boxes.is_word(box)
        self.look_at(box)
        if isinstance(box, boxes().ReplacedBox):
            return True
        around = self._item
        if box.element_tag == "li":
            self._item = box
        full = [self.read(child) for child in box.children]
        self._item = around
        has_content = any(full) or _has_icon(box) or (not full and wordless_boxes.is_tick_box(box))
        if not has_content and wordless_boxes.is_painted(box) and not self._may_be_empty(box):
            self.found += 1
        return has_content

    def look_at(self, box: Any) -> None:
        """Count a box that draws more than a surface and a frame."""
        background = getattr(box, "background", None)
        grounds = [background, getattr(box, "canvas_background", None)]
        is_plain = all(_is_plain(ground) for ground in grounds if ground is not None)
        if not (is_plain and _has_plain_edges(box) and self._has_whole_frame(box)):
            self.found += 1

    def _has_whole_frame(self, box: Any) -> bool:
        """Whether what stands within a line has a frame, a line below, or neither."""
        if not isinstance(box, boxes().InlineLevelBox):
            return True
        sides = set(wordless_boxes.borders(box))
        return sides in (set(), {"bottom"}) or {"top", "bottom"} <= sides

    def _may_be_empty(self, box: Any) -> bool:
        if isinstance(box, boxes().TableCellBox):
            return wordless_boxes.is_room(box)
        if isinstance(box, boxes().TableRowBox | boxes().TableRowGroupBox):
            return all(wordless_boxes.is_room(cell) for cell in box.descendants() if _is_cell(cell))
        return (
            wordless_boxes.is_line(box)
            or wordless_boxes.is_band(box)
            or wordless_boxes.is_dash(box)
            or wordless_boxes.is_dot(box, self._item, rtl=self._rtl)
            or box.is_for_root_element
        )


def _is_cell(box: Any) -> bool:
    return hasattr(box, "grid_x")


def _has_icon(box: Any) -> bool:
    background = getattr(box, "background", None)
    if background is None:
        return False
    return any(kind == "url" for kind, _ in background.style["background_image"])


def _is_plain(background: Any) -> bool:
    """Whether a background is one colour, one icon, or a smooth change of two colours all over."""
    images = [image for image in background.style["background_image"] if image[0] != "none"]
    if len(images) > 1:
        return False
    return all(kind == "url" or _is_smooth(image, background) for kind, image in images)


def _is_smooth(gradient: Any, background: Any) -> bool:
    colours = getattr(gradient, "colors", ())
    places = [place for place in getattr(gradient, "stop_positions", ()) if place is not None]
    is_linear = type(gradient).__name__ == "LinearGradient" and not gradient.repeating
    ends = all(place.value in {0, 100} for place in places)
    whole = all(size == ("auto", "auto") for size in background.style["background_size"])
    return is_linear and len(colours) <= _SMOOTH and ends and whole


def _has_plain_edges(box: Any) -> bool:
    """Whether it has at most one small shadow, a close outline, and no picture for a border."""
    style = box.style
    reach = max(style["outline_width"], abs(_pixels(style["outline_offset"])))
    if style["outline_style"] != "none" and reach > _MOST_OUTLINE:
        return False
    if any(style[name][0] != "none" for name in ("border_image_source", "mask_border_source")):
        return False
    shadows = style["box_shadow"]
    if len(shadows) > 1:
        return False
    return all(
        max(abs(_pixels(x)), abs(_pixels(y)), abs(_pixels(spread))) <= _MOST_SHADOW and not inset
        for x, y, _, spread, _, inset in shadows
    )


def _pixels(length: Any) -> float:
    return float(getattr(length, "value", length))
