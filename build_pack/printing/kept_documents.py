"""Documents with nothing of a patient in them, as an earlier run has printed them.

They are kept as all other results are (`storage.kept_results`); the key is that of the PDF's bytes,
from the finished HTML to the fonts. A document of a visit is never looked for there and never put
there, and none of a release either: each page that comes from there says DRAFT.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from pydantic import Base64Bytes

from build_pack.content.models.page_format import PageFormat
from build_pack.planning.visit import Visit
from build_pack.printing.cache_key import CacheKeys
from build_pack.printing.layout import LayoutEngine, PrintSetup, PrintTask
from build_pack.printing.printer import PrintedDocument, Printer
from build_pack.printing.worker_pool import TaskHandler, print_all
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.kept_results import is_keeping, keep, look_up

R = TypeVar("R")
_BLANK = Visit()


@dataclass(frozen=True)
class KeptWork(Generic[R]):
    """What is done with a document, and how what comes of it is kept."""

    name: str
    do: Callable[[Printer, PrintTask], tuple[PrintTask, R]]
    shape: Any
    """A type that pydantic reads and writes."""
    as_kept: Callable[[R], Any]
    from_kept: Callable[[PrintTask, Any], R]


def done_or_kept(
    setting: PrintSetup,
    tasks: Sequence[PrintTask],
    work: KeptWork[R],
    place: Callable[[PrintTask], Place],
    jobs: int,
) -> Iterator[tuple[PrintTask, R]]:
    """Each task with what comes of it; what is kept comes first, and starts no worker.

    At the end raises `ProblemsError` with the problems of all that could not be printed.
    """
    keys = dict(_keys(setting, tasks)) if is_keeping() else {}
    waiting = []
    for task in tasks:
        found = look_up(work.name, work.shape, keys[task]) if task in keys else None
        if found:
            yield task, work.from_kept(task, *found)
        else:
            waiting.append(task)
    if not waiting:  # then the stylesheets are sound: they are the ones that what is kept rests on
        return
    for task, result in print_all(setting, waiting, TaskHandler(work.do, place), jobs):
        if task in keys:
            keep(work.name, work.shape, keys[task], work.as_kept(result))
        yield task, result


def _keys(
    setting: PrintSetup, tasks: Sequence[PrintTask]
) -> Iterator[tuple[PrintTask, tuple[object, ...]]]:
    """The tasks of which the result may be kept, each with all that it follows from."""
    if setting.plain or setting.reprint:
        return
    engine, origins = LayoutEngine(setting), CacheKeys(setting)
    about = setting.proofread, sorted(setting.tolerated), [*map(str, setting.templates)]
    for task in tasks:
        if replace(task.visit, page_format=PageFormat(), today=None) != _BLANK:
            continue
        try:
            html_pages = engine.html_pages(task)
        except ProblemsError:  # the printer tells it with the others
            continue
        if not html_pages[0].document.is_release:
            records = [one.overlay.record for one in html_pages]
            yield task, (origins.of(html_pages, ""), records, *about)


def _printed(printer: Printer, task: PrintTask) -> tuple[PrintTask, PrintedDocument]:
    return task, printer.document(task)


def _document(task: PrintTask, kept: tuple[Any, ...]) -> PrintedDocument:
    pdf, copies, title, code, version, warnings = kept
    return PrintedDocument(task, pdf, copies, title, code, version, warnings=warnings)


def _proofread(printer: Printer, task: PrintTask) -> tuple[PrintTask, tuple[Problem, ...]]:
    return task, printer.proofs(task)


PRINTED = KeptWork[PrintedDocument](
    "printed documents",
    _printed,
    tuple[Base64Bytes, tuple[Base64Bytes, ...], str, str, str, tuple[Problem, ...]],
    lambda one: (one.pdf, one.copies, one.title, one.code, one.version, one.warnings),
    _document,
)
"""A document printed."""
PROOFREAD = KeptWork[tuple[Problem, ...]](
    "proofs", _proofread, tuple[Problem, ...], lambda one: one, lambda _, kept: kept
)
"""What the checks of print find on a document's pages."""
