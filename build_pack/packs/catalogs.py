"""The catalogs of one locale, merged from the library's and the clinic's files."""

from collections.abc import Iterable

from build_pack.content.library import Library
from build_pack.packs.findings import Findings
from build_pack.problems import Place, Problem
from build_pack.translation.catalog import Catalog, catalog
from build_pack.translation.pofile import new_po, read_po
from build_pack.translation.segments import Segment

Domains = dict[str, tuple[Segment, ...]]
"""Segments by domain; a domain is the name of a catalog file."""

UI, MEDICINES = "ui", "medicines"
"""The domains beside those of the leaflets."""


def load_catalogs(
    findings: Findings, library: Library, locale: str, domains: Domains
) -> dict[str, Catalog]:
    """Read one locale's catalogs by domain; what is wrong with them is noted, not raised."""
    found = {name: _load(findings, library, locale, name, domains[name]) for name in domains}
    for one in found.values():
        findings.problems += one.problems
    return found


def _load(
    findings: Findings,
    library: Library,
    locale: str,
    domain: str,
    segments: Iterable[Segment],
) -> Catalog:
    paths = library.catalogs(locale, domain)
    files = [findings.attempt(read_po, path) for path in paths if path.is_file()]
    if not paths[-1].is_file():
        hint = "Run `build-pack translate update`, which makes it."
        problem = Problem(
            "translation-missing", Place(paths[-1]), "There is no such catalog.", hint
        )
        findings.problems.append(problem)
    readable = [file for file in files if file] or [new_po(paths[-1], locale)]
    return catalog(locale, segments, readable)
