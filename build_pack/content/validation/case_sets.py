"""Sets of situations as boxes: in each respect, the values that are meant."""

from collections.abc import Iterable, Mapping

Box = Mapping[str, frozenset[str]]
"""The values by respect; all boxes that are held against each other have the same respects."""


def intersection(one: Box, two: Box) -> Box | None:
    """What is in both boxes, if there is anything."""
    common = {key: one[key] & two[key] for key in one}
    return common if all(common.values()) else None


def difference(box: Box, holes: Iterable[Box]) -> list[Box]:
    """What is left of a box outside all holes, as boxes of which no two meet."""
    left = [box]
    for hole in holes:
        left = [part for whole in left for part in _outside(whole, hole)]
    return left


def _outside(box: Box, hole: Box) -> list[Box]:
    if intersection(box, hole) is None:
        return [box]
    parts: list[Box] = []
    inside = dict(box)
    for key in box:
        if outside := inside[key] - hole[key]:
            parts.append({**inside, key: outside})
        inside[key] &= hole[key]
    return parts
