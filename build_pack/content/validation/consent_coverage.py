"""The standards of consent that a leaflet says it answers, by ids that there are."""

from collections.abc import Iterator

from build_pack.content.models.consent_standards import ITEMS
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.validation.ids import suggestion_hint
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Loc, Place, Problem

_HINT = "See docs/standards.md for the items."


def standard_coverage_problems(leaflet: Loaded[Leaflet]) -> Iterator[Problem]:
    """Items that no standard has."""
    consent = leaflet.model.consent
    if consent is None:
        return
    for loc, _part, items in consent.answers():
        yield from _unknown(leaflet, items, ("consent", *loc))
    for name in consent.not_covered:
        yield from _problem(name, leaflet.key_place("consent", "not_covered", name))


def _unknown(leaflet: Loaded[Leaflet], items: tuple[str, ...], loc: Loc) -> Iterator[Problem]:
    for index, name in enumerate(items):
        yield from _problem(name, leaflet.place(*loc, index))


def _problem(name: str, place: Place) -> Iterator[Problem]:
    if name not in ITEMS:
        message = f"“{name}” is not an item of the standards of consent."
        yield Problem("id-unknown", place, message, suggestion_hint(name, ITEMS, _HINT))
