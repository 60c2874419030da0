"""However Python is started, the program makes the same bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_pack.content.models.document_kinds import DocumentKind
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


def built(workshop: Workshop, out: str, umask: int, **environment: str) -> dict[str, bytes]:
    """The files of a small pack, made by a process of its own."""
    folder = workshop.folder / out
    command = [sys.executable, "-m", "build_pack", "build", "short", "--locale", "en"]
    command += ["--medicine", "none", "--clinic", str(workshop.clinic), "--draft"]
    command += ["--library", str(workshop.folder), "--out", str(folder)]
    variables = os.environ | environment
    done = subprocess.run(
        command, env=variables, umask=umask, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*.pdf"))}


def test_the_bytes_are_the_same_in_odd_surroundings(workshop: Workshop, tmp_path: Path) -> None:
    workshop.pack_of(DocumentKind.CHECKLIST)
    odd = {
        "PYTHONOPTIMIZE": "2", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "7",
        "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "TZ": "Asia/Tokyo",
        "TMPDIR": str(tmp_path), "LANGUAGE": "tr",
    }  # fmt: skip
    plain = built(workshop, "plain", 0o022, PYTHONHASHSEED="0")
    assert len(plain) == 2
    assert built(workshop, "odd", 0o077, **odd) == plain
