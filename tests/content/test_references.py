"""References are read from CSL-JSON; one that no text could cite is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from build_pack.content.references import Reference, load_references
from tests.content.samples import REFERENCES, refusal, told

A: dict[str, Any] = {"id": "a", "type": "book", "title": "A"}
EXPORT = "Export the references again as CSL JSON."


def load_text(folder: Path, text: str) -> tuple[Reference, ...]:
    path = folder / "references.json"
    path.write_text(text, encoding="utf-8")
    return load_references(path)


def load_items(folder: Path, *items: Any) -> tuple[Reference, ...]:
    return load_text(folder, "[\n" + ",\n".join(json.dumps(item) for item in items) + "\n]\n")


def test_a_reference_has_its_key_its_fields_and_its_place(tmp_path: Path) -> None:
    [reference] = load_text(tmp_path, REFERENCES)
    assert reference.key == "who-2020"
    assert reference.csl["issued"] == {"date-parts": [[2020]]}
    assert str(reference.place) == f"{tmp_path / 'references.json'}:2:2"


def test_references_keep_the_order_of_the_file(tmp_path: Path) -> None:
    found = load_items(tmp_path, A | {"id": "b"}, A | {"id": "a"})
    assert [reference.key for reference in found] == ["b", "a"]


def test_a_file_without_references_is_an_empty_list(tmp_path: Path) -> None:
    assert load_text(tmp_path, "[]\n") == ()


@pytest.mark.parametrize("text", ["{}", '{"id": "a"}', "", '"a"'])
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, text: str) -> None:
    [problem] = refusal(load_text, tmp_path, text)
    assert told(problem) == f"1:1 value-invalid The file must be a list of references. {EXPORT}"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("a", [f"2:1 value-invalid This is not a reference. {EXPORT}"]),
        (
            {},
            [
                '2:1 key-missing The reference lacks “id”. Add a line "id": "…".',
                '2:1 key-missing The reference lacks “title”. Add a line "title": "…".',
                '2:1 key-missing The reference lacks “type”. Add a line "type": "…".',
            ],
        ),
        (
            A | {"id": 12},
            ['2:1 key-missing The reference lacks “id”. Add a line "id": "…".'],
        ),
        (
            A | {"title": "  "},
            ['2:1 key-missing The reference lacks “title”. Add a line "title": "…".'],
        ),
        (
            A | {"id": "http://example.org/items/X"},
            [
                (
                    "2:8 value-invalid No text can cite the id “http://example.org/items/X”. "
                    "Use letters A to Z, digits and . : _ - only, as in who-2020."
                )
            ],
        ),
        (
            A | {"id": "öz 2020"},
            [
                (
                    "2:8 value-invalid No text can cite the id “öz 2020”. "
                    "Use letters A to Z, digits and . : _ - only, as in who-2020."
                )
            ],
        ),
    ],
)
def test_a_faulty_reference_is_told_with_all_its_faults(
    tmp_path: Path, item: Any, expected: list[str]
) -> None:
    assert [told(problem) for problem in refusal(load_items, tmp_path, item)] == expected


def test_a_second_reference_of_one_id_is_refused(tmp_path: Path) -> None:
    [problem] = refusal(load_items, tmp_path, A, A | {"title": "B"})
    assert told(problem) == (
        "3:8 id-duplicate A second reference bears the id “a”. "
        "Give each reference an id of its own."
    )


def test_the_faults_of_all_references_are_told_at_once(tmp_path: Path) -> None:
    problems = refusal(load_items, tmp_path, A, 1, A, {"id": "b", "type": "book"})
    assert [(problem.place.line, problem.code) for problem in problems] == [
        (3, "value-invalid"),
        (4, "id-duplicate"),
        (5, "key-missing"),
    ]
