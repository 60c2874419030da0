"""What an editor and Git do by themselves: they keep to the same rules as `./run test`."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import editorconfig
import pytest

from build_pack.content.yaml.source_file import read
from tests.workshop import ROOT

HOOKS = ROOT / ".pre-commit-config.yaml"
PYTHON = ".venv/bin/python"
SOURCES = ("build_pack", "tests", "templates", "locales", "leaflets", "clinics", "docs", "gallery")
WRITTEN = (".py", ".jinja", ".css", ".svg", ".yaml", ".toml", ".md", ".po", ".json", ".java")


def written_files() -> Iterator[Path]:
    """Each file that people write."""
    for top in (ROOT, *(ROOT / name for name in SOURCES)):
        found = top.glob("*") if top == ROOT else top.rglob("*")
        yield from (path for path in found if path.suffix in WRITTEN and path.is_file())


def faults(path: Path) -> Iterator[str]:
    """Where a file is not as `.editorconfig` lets an editor save it."""
    rules = editorconfig.get_properties(str(path))
    text = path.read_bytes().decode(rules["charset"])
    if "\r" in text:
        yield "end_of_line"
    if text and not text.endswith("\n"):
        yield "insert_final_newline"
    if re.search(r"[ \t]$", text, re.MULTILINE):
        yield "trim_trailing_whitespace"
    if re.search(r"^\t", text, re.MULTILINE):
        yield "indent_style"


def test_each_file_is_as_an_editor_would_save_it() -> None:
    assert [(path, fault) for path in written_files() for fault in faults(path)] == []


def commands_of_hooks() -> list[str]:
    [repository] = read(HOOKS).data["repos"]
    return [hook["entry"] for hook in repository["hooks"]]


def test_hooks_check_what_the_tests_check_first() -> None:
    script = (ROOT / "run").read_text(encoding="utf-8")
    before = script.partition("check_form() {")[2].partition("\n}")[0]
    before = before.replace("$bin/", ".venv/bin/")
    assert commands_of_hooks() == [
        line.strip() for line in before.splitlines() if line.strip().startswith(PYTHON)
    ]


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
