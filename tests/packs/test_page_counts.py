"""How many pages each document has, and the pack: the whole table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from build_pack.content.models.document_kinds import DocumentKind as Kind
from build_pack.content.models.regions import Region
from build_pack.operations.build import BuildRequest, build_in_memory
from build_pack.rendering.pdf.page_reader import read_pages
from build_pack.visits.visit_reader import VisitText
from tests.packs.test_sheet_length import BEFORE, KEPT_AND_STOPPED, NO_RISKS
from tests.workshop import LEAFLET, ROOT, opened

BLOCK, AFTER = "diagnostic-nerve-block", "after-radiofrequency"
LOCALES = ("en", "tr")
COPIES = 2
"""The consent summary is printed twice."""
_PAPERS = {Kind.PRESCRIBER_LETTER: 1, Kind.DATE_CHANGE: 1, Kind.TEAM_PLAN: 1, Kind.QUESTIONS: 1}
MOST = {
    LEAFLET: {
        Kind.LEAFLET: 4,
        Kind.CONSENT: 3 * COPIES,
        Kind.CHECKLIST: 2,
        Kind.FRONT_PAGE: 1,
        Kind.MEDICINES: 4,
        **_PAPERS,
    },
    BLOCK: {
        Kind.LEAFLET: 4,
        Kind.CONSENT: 3 * COPIES,
        Kind.CHECKLIST: 2,
        Kind.DIARY: 2,
        **_PAPERS,
    },
    AFTER: {Kind.LEAFLET: 4, Kind.DIARY: 2},
}
"""Pages of each document, for a visit with five medicines."""
MOST_WITHOUT_VISIT, MOST_OF_PACK, MOST_SHEETS = 6, 16, 9
PACK = (Kind.LEAFLET, Kind.CONSENT, Kind.CHECKLIST, Kind.MEDICINES)


@dataclass(frozen=True)
class Print:
    """What is printed at once; without a region it is for no visit."""

    leaflet: str
    locale: str
    region: Region | None
    large_print: bool = False

    def __str__(self) -> str:
        """As the cases are called."""
        large = "-large" if self.large_print else ""
        return f"{self.leaflet}-{self.locale}-{self.region or 'no-visit'}{large}"


def prints() -> Iterator[Print]:
    """In large print one region is enough: they differ by a few lines."""
    for locale in LOCALES:
        for leaflet in MOST:
            yield from (Print(leaflet, locale, region) for region in Region)
            yield Print(leaflet, locale, Region.LUMBAR, large_print=True)


def kinds_of(one: Print) -> tuple[Kind, ...]:
    """What is printed: where a region has a bleeding risk that another has, what names regions.

    In large print a paper for clinicians is what it is in ordinary print.
    """
    if one.region is None:
        return (Kind.MEDICINES,)
    kinds = MOST[one.leaflet]
    if one.large_print:
        return tuple(kind for kind in kinds if not kind.traits.for_clinicians)
    if one.region is Region.LUMBAR or (one.leaflet, one.region) == (LEAFLET, Region.CERVICAL):
        return tuple(kinds)
    return tuple(kind for kind in kinds if kind in {Kind.LEAFLET, Kind.CONSENT})


def rows() -> Iterator[tuple[Print, Kind, int]]:
    """Each line of the table: what is printed, and how many pages of a document it may be."""
    for one in prints():
        for kind in kinds_of(one):
            yield one, kind, MOST[one.leaflet][kind] * (2 if one.large_print else 1)
    for locale in LOCALES:
        for large in (False, True):
            most = MOST_WITHOUT_VISIT * (2 if large else 1)
            yield Print(LEAFLET, locale, None, large), Kind.MEDICINES, most


@cache
def pages(one: Print) -> Mapping[Kind, int]:
    """The number of pages with something on them of each document."""
    visit = VisitText(large_print=one.large_print)
    kinds = kinds_of(one)
    if one.region:
        visit = VisitText(
            "2026-12-10T09:00",
            region=one.region,
            side="left",
            label="Sample 01",
            kidney="good",
            facts=NO_RISKS,
            medicines=KEPT_AND_STOPPED,
            large_print=one.large_print,
            previous_date="2026-12-03T14:00" if Kind.DATE_CHANGE in kinds else "",
        )
    request = BuildRequest(one.leaflet, Path("out"), (one.locale,), visit, documents=kinds, jobs=0)
    made = build_in_memory(opened(ROOT / "clinics" / "demo", BEFORE), request)
    return {
        Kind[path.stem.upper().replace("-", "_")]: sum(
            bool(page.text.strip()) for page in read_pages(content)
        )
        for path, content in made.items()
        if path.suffix == ".pdf"
    }


@pytest.mark.parametrize(("one", "kind", "most"), tuple(rows()), ids=str)
def test_a_document_has_no_more_pages_than(one: Print, kind: Kind, most: int) -> None:
    assert 0 < pages(one)[kind] <= most


@pytest.mark.parametrize("region", [Region.LUMBAR, Region.CERVICAL])
@pytest.mark.parametrize("locale", LOCALES)
def test_a_pack_has_no_more_pages_and_sheets_of_paper_than(locale: str, region: Region) -> None:
    counted = pages(Print(LEAFLET, locale, region))
    each_copy = [counted[Kind.CONSENT] // COPIES] * COPIES
    pieces = [*(counted[kind] for kind in PACK if kind is not Kind.CONSENT), *each_copy]
    assert sum(pieces) <= MOST_OF_PACK
    assert sum(-(-piece // 2) for piece in pieces) <= MOST_SHEETS
