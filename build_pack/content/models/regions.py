"""Where on the body a procedure is done."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Generic, TypeVar

from pydantic import Field

from build_pack.content.models.base import Model

T = TypeVar("T")


class Region(StrEnum):
    """The parts of the spine."""

    CERVICAL = "cervical"
    THORACIC = "thoracic"
    LUMBAR = "lumbar"
    SACROILIAC = "sacroiliac"


EVERYWHERE = frozenset(Region)


class BodySide(StrEnum):
    """The side of the body, as the patient has it."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


SPOKEN = MappingProxyType({
    "neck": "cervical", "boyun": "cervical", "servikal": "cervical",
    "sırt": "thoracic", "torakal": "thoracic", "göğüs": "thoracic",
    "lower back": "lumbar", "bel": "lumbar", "lomber": "lumbar",
    "si joint": "sacroiliac", "sakroiliak": "sacroiliac",
    "sol": "left", "l": "left", "sağ": "right", "r": "right", "sağ taraf": "right",
    "sol taraf": "left", "bilateral": "both", "her iki": "both", "iki taraf": "both",
    "iki yan": "both", "her iki taraf": "both", "çift taraflı": "both", "both sides": "both",
})  # fmt: skip
"""What regions and sides are called in clinics: to be offered, never to be taken."""

Regions = Annotated[tuple[Region, ...], Field(min_length=1)]


class Regional(Model):
    """Something that is said of some regions only."""

    regions: Regions | None = None
    """Printed for these, and where the region is not known; left out: printed for all."""

    def is_for(self, region: Region | None) -> bool:
        """Whether it is printed for a region; None is a region that is not known."""
        return region is None or self.regions is None or region in self.regions


@dataclass(frozen=True, slots=True)
class Variant(Generic[T]):
    """What is printed for some regions in the place of something else."""

    region: Region | None
    """The region that it is written for; None is what stands for all others."""
    value: T
    regions: frozenset[Region]
    """The regions for which it is printed, beside one that is not known."""

    @property
    def name(self) -> tuple[str, ...]:
        """What it adds to the ids of its texts."""
        return (self.region.value,) if self.region else ()

    @property
    def loc(self) -> tuple[str, ...]:
        """Where it is below what it is a variant of."""
        return ("variants", *self.name) if self.region else ()


def with_variants(first: T, variants: Mapping[Region, T]) -> Iterator[Variant[T]]:
    """What stands for an unknown region, then what stands for each region."""
    yield Variant(None, first, EVERYWHERE.difference(variants))
    for region, value in variants.items():
        yield Variant(region, value, frozenset({region}))
