"""Whether words, marks, pictures and labels are where they belong, and in order.

A mark belongs to its words, a label to its part of a drawing, and the cell of a table in its
column: a mark below the wrong day is a wrong day.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from build_pack.rendering.page_verification.drawn_lines import DrawnLine
from build_pack.rendering.page_verification.page_content import Edges, PageText, TableCell
from build_pack.rendering.units import POINTS_PER_PIXEL

_MARK_DISTANCE = 75.0
"""Points between a mark and the words beside it that nobody takes for a pair any more."""
_MARK_ABOVE = 1.3
"""How far above its words a mark may end, in sizes of their letters."""
_LABEL_DISTANCE = 0.035
"""How far a label's middle may be from its height, as a share of the picture's."""
_SLACK = 2.0
"""Points that nobody sees."""
_COLUMN_SLACK = 3.0
"""Pixels of the layout."""


def is_adjacent(mark: Edges, line: DrawnLine) -> bool:
    """Whether a mark is before the first line of its words, at its height, or right above it."""
    left, top, right, bottom = mark
    middle, words = (top + bottom) / 2, line.baseline - line.size * 0.3
    distance = max(line.left - right, left - line.right, 0.0)
    if distance > 0 or right <= line.left + 1 or left >= line.right - 1:
        return abs(middle - words) < 0.75 * line.size + 2 and distance < _MARK_DISTANCE
    over = line.baseline - line.size * 0.75 - bottom
    return -line.size < over < _MARK_ABOVE * line.size or abs(middle - words) < line.size


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


def is_elsewhere(picture: Edges, before: DrawnLine | None, after: DrawnLine | None) -> bool:
    """Whether a picture is above the words before it, or below those after it."""
    _, top, _, bottom = picture
    too_high = before is not None and before.baseline - before.size > bottom
    return too_high or (after is not None and after.baseline < top - _SLACK)


def of_label(label: FigureLabel, lines: Sequence[DrawnLine]) -> Iterator[DrawnLine]:
    """The lines that a label's words are in."""
    for line in lines:
        if any(label.start <= text.at < label.end for text in line.texts):
            yield line


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
        from_left = not rtl or line.texts[0].is_turned
        beside = (from_left and line.left >= before.right - _SLACK) or (
            rtl and line.right <= before.left + _SLACK
        )
        if not below and not beside:
            yield line


def columns(table: Any) -> Iterator[tuple[Any, int]]:
    """Each cell of a table in HTML with the number of its column."""
    taken: dict[tuple[int, int], bool] = {}
    rows = list(table.iter("tr"))
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            if cell.tag not in {"td", "th"}:
                continue
            while taken.get((x, y)):
                x += 1
            wide, high = (int(cell.get(name, "1")) for name in ("colspan", "rowspan"))
            for right in range(wide):
                for below in range(high):
                    taken[x + right, y + below] = True
            yield cell, x
            x += wide


def outside_column(lines: Iterable[DrawnLine], wanted: dict[int, int]) -> Iterator[DrawnLine]:
    """Lines of one page that are not in the column of their cell; `wanted` says it by letter."""
    lefts: dict[tuple[int, int, int], float] = {}
    for line in lines:
        for text in line.texts:
            cell = text.cell
            if text.at in wanted and (cell is None or cell.column != wanted[text.at]):
                yield line
                break
            if cell is None:
                continue
            left = cell.left + line.shift
            first = lefts.setdefault((cell.table, cell.column, cell.colspan), left)
            if abs(first - left) > _COLUMN_SLACK or not _is_inside(line, text, cell):
                yield line
                break


def _is_inside(line: DrawnLine, text: PageText, cell: TableCell) -> bool:
    """Whether a text is where its cell is, and the cell in its row."""
    left, top, width, height = cell.area
    start, baseline = text.left + line.shift, line.baseline / POINTS_PER_PIXEL
    if cell.row_top is not None and abs(top - cell.row_top) > _COLUMN_SLACK:
        return False
    return (
        left - _COLUMN_SLACK <= start
        and start + text.width <= left + width + _COLUMN_SLACK
        and top - _COLUMN_SLACK <= baseline <= top + height + _COLUMN_SLACK
    )
