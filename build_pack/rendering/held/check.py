"""A finished document held against what it has to say: every fault of its pages at once."""

from collections.abc import Iterable, Iterator
from typing import Any

from build_pack.problems import Place, Problem
from build_pack.rendering.held import seen, visible
from build_pack.rendering.held.drawing import Drawing
from build_pack.rendering.held.expected import Expected, expected
from build_pack.rendering.held.faults import UNNAMED, Fault, named, problems
from build_pack.rendering.held.laid import Laid, Shown, Text, laid_out
from build_pack.rendering.held.lines import Line, lines
from build_pack.rendering.held.order import out_of_order
from build_pack.rendering.held.pixels import PagePixels, pixels
from build_pack.rendering.held.told import told_beside
from build_pack.rendering.held.words import word_faults

_POINTS = 0.75
"""Points to a pixel of the layout."""


def page_problems(
    own: Any, document: Any, drawing: Drawing, pdf: bytes, place: Place
) -> Iterator[Problem]:
    """All that the pages lack, have too much, or show so that it cannot be read.

    `own` is the page as the program's own templates make it, as its parsed `<html>` element;
    `document` is WeasyPrint's, as it was laid out and drawn.
    """
    trial = _Trial(expected(own), laid_out(document), drawing, document)
    yield from problems(trial.faults(pdf), place)


class _Trial:
    def __init__(self, wanted: Expected, laid: Laid, drawing: Drawing, document: Any) -> None:
        self._wanted, self._laid, self._drawing = wanted, laid, drawing
        self._document = document
        heights = [page.height * _POINTS for page in document.pages]
        self._body = list(lines(laid.texts, drawing, heights))
        self._again = list(lines(laid.repeated, drawing, heights))
        margins = [text for texts in laid.margins for text in texts]
        self._margins = list(lines(margins, drawing, heights, in_margin=True))

    def faults(self, pdf: bytes) -> Iterator[Fault]:
        yield from word_faults(self._wanted, self._laid)
        yield from told_beside(self._wanted, self._laid, self._document)
        for text in (*self._body, *self._again, *self._margins):
            if isinstance(text, Text):
                yield Fault("page-hidden", text.page, self._name(text), "is not drawn")
        for box in self._drawing.again:
            yield Fault("page-added", 1, UNNAMED if hasattr(box, "text") else "A picture", "is printed twice")
        for number, page in enumerate(pixels(pdf), 1):
            yield from self._page_faults(number, page)

    def _page_faults(self, number: int, page: PagePixels) -> Iterator[Fault]:
        body = self._on(number, self._body)
        everything = [*body, *self._on(number, self._again), *self._on(number, self._margins)]
        for line in everything:
            if reason := visible.fault_of(line, page, self._wanted):
                yield Fault("page-hidden", number, self._name(line.texts[0]), reason)
        plain = [line for line in everything if not line.is_faint]
        for line in visible.over_each_other(plain):
            yield Fault("page-hidden", number, self._name(line.texts[0]), "lies on other words")
        for line in out_of_order([one for one in body if not one.is_faint], rtl=self._wanted.rtl):
            reason = "stands before the words that go before it"
            yield Fault("page-order", number, self._name(line.texts[0]), reason)
        for shown in (*self._laid.pictures, *self._laid.marks):
            if shown.page == number:
                reason = seen.fault_of(shown, self._drawing, page, rtl=self._wanted.rtl)
                if reason:
                    yield Fault("page-hidden", number, self._picture(shown), reason)

    def _on(self, number: int, found: Iterable[Line | Text]) -> list[Line]:
        return [line for line in found if isinstance(line, Line) and line.page == number]

    def _name(self, text: Text) -> str:
        return named(self._wanted.row.owner_at(text.at) if text.at >= 0 else None)

    def _picture(self, shown: Shown) -> str:
        texts = self._laid.texts[shown.before :]
        if shown.name.startswith(("data:", "file:")):
            return "The picture before " + (self._name(texts[0]) if texts else "the end")
        return f"The mark {shown.name} of " + (self._name(texts[0]) if texts else UNNAMED)
