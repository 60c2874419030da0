"""XML, read and written. What declares entities or the like is refused, unread.

It reads as WeasyPrint does, in whichever encoding a file says, and knows the line of each element.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO, Any
from xml.etree import ElementTree as ET
from xml.parsers import expat

Element = ET.Element
SubElement = ET.SubElement
_ENDLESS = 2**63
_PIECE = 4096


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


class _BegunError(Exception):
    """The first element has been reached."""


@dataclass(frozen=True)
class XmlLines:
    """The root of a file, and where each of its elements begins."""

    root: Element
    _lines: Mapping[Element, int] = field(repr=False)

    def of(self, element: Element) -> int:
        """The line in which an element begins, from 1."""
        return self._lines[element]


def read(content: bytes, most: int = _ENDLESS, deepest: int = _ENDLESS) -> XmlLines:
    """A file, in whichever encoding it says, with so many elements, and so deep, at most.

    Raises `XmlEntityError` or `XmlLimitError`, or another `ValueError` for no XML.
    """
    parser = _parser()
    builder = ET.TreeBuilder()
    lines: dict[Element, int] = {}
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        element = builder.start(_name(tag), {_name(key): text for key, text in attributes.items()})
        lines[element] = parser.CurrentLineNumber
        if len(lines) > most:
            raise XmlLimitError(f"has more than {most:,} elements", parser.CurrentLineNumber)
        if depth > deepest:
            message = f"has more than {deepest} levels of nested elements"
            raise XmlLimitError(message, parser.CurrentLineNumber)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_name(tag))

    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(content, True)
        return XmlLines(builder.close(), lines)
    except (expat.ExpatError, LookupError, AssertionError) as error:
        raise ValueError(str(error)) from error


def require_no_doctype(file: IO[bytes]) -> None:
    """Read a file as far as its first element, of a format that wants no document type.

    Such as Office Open XML (ISO/IEC 29500-2, 8.1.4). Raises `XmlEntityError`, or another
    `ValueError` for no XML.
    """
    parser = _parser()

    def declare(*_declared: object) -> None:
        raise XmlEntityError(parser.CurrentLineNumber)

    def begin(*_element: object) -> None:
        raise _BegunError

    parser.StartDoctypeDeclHandler = declare
    parser.StartElementHandler = begin
    try:
        while piece := file.read(_PIECE):
            parser.Parse(piece)
        parser.Parse(b"", True)
    except _BegunError:
        return
    except (expat.ExpatError, LookupError) as error:
        raise ValueError(str(error)) from error


def as_xml(element: Element) -> str:
    """An element with all that it holds, as a text."""
    return ET.tostring(element, encoding="unicode")


def as_html(page: Element) -> str:
    """A whole page of HTML, as a text."""
    return "<!DOCTYPE html>\n" + ET.tostring(page, encoding="unicode", method="html")


def _parser() -> Any:
    """A parser that refuses whatever is read by some programs and not by others."""
    parser = expat.ParserCreate(namespace_separator="}")

    def declare(*_declared: object) -> None:
        raise XmlEntityError(parser.CurrentLineNumber)

    def begin(_name: str, _file: str | None, _public: str | None, declares: int) -> None:
        parser.EndDoctypeDeclHandler = declare if declares else None

    def instruct(target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            raise ValueError("a stylesheet is in another file")

    parser.StartDoctypeDeclHandler = begin
    parser.EntityDeclHandler = declare
    parser.SkippedEntityHandler = declare
    parser.ProcessingInstructionHandler = instruct
    return parser


def _name(expanded: str) -> str:
    """`{namespace}name`, as ElementTree writes it."""
    return f"{{{expanded}" if "}" in expanded else expanded
