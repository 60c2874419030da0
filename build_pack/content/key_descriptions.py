"""What our files' keys mean, from the docstrings below the fields of their models.

Pydantic would read these from the sources whenever the models are imported, which takes longer
than the files themselves; only schemas show them.
"""

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from build_pack.content.models.base import Model


def described(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a model, with a description of each key that has a docstring and no other."""
    models = {model.__name__: model for model in _models(Model)}
    for shape in (schema, *schema.get("$defs", {}).values()):
        model = models.get(shape.get("title", ""))
        for key, value in _descriptions(model).items() if model else ():
            known = shape.get("properties", {}).get(key)
            if known is not None and "description" not in known:
                shape["properties"][key] = dict(sorted({**known, "description": value}.items()))
    return schema


def _models(base: type[Model]) -> Iterator[type[Model]]:
    for model in base.__subclasses__():
        yield model
        yield from _models(model)


def _descriptions(model: type[Model]) -> dict[str, str]:
    """The docstring of each field, those of base classes first."""
    found: dict[str, str] = {}
    for part in reversed(model.__mro__):
        found |= _in_module(part.__module__).get(part.__name__, {})
    return found


@cache
def _in_module(name: str) -> dict[str, dict[str, str]]:
    """The docstrings of the fields of each class in a module of ours."""
    if not name.startswith("build_pack."):
        return {}
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    classes = (node for node in tree.body if isinstance(node, ast.ClassDef))
    return {node.name: dict(_docstrings(node)) for node in classes}


def _docstrings(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for statement, after in pairwise(node.body):
        match statement, after:
            case (
                ast.AnnAssign(target=ast.Name(id=field)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield field, inspect.cleandoc(text)
