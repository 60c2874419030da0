"""What a PDF says of itself to programs: which document it is, of which texts, approved by whom."""

from dataclasses import dataclass
from importlib.metadata import version as program_version
from typing import Any

from pydantic import TypeAdapter, ValidationError

from build_pack.content.kinds import Kind
from build_pack.content.model import Dated
from build_pack.documents.sources import Sources


@dataclass(frozen=True)
class Record:
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


def dated(sources: Sources, kind: Kind) -> Dated:
    """What gives a document its version and its dates: the leaflet, or the medicine rules."""
    return sources.rules if kind is Kind.MEDICINES else sources.leaflet


def document_code(sources: Sources, locale: str, kind: Kind) -> str:
    """The code of a document at this clinic, as in `DEMO-RFN-CON-TR`."""
    language = locale.upper().replace("_", "-")
    names = (sources.clinic.document_prefix, sources.leaflet.code, kind[:3].upper(), language)
    return "-".join(names)


def record(sources: Sources, locale: str, kind: Kind) -> Record:
    """What a document says of itself."""
    edition = sources.editions[locale][kind]
    return Record(
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


def read_record(data: dict[str, Any]) -> Record | None:
    """A record as a PDF holds it; None if it is none that this program wrote."""
    try:
        return TypeAdapter(Record).validate_python(data)
    except ValidationError:
        return None
