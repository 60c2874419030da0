"""All documents of a pack, by kind."""

from collections.abc import Callable

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.text_nodes import TextRole
from build_pack.documents.checklist.compose import checklist
from build_pack.documents.consent.compose import consent
from build_pack.documents.diary.compose import diary
from build_pack.documents.leaflet.compose import leaflet
from build_pack.documents.medicines.compose import medicines
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.sources import DocumentSources
from build_pack.documents.shared.views import Document
from build_pack.planning.visit import Visit

_COMPOSERS: dict[
    DocumentKind, Callable[[DocumentSources, str, Visit], Document | tuple[Document, ...]]
] = {
    DocumentKind.LEAFLET: leaflet,
    DocumentKind.MEDICINES: medicines,
    DocumentKind.CONSENT: consent,
    DocumentKind.CHECKLIST: checklist,
    DocumentKind.DIARY: diary,
}


def compose(
    sources: DocumentSources, locale: str, kind: DocumentKind, visit: Visit
) -> tuple[Document, ...]:
    """Compose one kind of document in one locale; more than one where copies differ."""
    composed = _COMPOSERS[kind](sources, locale, visit)
    return composed if isinstance(composed, tuple) else (composed,)


def pack_title(sources: DocumentSources, locale: str) -> str:
    """The title of all documents of a locale together."""
    composer = Composer(sources, locale, Visit())
    pattern = composer.words.pgettext("pack.title", "Patient pack: %(procedure)s")
    return pattern % {"procedure": composer.text(TextRole.TITLE).text}
