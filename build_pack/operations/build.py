"""A pack built: every document as a PDF, all of them as one, and a manifest; all or nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.page_format import Paper
from build_pack.documents.medicines.visit_plans import plans_kept
from build_pack.documents.shared.record import DocumentRecord, record
from build_pack.documents.shared.reprint_notice import ReprintNotice
from build_pack.documents.shared.sources import DocumentSources
from build_pack.operations.earlier_output import leftover_documents, replaced_packs
from build_pack.planning.visit import Visit
from build_pack.printing.bundles import Bundle, Chosen, choose, choose_pack, some_documents
from build_pack.printing.kept_documents import PRINTED, done_or_kept
from build_pack.printing.layout import PrintSetup, PrintTask, template_folders
from build_pack.printing.output_files import contents
from build_pack.printing.output_folder import timestamped_name
from build_pack.printing.printer import PrintedDocument
from build_pack.printing.worker_pool import HERE, Progress
from build_pack.problems import Place, Problem, ProblemsError, sorted_problems, stop_on_errors
from build_pack.releases.release_gate import load_release
from build_pack.storage.atomic_write import write_files_atomically, write_folder_atomically
from build_pack.storage.recovery import only_writer
from build_pack.text.suggestions import nearest
from build_pack.visits.moved_dates import moved_date_problems
from build_pack.visits.visit_reader import Places, VisitReader, VisitText
from build_pack.visits.warnings import (
    question_warnings,
    region_warnings,
    unprinted_medicines,
    visit_warnings,
)
from build_pack.workspace.clock import current_time, moment_for
from build_pack.workspace.languages import languages_called
from build_pack.workspace.source_loading import LoadedSources, load_sources
from build_pack.workspace.tolerated_codes import TOLERATED_IN_DRAFTS
from build_pack.workspace.workspace import Workspace

_OPTIONS = {"start": "--date", "medicines": "--medicine", "facts": "--fact"}


def option_place(name: str) -> Place:
    """Where a field of a visit that was given on the command line stands."""
    name = name.partition(":")[0]  # of a fact, its id may be a word about the patient
    return Place(Path(_OPTIONS.get(name, f"--{name.replace('_', '-')}")))


@dataclass(frozen=True)
class BuildRequest:
    """What to build, for whom, to where."""

    leaflet: str
    """Its id, or that of a pack of the clinic; empty if `pack` is given."""
    out: Path
    locales: tuple[str, ...] = ()
    """Empty: all that the clinic has enabled."""
    visit: VisitText = field(default_factory=VisitText, repr=False)
    """For whom; the default leaves blanks."""
    places: Places = option_place
    """Where each part of the visit stands."""
    alongside: str = ""
    """A locale in which leaflet and consent summary of the others say everything a second time."""
    plain: bool = False
    """Write each document as a page for the screen too."""
    draft: bool = False
    """Print even what is not translated, marked as such."""
    release: bool = False
    """Print without DRAFT, or not at all."""
    documents: tuple[DocumentKind, ...] = ()
    """Only these documents of the leaflet or the pack; empty: all, but those on request."""
    pack: str = ""
    """The id of a pack that the clinic has defined, instead of a leaflet."""
    reprint: ReprintNotice | None = None
    """Print what was printed before, whatever checks find in it by now; each page says so."""
    name: str | None = None
    """What is after the time in the name of a new folder inside `out` for all files.

    None: they go into `out` itself.
    """
    jobs: int = HERE
    """How many processes print at once, each with its limits."""


@dataclass(frozen=True)
class BuildResult:
    """The files made, in order, and the problems that did not stop the build."""

    files: tuple[Path, ...]
    warnings: tuple[Problem, ...]
    records: tuple[DocumentRecord, ...]
    """What each document says of itself, without anything about a patient."""


@dataclass(frozen=True)
class _BuildOutput:
    """What is to be written."""

    bundle: Bundle
    clinic: str
    """Its id."""
    contents: Mapping[Path, bytes]
    warnings: tuple[Problem, ...]
    records: tuple[DocumentRecord, ...]


def build(
    workspace: Workspace, request: BuildRequest, progress: Progress | None = None
) -> BuildResult:
    """Build one leaflet's packs, or a pack; or raise `ProblemsError`, and nothing is touched."""
    with plans_kept():
        made = _made(workspace, request, progress)
    files, about_files = _written(request, made)
    return BuildResult(files, sorted_problems([*made.warnings, *about_files]), made.records)


def build_in_memory(workspace: Workspace, request: BuildRequest) -> Mapping[Path, bytes]:
    """The files of a build by name, of which none is written; or `ProblemsError`."""
    with plans_kept():
        return _made(workspace, request, None).contents


def _made(workspace: Workspace, request: BuildRequest, progress: Progress | None) -> _BuildOutput:
    with workspace.reading():
        bundle, loaded = _chosen(workspace, request)
    leaflets = {name: one.sources for name, one in loaded.items()}
    setting = PrintSetup(
        leaflets,
        template_folders(leaflets, workspace.folders),
        proofread=not request.reprint,
        plain=request.plain,
        tolerated=TOLERATED_IN_DRAFTS if request.draft else frozenset(),
        reprint=request.reprint,
    )
    visit, said = _visit(request, bundle, loaded, moment_for(workspace.today))
    first = next(iter(loaded.values()))
    locales = request.locales or first.locales
    tasks = [
        task
        for locale in locales
        for task in bundle.tasks(
            locale, visit, request.alongside if locale != request.alongside else ""
        )
    ]
    _stop_if_none_beside(request, tasks)
    done: dict[PrintTask, PrintedDocument] = {}

    def place(task: PrintTask) -> Place:
        return Place(bundle.file_name(task))

    with workspace.keeping():
        for task, printed in done_or_kept(setting, tasks, PRINTED, place, request.jobs):
            done[task] = printed
            if progress:
                progress(str(bundle.file_name(task)), len(done), len(tasks))
    made = contents(bundle, leaflets, [done[t] for t in tasks], draft=not request.release)
    problems = [problem for one in loaded.values() for problem in one.problems]
    problems += [*said, *(problem for one in done.values() for problem in one.warnings)]
    clinic, records = first.sources.clinic.id, _records(leaflets, tasks)
    return _BuildOutput(bundle, clinic, made, sorted_problems(problems), records)


def _written(request: BuildRequest, made: _BuildOutput) -> tuple[tuple[Path, ...], list[Problem]]:
    """The files under their names, and what is to be said of those that were there before."""
    if request.name is not None:
        return write_folder_atomically(
            request.out, timestamped_name(request.name, current_time()), made.contents
        ), []
    with only_writer(request.out):
        problems = list(
            replaced_packs(request.out, made.contents, made.clinic, draft=not request.release)
        )
        files = write_files_atomically(request.out, made.contents)
    if not made.bundle.is_part:
        problems += leftover_documents(request.out / made.bundle.id, files)
    return files, problems


def _visit(
    request: BuildRequest,
    bundle: Bundle,
    loaded: Mapping[str, LoadedSources],
    now: datetime | None,
) -> tuple[Visit, tuple[Problem, ...]]:
    """The visit, and what is to be said of it for any of the leaflets."""
    leaflets = tuple(loaded.values())
    kinds = [one.document for one in bundle.documents]
    read, said = VisitReader(leaflets[0].sources).read(request.visit, request.places)
    visit = read if request.reprint else read.on(leaflets[0].today, now)
    faults = [
        problem
        for one in leaflets
        for problem in region_warnings(one.sources.leaflet, visit, request.places)
    ]
    faults += moved_date_problems(visit, request.places, kinds)
    said += stop_on_errors(faults)
    _stop_if_too_narrow(request, visit)
    found = (
        problem
        for name, one in loaded.items()
        for problem in (
            *visit_warnings(one.sources, visit, one.today, request.places, bundle.kinds_of(name)),
            *question_warnings(one.sources, visit, request.places, bundle.kinds_of(name)),
        )
    )
    return visit, (*said, *found, *unprinted_medicines(visit, request.places, kinds))


def _records(
    leaflets: Mapping[str, DocumentSources], tasks: Iterable[PrintTask]
) -> tuple[DocumentRecord, ...]:
    printed = (each for task in tasks for each in (task, task.beside) if each)
    return tuple(record(leaflets[one.leaflet], one.locale, one.kind) for one in printed)


def _stop_if_too_narrow(request: BuildRequest, visit: Visit) -> None:
    if request.alongside and visit.page_format.paper is Paper.A5:
        message = "Two languages side by side do not fit on A5 pages."
        hint = "Use A4 or letter paper, without --booklet."
        raise ProblemsError([Problem("visit-invalid", option_place("alongside"), message, hint)])


def _chosen(workspace: Workspace, request: BuildRequest) -> Chosen:
    beside = request.alongside
    locales = (*request.locales, beside) if request.locales and beside else request.locales
    locales = tuple(dict.fromkeys(locales))

    def take(leaflet: str) -> LoadedSources:
        if request.release:
            return load_release(
                workspace, leaflet, locales, ignore_checks=request.reprint is not None
            )
        return load_sources(workspace, leaflet, locales, draft=request.draft)

    if request.pack:
        bundle, loaded = choose_pack(workspace, request.pack, option_place("pack"), take)
    else:
        bundle, loaded = choose(workspace, request.leaflet, Place(Path("LEAFLET")), take)
    _stop_if_not_beside(request, next(iter(loaded.values())).locales)
    if request.documents:
        leaflets = {name: one.sources for name, one in loaded.items()}
        bundle = some_documents(bundle, leaflets, request.documents, option_place("document"))
    return bundle, loaded


def _stop_if_none_beside(request: BuildRequest, tasks: Iterable[PrintTask]) -> None:
    if request.alongside and not any(task.beside for task in tasks):
        message = "No document of this pack can be printed in two languages."
        hint = "Only leaflet, consent summary and questions can. Print others once per language."
        raise ProblemsError([Problem("visit-invalid", option_place("alongside"), message, hint)])


def _stop_if_not_beside(request: BuildRequest, locales: tuple[str, ...]) -> None:
    beside, printed = request.alongside, set(request.locales or locales)
    if beside and (beside not in locales or printed == {beside}):
        message = "This language cannot be used with --alongside."
        hint = "Choose two different languages from “locales” in clinic.yaml."
        if beside not in locales and (meant := nearest(beside, locales, languages_called(locales))):
            hint = f"Did you mean “{meant}”? {hint}"
        raise ProblemsError([Problem("locale-unknown", option_place("alongside"), message, hint)])
