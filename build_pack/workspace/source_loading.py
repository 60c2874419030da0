"""Everything that a pack is made from, read and checked; all problems of all files at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from build_pack.approvals.approval_text import ApprovalText, editions
from build_pack.approvals.signatures.verification import list_texts
from build_pack.approvals.texts_to_sign import (
    NamesByLocale,
    other_names,
    texts_to_sign,
    unsigned_language_texts,
)
from build_pack.checks.check_codes import CHECK_CODES
from build_pack.checks.findings import Finding
from build_pack.content.loaded_content import LoadedContent
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.medicine_rules import medicines_of
from build_pack.content.validation.leaflet import leaflet_code_problems
from build_pack.content.yaml.loading import Loaded
from build_pack.documents.shared.sources import DocumentSources, LocaleCatalogs
from build_pack.problems import (
    Problem,
    ProblemsError,
    Severity,
    downgrade_tolerated,
    sorted_problems,
    stop_on_errors,
)
from build_pack.storage.memoization import memoized, rests_on
from build_pack.storage.snapshot import NOTHING
from build_pack.translation.catalog import Catalog
from build_pack.workspace.accepted_warnings import without_accepted
from build_pack.workspace.catalogs import (
    MEDICINES,
    SIGNS,
    UI,
    Domains,
    load_catalogs,
    locale_catalog,
    unused_catalogs,
)
from build_pack.workspace.clock import today_at
from build_pack.workspace.languages import font_problems, locale_problems
from build_pack.workspace.leaflet_checks import run_leaflet_checks
from build_pack.workspace.medicine_names import (
    medicine_names_by_locale,
    names_by_medicine,
    program_medicine_names,
)
from build_pack.workspace.picture_checks import picture_problems
from build_pack.workspace.problem_collector import ProblemCollector
from build_pack.workspace.source_files import (
    catalog_segments,
    cross_file_problems,
    read_leaflet_files,
)
from build_pack.workspace.tolerated_codes import TOLERATED_IN_DRAFTS
from build_pack.workspace.workspace import Workspace


@dataclass(frozen=True)
class LoadedSources:
    """One leaflet read and checked, with what is to be said of it: this module makes it."""

    sources: DocumentSources
    materials: LoadedContent
    texts: Mapping[str, tuple[ApprovalText, ...]]
    """What each locale's documents say, for signatures."""
    locales: tuple[str, ...]
    today: date
    """The day on which everything has to hold."""
    problems: tuple[Problem, ...]
    """Those with which it can be read all the same: of what is to be printed, only warnings."""
    findings: tuple[Finding, ...]
    """Of the checks, those among them that someone has ignored."""
    ignored: tuple[Problem, ...]
    """What someone has ignored."""


def load_sources(
    workspace: Workspace, leaflet_id: str, locales: tuple[str, ...], *, draft: bool
) -> LoadedSources:
    """Read all that a pack needs, or raise `ProblemsError` with every problem that stops it.

    `locales` empty means all that the clinic has enabled. `draft` lets translations be missing.
    What checks only warn of is left to `load_and_check_sources`.
    """
    findings = ProblemCollector()
    with workspace.reading():
        loaded = findings.attempt(load_and_check_sources, workspace, leaflet_id, locales)
        found = loaded.problems if loaded else findings.problems
        told = without_accepted(found, workspace.clinic)
        problems = [problem for problem in told if not _is_remark(problem)]
    warnings = stop_on_errors(
        downgrade_tolerated(problems, TOLERATED_IN_DRAFTS) if draft else problems
    )
    if loaded is None:
        raise ProblemsError(found)
    return replace(loaded, problems=warnings)


def _is_remark(problem: Problem) -> bool:
    """Whether it is of no concern to someone who prints a draft to read it."""
    remark = problem.code in CHECK_CODES and problem.severity is Severity.WARNING
    return remark or problem.code in {"review-overdue", "ignore-outdated"}


def load_and_check_sources(
    workspace: Workspace, leaflet_id: str, locales: tuple[str, ...], *, errors_only: bool = True
) -> LoadedSources:
    """Read all that a pack needs and run the checks of texts, whatever these find.

    Raises `ProblemsError` with all that is to be said if something cannot be read. `errors_only`
    leaves out the checks that only warn: nobody who prints wants to wait for them.
    """
    with workspace.reading():
        return _checked(workspace, leaflet_id, locales, errors_only=errors_only)


@memoized
def _checked(
    workspace: Workspace, leaflet_id: str, locales: tuple[str, ...], *, errors_only: bool
) -> LoadedSources:
    library, clinic = workspace.folders, workspace.clinic
    findings = ProblemCollector()
    files = read_leaflet_files(findings, workspace, leaflet_id)
    today = _day(workspace, files.clinic)
    findings.problems += cross_file_problems(files, library.leaflet_ids(), locales, today)
    findings.problems += leaflet_code_problems(files.leaflet, library) if files.leaflet else ()
    if files.clinic:
        locales = locales or files.clinic.model.locales
        findings.problems += locale_problems(library, files.clinic, locales)
        findings.problems += font_problems(files.clinic, locales)
    snapshot = files.layout.snapshot if files.layout else NOTHING
    domains = catalog_segments(findings, workspace, files)
    enabled = files.clinic.model.locales if files.clinic else None
    findings.problems += unused_catalogs(clinic, library, domains, enabled, snapshot)
    known = [locale for locale in locales if locale in library.locales()]
    catalogs = {locale: _catalogs(findings, workspace, locale, domains) for locale in known}
    if any(
        one.severity is Severity.ERROR
        for one in downgrade_tolerated(findings.problems, TOLERATED_IN_DRAFTS)
    ):
        raise ProblemsError(findings.problems)
    names = medicine_names_by_locale(findings, workspace, catalogs)
    materials = files.complete()
    findings.problems += picture_problems(materials.clinic, materials.logo, materials.drawings)
    judgement = run_leaflet_checks(workspace, materials, catalogs, today, errors_only=errors_only)
    findings.problems += judgement.problems
    sources = _sources(materials, clinic, catalogs, names_by_medicine(names))
    texts = _texts(workspace, materials, sources.catalogs, names)
    kinds = sources.leaflet.kinds
    found_editions = {name: editions(found, kinds) for name, found in texts.items()}
    return LoadedSources(
        replace(sources, editions=found_editions),
        materials,
        texts,
        locales,
        today,
        problems=sorted_problems(findings.problems),
        findings=judgement.findings,
        ignored=judgement.ignored,
    )


def _texts(
    workspace: Workspace,
    materials: LoadedContent,
    catalogs: Mapping[str, LocaleCatalogs],
    names: NamesByLocale,
) -> dict[str, tuple[ApprovalText, ...]]:
    """What has to be signed, by locale."""
    others = other_names(names, program_medicine_names(workspace))
    place, keys = materials.formulary.place("medicines"), materials.clinic.model.approvals.keys
    return {
        locale: (
            *texts_to_sign(materials, found, locale),
            *unsigned_language_texts(others, locale, place),
            *list_texts(workspace.clinic, keys, locale),
        )
        for locale, found in catalogs.items()
    }


def _day(workspace: Workspace, clinic: Loaded[Clinic] | None) -> date:
    """The day on which everything has to hold."""
    model = clinic.model if clinic else None
    return workspace.today or rests_on(("today", clinic), lambda: today_at(model))


def _catalogs(
    findings: ProblemCollector, workspace: Workspace, locale: str, domains: Domains
) -> dict[str, Catalog]:
    """One locale's catalogs by domain; what is wrong with them is noted, not raised."""
    found: dict[str, Catalog] = {}
    for name, segments in domains.items():
        try:
            one = locale_catalog(workspace, locale, name)
        except ProblemsError:  # the id of a leaflet that is not that of its folder
            found |= load_catalogs(findings, workspace.folders, locale, {name: segments})
            continue
        findings.problems += one.problems
        found |= {name: one.catalog} if one.catalog else {}
    return found


def _sources(
    materials: LoadedContent,
    clinic: Path,
    catalogs: dict[str, dict[str, Catalog]],
    names: dict[str, tuple[str, ...]],
) -> DocumentSources:
    leaflet, rules = materials.leaflet.model, materials.rules.model
    return DocumentSources(
        leaflet=leaflet,
        references=materials.references,
        drawings={drawing.name: drawing for drawing in materials.drawings},
        medicines=medicines_of(materials.formulary.model, rules),
        names=names,
        other_names=materials.formulary.model.others,
        other_thinners=materials.formulary.model.other_blood_thinners,
        clinic=materials.clinic.model,
        clinic_folder=clinic,
        logo=materials.logo,
        layout=materials.layout,
        rules=rules,
        clinic_references=materials.clinic_references,
        catalogs={
            locale: LocaleCatalogs(
                leaflet=found[leaflet.id],
                medicines=found[MEDICINES],
                ui=found[UI],
                signs=found.get(SIGNS),
            )
            for locale, found in catalogs.items()
        },
        editions={},
        signs=materials.signs.model if materials.signs else None,
    )
