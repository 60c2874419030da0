"""Problems are values that say where, what and how to fix it, and are raised together."""

import ast
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

import build_pack
from build_pack.problems import (
    CODES,
    Place,
    Problem,
    ProblemsError,
    Severity,
    sorted_problems,
    stop_on_errors,
)

A, B = Path("a.yaml"), Path("b.yaml")


def problem(
    path: Path = A, line: int = 1, message: str = "Wrong.", severity: Severity = Severity.ERROR
) -> Problem:
    return Problem("key-missing", Place(path, line, 2), message, "Fix it.", severity)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(A), "a.yaml"),
        (Place(A, 3), "a.yaml:3"),
        (Place(A, 3, 7), "a.yaml:3:7"),
    ],
)
def test_a_place_leaves_out_what_is_not_known(place: Place, text: str) -> None:
    assert str(place) == text


def test_a_problem_prints_as_a_line_and_an_indented_hint() -> None:
    assert str(problem(line=4)) == "a.yaml:4:2: error key-missing Wrong.\n    Fix it."


def test_a_problem_as_data_has_every_part_as_plain_values() -> None:
    assert problem(line=4).as_data() == {
        "code": "key-missing",
        "severity": "error",
        "path": "a.yaml",
        "line": 4,
        "column": 2,
        "message": "Wrong.",
        "hint": "Fix it.",
    }


def test_a_code_that_is_not_listed_is_refused() -> None:
    with pytest.raises(ValueError, match="'no-such-code' is not listed"):
        Problem("no-such-code", Place(A), "Wrong.", "Fix it.")


def test_problems_stand_in_the_order_of_files_and_lines_each_once() -> None:
    last, first, second = problem(B, 1), problem(A, 2), problem(A, 10)
    assert sorted_problems([last, second, first, second]) == (first, second, last)


def test_an_error_raises_all_problems_together_with_the_warnings() -> None:
    warning, error = problem(severity=Severity.WARNING), problem(line=2)
    with pytest.raises(ProblemsError) as caught:
        stop_on_errors([error, warning])
    assert caught.value.problems == (warning, error)


def test_problems_travel_between_processes() -> None:
    error = pickle.loads(pickle.dumps(ProblemsError([problem(line=4)])))  # noqa: S301 - our own
    assert error.problems == (problem(line=4),)


def test_warnings_alone_come_back() -> None:
    warning = problem(severity=Severity.WARNING)
    assert stop_on_errors([warning]) == (warning,)


def used_codes() -> set[str]:
    """Every code that stands in the program outside the list itself."""
    folder = Path(build_pack.__file__).parent
    files = (path for path in folder.rglob("*.py") if path.name != "problems.py")
    nodes = (node for path in files for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return {n.value for n in nodes if isinstance(n, ast.Constant) and n.value in CODES}


def test_every_listed_code_is_used_somewhere() -> None:
    assert sorted(set(CODES) - used_codes()) == []


def test_each_code_is_explained_in_a_sentence() -> None:
    assert [text for text in CODES.values() if not text.endswith(".")] == []


def test_a_cell_of_a_spreadsheet_is_told_as_its_program_calls_it() -> None:
    place = Place(Path("list.xlsx"), 5, 5, "Sheet1!E5")
    problem = Problem(
        "visit-invalid", place, "This is not a valid date.", "Write it as 2026-12-10."
    )
    assert str(place) == "list.xlsx:Sheet1!E5"
    assert problem.as_data()["cell"] == "Sheet1!E5"
    assert "cell" not in replace(problem, place=Place(Path("list.csv"), 5, 5)).as_data()
