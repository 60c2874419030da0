"""A day's list is read alike from .csv and .xlsx, and a fault of it is told without its content."""

import csv
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from functools import partial
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import DEFUSEDXML, Workbook, load_workbook
from openpyxl.styles import Font

from build_pack.operations.day import openpyxl_reader
from build_pack.operations.day.cells import COLUMNS, REQUIRED
from build_pack.operations.day.list_dates import read_start
from build_pack.operations.day.visit_list import MOST_LINES, ListLine, read_list
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.text.limits import BYTES
from build_pack.visits.visit_reader import VisitText
from tests.workshop import ROOT

NAMES = ["date", "time", "locale", "label", "medicines"]
ROW = ["2026-12-10", "09:00", "tr", "Ayşe Yılmaz", "warfarin 5 mg; metformin"]
LAST = datetime.combine(date.max, time.max)
LATE = datetime.combine(date(2026, 12, 10), time(9, 30))
Rows = Sequence[Sequence[Any]]


def as_csv(folder: Path, rows: Rows, encoding: str = "utf-8", **options: Any) -> Path:
    """A .csv file of these rows."""
    text = StringIO(newline="")
    csv.writer(text, **options).writerows(rows)
    path = folder / "list.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def as_xlsx(folder: Path, rows: Rows) -> Path:
    """An .xlsx file of these rows, each value of its own kind."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    path = folder / "list.xlsx"
    book.save(path)
    return path


def contents(
    lines: Sequence[ListLine],
) -> list[tuple[int, dict[str, str], list[tuple[int, str, str]]]]:
    """What was read, but for the name of the file."""
    return [
        (
            line.number,
            dict(line.texts),
            [(p.place.column, p.message, p.hint) for p in line.problems],
        )
        for line in lines
    ]


def refused(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsError) as caught:
        read_list(path)
    return caught.value.problems


def fault(folder: Path, name: str, value: Any) -> Problem:
    """The one problem of a line with this cell, in an .xlsx file."""
    names = [*NAMES, name] if name not in NAMES else NAMES
    row = [value if each == name else text for each, text in zip(names, [*ROW, ""], strict=False)]
    (line,) = read_list(as_xlsx(folder, [names, row]))
    (problem,) = line.problems
    return problem


def test_a_line_says_when_who_and_what_is_taken(tmp_path: Path) -> None:
    (line,) = read_list(as_csv(tmp_path, [NAMES, ROW]))
    assert line.visit == VisitText(
        start="2026-12-10T09:00", medicines=("warfarin 5 mg", "metformin"), label="Ayşe Yılmaz"
    )
    assert (line.number, line.texts["locale"], line.problems) == (2, "tr", ())


def test_columns_may_come_in_any_order_and_case(tmp_path: Path) -> None:
    rows = [[name.upper() for name in NAMES[::-1]], ROW[::-1]]
    rows[0][0] = "MEDİCİNES"  # as a Turkish keyboard writes it
    assert contents(read_list(as_csv(tmp_path, rows))) == contents(
        read_list(as_csv(tmp_path, [NAMES, ROW]))
    )


def test_empty_lines_count_and_are_left_out(tmp_path: Path) -> None:
    lines = read_list(as_csv(tmp_path, [NAMES, [], ROW, [""] * 5, ROW]))
    assert [line.number for line in lines] == [3, 5]


def test_a_place_names_the_line_and_the_column(tmp_path: Path) -> None:
    path = as_csv(tmp_path, [NAMES, ROW])
    (line,) = read_list(path)
    assert line.place("medicines") == Place(path, 2, 5)
    assert line.place("start") == Place(path, 2, 1)
    assert line.place("kidney") == Place(path, 2, 0)
    (line,) = read_list(as_csv(tmp_path, [[*NAMES, "format"], [*ROW, "large-print"]]))
    assert line.place("large_print") == Place(path, 2, 6)


def test_a_line_shows_nothing_of_the_patient_when_it_is_printed_by_mistake(tmp_path: Path) -> None:
    (line,) = read_list(as_csv(tmp_path, [NAMES, ROW]))
    assert "Ayşe" not in repr(line) + repr(line.visit)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    (line,) = read_list(as_csv(tmp_path, [NAMES, ROW], encoding))
    assert line.texts["label"] == "Ayşe Yılmaz"


@pytest.mark.parametrize("encoding", ["cp1254", "utf-16-le", "cp857"])
def test_another_encoding_is_refused_with_the_name_that_excel_gives_to_utf_8(
    tmp_path: Path, encoding: str
) -> None:
    (problem,) = refused(as_csv(tmp_path, [NAMES, ROW], encoding))
    assert (problem.code, "CSV UTF-8" in problem.hint) == ("file-unreadable", True)


def test_names_of_columns_that_are_wrong_missing_or_double_are_told_together(
    tmp_path: Path,
) -> None:
    path = as_csv(tmp_path, [["date", "tíme", "locale", "medicin", "label", "label"]])
    told = {(p.place.column, p.message, p.hint) for p in refused(path)}
    assert told == {
        (0, "The list has no column “time”.", "Add the column, with its name in the first line."),
        (2, "The name of column 2 is unknown.", "Did you mean “time”?"),
        (4, "The name of column 4 is unknown.", "Did you mean “medicines”?"),
        (5, "More than one column is named “label”.", "Keep one of them."),
        (6, "More than one column is named “label”.", "Keep one of them."),
    }


def test_a_list_without_names_of_columns_is_refused_without_its_content(tmp_path: Path) -> None:
    (problem,) = refused(as_csv(tmp_path, [ROW]))
    assert problem.message == "The first line does not name the columns."
    assert "Ayşe" not in str(problem)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("date", "10/12/2026", "This date is ambiguous"),
        ("date", "46366", "This is Excel's internal number for a date."),
        ("date", "2026-02-30", "This is not a valid date."),
        ("date", "", "The line has no date."),
        ("time", "9.3", "This is not a valid time."),
        ("time", "0,375", "This is Excel's internal number for a time."),
        ("time", "24:00", "This is not a valid time."),
        ("locale", "", "The line has no locale."),
        ("medicines", " ; ", "The cell for medicines is empty."),
        ("label", "=A1", "The cell under “label” contains a formula instead of its value."),
        ("label", "Ay?e", "The cell under “label” has lost letters such as ş or ğ."),
        ("label", "AyÅŸe", "The cell under “label” has lost letters such as ş or ğ."),
        ("label", "A\u200bB", "The cell under “label” contains the invisible character U+200B"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_with_its_line(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    row = [text if each == name else value for each, value in zip(NAMES, ROW, strict=True)]
    good, bad = read_list(as_csv(tmp_path, [NAMES, ROW, row]))
    (problem,) = bad.problems
    assert problem.message.startswith(message)
    assert (problem.place.line, problem.place.column) == (3, NAMES.index(name) + 1)
    assert (good.problems, bad.texts[name]) == ((), "")


@pytest.mark.parametrize("text", ["9:05", "09:05:00", "9.05", "09.05", "2026-12-10 09:05:00"])
def test_a_time_as_excel_writes_it_is_read(tmp_path: Path, text: str) -> None:
    (line,) = read_list(as_csv(tmp_path, [NAMES, [ROW[0], text, *ROW[2:]]]))
    assert line.visit.start == "2026-12-10T09:05"


@pytest.mark.parametrize("row", [[*ROW, "metformin"], ROW[:4]])
def test_a_line_of_another_width_is_refused_and_not_read(tmp_path: Path, row: list[str]) -> None:
    """An unquoted semicolon within a cell moves each cell after it into a wrong column."""
    (line,) = read_list(as_csv(tmp_path, [NAMES, row]))
    assert [problem.code for problem in line.problems] == ["list-invalid"]
    assert set(line.texts.values()) == {""}


def test_a_quotation_mark_that_is_not_closed_is_told_and_swallows_no_line(tmp_path: Path) -> None:
    path = as_csv(tmp_path, [NAMES, ROW])
    path.write_text(path.read_text(encoding="utf-8") + '2026-12-10,10:00,tr,"A,B\nx\n')
    (problem,) = refused(path)
    assert (problem.code, problem.place.line) == ("list-invalid", 3)


@pytest.mark.parametrize("count", [0, MOST_LINES + 1])
def test_a_list_of_no_visits_or_too_many_is_refused(tmp_path: Path, count: int) -> None:
    (problem,) = refused(as_csv(tmp_path, [NAMES, *[ROW] * count]))
    assert problem.message == f"The list has {count} visits."


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_a_file_that_is_too_large_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b" " * (BYTES + 1))
    assert [problem.code for problem in refused(tmp_path / name)] == ["file-unreadable"]


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    assert [problem.code for problem in refused(tmp_path / name)] == ["file-missing"]


@pytest.mark.parametrize("name", ["list.xls", "list.ods", "list"])
def test_another_kind_of_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x", encoding="utf-8")
    (problem,) = refused(tmp_path / name)
    assert problem.message == "A list of visits has to be a .csv or .xlsx file."


def test_dates_and_times_of_excel_are_read(tmp_path: Path) -> None:
    """A time is a part of a day to Excel, and 8:20 is a hair beside a whole minute."""
    midnight = datetime.combine(date(2026, 12, 10), time())
    nearly = timedelta(hours=8, minutes=19, seconds=59.6)
    starts = [(date(2026, 12, 10), time(8, 20)), (midnight, nearly), ("2026-12-10", time(8, 20))]
    rows = [[*start, *ROW[2:]] for start in starts]
    lines = read_list(as_xlsx(tmp_path, [NAMES, *rows]))
    assert [line.visit.start for line in lines] == ["2026-12-10T08:20"] * 3


@pytest.mark.parametrize(
    "value",
    [
        datetime.combine(date(2026, 12, 3), time(14)),
        "2026-12-03 14:00",
        "3.12.2026 14:00",
        "2026-12-03T14:00",
    ],
)
def test_the_previous_date_has_its_time_in_the_same_cell(tmp_path: Path, value: Any) -> None:
    (line,) = read_list(as_xlsx(tmp_path, [[*NAMES, "previous-date"], [*ROW, value]]))
    assert (line.visit.previous_date, line.problems) == ("2026-12-03T14:00", ())
    assert line.place("previous_date").column == len(NAMES) + 1


def test_a_number_stays_as_it_stands_in_the_cell(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path, [NAMES, *([*ROW[:3], n, ROW[4]] for n in (12345, 12345.0, 7))])
    book = load_workbook(path)
    book.worksheets[0]["D4"].number_format = "00000"
    book.save(path)
    assert [line.texts["label"] for line in read_list(path)] == ["12345", "12345", "00007"]


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("label", date(2026, 2, 1), "The cell under “label” was converted to a date."),
        ("label", 1234567890123456, "The cell under “label” has no readable value."),
        ("label", True, "The cell under “label” has no readable value."),
        ("label", "=A1", "The cell under “label” contains a formula instead of its value."),
        ("medicines", "=A1", "The cell under “medicines” contains a formula instead of its value."),
        ("date", 46366, "The cell under “date” is not a date."),
        ("date", time(9), "The cell under “date” is not a date."),
        (
            "date",
            LATE,
            "The cell for the date contains a different time than the one under “time”.",
        ),
        ("date", LAST, "The cell under “date” has no readable value."),
        ("previous-date", date(2026, 12, 3), "The time is missing."),
        ("previous-date", 46366, "The cell under “previous-date” is not a date."),
        ("previous-date", "3.12.", "This is not a valid date."),
        ("time", 0.375, "The cell under “time” is not a time."),
        ("time", date(2026, 12, 10), "This is not a valid time."),
        (
            "time",
            LATE + timedelta(days=1),
            "The cell for the time contains a different date than the one under “date”.",
        ),
    ],
)
def test_a_cell_of_excel_that_is_not_what_it_should_be_is_told(
    tmp_path: Path, name: str, value: Any, message: str
) -> None:
    assert fault(tmp_path, name, value).message == message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"no archive", "The file is not a complete .xlsx file."),
        (
            b"\xd0\xcf\x11\xe0rest",
            "The file is protected with a password, or is in a format older than Excel 2007.",
        ),
    ],
)
def test_a_broken_or_locked_file_is_a_problem(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    assert [problem.message for problem in refused(path)] == [message]


def test_half_of_a_file_is_a_problem(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path, [NAMES, ROW])
    path.write_bytes(path.read_bytes()[:-700])
    assert [problem.code for problem in refused(path)] == ["list-invalid"]


def of_sheet(folder: Path, change: Callable[[Workbook], object], *rows: Sequence[Any]) -> Path:
    """An .xlsx file of these rows, or of two visits, after a change."""
    path = as_xlsx(folder, rows or [NAMES, ROW, [*ROW[:3], "B", "none"]])
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def hide(*rows: int, attribute: str = "hidden", value: object = True) -> Callable[[Workbook], None]:
    """A change that makes rows unseen."""

    def change(book: Workbook) -> None:
        for row in rows:
            setattr(book.worksheets[0].row_dimensions[row], attribute, value)

    return change


def strike(book: Workbook) -> None:
    book.worksheets[0]["D3"].font = Font(strike=True)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (hide(3), "Row 3 is hidden, so no pack is made."),
        (hide(3, attribute="height", value=0.5), "Row 3 is hidden, so no pack is made."),
        (hide(2, 3), "Rows 2–3 are hidden, so no pack is made."),
        (strike, "Row 3 is crossed out, so no pack is made."),
    ],
)
def test_a_row_that_is_hidden_or_crossed_out_is_told_once_and_not_read(
    tmp_path: Path, change: Callable[[Workbook], object], message: str
) -> None:
    """A visit that was cancelled is not printed, and one behind a forgotten filter not lost."""
    lines = [line for line in read_list(of_sheet(tmp_path, change)) if not line.is_meant]
    assert {(p.code, p.message) for line in lines for p in line.problems} == {
        ("row-unclear", message)
    }
    undo = "unhide the row" if "hidden" in message else "remove the strikethrough"
    assert all(f"is meant, {undo};" in p.hint for line in lines for p in line.problems)
    assert lines[-1].texts["label"] == "B"  # the contents name the patient


def hide_columns(book: Workbook) -> None:
    book.worksheets[0].column_dimensions["D"].hidden = True


def test_a_hidden_column_is_read_and_told(tmp_path: Path) -> None:
    lines = read_list(of_sheet(tmp_path, hide_columns))
    (told,) = {problem for line in lines for problem in line.problems}
    assert str(told) == (
        f"{tmp_path}/list.xlsx:Sheet!D1: warning list-invalid Column D, “label”, is hidden, "
        "but it is read.\n    Unhide it and check its contents, or delete the column."
    )
    assert [line.texts["label"] for line in lines] == ["Ayşe Yılmaz", "B"]


def add_sheet(
    *, title: str = "Liste", hidden: int = 0, chart: bool = False
) -> Callable[[Workbook], None]:
    """A change that puts another sheet before the list, and hides one."""

    def change(book: Workbook) -> None:
        if chart:
            book.create_chartsheet("Grafik", 0)
        else:
            book.create_sheet(title, 0)["A1"] = "notes"
        if hidden:
            book._sheets[hidden - 1].sheet_state = "hidden"  # noqa: SLF001 - charts are there alone

    return change


@pytest.mark.parametrize(
    "change", [add_sheet(), add_sheet(hidden=1), add_sheet(chart=True), add_sheet(title="Ayarlar")]
)
def test_the_sheet_with_the_list_is_read_wherever_it_is(
    tmp_path: Path, change: Callable[[Workbook], object]
) -> None:
    assert [line.number for line in read_list(of_sheet(tmp_path, change))] == [2, 3]


def test_a_hidden_list_is_refused(tmp_path: Path) -> None:
    (problem,) = refused(of_sheet(tmp_path, add_sheet(hidden=2)))
    assert problem.message == "The sheet with the list is hidden."


def test_a_second_list_is_told(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book.copy_worksheet(book.worksheets[0]).title = "Salı"

    lines = read_list(of_sheet(tmp_path, change))
    assert {p.message for line in lines for p in line.problems} == {
        "The sheet “Salı” also contains a list, which is not read."
    }


@pytest.mark.parametrize("sheet", [False, True])
def test_the_names_of_the_columns_may_stand_below_a_title(tmp_path: Path, *, sheet: bool) -> None:
    rows = [["Monday", "", "", "", ""], [""] * 5, NAMES, ROW]
    merge = partial(of_sheet, tmp_path, lambda book: book.worksheets[0].merge_cells("A1:E1"))
    (line,) = read_list(merge(*rows) if sheet else as_csv(tmp_path, rows))
    assert (line.number, line.problems, line.texts["label"]) == (4, (), "Ayşe Yılmaz")


def test_a_visit_above_the_names_of_the_columns_is_not_lost(tmp_path: Path) -> None:
    (problem,) = refused(as_csv(tmp_path, [ROW, NAMES, ROW]))
    assert (problem.place.line, "above the column names" in problem.message) == (1, True)


def test_merged_cells_are_told_and_not_taken_for_empty_ones(tmp_path: Path) -> None:
    path = of_sheet(tmp_path, lambda book: book.worksheets[0].merge_cells("E2:E3"))
    first, second = read_list(path)
    assert (first.problems, [str(p.place).rpartition("!")[2] for p in second.problems]) == (
        (),
        ["E3"],
    )


def test_cells_merged_with_a_column_without_a_name_are_read(tmp_path: Path) -> None:
    path = of_sheet(tmp_path, lambda book: book.worksheets[0].merge_cells("E2:F2"))
    assert [line.problems for line in read_list(path)] == [(), ()]


def test_rows_behind_a_filter_do_not_count(tmp_path: Path) -> None:
    rows = [NAMES, *[ROW] * (MOST_LINES + 1)]
    lines = read_list(of_sheet(tmp_path, hide(2), *rows))
    assert sum(line.is_meant for line in lines) == MOST_LINES


def test_a_note_beside_the_list_is_told_at_its_cell(tmp_path: Path) -> None:
    rows = [NAMES, ROW, [*ROW, "", "cancelled?"]]
    good, noted = read_list(as_xlsx(tmp_path, rows))
    (problem,) = noted.problems
    assert (good.problems, noted.is_meant, problem.place.cell) == ((), False, "Sheet!G3")
    assert "cancelled" not in str(problem)


@pytest.mark.parametrize("separator", ["sep=;\n", "SEP=|\r\n", "\ufeffsep=\t\n"])
def test_the_line_by_which_excel_is_told_the_separator_is_understood(
    tmp_path: Path, separator: str
) -> None:
    path = as_csv(tmp_path, [NAMES, ROW], delimiter=separator.rstrip("\r\n")[-1])
    path.write_text(separator + path.read_text("utf-8"), "utf-8")
    (line,) = read_list(path)
    assert (line.number, line.texts["label"], line.problems) == (2, "Ayşe Yılmaz", ())


@pytest.mark.parametrize("text", ['="00123"', "'00123", "00123"])
def test_a_number_with_zeros_stays_as_it_was_meant(tmp_path: Path, text: str) -> None:
    rows = [NAMES, [*ROW[:3], text, ROW[4]]]
    assert read_list(as_csv(tmp_path, rows))[0].texts["label"] == "00123"
    if not text.startswith("'"):  # which Excel keeps to itself
        assert read_list(as_xlsx(tmp_path, rows))[0].texts["label"] == "00123"


@pytest.mark.parametrize(
    ("locale", "text", "day"),
    [
        ("tr", "10.12.2026", "2026-12-10"),
        ("de", "1.2.2026", "2026-02-01"),
        ("en", "25.12.2026", "2026-12-25"),
        ("en", "10.10.2026", "2026-10-10"),
        ("en", "12/25/2026", "2026-12-25"),
        ("fr", "10/12/2026", "2026-12-10"),
        ("xx", "2026/12/1", "2026-12-01"),
        ("tr", "2026-12-10 00:00:00", "2026-12-10"),
        ("tr", "10.12.2026 09:00", "2026-12-10"),
        ("en", "10.12.2026", ""),
        ("tr", "10/12/2026", ""),
        ("tr", "12.25.2026", ""),
        ("en", "12.25.2026", ""),
        ("tr", "31.11.2026", ""),
        ("tr", "10.12.26", ""),
        ("tr", "10 Aralık 2026", ""),
        ("tr", "10.12.2026 10:00", ""),
    ],
)
def test_a_date_in_figures_is_read_where_its_language_leaves_no_doubt(
    tmp_path: Path, locale: str, text: str, day: str
) -> None:
    (line,) = read_list(as_csv(tmp_path, [NAMES, [text, "09:00", locale, "A", "none"]]))
    assert (line.texts["date"], bool(line.problems)) == (day, not day)


@given(day=st.dates(date(2000, 1, 1), date(2100, 1, 1)), locale=st.sampled_from(["tr", "de", "en"]))
def test_no_date_in_figures_is_ever_read_as_another(day: date, locale: str) -> None:
    for text in (f"{day:%d.%m.%Y}", f"{day.day}/{day.month}/{day.year}", day.isoformat()):
        read = read_start(text, "09:00", locale)
        assert read.day == day.isoformat() or read.date_fault


@given(st.data())
def test_a_workbook_that_is_broken_anywhere_is_a_problem(data: st.DataObject) -> None:
    """Whatever the library raises for it; a fault of ours would not be told as that."""
    with TemporaryDirectory() as folder:
        path = as_xlsx(Path(folder), [NAMES, ROW])
        with ZipFile(path) as book:
            parts = {name: book.read(name) for name in book.namelist()}
        name = data.draw(st.sampled_from(sorted(parts)))
        at = data.draw(st.integers(0, len(parts[name]) - 1))
        parts[name] = parts[name][:at] + data.draw(st.binary(max_size=4)) + parts[name][at + 3 :]
        with ZipFile(path, "w") as book:
            for each, content in parts.items():
                book.writestr(each, content)
        with suppress(ProblemsError):
            read_list(path)


def test_a_fault_of_ours_is_not_told_as_a_broken_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openpyxl_reader, "SheetFormat", None)
    with pytest.raises(TypeError):
        read_list(as_xlsx(tmp_path, [NAMES, ROW]))


@pytest.mark.parametrize("error", [ValueError, LookupError, RuntimeError])
def test_nor_is_one_that_fails_as_a_broken_file_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def fail(*_: object) -> None:
        raise error("ours")

    monkeypatch.setattr(openpyxl_reader, "SheetFormat", fail)
    with pytest.raises(error, match="ours"):
        read_list(as_xlsx(tmp_path, [NAMES, ROW]))


def declaring(folder: Path, part: str, encoding: str) -> Path:
    """An .xlsx file of which one part declares an entity and uses it wherever it can."""
    path = as_xlsx(folder, [NAMES, ROW])
    with ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    text = re.sub(r"^<\?xml.*?\?>", "", parts[part].decode()).replace("Ayşe Yılmaz", "&who;")
    head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY who "Ali">]>'
    parts[part] = (head + text.replace('"Sheet"', '"&who;"')).encode(encoding)
    with ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-9"])
@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "_rels/.rels"]
)
def test_a_workbook_that_declares_entities_is_not_read(
    tmp_path: Path, part: str, encoding: str
) -> None:
    path = declaring(tmp_path, part, encoding)
    assert [one.message for one in refused(path)] == ["The file is not a complete .xlsx file."]


def test_the_library_refuses_entities_by_itself_as_well() -> None:
    assert DEFUSEDXML


def test_the_page_on_lists_has_every_column() -> None:
    page = (ROOT / "docs" / "day.md").read_text(encoding="utf-8")
    [table] = re.findall(r"<!-- columns -->\n\n((?:\|.*\n)+)", page)
    rows = re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE)
    needed = re.findall(r"^\| `([\w-]+)` \| yes", table, re.MULTILINE)
    assert (rows, needed) == (list(COLUMNS), list(REQUIRED))


# To Excel, a text that begins with = is a formula.
LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="=")
TEXTS = st.text(LETTERS, max_size=8)
_ANY = st.lists(TEXTS, max_size=3).map("; ".join) | TEXTS.map(lambda t: f'{t},"{t}"\n{t}')
CELLS = _ANY.filter(lambda text: not re.match(r"\s*'\d", text))  # Excel's sign for a text


@given(rows=st.lists(st.tuples(*[CELLS] * len(COLUMNS)), min_size=1, max_size=4), data=st.data())
def test_whatever_the_delimiter_and_quoting_a_csv_reads_as_the_same_rows_in_xlsx(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("lists")
    options: dict[str, Any] = {
        "delimiter": data.draw(st.sampled_from(",;\t")),
        "quoting": data.draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
        "lineterminator": data.draw(st.sampled_from(["\n", "\r\n"])),
    }
    whole = [COLUMNS, ["2026-12-10", *["x"] * (len(COLUMNS) - 1)], *rows]
    from_csv = contents(read_list(as_csv(folder, whole, **options)))
    assert from_csv == contents(read_list(as_xlsx(folder, whole)))
    assert len(from_csv) == 1 + sum(any(cell.strip() for cell in row) for row in rows)
