"""What documents are composed from: everything read and checked, nothing yet in print order."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from build_pack.content.clinic_layout import LayoutFiles
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.formulary import Medicines
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.models.warning_signs import WarningSigns
from build_pack.content.pictures.drawings import LeafletDrawing
from build_pack.content.pictures.logo import Logo
from build_pack.content.references.reference_file import SourceReference
from build_pack.documents.shared.edition import Edition
from build_pack.translation.catalog import Catalog


@dataclass(frozen=True)
class LocaleCatalogs:
    """One locale's catalogs."""

    leaflet: Catalog
    medicines: Catalog
    ui: Catalog
    signs: Catalog | None = None
    """Of the library of warning signs; None if there is none."""


@dataclass(frozen=True)
class DocumentSources:
    """One leaflet, one clinic and its catalogs as models, in memory: `source_loading` makes it."""

    leaflet: Leaflet
    references: tuple[SourceReference, ...]
    drawings: Mapping[str, LeafletDrawing]
    """By name."""
    medicines: Medicines
    """Those of the formulary and of the clinic."""
    names: Mapping[str, tuple[str, ...]]
    """The names of the medicines in every language that the library has, by id."""
    clinic: Clinic
    clinic_folder: Path
    rules: ClinicMedicines
    clinic_references: tuple[SourceReference, ...]
    catalogs: Mapping[str, LocaleCatalogs]
    editions: Mapping[str, Mapping[DocumentKind, Edition]]
    """What each document is made of, by locale."""
    logo: Logo | None = None
    """The clinic's."""
    signs: WarningSigns | None = None
    """The library of warning signs, if there is one."""
    layout: LayoutFiles | None = None
    """The files that shape the pages, as they were when they were signed; None: no matter."""
    other_names: tuple[str, ...] = ()
    """Names of medicines of which the formulary says nothing else."""
    other_thinners: tuple[str, ...] = ()
    """Names of which it says only that they are blood thinners."""
