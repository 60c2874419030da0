"""The consent summary: what is explained, asked, stated and signed, and what that answers."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from build_pack.content.models.base import Model, Text, Texts
from build_pack.content.models.blocks.section import Section
from build_pack.content.models.consent_standards import ITEMS
from build_pack.content.models.items import item_texts
from build_pack.content.models.text_nodes import TextNode, TextRole
from build_pack.problems import Loc

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

    def texts_before_sections(self) -> Iterator[TextNode]:
        """The text before its sections."""
        here = ("introduction",)
        yield TextNode(TextRole.INTRODUCTION, here, here, self.introduction)

    def texts_after_sections(self) -> Iterator[TextNode]:
        """What is asked, stated and signed, in print order."""
        for role, name, texts in (
            (TextRole.TEACH_BACK, "teach-back", self.teach_back),
            (TextRole.STATEMENT, "statements", self.statements),
        ):
            loc = (name.replace("-", "_"),)
            yield from (text.inside((name,), loc) for text in item_texts(role, texts))
        yield TextNode(TextRole.REFUSAL, ("refusal",), ("refusal",), self.refusal)

    def answers(self) -> Iterator[tuple[Loc, str | None, tuple[StandardId, ...]]]:
        """What each part answers, in the order of the page, with place and id; None: the form."""
        covers = self.covers
        yield ("covers", "introduction"), "introduction", covers.introduction
        for number, section in enumerate(self.sections):
            yield ("sections", number, "covers"), section.id, section.covers
        yield ("covers", "teach_back"), "teach-back", covers.teach_back
        yield ("covers", "statements"), "statements", covers.statements
        yield ("covers", "refusal"), "refusal", covers.refusal
        yield ("covers", "form"), None, covers.form
