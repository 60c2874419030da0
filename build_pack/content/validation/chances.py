"""Chances: each with a source, its numbers in its words, and all out of the same number."""

import re
from collections.abc import Iterator

from build_pack.content.inline_markup import Citation, MarkedWords, MarkupError, parse
from build_pack.content.models.blocks.chance import Chance
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.walk import walk
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Place, Problem

_NUMBER = re.compile(r"\d+(?:,\d{3})*")


def chance_problems(leaflet: Loaded[Leaflet]) -> Iterator[Problem]:
    """A chance without a source, one that says other numbers, and a second number of people."""
    found = tuple(walk(leaflet.model).of_kind(Chance))
    for loc, chance in found:
        yield from _unsaid(chance, leaflet.place(*loc, "text"))
        first = found[0][1].of
        if chance.of != first:
            message = f"This chance is out of {chance.of}, but the first one is out of {first}."
            hint = f"Give each chance out of {first}: otherwise patients cannot compare them."
            yield Problem("chance-invalid", leaflet.place(*loc, "of"), message, hint)


def _unsaid(chance: Chance, place: Place) -> Iterator[Problem]:
    try:
        runs = parse(chance.text)
    except MarkupError:
        return  # told already
    if not any(isinstance(run, Citation) for run in runs):
        hint = "Cite the source of the number as [@key], or remove the chance."
        yield Problem("chance-invalid", place, "The chance has no source.", hint)
    words = "".join(run.text for run in runs if isinstance(run, MarkedWords))
    said = {int(number.replace(",", "")) for number in _NUMBER.findall(words)}
    for number in sorted({chance.people, chance.of} - said):
        message = f"The text does not contain the number {number}."
        hint = f"Write both numbers in digits, such as “{chance.people} in {chance.of} people”."
        yield Problem("chance-invalid", place, message, hint)
