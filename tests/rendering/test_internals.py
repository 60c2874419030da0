"""What is used of WeasyPrint beyond its documentation: looked for at the start, in one module."""

import ast
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import pytest

import build_pack
from build_pack.problems import ProblemsError
from build_pack.rendering.weasyprint import internals
from build_pack.rendering.weasyprint.internals import (
    ATTRIBUTES,
    COLOUR_PROFILE,
    NAMES,
    PARAMETERS,
    require_internals,
)
from build_pack.rendering.weasyprint.renderer import Renderer

DOCUMENTED = {
    "weasyprint": {"CSS", "HTML"},
    "weasyprint.css.counters": {"CounterStyle"},
    "weasyprint.document": {"DocumentMetadata", "Page"},
    "weasyprint.text.fonts": {"FontConfiguration"},
    "weasyprint.urls": {"URLFetcher", "URLFetcherResponse", "URLFetchingError"},
}
"""What the API reference of WeasyPrint 70 has."""
INSTALLED = f"WeasyPrint {version('weasyprint')}"
TREES = {
    path: ast.parse(path.read_text("utf-8"))
    for path in Path(build_pack.__file__).parent.rglob("*.py")
    if path != Path(internals.__file__)
}
RENDERING = {path: tree for path, tree in TREES.items() if "rendering" in path.parts}


def refused() -> str:
    with pytest.raises(ProblemsError) as caught:
        require_internals()
    [problem] = caught.value.problems
    assert problem.code == "library-missing"
    assert "which build-pack needs" in problem.hint
    return problem.message


def owner(name: str) -> Any:
    """The module or the class that a name stands in itself."""
    above, _, last = name.rpartition(".")
    found = resolve_name(above)
    return next((each for each in getattr(found, "__mro__", ()) if last in vars(each)), found)


def test_the_installed_version_has_all_of_it() -> None:
    require_internals()


@pytest.mark.parametrize("name", NAMES)
def test_a_version_without_a_name_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(owner(name), name.rpartition(".")[2])
    within = [each for each in NAMES if each.startswith(f"{name}.")]
    library, _, rest = name.partition(".")

    with pytest.raises(ProblemsError) as caught:
        require_internals()

    told = [problem.message for problem in caught.value.problems]
    assert f"{version(library)} has no {rest}." in told[0]
    assert len(told) == 1 + len(within)


@pytest.mark.parametrize("name", PARAMETERS)
def test_a_version_with_another_function_is_refused(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner(name), name.rpartition(".")[2], lambda _something: None)

    assert refused() == f"{INSTALLED} has another {name.removeprefix('weasyprint.')}."


@pytest.mark.parametrize("name", PARAMETERS)
def test_a_version_without_a_function_is_refused(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(owner(name), name.rpartition(".")[2])

    assert name.removeprefix("weasyprint.") in refused()


@pytest.mark.parametrize(
    ("name", "attribute"), [(name, each) for name, all_of in ATTRIBUTES.items() for each in all_of]
)
def test_a_version_whose_objects_lack_an_attribute_is_refused(
    name: str, attribute: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resolve_name(name), "__init__", _make_nothing)

    with pytest.raises(ProblemsError) as caught:
        require_internals()

    told = " ".join(problem.message for problem in caught.value.problems)
    assert f"has no {name.removeprefix('weasyprint.')}.{attribute}." in told


def _make_nothing(_self: object) -> None:
    """Give an object no attributes."""


def test_a_version_without_the_colour_profile_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, file = COLOUR_PROFILE
    monkeypatch.setattr(import_module(package), "__file__", str(tmp_path / "__init__.py"))

    assert refused() == f"{INSTALLED} has no pdf.{file}."


def test_nothing_is_printed_with_a_version_that_is_not_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr("weasyprint.draw.draw_text")

    with pytest.raises(ProblemsError) as caught:
        Renderer((), (), ())

    assert str(caught.value.problems[0]) == (
        f"WeasyPrint: error library-missing {INSTALLED} has another draw.draw_text.\n"
        "    Install WeasyPrint 70.x, which build-pack needs: ./run setup does it."
    )


# No other module knows any of it


def test_only_what_is_documented_is_imported() -> None:
    found = [
        (path.name, node.module, alias.name)
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").partition(".")[0] == "weasyprint"
        for alias in node.names
        if alias.name not in DOCUMENTED.get(node.module or "", ())
    ]
    assert found == []


def test_no_name_with_an_underscore_is_used_of_an_object_that_is_not_ours() -> None:
    found = [
        (path.name, name)
        for path, tree in RENDERING.items()
        for name in _private_names(tree)
        if name not in _defined(tree)
    ]
    assert found == []


def _private_names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            name = node.attr
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            is_access = node.func.id in {"getattr", "setattr", "hasattr"}
            name = ast.literal_eval(node.args[1]) if is_access and _is_text(node.args[1]) else ""
        else:
            continue
        if name.startswith("_") and not name.startswith("__"):
            yield name


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant)


def _defined(tree: ast.AST) -> set[str]:
    """The names that a module gives itself: of attributes of `self`, of fields and of functions."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            found |= {node.attr} if ast.unparse(node.value) == "self" else set()
    return found


def test_what_is_used_of_boxes_is_listed() -> None:
    box = resolve_name("weasyprint.formatting_structure.boxes.Box")
    listed = {name.rpartition(".")[2] for name in NAMES}
    used = {
        node.attr
        for tree in RENDERING.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and not node.attr.startswith("__")
    }
    of_others = {"copy", "translate"}  # of dictionaries and of texts
    assert used & set(vars(box)) - of_others - listed == set()


def test_the_classes_of_boxes_that_are_used_are_listed() -> None:
    used = {
        f"weasyprint.formatting_structure.boxes.{node.attr}"
        for tree in RENDERING.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Name)
        and node.value.func.id == "boxes"
    }
    assert used
    assert used - set(NAMES) == set()
