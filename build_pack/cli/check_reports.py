"""What checks measure, as tables for a terminal."""

from collections.abc import Iterable, Iterator
from textwrap import shorten

from build_pack import (
    CHECKS,
    CODES,
    LeafletReading,
    is_known_language,
    readability_report,
    standard_coverage,
)

_WORST = 3
"""Hardest sentences that are shown of a section."""
_WIDTH = 90


def checks_listed() -> Iterator[str]:
    """Each check with its severity and what it is about."""
    listed = {check.id: check.severity.value for check in CHECKS}
    width = max(map(len, listed)) + 2
    for name, severity in listed.items():
        yield f"{name.ljust(width)}{severity.ljust(9)}{CODES[name]}"


def coverage_table(reading: LeafletReading) -> Iterator[str]:
    """Each item of the standards of consent, and the sections that answer it in a locale."""
    yield f"{reading.leaflet.model.id}, {reading.locale}: standards of consent"
    for covered in standard_coverage(reading):
        yield f"  {covered.extent.value.ljust(5)} {covered.item.id}: {covered.item.asks}"
        for answer in covered.answers:
            lacking = "" if answer.complete else " (not fully translated)"
            yield f"          {answer.id}  {answer.heading}{lacking}"
        if covered.reason:
            yield f"          why: {covered.reason}"


def unknown_languages(readings: Iterable[LeafletReading]) -> Iterator[str]:
    """For each locale of a language that checks do not know: what no one has looked at."""
    for locale in dict.fromkeys(reading.locale for reading in readings):
        if not is_known_language(locale):
            yield (
                f"{locale}: this language is not supported by the checks. Numbers in digits, "
                "medicines and addresses were compared. Numbers in words, units, “not” and "
                "opposites were not compared, and readability was not measured: somebody who "
                "reads both languages has to review the texts."
            )


def readability_table(reading: LeafletReading) -> Iterator[str]:
    """How hard each section is in a locale, with its hardest sentences."""
    yield f"{reading.leaflet.model.id}, {reading.locale}: readability"
    if not is_known_language(reading.locale):
        yield "  not measured: there is no formula for this language"
    for found in readability_report(reading):
        figures = ", ".join(f"{name} {figure:.1f}" for name, figure in found.figures.items())
        mark = "" if found.severity is None else f"  {found.severity.value}"
        yield f"  {found.passage.id}: {figures}{mark}"
        if found.severity is not None:
            for sentence in found.hardest[:_WORST]:
                words = shorten(sentence.text, _WIDTH, placeholder=" …")
                yield f"      {sentence.figure:.1f}  {words}  ({sentence.pair.id})"
