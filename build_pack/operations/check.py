"""All problems of a library and a clinic: texts, leaflets and finished pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from build_pack.checks.check_types import LeafletReading
from build_pack.checks.rounded_doses import rounded_dose_problems
from build_pack.printing import worker_pool
from build_pack.printing.kept_documents import PROOFREAD, done_or_kept
from build_pack.printing.layout import PrintSetup, PrintTask, template_folders
from build_pack.printing.worker_pool import Progress
from build_pack.problems import Place, Problem, ProblemsError, Severity, sorted_problems
from build_pack.workspace.accepted_warnings import outdated_acceptances, without_accepted
from build_pack.workspace.clinic_files import verified_ledger
from build_pack.workspace.leaflet_checks import leaflet_reading
from build_pack.workspace.placeholder_text import placeholder_problems
from build_pack.workspace.problem_collector import ProblemCollector
from build_pack.workspace.source_loading import LoadedSources, load_and_check_sources
from build_pack.workspace.workspace import Workspace


def _place(task: PrintTask) -> Place:
    return Place(Path(task.leaflet, task.locale, task.kind))


@dataclass(frozen=True)
class CheckScope:
    """What is looked at; empty means all."""

    locales: tuple[str, ...] = ()
    leaflets: tuple[str, ...] = ()


@dataclass(frozen=True)
class CheckResult:
    """All problems, and the leaflets as they read in each locale, where they could be read."""

    problems: tuple[Problem, ...]
    readings: tuple[LeafletReading, ...]
    printed: bool
    """Whether finished pages were looked at; they are not while there are errors."""
    accepted: int
    """How many warnings are not among the problems, since somebody has accepted them."""

    @property
    def has_errors(self) -> bool:
        """Whether anything stops a build or a release."""
        return _has_errors(self.problems)


def check(
    workspace: Workspace,
    scope: CheckScope,
    *,
    pages: bool = True,
    progress: Progress | None = None,
) -> CheckResult:
    """Every problem of the leaflets in scope with this clinic, in the order of files and lines."""
    with workspace.reading():
        found, loaded = _read(workspace, scope)
        if not (scope.leaflets or scope.locales or _has_errors(found)):
            found.update(outdated_acceptances(found, workspace.clinic))
        told = set(without_accepted(found, workspace.clinic))
    accepted, found = len(found - told), told
    printed = pages and not _has_errors(found)
    if printed:
        with workspace.keeping():
            found.update(_of_pages(workspace, loaded, progress))
    readings = tuple(one for each in loaded for one in _readings(each))
    return CheckResult(sorted_problems(found), readings, printed, accepted)


def warnings_of(workspace: Workspace) -> tuple[Problem, ...]:
    """What is to be said of a clinic's files, also what somebody has accepted."""
    with workspace.reading():
        found, _ = _read(workspace, CheckScope())
    return sorted_problems(found)


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _read(workspace: Workspace, scope: CheckScope) -> tuple[set[Problem], list[LoadedSources]]:
    """Every problem but those of pages, and each leaflet that can be read."""
    findings = ProblemCollector([*verified_ledger(workspace).problems, *_no_leaflet(workspace)])
    read = [
        findings.attempt(
            load_and_check_sources, workspace, leaflet, scope.locales, errors_only=False
        )
        for leaflet in scope.leaflets or workspace.folders.leaflet_ids()
    ]
    loaded = [one for one in read if one]
    for one in loaded:
        findings.problems += one.problems
        findings.problems += placeholder_problems(one.materials, Severity.WARNING)
        findings.problems += rounded_dose_problems(one.materials)
    return {*findings.problems}, loaded


def _no_leaflet(workspace: Workspace) -> Iterator[Problem]:
    if not workspace.folders.leaflet_ids():
        place = Place(workspace.library.folders[-1] / "leaflets")
        hint = "Correct the folder given with --library."
        yield Problem("file-missing", place, "The folder has no leaflets.", hint)


def _readings(loaded: LoadedSources) -> Iterator[LeafletReading]:
    materials, today = loaded.materials, loaded.today
    for locale, catalogs in loaded.sources.catalogs.items():
        yield leaflet_reading(materials, catalogs.leaflet, catalogs.signs, locale, today)


def _of_pages(
    workspace: Workspace, loaded: list[LoadedSources], progress: Progress | None
) -> Iterator[Problem]:
    """What the finished pages of all documents show, without a visit."""
    total = sum(len(one.sources.catalogs) * len(one.sources.leaflet.kinds) for one in loaded)
    done = 0
    for one in loaded:
        leaflet = one.sources.leaflet
        leaflets = {leaflet.id: one.sources}
        setting = PrintSetup(leaflets, template_folders(leaflets, workspace.folders))
        tasks = [
            PrintTask(leaflet.id, locale, kind)
            for locale in one.sources.catalogs
            for kind in leaflet.kinds
        ]
        jobs = worker_pool.default_worker_count()
        try:
            for _, problems in done_or_kept(setting, tasks, PROOFREAD, _place, jobs):
                done += 1
                if progress:
                    progress(leaflet.id, done, total)
                yield from problems
        except ProblemsError as error:
            yield from error.problems
