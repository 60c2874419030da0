"""What a PDF says of itself to programs: which document it is, of which texts, approved by whom."""

from dataclasses import dataclass
from importlib.metadata import version as program_version
from typing import Any

from pydantic import TypeAdapter, ValidationError

from build_pack.content.models.base import DatedModel
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.shared.sources import DocumentSources
from build_pack.locales import Locale


@dataclass(frozen=True)
class DocumentRecord:
    """A document, the state of its texts, and who approved them; nothing about a patient."""

    program: str
    clinic: str
    leaflet: str
    kind: str
    locale: str
    document: str
    version: str
    edition: str
    digest: str
    released: bool
    approved_by: dict[str, list[str]]
    until: str | None
    ledger: str = ""
    """The digest of the ledger's last line at its release: not of a draft, nor in old files."""


def dated(sources: DocumentSources, kind: DocumentKind) -> DatedModel:
    """What gives a document its version and its dates: the leaflet, or the medicine rules."""
    return sources.rules if kind.traits.is_medicine_sheet else sources.leaflet


def document_code(sources: DocumentSources, locale: str, kind: DocumentKind) -> str:
    """The code of a document at this clinic, as in `DEMO-RFN-CON-TR`."""
    language = Locale(locale).bcp47.upper()
    names = (sources.clinic.document_prefix, sources.leaflet.code, kind[:3].upper(), language)
    return "-".join(names)


def record(sources: DocumentSources, locale: str, kind: DocumentKind) -> DocumentRecord:
    """What a document says of itself."""
    edition = sources.editions[locale][kind]
    return DocumentRecord(
        program=f"build-pack {program_version('build-pack')}",
        clinic=sources.clinic.id,
        leaflet=sources.leaflet.id,
        kind=kind.value,
        locale=locale,
        document=document_code(sources, locale, kind),
        version=dated(sources, kind).version,
        edition=edition.code,
        digest=edition.digest,
        released=edition.released,
        approved_by={role: list(names) for role, names in edition.approved_by.items()},
        until=edition.until.isoformat() if edition.until else None,
        ledger=edition.ledger,
    )


def read_record(data: dict[str, Any]) -> DocumentRecord | None:
    """A record as a PDF holds it; None if it is none that this program wrote."""
    try:
        return TypeAdapter(DocumentRecord).validate_python(data)
    except ValidationError:
        return None
