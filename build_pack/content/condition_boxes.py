"""Boxes: sets of visits, each by the values that it has of every condition, and their algebra."""

from collections.abc import Iterable, Mapping

from build_pack.content.models.bleeding_risk import BleedingRisks
from build_pack.content.models.conditions import BLEEDING, REGION, Allowed, Condition
from build_pack.content.models.regions import EVERYWHERE

Value = str | None
"""None is a value that the clinic has no id for."""
Box = Mapping[Condition, frozenset[Value]]
"""The values by condition; boxes that are held against each other have the same conditions."""


def by_region(allowed: Allowed, bleeding: BleedingRisks | None) -> Allowed:
    """The same for one leaflet, with the regions in which the bleeding risk is one that is allowed.

    Of a leaflet that names no risk, the condition holds nowhere.
    """
    if BLEEDING not in allowed:
        return allowed
    known = bleeding.regions if bleeding else {}
    regions = frozenset(region for region, risk in known.items() if risk in allowed[BLEEDING])
    rest = {condition: values for condition, values in allowed.items() if condition != BLEEDING}
    return {**rest, REGION: frozenset(rest.get(REGION, EVERYWHERE)) & regions}


def box(allowed: Allowed, everything: Box) -> Box:
    """What is allowed, of everything that is possible."""
    return {
        condition: values & allowed[condition] if condition in allowed else values
        for condition, values in everything.items()
    }


def intersection(one: Box, two: Box) -> Box | None:
    """What is in both boxes, if there is anything."""
    common = {condition: one[condition] & two[condition] for condition in one}
    return common if all(common.values()) else None


def difference(whole: Box, holes: Iterable[Box]) -> list[Box]:
    """What is left of a box outside all holes, as boxes of which no two meet."""
    left = [whole] if all(whole.values()) else []
    for hole in holes:
        left = [part for one in left for part in _outside(one, hole)]
    return left


def _outside(whole: Box, hole: Box) -> list[Box]:
    if intersection(whole, hole) is None:
        return [whole]
    parts: list[Box] = []
    inside = dict(whole)
    for condition in whole:
        if outside := inside[condition] - hole[condition]:
            parts.append({**inside, condition: outside})
        inside[condition] &= hole[condition]
    return parts
