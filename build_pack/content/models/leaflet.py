"""A leaflet: what is said about one procedure, in English source text, each segment with an id."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints

from build_pack.content.models.base import DatedModel, Id, Name, Text, Texts
from build_pack.content.models.blocks.section import Section
from build_pack.content.models.checklist import Checklist
from build_pack.content.models.consent import Consent
from build_pack.content.models.danger_signs import MedicineSigns, RedFlags
from build_pack.content.models.diary import Diary
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.items import item_texts
from build_pack.content.models.regions import Regions
from build_pack.content.models.text_nodes import TextNode, TextRole
from build_pack.text.patterns import CODE


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
