"""What the template of a leaflet is given."""

from dataclasses import dataclass

from build_pack.documents.shared.section_flows import SectionedDocument
from build_pack.documents.shared.views import Prose, RedFlagsView


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafletDocument(SectionedDocument):
    """The leaflet itself."""

    subtitle: Prose
    main_message: Prose
    summary: tuple[Prose, ...]
    red_flags: RedFlagsView
    disclaimer: Prose
