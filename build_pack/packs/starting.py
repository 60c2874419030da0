"""A clinic's folder made from the commented starter."""

from pathlib import Path

from build_pack.content.library import Library, shipped_library
from build_pack.content.schemas import MODELS, schema_name, schema_text
from build_pack.packs.replacing import whole_files
from build_pack.problems import Place, Problem, ProblemsError

_SCHEMAS_OF_THE_LIBRARY, _SCHEMAS_OF_THE_CLINIC = "../../schemas/", "schemas/"


def new_clinic(library: Library, folder: Path) -> tuple[Path, ...]:
    """Fill a folder that is new or empty, or raise `ProblemsError` and touch nothing."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = "There is something here already."
        hint = "Choose the name of a folder that does not exist yet."
        raise ProblemsError([Problem("file-exists", Place(folder), message, hint)])
    starter = starter_folder(library, "clinics/starter")
    files = {path.relative_to(starter): _content(path) for path in sorted(starter.iterdir())}
    for name in MODELS:
        files[Path(_SCHEMAS_OF_THE_CLINIC, schema_name(name))] = schema_text(name).encode()
    return whole_files(folder, files)


def starter_folder(library: Library, name: str) -> Path:
    """The library's own starter, or the shipped one where it has none."""
    folders = [folder / name for folder in (library.folders[-1], shipped_library())]
    return next((folder for folder in folders if folder.is_dir()), folders[-1])


def _content(path: Path) -> bytes:
    """A file of the starter, leading editors to the schemas that are copied beside it."""
    if path.suffix != ".yaml":
        return path.read_bytes()
    text = path.read_text(encoding="utf-8")
    return text.replace(_SCHEMAS_OF_THE_LIBRARY, _SCHEMAS_OF_THE_CLINIC).encode()
