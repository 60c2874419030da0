"""The words of each line as they are drawn: where, how large and in which ink."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import hypot
from typing import Any

from build_pack.rendering.page_verification.page_content import DrawnItem, PageText
from build_pack.rendering.units import POINTS_PER_PIXEL

_ASCENT, _DESCENT = 0.78, 0.24
"""How far letters reach above and below the line that they are on, in sizes of the font."""
_STRETCH = 0.1
"""By how much letters may be wider or narrower than they are."""
LOW_LETTER = 0.48
"""The height of a small letter."""


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """Words in a row, of one size and colour, in points from the upper left corner of the page."""

    texts: tuple[PageText, ...]
    page: int
    left: float
    right: float
    baseline: float
    size: float
    is_upright: bool
    """Neither turned nor mirrored, and not much wider or narrower than it should be."""
    colour: tuple[float, float, float, float]
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
        return self.left, self.baseline - self.size * LOW_LETTER, self.right, self.baseline


def lines(texts: Iterable[PageText], heights: Sequence[float]) -> Iterator[DrawnLine | PageText]:
    """Lines of texts in order; a text that is not drawn at all stands for itself.

    `heights` are those of the pages, in points.
    """
    for _, group in groupby((text for text in texts if text.words.strip()), _key):
        together = tuple(group)
        if (drawn := together[0].drawn) is None:
            yield from together
        else:
            yield _line(together, drawn, heights[together[0].page - 1])


def _key(text: PageText) -> tuple[Any, ...]:
    matrix, baseline = (text.drawn.matrix, round(text.baseline, 1)) if text.drawn else (None, 0)
    return text.line, matrix, text.style.font_size, text.style.colour, baseline, text.clip


def _line(texts: tuple[PageText, ...], drawn: DrawnItem, height: float) -> DrawnLine:
    a, b, c, d, e, f = drawn.matrix
    first = texts[0]
    start = min(text.left for text in texts)
    end = max(text.left + text.width for text in texts)
    y = first.baseline
    xs = [a * x + c * y + e for x in (start, end)]
    across, up = hypot(a, b), hypot(c, d)
    upright = (
        abs(b) + abs(c) < 0.01 * up and a > 0 > d and abs(across / max(up, 1e-9) - 1) < _STRETCH
    )
    return DrawnLine(
        texts=texts,
        page=first.page,
        left=min(xs),
        right=max(xs),
        baseline=height - (b * start + d * y + f),
        size=first.style.font_size * up,
        is_upright=upright,
        colour=first.style.colour,
        is_cut=any(text.drawn.is_cut for text in texts if text.drawn),
        is_faint=drawn.is_faint,
        shift=e / POINTS_PER_PIXEL,
    )
