"""Boxes: sets of visits, each by the values that it has of every condition, and their algebra."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from build_pack.content.models.bleeding_risk import BleedingRisks
from build_pack.content.models.conditions import BLEEDING, REGION, Allowed, Condition
from build_pack.content.models.regions import EVERYWHERE

T = TypeVar("T")
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


def scoped(one: Box, scope: str, keys: Collection[str]) -> Box:
    """The same box, with the conditions of these keys as those of one medicine alone."""
    return {
        condition._replace(scope=f"{scope} {condition.scope}")
        if condition.key in keys
        else condition: values
        for condition, values in one.items()
    }


def joint(several: Iterable[Sequence[tuple[Box, T]]]) -> Iterator[tuple[Box, tuple[T, ...]]]:
    """Where pieces of several spaces meet: what is in one of each, with what each has there."""
    found: list[tuple[Box, tuple[T, ...]]] = [({}, ())]
    for pieces in several:
        found = [
            (common, (*values, value))
            for one, values in found
            for two, value in pieces
            if all((common := _common(one, two)).values())
        ]
    yield from found


def _common(one: Box, two: Box) -> Box:
    """What is in both; a condition that only one has is free in the other."""
    both = {condition: one[condition] & two[condition] for condition in one if condition in two}
    return {**one, **two, **both}


def deciding(boxes: Sequence[Box], outcomes: Sequence[object]) -> tuple[Condition, ...]:
    """The conditions of which each, alone, may make a difference to the outcome.

    The boxes are all of a space, no two of them meet, and each has its outcome: from any visit to
    one of another outcome leads a way of which each step changes one condition, so that if
    outcomes differ, there is always a condition.
    """
    values = {c: frozenset[Value]().union(*(one[c] for one in boxes)) for c in boxes[0]}
    unknown = [c for c, possible in values.items() if len(possible) > 1]
    rest = [{c: one[c] for c in unknown} for one in boxes]
    found: set[Condition] = set()
    for (one, is_so), (two, otherwise) in combinations(zip(rest, outcomes, strict=True), 2):
        if is_so != otherwise:
            apart = [c for c in unknown if not one[c] & two[c]]
            found.update(apart if len(apart) == 1 else ())
    return tuple(c for c in unknown if c in found)


def told_apart(boxes: Iterable[Box], condition: Condition) -> frozenset[Value]:
    """The values of a condition that do not count the same as one that has no id."""
    without = (one[condition] for one in boxes if None not in one[condition])
    return frozenset[Value]().union(*without)
