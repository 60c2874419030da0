"""What Git does at a commit: it keeps to the same rules as `./run test`."""

import os
import subprocess
from pathlib import Path

import pytest

from build_pack.content.yaml.source_file import read
from tests.workshop import ROOT

HOOKS = ROOT / ".pre-commit-config.yaml"
PYTHON = ".venv/bin/python"


def commands_of_hooks() -> list[str]:
    [repository] = read(HOOKS).data["repos"]
    return [hook["entry"] for hook in repository["hooks"]]


def test_hooks_check_what_the_tests_check_first() -> None:
    script = (ROOT / "run").read_text(encoding="utf-8")
    before = script.partition("check_form() {")[2].partition("\n}")[0]
    before = before.replace("$bin/", ".venv/bin/")
    lines = (line.partition(" &")[0].strip() for line in before.splitlines())
    assert sorted(commands_of_hooks()) == sorted(one for one in lines if one.startswith(PYTHON))


@pytest.fixture
def git(tmp_path: Path) -> dict[str, str]:
    """Variables with which Git takes this folder for a new repository, and leaves ours alone."""
    own = {"GIT_DIR": str(tmp_path / "git"), "GIT_WORK_TREE": str(ROOT)}
    variables = os.environ | own | {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    for words in (
        "init --quiet",
        "add run build_pack/__init__.py tests/__init__.py templates/base.html.jinja",
    ):
        subprocess.run(["git", *words.split()], cwd=ROOT, env=variables, check=True)
    return variables


def test_hooks_run(git: dict[str, str]) -> None:
    command = [PYTHON, "-m", "pre_commit", "run", "--all-files"]
    done = subprocess.run(command, cwd=ROOT, env=git, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == len(commands_of_hooks())
