"""The sheets of an .xlsx file as openpyxl reads them; the only module that knows it.

Whatever it raises for a broken file, it raises here.
"""

import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any, NamedTuple
from warnings import catch_warnings, simplefilter

from build_pack.text.limits import MERGED

_MOST_ROWS = 1_048_576
"""Excel has no more; a file that speaks of others is broken."""
_MOST_COLUMNS = 16_384
_MOST_FILLED = 2_000
"""Far more rows than a list may have."""


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


def _value(known: Any, made: Any) -> WorkbookValue:
    struck = known.value is not None and bool(known.font.strike)
    return WorkbookValue(known.value, made.value, known.data_type, known.number_format, struck)


def read_workbook(raw: bytes) -> list[WorkbookSheet]:
    """Every sheet that has cells, or whatever the library raises for a broken file."""
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
            WorkbookSheet(
                known.title,
                known.sheet_state != "visible",
                list(_rows(known, made)),
                _shape(reader.archive, parts[known.title]),
            )
            for known, made in zip(*(reader.wb.worksheets for reader in readers), strict=True)
        ]


def _rows(known: Any, made: Any) -> Iterator[tuple[int, list[WorkbookValue]]]:
    for sheet in (known, made):
        sheet.reset_dimensions()  # what the file says of them may be wrong
    pairs = zip(known.iter_rows(), made.iter_rows(), strict=True)
    filled = (
        (number, list(map(_value, values, formulas)))
        for number, (values, formulas) in islice(enumerate(pairs, start=1), _MOST_ROWS)
        if any(cell.value is not None for cell in formulas)
    )
    yield from islice(filled, _MOST_FILLED)


def _shape(archive: zipfile.ZipFile, part: str) -> SheetFormat:
    from openpyxl.utils import range_boundaries
    from openpyxl.xml.functions import iterparse

    rows, columns, merged, row, described = set(), set(), [], 0, 0
    with archive.open(part) as source:
        for _, element in iterparse(source):
            match element.tag.rpartition("}")[2]:
                case "row":
                    row = int(element.get("r", row + 1))
                    rows |= {row} if _is_unseen(element, "ht") else set()
                case "col" if _is_unseen(element, "width"):
                    last = min(int(element.get("max", 0)), _MOST_COLUMNS)
                    columns |= set(range(int(element.get("min", 1)), last + 1))
                case "mergeCell":
                    merged.append(range_boundaries(element.get("ref", "")))
            element.clear()
            described += element.tag.rpartition("}")[2] in {"col", "mergeCell"}
            if described > MERGED:
                raise TooManyCellsError
    return SheetFormat(frozenset(rows), frozenset(columns), tuple(merged))


def _is_unseen(element: Any, size: str) -> bool:
    return element.get("hidden") in {"1", "true"} or float(element.get(size, 1)) < 1
