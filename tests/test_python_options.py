"""However Python is started, the program makes the same bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_pack.content.models.document_kinds import DocumentKind
from tests.cli.running import run_here
from tests.workshop import Workshop

FLAGS = """
import sys
from build_pack.cli import main
from build_pack.operations import check
import click

def flags(*_given, **_named):
    click.echo(f"{sys.flags.optimize} {sys.flags.dont_write_bytecode} {sys.argv[1:]}")
    sys.exit(0)

check.check = flags
main()
"""


@pytest.mark.parametrize(
    ("options", "optimize"),
    [
        (["-OO"], None), ([], "1"), (["-BO"], "2"), (["-W", "ignore", "-X", "utf8", "-O"], ""),
    ],
)  # fmt: skip
def test_assertions_of_libraries_are_never_left_out(
    options: list[str], optimize: str | None
) -> None:
    own = {name: said for name, said in os.environ.items() if not name.startswith("PYTHON")}
    variables = own | ({} if optimize is None else {"PYTHONOPTIMIZE": optimize})
    command = [sys.executable, *options, "-c", FLAGS, "check", "--locale", "-O"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=variables)
    is_bare = any("B" in one for one in options)
    assert done.stdout == f"0 {int(is_bare)} ['check', '--locale', '-O']\n"


def pdfs(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*.pdf"))}


def test_the_bytes_are_the_same_in_odd_surroundings(workshop: Workshop, tmp_path: Path) -> None:
    """A small pack, made here, and by a process of its own."""
    workshop.pack_of(DocumentKind.CHECKLIST)
    odd = {
        "PYTHONOPTIMIZE": "2", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "7",
        "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "TZ": "Asia/Tokyo",
        "TMPDIR": str(tmp_path), "LANGUAGE": "tr",
    }  # fmt: skip
    words = ["build", "short", "--locale", "en", "--medicine", "none", "--draft"]
    words += ["--clinic", str(workshop.clinic), "--library", str(workshop.folder)]
    here, there = tmp_path / "here", tmp_path / "there"
    assert run_here(*words, "--out", here).returncode == 0
    assert len(pdfs(here)) == 2
    command = [sys.executable, "-m", "build_pack", *words, "--out", str(there)]
    done = subprocess.run(
        command, env=os.environ | odd, umask=0o077, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert pdfs(there) == pdfs(here)
