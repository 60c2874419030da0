"""The JSON Schema of each kind of file, written for editors."""

from pathlib import Path

from build_pack.content.json_schemas import MODELS, schema_name, schema_text
from build_pack.storage.atomic_write import write_files_atomically


def write_schemas(out: Path) -> tuple[Path, ...]:
    """Write one file a kind into a folder, or with `ProblemsError` none; give the files."""
    files = {Path(schema_name(name)): schema_text(name).encode() for name in MODELS}
    return write_files_atomically(out, files)
