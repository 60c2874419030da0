"""A drawing with labels, in a section."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from pydantic import Field

from build_pack.content.models.base import NO_OTHER_KEYS, Id, Model, Text
from build_pack.content.models.blocks.text_block import TextBlock
from build_pack.content.models.items import item_texts
from build_pack.content.models.regions import Region, Variant, with_variants
from build_pack.content.models.text_nodes import TextNode, TextRole

ALTERNATIVE = "alternative"
CAPTION = "caption"
OWN_TEXTS = (ALTERNATIVE, CAPTION)
"""Last parts of a figure's segment ids that no label of it can take."""


class Picture(Model):
    """A drawing, its labels, and what it shows for someone who cannot see it."""

    drawing: Id
    """The name of a file in `figures/` beside leaflet.yaml or in `leaflets/figures/`, without
    its ending .svg."""
    alternative: Text
    """What the picture shows: read out instead of it."""
    labels: dict[Id, Text] = Field(default_factory=dict, json_schema_extra=NO_OTHER_KEYS)
    """Words beside the drawing; each has a line `label-<id>` in it."""
    caption: Text | None = None
    """A sentence below the picture."""

    def picture_texts(self) -> Iterator[TextNode]:
        """Its alternative, labels and caption."""
        yield TextNode(TextRole.ALTERNATIVE, (ALTERNATIVE,), (ALTERNATIVE,), self.alternative)
        yield from item_texts(TextRole.LABEL, self.labels, ("labels",))
        if self.caption:
            yield TextNode(TextRole.CAPTION, (CAPTION,), (CAPTION,), self.caption)


class Figure(TextBlock, Picture):
    """A picture in a leaflet; where the region is known, another one if need be."""

    type: Literal["figure"]
    id: Id
    variants: dict[Region, Picture] = Field(default_factory=dict)
    """The picture for each region of the leaflet."""

    def pictures(self) -> Iterator[Variant[Picture]]:
        """The picture for an unknown region, then those of the regions."""
        return with_variants(self, self.variants)

    def texts(self) -> Iterator[TextNode]:
        """Those of each of its pictures."""
        for one in self.pictures():
            for text in one.value.picture_texts():
                node = text.inside((self.id, *one.name), one.loc)
                yield replace(node, group=(self.id,), variant=one.region, regions=one.regions)

    def drawings(self) -> Iterator[str]:
        """The names of its drawings."""
        return (one.value.drawing for one in self.pictures())

    def picture_for(self, region: Region | None) -> Picture:
        """The picture that is printed for a region."""
        return self.variants.get(region, self) if region else self
