"""A clinic's logo, looked at before it is printed: a faulty one would be blamed on a template."""

from pathlib import Path

from build_pack.content.vector import VectorError, drawing_in, not_an_image

_PNG = b"\x89PNG\r\n\x1a\n"


def fault(path: Path) -> tuple[str, str] | None:
    """What is wrong with a .png or .svg file, and the fix; None if nothing is."""
    content = path.read_bytes()
    try:
        if path.suffix != ".png":
            drawing_in(path.name, content)
        elif not content.startswith(_PNG):
            raise not_an_image(path.name)
    except VectorError as error:
        return error.message, error.hint
    return None
