"""A paragraph of a section."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from build_pack.content.models.base import Id, Text
from build_pack.content.models.blocks.text_block import TextBlock
from build_pack.content.models.regions import Region, with_variants
from build_pack.content.models.text_nodes import TextNode, TextRole


class Paragraph(TextBlock):
    """One paragraph of prose; where the region is known, another one if need be."""

    type: Literal["paragraph"]
    id: Id
    text: Text
    variants: dict[Region, Text] = Field(default_factory=dict)
    """The whole text for each region of the leaflet."""

    def texts(self) -> Iterator[TextNode]:
        """The text for an unknown region, then those of the regions."""
        for one in with_variants(self.text, self.variants):
            yield TextNode(
                TextRole.PARAGRAPH,
                (self.id, *one.name),
                one.loc or ("text",),
                one.value,
                (self.id,),
                variant=one.region,
                regions=one.regions,
            )
