"""A day's packs: one a line of a list, all of them as one file, and a sheet that names them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from build_pack.content.models.document_kinds import WITH_PLAN
from build_pack.documents.day_sheet.compose import compose as compose_day_sheet
from build_pack.documents.day_sheet.views import DayPack, DaySheetDocument, UnprintedLine
from build_pack.documents.medicines.visit_plans import plans_kept
from build_pack.documents.shared.record import DocumentRecord, record
from build_pack.operations.day.jobs import DayJobs, PackJob, jobs_from_list
from build_pack.operations.day.pack_cache import ALL, CONTENTS, PackCache, pack_file_name
from build_pack.operations.day.render_job import (
    RenderedPack,
    RenderJob,
    cache_keys,
    failed_job,
    render_pack,
)
from build_pack.operations.day.render_job import sheet as print_sheet
from build_pack.operations.day.visit_list import ListLine, read_list
from build_pack.printing.cache_key import CacheKeys, packs_with_ledger_line
from build_pack.printing.layout import LayoutEngine
from build_pack.printing.printer import Printer
from build_pack.printing.worker_pool import HERE, Progress, TaskHandler, print_all
from build_pack.problems import Place, Problem, Severity, sorted_problems
from build_pack.rendering.pdf.merge import PdfPart, merge_pdfs
from build_pack.rendering.pdf.metadata import page_count
from build_pack.rendering.pdf.tamper_seal import DIGITS
from build_pack.storage.recovery import only_writer
from build_pack.text.digests import digest
from build_pack.text.keywords import counted
from build_pack.workspace.clinic_files import committed_ledger
from build_pack.workspace.workspace import Workspace


@dataclass(frozen=True)
class DayRequest:
    """Which list, to where."""

    list: Path
    out: Path
    note: Callable[[Iterable[DocumentRecord]], None] | None = None
    """Told what each document of a pack says of itself, as soon as the pack is made."""
    release: bool = False
    """Print without DRAFT, or not at all."""
    jobs: int = HERE
    """How many processes print at once, each with its limits."""


@dataclass(frozen=True)
class DayResult:
    """What was done; a line with an error among the problems has no pack."""

    files: tuple[Path, ...]
    """The whole file, the contents, and the packs in the order of the list."""
    made: int
    kept: int
    removed: int
    """Packs of an earlier list for which this one has no visit."""
    problems: tuple[Problem, ...]


def build_day(
    workspace: Workspace, request: DayRequest, progress: Progress | None = None
) -> DayResult:
    """Make what is missing or changed of a list's packs, and tell of the lines that are at fault.

    For faults of clinic or library, or a list that cannot be read, raises `ProblemsError` before
    anything is touched.
    """
    tell = progress or _nobody
    tell("Reading the list", 0, 0)
    lines = read_list(request.list)
    tell(f"Checking the texts for {counted(len(lines), 'visit')}", 0, 0)
    with plans_kept():
        orders = jobs_from_list(workspace, lines, release=request.release)
        with only_writer(request.out, patience=0):
            return _DayBuild(workspace, request, orders).build(tell)


class _DayBuild:
    """One run."""

    def __init__(self, workspace: Workspace, request: DayRequest, orders: DayJobs) -> None:
        self._workspace = workspace
        self._request = request
        self._orders = orders
        self._shelf = PackCache(request.out)
        self._setting = orders.setting
        self._origins = cache_keys(orders)

    @cached_property
    def _press(self) -> Printer:
        """For the contents, which are no leaflet's."""
        return Printer(self._setting)

    def build(self, progress: Progress) -> DayResult:
        """Bring the folder in step with the list."""
        wanted = {_name(order): origin for order, origin in self._origins.items()}
        with self._workspace.reading():
            lines = committed_ledger(self._workspace).links
        before, places = (
            self._shelf.names(),
            packs_with_ledger_line(self._shelf.places(wanted), lines),
        )
        removed = len(before - {path.name for path in places.values()})
        missing = [order for order in self._origins if _name(order) not in places]
        if missing:
            _ = self._press  # a fault of a stylesheet is told before anything is touched
        self._shelf.arrange(places, complete=not missing)
        unbound = self._print(missing, progress)
        there = [order for order in self._origins if order not in unbound]
        progress(f"Putting {ALL} together", 0, 0)
        self._finish(there, unbound)
        return DayResult(
            tuple(self._request.out / name for name in (ALL, CONTENTS, *map(_name, there))),
            made=len(there) - len(places),
            kept=len(places),
            removed=removed,
            problems=self._problems(unbound),
        )

    def _note(self, order: PackJob) -> None:
        if self._request.note:
            leaflets, bundle = self._setting.leaflets, self._orders.bundles[order.bundle]
            tasks = bundle.tasks(order.locale, order.visit)
            self._request.note(record(leaflets[t.leaflet], t.locale, t.kind) for t in tasks)

    def _print(
        self, missing: Sequence[PackJob], progress: Progress
    ) -> dict[PackJob, tuple[Problem, ...]]:
        """Make packs, each of which appears as soon as it is whole; give those that cannot be."""
        unbound = {}
        if missing:
            progress(f"Making {counted(len(missing), 'pack')}", 0, len(missing))
        for done, bound in enumerate(self._bound(missing), start=1):
            name = _name(bound.order)
            if bound.problems:
                unbound[bound.order] = bound.problems
            else:
                self._shelf.put(name, bound.pdf, self._origins[bound.order])
                self._note(bound.order)
            progress(name, done, len(missing))
        return unbound

    def _bound(self, missing: Sequence[PackJob]) -> Iterator[RenderedPack]:
        jobs = [RenderJob(order, self._orders.bundles[order.bundle]) for order in missing]
        if jobs:
            errand = TaskHandler(render_pack, lambda _: Place(self._request.list), failed_job)
            yield from print_all(self._setting, jobs, errand, self._request.jobs)

    def _finish(
        self, there: Sequence[PackJob], unbound: dict[PackJob, tuple[Problem, ...]]
    ) -> None:
        """Bring the contents and the whole file in step with the packs."""
        packs = [self._shelf.read(_name(order), self._origins[order]) for order in there]
        sheet = self._sheet(there, list(map(page_count, packs)), unbound)
        html_page = LayoutEngine(self._setting).set(sheet)
        title = f"{sheet.title}: {sheet.procedure.text}"
        origin = CacheKeys(self._setting).of([html_page], title)
        if not self._shelf.holds(CONTENTS, origin):
            errand = TaskHandler(print_sheet, lambda _: Place(Path(CONTENTS)))
            [printed] = print_all(self._setting, [html_page], errand, self._request.jobs)
            own = PdfPart(printed, sheet.title, sheet.locale)
            pdf = merge_pdfs([own], title=title, locale=sheet.locale)
            self._shelf.put(CONTENTS, pdf, origin)
        names = [entry.bookmark for day in sheet.days for entry in day.entries]
        whole = digest(origin, *names, *(self._origins[order] for order in there))[:DIGITS]
        if not self._shelf.holds(ALL, whole):
            parts = [PdfPart(self._shelf.read(CONTENTS, origin), sheet.title, sheet.locale)]
            for order, pdf, name in zip(there, packs, names, strict=True):
                parts.append(PdfPart(pdf, name, order.locale, new_sheet=True))
            self._shelf.put(ALL, merge_pdfs(parts, title=title, locale=sheet.locale), whole)

    def _sheet(
        self,
        there: Sequence[PackJob],
        pages: Sequence[int],
        unbound: dict[PackJob, tuple[Problem, ...]],
    ) -> DaySheetDocument:
        late = {p.place.line for p in self._orders.warnings if p.code == "day-passed"}
        packed = [
            self._packed(order, count, is_late=order.line.number in late)
            for order, count in zip(there, pages, strict=True)
        ]
        gaps = [_gap(line, problems) for line, problems in self._orders.bad]
        gaps += [_gap(order.line, ()) for order in unbound]
        gaps.sort(key=lambda gap: gap.line)
        return compose_day_sheet(self._setting.common, self._orders.locale, packed, gaps)

    def _packed(self, order: PackJob, pages: int, *, is_late: bool) -> DayPack:
        bundle = self._orders.bundles[order.bundle]
        sheets = [one.leaflet for one in bundle.documents if one.document in WITH_PLAN]
        leaflet = (sheets or [bundle.documents[0].leaflet])[0]
        return DayPack(
            order.line.number,
            order.locale,
            self._setting.leaflets[leaflet],
            order.visit,
            pages,
            bundle.name.words(self._orders.locale) if bundle.name else "",
            has_plan=bool(sheets),
            is_late=is_late,
        )

    def _problems(self, unbound: dict[PackJob, tuple[Problem, ...]]) -> tuple[Problem, ...]:
        """All that is to be said; what several packs lack is said once, with their lines."""
        lines = defaultdict(list)
        for order, problems in unbound.items():
            for problem in problems:
                lines[problem].append(order.line.number)
        printing = [
            replace(problem, message=f"{problem.message} No pack for {_spoken(numbers)}.")
            for problem, numbers in lines.items()
        ]
        bad = [problem for _, problems in self._orders.bad for problem in problems]
        return sorted_problems([*self._orders.warnings, *bad, *printing])


def _nobody(_name: str, _done: int, _total: int) -> None:
    """Told where nobody is to be told."""


def _name(order: PackJob) -> str:
    return pack_file_name(order.line.number)


def _spoken(numbers: Sequence[int]) -> str:
    joint = ", ".join(map(str, sorted(numbers)))
    return f"line {joint}" if len(numbers) == 1 else f"lines {joint}"


def _gap(line: ListLine, problems: Sequence[Problem]) -> UnprintedLine:
    """A line without a pack; a label of which a letter would be missing is not printed either."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    columns = dict.fromkeys(line.column(problem.place) for problem in errors)
    unprintable = any(problem.code == "glyph-missing" for problem in problems)
    label = "" if unprintable else line.texts["label"]
    is_unclear = any(problem.code == "row-unclear" for problem in errors)
    columns = {} if is_unclear else columns
    return UnprintedLine(
        line.number, line.texts["time"], label, tuple(filter(None, columns)), is_unclear
    )
