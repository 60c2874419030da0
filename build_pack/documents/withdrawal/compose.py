"""The withdrawal record: which consent a patient takes back, in two copies."""

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.copies import two_copies
from build_pack.documents.shared.sources import DocumentSources
from build_pack.documents.withdrawal.views import WithdrawalDocument
from build_pack.planning.visit import Visit


def compose(sources: DocumentSources, locale: str, visit: Visit) -> tuple[WithdrawalDocument, ...]:
    """Compose the withdrawal record, once for each copy."""
    composer = Composer(sources, locale, visit)
    document = WithdrawalDocument(
        **composer.common(DocumentKind.WITHDRAWAL),
        title=composer.words.pgettext("withdrawal.title", "Withdrawal of consent"),
        consent=composer.control(DocumentKind.CONSENT),
    )
    return two_copies(document, composer.words)
