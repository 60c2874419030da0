"""All checks of texts and leaflets, run on what was read for one leaflet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from build_pack.checks.check_types import CheckContext, CheckedMedicine, LeafletReading
from build_pack.checks.findings import Finding, catalog_findings, leaflet_findings, text_findings
from build_pack.checks.review_dates import review_problem
from build_pack.checks.suppressions import not_suppressed, with_ignore_commands
from build_pack.checks.text_pairs import catalog_pairs, clinic_pairs
from build_pack.content.glossary_files import glossary
from build_pack.content.library import SOURCE_LOCALE, Library, shipped_library
from build_pack.content.loaded_content import LoadedContent
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.formulary import Formulary, OwnMedicine
from build_pack.content.models.glossary import Glossary
from build_pack.content.models.medicine_rules import ClinicMedicines, medicines_of
from build_pack.content.models.suppressions import SuppressionList, suppressions_path
from build_pack.content.yaml.loading import Loaded, load
from build_pack.problems import Problem
from build_pack.storage.memoization import memoized
from build_pack.translation.catalog import Catalog
from build_pack.translation.segments import medicine_id, used_signs
from build_pack.workspace.catalogs import MEDICINES, SIGNS, locale_catalog
from build_pack.workspace.clinic_files import clinic_file, formulary_file, rules_file
from build_pack.workspace.problem_collector import ProblemCollector
from build_pack.workspace.workspace import Workspace

ByDomain = Mapping[str, Catalog]


@dataclass(frozen=True)
class LeafletCheckResult:
    """What checks found, and the problems that are left of it once some have been ignored."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]

    @property
    def ignored(self) -> tuple[Problem, ...]:
        """What was found, and a person has ignored."""
        left = set(self.problems)
        return tuple(one.problem for one in self.findings if one.problem not in left)


def run_leaflet_checks(
    workspace: Workspace,
    materials: LoadedContent,
    catalogs: Mapping[str, ByDomain],
    today: date,
    *,
    errors_only: bool = False,
) -> LeafletCheckResult:
    """Run the checks of texts and leaflets in each locale whose catalogs were read.

    With `errors_only`, those checks of texts are left out that only warn. What leaflets share is
    looked at once for all of them.
    """
    told = ProblemCollector()
    locales = tuple(catalogs)
    found: list[Finding] = []
    texts: set[str] = set()
    for locale, domains in catalogs.items():
        parts = [
            _catalog_checks(workspace, name, locale, locales, errors_only=errors_only)
            for name in domains
        ]
        own = _clinic_checks(workspace, locale, locales, errors_only=errors_only)
        for one in (*parts, own):
            found += one.of_texts
            texts |= one.ids
        for one in parts:
            found += one.of_catalog
        catalog, signs = domains[materials.leaflet.model.id], domains.get(SIGNS)
        found += leaflet_findings(leaflet_reading(materials, catalog, signs, locale, today))
    found = [*with_ignore_commands(found, tuple(_folders(workspace.folders)))]
    ignores = [
        (locale, file) for locale in catalogs for file in _ignores(told, workspace.folders, locale)
    ]
    glossaries = _check_context(workspace, locales).problems
    problems = [
        *glossaries,
        *told.problems,
        *_review(materials, today),
        *not_suppressed(found, ignores, texts),
    ]
    return LeafletCheckResult(tuple(found), tuple(problems))


@dataclass(frozen=True)
class _PartFindings:
    """What checks find in one catalog, or in a clinic's own texts."""

    ids: frozenset[str]
    of_texts: tuple[Finding, ...]
    of_catalog: tuple[Finding, ...] = ()
    """Of all its texts together."""


@memoized
def _catalog_checks(
    workspace: Workspace, domain: str, locale: str, locales: tuple[str, ...], *, errors_only: bool
) -> _PartFindings:
    catalog = locale_catalog(workspace, locale, domain).catalog
    pairs = tuple(catalog_pairs(catalog)) if catalog else ()
    context = _check_context(workspace, locales).context
    return _PartFindings(
        frozenset(pair.id for pair in pairs),
        tuple(text_findings(pairs, context, errors_only=errors_only, of=(domain, locale))),
        tuple(catalog_findings(pairs, context, errors_only=errors_only)),
    )


@memoized
def _clinic_checks(
    workspace: Workspace, locale: str, locales: tuple[str, ...], *, errors_only: bool
) -> _PartFindings:
    files = (clinic_file(workspace), rules_file(workspace))
    pairs = [pair for loaded in files for pair in clinic_pairs(loaded, locale)]
    context = _check_context(workspace, locales).context
    of = (clinic_file(workspace).model.id, locale)
    found = tuple(text_findings(pairs, context, errors_only=errors_only, of=of))
    return _PartFindings(frozenset(pair.id for pair in pairs), found)


@dataclass(frozen=True)
class _CheckContextFound:
    """What checks know beside the texts, and what is wrong with the glossaries."""

    context: CheckContext
    problems: tuple[Problem, ...]


@memoized
def _check_context(workspace: Workspace, locales: tuple[str, ...]) -> _CheckContextFound:
    told = ProblemCollector()
    glossaries = {locale: told.attempt(glossary, workspace.folders, locale) for locale in locales}
    formulary, rules = formulary_file(workspace), rules_file(workspace)
    names = {locale: locale_catalog(workspace, locale, MEDICINES).catalog for locale in locales}
    medicines = named_medicines(
        formulary.model, rules.model, {locale: one for locale, one in names.items() if one}
    )
    context = _context_of(
        tuple((one.id, tuple(one.names.items())) for one in medicines),
        tuple((locale, one) for locale, one in glossaries.items() if one),
        clinic_names(clinic_file(workspace).model, formulary.model, rules.model),
    )
    return _CheckContextFound(context, tuple(told.problems))


@lru_cache(maxsize=8)
def _context_of(
    medicines: tuple[tuple[str, tuple[tuple[str, str], ...]], ...],
    glossaries: tuple[tuple[str, Glossary], ...],
    names: tuple[str, ...],
) -> CheckContext:
    """One context for the same names, since it is by it that checks keep what they found."""
    named = tuple(CheckedMedicine(key, dict(by_locale)) for key, by_locale in medicines)
    return CheckContext(named, dict(glossaries), names)


def leaflet_reading(
    materials: LoadedContent, catalog: Catalog, signs: Catalog | None, locale: str, today: date
) -> LeafletReading:
    """A leaflet as it reads in a locale, with the warning signs that it names."""
    leaflet, library = materials.leaflet, materials.signs
    named = {one.id for one in used_signs(leaflet, library)}
    of_signs = (one for one in catalog_pairs(signs) if one.id in named) if signs else ()
    pairs = {pair.id: pair for pair in (*catalog_pairs(catalog), *of_signs)}
    found = library.model if library else None
    return LeafletReading(leaflet, materials.references, locale, pairs, today, found)


def named_medicines(
    formulary: Formulary, rules: ClinicMedicines, catalogs: Mapping[str, Catalog]
) -> Iterator[CheckedMedicine]:
    """Every medicine with its name in English, and in each locale of which there is the catalog."""
    for medicine in medicines_of(formulary, rules).values():
        if isinstance(medicine, OwnMedicine):
            yield CheckedMedicine(medicine.id, dict(medicine.name.root))
            continue
        names = {SOURCE_LOCALE: medicine.name}
        for locale, catalog in catalogs.items():
            translation = catalog[medicine_id(medicine.id)]
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


def clinic_names(clinic: Clinic, formulary: Formulary, rules: ClinicMedicines) -> tuple[str, ...]:
    """Names of the clinic, lines of its address, and brands; none with a number but addresses."""
    every = medicines_of(formulary, rules).values()
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
