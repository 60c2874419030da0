"""Why what a rule says of one medicine is not planned: what is taken beside it, and its days."""

from collections.abc import Iterator

from build_pack.content.dosing import Bridging
from build_pack.content.rules import Case, Decision
from build_pack.planning.calendar import is_weekly
from build_pack.planning.choosing import Choice, Reason, Why
from build_pack.planning.together import Medicines, Together, parts, thinners
from build_pack.planning.visit import Taken, Visit

_TIMED = frozenset({Decision.WITHHOLD, Decision.SWITCH, Decision.REDUCE})
"""The decisions that depend on the days on which a medicine is taken."""


def obstacles(
    choice: Choice, taken: Taken, visit: Visit, medicines: Medicines, beside: Together
) -> Iterator[Reason]:
    """Each reason for which nothing is planned; none if the choice can be.

    Medicines that are taken together go before what a rule says of one of them.
    """
    called = [
        Reason(why)
        for why, holds in (
            (Why.STOPPED, taken.stopped is not None),
            (Why.SEVERAL, taken in beside.thinners),
            (Why.TWICE, any(taken in group for group in beside.twice)),
        )
        if holds
    ]
    yield from called
    if isinstance(choice, Reason):
        if not called or choice.why is Why.UNKNOWN:
            yield choice
    elif not called:
        yield from _of_case(choice, taken, visit, medicines)


def _of_case(case: Case, taken: Taken, visit: Visit, medicines: Medicines) -> Iterator[Reason]:
    """A medicine in between that does not go with the others, or a weekday that is not known."""
    others = [one for one in visit.medicines or () if one is not taken]
    if isinstance(case.bridging, Bridging):
        between = Taken(case.bridging.medicine, medicines[case.bridging.medicine])
        if any({*parts(between)} & {*parts(one)} for one in visit.medicines or ()):
            yield Reason(Why.IN_USE)
        elif thinners(between, medicines) and any(thinners(one, medicines) for one in others):
            yield Reason(Why.BESIDE)
    if case.decision in _TIMED and is_weekly(taken) and not (taken.weekday and visit.start):
        yield Reason(Why.WEEKDAY)
