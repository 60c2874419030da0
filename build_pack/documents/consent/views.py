"""What the template of a consent summary is given."""

from dataclasses import dataclass

from build_pack.documents.shared.views import Document, Prose, SectionView


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentDocument(Document):
    """One copy of the consent summary."""

    introduction: Prose
    sections: tuple[SectionView, ...]
    teach_back: tuple[Prose, ...]
    statements: tuple[Prose, ...]
    refusal: Prose
