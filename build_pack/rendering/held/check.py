"""A finished document held against what it has to say: every fault of its pages at once."""

from collections.abc import Iterable, Iterator
from typing import Any

from build_pack.problems import Place, Problem
from build_pack.rendering.held import seen, visible
from build_pack.rendering.held.blanks import at_of, blank_fault, missing_blanks, told
from build_pack.rendering.held.columns import misplaced
from build_pack.rendering.held.drawing import Drawing
from build_pack.rendering.held.expected import Expected, expected
from build_pack.rendering.held.faults import UNNAMED, Fault, named, problems
from build_pack.rendering.held.labels import is_elsewhere, misplaced_label, of_label
from build_pack.rendering.held.laid import Laid, Shown, Text, laid_out
from build_pack.rendering.held.lines import Line, lines
from build_pack.rendering.held.order import out_of_order
from build_pack.rendering.held.pixels import PagePixels, pixels
from build_pack.rendering.held.shapes import shape_faults
from build_pack.rendering.held.sights import described, sight_faults
from build_pack.rendering.held.tokens import TURNING
from build_pack.rendering.held.told import anchor_faults, told_beside
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
    pages = _Pages(expected(own), laid_out(document), drawing, document)
    yield from problems(pages.faults(pdf), place)


class _Pages:
    def __init__(self, wanted: Expected, laid: Laid, drawing: Drawing, document: Any) -> None:
        self._wanted, self._laid, self._drawing = wanted, laid, drawing
        self._document = document
        heights = [page.height * _POINTS for page in document.pages]
        self._body = list(lines(laid.texts, drawing, heights))
        self._again = list(lines(laid.repeated, drawing, heights))
        self._line_of = {
            id(text): line for line in self._body if isinstance(line, Line) for text in line.texts
        }

    def faults(self, pdf: bytes) -> Iterator[Fault]:
        yield from word_faults(self._wanted.row, self._laid.texts)
        yield from sight_faults(self._wanted, self._laid)
        yield from self._turned()
        if all(text.at >= 0 for text in self._laid.texts):
            yield from missing_blanks(self._wanted.row, self._laid)
            yield from anchor_faults(self._wanted, self._laid, self._document)
        yield from told_beside(self._wanted, self._laid, self._document)
        yield from shape_faults(self._document, rtl=self._wanted.rtl)
        for text in (*self._body, *self._again):
            if isinstance(text, Text):
                yield Fault("page-hidden", text.page, self._name(text), "is not drawn")
        for _ in self._drawing.again:
            yield Fault("page-added", 1, UNNAMED, "is printed more than once")
        if self._drawing.has_words_in_pictures:
            yield Fault("page-added", 1, "a picture", "contains words")
        for number, page in enumerate(pixels(pdf), 1):
            yield from self._line_faults(number, page)
            yield from self._sight_faults(number, page)
            yield from self._place_faults(number, page)
            yield from self._blank_faults(number, page)

    def _turned(self) -> Iterator[Fault]:
        """Characters that turn words round, which only pages from right to left need."""
        for text in self._laid.texts if self._wanted.directions == {"ltr"} else ():
            if not TURNING.isdisjoint(text.words):
                reason = "contains characters that change the text direction"
                yield Fault("page-added", text.page, self._name(text), reason)

    def _line_faults(self, number: int, page: PagePixels) -> Iterator[Fault]:
        body, again = (_on(number, found) for found in (self._body, self._again))
        for line in (*body, *again):
            if reason := visible.fault_of(line, page, self._wanted):
                yield Fault("page-hidden", number, self._name(line.texts[0]), reason)
        for line in visible.over_each_other([*body, *again]):
            yield Fault("page-hidden", number, self._name(line.texts[0]), "overlaps other words")
        for line in misplaced([*body, *again], self._wanted.columns):
            name = self._name(line.texts[0])
            yield Fault("page-order", number, name, "is not in its column or row of the table")
        for line in out_of_order(body, rtl=self._wanted.rtl):
            reason = "is printed before the words that it should follow"
            yield Fault("page-order", number, self._name(line.texts[0]), reason)

    def _sight_faults(self, number: int, page: PagePixels) -> Iterator[Fault]:
        for shown in (*self._laid.pictures, *self._laid.marks):
            if shown.page == number:
                line = self._line_after(shown)
                if reason := seen.fault_of(shown, line, self._drawing, page, rtl=self._wanted.rtl):
                    subject = described(self._wanted.row, shown, self._laid)
                    yield Fault("page-hidden", number, subject, reason)

    def _blank_faults(self, number: int, page: PagePixels) -> Iterator[Fault]:
        row = self._wanted.row
        wanted = {(blank.at, blank.name) for blank in row.blanks}
        for blank in self._laid.blanks:
            where = at_of(blank, self._laid, row), blank.name
            if blank.page == number and where in wanted and (reason := blank_fault(blank, page)):
                yield Fault("page-hidden", number, told(row, *where), reason)

    def _place_faults(self, number: int, page: PagePixels) -> Iterator[Fault]:
        """Pictures that are elsewhere in the text, and labels at another part of their picture."""
        body, pictures = _on(number, self._body), self._laid.pictures
        for index, shown in enumerate(pictures):
            place = seen.place_of(shown, self._drawing, page) if shown.page == number else None
            if place is None:
                continue
            around = self._line_before(shown), self._line_after(shown)
            if "logo" not in shown.box.element.get("class", "") and is_elsewhere(place, *around):
                subject = described(self._wanted.row, shown, self._laid)
                yield Fault("page-order", number, subject, "is not in its place in the document")
            for label in self._wanted.labels:
                found = list(of_label(label, body)) if label.picture == index else []
                if found and misplaced_label(label, found, place, rtl=self._wanted.rtl):
                    name = self._name(found[0].texts[0])
                    yield Fault("page-order", number, name, "is not at its part of the picture")

    def _line_before(self, shown: Shown) -> Line | None:
        """The line of the words that stand before a picture, on the same page."""
        line = self._line_of.get(id(self._laid.texts[shown.before - 1])) if shown.before else None
        return line if line and line.page == shown.page and not line.is_faint else None

    def _line_after(self, shown: Shown) -> Line | None:
        """The line of the words that follow a picture or mark, on the same page."""
        for text in self._laid.texts[shown.before : shown.before + 3]:
            line = self._line_of.get(id(text))
            if line and line.page == shown.page and not line.is_faint:
                return line
        return None

    def _name(self, text: Text) -> str:
        return named(self._wanted.row.owner_at(text.at) if text.at >= 0 else None)


def _on(number: int, found: Iterable[Line | Text]) -> list[Line]:
    return [line for line in found if isinstance(line, Line) and line.page == number]
