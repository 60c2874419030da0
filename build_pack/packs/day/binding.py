"""One patient's documents printed and bound into a pack, and what a pack is made from."""

from dataclasses import dataclass, field, replace

from build_pack.checks.pages.all import PRINT_CODES
from build_pack.packs.bundles import Bundle
from build_pack.packs.day.orders import Order, Orders
from build_pack.packs.day.origins import Origins, combined
from build_pack.packs.joining import joined
from build_pack.packs.press import Press
from build_pack.packs.typesetting import Galley, Typesetter
from build_pack.problems import CODES, Problem, ProblemsError


@dataclass(frozen=True)
class Bound:
    """An order done: the pack, or why there is none."""

    order: Order
    pdf: bytes = field(default=b"", repr=False)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Job:
    """An order, and the documents that it is for; it can be sent to another process."""

    order: Order
    bundle: Bundle


def origins_of(orders: Orders) -> dict[Order, str]:
    """What each pack is made from, in the order of the list."""
    typesetter, origins = Typesetter(orders.setting), Origins(orders.setting)
    found = {}
    for order in orders.orders:
        bundle = orders.bundles[order.bundle]
        tasks = bundle.tasks(order.locale, order.visit)
        galleys = [galley for task in tasks for galley in typesetter.galleys(task)]
        title = bundle.title(orders.setting.leaflets, order.locale)
        copies = [str(bundle.copies_of(task)) for task in tasks]
        found[order] = combined([origins.of(galleys, title), *copies])
    return found


def bind(press: Press, job: Job) -> Bound:
    """Print and join the documents of one patient."""
    order, bundle = job.order, job.bundle
    tasks = bundle.tasks(order.locale, order.visit)
    try:
        printed = [press.document(task) for task in tasks]
    except ProblemsError as error:
        return Bound(order, problems=tuple(map(_without_page, error.problems)))
    copies = [one for one in printed for _ in range(bundle.copies_of(one.task))]
    return Bound(order, joined(copies, bundle.title(press.setting.leaflets, order.locale)))


def sheet(press: Press, galley: Galley) -> bytes:
    """Print a page that is no patient's."""
    return press.galley(galley)


def lost(job: Job, problem: Problem) -> Bound:
    """An order whose pack was not made, since the process that made it is gone."""
    return Bound(job.order, problems=(problem,))


_OURS = {".yaml", ".json", ".po"}
"""Of the library and the clinic, who know nothing of patients."""


def _without_page(problem: Problem) -> Problem:
    """A problem that does not show what stands on a page, which may be a patient's name."""
    if problem.code in PRINT_CODES:
        message = f"{CODES[problem.code]} Found in {problem.place.path.stem}."
        return replace(problem, message=message)
    if problem.code != "glyph-missing" or problem.place.path.suffix in _OURS:
        return problem
    hint = "Build a pack without patient data: `build-pack build` names the character."
    return replace(problem, message="The pack's fonts lack a character.", hint=hint)
