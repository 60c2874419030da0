"""What a template is given: typed, frozen, in print order, with every string final.

A template decides nothing: it lays these views out. `Prose` remembers the segment that it came
from, so that each printed block can be traced to its source.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.page_format import PageFormat
from build_pack.content.pictures.logo import Logo
from build_pack.documents.shared.reference_views import ReferenceView
from build_pack.translation.catalog import TranslationState


class StaffSheet(StrEnum):
    """What is printed for the staff and belongs to no pack; the value is the file's name."""

    DAY = "day"


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of words, or the numbers of the references cited here."""

    text: str = ""
    strong: bool = False
    cites: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """One segment's words in print."""

    runs: tuple[TextRun, ...]
    segment: str = ""
    """The segment's id; empty for the clinic's own text."""
    lang: str = ""
    """The language, where it is not the document's."""
    state: TranslationState = TranslationState.TRANSLATED
    """Anything else is printed only in drafts, in the source language, with a mark."""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)

    def with_strong(self, words: str) -> "Prose":
        """The same text, without other marks, with some of its words made strong."""
        before, found, after = self.text.partition(words)
        runs = (TextRun(before), TextRun(found, strong=True), TextRun(after))
        return replace(self, runs=tuple(run for run in runs if run.text))

    @property
    def uncited(self) -> "Prose":
        """The same without the numbers of references, for pages that have no list of them."""
        cited = [index for index, run in enumerate(self.runs) if run.cites]
        runs = [
            replace(run, text=run.text.rstrip()) if index + 1 in cited else run
            for index, run in enumerate(self.runs)
            if not run.cites
        ]
        return replace(self, runs=tuple(runs))


class BlockView(Protocol):
    """A block of a section, in the shape that the macro of its kind wants."""

    @property
    def type(self) -> str:
        """The kind of block."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A heading and its blocks; `id` is unique in the document."""

    id: str
    heading: Prose
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True)
class SignsView:
    """Signs of danger, and what to do for each of them."""

    lead: Prose
    items: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class RedFlagsView:
    """The box of signs that call for help at once."""

    heading: Prose
    groups: tuple[SignsView, ...]


@dataclass(frozen=True, slots=True)
class PhoneView:
    """A number and what it is for, in words."""

    label: str
    number: str


@dataclass(frozen=True, slots=True)
class HoursView:
    """Days and times, in words."""

    days: str
    times: str


@dataclass(frozen=True, slots=True)
class ClinicView:
    """The clinic in the document's language."""

    name: str
    address: tuple[str, ...]
    phones: tuple[PhoneView, ...]
    questions: str
    """The number for questions about the treatment."""
    urgent: tuple[PhoneView, ...]
    """The numbers for someone who is unwell."""
    hours: tuple[HoursView, ...]
    emergency_number: str
    website: str | None
    colour: str
    """The brand's own, for surfaces and rules."""
    ink: str
    """The same or a darker shade of it, for words and marks."""
    logo: Logo | None


@dataclass(frozen=True, slots=True)
class DocumentControl:
    """Document control, as hospitals print it."""

    code: str
    version: str
    issued: str
    """When the document was first issued."""
    review_by: str
    revision: str = ""
    """How often it has been revised, in two digits."""
    revised: str = ""
    """The date of the newest revision; empty if there is none."""
    edition: str = ""
    """The short code of the texts that the document is made of."""

    @property
    def stamp(self) -> str:
        """What a QR code says: document, version and edition."""
        return " ".join(filter(None, (self.code, self.version, self.edition)))


@dataclass(frozen=True, slots=True)
class LetterheadView:
    """What of a pre-printed page is left free beyond the ordinary edge, in millimetres."""

    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class VisitView:
    """The visit in the document's language; empty strings print as blanks to fill in by hand."""

    label: str
    """The patient's name or number."""
    barcode: str
    """What a barcode on forms says; empty if there is to be none."""
    date: str
    """Weekday and date of the procedure."""
    moment: str
    """The same with its time."""
    place: str
    """Region and side of the body."""
    given: tuple[str, ...]
    """The names of medicines and brands as somebody gave them, in any language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What all documents have."""

    kind: DocumentKind | StaffSheet
    locale: str
    direction: str
    """`ltr` or `rtl`."""
    title: str
    """What kind of document this is, in words: “Checklist”."""
    procedure: Prose
    clinic: ClinicView
    visit: VisitView
    page_format: PageFormat
    letterhead: LetterheadView | None
    """Of the paper that it is printed on, if that has the clinic's name on it."""
    control: DocumentControl
    draft: str
    """Printed on every page of a document that no one has approved; empty on a release."""
    record: str
    """What the PDF says of itself to programs, as JSON; it contains nothing about a patient."""
    notices: tuple[str, ...] = ()
    """Further notices, printed on every page as the draft's is: that it was reprinted, say."""
    copy: str = ""
    """Whose copy this is, in words, of a document in several."""
    references: tuple[ReferenceView, ...] = ()
    """What it cites, numbered as it comes."""

    @property
    def bands(self) -> tuple[str, ...]:
        """What is in a frame at the top of every page."""
        return tuple(filter(None, (self.draft, *self.notices)))

    @property
    def may_turn(self) -> bool:
        """Whether it has pages that are on their side."""
        return isinstance(self.kind, DocumentKind) and self.kind.traits.may_turn

    @property
    def is_release(self) -> bool:
        """Whether it may be given to patients: the texts, not this visit's dates, are approved."""
        return not self.draft
