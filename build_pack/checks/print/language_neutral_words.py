"""What may be in a document in any language."""

from collections.abc import Iterator

from build_pack.documents.day_sheet.views import DaySheetDocument
from build_pack.documents.medicines.views import MedicinesDocument, SheetEntry
from build_pack.documents.prescriber_letter.views import PrescriberLetterDocument
from build_pack.documents.shared.reference_views import ReferenceView
from build_pack.documents.shared.views import Document
from build_pack.documents.team_plan.views import TeamPlanDocument


def language_neutral_words(document: Document) -> tuple[str, ...]:
    """Names, addresses, codes and labels, medicines and roles, and whole references."""
    words = [*_common(document), *_of_kind(document), *_of_references(document.references)]
    return tuple(dict.fromkeys(" ".join(word.split()) for word in words if word.strip()))


def _common(document: Document) -> Iterator[str]:
    clinic = document.clinic
    yield from (clinic.name, *clinic.address, clinic.website or "")
    yield from (document.visit.label, *document.visit.given, document.control.code)


def _of_kind(document: Document) -> Iterator[str]:
    match document:
        case MedicinesDocument():
            yield from document.decided
            for entry in document.entries:
                yield from _of_entry(entry)
        case PrescriberLetterDocument():
            yield from (plan.name.text for plan in (*document.asked, *document.others))
        case TeamPlanDocument():
            yield from document.decided
            for one in document.decisions:
                yield from (one.plan.name.text, *one.sources.split(", "))
        case DaySheetDocument():
            for day in document.days:
                yield from (entry.label for entry in day.entries)
            for gap in document.gaps:
                yield from (gap.label, *gap.columns)


def _of_entry(entry: SheetEntry) -> Iterator[str]:
    for one in entry.names:
        yield one.name.text
        yield from one.brands.split(", ")
    if entry.bridge:
        yield entry.bridge.name


def _of_references(references: tuple[ReferenceView, ...]) -> Iterator[str]:
    for reference in references:
        yield from (f"{reference.text} {reference.address}", reference.address)
