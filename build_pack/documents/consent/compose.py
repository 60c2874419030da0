"""The consent summary, in two copies: one for the clinic's file, one for the patient."""

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.text_nodes import TextRole
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.sections import sections
from build_pack.documents.shared.sources import DocumentSources
from build_pack.documents.shared.views import ConsentDocument
from build_pack.planning.visit import Visit
from build_pack.translation.ui_words import UiWords


def consent(sources: DocumentSources, locale: str, visit: Visit) -> tuple[ConsentDocument, ...]:
    """Compose the consent summary once for each copy."""
    words = Composer(sources, locale, visit).words
    return tuple(_copy(Composer(sources, locale, visit), whose) for whose in _copies(words))


def _copies(words: UiWords) -> tuple[str, str]:
    return (
        words.pgettext("consent.copy-file", "Copy for the clinic’s file"),
        words.pgettext("consent.copy-patient", "Copy for you to keep"),
    )


def _copy(composer: Composer, whose: str) -> ConsentDocument:
    words = composer.words
    return ConsentDocument(
        **composer.common(DocumentKind.CONSENT),
        title=words.pgettext("consent.title", "Consent summary"),
        copy=whose,
        introduction=composer.text(TextRole.INTRODUCTION, "consent"),
        sections=sections(composer, composer.walked.consent_sections),
        teach_back=composer.texts(TextRole.TEACH_BACK, "consent", "teach-back"),
        statements=composer.texts(TextRole.STATEMENT, "consent", "statements"),
        refusal=composer.text(TextRole.REFUSAL, "consent"),
        references=composer.references(),
    )
