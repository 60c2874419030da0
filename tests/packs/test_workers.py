"""Several processes print what one would have printed, and stop as one."""

import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_pack.packs.building import build
from build_pack.problems import Place, Problem, ProblemsError
from tests.workshop import LEAFLET, Workshop

Snapshot = Callable[[Path], dict[str, bytes]]


def test_two_processes_make_the_same_files_as_one(workshop: Workshop, snapshot: Snapshot) -> None:
    request = workshop.request("en")
    build(request)
    one = snapshot(workshop.out)
    build(replace(request, out=workshop.folder / "out2", jobs=2))
    assert snapshot(workshop.folder / "out2") == one


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_problems_of_all_documents_are_told_at_once(workshop: Workshop, jobs: int) -> None:
    for name in ("checklist", "consent"):
        template = f"templates/{name}.html.jinja"
        workshop.replace(template, "{% block content %}", "{% block content %}<p>☎</p>")
    with pytest.raises(ProblemsError) as caught:
        build(replace(workshop.request("en"), jobs=jobs))
    found = {(problem.code, problem.place.path.name) for problem in caught.value.problems}
    assert found == {
        ("glyph-missing", "checklist.html.jinja"),
        ("glyph-missing", "consent.html.jinja"),
    }


def test_problems_travel_between_processes() -> None:
    error = ProblemsError([Problem("id-unknown", Place(Path("a.yaml"), 1, 2), "Message.", "Hint.")])
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert copy.problems == error.problems


INTERRUPTED = """
import os, signal, sys
from build_pack.cli import build, main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
build._progress = lambda name, done, total: os.killpg(0, signal.SIGINT)
main()
"""
"""The program, in which Ctrl-C is pressed when the first document is done.

It reaches the whole group of processes, as it does from a terminal.
"""


def test_an_interrupted_build_exits_with_130_and_leaves_the_earlier_output(
    workshop: Workshop, snapshot: Snapshot
) -> None:
    workshop.out.mkdir()
    (workshop.out / "manifest.json").write_text("earlier", encoding="utf-8")
    before = snapshot(workshop.out)
    command = [sys.executable, "-c", INTERRUPTED, "build", LEAFLET, "--out", str(workshop.out)]
    command += ["--library", str(workshop.folder), "--clinic", str(workshop.clinic)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, start_new_session=True
    )
    assert done.returncode == 130, done.stderr
    assert done.stderr.strip() == "Interrupted; nothing was left half-written."
    assert snapshot(workshop.out) == before
