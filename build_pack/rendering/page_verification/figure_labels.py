"""Whether the labels of a drawing are at the parts of it that they name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_pack.rendering.page_verification.drawn_lines import DrawnLine
from build_pack.rendering.page_verification.page_content import Edges

_LABEL_DISTANCE = 0.035
"""How far a label's middle may be from its height, as a share of the picture's."""
_SLACK = 2.0
"""Points that nobody sees."""


@dataclass(frozen=True, slots=True)
class FigureLabel:
    """A label of a drawing: its letters in the row, and where it belongs."""

    start: int
    end: int
    picture: int
    """The number of its picture in the document."""
    side: str
    """`left` or `right`; empty for one in a row below."""
    height: int
    """In hundredths of the picture's."""
    column: int
    columns: int


def label(
    column: int, columns: int, classes: list[str], place: tuple[int, int, int]
) -> FigureLabel:
    """Read a label from the classes of its item in a list."""
    names = {name.split("-")[0]: name.split("-")[-1] for name in classes}
    side, height = names.get("label", ""), names.get("at", "0")
    is_side = side in {"left", "right"} and height.isdigit()
    where = (side, int(height)) if is_side else ("", 0)
    return FigureLabel(*place, *where, column, columns)


def misplaced_label(
    label: FigureLabel, lines: Sequence[DrawnLine], picture: Edges, *, rtl: bool
) -> bool:
    """Whether a label of these lines is not where its part of the picture is."""
    left, top, right, bottom = picture
    edges = min(line.left for line in lines), max(line.right for line in lines)
    above = min(line.baseline - 0.75 * line.size for line in lines)
    below = max(line.baseline + 0.25 * line.size for line in lines)
    middle, across = (above + below) / 2, sum(edges) / 2
    if not label.side:
        column = label.columns - 1 - label.column if rtl else label.column
        width = (right - left) / label.columns
        return (
            not (left + column * width <= across <= left + (column + 1) * width) or below < bottom
        )
    height = top + (bottom - top) * label.height / 100
    slack = max(_LABEL_DISTANCE * (bottom - top), 0.5 * lines[0].size)
    centre = (left + right) / 2
    is_beside = edges[1] <= centre + _SLACK if label.side == "left" else edges[0] >= centre - _SLACK
    return not is_beside or abs(middle - height) > slack


def of_label(label: FigureLabel, lines: Sequence[DrawnLine]) -> Iterator[DrawnLine]:
    """The lines that a label's words are in."""
    for line in lines:
        if any(label.start <= text.at < label.end for text in line.texts):
            yield line
