"""What is larger than anything of ours is told with its number, and in moments."""

import json
import os
from pathlib import Path

import pikepdf
import pytest
from openpyxl import Workbook

from build_pack.content.models.clinic import Clinic
from build_pack.content.references.reference_file import load_references
from build_pack.content.yaml.loading import load
from build_pack.content.yaml.source_file import read
from build_pack.operations.day.visit_list import read_list
from build_pack.operations.verify import records_in
from build_pack.problems import Problem
from build_pack.rendering.html.stylesheet_limits import bound_problems
from build_pack.storage.text_files import read_bytes
from build_pack.text.limits import CHARACTERS, VALUES
from build_pack.translation.po.catalog_file import read_po
from build_pack.workspace.settings import read_settings
from tests.content.samples import refusal


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n" * VALUES, "From here on, the file has more than 40,000 values"),
        (f"a: {'x' * (CHARACTERS + 1)}", "This value or key has more than 20,000 characters"),
        (f"{'- ' * 60}a", "More than 30 levels are nested here"),
        ("a: " + "{b: " * 60, "More than 30 levels are nested here"),
    ],
)
def test_what_a_file_may_not_hold_is_told_with_its_number(
    tmp_path: Path, text: str, expected: str
) -> None:
    [problem] = refusal(read, written(tmp_path, "a.yaml", text))
    assert problem.message.startswith(expected)


def test_json_that_is_nested_too_deeply_is_told_as_such(tmp_path: Path) -> None:
    [problem] = refusal(load_references, written(tmp_path, "a.json", "[" * 100_000))
    assert problem.message.startswith("More than 30 levels")


def test_of_many_unknown_keys_200_are_told_and_the_rest_are_counted(tmp_path: Path) -> None:
    text = "".join(f"k{number}: v\n" for number in range(5000))
    problems = refusal(load, written(tmp_path, "clinic.yaml", text), Clinic)
    assert len(problems) == 201
    said = {problem.message for problem in problems}
    assert any(" more problems below, which are not listed." in message for message in said)


def test_of_many_hidden_characters_200_lines_are_told(tmp_path: Path) -> None:
    problems = refusal(read, written(tmp_path, "a.yaml", "a\u200b\n" * 9000))
    assert len(problems) == 201
    assert any("The file has 8,800 more problems below" in one.message for one in problems)


def test_a_number_of_a_character_is_found_among_thousands(tmp_path: Path) -> None:
    text = 'a: "' + "\\U0010FFFD" * 2000 + '"\nb: \\UFFFFFFFF\nc: "\\U00110000"\n'
    [problem] = refusal(read, written(tmp_path, "a.yaml", text))
    assert (problem.place.line, problem.message) == (
        3, "There is no character with the number after this \\U."
    )  # fmt: skip


@pytest.mark.parametrize("heading", ["x" * 140_000, '"' + "x" * 140_000 + '"', "x" * 5001])
def test_a_cell_of_a_list_has_a_longest_text(tmp_path: Path, heading: str) -> None:
    path = written(tmp_path, "a.csv", f"date,time,locale,{heading}\n2026-12-10,09:00,en,\n")
    [problem] = refusal(read_list, path)
    assert problem.message == "A cell has more than 5,000 characters, which is the maximum."


def test_a_row_of_a_list_has_a_most_of_cells(tmp_path: Path) -> None:
    [problem] = refusal(read_list, written(tmp_path, "a.csv", "date,time,locale" + "," * 300))
    assert problem.message == "A row has more than 200 cells, which is the maximum."


def test_a_sheet_has_a_most_of_merged_cells(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["date", "time", "locale"])
    for row in range(2, 2100):
        book.active.merge_cells(start_row=row, end_row=row, start_column=5, end_column=6)
    book.save(tmp_path / "a.xlsx")
    [problem] = refusal(read_list, tmp_path / "a.xlsx")
    assert problem.message.startswith("A sheet has more than 2,000 merged cells or columns")


def test_a_catalog_has_a_most_of_entries(tmp_path: Path) -> None:
    text = 'msgid ""\nmsgstr ""\n"Language: tr\\n"\n\n' + 'msgid "a"\nmsgstr ""\n\n' * 20_001
    [problem] = refusal(read_po, written(tmp_path, "a.po", text))
    assert "it has 20,002 entries; the maximum is 20,000" in problem.message


@pytest.mark.parametrize("rule", ["n != !1", "(" * 90, "n" * 400, "n /0", "n ? 1 : 9"])
def test_plural_forms_that_make_no_sense_are_told(tmp_path: Path, rule: str) -> None:
    fields = f'"Language: tr\\n"\n"Plural-Forms: nplurals=2; plural={rule};\\n"\n'
    [problem] = refusal(read_po, written(tmp_path, "a.po", f'msgid ""\nmsgstr ""\n{fields}'))
    assert "the plural forms in the header are not valid" in problem.message


@pytest.mark.parametrize("text", ["a = " + "[" * 3000, "a = " + "{b=" * 3000, "a." * 9000 + "b=1"])
def test_settings_that_are_nested_too_deeply_are_told(tmp_path: Path, text: str) -> None:
    assert refusal(read_settings, written(tmp_path, "build-pack.toml", text))


@pytest.mark.parametrize(
    "record", ["[" * 50_000, '{"a":' * 50_000, json.dumps(["x" * 1_000_001]), "1", "[[[]]]"]
)
def test_a_pdf_with_a_record_of_another_shape_does_not_say_what_it_is(
    tmp_path: Path, record: str
) -> None:
    pdf, path = pikepdf.new(), tmp_path / "a.pdf"
    pdf.docinfo[pikepdf.Name("/buildpack")] = pikepdf.String(record)
    pdf.save(path)
    assert records_in(path, path.read_bytes()) == ()


def bounds(folder: Path, css: str) -> list[Problem]:
    return list(bound_problems(folder / "a.css", css.encode()))


@pytest.mark.parametrize("css", ["p { font-size: 1e9pt }", "@page { margin: 1e300mm }"])
def test_a_number_of_a_stylesheet_has_bounds(tmp_path: Path, css: str) -> None:
    [problem] = bounds(tmp_path, css)
    assert "is greater than the maximum, 100,000." in problem.message


def test_a_number_of_thousands_of_digits_is_told(tmp_path: Path) -> None:
    [problem] = bounds(tmp_path, f"p {{ top: {'1' * 9000}px }}")
    assert problem.message == "A number of the stylesheet has thousands of digits."


def test_brackets_of_a_stylesheet_have_bounds(tmp_path: Path) -> None:
    [problem] = bounds(tmp_path, "p { width: " + "calc(" * 33 + ")")
    assert problem.message.startswith("More than 30 brackets are nested")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    [problem] = refusal(read_bytes, tmp_path / "a.yaml")
    assert problem.message == "This is a pipe or a device, not a file."


def test_folders_and_links_to_nothing_are_told_as_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to("nowhere")
    (tmp_path / "loop").symlink_to("loop")
    said = [refusal(read_bytes, path)[0].message for path in (tmp_path, tmp_path / "gone")]
    assert said == ["This is a folder, not a file.", "The target of the link is not a file."]
    assert refusal(read_bytes, tmp_path / "loop")[0].message == (
        "The target of the link is not a file."
    )
