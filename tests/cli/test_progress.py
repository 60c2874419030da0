"""Long work shows from its first moment what it does: to people, and never among data."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.operations.day.build import DayRequest, build_day
from tests.cli.test_command_classes import run
from tests.workshop import Workshop


def on_a_terminal(*words: str, cwd: Path) -> str:
    """What a command writes to its standard error where that is a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "build_pack", *words]
    with subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=theirs):
        os.close(theirs)
        said = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    return said.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 10_000)
    except OSError:  # nobody writes to it any more
        return b""


def test_a_list_says_each_step_with_its_count(workshop: Workshop) -> None:
    pack = workshop.pack_of(DocumentKind.CHECKLIST)
    path = workshop.path("list.csv")
    row = f"2026-12-10,09:00,en,{pack},none"
    path.write_text(f"date,time,locale,pack,medicines\n{row}\n", "utf-8")
    told: list[tuple[str, int, int]] = []
    request = DayRequest(path, workshop.out)
    build_day(workshop.open(), request, lambda *step: told.append(step))
    assert told == [
        ("Reading the list", 0, 0),
        ("Checking the texts for 1 visit", 0, 0),
        ("Making 1 pack", 0, 1),
        ("line-002.pdf", 1, 1),
        ("Putting all.pdf together", 0, 0),
    ]


def test_a_list_says_its_steps_in_lines_where_nobody_watches(tmp_path: Path) -> None:
    done = run("day", "list.csv", cwd=tmp_path)
    assert done.stderr.splitlines()[0] == "Reading the list …"
    assert "\033" not in done.stderr


def test_data_stays_data(tmp_path: Path) -> None:
    words = ("day", "list.csv", "--format", "json")
    assert json.loads(on_a_terminal(*words, cwd=tmp_path))


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (("day", "list.csv"), "Reading the list …"),
        (("build", "no-leaflet", "--library", "."), "Reading and checking the texts …"),
        (("check", "--library", ".", "--quick"), "Reading and checking the texts …"),
    ],
)
def test_on_a_terminal_the_first_line_is_what_is_done_and_it_is_gone_at_the_end(
    tmp_path: Path, words: tuple[str, ...], first: str
) -> None:
    said = on_a_terminal(*words, cwd=tmp_path)
    assert said.startswith(f"\r\033[K{first}")
    last = said.split("\r\033[K")[-1]
    assert first not in last
    assert re.search(r"\d errors?, 0 warnings", last)
