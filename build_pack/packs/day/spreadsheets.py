"""A sheet of an .xlsx file as cells of text, each of which knows what it is taken for.

The only module that knows openpyxl.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime, time, timedelta
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize
from warnings import catch_warnings, simplefilter

from build_pack.content.text import read_bytes
from build_pack.packs.day.cells import EMPTY, Cell, Sort
from build_pack.packs.day.table import Table
from build_pack.problems import Place, Problem, ProblemsError

_MOST_ROWS = 1_048_576
"""Excel has no more; a file that speaks of others is broken."""
_MOST_COLUMNS = 16_384
_MOST_FILLED = 2_000
"""Far more rows than a list may have."""
_MOST_UNPACKED = 50_000_000
"""Bytes. A day's list has some thousands; a file that swells to more is an attack."""
_MOST_EXACT = 10**15
"""Excel keeps 15 digits of a number; the rest of a longer one is lost."""
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_BROKEN = (
    *(AttributeError, EOFError, LookupError, NotImplementedError, OSError, OverflowError),
    *(RuntimeError, SyntaxError, TypeError, ValueError, zipfile.BadZipFile, zlib.error),
)
"""What the library raises for files that are broken; what is ours stands outside of its calls."""
_AGAIN = "Open it in Excel and save it again under another name."


def sheet_tables(path: Path) -> list[Table]:
    """The sheets with rows, those that are seen first, or `ProblemsError`."""
    raw = read_bytes(path)
    if raw.startswith(_OLD_OR_LOCKED):
        message = "The file is locked by a password, or of an Excel before 2007."
        hint = "In Excel, remove the password and save the list as “Excel Workbook”."
        raise _refused(path, message, hint)
    try:
        _measure(path, raw)
        sheets = list(_sheets(raw))
    except ProblemsError:
        raise
    except _BROKEN as error:
        raise _refused(path, "The file is not a whole .xlsx file.", _AGAIN) from error
    tables = [_table(path, sheet) for sheet in sheets]
    return sorted(tables, key=lambda table: table.is_hidden)


def _measure(path: Path, raw: bytes) -> None:
    with zipfile.ZipFile(BytesIO(raw)) as parts:
        if sum(part.file_size for part in parts.infolist()) > _MOST_UNPACKED:
            hint = "Copy the rows of the list into a new workbook and save that."
            raise _refused(path, "The file is too large for a list of visits.", hint)


@dataclass(frozen=True)
class _Shape:
    """What a sheet says of the look of its cells."""

    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    merged: tuple[tuple[int, int, int, int], ...]
    """First column and row, last column and row."""

    def covered(self, row: int, width: int) -> Iterator[int]:
        """The columns of a row whose cells have been merged into another."""
        for first, top, last, bottom in self.merged:
            if top <= row <= bottom:
                for column in range(first, min(last, width) + 1):
                    if (column, row) != (first, top):
                        yield column


class _Value(NamedTuple):
    """A cell as the library reads it, all at once: on a broken file each question may fail."""

    known: Any
    """What Excel has worked out."""
    made: Any
    """The same, or the formula."""
    kind: str
    form: str
    """The format of numbers."""
    is_crossed_out: bool


@dataclass(frozen=True)
class _Sheet:
    """A sheet as the library reads it."""

    title: str
    is_hidden: bool
    rows: list[tuple[int, list[_Value]]]
    """Each row with its number."""
    shape: _Shape


def _value(known: Any, made: Any) -> _Value:
    struck = known.value is not None and bool(known.font.strike)
    return _Value(known.value, made.value, known.data_type, known.number_format, struck)


def _sheets(raw: bytes) -> list[_Sheet]:
    from openpyxl.reader.excel import ExcelReader

    with catch_warnings(), ExitStack() as opened:
        simplefilter("ignore")  # it tells of each of Excel's arts that it does not know
        readers = []
        for values in (True, False):
            reader = ExcelReader(BytesIO(raw), read_only=True, data_only=values, keep_links=False)
            opened.callback(reader.archive.close)
            reader.read_chartsheet = lambda *_: None  # it has no cells, and may make it fail
            reader.read()
            readers.append(reader)
        parts = {sheet.name: rel.target for sheet, rel in readers[0].parser.find_sheets()}
        return [
            _Sheet(
                known.title,
                known.sheet_state != "visible",
                list(_rows(known, made)),
                _shape(reader.archive, parts[known.title]),
            )
            for known, made in zip(*(reader.wb.worksheets for reader in readers), strict=True)
        ]


def _rows(known: Any, made: Any) -> Iterator[tuple[int, list[_Value]]]:
    for sheet in (known, made):
        sheet.reset_dimensions()  # what the file says of them may be wrong
    pairs = zip(known.iter_rows(), made.iter_rows(), strict=True)
    filled = (
        (number, list(map(_value, values, formulas)))
        for number, (values, formulas) in islice(enumerate(pairs, start=1), _MOST_ROWS)
        if any(cell.value is not None for cell in formulas)
    )
    yield from islice(filled, _MOST_FILLED)


def _shape(archive: zipfile.ZipFile, part: str) -> _Shape:
    from openpyxl.utils import range_boundaries
    from openpyxl.xml.functions import iterparse

    rows, columns, merged, row = set(), set(), [], 0
    with archive.open(part) as source:
        for _, element in iterparse(source):
            match element.tag.rpartition("}")[2]:
                case "row":
                    row = int(element.get("r", row + 1))
                    rows |= {row} if _is_unseen(element, "ht") else set()
                case "col" if _is_unseen(element, "width"):
                    last = min(int(element.get("max")), _MOST_COLUMNS)
                    columns |= set(range(int(element.get("min")), last + 1))
                case "mergeCell":
                    merged.append(range_boundaries(element.get("ref")))
            element.clear()
    return _Shape(frozenset(rows), frozenset(columns), tuple(merged))


def _is_unseen(element: Any, size: str) -> bool:
    return element.get("hidden") in {"1", "true"} or float(element.get(size, 1)) < 1


def _table(path: Path, sheet: _Sheet) -> Table:
    width = max((len(row) for _, row in sheet.rows), default=0)
    rows = []
    for number, values in sheet.rows:
        cells = [*map(_cell, values), *[EMPTY] * (width - len(values))]
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


def _cell(one: _Value) -> Cell:
    """A cell by its value; a formula that nobody has worked out is no empty cell."""
    if one.known is None:
        return EMPTY if one.made is None else Cell(sort=Sort.FORMULA)
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
