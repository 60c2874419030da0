"""A cell of a day's list: what it holds, and whether that fits its column.

No message repeats what stands in a cell: it may be a patient's name in the wrong place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from build_pack.content.text import HIDDEN_HINT, hidden_character
from build_pack.planning.entries import split_entries
from build_pack.problems import Place, Problem

REQUIRED = ("date", "time", "locale")
COLUMNS = (*REQUIRED, "leaflet", "pack", "region", "side", "kidney", "label", "medicines", "format")

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::00)?")


class Sort(StrEnum):
    """What a spreadsheet program takes a cell for; in a .csv file all are text."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text; dates as 2026-12-10, times as 09:00."""

    text: str = ""
    sort: Sort = Sort.TEXT


EMPTY = Cell()
_SORTS = {"date": Sort.DATE, "time": Sort.TIME}
_Fault = tuple[str, str]
"""What is wrong with a cell, and how to fix it."""


def cell_problems(name: str, cell: Cell, place: Place) -> Iterator[Problem]:
    """What is wrong with a cell of the column `name`."""
    if fault := _sort_fault(name, cell) or _text_fault(name, cell.text):
        yield Problem("visit-invalid", place, *fault)
    elif found := hidden_character(cell.text):
        message = f"The cell under “{name}” holds the invisible character {found[1]}."
        yield Problem("character-forbidden", place, message, HIDDEN_HINT)


def _sort_fault(name: str, cell: Cell) -> _Fault | None:
    if cell.sort is Sort.UNREADABLE:
        hint = "Format the cell as text and type into it what is to stand there."
        return f"The cell under “{name}” has no value that can be read.", hint
    needed = _SORTS.get(name)
    if needed and cell.sort not in {needed, Sort.TEXT}:
        return (
            f"The cell under “{name}” does not contain a valid {name}.",
            f"Format the cell as {name} or as text.",
        )
    if not needed and cell.sort in {Sort.DATE, Sort.TIME}:
        hint = "Format the cell as text, then type it again."
        return f"The cell under “{name}” has become a {cell.sort}.", hint
    return None


def _text_fault(name: str, text: str) -> _Fault | None:
    if not text:
        return (f"The line has no {name}.", "Fill in the cell.") if name in REQUIRED else None
    if name == "date" and not _is_date(text):
        hint = (
            "Write it as 2026-12-10, or save the list as .xlsx: Excel's own dates are read there."
        )
        return "This is not a date.", hint
    if name == "time" and not _TIME.fullmatch(text):
        return "This is not a time.", "Write it with 24 hours, as 09:00."
    if name == "medicines" and not split_entries(text):
        return "There is no medicine in this cell.", "Write none if the patient takes none."
    return None


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def clock_text(text: str) -> str:
    """A time as `HH:MM`."""
    found = _TIME.fullmatch(text)
    return f"{int(found[1]):02}:{found[2]}" if found else ""
