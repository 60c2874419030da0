"""XML read as WeasyPrint reads it, with the line of each element; entities are refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET
from xml.parsers import expat


class EntityError(ValueError):
    """The file defines words of its own, which could be endless or lead to other files."""

    def __init__(self, line: int) -> None:
        super().__init__(f"an entity is declared in line {line}")
        self.line = line


@dataclass(frozen=True)
class Lines:
    """The root of a file, and where each of its elements begins."""

    root: ET.Element
    _lines: Mapping[ET.Element, int] = field(repr=False)

    def of(self, element: ET.Element) -> int:
        """The line in which an element begins, from 1."""
        return self._lines[element]


def read(content: bytes) -> Lines:
    """A file, in whichever encoding it says; raises `EntityError`, or `ValueError` for no XML."""
    parser = expat.ParserCreate(namespace_separator="}")
    builder = ET.TreeBuilder()
    lines: dict[ET.Element, int] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        element = builder.start(_name(tag), {_name(key): text for key, text in attributes.items()})
        lines[element] = parser.CurrentLineNumber

    def declare(*_declared: object) -> None:
        raise EntityError(parser.CurrentLineNumber)

    def instruct(target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            raise ValueError("a stylesheet is in another file")

    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda tag: builder.end(_name(tag)) and None
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = declare
    parser.SkippedEntityHandler = declare
    parser.ProcessingInstructionHandler = instruct
    try:
        parser.Parse(content, True)
        return Lines(builder.close(), lines)
    except (expat.ExpatError, LookupError, AssertionError) as error:
        raise ValueError(str(error)) from error


def _name(expanded: str) -> str:
    """`{namespace}name`, as ElementTree writes it."""
    return f"{{{expanded}" if "}" in expanded else expanded
