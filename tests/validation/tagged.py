"""A PDF as software for the blind reads it: its structure tree, with the words of each element.

Written for what our files hold: each font has a ToUnicode table of two-byte codes, and each
stretch of text is marked as content of an element or as an artefact (ISO 32000-1, 14.7 and 14.8).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

_RANGE = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_CHARACTER = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_SECTION = re.compile(r"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)


@dataclass
class Element:
    """One structure element."""

    kind: str
    language: str
    """The one that holds here, said by the element itself or by one around it."""
    alternative: str | None
    """What stands for the element: of a picture what it shows, of a hidden caption its words."""
    attributes: dict[str, str]
    """Such as the scope of a header cell; the value as PDF writes it."""
    annotations: list[str] = field(default_factory=list)
    """What each link in it says that it is."""
    kids: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words in it, in the order of the tree; of a picture, its alternative text."""
        if self.alternative is not None:
            return self.alternative
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def all(self, *kinds: str) -> Iterator["Element"]:
        """The element itself and those in it, of these kinds or of all, in reading order."""
        if not kinds or self.kind in kinds:
            yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.all(*kinds)


@dataclass(frozen=True)
class Reading:
    """What a PDF gives to read, and what it keeps from those who read by its structure."""

    tree: Element
    artefacts: tuple[str, ...]
    """Text that is part of the page and not of the document, a string a page."""
    untold: tuple[str, ...]
    """Marked content that no element of the tree holds."""


@cache
def read(path: Path) -> Reading:
    """Read a PDF by its structure."""
    with Pdf.open(path) as pdf:
        pages = {page.obj.objgen: _Page(page) for page in pdf.pages}
        [document] = pdf.Root.StructTreeRoot.K
        tree = _element(document, pages, str(pdf.Root.Lang))
        untold = [text for page in pages.values() for text in page.marked.values() if text.strip()]
        return Reading(tree, tuple(page.artefacts for page in pages.values()), tuple(untold))


def _fonts(page: Any) -> list[tuple[str, Any]]:
    """The fonts of a page by name; a blank page has none."""
    return list(page.obj.get("/Resources", Dictionary()).get("/Font", Dictionary()).items())


class _Page:
    """The text of one page by the number of its marked content; each is taken once."""

    def __init__(self, page: Any) -> None:
        self.marked: dict[int, str] = defaultdict(str)
        self.artefacts = ""
        self._fonts = {name: _table(font) for name, font in _fonts(page)}
        marks: list[int | None] = []
        font: dict[int, str] = {}
        for instruction in pikepdf.parse_content_stream(page):
            operands: Any = instruction.operands
            operator = instruction.operator
            match str(operator):
                case "BDC" | "BMC":
                    marks.append(operands[1].MCID if str(operator) == "BDC" else None)
                case "EMC":
                    marks.pop()
                case "Tf":
                    font = self._fonts[operands[0]]
                case "TJ" | "Tj":
                    self._add(_decoded(operands[0], font), marks)

    def _add(self, text: str, marks: list[int | None]) -> None:
        assert marks, f"{text!r} is neither content nor an artefact"
        number = marks[-1]
        if number is None:
            self.artefacts += text
        else:
            self.marked[number] += text


def _element(node: Any, pages: dict[Any, _Page], language: str) -> Element:
    spoken_instead = node.get("/Alt", node.get("/ActualText"))
    alternative = None if spoken_instead is None else str(spoken_instead)
    attributes = {name[1:]: str(value) for name, value in node.get("/A", Dictionary()).items()}
    spoken = str(node.get("/Lang", language))
    element = Element(str(node.S)[1:], spoken, alternative, attributes)
    for kid in _kids(node):
        if isinstance(kid, int):
            element.kids.append(pages[node.Pg.objgen].marked.pop(kid, ""))
        elif kid.Type == Name.MCR:
            element.kids.append(pages[kid.Pg.objgen].marked.pop(int(kid.MCID), ""))
        elif kid.Type == Name.StructElem:
            element.kids.append(_element(kid, pages, spoken))
        else:
            element.annotations.append(str(kid.Obj.Contents))
    return element


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _table(font: Any) -> dict[int, str]:
    """The letters of a font by their code."""
    table: dict[int, str] = {}
    for kind, body in _SECTION.findall(font.ToUnicode.read_bytes().decode()):
        for found in (_RANGE if kind == "bfrange" else _CHARACTER).findall(body):
            first, last = int(found[0], 16), int(found[-2], 16)
            letters = bytes.fromhex(found[-1]).decode("utf-16-be")
            for code in range(first, (last if kind == "bfrange" else first) + 1):
                table[code] = letters[:-1] + chr(ord(letters[-1]) + code - first)
    return table


def _decoded(shown: Any, font: dict[int, str]) -> str:
    strings = shown if isinstance(shown, Array) else [shown]
    codes = b"".join(bytes(one) for one in strings if isinstance(one, pikepdf.String))
    pairs = zip(codes[::2], codes[1::2], strict=True)
    return "".join(font[256 * high + low] for high, low in pairs)
