"""How far the course of a medicine is on the day of printing: what of it is still to come."""

from collections.abc import Iterator

from build_pack.content.models.medicine_rules import Decision
from build_pack.documents.shared.composer import Composer
from build_pack.planning.moments import PlannedMoment, on_day
from build_pack.planning.plan import MedicinePlan, PlannedBridging

_OPEN = frozenset({Decision.ASK, Decision.UNDECIDED})


def is_over(composer: Composer, one: MedicinePlan) -> bool:
    """Whether the patient takes it again as ever, and since before the day of printing.

    Never where the team tells when, or nothing is decided: nobody knows the day.
    """
    return one.decision not in _OPEN and not any(
        is_to_come(composer, when) for when in _ends(composer, one)
    )


def _ends(composer: Composer, one: MedicinePlan) -> Iterator[PlannedMoment | None]:
    """The last day of each thing that the rule changes; of one that changes nothing, day 0."""
    if one.last_dose or (one.instruction and one.instruction.restart):
        yield one.restart
    yield one.reduced[1] if one.reduced else on_day(composer.visit, 0)


def is_to_come(composer: Composer, when: PlannedMoment | None) -> bool:
    """Whether a day is not over when it is printed; None is when the team says so."""
    from_day = composer.visit.from_day
    return from_day is None or when is None or when.day is None or when.day >= from_day


def bridge_to_come(composer: Composer, one: MedicinePlan) -> PlannedBridging | None:
    """Another medicine in between, unless it was for the days before the procedure alone.

    One that is given again goes on until the team tells when to stop it.
    """
    if one.bridge and composer.visit.printed_on and not one.bridge.bridging.restart:
        return None
    return one.bridge


def decision_to_come(composer: Composer, one: MedicinePlan) -> Decision:
    """The decision as it is told on the day of printing."""
    if is_over(composer, one):
        return Decision.CONTINUE
    if one.decision is Decision.SWITCH and not bridge_to_come(composer, one):
        return Decision.WITHHOLD
    return one.decision
