"""Whether the cells of tables stand in their columns: a mark below the wrong day is a wrong day."""

from collections.abc import Iterator
from typing import Any

from build_pack.rendering.page_verification.drawn_lines import DrawnLine

_SLACK = 3.0
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


def outside_column(lines: list[DrawnLine], wanted: dict[int, int]) -> Iterator[DrawnLine]:
    """Lines of one page that are not in the column of their cell; `wanted` says it by letter."""
    lefts: dict[tuple[int, int, int], float] = {}
    for line in lines:
        for text in line.texts:
            cell = text.cell
            if text.at in wanted and (cell is None or cell.grid_x != wanted[text.at]):
                yield line
                break
            if cell is None:
                continue
            left = cell.position_x + line.shift
            first = lefts.setdefault((id(text.table), cell.grid_x, cell.colspan), left)
            if abs(first - left) > _SLACK or not _is_inside(line, text, cell):
                yield line
                break


def _is_inside(line: DrawnLine, text: Any, cell: Any) -> bool:
    """Whether a text is where its cell is, and the cell in its row."""
    box, left, top = text.box, cell.border_box_x(), cell.border_box_y()
    across, base = box.position_x + line.shift, line.baseline / 0.75
    if text.row is not None and abs(top - text.row.position_y) > _SLACK:
        return False
    return bool(
        left - _SLACK <= across
        and across + box.width <= left + cell.border_width() + _SLACK
        and top - _SLACK <= base <= top + cell.border_height() + _SLACK
    )
