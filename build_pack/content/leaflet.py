"""A leaflet: what is said about one procedure, in English source text, each segment with an id."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from build_pack.content.figures import Chance, Figure
from build_pack.content.model import Dated, Id, Model, Name, Text, Texts
from build_pack.content.patterns import BLOCK, CODE
from build_pack.content.standards import ITEMS


class Paragraph(Model):
    """One paragraph of prose."""

    type: Literal["paragraph"]
    id: Id
    text: Text


class ListStyle(StrEnum):
    """How a list is drawn: the mark before each item."""

    BULLETS = "bullets"
    STEPS = "steps"
    BOXES = "boxes"
    DO = "do"
    """What to do: a tick."""
    DONT = "dont"
    """What not to do: a cross."""


class ItemList(Model):
    """A list, with an optional sentence that leads into it."""

    type: Literal["list"]
    id: Id
    style: ListStyle = ListStyle.BULLETS
    lead: Text | None = None
    items: Texts


class Tone(StrEnum):
    """What a notice is for: something to know, or something to heed."""

    NOTE = "note"
    WARNING = "warning"


class Notice(Model):
    """A short text in a box of its own."""

    type: Literal["notice"]
    id: Id
    tone: Tone = Tone.NOTE
    text: Text


class Repeat(Model):
    """A block of the leaflet said again, in the same words, so that the two can never differ."""

    type: Literal["repeat"]
    of: Annotated[str, StringConstraints(pattern=BLOCK)]
    """`section.block` of the block to repeat."""


Block = Annotated[
    Paragraph | ItemList | Notice | Figure | Chance | Repeat, Field(discriminator="type")
]


class Section(Model):
    """A heading and the blocks under it."""

    id: Id
    heading: Text
    blocks: Annotated[tuple[Block, ...], Field(min_length=1)]


class RedFlags(Model):
    """Signs that call for help at once: printed in a box with the emergency number."""

    heading: Text
    lead: Text
    items: Texts


class Signs(Model):
    """Signs of one kind of harm, such as bleeding."""

    lead: Text
    items: Texts


class MedicineSigns(Model):
    """Signs that something is wrong when medicines are changed; printed on the medicine sheet."""

    heading: Text
    groups: Annotated[
        dict[Id, Signs], Field(min_length=1, json_schema_extra={"additionalProperties": False})
    ]


StandardId = Annotated[
    str,
    Field(
        description="The id of an item of the standards of consent, such as tr-15-a.",
        json_schema_extra={"enum": list(ITEMS)},
    ),
]
"""Held against the items only when the whole file is looked at, so that the right one is named."""


class ConsentSection(Section):
    """A section of the consent summary, and what it answers of the standards of consent."""

    covers: tuple[StandardId, ...] = ()
    """The items that it answers."""


class PartsCover(Model):
    """What the parts of a consent document other than its sections answer of the standards."""

    introduction: tuple[StandardId, ...] = ()
    teach_back: tuple[StandardId, ...] = ()
    statements: tuple[StandardId, ...] = ()
    refusal: tuple[StandardId, ...] = ()
    form: tuple[StandardId, ...] = ()
    """What the template brings: blanks to fill in, ticks, signatures, the two copies."""


class Consent(Model):
    """The consent summary: sections, then what is asked, stated and signed."""

    introduction: Text
    sections: Annotated[tuple[ConsentSection, ...], Field(min_length=1)]
    teach_back: Texts
    """Prompts by which the clinician hears from the patient what was understood."""
    statements: Texts
    """What the patient declares by signing."""
    refusal: Text
    """What a patient who decides against the procedure declares by signing."""
    covers: PartsCover = PartsCover()
    not_covered: dict[StandardId, Text] = Field(default_factory=dict)
    """What the print leaves open of an item, and why: for staff in English, never printed."""


class Checklist(Model):
    """Things to do, with a tick box each."""

    introduction: Text
    before: Texts
    day: Texts
    after: Texts
    later: Texts


class Leaflet(Dated):
    """`leaflet.yaml`."""

    id: Id
    code: Annotated[str, StringConstraints(pattern=CODE)]
    """Short code of the procedure in document codes, such as RFN."""
    title: Name
    subtitle: Text
    main_message: Text
    """The one thing to remember, printed large at the top."""
    summary: Texts
    """“At a glance”: at most seven points."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    red_flags: RedFlags
    medicine_signs: MedicineSigns
    disclaimer: Text
    consent: Consent
    checklist: Checklist
