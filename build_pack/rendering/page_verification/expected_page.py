"""What a finished page has to show, read from the page as the program's own templates make it."""

from dataclasses import dataclass, field
from typing import Any

from build_pack.rendering.page_verification.figure_labels import FigureLabel, label
from build_pack.rendering.page_verification.table_columns import columns
from build_pack.rendering.page_verification.tokens import (
    GraphicToken,
    TokenSequence,
    blank_of,
    mark_of,
)

_UNNUMBERED = {"labels", "fill-in"}
"""Classes of ordered lists whose items have no number."""
_NAMED = {"h1", "h2"}
"""Headings, in which nothing stands that was typed for a visit."""
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass(slots=True)
class ExpectedPage:
    """The row of a document, and what is told of it beside the pages."""

    row: TokenSequence
    rtl: bool
    large_print: bool
    cells: dict[int, int] = field(default_factory=dict)
    headings: set[str] = field(default_factory=set)
    columns: dict[int, int] = field(default_factory=dict)
    """The column of each cell of a table, by the place of its first letter."""
    strong: set[int] = field(default_factory=set)
    """Letters that are to be bold."""
    labels: list[FigureLabel] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)
    """Before which letter each element with an id begins."""
    directions: set[str] = field(default_factory=set)
    """In which directions its words are written."""


def expected(page: Any) -> ExpectedPage:
    """Read the row of a page of HTML, given as its parsed `<html>` element."""
    classes = page.get("class", "").split()
    found = ExpectedPage(TokenSequence(), page.get("dir") == "rtl", "large-print" in classes)
    found.directions = {element.get("dir") or "ltr" for element in page.iter()}
    if found.rtl and "ltr" not in {element.get("dir") for element in page.iter()}:
        found.directions = {"rtl"}
    for body in page.iter("body"):
        _read(body, (), found, None)
    return found


def _read(
    element: Any, around: tuple[Any, ...], found: ExpectedPage, owner: Any, *, strong: bool = False
) -> None:
    if not isinstance(element.tag, str):  # a comment
        return
    row = found.row
    if element.get("data-segment") or element.tag in _NAMED:
        owner = element
    row.edges.add(row.length)
    if mark := mark_of(element, around, rtl=found.rtl):
        row.marks.append(GraphicToken(row.length, mark))
    _read_table(element, found)
    if _is_read_out_only(element, around):
        return
    _read_itself(element, around, found, owner)
    start = row.length
    strong = element.tag == "strong" or (strong and "pair-other" not in _classes(element))
    _add_text(element.text, owner, found, strong=strong)
    for child in element:
        _read(child, (*around, element), found, owner, strong=strong)
        row.edges.add(row.length)
        _add_text(child.tail, owner, found, strong=strong)
    if element.tag == "li" and "labels" in _classes(around[-1]):
        items = [child for child in around[-1] if child.tag == "li"]
        place = start, row.length, len(row.pictures) - 1
        found.labels.append(label(items.index(element), len(items), _classes(element), place))


def _add_text(text: str | None, owner: Any, found: ExpectedPage, *, strong: bool) -> None:
    start = found.row.length
    found.row.add_text(text or "", owner)
    if strong:
        found.strong.update(range(start, found.row.length))


def _classes(element: Any) -> list[str]:
    return str(element.get("class", "")).split()


def _read_itself(element: Any, around: tuple[Any, ...], found: ExpectedPage, owner: Any) -> None:
    """What an element is, beside its words."""
    row = found.row
    if element.get("id"):
        found.anchors[element.get("id")] = row.length
    if blank := blank_of(element):
        row.blanks.append(GraphicToken(row.length, blank))
    if element.tag == "img":
        row.pictures.append(
            GraphicToken(row.length, element.get("src", ""), element.get("alt", ""))
        )
    elif element.tag == "br":
        row.gaps.add(row.length)
    elif element.tag == "li" and (number := _number(element, around)):
        row.add_text(f"{number}. ", owner)
    elif element.tag == "a" and element.get("href"):
        row.links.append((row.length, element.get("href")))
    elif element.tag in _HEADINGS:
        found.headings.add(squeezed(element))


def _read_table(element: Any, found: ExpectedPage) -> None:
    if element.tag == "table":
        found.cells |= {id(cell): column for cell, column in columns(element)}
    if id(element) in found.cells and squeezed(element):
        found.columns[found.row.length] = found.cells[id(element)]


def _is_read_out_only(element: Any, around: tuple[Any, ...]) -> bool:
    """Whether it is the name of a strip of days, which is read out and not printed."""
    is_caption = element.tag == "caption" and bool(around)
    return is_caption and "strip" in around[-1].get("class", "").split()


def _number(item: Any, around: tuple[Any, ...]) -> int:
    """The number of a list's item; 0 if it has none."""
    parent = around[-1]
    if parent.tag != "ol" or _UNNUMBERED.intersection(parent.get("class", "").split()):
        return 0
    return [child for child in parent if child.tag == "li"].index(item) + 1


def squeezed(element: Any) -> str:
    """The letters of an element, without spaces."""
    return "".join("".join(element.itertext()).split())
