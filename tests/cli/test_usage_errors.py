"""A command line that is wrong is answered with the one that was probably meant."""

import pytest
from click.testing import CliRunner

from build_pack.cli.main import cli
from tests.test_docs import COMMANDS, context_of
from tests.workshop import LEAFLET


def told(*words: str) -> str:
    """What is said of a command line that is refused before anything is read."""
    done = CliRunner().invoke(cli, words, prog_name="build-pack")
    assert done.exit_code == 2, done.output
    return done.output


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("buld", "build"), ("biuld", "build"), ("Build", "build"), ("print", "build"),
        ("days", "day"), ("chek", "check"), ("aprove", "approve"), ("sign", "approve"),
        ("stats", "status"), ("verfy", "verify"), ("re-print", "reprint"), ("init", "new"),
        ("translation", "translate"), ("hlep", "help"), ("scheme", "schema"),
    ],
)  # fmt: skip
def test_the_command_that_was_meant_is_named(typed: str, meant: str) -> None:
    assert f"Unknown command. Did you mean “{meant}”?" in told(typed)


@pytest.mark.parametrize(
    ("group", "typed", "meant"),
    [
        ("translate", "updat", "update"),
        ("translate", "Status", "status"),
        ("new", "klinic", "clinic"),
    ],
)
def test_so_it_is_within_a_group(group: str, typed: str, meant: str) -> None:
    assert f"Unknown command. Did you mean “{meant}”?" in told(group, typed)


def test_a_command_that_is_like_none_brings_the_list() -> None:
    assert "Unknown command. Choose from: build, ask, day, check, " in told("xyz")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("--htm", "--html"), ("--web", "--plain"), ("--locales", "--locale"),
        ("--language", "--locale"), ("--lang=tr", "--locale"), ("--medicin", "--medicine"),
        ("--medicines", "--medicine"), ("--drug", "--medicine"), ("--relese", "--release"),
        ("--large", "--large-print"), ("--output", "--out"), ("--patient", "--label"),
        ("--clinc", "--clinic"), ("--reigon", "--region"), ("--json", "--format"),
    ],
)  # fmt: skip
def test_the_option_that_was_meant_is_named(typed: str, meant: str) -> None:
    said = told("build", LEAFLET, typed)
    assert f"Word 2 after “build-pack build” is not a known option. Did you mean {meant}?" in said


def test_a_web_page_is_asked_for_by_either_name() -> None:
    for name in ("--plain", "--html"):
        root = context_of(cli)
        assert (
            COMMANDS["build-pack build"].make_context("build", [name], parent=root).params["plain"]
        )


def test_an_option_that_is_like_none_is_only_refused() -> None:
    assert "Word 2 after “build-pack build” is not a known option.\n" in told(
        "build", LEAFLET, "--xyzzy"
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--paper", "A3"), "This is not one of the choices. Choose from: a4, letter, a5."),
        (("--paper", "leter"), "This is not one of the choices. Did you mean “letter”?"),
        (("--format", "jsn"), "This is not one of the choices. Did you mean “json”?"),
    ],
)
def test_the_choice_that_was_meant_is_named(words: tuple[str, str], expected: str) -> None:
    assert expected in told("build", LEAFLET, *words)


def test_the_clinics_folder_that_was_meant_is_named() -> None:
    assert "The folder does not exist. Did you mean “clinics/demo”?" in told(
        "build", LEAFLET, "--clinic", "clinics/demoo"
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "--verison",
            "Word 1 after “build-pack” is not a known option. Did you mean --version?",
        ),
        (
            "--vesrion",
            "Word 1 after “build-pack” is not a known option. Did you mean --version?",
        ),
        ("--hlep", "Word 1 after “build-pack” is not a known option. Did you mean --help?"),
        ("version", "Unknown command. Did you mean “--version”?"),
        ("verison", "Unknown command. Did you mean “--version”?"),
        ("build --version", "is not a known option. Did you mean build-pack --version?"),
        ("translate --verison", "is not a known option. Did you mean build-pack --version?"),
        ("translate version", "Unknown command. Choose from: pseudo, "),
    ],
)
def test_the_version_is_found(words: str, expected: str) -> None:
    assert expected in told(*words.split())


# Words instead of those of the library that reads command lines


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f"build {LEAFLET} lumbar", "Word 2 after “build-pack build” is not expected."),
        ("build one two three", "Words 2 and 3 after “build-pack build” are not expected."),
        ("check one two", "Word 2 after “build-pack check” is not expected."),
        ("approve", "LEAFLET, --locale and --role are missing."),
        ("approve L --locale tr --by A.B.", "--role is missing."),
        ("day", "LIST is missing."),
        ("ignore", "CHECK, TEXT, --reason and --by are missing."),
        ("ignore text-hard L", "--reason and --by are missing."),
        ("build --region", "A value is missing after --region."),
        ("build L --large-print=yes", "--large-print takes no value."),
        ("approve L --locale tr --by A --role B --until 22.11.2027",
         "--until: This is not a valid date: use year-month-day, such as 2027-11-22."),
        ("approve L --locale tr --by A --role B --until 2.1.27",
         "--until: This is not a valid date: use year-month-day"),
        ("approve L --locale tr --by A --role B --until 2027/11/22",
         "--until: This is not a valid date: use year-month-day"),
        ("approve L --locale tr --by A --role B --until 31.02.2027",
         "--until: This is not a valid date: use year-month-day"),
        ("approve L --locale tr --by A --role B --until never",
         "--until: This is not a valid date: use year-month-day"),
        ("status --days many", "--days: This is not a whole number from 0 to 400."),
        ("status --days 999", "--days: This is not a whole number from 0 to 400."),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_in_plain_words(words: str, expected: str) -> None:
    assert f"Error: {expected}" in told(*words.split())


# Quotation marks


@pytest.mark.parametrize(
    ("words", "after"),
    [
        ("L --medicine warfarin 5 mg", ["--medicine"]),
        ("L --medicine warfarin 5 mg --locale tr", ["--medicine"]),
        ("L --medicine warfarin 5 mg --medicine metformin 1000 mg", ["--medicine"]),
        ("--medicine warfarin 5 mg L", ["--medicine"]),
        ("--locale tr L --medicine warfarin 5 mg", ["--medicine"]),
        ("--large-print L --medicine a b", ["--medicine"]),
        ("--medicine warfarin 5 mg", ["--medicine"]),
        ("--medicine warfarin forte", ["--medicine"]),
        ("--pack discharge --medicine a forte", ["--medicine"]),
        ("L --medicine=warfarin 5 mg", ["--medicine"]),
        ("L --medicine enoxaparin (dose: x)", ["--medicine"]),
        ("L --name room 4 --medicine a", ["--name"]),
        ("L --name room 4 --medicine a b", ["--name", "--medicine"]),
        ("L --out my packs", ["--out"]),
        ("L --date 2026-12-10 09:00", ["--date"]),
        ("--date 2026-12-10 09:00 L", ["--date"]),
        ("L --label Hüsniye Örnekoğlu", ["--label"]),
        ("L --medicine “warfarin 5 mg”", ["--medicine"]),
        ("--medicine warfarin 5 mg dischage", ["--medicine"]),
    ],
)
def test_a_text_without_its_quotation_marks_is_told_by_its_option(
    words: str, after: list[str]
) -> None:
    said = told("build", *words.replace("L", LEAFLET).split())
    assert f"in quotation marks, here after {', '.join(after)}:" in said
    spoken = " … ".join(f'{name} "…"' for name in after)
    assert f"\n    build-pack build … {spoken}\n" in said


def test_a_name_of_who_signs_is_told_too() -> None:
    said = told(
        "approve", LEAFLET, "--locale", "tr", "--role", "clinician", "--by", "First", "Sample"
    )
    assert 'build-pack approve … --by "…"\n' in said


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("—release", "--release"), ("–date", "--date"), ("—-locale", "--locale"), ("−−out", "--out")],
)
def test_a_dash_of_a_word_processor_is_no_hyphen(typed: str, meant: str) -> None:
    said = told("build", LEAFLET, typed)
    assert f"begins with a dash: type two hyphens: {meant}\n" in said


def test_an_option_in_front_of_the_command_is_told_where_it_belongs() -> None:
    said = told("--clinic", "clinics/demo", "build", LEAFLET)
    assert "is not a known option. Put options after a command." in said


def test_an_option_with_one_hyphen_is_known_too() -> None:
    assert "is not a known option. Did you mean --release?" in told("build", "-release")


@pytest.mark.parametrize(
    "words", ["one two three", "L other", "L --paper a4 other", "L --date 2026-12-10T09:00 other"]
)
def test_words_that_belong_to_no_text_are_not_guessed_at(words: str) -> None:
    said = told("build", *words.replace("L", LEAFLET).split())
    assert " not expected." in said
    assert "quotation" not in said


def test_the_leaflet_may_come_last() -> None:
    words = ["build", "--locale", "xx", "--medicine", "warfarin", LEAFLET]
    done = CliRunner().invoke(cli, words, standalone_mode=False)
    assert done.return_value == 1  # it is read; only the language is wrong
    assert "quotation" not in done.stderr


# Values that are held against the clinic


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            ["dischage"],
            ["no leaflet or pack with this name.", "Did you mean “discharge”?"],
        ),
        (
            ["--pack", "before"],
            ["There is no pack with this name.", "Choose from: before-block"],
        ),
        (
            [LEAFLET, "--locale", "turkish"],
            ["Did you mean “tr”? Add it to “locales”, or choose from: tr, en."],
        ),
        (
            [LEAFLET, "--alongside", "ingilizce"],
            ["This language cannot", "Did you mean “en”?"],
        ),
        (
            [LEAFLET, "--locale", "tr", "--region", "bel", "--side", "sağ"],
            [
                "Did you mean “lumbar”? Choose from: cervical, ",
                "Did you mean “right”? Choose from: ",
            ],
        ),
    ],
)
def test_the_value_that_was_meant_is_named(words: list[str], expected: list[str]) -> None:
    done = CliRunner().invoke(cli, ["build", *words], standalone_mode=False)
    assert done.return_value == 1
    assert [one for one in expected if one not in done.stderr] == []


def test_help_is_a_command_too() -> None:
    for words in (["build"], ["translate", "update"], []):
        shown = CliRunner().invoke(cli, ["help", *words], prog_name="build-pack")
        asked = CliRunner().invoke(cli, [*words, "--help"], prog_name="build-pack")
        assert (shown.exit_code, shown.output) == (0, asked.output)
    assert "Unknown command. Did you mean “build”?" in told("help", "buld")
    assert "“build-pack check” has no commands." in told("help", "check", "all")
