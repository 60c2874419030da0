"""A clinic whose texts have been signed."""

from datetime import UTC, date, datetime

from build_pack.content.library import Library
from build_pack.packs.approving import Proposal, Request, propose, write
from tests.workshop import LEAFLET, Workshop

REVIEWER, CLINICIAN = "translation-reviewer", "clinician"
NAMES = {REVIEWER: "First Sample", CLINICIAN: "Second Sample"}
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = NOW.date()


def request(
    workshop: Workshop, role: str, locale: str = "tr", until: date | None = None, by: str = ""
) -> Request:
    library = Library((workshop.folder,))
    name = by or NAMES[role]
    return Request(library, workshop.clinic, LEAFLET, locale, name, role, until)


def sign(workshop: Workshop, role: str, locale: str = "tr", until: date | None = None) -> Proposal:
    """Sign all that one person can sign in a role."""
    asked = request(workshop, role, locale, until)
    proposal = propose(asked, NOW)
    write(asked, proposal)
    return proposal


def approve(workshop: Workshop, *locales: str, until: date | None = None) -> None:
    """Have two people sign everything."""
    for locale in locales or ("tr",):
        for role in NAMES:
            sign(workshop, role, locale, until)
