"""What the template of a leaflet is given."""

from dataclasses import dataclass

from build_pack.documents.shared.views import Document, Prose, RedFlagsView, SectionView


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafletDocument(Document):
    """The leaflet itself."""

    subtitle: Prose
    main_message: Prose
    summary: tuple[Prose, ...]
    sections: tuple[SectionView, ...]
    red_flags: RedFlagsView
    disclaimer: Prose
