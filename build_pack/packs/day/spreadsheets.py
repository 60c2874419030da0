"""The sheets of an .xlsx file as cells of text, each of which knows what it is taken for."""

from collections.abc import Callable
from datetime import MAXYEAR, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from unicodedata import normalize

from build_pack.content.limits import MERGED
from build_pack.content.text import read_bytes
from build_pack.packs.day.cells import EMPTY, Cell, Sort, formula
from build_pack.packs.day.table import Table, place_in, require_bounds, too_large
from build_pack.packs.day.workbooks import (
    BrokenWorkbookError,
    Sheet,
    TooManyError,
    UnpackedError,
    Value,
    read_sheets,
)
from build_pack.problems import Place, Problem, ProblemsError

_MOST_EXACT = 10**15
"""Excel keeps 15 digits of a number; the rest of a longer one is lost."""
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_AGAIN = "Open it in Excel and save it again under another name."


def sheet_tables(path: Path) -> list[Table]:
    """The sheets with rows, those that are seen first, or `ProblemsError`."""
    raw = read_bytes(path)
    if raw.startswith(_OLD_OR_LOCKED):
        message = "The file is locked by a password, or of an Excel before 2007."
        hint = "In Excel, remove the password and save the list as “Excel Workbook”."
        raise _refused(path, message, hint)
    try:
        sheets = read_sheets(raw)
    except UnpackedError as error:
        hint = "Copy the rows of the list into a new workbook and save that."
        raise _refused(path, "The file is too large for a list of visits.", hint) from error
    except TooManyError as error:
        what = f"A sheet has more than {MERGED:,} merged cells or columns"
        raise too_large(Place(path), what) from error
    except BrokenWorkbookError as error:
        raise _refused(path, "The file is not a whole .xlsx file.", _AGAIN) from error
    tables = [_table(path, sheet) for sheet in sheets]
    return sorted(tables, key=lambda table: table.is_hidden)


def _table(path: Path, sheet: Sheet) -> Table:
    width = max((len(row) for _, row in sheet.rows), default=0)
    rows = []
    for number, values in sheet.rows:
        cells = [*map(_cell, values), *[EMPTY] * (width - len(values))]
        require_bounds(place_in(path, sheet.title, number, 1), tuple(cells))
        for column in sheet.shape.covered(number, width):
            cells[column - 1] = Cell(sort=Sort.MERGED)
        rows.append((number, tuple(cells)))
    crossed = {n for n, values in sheet.rows if any(one.is_crossed_out for one in values)}
    return Table(
        path,
        tuple(rows),
        sheet.title,
        sheet.shape.hidden_rows,
        frozenset(crossed),
        sheet.shape.hidden_columns,
        sheet.is_hidden,
    )


def _cell(one: Value) -> Cell:
    """A cell by its value; a formula that nobody has worked out is no empty cell."""
    if one.known is None:
        return EMPTY if one.made is None else formula(str(one.made))
    if one.kind == "e" or isinstance(one.known, bool):
        return _UNREADABLE
    if isinstance(one.known, int | float):
        return _number(one.known, one.form)
    makers = (make for kind, make in _MAKERS.items() if isinstance(one.known, kind))
    return next(makers, lambda _: _UNREADABLE)(one.known)


def _text(text: str) -> Cell:
    return Cell(normalize("NFC", text.replace("\r\n", "\n")).strip())


def _number(number: float, form: str) -> Cell:
    """A number as it stands in the cell: whole, with the zeros before it that its format adds."""
    if not abs(number) < _MOST_EXACT:  # nor is it a number if it is none
        return _UNREADABLE
    if number != int(number):
        return Cell(repr(number), Sort.NUMBER)
    digits = str(int(number))
    return Cell(digits.zfill(len(form)) if set(form) == {"0"} else digits, Sort.NUMBER)


def _moment(moment: datetime) -> Cell:
    """A date with its time, which Excel may keep a hair beside the minute."""
    if moment.year == MAXYEAR:
        return _UNREADABLE
    minute = (moment + timedelta(seconds=30)).replace(second=0, microsecond=0)
    if abs(moment - minute) > timedelta(seconds=1):
        return _UNREADABLE
    clock = f" {minute:%H:%M}" if minute.time() != time() else ""
    return Cell(f"{minute.date().isoformat()}{clock}", Sort.DATE)


def _time(clock: time) -> Cell:
    return _clock(datetime.combine(date.min, clock) - datetime.combine(date.min, time()))


def _clock(since_midnight: timedelta) -> Cell:
    """A time to the minute; Excel keeps it as a part of a day, which may be a hair beside it."""
    minutes = round(since_midnight / timedelta(minutes=1))
    away = abs(since_midnight - timedelta(minutes=minutes))
    if away > timedelta(seconds=1) or not 0 <= minutes < 24 * 60:
        return _UNREADABLE
    return Cell(f"{minutes // 60:02}:{minutes % 60:02}", Sort.TIME)


_UNREADABLE = Cell(sort=Sort.UNREADABLE)
_MAKERS: dict[type, Callable[[Any], Cell]] = {
    str: _text,
    datetime: _moment,
    time: _time,
    timedelta: _clock,
}
"""What makes a cell of a value, by the value's kind."""


def _refused(path: Path, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("list-invalid", Place(path), message, hint)])
