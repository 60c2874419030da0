"""Where each text and picture is really drawn, noted while WeasyPrint writes a PDF."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from inspect import signature
from typing import Any

_TAKES = {
    "draw_text": ["stream", "textbox", "offset_x", "text_overflow", "block_ellipsis"],
    "draw_replacedbox": ["stream", "box"],
    "draw_background_image": ["stream", "layer", "style"],
}


@dataclass(frozen=True, slots=True)
class DrawnItem:
    """Something drawn: by which matrix, and of words, whether they were shortened."""

    subject: Any
    """A box or the layer of a background; kept, so that its `id` stays its own."""
    matrix: tuple[float, ...]
    """From its own pixels to points from the lower left corner of the page."""
    is_cut: bool = False
    is_faint: bool = False
    """Drawn into a group, which is laid on the page with less than full opacity."""


@dataclass(slots=True)
class DrawingRecord:
    """All that was drawn, by the `id` of the box or the layer of a background."""

    things: dict[int, DrawnItem] = field(default_factory=dict)
    again: list[Any] = field(default_factory=list)
    """Boxes that were drawn more than once."""
    has_words_in_pictures: bool = False

    def note(self, subject: Any, stream: Any, *, is_cut: bool = False) -> None:
        """Take in what is about to be drawn."""
        (a, b, _), (c, d, _), (e, f, _) = stream.ctm
        if id(subject) in self.things:
            self.again.append(subject)
        is_faint = getattr(stream, "id", None) is not None
        self.things[id(subject)] = DrawnItem(subject, (a, b, c, d, e, f), is_cut, is_faint)


@contextmanager
def recorded(document: Any) -> Iterator[DrawingRecord]:
    """Inside, what WeasyPrint draws of a document that has been laid out is noted.

    Raises `RuntimeError` if WeasyPrint draws in another way than it did.
    """
    from weasyprint import draw

    _never_flat(document)
    drawing = DrawingRecord()
    plain = {name: getattr(draw, name) for name in _TAKES}
    for name, takes in _TAKES.items():
        if [*signature(plain[name]).parameters] != takes:
            raise RuntimeError("this version of WeasyPrint draws differently")

    def text(stream: Any, box: Any, offset: float, overflow: str, ellipsis: Any = "none") -> None:
        wide = overflow == "ellipsis" and _is_too_wide(box)
        drawing.note(box, stream, is_cut=wide or ellipsis != "none")
        plain["draw_text"](stream, box, offset, overflow, ellipsis)

    def picture(stream: Any, box: Any) -> None:
        drawing.note(box, stream)
        plain["draw_replacedbox"](stream, box)

    def background(stream: Any, layer: Any, style: Any) -> None:
        drawing.note(layer, stream)
        plain["draw_background_image"](stream, layer, style)

    letters = draw.text.draw_first_line

    def line(stream: Any, box: Any, *how: Any) -> Any:
        drawing.has_words_in_pictures |= id(box) not in drawing.things
        return letters(stream, box, *how)

    draw.draw_text, draw.draw_replacedbox, draw.draw_background_image = text, picture, background
    draw.text.draw_first_line = line
    try:
        yield drawing
    finally:
        draw.text.draw_first_line = letters
        for name, function in plain.items():
            setattr(draw, name, function)


def _is_too_wide(box: Any) -> bool:
    room = box.pango_layout.max_width
    return room is not None and box.width > room + 0.5


def _never_flat(document: Any) -> None:
    """Make what is as narrow as nothing a point: WeasyPrint cannot write the tags of the former."""
    from weasyprint.matrix import Matrix

    for page in document.pages:
        for box in page._page_box.descendants(placeholders=True):  # noqa: SLF001
            if box.transformation_matrix and not box.transformation_matrix.determinant:
                box.transformation_matrix = Matrix(a=1e-6, d=1e-6)
