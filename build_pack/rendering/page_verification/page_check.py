"""A finished document held against what it has to say: every fault of its pages at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from build_pack.problems import Place, Problem
from build_pack.rendering.page_verification.drawn_lines import DrawnLine, lines
from build_pack.rendering.page_verification.expected_page import ExpectedPage, expected
from build_pack.rendering.page_verification.faults import (
    UNNAMED,
    VerificationFault,
    named,
    problems,
)
from build_pack.rendering.page_verification.figure_labels import misplaced_label, of_label
from build_pack.rendering.page_verification.links_and_bookmarks import (
    anchor_faults,
    document_faults,
)
from build_pack.rendering.page_verification.page_content import PageContent, PageGraphic, PageText
from build_pack.rendering.page_verification.picture_differences import (
    picture_faults,
    picture_in_words,
)
from build_pack.rendering.page_verification.picture_visibility import picture_fault, picture_place
from build_pack.rendering.page_verification.reading_order import is_elsewhere, out_of_order
from build_pack.rendering.page_verification.table_columns import outside_column
from build_pack.rendering.page_verification.text_differences import (
    TextDifference,
    located,
    word_faults,
)
from build_pack.rendering.page_verification.text_visibility import line_fault, overlapping_lines
from build_pack.rendering.page_verification.tokens import DIRECTION_MARKS
from build_pack.rendering.page_verification.writing_spaces import (
    missing_writing_spaces,
    space_in_words,
    space_position,
    writing_space_fault,
)
from build_pack.rendering.pdf.page_pixels import PagePixels, pixels


def page_problems(own: Any, laid: PageContent, pdf: bytes, place: Place) -> Iterator[Problem]:
    """All that the pages lack, have too much, or show so that it cannot be read.

    `own` is the page as the program's own templates make it, as its parsed `<html>` element;
    `laid` is what is on the pages of `pdf`.
    """
    wanted = expected(own)
    texts, differences = located(wanted.row, laid.texts)
    pages = _PageCheck(wanted, replace(laid, texts=texts), differences)
    yield from problems(pages.faults(pdf), place)


class _PageCheck:
    def __init__(
        self,
        wanted: ExpectedPage,
        laid: PageContent,
        differences: Sequence[TextDifference] | None,
    ) -> None:
        self._wanted, self._laid, self._differences = wanted, laid, differences
        heights = [page.height for page in laid.pages]
        self._body = list(lines(laid.texts, heights))
        self._repeated = list(lines(laid.repeated, heights))
        self._line_of = {
            id(text): line
            for line in self._body
            if isinstance(line, DrawnLine)
            for text in line.texts
        }

    def faults(self, pdf: bytes) -> Iterator[VerificationFault]:
        yield from word_faults(self._wanted.row, self._laid.texts, self._differences)
        yield from picture_faults(self._wanted, self._laid)
        yield from self._direction_faults()
        if all(text.at >= 0 for text in self._laid.texts):
            yield from missing_writing_spaces(self._wanted.row, self._laid)
            yield from anchor_faults(self._wanted, self._laid)
        yield from document_faults(self._wanted, self._laid)
        yield from self._shape_faults()
        for text in (*self._body, *self._repeated):
            if isinstance(text, PageText):
                yield VerificationFault("page-hidden", text.page, self._name(text), "is not drawn")
        for _ in range(self._laid.drawn_twice):
            yield VerificationFault("page-added", 1, UNNAMED, "is printed more than once")
        if self._laid.has_words_in_pictures:
            yield VerificationFault("page-added", 1, "a picture", "contains words")
        for number, page in enumerate(pixels(pdf), 1):
            yield from self._line_faults(number, page)
            yield from self._picture_faults(number, page)
            yield from self._place_faults(number, page)
            yield from self._blank_faults(number, page)

    def _shape_faults(self) -> Iterator[VerificationFault]:
        for number, page in enumerate(self._laid.pages, 1):
            for _ in range(page.added_shapes):
                reason = "is drawn by a stylesheet but is not part of the document"
                yield VerificationFault("page-added", number, "a shape that", reason)

    def _direction_faults(self) -> Iterator[VerificationFault]:
        """Characters that turn words round, which only pages from right to left need."""
        for text in self._laid.texts if self._wanted.directions == {"ltr"} else ():
            if not DIRECTION_MARKS.isdisjoint(text.words):
                reason = "contains characters that change the text direction"
                yield VerificationFault("page-added", text.page, self._name(text), reason)

    def _line_faults(self, number: int, page: PagePixels) -> Iterator[VerificationFault]:
        body, repeated = (_on(number, found) for found in (self._body, self._repeated))
        for line in (*body, *repeated):
            if reason := line_fault(line, page, self._wanted):
                yield VerificationFault("page-hidden", number, self._name(line.texts[0]), reason)
        for line in overlapping_lines([*body, *repeated]):
            yield VerificationFault(
                "page-hidden", number, self._name(line.texts[0]), "overlaps other words"
            )
        for line in outside_column([*body, *repeated], self._wanted.columns):
            name = self._name(line.texts[0])
            yield VerificationFault(
                "page-order", number, name, "is not in its column or row of the table"
            )
        for line in out_of_order(body, rtl=self._wanted.rtl):
            reason = "is printed before the words that it should follow"
            yield VerificationFault("page-order", number, self._name(line.texts[0]), reason)

    def _picture_faults(self, number: int, page: PagePixels) -> Iterator[VerificationFault]:
        for shown in (*self._laid.pictures, *self._laid.marks):
            if shown.page == number:
                line = self._line_after(shown)
                if reason := picture_fault(shown, line, page, rtl=self._wanted.rtl):
                    subject = picture_in_words(self._wanted.row, shown, self._laid)
                    yield VerificationFault("page-hidden", number, subject, reason)

    def _blank_faults(self, number: int, page: PagePixels) -> Iterator[VerificationFault]:
        row = self._wanted.row
        wanted = {(blank.at, blank.name) for blank in row.blanks}
        for blank in self._laid.blanks:
            where = space_position(blank, self._laid, row), blank.name
            if (
                blank.page == number
                and where in wanted
                and (reason := writing_space_fault(blank, page))
            ):
                yield VerificationFault("page-hidden", number, space_in_words(row, *where), reason)

    def _place_faults(self, number: int, page: PagePixels) -> Iterator[VerificationFault]:
        """Pictures that are elsewhere in the text, and labels at another part of their picture."""
        body, pictures = _on(number, self._body), self._laid.pictures
        for index, shown in enumerate(pictures):
            place = picture_place(shown, page) if shown.page == number else None
            if place is None:
                continue
            around = self._line_before(shown), self._line_after(shown)
            if not shown.is_logo and is_elsewhere(place, *around, rtl=self._wanted.rtl):
                subject = picture_in_words(self._wanted.row, shown, self._laid)
                yield VerificationFault(
                    "page-order", number, subject, "is not in its place in the document"
                )
            for label in self._wanted.labels:
                found = list(of_label(label, body)) if label.picture == index else []
                if found and misplaced_label(label, found, place, rtl=self._wanted.rtl):
                    name = self._name(found[0].texts[0])
                    yield VerificationFault(
                        "page-order", number, name, "is not at its part of the picture"
                    )

    def _line_before(self, shown: PageGraphic) -> DrawnLine | None:
        """The line of the words that are before a picture, on the same page."""
        line = self._line_of.get(id(self._laid.texts[shown.before - 1])) if shown.before else None
        return line if line and line.page == shown.page and not line.is_faint else None

    def _line_after(self, shown: PageGraphic) -> DrawnLine | None:
        """The line of the words that follow a picture or mark, on the same page."""
        for text in self._laid.texts[shown.before : shown.before + 3]:
            line = self._line_of.get(id(text))
            if line and line.page == shown.page and not line.is_faint:
                return line
        return None

    def _name(self, text: PageText) -> str:
        return named(self._wanted.row.owner_at(text.at) if text.at >= 0 else None)


def _on(number: int, found: Iterable[DrawnLine | PageText]) -> list[DrawnLine]:
    return [line for line in found if isinstance(line, DrawnLine) and line.page == number]
