"""Several processes print what one would have printed, and stop as one."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_pack.content.kinds import Kind
from build_pack.packs.building import build
from build_pack.problems import Place, Problem, ProblemsError
from tests.workshop import Workshop

Snapshot = Callable[[Path], dict[str, bytes]]
pytestmark = pytest.mark.prints_anew


def test_two_processes_make_the_same_files_as_one(workshop: Workshop, snapshot: Snapshot) -> None:
    request = workshop.request("en", pack=workshop.pack_of(Kind.MEDICINES, Kind.CHECKLIST))
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


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_of_a_stylesheet_is_a_problem_at_its_place(workshop: Workshop, jobs: int) -> None:
    css = workshop.clinic / "templates" / "css" / "components.css"
    css.parent.mkdir(parents=True)
    css.write_text("p { colour: red; }\n", encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        build(replace(workshop.request("en"), jobs=jobs))
    (problem,) = caught.value.problems
    assert (problem.code, problem.place) == ("render-warning", Place(css, 1, 5))


def test_problems_travel_between_processes() -> None:
    error = ProblemsError([Problem("id-unknown", Place(Path("a.yaml"), 1, 2), "Message.", "Hint.")])
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert copy.problems == error.problems


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_nothing_stays_in_the_temporary_folder(workshop: Workshop, jobs: str) -> None:
    done = run_in(workshop, COUNTED.replace("JOBS", jobs))
    assert done.returncode == 0, done.stderr
    assert list((workshop.folder / "temporary").iterdir()) == []


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_build_that_is_told_to_stop_ends_its_workers_and_leaves_the_earlier_output(
    workshop: Workshop, snapshot: Snapshot, name: str, code: int
) -> None:
    workshop.out.mkdir()
    (workshop.out / "manifest.json").write_text("earlier", encoding="utf-8")
    before = snapshot(workshop.out)
    done = run_in(workshop, STOPPED.replace("SIGNAL", name))
    assert done.returncode == code, done.stderr
    # Workers hold the other end of this pipe: it only closes when the last of them has ended.
    assert done.stderr == ""
    assert snapshot(workshop.out) == before
    assert list((workshop.folder / "temporary").iterdir()) == []


def run_in(workshop: Workshop, script: str) -> subprocess.CompletedProcess[str]:
    """Run a build by a script of its own, with a temporary folder of its own."""
    temporary = workshop.folder / "temporary"
    temporary.mkdir()
    pack = workshop.pack_of(Kind.MEDICINES, Kind.CHECKLIST)
    command = [sys.executable, "-c", script, "build", "--pack", pack, "--medicine", "none"]
    command += ["--locale", "en", "--out", str(workshop.out)]
    command += ["--library", str(workshop.folder), "--clinic", str(workshop.clinic)]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
        env=dict(os.environ) | {"TMPDIR": str(temporary)},
        timeout=120,
    )


COUNTED = """
import os
from build_pack.cli import main
os.cpu_count = lambda: JOBS
main()
"""
"""The program on a machine with so many processors."""

STOPPED = """
import os, signal
from build_pack.cli import build, main
signal.signal(signal.SIGNAL, signal.SIG_DFL)  # whoever runs the tests may ignore it
os.cpu_count = lambda: 2
build.one_line = lambda name, done, total: os.kill(os.getpid(), signal.SIGNAL)
main()
"""
"""The program, which alone is told to stop when the first document is done."""

INTERRUPTED = """
import os, signal, sys
from build_pack.cli import build, main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
build.one_line = lambda name, done, total: os.killpg(0, signal.SIGINT)
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
    pack = workshop.pack_of(Kind.MEDICINES, Kind.CHECKLIST)
    command = [sys.executable, "-c", INTERRUPTED, "build", "--pack", pack, "--medicine", "none"]
    command += ["--out", str(workshop.out)]
    command += ["--library", str(workshop.folder), "--clinic", str(workshop.clinic)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, start_new_session=True
    )
    assert done.returncode == 130, done.stderr
    assert done.stderr.strip() == "Interrupted; nothing was left half-written."
    assert snapshot(workshop.out) == before
