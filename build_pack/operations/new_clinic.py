"""A clinic's folder made from the commented starter."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from build_pack.content.json_schemas import MODELS, schema_name, schema_text
from build_pack.content.library import Library, shipped_library
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.atomic_write import write_files_atomically
from build_pack.storage.journal import partials
from build_pack.storage.recovery import only_writer
from build_pack.storage.text_files import read_text
from build_pack.storage.writable_paths import LOCK
from build_pack.text.keywords import id_like

_SCHEMAS_OF_THE_LIBRARY, _SCHEMAS_OF_THE_CLINIC = "../../schemas/", "schemas/"

_NO_TEXTS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""Words that are something else to one reader of YAML or another."""


def new_clinic(library: Library, folder: Path) -> tuple[Path, ...]:
    """Fill a folder that is new or empty, or raise `ProblemsError` and touch nothing.

    A run that was interrupted in the middle of this is no hindrance: what it began is settled, and
    its files count as those of this one.
    """
    was_interrupted = bool(partials(folder)) or os.path.lexists(folder / LOCK)
    if not was_interrupted:
        _require_new(folder)
    with only_writer(folder):
        files = _starter_files(library, folder)
        if was_interrupted and all(_holds(folder / name, files[name]) for name in files):
            return tuple(folder / name for name in files)
        _require_new(folder)
        return write_files_atomically(folder, files)


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _require_new(folder: Path) -> None:
    if os.path.lexists(folder) and not (
        folder.is_dir() and {one.name for one in folder.iterdir()} <= {LOCK}
    ):
        message = "A file or folder with this name already exists."
        hint = "Choose the name of a folder that does not exist yet."
        raise ProblemsError([Problem("file-exists", Place(folder), message, hint)])


def _starter_files(library: Library, folder: Path) -> dict[Path, bytes]:
    starter = starter_folder(library, "clinics/starter")
    name = id_like(folder.resolve().name)
    values = {"id": f'"{name}"' if name in _NO_TEXTS else name} if name else {}
    files = {path.relative_to(starter): _content(path, values) for path in _files(starter)}
    for name in MODELS:
        files[Path(_SCHEMAS_OF_THE_CLINIC, schema_name(name))] = schema_text(name).encode()
    return files


def starter_folder(library: Library, name: str) -> Path:
    """The library's own starter, or the shipped one where it has none."""
    folders = [folder / name for folder in (library.folders[-1], shipped_library())]
    return next((folder for folder in folders if folder.is_dir()), folders[-1])


def with_values(text: str, values: Mapping[str, str]) -> str:
    """A starter's YAML with some of its keys set again."""
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
    text = read_text(path).replace(_SCHEMAS_OF_THE_LIBRARY, _SCHEMAS_OF_THE_CLINIC)
    return (with_values(text, values) if path.name == "clinic.yaml" else text).encode()
