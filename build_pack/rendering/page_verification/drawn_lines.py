"""The words of each line as they are drawn: where, how large and in which ink."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import hypot
from typing import Any

from build_pack.rendering.weasyprint.drawing_recorder import DrawingRecord, DrawnItem
from build_pack.rendering.weasyprint.page_content import PageText

_ASCENT, _DESCENT = 0.78, 0.24
"""How far letters reach above and below the line that they stand on, in sizes of the font."""
_STRETCH = 0.1
"""By how much letters may be wider or narrower than they are."""
_LOW = 0.48
"""The height of a small letter."""


@dataclass(slots=True)
class DrawnLine:
    """Words in a row, of one size and colour, in points from the upper left corner of the page."""

    texts: list[PageText]
    page: int
    left: float
    right: float
    baseline: float
    size: float
    is_upright: bool
    """Neither turned nor mirrored, and not much wider or narrower than it should be."""
    colour: Any
    is_cut: bool
    is_faint: bool
    """Less than opaque as a whole, and its place is not known."""
    shift: float
    """How far a transformation moves it to the right, in pixels of the layout."""

    @property
    def whole(self) -> tuple[float, float, float, float]:
        """What its letters may fill: left, top, right, bottom."""
        above, below = self.size * _ASCENT, self.size * _DESCENT
        return self.left, self.baseline - above, self.right, self.baseline + below

    @property
    def band(self) -> tuple[float, float, float, float]:
        """What its small letters fill."""
        return self.left, self.baseline - self.size * _LOW, self.right, self.baseline


def lines(
    texts: Iterable[PageText], drawing: DrawingRecord, heights: list[float]
) -> Iterator[DrawnLine | PageText]:
    """Lines of texts in order; a text that is not drawn at all stands for itself.

    `heights` are those of the pages, in points.
    """
    known = [(text, drawing.items.get(id(text.box))) for text in texts if text.words.strip()]
    for _, group in groupby(known, _key):
        together = list(group)
        if together[0][1] is None:
            yield from (text for text, _ in together)
            continue
        yield _line([(text, drawn) for text, drawn in together if drawn], heights)


def _key(known: tuple[PageText, DrawnItem | None]) -> tuple[Any, ...]:
    text, drawn = known
    style = text.box.style
    matrix = drawn.matrix if drawn else None
    baseline = round(text.box.position_y + text.box.baseline, 1) if drawn else 0
    return id(text.line), matrix, style["font_size"], str(style["color"]), baseline, text.clip


def _line(known: list[tuple[PageText, DrawnItem]], heights: list[float]) -> DrawnLine:
    first, drawn = known[0]
    a, b, c, d, e, f = drawn.matrix
    height = heights[first.page - 1]
    boxes = [text.box for text, _ in known]
    start = min(box.position_x for box in boxes)
    end = max(box.position_x + box.width for box in boxes)
    y = first.box.position_y + first.box.baseline
    xs = [a * x + c * y + e for x in (start, end)]
    across, up = hypot(a, b), hypot(c, d)
    upright = (
        abs(b) + abs(c) < 0.01 * up and a > 0 > d and abs(across / max(up, 1e-9) - 1) < _STRETCH
    )
    return DrawnLine(
        [text for text, _ in known],
        first.page,
        min(xs),
        max(xs),
        height - (b * start + d * y + f),
        first.box.style["font_size"] * up,
        upright,
        first.box.style["color"],
        any(drawn.is_cut for _, drawn in known),
        drawn.is_faint,
        e / 0.75,
    )
