"""The program as a person starts it, but in this process: starting another takes seconds."""

from contextlib import chdir
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

from click.testing import CliRunner

from build_pack.cli.main import run


class _Program:
    """What Click's runner takes for a command."""

    name = "build-pack"

    def main(self, args: list[str], **_: Any) -> None:
        raise SystemExit(run(args))


def run_here(
    *arguments: str | Path, folder: Path | None = None, answer: str | None = None
) -> CompletedProcess[str]:
    """What the program says, and its exit code; it asks nobody unless there is an answer."""
    program: Any = _Program()
    with chdir(folder or Path.cwd()):
        done = CliRunner().invoke(program, [*map(str, arguments)], input=answer)
    return CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)
