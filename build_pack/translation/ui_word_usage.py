"""Which documents may print each word of the templates and of the program's sentences.

Found in the sources themselves: from the template and the function that a document begins with,
through every macro and function that these name.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_pack.content.library import OVERLAY_TEMPLATE
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.storage.text_files import read_text

if TYPE_CHECKING:
    from jinja2 import nodes

_WORDS = {"pgettext", "npgettext"}
_FRAMES = ("base.html.jinja", "plain.html.jinja")
"""What a document's template extends; which of them, is said when it is printed."""
_PACKAGE = "build_pack.documents"
_EVERY = "*"
"""All macros of a template, which one that imports it whole may call."""
_COMPOSER = "shared.composer"
_COMPOSERS = {"composer", "self"}
"""The names of what has methods that give words."""

Unit = tuple[str, str]
"""A macro of a template or a part of a module; an empty name stands for all else in the file."""


@dataclass
class _WordUsage:
    """What a macro, a function or the like says itself, and what it may have say more."""

    words: set[str] = field(default_factory=set)
    names: set[Unit] = field(default_factory=set)


def documents_by_word(
    templates: Mapping[str, str], modules: Mapping[str, Path]
) -> dict[str, set[DocumentKind]]:
    """The documents that may print each id; templates by the name with which they are included.

    Of these the text is given; of modules the file, by the name below `documents`.
    """
    units: dict[Unit, _WordUsage] = {}
    for name, text in templates.items():
        units |= _of_template(name, text)
        folder = f"{name.rpartition('/')[0]}/"
        units.setdefault((folder, _EVERY), _WordUsage()).names.add((name, _EVERY))
    names = frozenset(modules)
    for name, path in modules.items():
        units |= _of_module(name, read_text(path), names)
    found: dict[str, set[DocumentKind]] = {}
    for kind in DocumentKind:
        first = [
            (f"{kind}.html.jinja", ""),
            (OVERLAY_TEMPLATE, ""),
            (f"{kind.replace('-', '_')}.compose", "compose"),
        ]
        for unit in _reached(units, first):
            for word in units[unit].words:
                found.setdefault(word, set()).add(kind)
    return found


def _reached(units: Mapping[Unit, _WordUsage], first: list[Unit]) -> Iterator[Unit]:
    seen: set[Unit] = set()
    while first:
        unit = first.pop()
        if unit in units and unit not in seen:
            seen.add(unit)
            yield unit
            first += units[unit].names


@lru_cache(maxsize=256)
def _of_template(name: str, text: str) -> dict[Unit, _WordUsage]:
    from jinja2 import Environment, nodes

    tree = Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(text)
    macros = {macro.name: (name, macro.name) for macro in tree.find_all(nodes.Macro)}
    known = macros | dict(_imported(tree))
    units = {(name, ""): _WordUsage(), (name, _EVERY): _WordUsage(names=set(macros.values()))}
    for unit, node in _parts(tree, name):
        said = units.setdefault(unit, _WordUsage())
        said.names.update(_included(node))
        if isinstance(node, nodes.Name) and node.name in known:
            said.names.add(known[node.name])
        if isinstance(node, nodes.Call) and getattr(node.node, "name", "") in _WORDS:
            said.words.update(a.value for a in node.args[:1] if isinstance(a, nodes.Const))
    return units


def _parts(tree: "nodes.Template", name: str) -> "Iterator[tuple[Unit, nodes.Node]]":
    """Every node, with the macro in which it stands."""
    from jinja2 import nodes

    waiting: list[tuple[Unit, Any]] = [((name, ""), tree)]
    while waiting:
        unit, node = waiting.pop()
        unit = (name, node.name) if isinstance(node, nodes.Macro) else unit
        yield unit, node
        waiting += [(unit, child) for child in node.iter_child_nodes()]


def _imported(tree: "nodes.Template") -> Iterator[tuple[str, Unit]]:
    from jinja2 import nodes

    for node in tree.find_all(nodes.FromImport):
        for one in node.names:
            macro, alias = one if isinstance(one, tuple) else (one, one)
            yield alias, (getattr(node.template, "value", ""), macro)


def _included(node: "nodes.Node") -> Iterator[Unit]:
    from jinja2 import nodes

    if isinstance(node, nodes.Import):
        yield _named(node.template), _EVERY
    elif isinstance(node, nodes.Include | nodes.Extends):
        named = _named(node.template)
        yield from ((one, "") for one in ([named] if named else _FRAMES))


def _named(template: "nodes.Expr") -> str:
    """The template that is named; of a name put together, the folder with which it begins."""
    from jinja2 import nodes

    first = template.nodes[0] if isinstance(template, nodes.Concat) else template
    return str(getattr(first, "value", ""))


@lru_cache(maxsize=256)
def _of_module(name: str, text: str, names: frozenset[str]) -> dict[Unit, _WordUsage]:
    tree = ast.parse(text)
    modules, known = _known(tree, name, names)
    units: dict[Unit, _WordUsage] = {}
    for part, node in _definitions(tree):
        said = units.setdefault((name, part), _WordUsage())
        for inner in ast.walk(node):
            match inner:
                case ast.Name(id=used) if used in known:
                    said.names.add(known[used])
                case ast.Attribute(value=ast.Name(id=used), attr=attr) if used in modules:
                    said.names.add((modules[used], attr))
                case ast.Attribute(value=ast.Name(id=used), attr=attr) if used in _COMPOSERS:
                    said.names |= {(name, attr), (_COMPOSER, attr)}
                case ast.Attribute(value=ast.Call(), attr=attr):
                    said.names |= {(name, attr), (_COMPOSER, attr)}
        said.words |= _words(node)
    return units


def _words(node: ast.AST) -> set[str]:
    calls = (one for one in ast.walk(node) if isinstance(one, ast.Call) and one.args)
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in _WORDS
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


def _definitions(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Functions, methods and constants by name; a class is what it is made with."""
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name):
                yield name, node
            case ast.ClassDef(name=name):
                for inner in node.body:
                    method = inner.name if isinstance(inner, ast.FunctionDef) else "__init__"
                    yield (name if method.startswith("__") else method), inner
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name, node


def _known(
    tree: ast.Module, name: str, names: frozenset[str]
) -> tuple[dict[str, str], dict[str, Unit]]:
    """Modules of the layer by the name that they have here, and the parts of modules."""
    modules: dict[str, str] = {}
    known = {part: (name, part) for part, _ in _definitions(tree)}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_PACKAGE):
            of = (node.module or "").removeprefix(_PACKAGE).removeprefix(".")
            for one in node.names:
                alias, whole = one.asname or one.name, f"{of}.{one.name}".removeprefix(".")
                if whole in names:
                    modules[alias] = whole
                else:
                    known[alias] = (of, one.name)
    return modules, known
