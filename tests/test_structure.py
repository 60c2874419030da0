"""The package holds to its own rules of structure: one name, one thing."""

import ast
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import build_pack

PACKAGE = Path(build_pack.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOT = PACKAGE.parent
_ROW = re.compile(r"^\| `([^|]+)` \|[^|]+\| `([^|]+)` \|$", re.MULTILINE)


def test_no_class_name_stands_for_two_things() -> None:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(path.relative_to(PACKAGE).as_posix())
    assert len(found) > 300
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}


def test_every_package_says_what_it_is() -> None:
    for path in MODULES:
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), path


def test_each_library_that_is_needed_has_a_contract_that_says_who_may_import_it() -> None:
    """A new dependency gets one, or a line here that says why none."""
    protected = {name for contract in _contracts() for name in contract["protected_modules"]}
    assert _imported_libraries() - protected == {"pydantic", "pydantic_core"}  # data everywhere


def test_the_architecture_names_who_may_import_each_library() -> None:
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    rows = [[cell.split("`, `") for cell in row] for row in _ROW.findall(page)]
    contracts = {
        tuple(contract["protected_modules"]): tuple(
            name.removeprefix("build_pack.") for name in contract["allowed_importers"]
        )
        for contract in _contracts()
    }
    assert {tuple(names): tuple(who) for names, who in rows} == contracts


def _contracts() -> list[dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    return [contract for contract in contracts if contract["type"] == "protected"]


def _imported_libraries() -> set[str]:
    """What the package imports, at the top of a module or within a function."""
    names = {
        name.partition(".")[0]
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in _imported(node)
    }
    return names - (sys.stdlib_module_names - {"xml"}) - {"build_pack"}


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
