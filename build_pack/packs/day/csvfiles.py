"""A .csv file as rows of cells, whichever of three delimiters its program has used."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from build_pack.content.text import read_text
from build_pack.packs.day.cells import Cell
from build_pack.problems import Place, Problem, ProblemsError

_DELIMITERS = ",;\t"


def csv_rows(path: Path, is_name: Callable[[str], bool]) -> list[tuple[Cell, ...]]:
    """Every row, or `ProblemsError`; the delimiter is the one that gives the most known names."""
    text = _text(path)
    rows: list[tuple[Cell, ...]] = []
    reader = csv.reader(
        StringIO(text, newline=""), delimiter=_delimiter(text, is_name), strict=True
    )
    try:
        rows.extend(tuple(Cell(cell.strip()) for cell in row) for row in reader)
    except csv.Error as error:
        message = "From here on, a quotation mark stands where none can, or is never closed."
        hint = "Save the list again from Excel, or write each quotation mark in a cell twice."
        problem = Problem("list-invalid", Place(path, len(rows) + 1), message, hint)
        raise ProblemsError([problem]) from error
    return rows


def _text(path: Path) -> str:
    try:
        return read_text(path)
    except ProblemsError as error:
        hint = "In Excel, save the list as “CSV UTF-8”, or as .xlsx."
        told = [
            Problem(p.code, p.place, p.message, hint if p.place.line else p.hint)
            for p in error.problems
        ]
        raise ProblemsError(told) from error


def _delimiter(text: str, is_name: Callable[[str], bool]) -> str:
    first = [text.partition("\n")[0]]

    def known(delimiter: str) -> int:
        return sum(is_name(cell) for row in csv.reader(first, delimiter=delimiter) for cell in row)

    return max(_DELIMITERS, key=known)
