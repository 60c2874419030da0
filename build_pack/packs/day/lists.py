"""A day's list as a nurse keeps it, .csv or .xlsx: one line a visit.

No message repeats what stands in a cell: it may be a patient's name in the wrong place.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from build_pack.content.text import keyword
from build_pack.packs.day.cells import COLUMNS, EMPTY, REQUIRED, Cell, cell_problems, clock_text
from build_pack.packs.day.csvfiles import csv_rows
from build_pack.packs.day.spreadsheets import sheet_rows
from build_pack.packs.visiting import VisitText
from build_pack.planning.entries import split_entries
from build_pack.problems import Place, Problem, ProblemsError, stop_on_errors

_LARGE_PRINT = "large-print"
FORMATS = ("standard", _LARGE_PRINT)
"""How a pack can be laid out."""
MOST_LINES = 200
"""A day's list has some tens; each line takes seconds, and memory while all are joined."""


@dataclass(frozen=True)
class Line:
    """One line of a list. Its number is that of the row that a spreadsheet program shows."""

    path: Path
    number: int
    columns: Mapping[str, int] = field(repr=False, hash=False)
    """The number of each column that the list has."""
    texts: Mapping[str, str] = field(repr=False, hash=False)
    """By column; empty also where the list lacks the column, and where a cell cannot be read."""
    problems: tuple[Problem, ...]

    @property
    def visit(self) -> VisitText:
        """The visit, still in words."""
        day, clock = self.texts["date"], self.texts["time"]
        return VisitText(
            start=f"{day}T{clock}" if day and clock else "",
            region=self.texts["region"],
            side=self.texts["side"],
            kidney=self.texts["kidney"],
            medicines=split_entries(self.texts["medicines"]),
            label=self.texts["label"],
            large_print=keyword(self.texts["format"]) == _LARGE_PRINT,
        )

    def place(self, name: str) -> Place:
        """Where a column of this line stands; a visit's start stands under its date."""
        return _place(self.path, self.number, self.columns, name)

    def column(self, place: Place) -> str:
        """The name of the column at a place, the inverse of `place`."""
        return next((n for n, column in self.columns.items() if column == place.column), "")


def read_list(path: Path) -> tuple[Line, ...]:
    """Read a list, or raise `ProblemsError` if it cannot be read as one.

    A line that has faults of its own comes with them.
    """
    rows = _rows(path)
    columns = _columns(path, rows[0] if rows else ())
    lines = tuple(
        _line(path, number, row, columns, len(rows[0]))
        for number, row in enumerate(rows[1:], start=2)
        if any(cell != EMPTY for cell in row)
    )
    if not 0 < len(lines) <= MOST_LINES:
        message = f"The list has {len(lines)} visits."
        hint = f"Give it one line a visit below the names of the columns, {MOST_LINES} at most."
        raise _refused(Place(path), message, hint)
    return lines


def _rows(path: Path) -> list[tuple[Cell, ...]]:
    match path.suffix.lower():
        case ".xlsx":
            return sheet_rows(path)
        case ".csv":
            return csv_rows(path, lambda cell: _name(cell) in COLUMNS)
    message = "A list of visits is a .csv or .xlsx file."
    raise _refused(Place(path), message, "Save it from Excel as .xlsx or as “CSV UTF-8”.")


def _name(cell: str) -> str:
    return keyword(cell)


def _place(path: Path, number: int, columns: Mapping[str, int], name: str) -> Place:
    return Place(path, number, columns.get("date" if name == "start" else name, 0))


def _columns(path: Path, first: tuple[Cell, ...]) -> dict[str, int]:
    """The number of each named column, or `ProblemsError` with all that is wrong with the names."""
    names = {number: _name(cell.text) for number, cell in enumerate(first, start=1) if cell.text}
    if not set(names.values()) & set(COLUMNS):
        hint = f"Choose from: {', '.join(COLUMNS)}. {', '.join(REQUIRED)} are needed."
        raise _refused(Place(path, 1), "The first line does not name the columns.", hint)
    stop_on_errors(_column_problems(path, names))
    return {name: number for number, name in names.items()}


def _column_problems(path: Path, names: Mapping[int, str]) -> Iterator[Problem]:
    counts = Counter(names.values())
    for number, name in names.items():
        place = Place(path, 1, number)
        if name not in COLUMNS:
            close = get_close_matches(name, COLUMNS, 1)
            hint = f"Choose from: {', '.join(COLUMNS)}."
            hint = f"Did you mean “{close[0]}”?" if close else hint
            yield Problem("list-invalid", place, f"The name of column {number} is not known.", hint)
        elif counts[name] > 1:
            message = f"More than one column is called “{name}”."
            yield Problem("list-invalid", place, message, "Keep one of them.")
    for name in REQUIRED:
        if name not in counts:
            message = f"The list has no column “{name}”."
            yield Problem("list-invalid", Place(path, 1), message, "Add it, with its name on top.")


def _line(
    path: Path, number: int, row: tuple[Cell, ...], columns: Mapping[str, int], width: int
) -> Line:
    texts = dict.fromkeys(COLUMNS, "")
    if not _fits(row, columns, width):
        message = f"The line does not have the same {len(columns)} cells as the first line."
        hint = 'Put a text that holds commas or semicolons into "quotation marks".'
        problem = Problem("list-invalid", Place(path, number), message, hint)
        return Line(path, number, columns, texts, (problem,))
    problems: list[Problem] = []
    for name in COLUMNS:
        cell = row[columns[name] - 1] if name in columns else EMPTY
        found = list(cell_problems(name, cell, _place(path, number, columns, name)))
        texts[name] = "" if found else cell.text
        problems += found
    texts["time"] = clock_text(texts["time"])
    return Line(path, number, columns, texts, tuple(problems))


def _fits(row: tuple[Cell, ...], columns: Mapping[str, int], width: int) -> bool:
    """Whether each cell has its column; if not, mostly a text with delimiters is not quoted."""
    named = set(columns.values())
    beside = (cell for number, cell in enumerate(row, start=1) if number not in named)
    return len(row) >= width and all(cell == EMPTY for cell in beside)


def _refused(place: Place, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("list-invalid", place, message, hint)])
