"""A leaflet: what is said about one procedure, in English source text, each segment with an id."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints

from build_pack.content.models.base import DatedModel, Id, Model, Name, Text, Texts
from build_pack.content.models.blocks.section import Section
from build_pack.content.models.checklist import Checklist
from build_pack.content.models.consent import Consent
from build_pack.content.models.diary import Diary
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.items import Items, item_texts
from build_pack.content.models.regions import Regions
from build_pack.content.models.text_nodes import TextNode, TextRole
from build_pack.text.patterns import CODE


class RedFlags(Model):
    """Signs that call for help at once: printed in a box with the emergency number."""

    heading: Text
    lead: Text
    items: Items

    def texts(self) -> Iterator[TextNode]:
        """Its texts in print order."""
        yield TextNode(TextRole.HEADING, ("heading",), ("heading",), self.heading)
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
    groups: Annotated[
        dict[Id, Signs], Field(min_length=1, json_schema_extra={"additionalProperties": False})
    ]

    def texts(self) -> Iterator[TextNode]:
        """Its texts in print order."""
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

    def disclaimer_text(self) -> TextNode:
        """What it cannot do."""
        return TextNode(TextRole.DISCLAIMER, ("disclaimer",), ("disclaimer",), self.disclaimer)

    @property
    def kinds(self) -> tuple[DocumentKind, ...]:
        """The documents of which it has the parts, in print order."""
        return tuple(kind for kind in DocumentKind if getattr(self, kind.traits.needs))
