"""The consent summary, in two copies: one for the clinic's file, one for the patient."""

from collections.abc import Iterator
from dataclasses import replace

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.text_nodes import TextRole
from build_pack.documents.consent.views import ConsentDocument
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.copies import two_copies
from build_pack.documents.shared.section_blocks.blank import BlankView
from build_pack.documents.shared.sections import sections
from build_pack.documents.shared.sources import DocumentSources
from build_pack.documents.shared.views import SectionView
from build_pack.planning.visit import Visit


def compose(sources: DocumentSources, locale: str, visit: Visit) -> tuple[ConsentDocument, ...]:
    """Compose the consent summary, once for each copy."""
    composer = Composer(sources, locale, visit)
    document = ConsentDocument(
        **composer.common(DocumentKind.CONSENT),
        title=composer.words.pgettext("consent.title", "Consent summary and form"),
        introduction=composer.text(TextRole.INTRODUCTION, "consent"),
        sections=tuple(_answered(composer)),
        teach_back=composer.texts(TextRole.TEACH_BACK, "consent", "teach-back"),
        statements=composer.texts(TextRole.STATEMENT, "consent", "statements"),
        refusal=composer.text(TextRole.REFUSAL, "consent"),
        references=composer.references(),
    )
    return two_copies(document, composer.words)


def _answered(composer: Composer) -> Iterator[SectionView]:
    """Its sections, with what the clinic says in place of the blanks that it answers."""
    leaflet = composer.sources.leaflet.id
    own = {one.id: one.text for one in composer.sources.clinic.blanks if one.leaflet == leaflet}
    for section in sections(composer, composer.walked.consent_sections):
        blocks = (
            replace(block, answer=composer.writer.own(own[block.id]))
            if isinstance(block, BlankView) and block.id in own
            else block
            for block in section.blocks
        )
        yield replace(section, blocks=tuple(blocks))
