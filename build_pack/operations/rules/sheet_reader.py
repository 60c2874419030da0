"""The rows of a workbook with rules; what is wrong is told by the cell."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_pack.operations.day.cells import NO_VALUE, CellType, ListCell
from build_pack.operations.day.openpyxl_reader import MOST_FILLED
from build_pack.operations.day.table import ListTable, Row, column_letters, too_large
from build_pack.operations.day.workbook_cells import workbook_tables
from build_pack.operations.rules.cell_values import cell_value
from build_pack.operations.rules.columns import CASE, ROW, RULE, SUBJECT, column, is_column
from build_pack.operations.rules.rows import Cells
from build_pack.problems import Place, Problem, ProblemsError, sorted_problems
from build_pack.text.hidden_characters import HIDDEN_HINT, hidden_character
from build_pack.text.limits import listed
from build_pack.text.suggestions import nearest

_LOOKED_AT = 20
"""Rows among which the names of the columns stand, below a title or not."""
_TITLE = 2
_UNREAD = "?"
_LISTED = "The second sheet of an exported workbook lists the columns."


@dataclass(frozen=True)
class SheetRow:
    """A row that says what it is for."""

    subject: tuple[str, str]
    is_case: bool
    cells: Cells
    places: Mapping[str, Place]
    """Where the cell of each column stands, filled or not."""

    @property
    def place(self) -> Place:
        """Where it says what it is for."""
        return self.places[next(key for key in (*SUBJECT, ROW) if key in self.places)]


@dataclass(frozen=True)
class RuleSheet:
    """The rows of a sheet, and what is wrong with single cells of them."""

    rows: tuple[SheetRow, ...]
    faults: tuple[Problem, ...]


def read_rule_rows(path: Path) -> RuleSheet:
    """The first sheet that has columns of rules, or `ProblemsError` if its rows are unclear."""
    table, number, names = _sheet(path)
    columns = {name: at for at, name in names.items() if is_column(name)}
    problems = [*_heading_problems(table, number, names), *_stray(table, number, names)]
    rows = [row for row in table.rows if row[0] > number and any(cell.text for cell in row[1])]
    if ROW not in columns:
        raise ProblemsError(listed(sorted_problems(problems)))
    problems += [one for row in rows for one in _row_problems(table, row, columns)]
    faults = [one for row in rows for one in _all_cell_problems(table, row, columns)]
    if problems or not all(_is_clear(cells, columns) for _, cells in rows):
        raise ProblemsError(listed(sorted_problems([*problems, *faults])))
    return RuleSheet(tuple(_row(table, row, columns) for row in rows), tuple(faults))


def _is_clear(cells: Row, columns: Mapping[str, int]) -> bool:
    """Whether a row says what it is for, so that the rest of it can be looked at."""
    names = any(_text(cells, columns, key) for key in SUBJECT)
    read = all(cells[columns[key] - 1].sort not in NO_VALUE for key in SUBJECT if key in columns)
    return names and read and _text(cells, columns, ROW) in {RULE, CASE}


def _sheet(path: Path) -> tuple[ListTable, int, dict[int, str]]:
    """The sheet, the row with the names of its columns, and each name by its column."""
    tables = workbook_tables(path)
    for table in tables:
        if len(table.rows) >= MOST_FILLED:
            raise too_large(table.place(1), f"A sheet has {MOST_FILLED:,} or more rows")
        for number, row in table.rows[:_LOOKED_AT]:
            names = {at: cell.text for at, cell in enumerate(row, start=1) if cell.text}
            if sum(map(is_column, names.values())) > _TITLE:
                return table, number, names
    place = tables[0].place(1) if tables else Place(path)
    message = "No row has the names of the columns."
    hint = f"Begin with a workbook that build-pack rules export has made. {_LISTED}"
    raise ProblemsError([Problem("list-invalid", place, message, hint)])


def _heading_problems(table: ListTable, number: int, names: Mapping[int, str]) -> Iterator[Problem]:
    counts = Counter(names.values())
    known = [*SUBJECT, ROW, "decision"]
    for at, name in names.items():
        place = table.place(number, at)
        if not is_column(name):
            message = f"The name of column {column_letters(at)} is unknown."
            meant = nearest(name, known)
            yield Problem(
                "list-invalid", place, message, f"Did you mean “{meant}”?" if meant else _LISTED
            )
        elif counts[name] > 1:
            message = f"More than one column is named “{name}”."
            yield Problem("list-invalid", place, message, "Keep one of them.")
    if ROW not in counts or not counts.keys() & set(SUBJECT):
        message = f"The columns “{ROW}” and “medicine” or “class” are required."
        hint = "Add the column, with its name in the first row."
        yield Problem("list-invalid", table.place(number), message, hint)


def _stray(table: ListTable, number: int, names: Mapping[int, str]) -> Iterator[Problem]:
    """What stands where nothing is read."""
    for line, row in table.rows:
        filled = [at for at, cell in enumerate(row, start=1) if cell.text]
        if line < number and len(filled) > _TITLE:
            message = "This row is above the column names, so it is not read."
            hint = "Move the column names to the top, or delete this row."
            yield Problem("list-invalid", table.place(line), message, hint)
        elif line > number:
            for at in set(filled) - names.keys():
                message = "This cell is in a column without a name, so it is not read."
                yield Problem("list-invalid", table.place(line, at), message, "Clear the cell.")


def _row_problems(
    table: ListTable, row: tuple[int, Row], columns: Mapping[str, int]
) -> Iterator[Problem]:
    number, cells = row
    if number in table.crossed_out:
        hint = "Delete the row, or undo the crossing out."
        yield Problem("row-unclear", table.place(number), "The row is crossed out.", hint)
    kind = cells[columns[ROW] - 1]
    if kind.text not in {RULE, CASE} and kind.sort is not CellType.MERGED:
        message = f"“{ROW}” is neither {RULE} nor {CASE}."
        hint = (
            f"Write {CASE} for one case of several; {RULE} for what a rule says by itself, or for "
            "all its cases."
        )
        yield Problem("value-invalid", table.place(number, columns[ROW]), message, hint)
    if not any(_text(cells, columns, key) for key in SUBJECT):
        message = "The row does not say which medicine or class it is for."
        hint = "Fill in “medicine” or “class” in each row."
        if not any(cells[at - 1].sort is CellType.MERGED for at in map(columns.get, SUBJECT) if at):
            yield Problem("key-missing", table.place(number), message, hint)


def _all_cell_problems(
    table: ListTable, row: tuple[int, Row], columns: Mapping[str, int]
) -> Iterator[Problem]:
    number, cells = row
    kind = cells[columns[ROW] - 1]
    for name, at in columns.items():
        for fault in _cell_faults(name, cells[at - 1], kind.text):
            yield Problem("value-invalid", table.place(number, at), *fault)
        if found := hidden_character(cells[at - 1].text):
            message = f"The cell under “{name}” contains the invisible character {found[1]}."
            yield Problem("character-forbidden", table.place(number, at), message, HIDDEN_HINT)


def _cell_faults(name: str, cell: ListCell, kind: str) -> Iterator[tuple[str, str]]:
    if found := NO_VALUE.get(cell.sort):
        yield f"The cell under “{name}” {found[0]}.", found[1]
        return
    if not cell.text or name == ROW or kind not in {RULE, CASE}:
        return
    own = column(name, kind)
    if name in SUBJECT:
        own = column(name, RULE)
    if own is None:
        needed = CASE if kind == RULE else RULE
        message = f"“{name}” cannot be filled in where “{ROW}” is {kind}."
        yield message, f"Move it to a row with {needed}, or clear the cell."
    elif cell.sort in {CellType.DATE, CellType.TIME} and not (
        own.is_date and cell.sort is CellType.DATE
    ):
        message = f"The cell under “{name}” was converted to a {cell.sort}."
        yield message, "Format the cell as text, then type it again."
    elif own.words and not _is_known(cell_value(cell.text, own), own.words):
        yield f"“{name}” has an unknown value.", f"Choose from: {', '.join(own.words)}."


def _is_known(value: object, words: tuple[str, ...]) -> bool:
    given = value if isinstance(value, list) else [value]
    return all(isinstance(one, bool) or one in words for one in given)


def _text(cells: Row, columns: Mapping[str, int], name: str) -> str:
    return cells[columns[name] - 1].text if name in columns else ""


def _said(cell: ListCell) -> str:
    """What a cell says, or a word that no key takes for a value where nobody can read it."""
    return _UNREAD if cell.sort in NO_VALUE else cell.text


def _row(table: ListTable, row: tuple[int, Row], columns: Mapping[str, int]) -> SheetRow:
    number, cells = row
    texts = {name: _said(cells[at - 1]) for name, at in columns.items()}
    own = {name: text for name, text in texts.items() if text and name not in {*SUBJECT, ROW}}
    places = {name: table.place(number, at) for name, at in columns.items()}
    subject = texts.get("medicine", ""), texts.get("class", "")
    return SheetRow(subject, texts[ROW] == CASE, own, places)
