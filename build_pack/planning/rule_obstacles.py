"""Why what a rule says of one medicine is not planned: what is taken beside it, and its days."""

from collections.abc import Iterator

from build_pack.content.models.dosing import Bridging
from build_pack.content.models.medicine_rules import Case, Decision
from build_pack.planning.interactions import Interactions, Medicines, component_ids, thinners
from build_pack.planning.moments import is_weekly
from build_pack.planning.rule_selection import Choice, UndecidedCause, UndecidedReason
from build_pack.planning.visit import TakenMedicine, Visit

_TIMED = frozenset({Decision.WITHHOLD, Decision.SWITCH, Decision.REDUCE})
"""The decisions that depend on the days on which a medicine is taken."""


def rule_obstacles(
    choice: Choice, taken: TakenMedicine, visit: Visit, medicines: Medicines, beside: Interactions
) -> Iterator[UndecidedReason]:
    """Each reason for which nothing is planned; none if the choice can be.

    Medicines that are taken together go before what a rule says of one of them.
    """
    called = [
        UndecidedReason(why)
        for why, holds in (
            (UndecidedCause.STOPPED, taken.stopped is not None),
            (UndecidedCause.SEVERAL, taken in beside.thinners),
            (UndecidedCause.TWICE, any(taken in group for group in beside.twice)),
        )
        if holds
    ]
    yield from called
    if isinstance(choice, UndecidedReason):
        if not called or choice.why is UndecidedCause.UNKNOWN:
            yield choice
    elif not called:
        yield from _of_case(choice, taken, visit, medicines)


def _of_case(
    case: Case, taken: TakenMedicine, visit: Visit, medicines: Medicines
) -> Iterator[UndecidedReason]:
    """A medicine in between that does not go with the others, or a weekday that is not known."""
    others = [one for one in visit.medicines or () if one is not taken]
    if isinstance(case.bridging, Bridging):
        between = TakenMedicine(case.bridging.medicine, medicines[case.bridging.medicine])
        if any({*component_ids(between)} & {*component_ids(one)} for one in visit.medicines or ()):
            yield UndecidedReason(UndecidedCause.IN_USE)
        elif thinners(between, medicines) and any(thinners(one, medicines) for one in others):
            yield UndecidedReason(UndecidedCause.BESIDE)
    if case.decision in _TIMED and is_weekly(taken) and not (taken.weekday and visit.start):
        yield UndecidedReason(UndecidedCause.WEEKDAY)
