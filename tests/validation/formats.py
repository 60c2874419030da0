"""Every format in which packs are made, for tests that look at the files of each."""

from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.pack import PackDocument
from build_pack.visits.visit_reader import VisitText

_NEUROTOMY = "radiofrequency-neurotomy"
DOCUMENTS = (
    PackDocument(leaflet=_NEUROTOMY, document=DocumentKind.LEAFLET),
    PackDocument(leaflet=_NEUROTOMY, document=DocumentKind.MEDICINES),
    PackDocument(leaflet=_NEUROTOMY, document=DocumentKind.CONSENT),
    PackDocument(leaflet=_NEUROTOMY, document=DocumentKind.CHECKLIST),
    PackDocument(leaflet="diagnostic-nerve-block", document=DocumentKind.DIARY),
    PackDocument(leaflet="after-radiofrequency", document=DocumentKind.DIARY),
    PackDocument(leaflet=_NEUROTOMY, document=DocumentKind.WITHDRAWAL),
    PackDocument(leaflet=_NEUROTOMY, document=DocumentKind.FRONT_PAGE),
    PackDocument(leaflet=_NEUROTOMY, document=DocumentKind.PRESCRIBER_LETTER),
    PackDocument(leaflet=_NEUROTOMY, document=DocumentKind.TEAM_PLAN),
)
"""One of each kind, of a diary both; leaflets differ in words alone."""
CHECKLIST = DOCUMENTS[3]

of_each_document = pytest.mark.parametrize(
    "one", [pytest.param(one, id=f"{one.leaflet}-{one.document}") for one in DOCUMENTS]
)


@dataclass(frozen=True)
class Format:
    """A request for the sample clinic's packs, but for where they are written."""

    name: str
    visit: VisitText = field(default_factory=VisitText)
    locales: tuple[str, ...] = ("en", "tr")
    alongside: str = ""
    plain: bool = False


BEFORE = date(2026, 11, 30)
"""The day on which they are made: from the day of the visit on, a pack is for going home."""
_OF_A_PATIENT = VisitText(
    start="2026-12-10T09:00",
    region="lumbar",
    side="left",
    medicines=("warfarin", "metformin", "metamizole"),
)

FORMATS = (
    Format("a4"),
    Format("letter", replace(_OF_A_PATIENT, paper="letter"), ("tr",), plain=True),
    Format("a5", replace(_OF_A_PATIENT, paper="a5"), ("tr",)),
    Format("large-print", replace(_OF_A_PATIENT, large_print=True), ("tr",)),
    Format("turkish-alongside-english", _OF_A_PATIENT, ("tr",), alongside="en"),
)
"""All that people read, on a screen or with a screen reader too."""

BOOKLET = Format("booklet", replace(_OF_A_PATIENT, booklet=True), ("en",))
"""For a printer alone, and so exempt."""

WITH_PAGES = FORMATS[1]
"""The one that is made with web pages beside it."""


def in_formats(*formats: Format) -> pytest.MarkDecorator:
    """Give a test the packs in these formats, one after the other.

    The name at the end of the test's id is what keeps all tests of a format in one process.
    """
    named = [pytest.param(one, id=one.name) for one in formats]
    return pytest.mark.parametrize("packs", named, indirect=True)


in_every_format = in_formats(*FORMATS)
_DIFFERENT = {"a4", "large-print", "turkish-alongside-english"}
in_each_format = in_formats(*(one for one in FORMATS if one.name in _DIFFERENT))
"""Those whose structure differs; paper changes none."""
_UNUSUAL = {"a5", "large-print", "turkish-alongside-english"}
in_unusual_formats = in_formats(*(one for one in FORMATS if one.name in _UNUSUAL))
"""Those that are set quite differently, for tests that take long."""
