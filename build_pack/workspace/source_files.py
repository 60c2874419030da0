"""A leaflet's and a clinic's files, read, and held against each other."""

from collections.abc import Iterator
from datetime import date

from build_pack.content.inline_markup import marks
from build_pack.content.loaded_content import LoadedFiles
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.pictures.drawings import load_drawings
from build_pack.content.references.reference_file import SourceReference, load_references
from build_pack.content.validation.bleeding_risks import bleeding_problems
from build_pack.content.validation.clinic import clinic_problems
from build_pack.content.validation.clinic_leaflets import (
    leaflet_id_problems,
    leaflet_use_problems,
    unread_leaflet_problems,
)
from build_pack.content.validation.figures import chance_problems, figure_problems
from build_pack.content.validation.formulary import formulary_problems
from build_pack.content.validation.leaflet import diary_problems, leaflet_problems
from build_pack.content.validation.medicine_rules import rule_problems
from build_pack.content.validation.regions import region_problems
from build_pack.content.validation.texts import clinic_text_problems, text_problems, uncited
from build_pack.content.validation.warning_signs import sign_problems
from build_pack.content.yaml.loading import load
from build_pack.problems import Problem
from build_pack.translation.segments import (
    Segment,
    formulary_segments,
    leaflet_segments,
    sign_segments,
    used_signs,
)
from build_pack.workspace.catalogs import MEDICINES, SIGNS, UI, Domains, segments_of
from build_pack.workspace.clinic_files import (
    clinic_file,
    clinic_layout,
    clinic_logo,
    formulary_file,
    rules_file,
    signs_file,
)
from build_pack.workspace.problem_collector import ProblemCollector
from build_pack.workspace.workspace import Workspace


def read_leaflet_files(
    findings: ProblemCollector, workspace: Workspace, leaflet_id: str
) -> LoadedFiles[None]:
    """Read each file; what is wrong with one is noted, and the others are read all the same."""
    library, clinic = workspace.folders, workspace.clinic
    folder = findings.attempt(library.leaflet_folder, leaflet_id)
    if (about := findings.attempt(clinic_file, workspace)) is None:
        path = clinic / "clinic.yaml"
        findings.problems += unread_leaflet_problems(path, library.leaflet_ids())
    logo = findings.attempt(clinic_logo, workspace) if about else None
    return LoadedFiles[None](
        clinic=about,
        rules=findings.attempt(rules_file, workspace),
        clinic_references=findings.attempt(load_references, clinic / "references.json"),
        formulary=findings.attempt(formulary_file, workspace),
        leaflet=findings.attempt(load, folder / "leaflet.yaml", Leaflet) if folder else None,
        references=(
            findings.attempt(load_references, folder / "references.json") if folder else None
        ),
        signs=findings.attempt(signs_file, workspace),
        drawings=(
            findings.attempt(load_drawings, *library.drawing_folders(leaflet_id))
            if folder
            else None
        ),
        logo=logo,
        layout=findings.attempt(clinic_layout, workspace),
    )


def cross_file_problems(
    files: LoadedFiles[None], leaflets: tuple[str, ...], locales: tuple[str, ...], today: date
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
        yield from sign_problems(files.leaflet, files.signs)
        if files.drawings is not None:
            yield from figure_problems(files.leaflet, files.drawings)
        if files.references is not None:
            segments = (*leaflet_segments(files.leaflet), *used_signs(files.leaflet, files.signs))
            bleeding = files.leaflet.model.bleeding_risk
            named = bleeding.sources if bleeding else ()
            yield from bleeding_problems(files.leaflet, files.references)
            yield from _segment_problems(segments, files.references, named)


def _segment_problems(
    segments: tuple[Segment, ...],
    references: tuple[SourceReference, ...],
    named: tuple[str, ...],
) -> Iterator[Problem]:
    """What is wrong with texts, and references that no text cites and nothing else has `named`."""
    keys = {reference.key for reference in references}
    cited = set(named)
    for segment in segments:
        found = tuple(text_problems(segment.source, segment.place, keys))
        yield from found
        cited |= set() if found else marks(segment.source).citations
    yield from uncited(references, cited)


def catalog_segments(
    findings: ProblemCollector, workspace: Workspace, files: LoadedFiles[None]
) -> Domains:
    """The segments of each catalog whose source could be read."""
    domains: Domains = {}
    if files.leaflet:
        domains[files.leaflet.model.id] = leaflet_segments(files.leaflet)
    if files.formulary:
        domains[MEDICINES] = formulary_segments(files.formulary)
    if files.signs:
        domains[SIGNS] = sign_segments(files.signs)
    words = findings.attempt(segments_of, workspace, UI)
    if words is not None:
        domains[UI] = words
    return domains
