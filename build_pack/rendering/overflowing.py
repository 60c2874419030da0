"""Text that leaves its place, or is broken within a word, told from a document's boxes."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from build_pack.problems import Place, Problem

_SLACK = 1.5
"""Pixels by which letters may reach over an edge: nobody sees less."""
_ABOVE = 19.0
"""Pixels by which a label may be higher or lower than its drawing: the distance to other text."""
_SHOWN = 60
"""Letters of a text that are told."""
_HINT = "Say it in shorter words, or print it in a larger format."


def text_problems(document: Any, place: Place) -> Iterator[Problem]:
    """Each text that does not fit, once."""
    found = dict.fromkeys(text for page in document.pages for text in _misfits(page._page_box))  # noqa: SLF001
    for message in found:
        yield Problem("text-overflow", place, message, _HINT)


def _misfits(page: Any) -> Iterator[str]:
    from weasyprint.formatting_structure.boxes import LineBox

    edge = page.margin_width() + _SLACK
    for box in page.descendants(placeholders=True):
        lines = [child for child in getattr(box, "children", ()) if isinstance(child, LineBox)]
        if lines:
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
                yield f"{_quoted(box)} is wider than its place."


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
    labels = [box for box in drawing.descendants(placeholders=True) if _is(box, "label-")]
    for side in ("label-left", "label-right"):
        places = sorted((_reach(box) for box in labels if _is(box, side)), key=lambda one: one[0])
        top, bottom = drawing.position_y - _ABOVE, drawing.position_y + drawing.height + _ABOVE
        for upper, lower, label in places:
            if upper < top or lower > bottom:
                yield f"{_quoted(label)} is higher than its place."
        for (_, lower, label), (upper, *_) in pairwise(places):
            if lower > upper + _SLACK:
                yield f"{_quoted(label)} is higher than its place."


def _reach(label: Any) -> tuple[float, float, Any]:
    """Upper and lower edge: a label is centred at the end of its line (`figures.css`)."""
    half = label.height / 2
    return label.position_y - half, label.position_y + half, label


def _is(box: Any, name: str) -> bool:
    element = getattr(box, "element", None)
    classes = "" if element is None else element.get("class", "")
    return any(one.startswith(name) for one in classes.split())


def _texts(line: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure.boxes import TextBox

    for box in line.descendants():
        if isinstance(box, TextBox) and box.text.strip():
            yield box


def _quoted(box: Any) -> str:
    """The first words of a text of ours, by which to find it; what was typed in is not told."""
    element = box.element
    traced = [] if element is None else [*element.iter()]
    if not any(one.get("data-segment") for one in traced):
        return "A text that was typed in, or that stands in a template,"
    words = " ".join("".join(element.itertext()).split())
    return f"“{words[:_SHOWN]}…”" if len(words) > _SHOWN else f"“{words}”"
