"""What the template of a plan for the team is given."""

from dataclasses import dataclass

from build_pack.documents.shared.clinical.views import ClinicalPlan
from build_pack.documents.shared.views import Document


@dataclass(frozen=True, slots=True)
class TeamDecision:
    """A medicine, what is planned, and what that rests on."""

    plan: ClinicalPlan
    case: str
    """The conditions of the case that was taken; empty where none was."""
    sources: str
    """The keys of its sources in the clinic's references.json."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPlanDocument(Document):
    """Each decision of a visit on one page, for those who answer for it."""

    place: str
    """Region and side as clinicians say them."""
    decisions: tuple[TeamDecision, ...]
    decided: tuple[str, ...]
    """Who decided and who agreed, when, and until when that holds."""
    known: tuple[str, ...]
    """What is known of the visit of all that its rules ask."""
    unknown: tuple[str, ...]
    """What is not."""
