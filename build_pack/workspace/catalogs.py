"""The catalogs of one locale, merged from the library's and the clinic's files."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from build_pack.content.library import Library, catalog_path
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.validation.leaflet import CATALOGS_BESIDE
from build_pack.content.yaml.loading import load
from build_pack.problems import Place, Problem, ProblemsError, Severity
from build_pack.storage.memoization import memoized
from build_pack.storage.snapshot import NOTHING, Snapshot
from build_pack.text.patterns import IN_WORDS, LOCALE
from build_pack.translation.catalog import Catalog, catalog
from build_pack.translation.po.catalog_file import PoFile, new_po, read_catalog
from build_pack.translation.segments import (
    Segment,
    formulary_segments,
    leaflet_segments,
    sign_segments,
)
from build_pack.translation.ui_extraction import ui_segments
from build_pack.workspace.clinic_files import formulary_file, layout_snapshot, signs_file
from build_pack.workspace.problem_collector import ProblemCollector
from build_pack.workspace.unused_files import unused_files
from build_pack.workspace.workspace import Workspace

Domains = dict[str, tuple[Segment, ...]]
"""Segments by domain; a domain is the name of a catalog file."""

UI, MEDICINES, SIGNS = CATALOGS_BESIDE
"""The domains beside those of the leaflets."""


@memoized
def segments_of(workspace: Workspace, domain: str) -> tuple[Segment, ...]:
    """The segments of a catalog, or `ProblemsError` with why its source cannot be read."""
    library = workspace.folders
    if domain == UI:
        return ui_segments(library, layout_snapshot(workspace))
    if domain == MEDICINES:
        return formulary_segments(formulary_file(workspace))
    if domain == SIGNS:
        signs = signs_file(workspace)
        return sign_segments(signs) if signs else ()
    return leaflet_segments(load(library.leaflet_folder(domain) / "leaflet.yaml", Leaflet))


@dataclass(frozen=True)
class FoundCatalog:
    """A catalog, None if it cannot be read, and what is wrong with it."""

    catalog: Catalog | None
    problems: tuple[Problem, ...]


@memoized
def locale_catalog(workspace: Workspace, locale: str, domain: str) -> FoundCatalog:
    """One catalog of one locale; `ProblemsError` if its source cannot be read."""
    findings = ProblemCollector()
    segments = {domain: segments_of(workspace, domain)}
    found = load_catalogs(findings, workspace.folders, locale, segments)
    return FoundCatalog(found.get(domain), tuple(findings.problems))


def load_catalogs(
    findings: ProblemCollector, library: Library, locale: str, domains: Domains
) -> dict[str, Catalog]:
    """Read one locale's catalogs by domain; what is wrong with them is noted, not raised."""
    found = {}
    for name, segments in domains.items():
        if files := _read(findings, library.catalogs(locale, name), locale):
            elsewhere = _replaced(library) if name == UI else ()
            found[name] = catalog(locale, segments, files, elsewhere)
            findings.problems += found[name].problems
    return found


@memoized
def _replaced(library: Library) -> frozenset[str]:
    """The ids of the library's own templates, which a clinic's templates may have replaced.

    The library's catalogs go on holding them: they serve other clinics as well.
    """
    clinic, *others = library.folders
    if not others or not (clinic / "templates").is_dir():
        return frozenset()
    try:
        return frozenset(one.id for one in ui_segments(Library(tuple(others))))
    except ProblemsError:  # then they are used, and told, or replaced by better ones
        return frozenset()


def _read(findings: ProblemCollector, paths: tuple[Path, ...], locale: str) -> tuple[PoFile, ...]:
    """The files that can be read; one that is not there counts as empty.

    None at all if the full catalog is broken: that problem is enough, and each of its segments
    would be another.
    """
    if not paths[-1].is_file():
        hint = "Run `build-pack translate update` to create it."
        problem = Problem(
            "translation-missing", Place(paths[-1]), "This catalog does not exist.", hint
        )
        findings.problems.append(problem)
        return (new_po(paths[-1], locale),)
    files = [findings.attempt(read_catalog, path) for path in paths]
    return tuple(file for file in files if file) if files[-1] else ()


def unused_catalogs(
    clinic: Path,
    library: Library,
    domains: Domains,
    enabled: Collection[str] | None = None,
    snapshot: Snapshot = NOTHING,
) -> Iterator[Problem]:
    """Files in a clinic's folder that nothing reads: their wording would silently not print.

    `enabled` are the clinic's languages, where its file could be read. The names of medicines in
    other languages are read as well: a name that is typed may be one of them.
    """
    # What cannot be read at the moment has its own problem, and its catalog is none too many.
    names = {*domains, *CATALOGS_BESIDE, *library.leaflet_ids()}
    for path in sorted(clinic.glob("locales/**/*")):
        if path.suffix.lower() == ".po":
            yield from _stray_catalog(clinic, path, names, enabled)
    yield from unused_files(clinic, library, snapshot)


def _stray_catalog(
    clinic: Path, path: Path, names: set[str], enabled: Collection[str] | None
) -> Iterator[Problem]:
    locale = path.relative_to(clinic / "locales").parts[0]
    place, severity = Place(path), Severity.ERROR
    if path.stem not in names or path != catalog_path(clinic, locale, path.stem):
        message = "This catalog is not used: it is in the wrong folder."
        hint = "Move it to locales/LANGUAGE/LC_MESSAGES/, and give it the name of the leaflet."
    elif not re.fullmatch(LOCALE, locale):
        message = f"This catalog is not used: “{locale}” is not a valid language code."
        hint = f"Rename the folder. {IN_WORDS[LOCALE]}"
    elif enabled is not None and locale not in enabled and path.stem != MEDICINES:
        message = f"This catalog is not used: the clinic has not enabled “{locale}”."
        hint = "Add the language to “locales” in clinic.yaml when its texts are ready."
        severity = Severity.WARNING  # this is how a new language begins
    else:
        return
    yield Problem("catalog-unused", place, message, hint, severity)
