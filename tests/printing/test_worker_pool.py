"""Several processes print what one would have printed, and stop as one."""

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from build_pack.content.library import Library
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.operations.build import build
from build_pack.printing import worker_pool
from build_pack.printing.layout import PrintSetup
from build_pack.printing.printer import Printer
from build_pack.printing.worker import MEMORY
from build_pack.printing.worker_pool import TaskHandler, print_all
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.workspace.source_loading import load_sources
from build_pack.workspace.workspace import Workspace
from tests.workshop import LEAFLET, Workshop

Snapshot = Callable[[Path], dict[str, bytes]]
pytestmark = pytest.mark.prints_anew


def test_two_processes_make_the_same_files_as_one(workshop: Workshop, snapshot: Snapshot) -> None:
    request = workshop.request(
        "en", pack=workshop.pack_of(DocumentKind.MEDICINES, DocumentKind.CHECKLIST)
    )
    build(workshop.open(), request)
    one = snapshot(workshop.out)
    build(workshop.open(), replace(request, out=workshop.folder / "out2", jobs=2))
    assert snapshot(workshop.folder / "out2") == one


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_problems_of_all_documents_are_told_at_once(workshop: Workshop, jobs: int) -> None:
    for name in ("checklist", "consent"):
        template = f"templates/{name}.html.jinja"
        workshop.replace(template, "{% block content %}", "{% block content %}<p>☎</p>")
    with pytest.raises(ProblemsError) as caught:
        build(workshop.open(), replace(workshop.request("en"), jobs=jobs))
    found = {(problem.code, problem.place.path.name) for problem in caught.value.problems}
    assert found >= {
        ("glyph-missing", "checklist.html.jinja"),
        ("glyph-missing", "consent.html.jinja"),
    }


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_of_a_stylesheet_is_a_problem_at_its_place(workshop: Workshop, jobs: int) -> None:
    css = workshop.clinic / "templates" / "css" / "components.css"
    css.parent.mkdir(parents=True)
    css.write_text("p { colour: red; }\n", encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        build(workshop.open(), replace(workshop.request("en"), jobs=jobs))
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
    assert done.stderr == ""
    assert snapshot(workshop.out) == before
    assert list((workshop.folder / "temporary").iterdir()) == []


def explode(*_: object) -> bytes:
    """A document that needs more memory than there is."""
    return bytes(2 * MEMORY)


def die(*_: object) -> bytes:
    """A document at which the process ends."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("nobody survives that")


def hang(*_: object) -> bytes:
    """A document that is never done."""
    while True:
        time.sleep(1)


def fail(*_: object) -> bytes:
    """A fault of ours."""
    raise ZeroDivisionError("a fault of ours")


def one_of(press: Printer, do: Callable[[], bytes] | None) -> bytes:
    """Do what a task says, or nothing."""
    return do() if do else press.setting.common.clinic.id.encode()


def setting_of(workshop: Workshop) -> PrintSetup:
    """What presses are made from."""
    library = Library((workshop.folder,))
    loaded = load_sources(Workspace(library, workshop.clinic), LEAFLET, ("en",), draft=True)
    return PrintSetup({LEAFLET: loaded.sources}, library.template_folders())


def printed(workshop: Workshop, *tasks: Callable[[], bytes] | None, jobs: int) -> list[object]:
    """What comes of tasks: bytes, or the message of a loss."""
    errand = TaskHandler(one_of, lambda _: Place(Path("a.pdf")), lambda _, lost: str(lost).encode())
    return [one.decode() for one in print_all(setting_of(workshop), tasks, errand, jobs)]


ENDED = """\
a.pdf: error document-stopped The process that printed it was ended, so it was not made.
    Run the command again. If it happens again, close other programs to free memory."""
MUCH = """\
a.pdf: error document-stopped Printing it takes more than 3 GB of memory, so it was not made.
    Look for a very large picture, table or number in the clinic’s layout."""
LONG = MUCH.replace("more than 3 GB of memory", "longer than 0 minutes")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_worker_that_ends_costs_its_document_and_no_other(workshop: Workshop, jobs: int) -> None:
    found = printed(workshop, None, die, explode, None, jobs=jobs)
    assert sorted(map(str, found)) == sorted(["demo", "demo", ENDED, MUCH])


def test_a_worker_that_takes_too_long_is_ended(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_pool, "SECONDS", 0)
    assert printed(workshop, hang, jobs=1) == [LONG]


def test_a_fault_of_ours_in_a_worker_is_raised_with_its_lines(workshop: Workshop) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        printed(workshop, None, fail, jobs=2)
    assert "in fail" in caught.value.__notes__[0]


def test_a_worker_that_is_killed_costs_a_document_of_a_build_and_no_traceback(
    workshop: Workshop,
) -> None:
    done = run_in(workshop, KILLED)
    assert (done.returncode, done.stdout) == (1, "")
    lines = done.stderr.splitlines()
    assert lines[0] == (
        "short/en/radiofrequency-neurotomy-checklist.pdf: error document-stopped "
        "The process that printed it was ended, so it was not made."
    )
    assert lines[-1] == "1 error, 0 warnings."
    assert len(lines) == 3
    assert not workshop.out.exists()


KILLED = """
import os, signal
from build_pack.cli import main
from build_pack.printing import worker_pool
os.cpu_count = lambda: 2
take = worker_pool._WorkerProcess.take
def take_and_die(self, do, task):
    take(self, do, task)
    if task.kind == "checklist":
        os.kill(self.process.pid, signal.SIGKILL)
worker_pool._WorkerProcess.take = take_and_die
main()
"""
"""The program, one of whose workers is killed from outside when it has begun."""


def run_in(workshop: Workshop, script: str) -> subprocess.CompletedProcess[str]:
    """Run a build by a script of its own, with a temporary folder of its own."""
    temporary = workshop.folder / "temporary"
    temporary.mkdir()
    pack = workshop.pack_of(DocumentKind.MEDICINES, DocumentKind.CHECKLIST)
    command = [sys.executable, "-c", script, "build", "--pack", pack, "--medicine", "none"]
    command += ["--locale", "en", "--out", str(workshop.out)]
    command += ["--library", str(workshop.folder), "--clinic", str(workshop.clinic)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=dict(os.environ) | {"TMPDIR": str(temporary)},
    ) as run:
        out, said = run.communicate(timeout=300)
    ends = time.monotonic() + 20  # a process that is told to end needs a moment
    while processes_of(run.pid) and time.monotonic() < ends:
        time.sleep(0.1)
    assert not processes_of(run.pid)
    return subprocess.CompletedProcess(command, run.returncode, out, said)


def processes_of(session: int) -> list[str]:
    """The processes of a run that are still there."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = path.read_text("utf-8", "replace").rpartition(")")[2].split()
            is_alive = fields[0] != "Z" and int(fields[3]) == session
            found += [path.parent.name] if is_alive else []
    return found


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
build.progress_line = lambda name, done, total: os.kill(os.getpid(), signal.SIGNAL)
main()
"""
"""The program, which alone is told to stop when the first document is done."""

INTERRUPTED = """
import os, signal, sys
from build_pack.cli import build, main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
build.progress_line = lambda name, done, total: os.killpg(0, signal.SIGINT)
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
    pack = workshop.pack_of(DocumentKind.MEDICINES, DocumentKind.CHECKLIST)
    command = [sys.executable, "-c", INTERRUPTED, "build", "--pack", pack, "--medicine", "none"]
    command += ["--out", str(workshop.out)]
    command += ["--library", str(workshop.folder), "--clinic", str(workshop.clinic)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, start_new_session=True
    )
    assert done.returncode == 130, done.stderr
    assert done.stderr.strip() == "Interrupted; no unfinished files were left."
    assert snapshot(workshop.out) == before


UNGUARDED = """
import sys
from pathlib import Path
from build_pack import BuildRequest, DocumentKind, ProblemsError, Workspace, build

kinds = (DocumentKind.CHECKLIST,)
request = BuildRequest(
    "radiofrequency-neurotomy", Path(sys.argv[1]), ("en",), documents=kinds, jobs=1
)
try:
    build(Workspace.at(), request)
except ProblemsError as error:
    print(*{problem.code for problem in error.problems})
"""


def test_workers_that_end_before_they_have_read_anything_are_not_waited_for(tmp_path: Path) -> None:
    """As those of a script do that has no `if __name__ == "__main__":`."""
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED, "utf-8")
    run = [sys.executable, str(script), str(tmp_path / "out")]
    done = subprocess.run(run, capture_output=True, text=True, check=True, timeout=300)
    assert done.stdout.split() == ["document-stopped"]
    assert not (tmp_path / "out").exists()
