"""Blocks of a leaflet that are pictures: a drawing with labels, and a chance as people."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from build_pack.content.models.base import NO_OTHER_KEYS, Id, Model, Text
from build_pack.content.models.regions import Region, Regional

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


class Figure(Regional, Picture):
    """A picture in a leaflet; where the region is known, another one if need be."""

    type: Literal["figure"]
    id: Id
    variants: dict[Region, Picture] = Field(default_factory=dict)
    """The picture for each region of the leaflet."""

    def pictures(self) -> Iterator[tuple[tuple[str, ...], Picture]]:
        """The picture for an unknown region, then those of the regions, by their place in it."""
        yield (), self
        for region, picture in self.variants.items():
            yield (region.value,), picture

    def picture_for(self, region: Region | None) -> tuple[tuple[str, ...], Picture]:
        """The picture that is printed for a region, and its place."""
        if region in self.variants:
            return (region.value,), self.variants[region]
        return (), self


class Chance(Regional):
    """A number of people out of 10, 100 or 1,000, in words and as little figures of people."""

    type: Literal["chance"]
    id: Id
    people: Annotated[int, Field(strict=True, ge=1)]
    """How many of them."""
    of: Literal[10, 100, 1000]
    """Out of how many: the same for every chance of a leaflet."""
    text: Text
    """The chance in words, with both numbers in digits and the source."""

    @field_validator("of")
    @classmethod
    def _not_fewer(cls, of: int, info: ValidationInfo) -> int:
        if of < info.data.get("people", 0):
            raise ValueError("there are fewer people than are counted")
        return of
