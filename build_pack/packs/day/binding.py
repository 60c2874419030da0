"""One patient's documents printed and bound into a pack, and what a pack is made from."""

from dataclasses import dataclass, field, replace

from build_pack.checks.pages.all import PRINT_CODES
from build_pack.documents.compose import pack_title
from build_pack.documents.model import Kind
from build_pack.packs.day.orders import Order, Orders
from build_pack.packs.day.origins import Origins
from build_pack.packs.joining import joined
from build_pack.packs.press import Press
from build_pack.packs.typesetting import Task, Typesetter
from build_pack.problems import CODES, Problem, ProblemsError


@dataclass(frozen=True)
class Bound:
    """An order done: the pack, or why there is none."""

    order: Order
    pdf: bytes = field(default=b"", repr=False)
    problems: tuple[Problem, ...] = ()


def origins_of(orders: Orders) -> dict[Order, str]:
    """What each pack is made from, in the order of the list."""
    typesetters = {name: Typesetter(setting) for name, setting in orders.settings.items()}
    origins = {name: Origins(setting) for name, setting in orders.settings.items()}
    found = {}
    for order in orders.orders:
        tasks = [Task(order.locale, kind, order.visit) for kind in Kind]
        galleys = [g for task in tasks for g in typesetters[order.leaflet].galleys(task)]
        title = pack_title(orders.settings[order.leaflet].sources, order.locale)
        found[order] = origins[order.leaflet].of(galleys, title)
    return found


def bind(press: Press, order: Order) -> Bound:
    """Print and join the documents of one patient."""
    tasks = [Task(order.locale, kind, order.visit) for kind in Kind]
    try:
        printed = [press.document(task) for task in tasks]
    except ProblemsError as error:
        return Bound(order, problems=tuple(map(_discreet, error.problems)))
    return Bound(order, joined(press.setting.sources, printed))


def _discreet(problem: Problem) -> Problem:
    """A problem that does not show what stands on a page, which may be a patient's name."""
    if problem.code in PRINT_CODES:
        message = f"{CODES[problem.code]} This is so in {problem.place.path.stem}."
        return replace(problem, message=message)
    if problem.code != "glyph-missing":
        return problem
    hint = "Build a pack without a patient: `build-pack build` names the character."
    return replace(problem, message="The pack's fonts lack a character.", hint=hint)
