"""Printable, multilingual patient packs: all that a program may use, as does the command line.

The names are in `__init__.pyi`, which is read when the first of them is used; each is imported from
its module when it is used itself. So importing the package costs next to nothing.
"""

from functools import cache


@cache
def _modules() -> dict[str, str]:
    """The module of each name, as type checkers read it."""
    import ast
    from pathlib import Path

    listed = ast.parse(Path(__file__).with_suffix(".pyi").read_text("utf-8")).body
    imports = [node for node in listed if isinstance(node, ast.ImportFrom)]
    return {one.name: str(node.module) for node in imports for one in node.names}


def __getattr__(name: str) -> object:
    """Import a name from its module when it is used."""
    if name == "__all__":
        return sorted(_modules())
    if name.startswith("_") or name not in _modules():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_modules()[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_modules()})
