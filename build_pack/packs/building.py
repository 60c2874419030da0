"""A pack built: every document as a PDF, all of them as one, and a manifest; all or nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from build_pack.content.library import Library
from build_pack.content.page_format import Paper
from build_pack.documents.model import Kind
from build_pack.documents.record import Record, record
from build_pack.documents.sources import Sources
from build_pack.packs.gathering import Gathered, gather
from build_pack.packs.notices import notices
from build_pack.packs.outputs import contents, document_name, left_over
from build_pack.packs.press import Press, Printed
from build_pack.packs.releasing import gather_release
from build_pack.packs.replacing import whole_files
from build_pack.packs.typesetting import Setting, Task
from build_pack.packs.visiting import Reader, VisitText
from build_pack.packs.workers import print_all
from build_pack.planning.visit import Visit
from build_pack.problems import Place, Problem, ProblemsError

Progress = Callable[[str, int, int], None]
"""Told which document is done, how many are, and how many there will be."""


@dataclass(frozen=True)
class Request:
    """What to build, from where, to where."""

    library: Library
    clinic: Path
    leaflet: str
    out: Path
    locales: tuple[str, ...] = ()
    """Empty: all that the clinic has enabled."""
    visit: VisitText = field(default_factory=VisitText, repr=False)
    """For whom; the default leaves blanks."""
    alongside: str = ""
    """A locale in which leaflet and consent summary of the others say everything a second time."""
    plain: bool = False
    """Write each document as a page for the screen too."""
    draft: bool = False
    """Print even what is not translated, marked as such."""
    release: bool = False
    """Print without DRAFT, or not at all."""
    on: date | None = None
    """The day for which approvals and decisions have to hold; None: today."""
    again: bool = False
    """Print what was printed before, whatever checks find in it by now."""
    jobs: int = 1
    """How many processes print at once."""


@dataclass(frozen=True)
class Result:
    """The files made, in order, and the problems that did not stop the build."""

    files: tuple[Path, ...]
    warnings: tuple[Problem, ...]
    records: tuple[Record, ...]
    """What each document says of itself, without anything about a patient."""


def build(request: Request, progress: Progress | None = None) -> Result:
    """Build one leaflet's packs, or raise `ProblemsError`; then the earlier files are untouched."""
    gathered = _gathered(request)
    sources, folders = gathered.sources, request.library.with_clinic(request.clinic)
    setting = Setting(
        sources, folders.template_folders(), proofread=not request.again, plain=request.plain
    )
    visit, said = Reader(sources).read(request.visit, option)
    said += tuple(notices(sources, visit, gathered.today, option))
    _stop_if_too_narrow(request, visit)
    tasks = [
        Task(locale, kind, visit, request.alongside if locale != request.alongside else "")
        for locale in request.locales or gathered.locales
        for kind in Kind
    ]
    done: dict[Task, Printed] = {}
    for printed in print_all(setting, tasks, Press.document, request.jobs):
        done[printed.task] = printed
        if progress:
            progress(str(document_name(sources, printed.task)), len(done), len(tasks))
    draft = not request.release
    files = whole_files(request.out, contents(sources, [done[t] for t in tasks], draft=draft))
    left = tuple(left_over(request.out / sources.leaflet.id, files))
    return Result(files, (*gathered.warnings, *said, *left), _records(sources, tasks))


def _records(sources: Sources, tasks: Iterable[Task]) -> tuple[Record, ...]:
    printed = (each for task in tasks for each in (task, task.beside) if each)
    return tuple(record(sources, one.locale, one.kind) for one in printed)


def _stop_if_too_narrow(request: Request, visit: Visit) -> None:
    if request.alongside and visit.page_format.paper is Paper.A5:
        message = "Two languages do not fit side by side on A5 pages."
        hint = "Print them on A4 or letter paper, and not as a booklet."
        raise ProblemsError([Problem("visit-invalid", option("alongside"), message, hint)])


def _gathered(request: Request) -> Gathered:
    beside = request.alongside
    locales = (*request.locales, beside) if request.locales and beside else request.locales
    locales = tuple(dict.fromkeys(locales))
    wanted = (request.library, request.clinic, request.leaflet, locales)
    if request.release:
        gathered = gather_release(*wanted, request.on, again=request.again)
    else:
        gathered = gather(*wanted, draft=request.draft, today=request.on)
    printed = set(request.locales or gathered.locales)
    if beside and (beside not in gathered.locales or printed == {beside}):
        message = f"“{beside}” cannot stand alongside."
        hint = "Choose two different languages that stand under locales in clinic.yaml."
        raise ProblemsError([Problem("locale-unknown", option("alongside"), message, hint)])
    return gathered


_OPTIONS = {"start": "--date", "medicines": "--medicine"}


def option(name: str) -> Place:
    """Where a field of a visit that was given on the command line stands."""
    return Place(Path(_OPTIONS.get(name, f"--{name}")))
