"""What stands under a heading: paragraphs, lists, notices, pictures, and blocks said again."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from build_pack.content.models.base import Id, Model, Text
from build_pack.content.models.figures import Chance, Figure
from build_pack.content.models.items import Items
from build_pack.content.models.regions import Region, Regional
from build_pack.text.patterns import BLOCK


class Paragraph(Regional):
    """One paragraph of prose; where the region is known, another one if need be."""

    type: Literal["paragraph"]
    id: Id
    text: Text
    variants: dict[Region, Text] = Field(default_factory=dict)
    """The whole text for each region of the leaflet."""

    def texts(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """The text for an unknown region, then those of the regions, by their place in it."""
        yield (), self.text
        for region, text in self.variants.items():
            yield (region.value,), text


class ListStyle(StrEnum):
    """How a list is drawn: the mark before each item."""

    BULLETS = "bullets"
    STEPS = "steps"
    BOXES = "boxes"
    DO = "do"
    """What to do: a tick."""
    DONT = "dont"
    """What not to do: a cross."""


class ItemList(Regional):
    """A list, with an optional sentence that leads into it."""

    type: Literal["list"]
    id: Id
    style: ListStyle = ListStyle.BULLETS
    lead: Text | None = None
    items: Items


class Tone(StrEnum):
    """What a notice is for: something to know, or something to heed."""

    NOTE = "note"
    WARNING = "warning"


class Notice(Regional):
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


Told = Paragraph | ItemList | Notice | Figure | Chance
"""A block with words of its own."""

Block = Annotated[Told | Repeat, Field(discriminator="type")]


class Section(Model):
    """A heading and the blocks under it."""

    id: Id
    heading: Text
    blocks: Annotated[tuple[Block, ...], Field(min_length=1)]


def own_blocks(sections: tuple[Section, ...]) -> dict[str, Told]:
    """The blocks with words of their own by `section.block`, as a repeat names them."""
    return {
        f"{section.id}.{block.id}": block
        for section in sections
        for block in section.blocks
        if not isinstance(block, Repeat)
    }
