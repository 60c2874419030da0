"""The leaflet."""

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.text_nodes import TextRole
from build_pack.documents.leaflet.views import LeafletDocument
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.sections import sections
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.visit import Visit


def compose(sources: DocumentSources, locale: str, visit: Visit) -> LeafletDocument:
    """Compose the leaflet: every segment of it in print order, citations numbered as they come."""
    composer = Composer(sources, locale, visit)
    words = composer.words
    return LeafletDocument(
        **composer.common(DocumentKind.LEAFLET),
        title=words.pgettext("leaflet.title", "Patient leaflet"),
        subtitle=composer.text(TextRole.SUBTITLE),
        main_message=composer.text(TextRole.MAIN_MESSAGE),
        summary=composer.texts(TextRole.SUMMARY, "summary"),
        sections=sections(composer, composer.walked.sections),
        red_flags=composer.red_flags(),
        disclaimer=composer.text(TextRole.DISCLAIMER),
        references=composer.references(),
    )
