"""What the contents sheet of a day's list is made from, and what its template is given."""

from dataclasses import dataclass

from build_pack.documents.shared.sources import DocumentSources
from build_pack.documents.shared.views import Document
from build_pack.planning.visit import Visit


@dataclass(frozen=True)
class DayPack:
    """A pack that was made for a line of the list."""

    line: int
    locale: str
    sources: DocumentSources
    visit: Visit
    pages: int
    pack: str = ""
    """The name of the pack; empty of one that contains all documents of a leaflet."""
    has_plan: bool = True
    """Whether it says what to do with medicines."""
    is_late: bool = False
    """Whether the sheet asks for something on a day that is over."""


@dataclass(frozen=True)
class UnprintedLine:
    """A line for which no pack was made, and the columns in which something is wrong."""

    line: int
    time: str
    label: str
    columns: tuple[str, ...]
    is_unclear: bool = False
    """Whether the line is whole, and may not be meant."""


@dataclass(frozen=True, slots=True)
class DaySheetEntry:
    """One pack, in words."""

    line: int
    time: str
    label: str
    procedure: str
    """Empty where all have the same."""
    language: str
    place: str
    format: str
    """How it is printed, where that is not as usual."""
    open: tuple[str, ...]
    """What is to be settled about the medicines, each a sentence."""
    pages: str
    bookmark: str
    """Where it begins in the file of all packs; without the patient's name."""


@dataclass(frozen=True, slots=True)
class DaySheetDate:
    """The packs of one date; they are in the order of the list."""

    heading: str
    entries: tuple[DaySheetEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySheetDocument(Document):
    """The sheet."""

    days: tuple[DaySheetDate, ...]
    gaps: tuple[UnprintedLine, ...]
