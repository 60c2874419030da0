"""All checks of texts and leaflets, run on what was gathered for one leaflet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from build_pack.checks.check_types import CheckContext, CheckedMedicine, LeafletReading, TextPair
from build_pack.checks.findings import Finding, catalog_findings, leaflet_findings, text_findings
from build_pack.checks.review_dates import review_problem
from build_pack.checks.suppressions import not_suppressed, with_ignore_commands
from build_pack.checks.text_pairs import catalog_pairs, clinic_pairs
from build_pack.content.glossary_files import glossary
from build_pack.content.library import SOURCE_LOCALE, Library, shipped_library
from build_pack.content.loaded_content import LoadedContent
from build_pack.content.models.formulary import OwnMedicine
from build_pack.content.models.glossary import Glossary
from build_pack.content.models.medicine_rules import medicines_of
from build_pack.content.models.suppressions import SuppressionList, suppressions_path
from build_pack.content.yaml.loading import Loaded, load
from build_pack.problems import Problem
from build_pack.translation.catalog import Catalog
from build_pack.translation.segments import medicine_id
from build_pack.workspace.problem_collector import ProblemCollector

ByDomain = Mapping[str, Catalog]


@dataclass(frozen=True)
class LeafletCheckResult:
    """What checks found, and the problems that are left of it once some have been ignored."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]

    @property
    def passed(self) -> tuple[Problem, ...]:
        """What was found, and a person has ignored."""
        left = set(self.problems)
        return tuple(one.problem for one in self.findings if one.problem not in left)


def run_leaflet_checks(
    library: Library,
    materials: LoadedContent,
    catalogs: Mapping[str, ByDomain],
    today: date,
    *,
    errors_only: bool = False,
) -> LeafletCheckResult:
    """Run the checks of texts and leaflets in each locale that was gathered.

    With `errors_only`, those checks of texts are left out that only warn.
    """
    told = ProblemCollector()
    glossaries = {locale: told.attempt(glossary, library, locale) for locale in catalogs}
    context = _context(
        tuple((one.id, (*one.names.items(),)) for one in named_medicines(materials, catalogs)),
        tuple((locale, one) for locale, one in glossaries.items() if one),
        clinic_names(materials),
    )
    found: list[Finding] = []
    texts: set[str] = set()
    for locale, domains in catalogs.items():
        pairs = [*_pairs(materials, domains, locale)]
        texts |= {pair.id for pair in pairs}
        found += text_findings(pairs, context, errors_only=errors_only)
        for catalog in domains.values():
            found += catalog_findings(catalog_pairs(catalog), context, errors_only=errors_only)
        catalog = domains[materials.leaflet.model.id]
        found += leaflet_findings(leaflet_reading(materials, catalog, locale, today))
    found = [*with_ignore_commands(found, tuple(_folders(library)))]
    ignores = [(locale, file) for locale in catalogs for file in _ignores(told, library, locale)]
    problems = [*told.problems, *_review(materials, today), *not_suppressed(found, ignores, texts)]
    return LeafletCheckResult(tuple(found), tuple(problems))


@lru_cache(maxsize=8)
def _context(
    medicines: tuple[tuple[str, tuple[tuple[str, str], ...]], ...],
    glossaries: tuple[tuple[str, Glossary], ...],
    names: tuple[str, ...],
) -> CheckContext:
    """One context for the same names, since it is by it that checks keep what they found."""
    named = tuple(CheckedMedicine(key, dict(names)) for key, names in medicines)
    return CheckContext(named, dict(glossaries), names)


def leaflet_reading(
    materials: LoadedContent, catalog: Catalog, locale: str, today: date
) -> LeafletReading:
    """A leaflet as it reads in a locale."""
    pairs = {pair.id: pair for pair in catalog_pairs(catalog)}
    return LeafletReading(materials.leaflet, materials.references, locale, pairs, today)


def _pairs(materials: LoadedContent, domains: ByDomain, locale: str) -> Iterator[TextPair]:
    for catalog in domains.values():
        yield from catalog_pairs(catalog)
    for loaded in (materials.clinic, materials.rules):
        yield from clinic_pairs(loaded, locale)


def named_medicines(
    materials: LoadedContent, catalogs: Mapping[str, ByDomain]
) -> Iterator[CheckedMedicine]:
    """Every medicine with its name in each locale that was gathered, and in English."""
    for medicine in medicines_of(materials.formulary.model, materials.rules.model):
        if isinstance(medicine, OwnMedicine):
            yield CheckedMedicine(medicine.id, dict(medicine.name.root))
            continue
        names = {SOURCE_LOCALE: medicine.name}
        for locale, domains in catalogs.items():
            translation = domains["medicines"][medicine_id(medicine.id)]
            if translation.ready:
                names[locale] = str(translation.words)
        yield CheckedMedicine(medicine.id, names)


def _folders(library: Library) -> Iterator[str]:
    """The options that name the clinic's folder, and the library's if it is not the shipped one."""
    clinic, *others = library.folders
    if others:
        yield from ("--clinic", str(clinic.absolute()))
    if others[-1:] != [shipped_library()]:
        yield from ("--library", str(library.folders[-1].absolute()))


def clinic_names(materials: LoadedContent) -> tuple[str, ...]:
    """Names of the clinic, lines of its address, and brands; none with a number but addresses."""
    clinic = materials.clinic.model
    every = medicines_of(materials.formulary.model, materials.rules.model)
    brands = [brand for one in every for listed in one.brands.values() for brand in listed]
    brands += [
        name for one in every if isinstance(one, OwnMedicine) for name in one.name.root.values()
    ]
    numberless = (name for name in brands if not any(map(str.isdigit, name)))
    return tuple(sorted({*clinic.name.root.values(), *clinic.address, *numberless}))


def _ignores(
    told: ProblemCollector, library: Library, locale: str
) -> Iterator[Loaded[SuppressionList]]:
    for folder in library.folders:
        path = suppressions_path(folder, locale)
        if path.is_file() and (file := told.attempt(load, path, SuppressionList)):
            yield file


def _review(materials: LoadedContent, today: date) -> Iterator[Problem]:
    rules = materials.rules
    if problem := review_problem(rules.model, rules.place("review_by"), today):
        yield problem
