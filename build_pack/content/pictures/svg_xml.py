"""XML read as WeasyPrint reads it, with the line of each element; entities are refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET
from xml.parsers import expat


class XmlEntityError(ValueError):
    """The file defines words of its own, which could be endless or lead to other files."""

    def __init__(self, line: int) -> None:
        super().__init__(f"an entity is declared in line {line}")
        self.line = line


class XmlLimitError(ValueError):
    """The file has more elements than are read, or more of them inside each other."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(frozen=True)
class XmlLines:
    """The root of a file, and where each of its elements begins."""

    root: ET.Element
    _lines: Mapping[ET.Element, int] = field(repr=False)

    def of(self, element: ET.Element) -> int:
        """The line in which an element begins, from 1."""
        return self._lines[element]


def read(content: bytes, most: int, deepest: int) -> XmlLines:
    """A file, in whichever encoding it says, with so many elements, and so deep, at most.

    Raises `EntityError` or `BoundError`, or another `ValueError` for no XML.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    builder = ET.TreeBuilder()
    lines: dict[ET.Element, int] = {}
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        element = builder.start(_name(tag), {_name(key): text for key, text in attributes.items()})
        lines[element] = parser.CurrentLineNumber
        if len(lines) > most:
            raise XmlLimitError(f"has more than {most:,} elements", parser.CurrentLineNumber)
        if depth > deepest:
            message = f"has more than {deepest} elements inside each other"
            raise XmlLimitError(message, parser.CurrentLineNumber)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_name(tag))

    def declare(*_declared: object) -> None:
        raise XmlEntityError(parser.CurrentLineNumber)

    def instruct(target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            raise ValueError("a stylesheet is in another file")

    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = declare
    parser.SkippedEntityHandler = declare
    # What these declare is read by some programs and not by others.
    parser.AttlistDeclHandler = declare
    parser.ElementDeclHandler = declare
    parser.NotationDeclHandler = declare
    parser.ProcessingInstructionHandler = instruct
    try:
        parser.Parse(content, True)
        return XmlLines(builder.close(), lines)
    except (expat.ExpatError, LookupError, AssertionError) as error:
        raise ValueError(str(error)) from error


def _name(expanded: str) -> str:
    """`{namespace}name`, as ElementTree writes it."""
    return f"{{{expanded}" if "}" in expanded else expanded
