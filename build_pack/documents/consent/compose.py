"""The consent summary, in two copies: one for the clinic's file, one for the patient."""

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.consent.views import ConsentDocument
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.copies import two_copies
from build_pack.documents.shared.sections import sections
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.visit import Visit


def compose(sources: DocumentSources, locale: str, visit: Visit) -> tuple[ConsentDocument, ...]:
    """Compose the consent summary, once for each copy."""
    composer, source = Composer(sources, locale, visit), sources.leaflet.consent
    if source is None:
        raise ValueError("the leaflet has no consent summary")
    document = ConsentDocument(
        **composer.common(DocumentKind.CONSENT),
        title=composer.words.pgettext("consent.title", "Consent summary"),
        introduction=composer.segment("consent", "introduction"),
        sections=sections(composer, source.sections, "consent"),
        teach_back=composer.texts(source.teach_back, "consent", "teach-back"),
        statements=composer.texts(source.statements, "consent", "statements"),
        refusal=composer.segment("consent", "refusal"),
        references=composer.references(),
    )
    return two_copies(document, composer.words)
