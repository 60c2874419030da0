"""What the template of a letter to the prescriber is given."""

from dataclasses import dataclass

from build_pack.documents.shared.clinical.views import ClinicalPlan
from build_pack.documents.shared.views import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class PrescriberLetterDocument(Document):
    """The letter, with a slip to return."""

    place: str
    """Region and side as clinicians say them."""
    asked: tuple[ClinicalPlan, ...]
    """What the prescriber is to agree to, or to advise on."""
    others: tuple[ClinicalPlan, ...]
    """What else the patient takes."""
    asked_names: str
    """The medicines that are asked about; empty if there are none."""
    deadline: str
    """The day by which the answer is needed; empty where it is written in by hand."""
