"""What templates for clinicians are given of a plan."""

from dataclasses import dataclass

from build_pack.documents.shared.views import Prose


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A part of what is planned: what it is, and when or how much."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ClinicalPlan:
    """What is planned for one medicine."""

    name: Prose
    notes: tuple[str, ...]
    """What it is taken for, its dose, and the kidney band if its rule depends on that."""
    decision: str
    lines: tuple[PlanLine, ...]
    is_open: bool
    """Whether nothing is decided; then `lines` say why, and there is no date."""
    prescriber: bool
    """Whether whoever prescribed it has to agree."""
