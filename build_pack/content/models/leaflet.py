"""A leaflet: what is said about one procedure, in English source text, each segment with an id."""

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from build_pack.content.models.base import DatedModel, Id, Model, Name, Text, Texts
from build_pack.content.models.bleeding_risk import BleedingRisks
from build_pack.content.models.blocks.section import Section
from build_pack.content.models.checklist import Checklist
from build_pack.content.models.consent import Consent
from build_pack.content.models.diary import Diary
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.items import Items, item_texts
from build_pack.content.models.regions import Regions
from build_pack.content.models.text_nodes import TextNode, TextRole
from build_pack.text.patterns import CODE

SignIds = Annotated[
    tuple[Id, ...],
    Field(description="Ids of signs in leaflets/warning-signs.yaml, in print order."),
]


class RedFlags(Model):
    """Signs that call for help at once: printed in a box with the emergency number."""

    heading: Text
    signs: SignIds = ()
    lead: Text | None = None
    """What to do for the signs under `items`."""
    items: Items | None = None
    """Signs that the library of warning signs does not have."""

    @model_validator(mode="after")
    def _some_signs(self) -> Self:
        if not self.signs and not self.items:
            raise ValueError("give signs")
        if (self.lead is None) != (self.items is None):
            raise ValueError("lead and items go together")
        return self

    def texts(self) -> Iterator[TextNode]:
        """Its own texts in print order."""
        yield TextNode(TextRole.HEADING, ("heading",), ("heading",), self.heading)
        if self.lead:
            yield TextNode(TextRole.DANGER_LEAD, ("lead",), ("lead",), self.lead)
        yield from item_texts(TextRole.DANGER_SIGN, self.items, ("items",))


class Signs(Model):
    """Signs of one kind of harm, such as bleeding."""

    lead: Text
    items: Items

    def texts(self) -> Iterator[TextNode]:
        """Its texts in print order; the lead has the id of the whole."""
        yield TextNode(TextRole.DANGER_LEAD, (), ("lead",), self.lead, (), ())
        yield from item_texts(TextRole.DANGER_SIGN, self.items, ("items",))


class MedicineSigns(Model):
    """Signs that something is wrong when medicines are changed; printed on the medicine sheet."""

    heading: Text
    signs: SignIds = ()
    groups: dict[Id, Signs] = Field(
        default_factory=dict, json_schema_extra={"additionalProperties": False}
    )
    """Signs that the library of warning signs does not have, by kind of harm."""

    @model_validator(mode="after")
    def _some_signs(self) -> Self:
        if not self.signs and not self.groups:
            raise ValueError("give signs")
        return self

    def texts(self) -> Iterator[TextNode]:
        """Its own texts in print order."""
        yield TextNode(TextRole.HEADING, ("heading",), ("heading",), self.heading)
        for name, group in self.groups.items():
            yield from (text.inside((name,), ("groups", name)) for text in group.texts())


class Leaflet(DatedModel):
    """`leaflet.yaml`."""

    id: Id
    code: Annotated[str, StringConstraints(pattern=CODE)]
    """Short code of the procedure in document codes, such as RFN."""
    regions: Regions | None = None
    """The regions in which the procedure is done; left out where they make no difference."""
    bleeding_risk: BleedingRisks | None = None
    """How likely bleeding that does harm is, by region; left out where no source says."""
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

    def texts_before_sections(self) -> Iterator[TextNode]:
        """What it is, the main message, and what is said at a glance."""
        yield TextNode(TextRole.TITLE, ("title",), ("title",), self.title)
        yield TextNode(TextRole.SUBTITLE, ("subtitle",), ("subtitle",), self.subtitle)
        loc = ("main_message",)
        yield TextNode(TextRole.MAIN_MESSAGE, ("main-message",), loc, self.main_message)
        here = ("summary",)
        yield from (text.inside(here, here) for text in item_texts(TextRole.SUMMARY, self.summary))

    def named_signs(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The ids of the library's warning signs in each of its boxes, by the key of the box."""
        for key in ("red_flags", "medicine_signs"):
            box: RedFlags | MedicineSigns | None = getattr(self, key)
            yield key, box.signs if box else ()

    def disclaimer_text(self) -> TextNode:
        """What it cannot do."""
        return TextNode(TextRole.DISCLAIMER, ("disclaimer",), ("disclaimer",), self.disclaimer)

    @property
    def kinds(self) -> tuple[DocumentKind, ...]:
        """The documents of which it has the parts, in print order."""
        return tuple(kind for kind in DocumentKind if getattr(self, kind.traits.needs))
