"""Which sheet contains the list, which line names its columns, and what is wrong with the names."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from build_pack.operations.day.cells import COLUMNS, EMPTY, FACT_COLUMN, REQUIRED, CellType
from build_pack.operations.day.table import ListTable, Row
from build_pack.problems import Place, Problem, ProblemsError, Severity, stop_on_errors
from build_pack.text.keywords import keyword

_LOOKED_AT = 20
"""Lines among which the names of the columns stand, below a title or not."""
_TITLE = 2
"""Filled cells that a title may have; a visit has more."""


@dataclass(frozen=True)
class ColumnHeadings:
    """The line that names the columns."""

    number: int
    """Its own; the visits are below it."""
    columns: Mapping[str, int] = field(repr=False)
    """The number of each named column."""
    width: int
    warnings: tuple[Problem, ...] = ()


def is_name(text: str) -> bool:
    """Whether a cell names a column."""
    return is_column(keyword(text))


def is_column(name: str) -> bool:
    """Whether a column can have this name."""
    return name in COLUMNS or (name.startswith(FACT_COLUMN) and name != FACT_COLUMN)


def sheet_with_list(
    path: Path, tables: Sequence[ListTable]
) -> tuple[ListTable, tuple[Problem, ...]]:
    """The first sheet with a list that is seen; a warning names the others."""
    lists = [table for table in tables if _known(_names(table)[1])]
    if not lists:
        place = next((table.place(1) for table in tables if not table.is_hidden), Place(path))
        hint = f"Choose from: {', '.join(COLUMNS)}. {', '.join(REQUIRED)} are required."
        raise _refused(place, "The first line does not name the columns.", hint)
    first, *others = lists
    if first.is_hidden:
        hint = "Unhide it: in Excel, right-click the name of a sheet, then choose “Unhide”."
        raise _refused(first.place(1), "The sheet with the list is hidden.", hint)
    return first, tuple(_not_read(other) for other in others if not other.is_hidden)


def _not_read(table: ListTable) -> Problem:
    message = f"The sheet “{table.sheet}” also contains a list, which is not read."
    hint = "Save each list as a separate workbook."
    return Problem("list-invalid", table.place(1), message, hint, Severity.WARNING)


def read_headings(table: ListTable) -> ColumnHeadings:
    """The names of the columns, or `ProblemsError` with all that is wrong with them."""
    number, row = _names(table)
    names = {at: keyword(cell.text) for at, cell in enumerate(row, start=1) if cell.text}
    said = stop_on_errors([
        *_column_problems(table, number, names),
        *_above(table, number),
        *_hidden(table, number, names),
    ])  # fmt: skip
    return ColumnHeadings(number, {name: at for at, name in names.items()}, len(row), said)


def _names(table: ListTable) -> tuple[int, Row]:
    """The line with the most names of columns; below a title it is not the first."""
    return max(table.rows[:_LOOKED_AT], key=lambda row: _known(row[1]), default=(1, ()))


def _known(row: Row) -> int:
    return sum(is_name(cell.text) for cell in row)


def _column_problems(table: ListTable, number: int, names: Mapping[int, str]) -> Iterator[Problem]:
    counts = Counter(names.values())
    for at, name in names.items():
        place = table.place(number, at)
        if not is_column(name):
            close = get_close_matches(name, COLUMNS, 1)
            hint = f"Did you mean “{close[0]}”?" if close else f"Choose from: {', '.join(COLUMNS)}."
            message = f"The name of column {table.column(at)} is unknown."
            yield Problem("list-invalid", place, message, hint)
        elif counts[name] > 1:
            message = f"More than one column is named “{name}”."
            yield Problem("list-invalid", place, message, "Keep one of them.")
    for name in REQUIRED:
        if name not in counts:
            message = f"The list has no column “{name}”."
            hint = "Add the column, with its name in the first line."
            yield Problem("list-invalid", table.place(number), message, hint)


def _above(table: ListTable, names: int) -> Iterator[Problem]:
    """Visits that would be left out, as after sorting a list with its first line."""
    for number, row in table.rows:
        filled = [cell for cell in row if cell != EMPTY and cell.sort is not CellType.MERGED]
        if number < names and len(filled) > _TITLE:
            message = "This line is above the column names, so it is not read."
            hint = "Move the column names to the top, or delete this line."
            yield Problem("list-invalid", table.place(number), message, hint)


def _hidden(table: ListTable, number: int, names: Mapping[int, str]) -> Iterator[Problem]:
    for at, name in names.items():
        filled = (row[at - 1].text for line, row in table.rows if line > number)
        if at in table.hidden_columns and any(filled):
            message = f"Column {table.column(at)}, “{name}”, is hidden, but it is read."
            hint = "Unhide it and check its contents, or delete the column."
            place = table.place(number, at)
            yield Problem("list-invalid", place, message, hint, Severity.WARNING)


def _refused(place: Place, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("list-invalid", place, message, hint)])
