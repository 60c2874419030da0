"""All documents of a pack, by kind."""

from collections.abc import Callable

from build_pack.content.kinds import Kind
from build_pack.documents.checklist import checklist
from build_pack.documents.composer import Composer
from build_pack.documents.consent import consent
from build_pack.documents.diary import diary
from build_pack.documents.leaflet import leaflet
from build_pack.documents.medicines import medicines
from build_pack.documents.model import Document
from build_pack.documents.sources import Sources
from build_pack.planning.visit import Visit

_COMPOSERS: dict[Kind, Callable[[Sources, str, Visit], Document | tuple[Document, ...]]] = {
    Kind.LEAFLET: leaflet,
    Kind.MEDICINES: medicines,
    Kind.CONSENT: consent,
    Kind.CHECKLIST: checklist,
    Kind.DIARY: diary,
}


def compose(sources: Sources, locale: str, kind: Kind, visit: Visit) -> tuple[Document, ...]:
    """Compose one kind of document in one locale; more than one where copies differ."""
    composed = _COMPOSERS[kind](sources, locale, visit)
    return composed if isinstance(composed, tuple) else (composed,)


def pack_title(sources: Sources, locale: str) -> str:
    """The title of all documents of a locale together."""
    composer = Composer(sources, locale, Visit())
    pattern = composer.words.pgettext("pack.title", "Patient pack: %(procedure)s")
    return pattern % {"procedure": composer.segment("title").text}
