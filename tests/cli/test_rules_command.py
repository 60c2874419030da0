"""`build-pack rules`: what it shows, asks and writes."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.running import run_here


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    shutil.copytree("clinics/demo", tmp_path / "clinic")
    assert (
        run_here("rules", "export", "rules.xlsx", "--clinic", "clinic", folder=tmp_path).returncode
        == 0
    )
    return tmp_path / "clinic"


def _change(workbook: Path) -> None:
    book = load_workbook(workbook)
    sheet = book["rules"]
    names = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == "cilostazol")
    row[names.index("prescriber")].value = True
    book.save(workbook)


def _import(clinic: Path, *more: str) -> tuple[int, str]:
    command = "rules", "import", "rules.xlsx", "--clinic", "clinic", *more
    done = run_here(*command, folder=clinic.parent)
    return done.returncode, done.stdout + done.stderr


def test_nothing_to_change_is_said(clinic: Path) -> None:
    assert _import(clinic) == (0, "The rules are the same; nothing was changed.\n")


def test_changes_are_shown_and_written_only_if_somebody_agrees(clinic: Path) -> None:
    _change(clinic.parent / "rules.xlsx")
    before = (clinic / "medicines.yaml").read_text("utf-8")
    code, said = _import(clinic)
    assert (code, "cilostazol rule, prescriber: nothing → true" in said) == (2, True)
    assert (clinic / "medicines.yaml").read_text("utf-8") == before
    code, said = _import(clinic, "--yes")
    assert (code, said.splitlines()[-1]) == (0, "clinic/medicines.yaml")
    old = "    decision: continue\n    sources: [asra-pain-2018]\n\n  - medicine: dipyridamole\n"
    new = old.replace("continue\n", "continue\n    prescriber: true\n")
    assert (clinic / "medicines.yaml").read_text("utf-8") == before.replace(old, new)


def test_the_sample_is_not_changed_by_mistake(clinic: Path) -> None:
    done = run_here("rules", "import", "rules.xlsx", folder=clinic.parent)
    assert (done.returncode, "Give your clinic's folder with --clinic" in done.stderr) == (2, True)


def test_a_cell_is_told_as_data_too(clinic: Path) -> None:
    workbook = clinic.parent / "rules.xlsx"
    book = load_workbook(workbook)
    book["rules"]["A2"].value = "warfarine"
    book.save(workbook)
    code, said = _import(clinic, "--format", "json")
    assert (code, '"cell": "rules!A2"' in said) == (1, True)
