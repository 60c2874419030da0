"""A leaflet's and a clinic's files, read, and held against each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from build_pack.content.clinic import Clinic
from build_pack.content.drawings import Drawing, load_drawings
from build_pack.content.integrity.chances import chance_problems
from build_pack.content.integrity.clinics import clinic_problems
from build_pack.content.integrity.diaries import diary_problems
from build_pack.content.integrity.figures import figure_problems
from build_pack.content.integrity.formulary import formulary_problems
from build_pack.content.integrity.leaflets import leaflet_problems
from build_pack.content.integrity.packs import (
    leaflet_id_problems,
    leaflet_use_problems,
    unread_leaflet_problems,
)
from build_pack.content.integrity.regions import region_problems
from build_pack.content.integrity.rules import rule_problems
from build_pack.content.integrity.texts import clinic_text_problems, text_problems, uncited
from build_pack.content.layout import LayoutFiles, load_layout
from build_pack.content.leaflet import Leaflet
from build_pack.content.library import Library
from build_pack.content.loading import Loaded, load
from build_pack.content.logo import Logo, load_logo
from build_pack.content.markup import marks
from build_pack.content.materials import Materials
from build_pack.content.medicines import Formulary
from build_pack.content.references import Reference, load_references
from build_pack.content.rules import ClinicMedicines
from build_pack.content.snapshot import NOTHING
from build_pack.packs.catalogs import MEDICINES, UI, Domains
from build_pack.packs.findings import Findings
from build_pack.problems import Problem
from build_pack.translation.extraction import ui_segments
from build_pack.translation.segments import Segment, formulary_segments, leaflet_segments

T = TypeVar("T")


@dataclass(frozen=True)
class Files:
    """What could be read; None where a file has problems of its own."""

    clinic: Loaded[Clinic] | None
    rules: Loaded[ClinicMedicines] | None
    clinic_references: tuple[Reference, ...] | None
    formulary: Loaded[Formulary] | None
    leaflet: Loaded[Leaflet] | None
    references: tuple[Reference, ...] | None
    drawings: tuple[Drawing, ...] | None
    logo: Logo | None
    """None as well where the clinic has none."""
    layout: LayoutFiles | None

    def complete(self) -> Materials:
        """All files: one that could not be read has left an error, and we are not here."""
        return Materials(
            clinic=_there(self.clinic),
            rules=_there(self.rules),
            clinic_references=_there(self.clinic_references),
            formulary=_there(self.formulary),
            leaflet=_there(self.leaflet),
            references=_there(self.references),
            drawings=_there(self.drawings),
            logo=self.logo,
            layout=_there(self.layout),
        )


def _there(part: T | None) -> T:
    if part is None:
        raise AssertionError("a file could not be read and no problem says so")
    return part


def read_files(findings: Findings, library: Library, clinic: Path, leaflet_id: str) -> Files:
    """Read each file; what is wrong with one is noted, and the others are read all the same."""
    folder = findings.attempt(library.leaflet_folder, leaflet_id)
    path = clinic / "clinic.yaml"
    if (about := findings.attempt(load, path, Clinic)) is None:
        findings.problems += unread_leaflet_problems(path, library.leaflet_ids())
    logo = findings.attempt(load_logo, about) if about else None
    return Files(
        clinic=about,
        rules=findings.attempt(load, clinic / "medicines.yaml", ClinicMedicines),
        clinic_references=findings.attempt(load_references, clinic / "references.json"),
        formulary=findings.attempt(load, library.formulary(), Formulary),
        leaflet=findings.attempt(load, folder / "leaflet.yaml", Leaflet) if folder else None,
        references=(
            findings.attempt(load_references, folder / "references.json") if folder else None
        ),
        drawings=(
            findings.attempt(load_drawings, *library.drawing_folders(leaflet_id))
            if folder
            else None
        ),
        logo=logo,
        layout=findings.attempt(load_layout, library, clinic, logo),
    )


def between_files(
    files: Files, leaflets: tuple[str, ...], locales: tuple[str, ...], today: date
) -> Iterator[Problem]:
    """Faults that show only when two files are held against each other, or parts of one.

    `locales` are those of the clinic's languages that are asked for; empty means all.
    """
    if files.clinic:
        yield from clinic_problems(files.clinic)
        yield from leaflet_id_problems(files.clinic, leaflets)
        if files.leaflet:
            yield from leaflet_use_problems(files.clinic, files.leaflet.model)
        for texts in (files.clinic, files.rules):
            if texts:
                enabled = files.clinic.model.locales
                asked = tuple(one for one in enabled if one in locales) if locales else enabled
                yield from clinic_text_problems(texts, asked)
    if files.formulary:
        yield from formulary_problems(files.formulary)
    if files.rules and files.formulary and files.clinic_references is not None:
        yield from rule_problems(
            files.rules, files.formulary, files.clinic_references, leaflets, today
        )
    if files.leaflet:
        yield from leaflet_problems(files.leaflet)
        yield from diary_problems(files.leaflet)
        yield from region_problems(files.leaflet)
        yield from chance_problems(files.leaflet)
        if files.drawings is not None:
            yield from figure_problems(files.leaflet, files.drawings)
        if files.references is not None:
            yield from _segment_problems(leaflet_segments(files.leaflet), files.references)


def _segment_problems(
    segments: tuple[Segment, ...], references: tuple[Reference, ...]
) -> Iterator[Problem]:
    keys = {reference.key for reference in references}
    cited: set[str] = set()
    for segment in segments:
        found = tuple(text_problems(segment.source, segment.place, keys))
        yield from found
        cited |= set() if found else marks(segment.source).citations
    yield from uncited(references, cited)


def domains_of(findings: Findings, library: Library, files: Files) -> Domains:
    """The segments of each catalog whose source could be read."""
    domains: Domains = {}
    if files.leaflet:
        domains[files.leaflet.model.id] = leaflet_segments(files.leaflet)
    if files.formulary:
        domains[MEDICINES] = formulary_segments(files.formulary)
    snapshot = files.layout.snapshot if files.layout else NOTHING
    words = findings.attempt(ui_segments, library, snapshot)
    if words is not None:
        domains[UI] = words
    return domains
