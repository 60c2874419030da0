"""The catalogs of one locale, merged from the library's and the clinic's files."""

from collections.abc import Iterator
from pathlib import Path

from build_pack.content.integrity import CATALOGS_BESIDE
from build_pack.content.library import Library, catalog_path
from build_pack.packs.findings import Findings
from build_pack.problems import Place, Problem
from build_pack.translation.catalog import Catalog, catalog
from build_pack.translation.pofile import PoFile, new_po, read_po
from build_pack.translation.segments import Segment

Domains = dict[str, tuple[Segment, ...]]
"""Segments by domain; a domain is the name of a catalog file."""

UI, MEDICINES = CATALOGS_BESIDE
"""The domains beside those of the leaflets."""


def load_catalogs(
    findings: Findings, library: Library, locale: str, domains: Domains
) -> dict[str, Catalog]:
    """Read one locale's catalogs by domain; what is wrong with them is noted, not raised."""
    found = {}
    for name, segments in domains.items():
        if files := _read(findings, library.catalogs(locale, name), locale):
            found[name] = catalog(locale, segments, files)
            findings.problems += found[name].problems
    return found


def _read(findings: Findings, paths: tuple[Path, ...], locale: str) -> tuple[PoFile, ...]:
    """The files that can be read; one that is not there counts as empty.

    None at all if the full catalog is broken: that problem is enough, and each of its segments
    would be another.
    """
    if not paths[-1].is_file():
        hint = "Run `build-pack translate update`, which makes it."
        problem = Problem(
            "translation-missing", Place(paths[-1]), "There is no such catalog.", hint
        )
        findings.problems.append(problem)
        return (new_po(paths[-1], locale),)
    files = [findings.attempt(read_po, path) for path in paths]
    return tuple(file for file in files if file) if files[-1] else ()


def stray_catalogs(clinic: Path, library: Library, domains: Domains) -> Iterator[Problem]:
    """Catalogs in a clinic's folder that nothing reads: their wording would silently not print."""
    names = {*domains, *library.leaflet_ids()}
    for path in sorted(clinic.glob("locales/**/*.po")):
        locale = path.relative_to(clinic / "locales").parts[0]
        if path.stem not in names or path != catalog_path(clinic, locale, path.stem):
            message = "Nothing reads this catalog: it does not lie where one is looked for."
            hint = "Move it to locales/LANGUAGE/LC_MESSAGES/, under the name of the leaflet."
            yield Problem("catalog-unused", Place(path), message, hint)
