"""A cell of a day's list: what it holds, and whether that fits its column.

No message repeats what is in a cell: it may be a patient's name in the wrong place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from build_pack.operations.day.list_dates import Fault
from build_pack.planning.medicine_lookup.entry_parser import split_entries
from build_pack.problems import Place, Problem
from build_pack.text.hidden_characters import HIDDEN_HINT, hidden_character

REQUIRED = ("date", "time", "locale")
COLUMNS = (
    *REQUIRED,
    *("leaflet", "pack", "region", "side", "kidney", "label", "medicines", "format"),
    "previous-date",
)


FACT_COLUMN = "fact:"
"""Before the id of a fact, in the name of a column with the answers to it."""


class CellType(StrEnum):
    """What a spreadsheet program takes a cell for; in a .csv file all but formulas are text."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    """With a time or without."""
    TIME = "time"
    BOOLEAN = "boolean"
    FORMULA = "formula"
    """One whose value is not in the file."""
    MERGED = "merged"
    """Covered by a neighbour with which it was merged."""
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class ListCell:
    """A cell's text; dates as 2026-12-10 or 2026-12-10 09:00, times as 09:00."""

    text: str = ""
    sort: CellType = CellType.TEXT


EMPTY = ListCell()
_TEXT_FORMULA = re.compile(r'="((?:[^"]|"")*)"')
"""A text written as a formula, so that Excel keeps its zeros."""
_SORTS = {
    "date": {CellType.DATE, CellType.TEXT},
    "previous-date": {CellType.DATE, CellType.TEXT},
    "time": {CellType.TIME, CellType.DATE, CellType.TEXT},
}
_LOST = re.compile("\ufffd|" + r"\?(?=[^\W\d_])")
"""What programs leave of letters that they cannot write."""
_GARBLED = re.compile(
    "[\u00c2-\u00c5][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
"""A letter beyond ASCII that was written as UTF-8 and read as something else."""

NO_VALUE = {
    CellType.FORMULA: (
        "contains a formula instead of its value",
        "Replace the formula with its value; in Excel: copy the cell, then paste the values.",
    ),
    CellType.MERGED: (
        "is merged with another cell",
        "Unmerge the cells, and fill in each of them.",
    ),
    CellType.UNREADABLE: (
        "has no readable value",
        "Format the cell as text, then type the value again.",
    ),
}
_LETTERS = (
    "has lost letters such as ş or ğ",
    "Type them again. To save the list as text, choose “CSV UTF-8” in Excel.",
)


def formula_cell(text: str) -> ListCell:
    """A formula without its value; one that only stands for a text has it."""
    found = _TEXT_FORMULA.fullmatch(text)
    return (
        ListCell(found[1].replace('""', '"').strip()) if found else ListCell(sort=CellType.FORMULA)
    )


def cell_problems(name: str, cell: ListCell, place: Place) -> Iterator[Problem]:
    """What is wrong with a cell of the column `name`, but for what a date or time says."""
    if fault := _sort_fault(name, cell) or _text_fault(name, cell.text):
        yield Problem("visit-invalid", place, *fault)
    elif found := hidden_character(cell.text):
        message = f"The cell under “{name}” contains the invisible character {found[1]}."
        yield Problem("character-forbidden", place, message, HIDDEN_HINT)


def _sort_fault(name: str, cell: ListCell) -> Fault | None:
    sort = CellType.UNREADABLE if cell.sort is CellType.BOOLEAN else cell.sort
    if found := NO_VALUE.get(sort):
        return f"The cell under “{name}” {found[0]}.", found[1]
    needed = _SORTS.get(name)
    if needed and cell.sort not in needed:
        kind = name.removeprefix("previous-")
        hint = f"Format the cell as {kind}, or as text, then type it again."
        return f"The cell under “{name}” is not a {kind}.", hint
    if not needed and cell.sort in {CellType.DATE, CellType.TIME}:
        hint = "Format the cell as text, then type it again."
        return f"The cell under “{name}” was converted to a {cell.sort}.", hint
    return None


def _text_fault(name: str, text: str) -> Fault | None:
    if not text:
        return (f"The line has no {name}.", "Fill in the cell.") if name in REQUIRED else None
    if name == "medicines" and not split_entries(text):
        return "The cell for medicines is empty.", "Write none if the patient takes no medicines."
    if _LOST.search(text) or _GARBLED.search(text):
        return f"The cell under “{name}” {_LETTERS[0]}.", _LETTERS[1]
    return None
