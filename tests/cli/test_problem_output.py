"""How problems reach the person at a terminal."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from build_pack.cli.main import cli
from build_pack.cli.problem_listing import grouped_problems, limited_problems
from build_pack.cli.problem_output import STYLE, show_problems
from build_pack.problems import Place, Problem, Severity
from tests.workshop import LEAFLET, ROOT, Workshop

CATALOG = Path("locales/de/LC_MESSAGES/leaflet.po")


def missing(line: int, path: Path = CATALOG, code: str = "translation-missing") -> Problem:
    return Problem(code, Place(path, line), f"“{line}” is missing.", "Translate it.")


def told(*problems: Problem) -> str:
    """What is printed of these problems."""

    @click.command()
    def command() -> None:
        show_problems(problems)

    return CliRunner().invoke(command).stderr


def test_each_line_says_how_bad_it_is_and_errors_come_last() -> None:
    first = Problem("key-missing", Place(Path("a.yaml"), 1, 2), "Wrong.", "Correct it.")
    then = Problem("text-hard", Place(Path("b.yaml"), 3), "Hard.", "Shorten.", Severity.WARNING)
    assert told(first, then).splitlines() == [
        "b.yaml:3: warning text-hard Hard.",
        "    Shorten.",
        "a.yaml:1:2: error key-missing Wrong.",
        "    Correct it.",
        "1 error, 1 warning.",
    ]


def test_nothing_is_said_of_no_problems() -> None:
    assert told() == ""


def test_many_of_one_kind_in_one_file_are_one_line_at_the_first() -> None:
    lines = told(*(missing(line) for line in range(12, 174))).splitlines()
    said = f"{CATALOG}:12: error translation-missing"
    assert lines == [
        f"{said} 162 texts are not translated, the first at line 12.",
        "    Translate it. Use --verbose to list each.",
        "162 errors, 0 warnings.",
    ]


def test_of_a_kind_without_a_noun_the_first_message_is_said() -> None:
    [one] = grouped_problems([missing(line, code="number-mismatch") for line in range(1, 30)])
    assert one.message == "29 problems of this kind, the first at line 1: “1” is missing."


def test_ten_of_one_kind_are_listed_and_other_files_and_kinds_are_told_apart() -> None:
    ten = [missing(line) for line in range(10)]
    assert list(grouped_problems(ten)) == ten
    other = [missing(line, Path("other.po")) for line in range(10)]
    fuzzy = [missing(line, code="translation-fuzzy") for line in range(10)]
    assert len(list(grouped_problems([*ten, *other, *fuzzy]))) == 30
    warnings = [
        Problem("translation-missing", Place(CATALOG, line), "", "", Severity.WARNING)
        for line in range(11)
    ]
    assert len(list(grouped_problems([*ten, *warnings]))) == 11


def many(count: int, code: str, severity: Severity = Severity.ERROR) -> list[Problem]:
    """Problems of as many files, which are not folded."""
    return [
        Problem(code, Place(Path(f"{n:05}.yaml"), 1), "Wrong.", "Fix.", severity)
        for n in range(count)
    ]


def test_at_most_200_problems_are_listed_and_the_rest_are_counted() -> None:
    lines = told(*many(1234, "key-missing")).splitlines()
    assert len(lines) == 2 * 200 + 1
    assert lines[-1] == (
        "1234 errors, 0 warnings. 1,034 of them are not listed: fix the others first."
    )


def test_errors_and_what_lies_there_from_before_are_listed_before_warnings() -> None:
    warnings = many(300, "text-hard", Severity.WARNING)
    stale = Problem("file-stale", Place(Path("out")), "Old.", "Go.", Severity.WARNING)
    listed, rest = limited_problems([*warnings, stale, *many(50, "key-missing")])
    assert [one.severity for one in listed].count(Severity.ERROR) == 50
    assert stale in listed
    assert rest == tuple(warnings[149:])
    listed, _ = limited_problems([stale, *many(300, "key-missing")])
    assert stale in listed


@pytest.mark.parametrize("style", ["json", "sarif"])
def test_as_data_the_last_problem_counts_those_that_are_not_listed(style: str) -> None:
    problems = [*many(150, "text-hard", Severity.WARNING), *many(100, "key-missing")]

    @click.command()
    def command() -> None:
        click.get_current_context().meta[STYLE] = style
        show_problems(problems)

    data = json.loads(CliRunner().invoke(command).stderr)
    found = data if style == "json" else data["runs"][0]["results"]
    assert len(found) == 201
    said = "0 more errors and 50 more warnings are not listed."
    assert said in json.dumps(found[-1])


def test_what_is_said_of_a_visit_is_never_folded() -> None:
    for path in ("monday.csv", "MONDAY.XLSX", "--medicine"):
        unclear = [missing(line, Path(path), "medicine-unclear") for line in range(40)]
        assert list(grouped_problems(unclear)) == unclear


def test_what_is_not_folded_stays_in_the_order_of_lines() -> None:
    mixed = [
        missing(line, code=("translation-missing", "translation-fuzzy")[line % 2])
        for line in range(12)
    ]
    assert list(grouped_problems(mixed)) == mixed
    many = [missing(line) for line in range(1, 20)]
    assert [one.place.line for one in grouped_problems([*mixed[:3], *many, *mixed[9:]])] == [
        0,
        1,
        9,
        11,
    ]


def test_a_new_language_is_a_line_a_catalog_and_each_text_with_verbose(
    workshop: Workshop,
) -> None:
    workshop.catalog("tr", "ui").unlink()
    arguments = ["check", LEAFLET, "--quick", "--locale", "tr", "--library", str(workshop.folder)]
    arguments += ["--clinic", str(workshop.clinic)]
    short = CliRunner().invoke(cli, arguments).stderr.splitlines()
    whole = CliRunner().invoke(cli, [*arguments, "--verbose"]).stderr.splitlines()
    assert len(short) < 12
    assert " texts are not translated." in "\n".join(short)
    assert len(whole) == 2 * 200 + 1
    assert whole[-1].startswith(short[-1])


def test_check_looks_at_one_leaflet_and_one_language_alone(workshop: Workshop) -> None:
    workshop.replace("clinics/demo/clinic.yaml", "  tr: Örnek Ağrı Kliniği\n", "")
    arguments = ["check", LEAFLET, "--quick", "--library", str(workshop.folder)]
    arguments += ["--clinic", str(workshop.clinic)]
    assert "text-missing" in CliRunner().invoke(cli, [*arguments, "--locale", "tr"]).stderr
    assert CliRunner().invoke(cli, [*arguments, "--locale", "en"]).exit_code == 0
    other = CliRunner().invoke(cli, ["check", "another", "--library", str(ROOT)])
    assert "There is no leaflet with this name." in other.stderr
