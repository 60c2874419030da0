"""Packs that a clinic defines: documents of one or more leaflets, in the order of printing."""

from typing import Annotated

from pydantic import Field, field_validator

from build_pack.content.models.base import Id, LocalizedName, Model
from build_pack.content.models.document_kinds import WITH_PLAN, DocumentKind


class PackDocument(Model):
    """A document of a pack."""

    leaflet: Id
    document: DocumentKind
    copies: Annotated[int, Field(strict=True, ge=1, le=9)] = 1
    """How often it is printed; a consent summary has its two copies each time."""


class Pack(Model):
    """Some documents that are handed out together."""

    id: Id
    name: LocalizedName
    documents: Annotated[tuple[PackDocument, ...], Field(min_length=1)]

    @field_validator("documents")
    @classmethod
    def _each_once(cls, documents: tuple[PackDocument, ...]) -> tuple[PackDocument, ...]:
        if len({(one.leaflet, one.document) for one in documents}) < len(documents):
            raise ValueError("the list contains a document twice; use copies for several copies")
        return documents

    @field_validator("documents")
    @classmethod
    def _one_plan(cls, documents: tuple[PackDocument, ...]) -> tuple[PackDocument, ...]:
        if len({one.leaflet for one in documents if one.document in WITH_PLAN}) > 1:
            raise ValueError(
                "the medicine sheet and the checklist have to be from one leaflet: two plans "
                "could contradict each other about a medicine"
            )
        return documents

    @property
    def leaflets(self) -> tuple[str, ...]:
        """The ids of its leaflets, in the order in which they first come."""
        return tuple(dict.fromkeys(one.leaflet for one in self.documents))
