"""A crash leaves nothing of a visit: no image of the memory, no value in what is printed."""

import ctypes
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from build_pack.printing.layout import PrintSetup
from build_pack.printing.printer import Printer
from build_pack.printing.worker_pool import TaskHandler, print_all
from build_pack.problems import Place
from build_pack.rendering.html.template_layout import BUILT_IN
from tests.documents.test_medicines import demo
from tests.workshop import LEAFLET

NAME = "Plantedname"
FAULTY = """
import sys
from build_pack.operations import build as building
from build_pack.cli import main

def fail(_workspace, request, *_):
    try:
        int(request.visit.label)
    except ValueError as error:
        raise RuntimeError(f"no number: {request.visit.label}") from error

building.build = fail
sys.argv = ["build-pack", *sys.argv[1:]]
main()
"""
LIMITS = """
import resource, sys
from build_pack.operations import check
from build_pack.cli import main

def limits(*_given, **_named):
    import click, ctypes
    click.echo(f"{resource.getrlimit(resource.RLIMIT_CORE)} {ctypes.CDLL(None).prctl(3)}")
    sys.exit(0)

check.check = limits
sys.argv = ["build-pack", "check"]
main()
"""


def ran(code: str, *words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


def test_a_fault_of_ours_is_told_by_its_place_and_not_by_its_message(tmp_path: Path) -> None:
    done = ran(FAULTY, "build", LEAFLET, "--label", NAME, folder=tmp_path)
    assert done.returncode == 3
    assert NAME not in done.stdout + done.stderr
    assert "build_pack/cli/build.py" in done.stderr
    assert "builtins.RuntimeError" in done.stderr
    assert "builtins.ValueError" in done.stderr
    assert "This is a bug in build-pack." in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other limits")
def test_the_system_keeps_no_image_of_the_memory(tmp_path: Path) -> None:
    done = ran(LIMITS, folder=tmp_path)
    assert done.stdout == "(0, 0) 0\n"


def limits(_press: Printer, _task: str) -> tuple[tuple[int, int], int]:
    """How large an image of this process's memory may be, and whether one may be made."""
    return resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other limits")
def test_nor_of_a_worker() -> None:
    errand = TaskHandler(limits, lambda name: Place(Path(name)))
    setting = PrintSetup({LEAFLET: demo()}, BUILT_IN)
    assert list(print_all(setting, ["a"], errand, jobs=1)) == [((0, 0), 0)]
