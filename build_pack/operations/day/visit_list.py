"""A day's list as a nurse keeps it, a text or a workbook: one line a visit.

No message repeats what is in a cell: it may be a patient's name in the wrong place.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from build_pack.locales import Locale
from build_pack.operations.day.cells import (
    COLUMNS,
    EMPTY,
    FACT_COLUMN,
    CellType,
    ListCell,
    cell_problems,
)
from build_pack.operations.day.column_headings import (
    ColumnHeadings,
    is_name,
    read_headings,
    sheet_with_list,
)
from build_pack.operations.day.csv_rows import read_csv_table
from build_pack.operations.day.list_dates import Fault, read_moment, read_start
from build_pack.operations.day.table import ListTable, Row, place_in
from build_pack.operations.day.workbook_cells import workbook_tables
from build_pack.planning.medicine_lookup.entry_parser import split_entries
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.text.keywords import keyword
from build_pack.visits.visit_reader import VisitText

_LARGE_PRINT = "large-print"
_PREVIOUS = "previous-date"
_COLUMNS = {"start": "date", "large_print": "format", "previous_date": _PREVIOUS}
"""Where fields of a visit stand that have no column of their own name."""
FORMATS = ("standard", _LARGE_PRINT)
"""How a pack can be laid out."""
MOST_LINES = 200
"""A day's list has some tens; each line takes seconds, and memory while all are joined."""
_TEXTS = (".csv", ".tsv", ".txt")
_WORKBOOKS = (".xlsx", ".xlsm")


@dataclass(frozen=True)
class ListLine:
    """One line of a list. Its number is that of the row that a spreadsheet program shows."""

    path: Path
    sheet: str
    """Empty of a text."""
    number: int
    columns: Mapping[str, int] = field(repr=False, hash=False)
    """The number of each column that the list has."""
    texts: Mapping[str, str] = field(repr=False, hash=False)
    """By column; empty also where the list lacks the column, and where a cell cannot be read."""
    problems: tuple[Problem, ...]
    is_meant: bool = True
    """Whether its visit is looked at; not if the row is hidden, crossed out or of another width."""

    @property
    def visit(self) -> VisitText:
        """The visit, still in words."""
        day, clock = self.texts["date"], self.texts["time"]
        return VisitText(
            start=f"{day}T{clock}" if day and clock else "",
            region=self.texts["region"],
            side=self.texts["side"],
            kidney=self.texts["kidney"],
            facts=tuple(
                f"{name.removeprefix(FACT_COLUMN)}={text}"
                for name, text in self.texts.items()
                if name.startswith(FACT_COLUMN) and text
            ),
            medicines=split_entries(self.texts["medicines"]),
            label=self.texts["label"],
            large_print=keyword(self.texts["format"]) == _LARGE_PRINT,
            previous_date=self.texts[_PREVIOUS],
        )

    def place(self, name: str) -> Place:
        """Where a column of this line stands, or that of a field of its visit."""
        name = name.replace("facts:", FACT_COLUMN)
        column = self.columns.get(_COLUMNS.get(name, name), 0)
        return place_in(self.path, self.sheet, self.number, column)

    def column(self, place: Place) -> str:
        """The name of the column at a place, the inverse of `place`."""
        return next((n for n, column in self.columns.items() if column == place.column), "")


def read_list(path: Path) -> tuple[ListLine, ...]:
    """Read a list, or raise `ProblemsError` if it cannot be read as one.

    A line that has faults of its own comes with them; each comes with the warnings of the list.
    """
    if not os.path.exists(path):  # noqa: PTH110 - also of a name that no file can have
        hint = "Create the file, or correct its name."
        place = Place(Path("LIST"))  # what leads to no file may be a patient's name
        raise ProblemsError([Problem("file-missing", place, "The file does not exist.", hint)])
    table, said = sheet_with_list(path, _tables(path))
    names = read_headings(table)
    rows = [(number, row) for number, row in table.rows if number > names.number]
    unclear = dict(_unclear(table, names))
    count = len(rows) - len(unclear)
    if not rows or count > MOST_LINES:
        message = f"The list has {count} visits."
        hint = f"Add one line per visit below the column names, at most {MOST_LINES}."
        raise _refused(Place(path), message, hint)
    beside = {} if not table.sheet else dict(_beside(table, names))
    said += names.warnings
    lines = (_line(table, names, row, {**beside, **unclear}) for row in rows)
    return tuple(replace(line, problems=(*said, *line.problems)) for line in lines)


def _tables(path: Path) -> list[ListTable]:
    suffix = path.suffix.lower()
    if suffix in _WORKBOOKS:
        return workbook_tables(path)
    if suffix in _TEXTS:
        return [read_csv_table(path, is_name)]
    message = "A list of visits has to be a .csv or .xlsx file."
    raise _refused(Place(path), message, "Save it from Excel as .xlsx or as “CSV UTF-8”.")


def _unclear(table: ListTable, names: ColumnHeadings) -> Iterator[tuple[int, Problem]]:
    """Rows of which nobody can know whether their visits are meant; one problem for all alike.

    Who filters a list wants what is seen; who has forgotten a filter wants all.
    """
    for numbers, what, undo in (
        (table.hidden, "hidden", "unhide the row"),
        (table.crossed_out, "crossed out", "remove the strikethrough"),
    ):
        rows = [number for number, _ in table.rows if number in numbers and number > names.number]
        if rows:
            are = f"Row {rows[0]} is" if len(rows) == 1 else f"Rows {_ranges(rows)} are"
            message = f"{are} {what}, so no pack is made."
            hint = f"If the visit is meant, {undo}; otherwise delete the row from the list."
            problem = Problem("row-unclear", table.place(rows[0]), message, hint)
            yield from ((number, problem) for number in rows)


def _ranges(numbers: Sequence[int]) -> str:
    """Rising numbers with those in a row as `5–9`."""
    runs = groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])
    spans = [[number for _, number in run] for _, run in runs]
    return ", ".join(str(one[0]) if len(one) == 1 else f"{one[0]}–{one[-1]}" for one in spans)


def _beside(table: ListTable, names: ColumnHeadings) -> Iterator[tuple[int, Problem]]:
    """Rows with something in a column without a name; each such column is reported once."""
    told: dict[int, Problem] = {}
    for number, row in table.rows:
        for at, cell in enumerate(row, start=1):
            is_empty = cell == EMPTY or cell.sort is CellType.MERGED
            if number <= names.number or is_empty or at in names.columns.values():
                continue
            message = f"Column {table.column(at)} is not empty, but has no name."
            hint = "Move notes to another sheet, or delete them."
            place = table.place(number, at)
            yield number, told.setdefault(at, Problem("list-invalid", place, message, hint))


def _line(
    table: ListTable,
    names: ColumnHeadings,
    numbered: tuple[int, Row],
    unclear: Mapping[int, Problem],
) -> ListLine:
    number, row = numbered
    columns = (*COLUMNS, *(name for name in names.columns if name not in COLUMNS))
    line = ListLine(table.path, table.sheet, number, names.columns, dict.fromkeys(columns, ""), ())
    problem = unclear.get(number)
    if not problem and not table.sheet and not _fits(row, names):
        return replace(line, problems=(_misfit(table, number, names),), is_meant=False)
    cells = {name: _cell(row, names.columns.get(name)) for name in columns}
    texts = {name: cell.text for name, cell in cells.items()}
    locale = Locale.typed(keyword(texts["locale"]))
    start = read_start(texts["date"], texts["time"], locale)
    previous, fault = read_moment(texts[_PREVIOUS], locale) if texts[_PREVIOUS] else ("", None)
    texts |= {"date": start.day, "time": start.clock, _PREVIOUS: previous}
    faults = {"date": start.date_fault, "time": start.time_fault, _PREVIOUS: fault}
    if problem:
        return replace(line, texts=texts, problems=(problem,), is_meant=False)
    problems = []
    for name, cell in cells.items():
        if name == "time" and cell == EMPTY and start.clock:
            continue  # it is with the date
        found = list(_problems(name, cell, faults.get(name), line.place(name)))
        texts[name] = "" if found else texts[name]
        problems += found
    return replace(line, texts=texts, problems=tuple(problems))


def _cell(row: Row, column: int | None) -> ListCell:
    return row[column - 1] if column else EMPTY


def _problems(name: str, cell: ListCell, fault: Fault | None, place: Place) -> Iterator[Problem]:
    """What is wrong with a cell, or else with the date or the time in it."""
    found = list(cell_problems(name, cell, place))
    yield from found
    if fault and not found:
        yield Problem("visit-invalid", place, *fault)


def _fits(row: Row, names: ColumnHeadings) -> bool:
    """Whether each cell has its column; if not, mostly a text with delimiters is not quoted."""
    named = set(names.columns.values())
    beside = (cell for number, cell in enumerate(row, start=1) if number not in named)
    return len(row) >= names.width and all(cell == EMPTY for cell in beside)


def _misfit(table: ListTable, number: int, names: ColumnHeadings) -> Problem:
    message = (
        f"The line does not have the same number of cells as the first line, {len(names.columns)}."
    )
    hint = 'Put texts that contain commas or semicolons in "quotation marks".'
    return Problem("list-invalid", table.place(number), message, hint)


def _refused(place: Place, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("list-invalid", place, message, hint)])
