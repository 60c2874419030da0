"""What `import build_pack` offers: all of it, typed, documented, and loaded only when used."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

import build_pack
from tests.workshop import ROOT

PAGE = (ROOT / "docs/python.md").read_text("utf-8")
LISTED = [
    (str(node.module), alias.name, alias.asname)
    for node in ast.parse(Path(build_pack.__file__).with_suffix(".pyi").read_text("utf-8")).body
    if isinstance(node, ast.ImportFrom)
    for alias in node.names
]
_ROW = re.compile(r"^\| (`[^|]+`) \|", re.MULTILINE)


def test_each_name_is_that_of_its_module() -> None:
    """What type checkers read and what is loaded are the same; for both, under its own name."""
    assert LISTED
    for module, name, public in LISTED:
        assert name == public
        assert getattr(build_pack, name) is getattr(import_module(module), name)


def test_each_name_is_listed_once() -> None:
    assert len({name for _, name, _ in LISTED}) == len(LISTED)


def test_all_names_can_be_imported_at_once() -> None:
    found: dict[str, object] = {}
    exec("from build_pack import *", found)  # noqa: S102 - a function cannot do it
    assert {name for _, name, _ in LISTED} == found.keys() - {"__builtins__"}


def test_another_name_is_refused_as_in_any_module() -> None:
    with pytest.raises(AttributeError, match="module 'build_pack' has no attribute 'nothing'"):
        getattr(build_pack, "nothing")  # noqa: B009 - type checkers refuse the other way


def test_all_names_are_listed_to_those_who_explore() -> None:
    assert {name for _, name, _ in LISTED} <= set(dir(build_pack))


@pytest.mark.parametrize(
    ("statement", "loaded"),
    [
        ("import build_pack", ["build_pack"]),
        ("from build_pack import Problem", ["build_pack", "build_pack.problems"]),
    ],
)
def test_only_what_is_used_is_loaded(statement: str, loaded: list[str]) -> None:
    report = f"{statement}; import json, sys; print(json.dumps(sorted(sys.modules)))"
    modules = json.loads(_output("-c", report))
    assert [name for name in modules if name.startswith("build_pack")] == loaded
    assert {"pydantic", "weasyprint", "click"} & set(modules) == set()


def test_the_page_explains_each_name_once() -> None:
    names = [name for row in _ROW.findall(PAGE) for name in re.findall(r"`(\w+)`", row)]
    assert sorted(names) == sorted(name for _, name, _ in LISTED)


def test_a_program_that_uses_it_is_type_checked() -> None:
    """With one mistake for each of the faults that have to be found."""
    caller = str(ROOT / "tests/typing/caller.py")
    assert (
        _output("-m", "mypy", "--strict", caller) == "Success: no issues found in 1 source file\n"
    )


def test_the_command_line_may_use_no_other_package() -> None:
    """A package that is added later is in the contract too."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    [layers] = (one["layers"] for one in contracts if one.get("containers") == ["build_pack"])
    [forbidden] = (
        one["forbidden_modules"]
        for one in contracts
        if one.get("source_modules") == ["build_pack.cli"]
    )
    packages = {f"build_pack.{name.strip()}" for layer in layers for name in layer.split("|")}
    assert packages - set(forbidden) == {"build_pack.cli", "build_pack.text"}


def _output(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return done.stdout
