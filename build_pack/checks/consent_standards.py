"""Which parts of a consent document answer which item of the standards of consent."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from build_pack.checks.check_types import CheckFault, LeafletCheck, LeafletReading, LeafletRemark
from build_pack.content.models.consent_standards import ITEMS, StandardItem
from build_pack.problems import Severity
from build_pack.translation.passages import Passage, passages
from build_pack.translation.segments import segment_id


class StandardExtent(StrEnum):
    """How far a consent document answers an item in print."""

    FULL = "full"
    PART = "part"
    """Something answers it, and the leaflet says what is left to the talk."""
    NONE = "none"
    """Nothing answers it, and the leaflet says why."""
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class StandardAnswer:
    """A part of the consent document that answers an item."""

    id: str
    """As segment ids go on after the leaflet's: `consent.risks`; `form` is the template's."""
    heading: str
    """In the locale; empty where it has none, or none is translated."""
    complete: bool
    """Whether all of its texts are there in the locale; those of the form are not looked at."""


@dataclass(frozen=True, slots=True)
class StandardCoverage:
    """An item of a standard, what answers it, and why it is left open or partly so."""

    item: StandardItem
    answers: tuple[StandardAnswer, ...]
    reason: str | None

    @property
    def extent(self) -> StandardExtent:
        """How far the item is answered in print."""
        if self.answers:
            return StandardExtent.PART if self.reason else StandardExtent.FULL
        return StandardExtent.NONE if self.reason else StandardExtent.OPEN


def standard_coverage(reading: LeafletReading) -> tuple[StandardCoverage, ...]:
    """Every item of every standard, in their order; none of a leaflet without a consent summary."""
    consent = reading.leaflet.model.consent
    if consent is None:
        return ()
    parts = {passage.id: passage for passage in passages(reading.leaflet.model, reading.signs)}
    answers = [(part, items) for _loc, part, items in consent.answers()]
    return tuple(
        StandardCoverage(
            item,
            tuple(_answer(reading, part, parts) for part, items in answers if item.id in items),
            consent.not_covered.get(item.id),
        )
        for item in ITEMS.values()
    )


def _answer(reading: LeafletReading, part: str | None, parts: dict[str, Passage]) -> StandardAnswer:
    if part is None:
        return StandardAnswer("form", "", complete=True)
    name = segment_id("consent", part)
    passage = parts[segment_id(reading.leaflet.model.id, name)]
    heading = reading.pairs.get(passage.heading or "")
    needed = {*passage.texts, *([passage.heading] if passage.heading else [])}
    return StandardAnswer(name, heading.text if heading else "", needed <= set(reading.pairs))


def _find(reading: LeafletReading) -> Iterator[LeafletRemark]:
    place = reading.leaflet.key_place("consent")
    for covered in standard_coverage(reading):
        if covered.extent is StandardExtent.OPEN:
            item = covered.item
            message = f"No part of the consent summary answers “{item.id}”: {item.asks}."
            hint = (
                f"Add {item.id} to “covers” of the section that answers it, or explain under "
                f"“not_covered” why none does. Source: {item.source}."
            )
            yield LeafletRemark(CheckFault(message, hint), place, f"standard.{item.id}", item.asks)


STANDARD_OPEN = LeafletCheck("standard-open", Severity.ERROR, _find)
