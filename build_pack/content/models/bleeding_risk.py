"""How likely a procedure is to cause bleeding that does harm, as guidance classes procedures."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from build_pack.content.models.base import Model, Name
from build_pack.content.models.regions import Region


class BleedingRisk(StrEnum):
    """The classes, the lowest first."""

    LOW = "low"
    INTERMEDIATE = "intermediate"
    HIGH = "high"


class BleedingRisks(Model):
    """The bleeding risk of a procedure, by region, and who says so."""

    regions: Annotated[dict[Region, BleedingRisk], Field(min_length=1)]
    sources: Annotated[tuple[Name, ...], Field(min_length=1)]
    """Keys in the leaflet's references.json."""
