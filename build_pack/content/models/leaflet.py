"""A leaflet: what is said about one procedure, in English source text, each segment with an id."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints

from build_pack.content.models.base import DatedModel, Id, Model, Name, Text, Texts
from build_pack.content.models.blocks import Section
from build_pack.content.models.consent_standards import ITEMS
from build_pack.content.models.diary import Diary
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.items import Items
from build_pack.content.models.regions import Regions
from build_pack.text.patterns import CODE


class RedFlags(Model):
    """Signs that call for help at once: printed in a box with the emergency number."""

    heading: Text
    lead: Text
    items: Items


class Signs(Model):
    """Signs of one kind of harm, such as bleeding."""

    lead: Text
    items: Items


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
    before: Items
    day: Items
    after: Items
    later: Items


class Leaflet(DatedModel):
    """`leaflet.yaml`."""

    id: Id
    code: Annotated[str, StringConstraints(pattern=CODE)]
    """Short code of the procedure in document codes, such as RFN."""
    regions: Regions | None = None
    """The regions in which the procedure is done; left out where they make no difference."""
    title: Name
    subtitle: Text
    main_message: Text
    """The one thing to remember, printed large at the top."""
    summary: Texts
    """“At a glance”: at most seven points."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    red_flags: RedFlags
    medicine_signs: MedicineSigns | None = None
    disclaimer: Text
    consent: Consent | None = None
    checklist: Checklist | None = None
    diary: Diary | None = None

    def all_sections(self) -> Iterator[tuple[tuple[str, ...], tuple[Section, ...]]]:
        """The sections of each document that has some, with where they are in the file."""
        yield (), self.sections
        if self.consent:
            yield ("consent",), self.consent.sections

    @property
    def kinds(self) -> tuple[DocumentKind, ...]:
        """The documents of which it has the parts, in print order."""
        return tuple(kind for kind in DocumentKind if getattr(self, kind.traits.needs))
