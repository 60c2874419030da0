"""A clinic's logo, read whole before it is printed: a faulty one would be blamed on a template."""

from collections.abc import Iterator
from pathlib import Path

from build_pack.content import raster
from build_pack.content.vector import VectorError, drawing_in, not_an_image
from build_pack.content.vector_reading import VectorFault

_VECTOR = ".svg"


def faults(path: Path) -> Iterator[tuple[str, str]]:
    """What is wrong with a .png or .svg file, and what to do about each."""
    try:
        content = path.read_bytes()
        _read(path, content)
    except OSError:
        yield f"{path.name} cannot be read.", "Let everyone who makes packs read the file."
    except VectorError as error:
        for fault in error.faults:
            yield fault.message, fault.hint


def _read(path: Path, content: bytes) -> None:
    """Raise `VectorError` if a file cannot be printed."""
    if not content:
        raise VectorError(VectorFault(f"{path.name} is empty.", "Export it again."))
    if path.suffix.lower() == _VECTOR:
        drawing_in(path.name, content)
        return
    found = raster.kind(content)
    if found is None:
        raise not_an_image(path.name)
    if found != "PNG":
        hint = "Open it in a picture program and save it as a PNG; a new name alone is not enough."
        raise VectorError(VectorFault(f"{path.name} is a {found} picture, not a PNG.", hint))
    try:
        raster.decoded(content)
    except raster.RasterError as error:
        raise VectorError(VectorFault(f"{path.name} {error.message}", error.hint)) from error
