"""A visit's plan by its old date and by its new one, medicine by medicine."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from build_pack.content.models.facts import answer_on
from build_pack.documents.medicines.visit_plans import visit_plan
from build_pack.documents.shared.clinical.plans import is_open
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.moments import PlannedMoment
from build_pack.planning.plan import MedicinePlan, Plan
from build_pack.planning.visit import Visit


@dataclass(frozen=True, slots=True)
class TwoPlans:
    """What one medicine is planned to be by the old date and by the new one."""

    old: MedicinePlan
    new: MedicinePlan

    def has_begun(self, today: date | None) -> bool:
        """Whether the patient may have begun with the old plan, or it is too late for the new."""
        is_past = today is not None and any(day < today for day in self._begins())
        return is_past and not is_open(self.new)

    @property
    def is_undecided(self) -> bool:
        """Whether the team decides about it, without a call of the patient."""
        return is_open(self.new) and bool(self.new.reasons) and not self.new.is_call

    @property
    def is_called_about(self) -> bool:
        """Whether the patient calls, and then it is decided."""
        return is_open(self.new) and not self.is_undecided

    def _begins(self) -> Iterator[date]:
        """The first day on which each of the plans has the patient do something unusual."""
        for one in (self.old, self.new):
            if days := [when.date for when in _before(one) if when.date]:
                yield min(days)


def both_plans(sources: DocumentSources, visit: Visit) -> tuple[Plan, Plan] | None:
    """The plan by the old date and by the new one; None where either is not known."""
    if visit.start is None or visit.previous_start is None:
        return None
    new = replace(visit, printed_on=None, medicines=visit.medicines or ())
    known = sources.rules.facts
    then = {
        name: answer_on(known[name], when, visit.previous_start.date())
        for name, when in visit.fact_dates.items()
    }
    old = replace(new, start=visit.previous_start, facts={**visit.facts, **then})
    return visit_plan(sources, old), visit_plan(sources, new)


def days_that_count(old: Plan, new: Plan) -> tuple[date, ...]:
    """Each day from the first on which one of the plans does something to the last."""
    found = [
        day
        for plan in (old, new)
        if plan.visit.start
        for day in (
            plan.visit.start.date(),
            plan.visit.start.date() + timedelta(days=1),
            *(day for one in plan.medicines for day in _all_days(one)),
        )
    ]
    first = min(found)
    return tuple(first + timedelta(days=n) for n in range((max(found) - first).days + 1))


def _all_days(one: MedicinePlan) -> Iterator[date]:
    after = [one.restart, one.bridge.restart if one.bridge else None]
    yield from (when.date for when in (*_before(one), *after) if when and when.date)
    if one.reduced and one.reduced[1].date:
        yield one.reduced[1].date + timedelta(days=1)


def _before(one: MedicinePlan) -> Iterator[PlannedMoment]:
    if one.last_dose:
        yield one.last_dose
    if one.reduced:
        yield one.reduced[0]
    if one.bridge:
        yield one.bridge.first
