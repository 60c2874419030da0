"""SVG files that are printed as they are: they hold their own pictures, and no text."""

from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")


class VectorError(ValueError):
    """A file cannot be printed as it is; a sentence that says why, and the fix."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def not_an_image(name: str) -> VectorError:
    """What is said of a file that its name promises to be an image."""
    return VectorError(
        f"{name} is not an image of the kind that its name says.",
        "Export it again from the drawing program.",
    )


def drawing_in(name: str, content: bytes) -> ET.Element:
    """The root of an SVG file, or `VectorError` if it holds text or leans on another file."""
    # A document type could define entities without end; drawing programs can do without one.
    if b"<!ENTITY" in content:
        raise not_an_image(name)
    try:
        root = ET.fromstring(content)  # noqa: S314 - entities are refused above
    except (ET.ParseError, LookupError, ValueError) as error:  # the latter two: an odd encoding
        raise not_an_image(name) from error
    if root.tag != f"{SVG}svg":
        raise not_an_image(name)
    for element in root.iter():
        _look_at(name, element)
    return root


def _look_at(name: str, element: ET.Element) -> None:
    if element.tag == f"{SVG}text":
        hint = "Turn the letters into outlines: their font is not the pack's."
        raise VectorError(f"{name} holds text.", hint)
    for href in (element.get(key, "#") for key in _HREFS):
        if not href.startswith(("#", "data:")):
            hint = "Embed the picture in the file when you export it."
            raise VectorError(f"{name} refers to another file, {href}.", hint)
