"""The sheets of an .xlsx file as cells of text, each of which knows what it is taken for."""

from collections.abc import Callable
from datetime import MAXYEAR, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from unicodedata import normalize

from build_pack.operations.day.cells import EMPTY, CellType, ListCell, formula_cell
from build_pack.operations.day.openpyxl_reader import (
    BrokenWorkbookError,
    TooManyCellsError,
    UnpackedError,
    WorkbookSheet,
    WorkbookValue,
    read_workbook,
)
from build_pack.operations.day.table import ListTable, place_in, require_bounds, too_large
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.text_files import read_bytes
from build_pack.text.limits import MERGED

_MOST_EXACT = 10**15
"""Excel keeps 15 digits of a number; the rest of a longer one is lost."""
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_AGAIN = "Open it in Excel and save it again under another name."


def workbook_tables(path: Path) -> list[ListTable]:
    """The sheets with rows, those that are seen first, or `ProblemsError`."""
    raw = read_bytes(path)
    if raw.startswith(_OLD_OR_LOCKED):
        message = "The file is protected with a password, or is in a format older than Excel 2007."
        hint = "In Excel, remove the password and save the list as “Excel Workbook”."
        raise _refused(path, message, hint)
    try:
        sheets = read_workbook(raw)
    except UnpackedError as error:
        hint = "Copy its rows into a new workbook, then save that."
        raise _refused(path, "The file is too large for a list.", hint) from error
    except TooManyCellsError as error:
        what = f"A sheet has more than {MERGED:,} merged cells or columns"
        raise too_large(Place(path), what) from error
    except BrokenWorkbookError as error:
        raise _refused(path, "The file is not a complete .xlsx file.", _AGAIN) from error
    tables = [_table(path, sheet) for sheet in sheets]
    return sorted(tables, key=lambda table: table.is_hidden)


def _table(path: Path, sheet: WorkbookSheet) -> ListTable:
    width = max((len(row) for _, row in sheet.rows), default=0)
    rows = []
    for number, values in sheet.rows:
        cells = [*map(_cell, values), *[EMPTY] * (width - len(values))]
        require_bounds(place_in(path, sheet.title, number, 1), tuple(cells))
        for column in sheet.shape.covered(number, width):
            cells[column - 1] = ListCell(sort=CellType.MERGED)
        rows.append((number, tuple(cells)))
    crossed = {n for n, values in sheet.rows if any(one.is_crossed_out for one in values)}
    return ListTable(
        path,
        tuple(rows),
        sheet.title,
        sheet.shape.hidden_rows,
        frozenset(crossed),
        sheet.shape.hidden_columns,
        sheet.is_hidden,
    )


def _cell(one: WorkbookValue) -> ListCell:
    """A cell by its value; a formula that no one has worked out is no empty cell."""
    if one.known is None:
        return EMPTY if one.made is None else formula_cell(str(one.made))
    if one.kind == "e":
        return _UNREADABLE
    if isinstance(one.known, bool):
        return ListCell(str(one.known).lower(), CellType.BOOLEAN)
    if isinstance(one.known, int | float):
        return _number(one.known, one.form)
    makers = (make for kind, make in _MAKERS.items() if isinstance(one.known, kind))
    return next(makers, lambda _: _UNREADABLE)(one.known)


def _text(text: str) -> ListCell:
    return ListCell(normalize("NFC", text.replace("\r\n", "\n")).strip())


def _number(number: float, form: str) -> ListCell:
    """A number as it is in the cell: whole, with the zeros before it that its format adds."""
    if not abs(number) < _MOST_EXACT:  # nor is it a number if it is none
        return _UNREADABLE
    if number != int(number):
        return ListCell(repr(number), CellType.NUMBER)
    digits = str(int(number))
    return ListCell(digits.zfill(len(form)) if set(form) == {"0"} else digits, CellType.NUMBER)


def _moment(moment: datetime) -> ListCell:
    """A date with its time, which Excel may keep a hair beside the minute."""
    if moment.year == MAXYEAR:
        return _UNREADABLE
    minute = (moment + timedelta(seconds=30)).replace(second=0, microsecond=0)
    if abs(moment - minute) > timedelta(seconds=1):
        return _UNREADABLE
    clock = f" {minute:%H:%M}" if minute.time() != time() else ""
    return ListCell(f"{minute.date().isoformat()}{clock}", CellType.DATE)


def _time(clock: time) -> ListCell:
    return _clock(datetime.combine(date.min, clock) - datetime.combine(date.min, time()))


def _clock(since_midnight: timedelta) -> ListCell:
    """A time to the minute; Excel keeps it as a part of a day, which may be a hair beside it."""
    minutes = round(since_midnight / timedelta(minutes=1))
    away = abs(since_midnight - timedelta(minutes=minutes))
    if away > timedelta(seconds=1) or not 0 <= minutes < 24 * 60:
        return _UNREADABLE
    return ListCell(f"{minutes // 60:02}:{minutes % 60:02}", CellType.TIME)


_UNREADABLE = ListCell(sort=CellType.UNREADABLE)
_MAKERS: dict[type, Callable[[Any], ListCell]] = {
    str: _text,
    datetime: _moment,
    time: _time,
    timedelta: _clock,
}
"""What makes a cell of a value, by the value's kind."""


def _refused(path: Path, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("list-invalid", Place(path), message, hint)])
