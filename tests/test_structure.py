"""The package holds to its own rules of structure: one name, one thing."""

import ast
from collections import defaultdict
from pathlib import Path

import build_pack

PACKAGE = Path(build_pack.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


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
