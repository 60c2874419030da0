"""The first sheet of an .xlsx file as cells of text, each of which knows what it is taken for.

The only module that knows openpyxl.
"""

import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any
from unicodedata import normalize
from warnings import catch_warnings, simplefilter

from build_pack.content.text import read_bytes
from build_pack.packs.day.cells import EMPTY, Cell, Sort
from build_pack.problems import Place, Problem, ProblemsError

_MOST_ROWS = 1_048_576
"""Excel has no more; a file that speaks of others is broken."""
_MOST_UNPACKED = 50_000_000
"""Bytes. A day's list has some thousands; a file that swells to more is an attack."""
_MOST_EXACT = 10**15
"""Excel keeps 15 digits of a number; the rest of a longer one is lost."""
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"


def sheet_rows(path: Path) -> list[tuple[Cell, ...]]:
    """Every row of the first sheet, each at least as wide as row 1, or `ProblemsError`."""
    raw = read_bytes(path)
    if raw.startswith(_OLD_OR_LOCKED):
        raise _refused(path, "The file is locked by a password, or of an Excel before 2007.")
    try:
        _measure(path, raw)
        values, formulas = (list(_rows(raw, values=values)) for values in (True, False))
    except ProblemsError:
        raise
    except Exception as error:  # on a broken file the library fails in any way
        raise _refused(path, "The file is not a whole .xlsx file.") from error
    width = len(values[0]) if values else 0
    return [
        _wide(tuple(_cell(*pair) for pair in zip(known, made, strict=True)), width)
        for known, made in zip(values, formulas, strict=True)
    ]


def _wide(row: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    """A row with the empty cells at its end, which the file leaves out."""
    return (*row, *[EMPTY] * (width - len(row)))


def _measure(path: Path, raw: bytes) -> None:
    with zipfile.ZipFile(BytesIO(raw)) as parts:
        if sum(part.file_size for part in parts.infolist()) > _MOST_UNPACKED:
            raise _refused(path, "The file is too large for a list of visits.")


def _rows(raw: bytes, *, values: bool) -> Iterator[tuple[Any, ...]]:
    """The rows with the values that Excel has worked out, or with the formulas."""
    from openpyxl import load_workbook

    with catch_warnings():
        simplefilter("ignore")  # it tells of each of Excel's arts that it does not know
        book = load_workbook(BytesIO(raw), read_only=True, data_only=values)
        try:
            yield from islice(book.worksheets[0].iter_rows(), _MOST_ROWS)
        finally:
            book.close()


def _cell(known: Any, made: Any) -> Cell:
    """A cell by its value; a formula that nobody has worked out is no empty cell."""
    if known.value is None:
        return EMPTY if made.value is None else _UNREADABLE
    if known.data_type == "e" or isinstance(known.value, bool):
        return _UNREADABLE
    if isinstance(known.value, int | float):
        return _number(known.value, known.number_format)
    makers = (make for kind, make in _MAKERS.items() if isinstance(known.value, kind))
    return next(makers, lambda _: _UNREADABLE)(known.value)


def _text(text: str) -> Cell:
    return Cell(normalize("NFC", text.replace("\r\n", "\n")).strip())


def _number(number: float, form: str) -> Cell:
    """A number as it stands in the cell: whole, with the zeros before it that its format adds."""
    if abs(number) >= _MOST_EXACT:
        return _UNREADABLE
    if number != int(number):
        return Cell(repr(number), Sort.NUMBER)
    digits = str(int(number))
    return Cell(digits.zfill(len(form)) if set(form) == {"0"} else digits, Sort.NUMBER)


def _moment(moment: datetime) -> Cell:
    return _UNREADABLE if moment.time() != time() else Cell(moment.date().isoformat(), Sort.DATE)


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


def _refused(path: Path, message: str) -> ProblemsError:
    hint = "Open it in Excel and save it as .xlsx without a password, or as “CSV UTF-8”."
    return ProblemsError([Problem("list-invalid", Place(path), message, hint)])
