"""Whether lines, pictures and marks are in the order of reading, each beside its own words."""

from collections.abc import Iterator
from itertools import pairwise

from build_pack.rendering.page_verification.drawn_lines import DrawnLine
from build_pack.rendering.page_verification.page_content import Edges

_MARK_DISTANCE = 75.0
"""Points between a mark and the words beside it that nobody takes for a pair any more."""
_MARK_ABOVE = 1.3
"""How far above its words a mark may end, in sizes of their letters."""
_SLACK = 2.0
"""Points that nobody sees."""


def is_adjacent(mark: Edges, line: DrawnLine) -> bool:
    """Whether a mark is before the first line of its words, at its height, or right above it."""
    left, top, right, bottom = mark
    middle, words = (top + bottom) / 2, line.baseline - line.size * 0.3
    distance = max(line.left - right, left - line.right, 0.0)
    if distance > 0 or right <= line.left + 1 or left >= line.right - 1:
        return abs(middle - words) < 0.75 * line.size + 2 and distance < _MARK_DISTANCE
    over = line.baseline - line.size * 0.75 - bottom
    return -line.size < over < _MARK_ABOVE * line.size or abs(middle - words) < line.size


def is_elsewhere(
    picture: Edges, before: DrawnLine | None, after: DrawnLine | None, *, rtl: bool
) -> bool:
    """Whether a picture is above the words before it, or below those after it.

    It may be in the next column, which is beside them in the direction of reading.
    """
    left, top, right, bottom = picture
    if before and before.baseline - before.size > bottom:
        column = (before.left, before.right), (left, right)
        return not _is_beside(*column, rtl=rtl)
    if after and after.baseline < top - _SLACK:
        return not _is_beside((left, right), (after.left, after.right), rtl=rtl)
    return False


def _is_beside(one: tuple[float, float], next_to_it: tuple[float, float], *, rtl: bool) -> bool:
    """Whether what is read next, from its left to its right edge, is beside the one before it."""
    if rtl:
        return next_to_it[1] <= one[0] + _SLACK
    return next_to_it[0] >= one[1] - _SLACK


def out_of_order(lines: list[DrawnLine], *, rtl: bool) -> Iterator[DrawnLine]:
    """Lines of one page that are before the line that goes before them.

    The next line is below the one before it, or beside it in the direction of reading; after a
    cell of a table, which may be as high as several rows, below its first line.
    """
    lines = [line for line in lines if not line.is_faint]
    start = lines[0].baseline if lines else 0.0
    for before, line in pairwise(lines):
        if line.texts[0].line == before.texts[-1].line:
            continue
        same = line.texts[0].block == before.texts[0].block
        below = line.baseline > (before.baseline if same else start) + _SLACK
        start = start if same else line.baseline
        edges = (before.left, before.right), (line.left, line.right)
        beside = (rtl and _is_beside(*edges, rtl=True)) or (
            (not rtl or line.texts[0].is_turned) and _is_beside(*edges, rtl=False)
        )
        if not below and not beside:
            yield line
