"""All files that the packs of one leaflet are made from, catalogs and templates aside."""

from dataclasses import dataclass

from build_pack.content.clinic_layout import LayoutFiles
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.formulary import Formulary
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.pictures.drawings import LeafletDrawing
from build_pack.content.pictures.logo import Logo
from build_pack.content.references.reference_file import SourceReference
from build_pack.content.yaml.loading import Loaded


@dataclass(frozen=True)
class LoadedContent:
    """Each file as it was read, with the place of every value."""

    clinic: Loaded[Clinic]
    rules: Loaded[ClinicMedicines]
    clinic_references: tuple[SourceReference, ...]
    formulary: Loaded[Formulary]
    leaflet: Loaded[Leaflet]
    references: tuple[SourceReference, ...]
    drawings: tuple[LeafletDrawing, ...]
    layout: LayoutFiles
    logo: Logo | None
