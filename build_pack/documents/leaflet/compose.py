"""The leaflet."""

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.leaflet.views import LeafletDocument
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.sections import sections
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.visit import Visit


def compose(sources: DocumentSources, locale: str, visit: Visit) -> LeafletDocument:
    """Compose the leaflet: every segment of it in print order, citations numbered as they come."""
    composer, source = Composer(sources, locale, visit), sources.leaflet
    words = composer.words
    return LeafletDocument(
        **composer.common(DocumentKind.LEAFLET),
        title=words.pgettext("leaflet.title", "Patient leaflet"),
        subtitle=composer.segment("subtitle"),
        main_message=composer.segment("main-message"),
        summary=composer.texts(source.summary, "summary"),
        sections=sections(composer, source.sections),
        red_flags=composer.red_flags(),
        disclaimer=composer.segment("disclaimer"),
        references=composer.references(),
    )
