"""SVG files that are printed as they are: whole in themselves, and of shapes alone."""

from collections.abc import Iterator

from build_pack.content.pictures.svg_elements import SvgFault, SvgReader
from build_pack.content.pictures.svg_limits import MOST_ELEMENTS, MOST_LEVELS, SVG
from build_pack.text import xml_parser

_SIMPLER = "Simplify it in the drawing program, or export it as a PNG."
_TIDY = "In the drawing program, choose a plain SVG export (Illustrator: Export As; not Save As)."


class SvgError(ValueError):
    """A file cannot be printed as it is; all that is wrong with it."""

    def __init__(self, *faults: SvgFault) -> None:
        super().__init__(faults[0].message)
        self.faults = faults


def not_an_image(name: str) -> SvgError:
    """What is said of a file that its name promises to be an image."""
    hint = "Export it again from the drawing program."
    message = f"{name} is not the kind of image that its file extension says."
    return SvgError(SvgFault(message, hint))


def checked_svg(name: str, content: bytes) -> xml_parser.Element:
    """The root of an SVG file, or `VectorError` if it contains what is not printed right."""
    try:
        lines = xml_parser.read(content, MOST_ELEMENTS, MOST_LEVELS)
    except xml_parser.XmlLimitError as error:
        message = f"{name} {error.message}, which is the maximum."
        raise SvgError(SvgFault(message, _SIMPLER, error.line)) from error
    except xml_parser.XmlEntityError as error:
        message = f"{name} declares an entity of its own with <!ENTITY>, in line {error.line}."
        raise SvgError(SvgFault(message, _TIDY, error.line)) from error
    except ValueError as error:
        raise not_an_image(name) from error
    if lines.root.tag != f"{SVG}svg":
        raise not_an_image(name)
    if found := _faults(name, lines):
        raise SvgError(*_once_each(found))
    return lines.root


def _faults(name: str, lines: xml_parser.XmlLines) -> list[SvgFault]:
    try:
        return [*dict.fromkeys(SvgReader(name, lines).faults())]
    except RecursionError:
        return [SvgFault(f"{name} has too many nested brackets in a style.", _TIDY)]


def _once_each(found: list[SvgFault]) -> Iterator[SvgFault]:
    """The first fault of each kind: a file with one text often has many."""
    kinds = set()
    for fault in found:
        kind = fault.message.partition(": ")[0]
        if kind not in kinds:
            kinds.add(kind)
            yield fault
