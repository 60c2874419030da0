"""The program of a checkout, run as its users run it, whatever its modules are called."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

_CLOCK = Path(__file__).with_name("fixed_clock")
NOW = 1_796_115_600
"""2026-12-01T09:00Z: after the texts were issued, before their review, and before every visit."""


class CommandFailedError(Exception):
    """A command left with another exit code than it should have; the text is what it said."""


@dataclass(frozen=True)
class Program:
    """The program of a checkout that has been set up, started in a folder outside of it."""

    checkout: Path
    folder: Path

    def run(self, *words: str, code: int = 0) -> None:
        """Run a command line of build-pack, or raise `CommandFailedError`."""
        python = self.checkout / ".venv" / "bin" / "python"
        self._run([str(python), "-m", "build_pack", *words], self.folder, code)

    def git(self, repository: Path, *words: str) -> None:
        """Run git in a repository, with nothing of this user's settings."""
        self._run(["git", *words], repository, 0)

    def _run(self, words: list[str], folder: Path, code: int) -> None:
        done = subprocess.run(  # noqa: S603 - the words are this package's own
            words, cwd=folder, env=_environment(), capture_output=True, text=True, check=False
        )
        if done.returncode != code:
            said = f"{done.stdout}{done.stderr}".strip()
            message = f"exit code {done.returncode}, expected {code}: {' '.join(words)}\n{said}"
            raise CommandFailedError(message)


def _environment() -> dict[str, str]:
    """Little of what this process has, and the same date for everything."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    person = {"NAME": "Sample", "EMAIL": "sample@example.org", "DATE": f"{NOW} +0000"}
    roles = ("AUTHOR", "COMMITTER")
    return {
        **kept,
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONPATH": str(_CLOCK),
        "SOURCE_DATE_EPOCH": str(NOW),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{role}_{name}": value for role in roles for name, value in person.items()},
    }
