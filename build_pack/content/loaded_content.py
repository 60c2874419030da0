"""All files that the packs of one leaflet are made from, catalogs and templates aside."""

from dataclasses import dataclass, fields
from typing import Generic, Never, TypeVar, cast

from build_pack.content.clinic_layout import LayoutFiles
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.formulary import Formulary
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.models.warning_signs import WarningSigns
from build_pack.content.pictures.drawings import LeafletDrawing
from build_pack.content.pictures.logo import Logo
from build_pack.content.references.reference_file import SourceReference
from build_pack.content.yaml.loading import Loaded

Unread = TypeVar("Unread", bound=None)
"""What stands for a file that has problems of its own: None, or it cannot be that there is one."""


@dataclass(frozen=True)
class LoadedFiles(Generic[Unread]):
    """A clinic's and a leaflet's files, with all places; `workspace.source_files` reads."""

    clinic: Loaded[Clinic] | Unread
    rules: Loaded[ClinicMedicines] | Unread
    clinic_references: tuple[SourceReference, ...] | Unread
    formulary: Loaded[Formulary] | Unread
    leaflet: Loaded[Leaflet] | Unread
    references: tuple[SourceReference, ...] | Unread
    signs: Loaded[WarningSigns] | None
    """The library of warning signs; None if there is none."""
    drawings: tuple[LeafletDrawing, ...] | Unread
    layout: LayoutFiles | Unread
    logo: Logo | None
    """None as well where the clinic has none."""

    def complete(self) -> "LoadedContent":
        """All of them: one that could not be read has left an error, and we are not here."""
        unread = [one.name for one in fields(self) if getattr(self, one.name) is None]
        if {*unread} - {"logo", "signs"}:
            raise AssertionError(f"{unread} could not be read and no problem says so")
        return cast("LoadedContent", self)


LoadedContent = LoadedFiles[Never]
"""The files where each of them could be read."""
