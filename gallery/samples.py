"""What is shown: packs of an invented visit, one for each brand, format and language."""

from dataclasses import dataclass, field, replace
from datetime import date

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.visits.visit_reader import VisitText
from gallery.brands import BARE, SAMPLE, WIDE, Brand

PSEUDO = "ar"
"""The locale of the test text that runs from right to left."""

VISIT = VisitText(
    start="2026-12-10T09:00",
    region="lumbar",
    side="left",
    kidney="reduced",
    medicines=("warfarin 5 mg (indication: rhythm)", "Glifor 1000 mg", "ramipril", "amitriptyline"),
    label="Sample 01",
)


MOVED = replace(VISIT, previous_date="2026-12-07T14:00")
PAPERS = (DocumentKind.PRESCRIBER_LETTER, DocumentKind.DATE_CHANGE, DocumentKind.TEAM_PLAN)

TODAY = date(2026, 11, 30)
"""Before the visit, whenever the samples are built: from its day on, packs are for going home."""


@dataclass(frozen=True)
class Sample:
    """One pack; its name is that of its contact sheet."""

    name: str
    locale: str
    brand: Brand = SAMPLE
    visit: VisitText = field(default=VISIT)
    alongside: str = ""
    documents: tuple[DocumentKind, ...] = ()
    """Empty: those of the leaflet's pack."""


def _in_both(name: str, brand: Brand = SAMPLE, visit: VisitText = VISIT) -> tuple[Sample, ...]:
    return tuple(Sample(f"{name}-{locale}", locale, brand, visit) for locale in ("tr", "en"))


SAMPLES = (
    *_in_both("standard"),
    *_in_both("blank", visit=VisitText()),
    *_in_both("large-print", visit=replace(VISIT, large_print=True)),
    *_in_both("letter", visit=replace(VISIT, paper="letter")),
    *_in_both("a5", visit=replace(VISIT, paper="a5")),
    *_in_both("booklet", visit=replace(VISIT, booklet=True)),
    *_in_both("wide", WIDE),
    *_in_both("bare", BARE),
    Sample("alongside-tr-en", "tr", alongside="en"),
    Sample("alongside-en-tr", "en", alongside="tr"),
    Sample("right-to-left", PSEUDO),
    *(Sample(f"papers-{locale}", locale, visit=MOVED, documents=PAPERS) for locale in ("tr", "en")),
    Sample("alongside-ar-tr", PSEUDO, alongside="tr"),
)
