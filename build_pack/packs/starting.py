"""A clinic's folder made from the commented starter."""

import json
from collections.abc import Mapping
from pathlib import Path

from build_pack.content.library import Library, shipped_library
from build_pack.content.schemas import MODELS, schema_name, schema_text
from build_pack.content.text import id_like
from build_pack.packs.replacing import whole_files
from build_pack.problems import Place, Problem, ProblemsError

_SCHEMAS_OF_THE_LIBRARY, _SCHEMAS_OF_THE_CLINIC = "../../schemas/", "schemas/"

_NO_TEXTS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""Words that are something else to one reader of YAML or another."""


def new_clinic(library: Library, folder: Path) -> tuple[Path, ...]:
    """Fill a folder that is new or empty, or raise `ProblemsError` and touch nothing."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = "There is something here already."
        hint = "Choose the name of a folder that does not exist yet."
        raise ProblemsError([Problem("file-exists", Place(folder), message, hint)])
    starter = starter_folder(library, "clinics/starter")
    name = id_like(folder.resolve().name)
    values = {"id": f'"{name}"' if name in _NO_TEXTS else name} if name else {}
    files = {path.relative_to(starter): _content(path, values) for path in _files(starter)}
    for name in MODELS:
        files[Path(_SCHEMAS_OF_THE_CLINIC, schema_name(name))] = schema_text(name).encode()
    return whole_files(folder, files)


def starter_folder(library: Library, name: str) -> Path:
    """The library's own starter, or the shipped one where it has none."""
    folders = [folder / name for folder in (library.folders[-1], shipped_library())]
    return next((folder for folder in folders if folder.is_dir()), folders[-1])


def filled(text: str, values: Mapping[str, str]) -> str:
    """A starter's YAML with some of its keys set anew."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        key, colon, _ = line.partition(": ")
        if colon and key in values:
            value = json.dumps(values[key], ensure_ascii=False) if key == "title" else values[key]
            lines[number] = f"{key}: {value}"
    return "\n".join(lines)


def _files(starter: Path) -> list[Path]:
    return sorted(path for path in starter.iterdir() if path.is_file())


def _content(path: Path, values: Mapping[str, str]) -> bytes:
    """A file of the starter, leading editors to the schemas that are copied beside it."""
    if path.suffix != ".yaml":
        return path.read_bytes()
    text = path.read_text(encoding="utf-8").replace(_SCHEMAS_OF_THE_LIBRARY, _SCHEMAS_OF_THE_CLINIC)
    return (filled(text, values) if path.name == "clinic.yaml" else text).encode()
