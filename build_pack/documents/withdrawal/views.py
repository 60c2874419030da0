"""What the template of a withdrawal record is given."""

from dataclasses import dataclass

from build_pack.documents.shared.views import Document, DocumentControl


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalDocument(Document):
    """One copy of the record that a patient takes consent back."""

    consent: DocumentControl
    """The consent summary of the same texts, by its code and edition."""
