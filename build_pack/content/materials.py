"""All files that the packs of one leaflet are made from, catalogs and templates aside."""

from dataclasses import dataclass

from build_pack.content.clinic import Clinic
from build_pack.content.drawings import Drawing
from build_pack.content.layout import LayoutFiles
from build_pack.content.leaflet import Leaflet
from build_pack.content.loading import Loaded
from build_pack.content.logo import Logo
from build_pack.content.medicines import Formulary
from build_pack.content.references import Reference
from build_pack.content.rules import ClinicMedicines


@dataclass(frozen=True)
class Materials:
    """Each file as it was read, with the place of every value."""

    clinic: Loaded[Clinic]
    rules: Loaded[ClinicMedicines]
    clinic_references: tuple[Reference, ...]
    formulary: Loaded[Formulary]
    leaflet: Loaded[Leaflet]
    references: tuple[Reference, ...]
    drawings: tuple[Drawing, ...]
    layout: LayoutFiles
    logo: Logo | None
