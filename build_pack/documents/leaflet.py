"""The leaflet."""

from build_pack.content.kinds import Kind
from build_pack.documents.blocks import sections
from build_pack.documents.composer import Composer
from build_pack.documents.model import Leaflet
from build_pack.documents.sources import Sources
from build_pack.planning.visit import Visit


def leaflet(sources: Sources, locale: str, visit: Visit) -> Leaflet:
    """Compose the leaflet: every segment of it in print order, citations numbered as they come."""
    composer, source = Composer(sources, locale, visit), sources.leaflet
    words = composer.words
    return Leaflet(
        **composer.common(Kind.LEAFLET),
        title=words.pgettext("leaflet.title", "Patient leaflet"),
        subtitle=composer.segment("subtitle"),
        main_message=composer.segment("main-message"),
        summary=composer.texts(source.summary, "summary"),
        sections=sections(composer, source.sections),
        red_flags=composer.red_flags(),
        disclaimer=composer.segment("disclaimer"),
        references=composer.references(),
    )
