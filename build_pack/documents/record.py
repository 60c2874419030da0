"""What a PDF says of itself to programs: which document it is, of which texts, approved by whom."""

from importlib.metadata import version
from typing import Any

from build_pack.content.model import Dated
from build_pack.documents.model import Kind
from build_pack.documents.sources import Sources

Record = dict[str, Any]


def dated(sources: Sources, kind: Kind) -> Dated:
    """What gives a document its version and its dates: the leaflet, or the medicine rules."""
    return sources.rules if kind is Kind.MEDICINES else sources.leaflet


def document_code(sources: Sources, locale: str, kind: Kind) -> str:
    """The code of a document at this clinic, as in `DEMO-RFN-CON-TR`."""
    language = locale.upper().replace("_", "-")
    names = (sources.clinic.document_prefix, sources.leaflet.code, kind[:3].upper(), language)
    return "-".join(names)


def record(sources: Sources, locale: str, kind: Kind) -> Record:
    """Document, version, digest and approvals as plain data; nothing about a patient."""
    edition = sources.editions[locale][kind]
    return {
        "program": f"build-pack {version('build-pack')}",
        "clinic": sources.clinic.id,
        "leaflet": sources.leaflet.id,
        "kind": kind.value,
        "locale": locale,
        "document": document_code(sources, locale, kind),
        "version": dated(sources, kind).version,
        "edition": edition.code,
        "digest": edition.digest,
        "released": edition.released,
        "approved_by": {role: list(names) for role, names in edition.approved_by.items()},
        "until": edition.until.isoformat() if edition.until else None,
    }
