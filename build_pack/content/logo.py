"""A clinic's logo, looked at before it is printed: a faulty one would be blamed on a template."""

from pathlib import Path
from xml.etree import ElementTree as ET

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")


def fault(path: Path) -> tuple[str, str] | None:
    """What is wrong with a .png or .svg file, and the mend; None if nothing is."""
    content = path.read_bytes()
    if path.suffix == ".png":
        return None if content.startswith(_PNG) else _not_an_image(path)
    # A document type could define entities without end; drawing programs can do without one.
    if b"<!ENTITY" in content:
        return _not_an_image(path)
    try:
        root = ET.fromstring(content)  # noqa: S314 - entities are refused above
    except (ET.ParseError, LookupError, ValueError):  # the latter two: an encoding it lacks
        return _not_an_image(path)
    return _inside(path, root) if root.tag == f"{_SVG}svg" else _not_an_image(path)


def _not_an_image(path: Path) -> tuple[str, str]:
    return (
        f"{path.name} is not an image of the kind that its name says.",
        "Export it again from the drawing program.",
    )


def _inside(path: Path, root: ET.Element) -> tuple[str, str] | None:
    for element in root.iter():
        if element.tag == f"{_SVG}text":
            hint = "Turn the letters into outlines: their font is not the pack's."
            return f"{path.name} holds text.", hint
        for href in (element.get(name, "#") for name in _HREFS):
            if not href.startswith(("#", "data:")):
                hint = "Embed the picture in the file when you export it."
                return f"{path.name} refers to another file, {href}.", hint
    return None
