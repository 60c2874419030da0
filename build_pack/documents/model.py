"""What a template is given: typed, frozen, in print order, with every string final.

A template decides nothing: it lays these views out. `Prose` remembers the segment that it came
from, so that each printed block can be traced to its source.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from build_pack.content.leaflet import ListStyle, Tone
from build_pack.content.medicines import Decision, MedicineGroup
from build_pack.translation.catalog import State


class Kind(StrEnum):
    """The documents of a pack, in print order; the value is the file's name."""

    LEAFLET = "leaflet"
    MEDICINES = "medicines"
    CONSENT = "consent"
    CHECKLIST = "checklist"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words, or the numbers of the references cited here."""

    text: str = ""
    strong: bool = False
    cites: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """One segment's words in print."""

    runs: tuple[Run, ...]
    segment: str = ""
    """The segment's id; empty for the clinic's own text."""
    lang: str = ""
    """The language, where it is not the document's."""
    state: State = State.TRANSLATED
    """Anything else is printed only in drafts, in the source language, with a mark."""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: Prose
    type: str = "paragraph"


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list with the sentence that leads into it."""

    style: ListStyle
    lead: Prose | None
    items: tuple[Prose, ...]
    type: str = "list"


@dataclass(frozen=True, slots=True)
class Notice:
    """A boxed text."""

    tone: Tone
    text: Prose
    type: str = "notice"


Block = Paragraph | ItemList | Notice


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its blocks; `id` is unique in the document."""

    id: str
    heading: Prose
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class RedFlags:
    """The box of signs that call for help at once."""

    heading: Prose
    lead: Prose
    items: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class Phone:
    """A number and what it is for, in words."""

    label: str
    number: str


@dataclass(frozen=True, slots=True)
class Hours:
    """Days and times, in words."""

    days: str
    times: str


@dataclass(frozen=True, slots=True)
class ClinicView:
    """The clinic in the document's language."""

    name: str
    address: tuple[str, ...]
    phones: tuple[Phone, ...]
    questions: str
    """The number for questions about the treatment."""
    urgent: tuple[Phone, ...]
    """The numbers for someone who is unwell."""
    hours: tuple[Hours, ...]
    emergency_number: str
    website: str | None
    colour: str
    logo: Path | None


@dataclass(frozen=True, slots=True)
class Control:
    """Document control, as hospitals print it."""

    code: str
    version: str
    issued: str
    review_by: str


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of the reference list; `url` follows the text where there is one."""

    number: int
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What all documents have."""

    kind: Kind
    locale: str
    direction: str
    """`ltr` or `rtl`."""
    title: str
    """What kind of document this is, in words: “Checklist”."""
    procedure: Prose
    clinic: ClinicView
    control: Control
    draft: str
    """Printed on every page of a document that nobody has approved; empty on a release."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaflet(Document):
    """The leaflet itself."""

    subtitle: Prose
    main_message: Prose
    summary: tuple[Prose, ...]
    sections: tuple[Section, ...]
    red_flags: RedFlags
    disclaimer: Prose
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What to do with a medicine on some day, with a blank for the date where one belongs."""

    label: str
    text: Prose
    date_blank: bool = False


@dataclass(frozen=True, slots=True)
class MedicineCard:
    """One medicine: its names, what to do in a few words, and the steps."""

    name: Prose
    brands: str
    decision: Decision
    headline: str
    notes: tuple[Prose, ...]
    """What goes with the decision, beside the steps."""
    steps: tuple[Step, ...]
    if_missed: Prose | None
    """What to do if a dose was taken that was to be left out."""
    decided: str
    """Who decided, and when; empty while undecided."""
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MedicineSection:
    """The medicines of one group."""

    group: MedicineGroup
    heading: str
    cards: tuple[MedicineCard, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """All medicines with one decision, for the overview."""

    decision: Decision
    headline: str
    cards: tuple[MedicineCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicines(Document):
    """The medicine instructions: the clinic's rules as sentences."""

    overview: tuple[Verdict, ...]
    sections: tuple[MedicineSection, ...]
    red_flags: RedFlags
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Document):
    """One copy of the consent summary."""

    copy: str
    """Whose copy this is, in words."""
    introduction: Prose
    sections: tuple[Section, ...]
    teach_back: tuple[Prose, ...]
    statements: tuple[Prose, ...]
    refusal: Prose
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A line of the checklist: what to do, and when in words where it is tied to a day."""

    text: Prose
    when: str = ""
    date_blank: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the checklist."""

    id: str
    heading: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist(Document):
    """The checklist: before, on the day, after, and in the days and weeks that follow."""

    introduction: Prose
    stages: tuple[Stage, ...]
    red_flags: RedFlags
    references: tuple[Reference, ...]
