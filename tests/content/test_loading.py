"""A file that the models refuse is told line by line, in words for who filled it in."""

from pathlib import Path

import pytest
from pydantic_core import ErrorDetails

from build_pack.content.models.clinic import Clinic
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.yaml.loading import load
from build_pack.content.yaml.pydantic_errors import pydantic_problem
from build_pack.content.yaml.pydantic_messages import shown
from build_pack.content.yaml.source_file import SourceFile
from tests.content.refused import REFUSED
from tests.content.samples import SAMPLES, changed, load_text, refusal, told


@pytest.mark.parametrize("name", SAMPLES)
def test_a_right_file_becomes_its_model(tmp_path: Path, name: str) -> None:
    assert type(load_text(tmp_path, name, SAMPLES[name][1]).model) is SAMPLES[name][0]


def test_what_is_loaded_knows_where_its_values_and_keys_stand(tmp_path: Path) -> None:
    loaded = load_text(tmp_path, "clinic", SAMPLES["clinic"][1])
    path = tmp_path / "nerve" / "clinic.yaml"
    assert str(loaded.place("brand", "colour")) == f"{path}:20:11"
    assert str(loaded.key_place("brand", "colour")) == f"{path}:20:3"


@pytest.mark.parametrize(("name", "old", "new", "expected"), REFUSED)
def test_a_fault_is_told_with_its_place_and_its_mend(
    tmp_path: Path, name: str, old: str, new: str, expected: list[str]
) -> None:
    text = changed(name, old, new)
    assert [told(problem) for problem in refusal(load_text, tmp_path, name, text)] == expected


def test_an_amount_in_words_is_no_number(tmp_path: Path) -> None:
    """An editor takes it, since a schema lets a decimal number be text."""
    dose = "reduced: {dose: {amount: two, unit: mg}, first: -1, last: 0}"
    text = changed("medicines", "restart: {day: 1}", dose)
    assert [told(problem) for problem in refusal(load_text, tmp_path, "medicines", text)] == [
        (
            "8:30 value-invalid rules → 1 → reduced → dose → amount: this is not a number. "
            "Write digits without quotes, such as 5 or 2.5."
        )
    ]


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    text = changed("clinic", "country: TR", "contry: TR")
    text = text.replace('"112"', "112").replace("monday", "Monday").replace("day: -1", "day: x")
    found = [(p.place.line, p.code) for p in refusal(load_text, tmp_path, "clinic", text)]
    assert found == [
        (1, "key-missing"),
        (6, "key-unknown"),
        (12, "value-invalid"),
        (14, "value-invalid"),
        (24, "value-invalid"),
    ]


@pytest.mark.parametrize("text", ["", "# only a note\n", "- a\n- b\n", "a:b\n", "12\n"])
def test_a_file_that_is_no_form_at_all_is_told_so(tmp_path: Path, text: str) -> None:
    [problem] = refusal(load_text, tmp_path, "clinic", text)
    assert told(problem) == (
        "1:1 value-invalid The file must consist of lines of “key: value”. Start from a new "
        "file: build-pack new clinic creates one."
    )


def test_a_value_of_several_lines_is_shown_on_one(tmp_path: Path) -> None:
    text = changed("clinic", "country: TR", 'country: "T\\nR\\n\\n' + "x" * 60 + '"')
    [problem] = refusal(load_text, tmp_path, "clinic", text)
    assert problem.message == (f"country: “T R {'x' * 36}…” has the wrong format.")


def test_a_value_is_shown_whole_if_it_is_short() -> None:
    assert shown("x" * 40) == "x" * 40


def test_a_date_may_stand_in_quotes(tmp_path: Path) -> None:
    text = changed("medicines", "issued: 2026-11-22", 'issued: "2026-11-22"')
    loaded = load_text(tmp_path, "medicines", text)
    assert loaded.model.model_dump()["issued"].isoformat() == "2026-11-22"


def test_spaces_around_a_text_are_left_out(tmp_path: Path) -> None:
    loaded = load_text(tmp_path, "leaflet", changed("leaflet", "Heat against", '" Heat " # '))
    assert isinstance(loaded.model, Leaflet)
    assert loaded.model.subtitle == "Heat"


@pytest.mark.parametrize("answer", ["true", "yes"])
def test_told_by_team_may_be_answered_with_yes(tmp_path: Path, answer: str) -> None:
    text = changed("medicines", "{day: 1}", f"{{told_by_team: {answer}}}")
    loaded = load_text(tmp_path, "medicines", text)
    assert loaded.model.model_dump()["rules"][0]["restart"]["told_by_team"] is True


def test_an_error_of_a_kind_without_words_is_still_told_with_its_value(tmp_path: Path) -> None:
    source = SourceFile(tmp_path, {"country": "TR"}, {}, {})
    details: ErrorDetails = {
        "type": "frozen_field",
        "loc": ("country",),
        "msg": "Field is frozen",
        "input": "TR",
    }
    assert told(pydantic_problem(source, details, Clinic)) == (
        "1:1 value-invalid country: “TR” is not allowed here. "
        "Compare it with the example in the docs."
    )


def test_a_missing_file_is_told_by_its_name(tmp_path: Path) -> None:
    [problem] = refusal(load, tmp_path / "clinic.yaml", Clinic)
    assert (problem.code, problem.place.path) == ("file-missing", tmp_path / "clinic.yaml")


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("clinic", 'opens: "08:30"', "opens: 8.30", '24-hour time in quotes, such as "08:30".'),
        (
            "clinic",
            "country: TR",
            "country: 90",
            "The country code in two capital letters, such as TR.",
        ),
        ("medicines", "decision: withhold", "decision: kes", "Did you mean “withhold”?"),
        ("medicines", "decision: withhold", "decision: Bırak", "Did you mean “withhold”?"),
        ("medicines", "decision: withhold", "decision: devam et", "Did you mean “continue”?"),
        ("medicines", "decision: withhold", "decision: azalt", "Did you mean “reduce”?"),
        ("medicines", "decision: withhold", "decision: SOR", "Did you mean “ask”?"),
        ("medicines", "decision: withhold", "decision: witthold", "Did you mean “withhold”?"),
        ("medicines", "decision: withhold", "decision: xyz", "Choose continue, withhold"),
        ("clinic", "first: monday", "first: pazartesi", "Did you mean “monday”?"),
    ],
)
def test_what_is_typed_otherwise_is_told_as_it_is_to_be_written(
    tmp_path: Path, name: str, old: str, new: str, expected: str
) -> None:
    [problem] = refusal(load_text, tmp_path, name, changed(name, old, new))
    assert problem.hint.startswith(expected)


@pytest.mark.parametrize(
    ("new", "written"),
    [
        ("name:\n  en:Clinic\n  tr: K", "en: Clinic"),
        ("name:\n  en:Clinic\n  tr:Klinik", "en: Clinic"),
        ("name: { en:Clinic, tr: K }", "en: Clinic"),
        ("name:Clinic", "name: Clinic"),
    ],
)
def test_a_blank_that_is_missing_after_a_colon_is_told(
    tmp_path: Path, new: str, written: str
) -> None:
    text = changed("clinic", "name:\n  en: North Clinic\n  tr: Kuzey Kliniği", new)
    problems = refusal(load_text, tmp_path, "clinic", text)
    assert f"Write “{written}”." in [problem.hint for problem in problems]
