"""Where each text and picture is really drawn, noted while WeasyPrint writes a PDF."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from build_pack.rendering.page_verification.page_content import DrawnItem
from build_pack.rendering.weasyprint.internals import internal, page_box, replaced

_TEXT = "weasyprint.draw.draw_text"
_LETTERS = "weasyprint.draw.text.draw_first_line"
_PICTURE = "weasyprint.draw.draw_replacedbox"
_BACKGROUND = "weasyprint.draw.draw_background_image"


@dataclass(slots=True)
class DrawingRecord:
    """All that was drawn, by the `id` of the box or of the layer of a background."""

    items: dict[int, DrawnItem] = field(default_factory=dict)
    drawn_twice: list[Any] = field(default_factory=list)
    """Boxes that were drawn more than once."""
    has_words_in_pictures: bool = False
    _subjects: list[Any] = field(default_factory=list)
    """What was drawn, kept so that no other gets its `id`."""

    def add(self, subject: Any, stream: Any, *, is_cut: bool = False) -> None:
        """Take in what is about to be drawn."""
        (a, b, _), (c, d, _), (e, f, _) = stream.ctm
        if id(subject) in self.items:
            self.drawn_twice.append(subject)
        is_faint = getattr(stream, "id", None) is not None
        self.items[id(subject)] = DrawnItem((a, b, c, d, e, f), is_cut, is_faint)
        self._subjects.append(subject)


@contextmanager
def recorded(document: Any) -> Iterator[DrawingRecord]:
    """Inside, what WeasyPrint draws of a document that has been laid out is noted."""
    _never_flat(document)
    drawing = DrawingRecord()
    plain = {name: internal(name) for name in (_TEXT, _LETTERS, _PICTURE, _BACKGROUND)}

    def text(stream: Any, box: Any, offset: float, overflow: str, ellipsis: Any = "none") -> None:
        wide = overflow == "ellipsis" and _is_too_wide(box)
        drawing.add(box, stream, is_cut=wide or ellipsis != "none")
        plain[_TEXT](stream, box, offset, overflow, ellipsis)

    def picture(stream: Any, box: Any) -> None:
        drawing.add(box, stream)
        plain[_PICTURE](stream, box)

    def background(stream: Any, layer: Any, style: Any) -> None:
        drawing.add(layer, stream)
        plain[_BACKGROUND](stream, layer, style)

    def line(stream: Any, box: Any, *how: Any) -> Any:
        drawing.has_words_in_pictures |= id(box) not in drawing.items
        return plain[_LETTERS](stream, box, *how)

    with replaced({_TEXT: text, _LETTERS: line, _PICTURE: picture, _BACKGROUND: background}):
        yield drawing


def _is_too_wide(box: Any) -> bool:
    room = box.pango_layout.max_width
    return room is not None and box.width > room + 0.5


def _never_flat(document: Any) -> None:
    """Make what is as narrow as nothing a point: WeasyPrint cannot write the tags of the former."""
    matrix = internal("weasyprint.matrix.Matrix")
    for page in document.pages:
        for box in page_box(page).descendants(placeholders=True):
            if box.transformation_matrix and not box.transformation_matrix.determinant:
                box.transformation_matrix = matrix(a=1e-6, d=1e-6)
