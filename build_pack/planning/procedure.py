"""The procedure of a visit, as far as rules depend on it."""

from collections.abc import Collection
from dataclasses import dataclass

from build_pack.content.models.bleeding_risk import BleedingRisks
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.regions import EVERYWHERE, Region


@dataclass(frozen=True)
class Procedure:
    """What a leaflet says of its procedure."""

    leaflet: str
    """The id of the leaflet."""
    bleeding: BleedingRisks | None = None
    regions: Collection[Region] = EVERYWHERE
    """Those in which it is done."""

    @classmethod
    def of(cls, leaflet: Leaflet) -> "Procedure":
        """The procedure of a leaflet."""
        return cls(leaflet.id, leaflet.bleeding_risk, leaflet.regions or EVERYWHERE)
