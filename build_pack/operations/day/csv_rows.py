"""A .csv file as rows of cells, whichever delimiter its program has used."""

import codecs
import csv
import re
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from itertools import islice
from pathlib import Path
from unicodedata import normalize

from build_pack.operations.day.cells import EMPTY, ListCell, formula_cell
from build_pack.operations.day.table import CELL, ListTable, Row, require_bounds, too_large
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.text_files import decoded, read_bytes

_DELIMITERS = ",;\t|"
_LOOKED_AT = 20
"""Lines among which the names of the columns stand, below a title or not."""
_SEPARATOR = re.compile(r'"?sep=(.)"?\s*\n', re.IGNORECASE)
"""How Excel is told the delimiter; it counts the lines from the next one on."""
_ZEROS = re.compile(r"'(?=[0-9])")
"""Typed before digits for the same reason."""


def read_csv_table(path: Path, is_name: Callable[[str], bool]) -> ListTable:
    """Every row, or `ProblemsError`; the delimiter is the one that gives the most known names."""
    text = _text(path)
    said = _SEPARATOR.match(text)
    text = text[said.end() :] if said else text
    delimiter = said[1] if said else _delimiter(text, is_name)
    rows: list[Row] = []
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
        rows.extend(tuple(map(_cell, row)) for row in reader)
    except csv.Error as error:
        if "field larger" in str(error):
            raise too_large(Place(path, len(rows) + 1), CELL) from error
        message = "From here on, a quotation mark is misplaced or never closed."
        hint = "Save the list again from Excel, or write each quotation mark in a cell twice."
        problem = Problem("list-invalid", Place(path, len(rows) + 1), message, hint)
        raise ProblemsError([problem]) from error
    for number, row in enumerate(rows, start=1):
        require_bounds(Place(path, number), row)
    return ListTable(path, tuple(_filled(rows)))


def _filled(rows: Iterable[Row]) -> Iterator[tuple[int, Row]]:
    for number, row in enumerate(rows, start=1):
        if any(cell != EMPTY for cell in row):
            yield number, row


def _cell(text: str) -> ListCell:
    """A cell by its text; of a formula, only that which stands for a text has a value."""
    text = _ZEROS.sub("", text.strip(), count=1) if text.strip().startswith("'") else text.strip()
    return formula_cell(text) if text.startswith("=") else ListCell(text)


def _text(path: Path) -> str:
    raw = read_bytes(path)
    if raw.startswith(b"PK\x03\x04"):
        message, hint = (
            "This is a workbook, not a text file.",
            "Change the file extension to .xlsx.",
        )
        raise ProblemsError([Problem("list-invalid", Place(path), message, hint)])
    try:
        if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # Excel's “Unicode text”
            text = raw.decode("utf-16").replace("\r\n", "\n").replace("\r", "\n")
            return normalize("NFC", text)
        if b"\0" in raw:  # the same without its mark
            raise _not_utf_8(path)
        return decoded(raw, path)
    except ProblemsError as error:
        raise _not_utf_8(path, error.problems[0].place.line) from error
    except UnicodeDecodeError as error:
        raise _not_utf_8(path) from error


def _not_utf_8(path: Path, line: int = 0) -> ProblemsError:
    """Letters of which it is not certain which they are, so that a name would be another."""
    message = "From here on, the list is not valid UTF-8."
    hint = "In Excel, save the list as “CSV UTF-8”, or as .xlsx."
    return ProblemsError([Problem("file-unreadable", Place(path, line), message, hint)])


def _delimiter(text: str, is_name: Callable[[str], bool]) -> str:
    lines = list(islice(StringIO(text), _LOOKED_AT))

    def known(delimiter: str) -> int:
        try:
            return max(sum(map(is_name, row)) for row in csv.reader(lines, delimiter=delimiter))
        except csv.Error:  # a cell that is too long for any delimiter is told when all is read
            return 0

    return max(_DELIMITERS, key=known) if lines else ","
