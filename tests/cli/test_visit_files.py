"""A visit from a file or standard input is the one that options would have said."""

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner

from build_pack.cli.main import cli
from build_pack.operations.build import option_place
from build_pack.problems import ProblemsError
from build_pack.visits.visit_file import read_visit, with_visit_file
from build_pack.visits.visit_reader import VisitText
from tests.workshop import LEAFLET

MARK = "zqxplanted"
WHOLE = """
date: 2026-12-10T09:00
region: lumbar
side: left
label: Sample Patient
medicines:
  - warfarin 5 mg
  - "enoxaparin (dose: preventive)"
large-print: true
"""
SAME = VisitText(
    start="2026-12-10T09:00",
    region="lumbar",
    side="left",
    label="Sample Patient",
    medicines=("warfarin 5 mg", "enoxaparin (dose: preventive)"),
    large_print=True,
)


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "visit.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refused(path: Path) -> str:
    with pytest.raises(ProblemsError) as error:
        read_visit(path)
    return "\n".join(map(str, error.value.problems))


def test_a_file_says_what_the_options_say(tmp_path: Path) -> None:
    assert read_visit(written(tmp_path, WHOLE)).text == SAME


def test_json_is_read_too(tmp_path: Path) -> None:
    data = {
        "date": SAME.start, "region": "lumbar", "side": "left", "label": SAME.label,
        "medicines": list(SAME.medicines), "large-print": True,
    }  # fmt: skip
    assert read_visit(written(tmp_path, json.dumps(data, indent="\t"))).text == SAME


@pytest.mark.parametrize(
    ("content", "field", "expected"),
    [
        ("label: 12345", "label", "12345"),
        ("label: 00123", "label", "00123"),
        ("label: no", "label", "no"),
        ("medicines: none", "medicines", ("none",)),
        ("medicines: [Aspirin, 5]", "medicines", ("Aspirin", "5")),
        ("date: 2026-12-10 09:00", "start", "2026-12-10 09:00"),
        ("previous-date: 2026-12-03T14:00", "previous_date", "2026-12-03T14:00"),
        ("\ufefflabel: A\r\nside: left\r\n", "side", "left"),
        ("label: S\u0327ule", "label", "Şule"),
    ],
)
def test_a_value_is_taken_as_it_is_written(
    content: str, field: str, expected: object, tmp_path: Path
) -> None:
    assert getattr(read_visit(written(tmp_path, content)).text, field) == expected


def test_a_pipe_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_text, args=(WHOLE,))
    writer.start()
    assert read_visit(pipe).text == SAME
    writer.join()


def test_each_part_has_its_line(tmp_path: Path) -> None:
    file = read_visit(written(tmp_path, "side: left\n\nlabel: A\nmedicines: none\n"))
    place = file.place(option_place)
    assert [place(name).line for name in ("side", "label", "medicines")] == [1, 3, 4]
    assert str(place("start")) == "--date"


def test_what_options_add_is_added(tmp_path: Path) -> None:
    text, place = with_visit_file(
        VisitText(side="left", large_print=True),
        option_place,
        read_visit(written(tmp_path, "label: A")),
    )
    assert text == VisitText(side="left", large_print=True, label="A")
    assert str(place("side")) == "--side"


def test_what_is_said_in_both_ways_is_refused(tmp_path: Path) -> None:
    file = read_visit(written(tmp_path, f"label: {MARK}\nside: left\nlarge-print: true"))
    with pytest.raises(ProblemsError) as error:
        with_visit_file(VisitText(label=MARK, side="right", large_print=True), option_place, file)
    said = [str(one) for one in error.value.problems]
    assert [one.split(":")[0] for one in said] == ["--label", "--large-print", "--side"]
    assert MARK not in "".join(said)


FAULTY = [
    "", f"{MARK}", f"- {MARK}", f"label: {MARK}: {MARK}", f"{MARK}: a", f"label:\n  {MARK}: a",
    f"label: {MARK}\nlabel: {MARK}", f"label: &{MARK} a", f"label: !{MARK} a", f"label: *{MARK}",
    f"label: '{MARK}", f"label: {{{MARK}", f"%{MARK}", f"label: {MARK}\u202e", f"@{MARK}: a",
    f"medicines:\n  - a (dose: {MARK})", f"medicines: {{a: {MARK}}}", "medicines: []", "label:",
    f"label: [{MARK}]", f"large-print: {MARK}", "label: true", "label: 1.50", f"labl: {MARK}",
    f"label:{MARK}", f"label: {MARK}\n {MARK}: b", f"? [{MARK}]\n: a", f"label: {MARK} #{MARK}",
    f"\t{MARK}: a", f"{{'label': '{MARK}'", f"label: |\n {MARK}\n # {MARK}", "[" * 5000, "{" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("content", FAULTY, ids=range(len(FAULTY)))
def test_a_fault_has_its_line_and_repeats_nothing(content: str, tmp_path: Path) -> None:
    said = refused(written(tmp_path, content))
    assert MARK not in said
    assert "visit.yaml:" in said


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"label: \xff\xfe", "It is not UTF-8 text."),
        (b"label: " + b"x" * 70_000, "The file is larger than 65,536 bytes"),
        (b"\x00" * 10, "invisible character"),
    ],
)
def test_what_is_no_text_of_a_visit_is_refused(
    content: bytes, expected: str, tmp_path: Path
) -> None:
    assert expected in refused(written(tmp_path, content))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/dev/zero", "This is neither a file nor a pipe."),
        (".", "This is neither a file nor a pipe."),
        ("nowhere", "The file does not exist."),
    ],
)
def test_what_is_no_file_is_refused(path: str, expected: str) -> None:
    assert expected in refused(Path(path))


@pytest.mark.parametrize("command", [["build", LEAFLET], ["reprint", "7K3M-2X9D"]])
def test_standard_input_is_read_by_each_command(command: list[str]) -> None:
    content = f"label: {MARK}\nsied: {MARK}\n"
    done = CliRunner().invoke(cli, [*command, "--visit", "-"], input=content)
    assert "standard input:2:1: error key-unknown" in done.output
    assert "Did you mean “side”?" in done.output
    assert MARK not in done.output


def test_a_terminal_is_told_that_nothing_is_sent() -> None:
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "build_pack", "build", LEAFLET, "--visit", "-"]
    done = subprocess.run(command, stdin=theirs, capture_output=True, text=True, check=False)
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 1
    assert "Nothing was sent to standard input; it is a terminal." in done.stderr
