"""One patient's documents printed and bound into a pack, and what a pack is made from."""

from dataclasses import dataclass, field, replace

from build_pack.checks.check_codes import PRINT_CODES
from build_pack.operations.day.jobs import DayJobs, PackJob
from build_pack.printing.bundles import Bundle
from build_pack.printing.cache_key import CacheKeys
from build_pack.printing.joined_pdf import joined_pdf
from build_pack.printing.layout import HtmlPage, LayoutEngine
from build_pack.printing.printer import Printer
from build_pack.problems import CODES, Problem, ProblemsError
from build_pack.rendering.pdf.tamper_seal import DIGITS
from build_pack.text.digests import digest


@dataclass(frozen=True)
class RenderedPack:
    """An order done: the pack, or why there is none."""

    order: PackJob
    pdf: bytes = field(default=b"", repr=False)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class RenderJob:
    """An order, and the documents that it is for; it can be sent to another process."""

    order: PackJob
    bundle: Bundle


def cache_keys(orders: DayJobs) -> dict[PackJob, str]:
    """What each pack is made from, in the order of the list."""
    typesetter, origins = LayoutEngine(orders.setting), CacheKeys(orders.setting)
    found = {}
    for order in orders.orders:
        bundle = orders.bundles[order.bundle]
        tasks = bundle.tasks(order.locale, order.visit)
        html_pages = [html_page for task in tasks for html_page in typesetter.html_pages(task)]
        title = bundle.title(orders.setting.leaflets, order.locale)
        copies = [str(bundle.copies_of(task)) for task in tasks]
        found[order] = digest(origins.of(html_pages, title), *copies)[:DIGITS]
    return found


def render_pack(press: Printer, job: RenderJob) -> RenderedPack:
    """Print and join the documents of one patient."""
    order, bundle = job.order, job.bundle
    tasks = bundle.tasks(order.locale, order.visit)
    try:
        printed = [press.document(task) for task in tasks]
    except ProblemsError as error:
        return RenderedPack(order, problems=tuple(map(_without_page, error.problems)))
    copies = [one for one in printed for _ in range(bundle.copies_of(one.task))]
    return RenderedPack(
        order, joined_pdf(copies, bundle.title(press.setting.leaflets, order.locale))
    )


def sheet(press: Printer, html_page: HtmlPage) -> bytes:
    """Print a page that is no patient's."""
    return press.print_page(html_page)


def failed_job(job: RenderJob, problem: Problem) -> RenderedPack:
    """An order whose pack was not made, since the process that made it is gone."""
    return RenderedPack(job.order, problems=(problem,))


_OURS = {".yaml", ".json", ".po"}
"""Of the library and the clinic, who know nothing of patients."""


def _without_page(problem: Problem) -> Problem:
    """A problem that does not show what is on a page, which may be a patient's name."""
    if problem.code in PRINT_CODES:
        message = f"{CODES[problem.code]} Found in {problem.place.path.stem}."
        return replace(problem, message=message)
    if problem.code != "glyph-missing" or problem.place.path.suffix in _OURS:
        return problem
    hint = "Build a pack without patient data: `build-pack build` names the character."
    return replace(problem, message="The pack's fonts lack a character.", hint=hint)
