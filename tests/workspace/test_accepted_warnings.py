"""A warning of a clinic's own files is accepted once, by name and reason, until it changes."""

import re
from dataclasses import replace
from datetime import date

import pytest
from click.testing import CliRunner

from build_pack.cli.main import cli
from build_pack.content.library import Library
from build_pack.operations.check import CheckScope, check
from build_pack.operations.ignore import IgnoreRequest, accept_warning
from build_pack.problems import CODES, Problem, ProblemsError
from build_pack.releases.release_gate import load_release
from build_pack.workspace.accepted_warnings import ACCEPTABLE, accepted_path, without_accepted
from build_pack.workspace.source_loading import load_sources
from build_pack.workspace.workspace import Workspace
from tests.workshop import LEAFLET, ROOT, Workshop

TODAY = date(2026, 11, 22)
CLINIC = "clinics/demo/clinic.yaml"
PALE = "#4fb3bf"


def wanted(
    workshop: Workshop, code: str = "contrast-low", text: str = "clinic.yaml"
) -> IgnoreRequest:
    reason, by = "Words are printed darker.", "Sample Reviewer"
    return IgnoreRequest(workshop.clinic, code, text, "", reason, by)


def found(workshop: Workshop, *locales: str) -> list[Problem]:
    """What is told of the clinic's own files."""
    library = Library((workshop.folder,))
    opened = Workspace(library, workshop.clinic, TODAY)
    told = check(opened, CheckScope(locales), pages=False).problems
    return [one for one in told if one.place.path.is_relative_to(workshop.clinic)]


def codes(workshop: Workshop) -> list[str]:
    return [problem.code for problem in found(workshop)]


def test_an_accepted_warning_is_not_told_until_its_value_changes(workshop: Workshop) -> None:
    workshop.replace(CLINIC, '"#0f4c5c"', f'"{PALE}"')
    assert codes(workshop) == ["contrast-low"]
    path = accept_warning(workshop.open(TODAY), wanted(workshop))
    assert path == accepted_path(workshop.clinic)
    assert codes(workshop) == []
    workshop.replace(CLINIC, "# The clinic's name", "# A line above moves it.\n# The clinic's name")
    assert codes(workshop) == []
    loaded = load_sources(workshop.open(TODAY), LEAFLET, ("en",), draft=True)
    assert loaded.problems == ()
    workshop.replace(CLINIC, PALE, "#5fb3bf")
    assert sorted(codes(workshop)) == ["contrast-low", "ignore-outdated"]
    workshop.replace(CLINIC, "#5fb3bf", "#0f4c5c")
    [stale] = found(workshop)
    assert stale.message == "“clinic.yaml” no longer has the warning contrast-low."
    assert (stale.place.path, stale.place.line) == (path, 3)
    assert found(workshop, "en") == []  # of one language nobody can say so


def starters() -> list[str]:
    """Numbers at which nobody answers."""
    text = (ROOT / "clinics/starter/clinic.yaml").read_text("utf-8")
    return re.findall(r'number: "(.*)"', text)


def test_all_of_a_file_are_accepted_or_those_of_a_line(workshop: Workshop) -> None:
    line = workshop.replace(CLINIC, "+90 312 000 00 01", starters()[0])
    workshop.replace(CLINIC, "06000 Ankara", "Postcode and city")
    assert codes(workshop) == ["sample-left"] * 2
    accept_warning(
        workshop.open(TODAY),
        wanted(workshop, "sample-left", f"{workshop.clinic / 'clinic.yaml'}:{line}:13"),
    )
    [left] = found(workshop)
    assert "Postcode and city" in left.message
    accept_warning(workshop.open(TODAY), wanted(workshop, "sample-left"))
    assert codes(workshop) == []


def test_an_accepted_warning_is_no_accepted_error(workshop: Workshop) -> None:
    """A release refuses a sample's number, whatever anybody has accepted of drafts."""
    workshop.replace(CLINIC, "+90 312 000 00 01", starters()[0])
    accept_warning(workshop.open(TODAY), wanted(workshop, "sample-left"))
    assert codes(workshop) == []
    with pytest.raises(ProblemsError) as refused:
        load_release(workshop.open(TODAY), LEAFLET, ("tr",))
    assert "sample-left" in {problem.code for problem in refused.value.problems}


@pytest.mark.parametrize("text", ["medicines.yaml", "clinic.yaml:1"])
def test_only_what_is_told_now_can_be_accepted(workshop: Workshop, text: str) -> None:
    line = workshop.replace(CLINIC, '"#0f4c5c"', f'"{PALE}"')
    with pytest.raises(ProblemsError) as refused:
        accept_warning(workshop.open(TODAY), wanted(workshop, text=text))
    assert [(one.message, one.hint) for one in refused.value.problems] == [
        (f"There is no warning contrast-low in “{text}”.", f"Choose from: clinic.yaml:{line}.")
    ]
    assert not accepted_path(workshop.clinic).exists()


def test_the_same_warning_is_accepted_once(workshop: Workshop) -> None:
    workshop.replace(CLINIC, '"#0f4c5c"', f'"{PALE}"')
    accept_warning(workshop.open(TODAY), wanted(workshop))
    path = accept_warning(workshop.open(TODAY), replace(wanted(workshop), text="clinic.yaml"))
    assert path.read_text("utf-8").count("- check:") == 1


def test_a_better_reason_takes_the_place_of_the_one_before(workshop: Workshop) -> None:
    workshop.replace(CLINIC, '"#0f4c5c"', f'"{PALE}"')
    path = accept_warning(workshop.open(TODAY), wanted(workshop))
    path.write_text(path.read_text("utf-8") + "  # kept\n", "utf-8")
    accept_warning(
        workshop.open(TODAY),
        replace(wanted(workshop), reason="We want it pale.", by="Sample Owner"),
    )
    text = path.read_text("utf-8")
    assert (text.count("- check:"), text.count("# kept")) == (1, 1)
    assert 'reason: "We want it pale."\n    by: "Sample Owner"' in text
    assert "darker" not in text
    assert codes(workshop) == []


def test_hours_that_are_meant_are_accepted_for_this_medicine_and_these_hours(
    workshop: Workshop,
) -> None:
    medicines = "clinics/demo/medicines.yaml"
    workshop.replace(medicines, "last_dose: { hours: 12 }", "last_dose: { hours: 13 }")
    assert "rule-rounded" in codes(workshop)
    accept_warning(workshop.open(TODAY), wanted(workshop, "rule-rounded", "medicines.yaml"))
    assert codes(workshop) == []
    workshop.replace(medicines, "last_dose: { hours: 13 }", "last_dose: { hours: 14 }")
    assert "rule-rounded" in codes(workshop)


def test_a_file_with_a_slip_in_its_name_is_told(workshop: Workshop) -> None:
    line = workshop.replace(CLINIC, '"#0f4c5c"', f'"{PALE}"')
    with pytest.raises(ProblemsError) as refused:
        accept_warning(workshop.open(TODAY), wanted(workshop, text="clinic.yam"))
    [problem] = refused.value.problems
    assert problem.message == "There is no file “clinic.yam” in the clinic's folder."
    assert problem.hint == f"Did you mean “clinic.yaml:{line}”? Choose from: clinic.yaml:{line}."


@pytest.mark.parametrize("code", ["rule-gap", "day-passed", "negation-mismatch", "contrast"])
def test_nothing_else_can_be_accepted_by_hand(workshop: Workshop, code: str) -> None:
    entry = f"check: {code}, text: clinic.yaml, reason: a, by: b, digest: '0123456789abcdef'"
    accepted_path(workshop.clinic).write_text(f"ignores:\n  - {{ {entry} }}\n", "utf-8")
    [problem] = without_accepted((), workshop.clinic)
    assert (problem.code, problem.severity, problem.place.line) == ("ignore-invalid", "error", 2)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("number-mismatch", "Give the language of the text with --locale."),
        ("contrast-low", "Give your clinic's folder with --clinic."),
    ],
)
def test_the_command_asks_for_what_it_needs(code: str, said: str) -> None:
    words = ["ignore", code, "clinic.yaml", "--by", "Sample Reviewer", "--reason", "It is so."]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("rule-gap", "“rule-gap” cannot be accepted."),
        ("translation-missing", "“translation-missing” cannot be accepted."),
        ("day-passed", "“day-passed” cannot be accepted."),
        ("review-soon", "“review-soon” cannot be accepted."),
        ("contrast-lo", "There is no check “contrast-lo”.\n    Did you mean “contrast-low”?"),
        ("rule-round", "There is no check “rule-round”.\n    Did you mean “rule-rounded”?"),
        (
            "number-mismtach",
            "There is no check “number-mismtach”.\n    Did you mean “number-mismat",
        ),
        ("xyzzy", "There is no check “xyzzy”.\n    Run `build-pack check --list`"),
    ],
)
def test_a_code_that_cannot_be_accepted_is_refused_as_what_it_is(
    capsys: pytest.CaptureFixture[str], code: str, said: str
) -> None:
    words = ["ignore", code, "clinic.yaml", "--by", "Sample Reviewer", "--reason", "It is so."]
    assert cli.main(words, standalone_mode=False) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("ignore contrast-low F --by NAME --reason WHY", "Fill in --by and --reason: NAME, WHY"),
        ("ignore contrast-low F --by A.B. --reason TEXT", "Fill in --reason: TEXT"),
        ("ignore contrast-low F --by NAME --reason so", "Fill in --by: NAME"),
        ("approve L --locale tr --by NAME --role ROLE", "Fill in --by and --role: NAME, ROLE"),
    ],
)
def test_placeholders_are_filled_in_before_anything_is_written(words: str, said: str) -> None:
    done = CliRunner().invoke(cli, [*words.split(), "--clinic", str(ROOT / "clinics/demo")])
    assert done.exit_code == 2
    assert f"{said} " in done.stderr


def test_the_docs_name_what_can_be_accepted() -> None:
    page = (ROOT / "docs" / "checks.md").read_text("utf-8")
    table = page[page.index("<!-- accepted -->") :].split("\n\n")[1]
    assert set(re.findall(r"^\| `([\w-]+)`", table, re.MULTILINE)) == ACCEPTABLE
    assert set(CODES) >= ACCEPTABLE
