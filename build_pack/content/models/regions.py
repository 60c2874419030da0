"""Where on the body a procedure is done."""

from enum import StrEnum
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from build_pack.content.models.base import Model


class Region(StrEnum):
    """The parts of the spine."""

    CERVICAL = "cervical"
    THORACIC = "thoracic"
    LUMBAR = "lumbar"
    SACROILIAC = "sacroiliac"


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
