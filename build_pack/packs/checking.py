"""All problems of a library and a clinic: texts, leaflets and finished pages."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from build_pack.approvals.chain import last_moment
from build_pack.checks.check import Reading
from build_pack.content.library import Library
from build_pack.packs import workers
from build_pack.packs.accepting import outdated, without_accepted
from build_pack.packs.counting import counting
from build_pack.packs.gathering import Collected, Gathered, collect
from build_pack.packs.judging import reading
from build_pack.packs.press import Press
from build_pack.packs.rounded import rounded_problems
from build_pack.packs.samples import leaflet_sample_problems, sample_problems
from build_pack.packs.typesetting import Setting, Task, template_folders
from build_pack.packs.workers import Errand, print_all
from build_pack.problems import Place, Problem, ProblemsError, Severity, in_order

Progress = Callable[[str, int, int], None]
"""Told which document has been looked at, how many have, and how many there are."""


def _place(task: Task) -> Place:
    return Place(Path(task.leaflet, task.locale, task.kind))


_PROOFS = Errand(Press.proofs, _place)


@dataclass(frozen=True)
class Scope:
    """What is looked at; empty means all."""

    locales: tuple[str, ...] = ()
    leaflets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Checked:
    """All problems, and the leaflets as they read in each locale, where they could be read."""

    problems: tuple[Problem, ...]
    readings: tuple[Reading, ...]
    printed: bool
    """Whether finished pages were looked at; they are not while there are errors."""
    accepted: int
    """How many warnings are not among the problems, since somebody has accepted them."""

    @property
    def has_errors(self) -> bool:
        """Whether anything stops a build or a release."""
        return _has_errors(self.problems)


def check(
    library: Library,
    clinic: Path,
    scope: Scope,
    today: date | None = None,
    *,
    pages: bool = True,
    progress: Progress | None = None,
) -> Checked:
    """Every problem of the leaflets in scope with this clinic, in the order of files and lines."""
    found, collected = _read(library, clinic, scope, today)
    gathered = [one.gathered for one in collected if one.gathered]
    if not (scope.leaflets or scope.locales or _has_errors(found)):
        found.update(outdated(found, clinic))
    told = set(without_accepted(found, clinic))
    accepted, found = len(found - told), told
    printed = pages and not _has_errors(found)
    if printed:
        found.update(_of_pages(library, clinic, gathered, progress))
    readings = tuple(one for each in gathered for one in _readings(each))
    return Checked(in_order(found), readings, printed, accepted)


def warnings_of(library: Library, clinic: Path, today: date | None = None) -> tuple[Problem, ...]:
    """What is to be said of a clinic's files, also what somebody has accepted."""
    found, _ = _read(library, clinic, Scope(), today)
    return in_order(found)


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _read(
    library: Library, clinic: Path, scope: Scope, today: date | None
) -> tuple[set[Problem], list[Collected]]:
    """Each leaflet as it was read, and every problem but those of pages."""
    ledger = counting(clinic, last_moment(today))
    found = {*ledger.problems, *_no_leaflet(library, clinic)}
    ids = scope.leaflets or library.with_clinic(clinic).leaflet_ids()
    collected = [
        collect(library, clinic, leaflet, scope.locales, today, errors_only=False)
        for leaflet in ids
    ]
    for one in collected:
        found.update(one.problems)
        if one.gathered:
            found.update(sample_problems(one.gathered.materials.clinic, Severity.WARNING))
            found.update(leaflet_sample_problems(one.gathered.materials.leaflet, Severity.WARNING))
            found.update(rounded_problems(one.gathered.materials))
    return found, collected


def _no_leaflet(library: Library, clinic: Path) -> Iterator[Problem]:
    if not library.with_clinic(clinic).leaflet_ids():
        place = Place(library.folders[-1] / "leaflets")
        hint = "Correct the folder given with --library."
        yield Problem("file-missing", place, "The folder has no leaflets.", hint)


def _readings(gathered: Gathered) -> Iterator[Reading]:
    for locale, catalogs in gathered.sources.catalogs.items():
        yield reading(gathered.materials, catalogs.leaflet, locale, gathered.today)


def _of_pages(
    library: Library, clinic: Path, gathered: list[Gathered], progress: Progress | None
) -> Iterator[Problem]:
    """What the finished pages of all documents show, without a visit."""
    folders = library.with_clinic(clinic)
    total = sum(len(one.sources.catalogs) * len(one.sources.leaflet.kinds) for one in gathered)
    done = 0
    for one in gathered:
        leaflet = one.sources.leaflet
        leaflets = {leaflet.id: one.sources}
        setting = Setting(leaflets, template_folders(leaflets, folders))
        tasks = [
            Task(leaflet.id, locale, kind)
            for locale in one.sources.catalogs
            for kind in leaflet.kinds
        ]
        try:
            for problems in print_all(setting, tasks, _PROOFS, workers.usual_jobs()):
                done += 1
                if progress:
                    progress(leaflet.id, done, total)
                yield from problems
        except ProblemsError as error:
            yield from error.problems
