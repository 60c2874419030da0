"""A clinic whose texts have been signed."""

from datetime import UTC, date, datetime

from build_pack.operations.approve import (
    ApprovalProposal,
    ApprovalRequest,
    propose_approval,
    write_approval,
)
from tests.workshop import LEAFLET, Workshop

REVIEWER, CLINICIAN = "translation-reviewer", "clinician"
NAMES = {REVIEWER: "First Sample", CLINICIAN: "Second Sample"}
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = NOW.date()


def request(
    role: str, locale: str = "tr", until: date | None = None, by: str = ""
) -> ApprovalRequest:
    name = by or NAMES[role]
    return ApprovalRequest(LEAFLET, locale, name, role, until)


def sign(
    workshop: Workshop, role: str, locale: str = "tr", until: date | None = None
) -> ApprovalProposal:
    """Sign all that one person can sign in a role."""
    asked = request(role, locale, until)
    proposal = propose_approval(workshop.open(), asked, NOW)
    write_approval(workshop.open(), asked, proposal)
    return proposal


def approve(workshop: Workshop, *locales: str, until: date | None = None) -> None:
    """Have two people sign everything."""
    for locale in locales or ("tr",):
        for role in NAMES:
            sign(workshop, role, locale, until)
