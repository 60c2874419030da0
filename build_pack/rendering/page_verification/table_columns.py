"""Whether the words of a table are in their columns: a mark below the wrong day is a wrong day.

The columns are counted in the page's HTML, and looked for where the words are drawn.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from build_pack.rendering.page_verification.drawn_lines import DrawnLine
from build_pack.rendering.page_verification.page_content import PageText, TableCell
from build_pack.rendering.units import POINTS_PER_PIXEL

_COLUMN_SLACK = 3.0
"""Pixels of the layout."""


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
