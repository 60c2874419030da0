"""The plan of a visit, worked out once for all that print it or warn of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.plan import Plan
from build_pack.planning.planner import make_plan
from build_pack.planning.procedure import Procedure
from build_pack.planning.question_finder import QuestionFinder
from build_pack.planning.visit import Visit

_Kept = dict[str, list[tuple[Visit, Plan]]]
"""By leaflet; a visit has no hash, for the models in it have none."""
_kept: ContextVar[_Kept | None] = ContextVar("plans", default=None)


@contextmanager
def plans_kept() -> Iterator[None]:
    """Work out no plan twice in this block, in which all sources are of one clinic.

    Nothing of a visit is kept beyond it.
    """
    before = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(before)


def visit_plan(sources: DocumentSources, visit: Visit) -> Plan:
    """The plan of a visit by the clinic's rules; how its pages are printed decides on nothing."""
    kept, plain = _kept.get(), replace(visit, page_format=Visit().page_format)
    of_leaflet = [] if kept is None else kept.setdefault(sources.leaflet.id, [])
    for known, plan in of_leaflet:
        if known == plain:
            return plan
    plan = make_plan(
        sources.rules,
        sources.medicines,
        Procedure.of(sources.leaflet),
        visit,
        sources.clinic.times,
    )
    of_leaflet.append((plain, plan))
    return plan


def question_finder(sources: DocumentSources) -> QuestionFinder:
    """What finds the questions about visits to a leaflet's procedure."""
    procedure = Procedure.of(sources.leaflet)
    return QuestionFinder(sources.rules, sources.medicines, procedure, sources.clinic.times)
