"""Whether a mark stands beside the words that it is a mark of."""

from build_pack.rendering.page_verification.drawn_lines import DrawnLine

_FAR = 75.0
"""Points between a mark and the words beside it that nobody takes for a pair any more."""
_ABOVE = 1.3
"""How far above its words a mark may end, in sizes of their letters."""
Edges = tuple[float, float, float, float]
"""Left, top, right and bottom in points."""


def is_adjacent(mark: Edges, line: DrawnLine) -> bool:
    """Whether a mark is before the first line of its words, at its height, or right above it."""
    left, top, right, bottom = mark
    middle, words = (top + bottom) / 2, line.baseline - line.size * 0.3
    distance = max(line.left - right, left - line.right, 0.0)
    if distance > 0 or right <= line.left + 1 or left >= line.right - 1:
        return abs(middle - words) < 0.75 * line.size + 2 and distance < _FAR
    over = line.baseline - line.size * 0.75 - bottom
    return -line.size < over < _ABOVE * line.size or abs(middle - words) < line.size
