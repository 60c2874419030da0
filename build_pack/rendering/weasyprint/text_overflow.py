"""Text that leaves its place, or is broken within a word, told from a document's boxes."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from build_pack.problems import Place, Problem
from build_pack.rendering.page_verification.faults import UNNAMED, short
from build_pack.rendering.units import PIXELS_PER_MM
from build_pack.rendering.weasyprint.internals import boxes, page_box

_SLACK = 1.5
"""Pixels by which letters may reach over an edge: nobody sees less."""
_ABOVE = 19.0
"""Pixels by which a label may be higher or lower than its drawing: the distance to other text."""
_UNTRACED = UNNAMED.capitalize()
_LABEL = "A label"
_UNPRINTED = 3 * PIXELS_PER_MM
"""Pixels at the edge of a page that many printers leave blank: 3 mm."""
_HINTS = {
    "alongside": "Use shorter words, or print each language separately.",
    "large-print": "Use shorter words, or print it in the normal size.",
    "paper-a5": "Use shorter words, or print it on A4 paper.",
}
"""By the classes of documents that are set in less room than others."""


def overflow_problems(document: Any, place: Place, classes: str = "") -> Iterator[Problem]:
    """Each text that does not fit, once; `classes` are those of the document."""
    found = dict.fromkeys(text for page in document.pages for text in _misfits(page_box(page)))
    yield from (Problem("text-overflow", place, message, hint(classes)) for message in found)


def hint(classes: str) -> str:
    """What to do about a text that does not fit into a document of these classes."""
    hints = [hint for name, hint in _HINTS.items() if name in classes.split()]
    return (hints or ["Use shorter words."])[0]


def _misfits(page: Any) -> Iterator[str]:
    edge = page.margin_width() + _SLACK
    yield from _off_paper(page)
    for box in page.descendants(placeholders=True):
        if lines := _lines(box):
            yield from _too_wide(box, lines, edge)
            yield from _broken(box, lines)
        if _is(box, "drawing-sides"):
            yield from _crowded(box)


def _too_wide(box: Any, lines: Iterable[Any], edge: float) -> Iterator[str]:
    left = box.padding_box_x() - _SLACK
    right = left + box.padding_width() + 2 * _SLACK
    for line in lines:
        for text in _texts(line):
            end = text.position_x + text.width
            if text.position_x < left or end > min(right, edge):
                yield f"{_quoted(box)} is wider than the space for it."


def _off_paper(page: Any) -> Iterator[str]:
    """Texts over the upper or lower edge of a page."""
    for box in _beyond(page, page.margin_height() - _UNPRINTED):
        yield f"{_quoted(box)} extends beyond the edge of the page."


def footer_misfits(page: Any, height: float) -> Iterator[str]:
    """Texts of the program's own that do not fit; `height` is that of the paper, in pixels."""
    for box in page.descendants(placeholders=True):
        if lines := _lines(box):
            yield from _too_wide(box, lines, page.margin_width())
        if _is(box, "room"):
            end = min(height - _UNPRINTED, box.position_y + box.margin_height() + _SLACK)
            for text in _beyond(box, end):
                yield f"{_quoted(text)} does not fit in the margin of the page."


def _beyond(part: Any, end: float) -> Iterator[Any]:
    """The boxes of texts with a line above what printers print, or below `end`."""
    for box in part.descendants(placeholders=True):
        for line in (line for line in _lines(box) if any(True for _ in _texts(line))):
            if line.position_y < _UNPRINTED or line.position_y + line.height > end:
                yield box


def _broken(box: Any, lines: Iterable[Any]) -> Iterator[str]:
    """Words that go on in the next line without a hyphen."""
    for upper, lower in pairwise(["".join(one.text for one in _texts(line)) for line in lines]):
        before, after = (upper.split() or [""])[-1], (lower.split() or [""])[0]
        if before[-1:].isalpha() and after[:1].isalpha() and box.element is not None:
            words = "".join(_words(box.element)).split()
            if any(before + after in word and word.isalpha() for word in words):
                yield f"{_quoted(box)} has a word that is longer than a line."


def _words(element: Any) -> Iterator[str]:
    """The text of an element; what begins in a new line by itself is another word."""
    yield element.text or ""
    for child in element:
        yield "\n" if child.tag == "br" else ""
        yield from _words(child)
        yield child.tail or ""


def _crowded(drawing: Any) -> Iterator[str]:
    """Labels that reach over each other, or over the text above or below their drawing."""
    where = _figure(drawing.element)
    labels = [box for box in drawing.descendants(placeholders=True) if _is(box, "label-")]
    for side in ("label-left", "label-right"):
        places = sorted((_reach(box) for box in labels if _is(box, side)), key=lambda one: one[0])
        top, bottom = drawing.position_y - _ABOVE, drawing.position_y + drawing.height + _ABOVE
        for upper, lower, label in places:
            if upper < top or lower > bottom:
                yield f"{_quoted(label, _LABEL)} is taller than the space for it{where}."
        for (_, lower, label), (upper, *_) in pairwise(places):
            if lower > upper + _SLACK:
                yield f"{_quoted(label, _LABEL)} is taller than the space for it{where}."


def _figure(drawing: Any) -> str:
    """Which figure a label belongs to, by the words that are read out for its picture."""
    [alternative] = [image.get("alt", "") for image in drawing.iter("img")][:1] or [""]
    return f" in the figure {short(alternative)}" if alternative else ""


def _reach(label: Any) -> tuple[float, float, Any]:
    """Upper and lower edge: a label is centred at the end of its line (`figures.css`)."""
    half = label.height / 2
    return label.position_y - half, label.position_y + half, label


def _is(box: Any, name: str) -> bool:
    element = getattr(box, "element", None)
    classes = "" if element is None else element.get("class", "")
    return any(one.startswith(name) for one in classes.split())


def _lines(box: Any) -> list[Any]:
    return [child for child in getattr(box, "children", ()) if isinstance(child, boxes().LineBox)]


def _texts(line: Any) -> Iterator[Any]:
    for box in line.descendants():
        if isinstance(box, boxes().TextBox) and box.text.strip():
            yield box


def _quoted(box: Any, untraced: str = _UNTRACED) -> str:
    """The first words of a text of ours, by which to find it; what was typed in is not told."""
    element = box.element
    traced = [] if element is None else [*element.iter()]
    if not any(one.get("data-segment") for one in traced):
        return untraced
    languages = [one for one in traced if one.get("class") in {"pair-own", "pair-other"}]
    texts = ["".join(one.itertext()) for one in languages or [element]]
    return short(" / ".join(" ".join(text.split()) for text in texts))
