"""What the template of a consent summary is given."""

from dataclasses import dataclass

from build_pack.documents.shared.section_flows import SectionedDocument
from build_pack.documents.shared.views import Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentDocument(SectionedDocument):
    """One copy of the consent summary."""

    introduction: Prose
    teach_back: tuple[Prose, ...]
    statements: tuple[Prose, ...]
    refusal: Prose
