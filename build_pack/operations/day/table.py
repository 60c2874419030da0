"""The rows of a list of either kind of file, and what only a spreadsheet says of them."""

from dataclasses import dataclass, field
from pathlib import Path

from build_pack.operations.day.cells import ListCell
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.text.limits import CELL_CHARACTERS, COLUMNS

Row = tuple[ListCell, ...]


@dataclass(frozen=True)
class ListTable:
    """The rows with anything in them, each with its number; all else is of spreadsheets alone."""

    path: Path
    rows: tuple[tuple[int, Row], ...] = field(repr=False)
    sheet: str = ""
    """The name of the sheet; empty of a .csv file."""
    hidden: frozenset[int] = frozenset()
    """The numbers of rows that nobody sees, because of a filter or because somebody hid them."""
    crossed_out: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False
    """Whether the whole sheet is."""

    def place(self, number: int, column: int = 0) -> Place:
        """Where a cell stands; without a column, a row."""
        return place_in(self.path, self.sheet, number, column)

    def column(self, number: int) -> str:
        """A column as it is called where the list is looked at."""
        return column_letters(number) if self.sheet else str(number)


CELL = f"A cell has more than {CELL_CHARACTERS:,} characters"
_ROW = f"A row has more than {COLUMNS} cells"


def require_bounds(place: Place, row: Row) -> None:
    """Raise `ProblemsError` if a row has more or longer cells than are read."""
    if len(row) > COLUMNS:
        raise too_large(place, _ROW)
    if any(len(cell.text) > CELL_CHARACTERS for cell in row):
        raise too_large(place, CELL)


def too_large(place: Place, what: str) -> ProblemsError:
    """That a list is larger than any that is read."""
    message = f"{what}, which is the maximum."
    hint = "Copy the rows of the list into a new workbook, then save that."
    return ProblemsError([Problem("list-invalid", place, message, hint)])


def place_in(path: Path, sheet: str, number: int, column: int) -> Place:
    """Where a cell is in a sheet, or in a text if `sheet` is empty."""
    cell = f"{sheet}!{column_letters(column or 1)}{number}" if sheet else ""
    return Place(path, number, column, cell)


def column_letters(column: int) -> str:
    """A column as spreadsheet programs call it: 1 is A, 27 is AA."""
    if not column:
        return ""
    before, last = divmod(column - 1, 26)
    return column_letters(before) + chr(ord("A") + last)
