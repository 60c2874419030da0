"""A workbook in which every cell is text, so that no program takes it for anything else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

_NARROWEST, _WIDEST = 8, 48
"""Of a column, in characters."""
_LONGEST_LIST = 250
"""Characters of a list of choices that Excel accepts."""
_TEXT = "@"


@dataclass(frozen=True)
class Sheet:
    """A table: the names of its columns, and its rows."""

    title: str
    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    choices: Mapping[str, str] = field(default_factory=dict)
    """What a program offers in the cells of a column: `choice_of` or `choice_from`."""


def workbook_bytes(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as an .xlsx file; the row with the names stays in sight."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title), sheet)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _fill(page: Any, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font

    top = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate((sheet.names, *sheet.rows), start=1):
        for at, text in enumerate(row, start=1):
            cell = page.cell(number, at)
            if text:
                cell.value = text
                cell.data_type = "s"  # a text that begins with = is no formula
            cell.number_format, cell.alignment = _TEXT, top
            if number == 1:
                cell.font = Font(name="Calibri", bold=True)
    page.freeze_panes = "B2" if "row" not in sheet.names else _below_row(sheet)
    for at, name in enumerate(sheet.names, start=1):
        _set_width(page, at, [name, *(row[at - 1] for row in sheet.rows)])
        _offer(page, at, sheet.choices.get(name, ""))


def _below_row(sheet: Sheet) -> str:
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(sheet.names.index('row') + 2)}2"


def _set_width(page: Any, at: int, texts: list[str]) -> None:
    from openpyxl.utils import get_column_letter

    longest = max(len(line) for text in texts for line in text.split("\n"))
    width = min(max(longest + 2, _NARROWEST), _WIDEST)
    page.column_dimensions[get_column_letter(at)].width = width


def choice_of(words: Sequence[str]) -> str:
    """A choice of words; empty if a cell cannot offer these."""
    listed = ",".join(words)
    is_plain = len(listed) <= _LONGEST_LIST and not any(set(word) & {",", '"'} for word in words)
    return f'"{listed}"' if listed and is_plain else ""


def choice_from(title: str, letter: str, first: int, last: int) -> str:
    """A choice of what stands in the cells of a sheet."""
    return f"{title}!${letter}${first}:${letter}${last}"


def _offer(page: Any, at: int, choice: str) -> None:
    """A list to choose from, which lets other values through: several can stand in one cell."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    if not choice:
        return
    offered = DataValidation("list", formula1=choice, allow_blank=True, showErrorMessage=False)
    letter = get_column_letter(at)
    offered.add(f"{letter}2:{letter}2000")
    page.add_data_validation(offered)
