"""The documents that are made for patients."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """What a document is, in print order; the value is the file's name."""

    LEAFLET = "leaflet"
    MEDICINES = "medicines"
    CONSENT = "consent"
    CHECKLIST = "checklist"
    DIARY = "diary"


Kinds = frozenset[DocumentKind]

WITH_PLAN = frozenset({DocumentKind.MEDICINES, DocumentKind.CHECKLIST})
"""The documents that say what to do with medicines, and on which days."""
