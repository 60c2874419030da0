"""The sheets of an .xlsx file as openpyxl reads them.

What it raises for a broken file is told from what a fault of ours would raise.
"""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any, NamedTuple, TypeVar
from warnings import catch_warnings, simplefilter

from build_pack.program_errors import is_program_error
from build_pack.text.limits import MERGED
from build_pack.text.xml_parser import require_no_doctype

_MOST_ROWS = 1_048_576
"""Excel has no more; a file that speaks of others is broken."""
_MOST_COLUMNS = 16_384
MOST_FILLED = 2_000
"""Far more rows than a list may have."""
_MOST_UNPACKED = 50_000_000
"""Bytes. A day's list has some thousands; a file that swells to more is an attack."""
_XML = (".rels", ".xml")
_BROKEN = (
    *(AttributeError, EOFError, LookupError, OSError, OverflowError),
    *(RuntimeError, SyntaxError, TypeError, ValueError, zipfile.BadZipFile, zlib.error),
)
"""What the library raises for files that are broken."""
_T = TypeVar("_T")


class BrokenWorkbookError(Exception):
    """The file is not a whole workbook."""


class UnpackedError(Exception):
    """The file unpacks to more than a list of visits can have."""


class TooManyCellsError(Exception):
    """A sheet describes more merged cells or columns than are read."""


@dataclass(frozen=True)
class SheetFormat:
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


class WorkbookValue(NamedTuple):
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
class WorkbookSheet:
    """A sheet as the library reads it."""

    title: str
    is_hidden: bool
    rows: list[tuple[int, list[WorkbookValue]]]
    """Each row with its number."""
    shape: SheetFormat


def read_workbook(raw: bytes) -> list[WorkbookSheet]:
    """Every sheet that has cells.

    Raises `BrokenWorkbookError`, `UnpackedError` or `TooManyError`.
    """
    _require_plain(raw)
    with catch_warnings(), ExitStack() as opened:
        simplefilter("ignore")  # it tells of each of Excel's arts that it does not know
        readers = [_reader(raw, opened, values=values) for values in (True, False)]
        with _reading():
            parts = {sheet.name: rel.target for sheet, rel in readers[0].parser.find_sheets()}
        return [
            WorkbookSheet(
                known.title,
                known.sheet_state != "visible",
                list(_rows(known, made)),
                _shape(readers[0].archive, parts[known.title]),
            )
            for known, made in zip(*(reader.wb.worksheets for reader in readers), strict=True)
        ]


def _require_plain(raw: bytes) -> None:
    """A workbook may declare nothing; the library would put in what is declared."""
    with _reading(), zipfile.ZipFile(BytesIO(raw)) as archive:
        parts = archive.infolist()
        if sum(part.file_size for part in parts) > _MOST_UNPACKED:
            raise UnpackedError
        for part in parts:
            if part.file_size and part.filename.lower().endswith(_XML):
                with archive.open(part) as file:
                    require_no_doctype(file)


def _reader(raw: bytes, opened: ExitStack, *, values: bool) -> Any:
    """One that has read all but the cells, which it has as values or as formulas."""
    from openpyxl.reader.excel import ExcelReader

    with _reading():
        reader = ExcelReader(BytesIO(raw), read_only=True, data_only=values, keep_links=False)
        opened.callback(reader.archive.close)
        reader.read_chartsheet = lambda *_: None  # it has no cells, and may make it fail
        reader.read()
    return reader


def _rows(known: Any, made: Any) -> Iterator[tuple[int, list[WorkbookValue]]]:
    for sheet in (known, made):
        sheet.reset_dimensions()  # what the file says of them may be wrong
    pairs = _each(zip(known.iter_rows(), made.iter_rows(), strict=True))
    filled = (
        (number, list(map(_value, values, formulas)))
        for number, (values, formulas) in islice(enumerate(pairs, start=1), _MOST_ROWS)
        if any(cell.value is not None for cell in formulas)
    )
    yield from islice(filled, MOST_FILLED)


def _value(known: Any, made: Any) -> WorkbookValue:
    with _reading():
        struck = known.value is not None and bool(known.font.strike)
        read = known.value, made.value, known.data_type, known.number_format, struck
    return WorkbookValue(*read)


def _shape(archive: zipfile.ZipFile, part: str) -> SheetFormat:
    rows, columns, merged, row, described = set(), set(), [], 0, 0
    for element in _elements(archive, part):
        match element.tag.rpartition("}")[2]:
            case "row":
                row = _whole(element, "r", row + 1)
                rows |= {row} if _is_unseen(element, "ht") else set()
            case "col" if _is_unseen(element, "width"):
                last = min(_whole(element, "max", 0), _MOST_COLUMNS)
                columns |= set(range(_whole(element, "min", 1), last + 1))
            case "mergeCell":
                merged.append(_area(element))
        element.clear()
        described += element.tag.rpartition("}")[2] in {"col", "mergeCell"}
        if described > MERGED:
            raise TooManyCellsError
    return SheetFormat(frozenset(rows), frozenset(columns), tuple(merged))


def _elements(archive: zipfile.ZipFile, part: str) -> Iterator[Any]:
    """The elements of a part of the file, each as it ends."""
    from openpyxl.xml.functions import iterparse

    with _reading():
        source = archive.open(part)
    with source:
        yield from (element for _, element in _each(iterparse(source)))


def _area(element: Any) -> tuple[int, int, int, int]:
    from openpyxl.utils import range_boundaries

    with _reading():
        left, top, right, bottom = range_boundaries(element.get("ref", ""))
    return left, top, right, bottom


def _whole(element: Any, name: str, usual: int) -> int:
    with _reading():
        return int(element.get(name, usual))


def _is_unseen(element: Any, size: str) -> bool:
    if element.get("hidden") in {"1", "true"}:
        return True
    with _reading():
        return float(element.get(size, 1)) < 1


def _each(made: Iterable[_T]) -> Iterator[_T]:
    """What the library makes of the file one after the other."""
    items, end = iter(made), object()
    while True:
        with _reading():
            item = next(items, end)
        if item is end:
            return
        yield item  # type: ignore[misc] # it is not the end


@contextmanager
def _reading() -> Iterator[None]:
    """Around what reads the file, and nothing else: what fails there is the file's fault."""
    try:
        yield
    except _BROKEN as error:
        if is_program_error(error) and not isinstance(error, ValueError):  # as int() raises it
            raise
        raise BrokenWorkbookError from error
