"""Files that appear under their names only when all of them are whole."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from build_pack.problems import Place, Problem, ProblemsError


def whole_files(folder: Path, contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files into `folder` by relative name; if anything fails, what was there stays.

    All are written beside their places first and renamed at the end, so a reader sees the old
    file or the new one and never a part. Raises `ProblemsError` if the folder cannot be written.
    """
    try:
        return _write(folder, contents)
    except OSError as error:
        place = Place(Path(error.filename or folder))
        message = f"Cannot be written: {error.strerror}."
        hint = "Close the file if it is open elsewhere, or choose another folder with --out."
        raise ProblemsError([Problem("file-unwritable", place, message, hint)]) from error


def _write(folder: Path, contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".partial-", dir=folder) as partial:
        for name, content in contents.items():
            path = Path(partial, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        for name in contents:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
        for name in contents:
            Path(partial, name).replace(folder / name)
    return tuple(folder / name for name in contents)
