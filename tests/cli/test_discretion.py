"""Whatever is wrong with a command or a list, nothing that is printed repeats what was typed.

Each test plants values that stand nowhere else, and looks for them in all that comes out.
"""

import csv
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from build_pack.cli.main import cli
from build_pack.problems import Place, ProblemsError
from build_pack.visits.visit_reader import VisitReader, VisitText
from tests.documents.test_medicines import demo
from tests.test_docs import COMMANDS
from tests.workshop import LEAFLET, Workshop

MARK = "zqxplanted"
"""Is part of every planted value."""


def said(*words: str) -> str:
    """All that is printed of a command line that is refused."""
    done = CliRunner().invoke(cli, words, prog_name="build-pack")
    assert not done.exception or isinstance(done.exception, SystemExit)
    assert "rror" in done.output
    return done.output


# The command line

WRONG = [
    ["--" + MARK],
    [f"--{MARK}=a"],
    [f"--a={MARK}"],
    [f"--labl={MARK}"],
    ["-" + MARK],
    ["-l" + MARK],
    ["—" + MARK],
    [f"—label={MARK}"],
    ["--paper", MARK],
    ["--format", MARK],
    ["--days", MARK],
    ["--until", MARK],
    ["--lbel", MARK, MARK],
    ["--label", MARK, MARK, "b", "c"],
    ["--label", "a", MARK, "--medicine", MARK, "5", "mg"],
    ["--date", "2026-12-10", MARK],
    ["--by", "First", MARK],
    ["a", "b", MARK, MARK],
    ["--", "a", "b", MARK, MARK],
    [MARK + " " + MARK, "b", "c", "d"],
    ["--label", MARK, "--date"],
    ["--large-print=" + MARK],
    ["--label\n" + MARK],
]
LEAVES = [name for name, one in COMMANDS.items() if not isinstance(one, click.Group)]


@pytest.mark.parametrize("command", LEAVES)
def test_wrong_usage_repeats_nothing_that_was_typed(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in WRONG:
        given = [*command.split()[1:], *words, "--no-such-option"]
        assert MARK not in said(*given), words
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        [MARK], ["--" + MARK], ["-" + MARK], [f"--label={MARK}"], ["translate", MARK],
        ["new", MARK], ["new", "--" + MARK], ["help", MARK], ["help", "build", MARK],
        ["help", "new", MARK], ["translate", f"--clinic={MARK}", "update"], ["buil", MARK],
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_of_the_program_repeats_nothing(words: list[str]) -> None:
    assert MARK not in said(*words)


@pytest.mark.parametrize("style", ["text", "json"])
@pytest.mark.parametrize(
    "words",
    [
        [MARK],
        ["--pack", MARK],
        [LEAFLET, "--locale", MARK],
        [LEAFLET, "--locale", "tr", "--alongside", MARK],
        [LEAFLET, "--clinic", MARK],
        [LEAFLET, "--visit", MARK],
        [LEAFLET, "--visit", f"{MARK}\x7f" * 500],
        [LEAFLET, "--library", MARK],
        [LEAFLET, "--locale", "tr", "--label", MARK, "--name", MARK],
        [LEAFLET, "--log", "clinics", "--label", MARK],
        [LEAFLET, "--locale", "tr", "--booklet", "--paper", "a4", "--label", MARK],
        [
            LEAFLET, "--locale", "tr", "--label", f"{MARK}\u202e", "--date", MARK, "--region", MARK,
            "--side", MARK, "--kidney", MARK, "--medicine", f"{MARK} (dose: {MARK})",
            "--medicine", f"warfarin {MARK}", "--medicine", f"warfarin (taken: {MARK})",
        ],
    ],
    ids=lambda words: " ".join(words)[:60],
)  # fmt: skip
def test_a_build_repeats_nothing(words: list[str], style: str) -> None:
    assert MARK not in said("build", *words, "--format", style)


@pytest.mark.parametrize("name", [MARK, f"{MARK}.csv", f"{MARK}.xlsx", MARK * 100])
def test_a_list_that_is_not_there_is_not_named(name: str) -> None:
    assert MARK not in said("day", name)


@pytest.mark.parametrize(
    "words", [[MARK], ["7K3M-2X9D", "--clinic", MARK], ["7K3M-2X9D", MARK]], ids=" ".join
)
def test_a_reprint_repeats_nothing(words: list[str]) -> None:
    assert MARK not in said("reprint", *words, "--label", MARK, "--date", MARK)


# The values of a visit


@cache
def reader() -> VisitReader:
    return VisitReader(demo())


def told(text: VisitText) -> str:
    """All that is told of a visit, be it read or not."""

    def place(name: str) -> Place:
        return Place(Path(f"--{name}"))

    try:
        _, problems = reader().read(text, place)
    except ProblemsError as error:
        problems = error.problems
    assert problems
    return "\n".join(map(str, problems))


@pytest.mark.parametrize(
    "start",
    [
        "2026-12-11",
        "10.12.2026 09:00",
        "2026-02-30T09:00",
        "1926-12-10T09:00",
        "0000-00-00T00:00",
        "2026-12-11T09:00:00",
        "tomorrow",
        "2126-12-10 09:00",
        "2026-12-10T25:00",
        MARK,
    ],
)
def test_a_start_is_not_repeated(start: str) -> None:
    assert start not in told(VisitText(start=start))
    assert start[:10] not in told(VisitText(start=start))


@pytest.mark.parametrize("field", ["region", "side", "kidney"])
@pytest.mark.parametrize("value", [MARK, "lumba", "righ", f"lumbar {MARK}", "\u202e" + MARK])
def test_a_choice_is_not_repeated(field: str, value: str) -> None:
    given: dict[str, Any] = {field: value}
    said = told(VisitText(**given))
    assert f"“{value}”" not in said
    assert MARK not in said


@pytest.mark.parametrize(
    "label", [MARK * 2000, f"{MARK}\u202e", f"\u2066{MARK}", f"{MARK}\x07", f"{MARK}\ue000"]
)
def test_a_label_is_not_repeated(label: str) -> None:
    assert MARK not in told(VisitText(label=label))


ENTRIES = [
    "{0}",
    "{0} 5 mg",
    "warfarn {0}",
    "warfarin {0}",
    "warfarin 5 mg {0}",
    "{0} warfarin",
    "warfarin ({0})",
    "warfarin ({0}: 5)",
    "warfarin (dose: {0})",
    "warfarin (indication: {0})",
    "warfarin (taken: {0})",
    "warfarin (taken: evening+{0})",
    "warfarin (stopped: {0})",
    "warfarin (dose: a, dose: {0})",
    "warfarin ({0}",
    "{0})",
    "({0})",
    "aspirin and {0}",
    "aspirin, {0}, metformin",
    "aspirin / {0}",
    "{0} kesildi",
    "{0} stopped",
    "alerji: {0}",
    "{0} allergy",
    "{0} tansiyon ilacı",
    "bilmiyor {0}",
    "warfarin 1,000 {0}",
    "{0} 1.000 mg",
    "warfarin 10IU {0}",
    "{0} .5 mg",
    "{0} 0 mg",
    "{0} 5-5 mg",
    "{0} 12/12",
    "{0} pazartesi salı",
    "warfarin pazartesi {0}",
    "warfarin evening (taken: morning) {0}",
    "none; {0}",
    "❌ {0}",
    "- {0} -",
    "{0}! warfarin",
    "warfarin+{0}!",
    "{0} (taken: evening) {0}",
    "{0} " + "x" * 400,
    "B01{0}",
    "{0}\u202e",
    "{0} 31.12.2026",
    "{0} (stopped: 2099-01-01)",
    "{0}, {0}",
    "Coumadin 5 mg {0}",
]


def test_a_medicine_is_not_repeated() -> None:
    for entry in ENTRIES:
        typed = entry.format(MARK)
        problems = told(VisitText(start="2026-12-10T09:00", medicines=(typed, f"aspirin {MARK}")))
        assert problems, entry
        assert MARK not in problems.casefold(), entry


@pytest.mark.parametrize(
    "entry",
    [
        "1,000 warfarin",
        "warfarin 1,000 mg",
        "warfarin 0.50 mg",
        "warfarin 5.0 mg",
        "warfarin 7-7",
        "warfarin 10IU",
        "warfarin 12.10.2026",
        "warfarin 08:30",
        "5-ASA",
        "kleksan",
        "wafarin",
        "warfarin (stopped: 2026-02-31)",
        "Warfarin; Coumadin",
        "Lovenox+",
        "heparinoid",
    ],
)
def test_a_medicine_that_is_nearly_right_is_not_repeated(entry: str) -> None:
    problems = told(VisitText(start="2026-12-10T09:00", medicines=tuple(entry.split("; "))))
    assert problems
    for typed in entry.split("; "):
        assert f"“{typed}" not in problems
        assert f"{typed}:" not in problems
    for number in (word for word in entry.split() if word[:1].isdigit()):
        assert number not in problems


# What is only to be said of a visit


def day_said(workshop: Workshop, rows: Iterable[Sequence[str]]) -> str:
    path = workshop.folder / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    out = workshop.folder / "out"
    words = ("--clinic", workshop.clinic, "--library", workshop.folder, "--out", out)
    done = CliRunner().invoke(cli, ["day", str(path), *map(str, words)], prog_name="build-pack")
    assert not done.exception or isinstance(done.exception, SystemExit)
    assert "error" in done.output
    return done.output


HEADER = ("date", "time", "locale", "leaflet", "region", "side", "kidney", "label", "medicines")


def test_a_list_repeats_no_cell(workshop: Workshop) -> None:
    good = ("2026-12-10", "09:00", "tr", LEAFLET, "lumbar", MARK, "", MARK, "none")
    rows = [[*good[:at], MARK, *good[at + 1 :]] for at in range(len(good)) if at != 7]
    rows += [[*good[:8], entry.format(MARK)] for entry in ENTRIES if len(entry) < 60]
    rows += [[*good[:7], MARK * 20, "none"], [*good[:7], f"{MARK}\u202e", "none"]]
    rows += [[*good, MARK], [*good[:4]]]
    problems = day_said(workshop, [HEADER, *rows])
    assert "medicine-unclear" in problems
    assert MARK not in problems.casefold().replace(str(workshop.folder).casefold(), "")


@pytest.mark.parametrize(
    "rows",
    [
        [[MARK] * 9],
        [[*HEADER, MARK]],
        [[*HEADER[:7], MARK, "medicines"]],
        [[MARK, "b", "c", "d"], [*HEADER]],
        [["label", MARK], [MARK, MARK]],
    ],
)
def test_a_list_without_its_first_line_repeats_no_cell(
    workshop: Workshop, rows: list[list[str]]
) -> None:
    good = ["2026-12-10", "09:00", "tr", LEAFLET, "lumbar", "left", "", MARK, "none"]
    assert MARK not in day_said(workshop, [*rows, good])
