"""Editors check our files by the same rules as the program: the schemas are its models'."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import StringConstraints, TypeAdapter, ValidationError

from build_pack.content.json_schemas import MODELS, schema_at, schema_name, schema_text
from build_pack.content.models.base import Model
from build_pack.content.yaml.source_file import read
from build_pack.text import patterns
from build_pack.text.patterns import IN_WORDS
from tests.content.refused import REFUSED
from tests.content.samples import SAMPLES, changed
from tests.workshop import ROOT

DATA_FILES = {
    path: name
    for name, pattern in {
        "leaflet": "leaflets/*/leaflet.yaml",
        "formulary": "leaflets/formulary.yaml",
        "warning-signs": "leaflets/warning-signs.yaml",
        "clinic": "clinics/*/clinic.yaml",
        "medicines": "clinics/*/medicines.yaml",
        "glossary": "locales/*/glossary.yaml",
    }.items()
    for path in sorted(ROOT.glob(pattern))
}
NAMED = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def validator(name: str) -> Draft202012Validator:
    schema = json.loads(schema_text(name))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("name", MODELS)
def test_the_schema_that_is_committed_is_fresh(name: str) -> None:
    """Run `build-pack schema` after a change of the models."""
    assert (ROOT / "schemas" / schema_name(name)).read_text("utf-8") == schema_text(name)


def test_no_schema_is_left_over() -> None:
    found = {path.name for path in (ROOT / "schemas").iterdir()}
    assert found == {schema_name(name) for name in MODELS}


def test_every_kind_of_data_file_is_there() -> None:
    assert set(DATA_FILES.values()) == set(MODELS)


@pytest.mark.parametrize("path", DATA_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_data_file_names_its_schema_in_its_first_line(path: Path) -> None:
    found = NAMED.match(path.read_text("utf-8"))
    assert found
    named = (path.parent / found[1]).resolve()
    assert named == ROOT / "schemas" / schema_name(DATA_FILES[path])


@pytest.mark.parametrize("path", DATA_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_data_file_is_valid_by_its_schema(path: Path) -> None:
    errors = validator(DATA_FILES[path]).iter_errors(read(path).data)
    assert [error.message for error in errors] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_of_the_tests_are_valid_by_their_schemas(tmp_path: Path, name: str) -> None:
    assert list(validator(name).iter_errors(data(tmp_path, SAMPLES[name][1]))) == []


def data(folder: Path, text: str) -> Any:
    path = folder / "file.yaml"
    path.write_text(text, "utf-8")
    return read(path).data


@pytest.mark.parametrize(("name", "old", "new", "expected"), REFUSED)
def test_what_the_program_refuses_an_editor_marks_as_well(
    tmp_path: Path, name: str, old: str, new: str, expected: list[str]
) -> None:
    assert expected
    valid = validator(name).is_valid(data(tmp_path, changed(name, old, new)))
    between_keys = any("Correct the lines of this key" in line for line in expected)
    assert valid == (between_keys or '"  "' in new), (
        "a schema knows no rules between keys or blanks"
    )


def parts(node: Any) -> Iterator[dict[str, Any]]:
    """Every mapping inside a schema."""
    if isinstance(node, dict):
        yield node
    for child in node.values() if isinstance(node, dict) else node:
        if isinstance(child, dict | list):
            yield from parts(child)


@pytest.mark.parametrize("name", MODELS)
def test_every_pattern_can_be_told_in_words(name: str) -> None:
    schema = json.loads(schema_text(name))
    found = {part["pattern"] for part in parts(schema) if isinstance(part.get("pattern"), str)}
    found |= {key for part in parts(schema) for key in part.get("patternProperties", {})}
    assert found - set(IN_WORDS) == set()


@pytest.mark.parametrize(
    ("pattern", "right", "wrong"),
    [
        (patterns.ID, ["a", "rf-2", "nerve"], ["", "A", "2a", "a--b", "a-", "a_b", "ağrı", "a\n"]),
        (
            patterns.LOCALE,
            ["tr", "pt_BR", "zh_Hans_CN", "kmr"],
            ["TR", "tr-TR", "tr_tr", "turkish"],
        ),
        (patterns.COUNTRY, ["TR"], ["tr", "TUR", "Tü"]),
        (patterns.VERSION, ["1.0", "12.34"], ["1", "1.", "1.0.0", "v1.0", "١.٠"]),
        (patterns.CODE, ["RFN", "A1"], ["A", "rfn", "ABCDEFGHI", "İĞN"]),
        (patterns.BLOCK, ["risks.bleeding"], ["risks", "a.b.c", "Risks.bleeding"]),
        (
            patterns.ATC,
            ["B01", "B01A", "B01AA", "B01AA03"],
            ["B", "B1", "b01AA03", "B01AA0", "B٠١"],
        ),
        (
            patterns.PHONE,
            ["112", "+90 312 000 00 01", "(0312) 000-0001"],
            ["1", "+", "call", "١١٢"],
        ),
        (patterns.CLOCK, ["00:00", "08:30", "23:59"], ["8:30", "24:00", "08:60", "08.30", "٠٨:٣٠"]),
        (patterns.COLOUR, ["#0a4f5c", "#FFFFFF"], ["0a4f5c", "#fff", "#gggggg", "red"]),
        (
            patterns.LOGO,
            ["logo.svg", "our logo.png", "LOGO.PNG"],
            ["a/b.svg", "..\\b.svg", ".svg", "logo.gif"],
        ),
        (
            patterns.WEBSITE,
            ["www.example.org", "example.org/a?b"],
            ["https://example.org", "example"],
        ),
    ],
)
def test_a_pattern_takes_what_is_right_and_nothing_else(
    pattern: str, right: list[str], wrong: list[str]
) -> None:
    shaped = TypeAdapter(Annotated[str, StringConstraints(pattern=pattern)])
    for text in right:
        shaped.validate_python(text)
    for text in wrong:
        with pytest.raises(ValidationError):
            shaped.validate_python(text)


@pytest.mark.parametrize("pattern", IN_WORDS)
def test_the_words_for_a_pattern_are_a_sentence(pattern: str) -> None:
    assert IN_WORDS[pattern].endswith(".")
    assert pattern not in IN_WORDS[pattern]


@pytest.mark.parametrize("name", MODELS)
def test_no_object_of_a_schema_takes_unknown_keys(name: str) -> None:
    schema = json.loads(schema_text(name))
    objects = [part for part in parts(schema) if part.get("type") == "object"]
    open_ones = [
        part.get("title")
        for part in objects
        if part.get("additionalProperties") is not False and "propertyNames" not in part
    ]
    assert open_ones == []


@pytest.mark.parametrize(
    ("name", "loc", "keys"),
    [
        ("clinic", ("brand",), ["colour", "logo"]),
        ("clinic", ("hours", 0), ["first", "last", "opens", "closes"]),
        (
            "leaflet",
            ("sections", 3, "blocks", 1, "notice"),
            ["regions", "type", "id", "tone", "text"],
        ),
        ("leaflet", ("consent", "sections", 0, "blocks", 0, "repeat"), ["type", "of"]),
        (
            "medicines",
            ("rules", 0, "restart"),
            ["day", "slot", "hours", "next_meal", "in_range", "told_by_team", "dose", "catch_up"],
        ),
        ("medicines", ("rules", 0, "bridging", "Bridging", "last"), ["day", "slot", "hours"]),
    ],
)
def test_the_keys_of_any_part_of_a_file_are_known(
    name: str, loc: tuple[str | int, ...], keys: list[str]
) -> None:
    model: type[Model] = MODELS[name]
    assert list(schema_at(model, loc)["properties"]) == keys
