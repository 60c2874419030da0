"""The paper and the size of print that a patient needs."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from build_pack.content.models.document_kinds import DocumentKind


class Paper(StrEnum):
    """Sizes of paper, by the words for them on the command line and in `clinic.yaml`."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"


PAPER_SIZES = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4), Paper.A5: (148.0, 210.0)}
"""Width and height of each paper in millimetres."""


@dataclass(frozen=True, slots=True)
class PageFormat:
    """How the same words are set."""

    paper: Paper = Paper.A4
    large_print: bool = False
    """18 pt, set again and not enlarged."""
    booklet: bool = False
    """A5 pages, two on each side of an A4 sheet, to be folded in the middle."""
    screen: bool = False
    """A page for a screen, which may be as narrow as a phone's."""
    beside: bool = False
    """Whether these are the words beside those of another language."""

    def of(self, kind: DocumentKind) -> Self:
        """In this format, a document of a kind: those for clinicians need no large letters."""
        return replace(self, large_print=self.large_print and not kind.traits.for_clinicians)

    @property
    def is_narrow(self) -> bool:
        """Whether a line holds far fewer letters than ordinary print on A4."""
        return self.large_print or self.screen or self.paper is Paper.A5
