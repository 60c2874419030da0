"""How far the course of a medicine is on the day of printing: what of it is still to come."""

from collections.abc import Iterator

from build_pack.content.models.medicine_rules import Decision
from build_pack.documents.shared.composer import Composer
from build_pack.planning.plan import MedicinePlan, PlannedBloodTest, PlannedBridging

_OPEN = frozenset({Decision.ASK, Decision.UNDECIDED})


def is_over(composer: Composer, one: MedicinePlan) -> bool:
    """Whether the patient takes it again as ever, and since before the day of printing.

    Never where the team tells when, or nothing is decided: nobody knows the day.
    """
    return one.decision not in _OPEN and not any(
        composer.visit.is_to_come(day) for day in _ends(one)
    )


def _ends(one: MedicinePlan) -> Iterator[int | None]:
    """The last day of each thing that the rule changes; of one that changes nothing, day 0."""
    if one.last_dose or (one.instruction and one.instruction.restart):
        yield one.restart.day if one.restart else None
    yield one.reduced[1].day if one.reduced else 0


def bridge_to_come(composer: Composer, one: MedicinePlan) -> PlannedBridging | None:
    """Another medicine in between, unless it was for the days before the procedure alone.

    One that is given again goes on until the team tells when to stop it.
    """
    if one.bridge and composer.visit.is_over and not one.bridge.bridging.restart:
        return None
    return one.bridge


def tests_to_come(composer: Composer, one: MedicinePlan) -> Iterator[PlannedBloodTest]:
    """The blood tests that are not over: when the patient goes home, those after the procedure."""
    visit = composer.visit
    for test in one.tests:
        if not visit.is_over or (test.test.day > 0 and visit.is_to_come(test.test.day)):
            yield test


def decision_to_come(composer: Composer, one: MedicinePlan) -> Decision:
    """The decision as it is told on the day of printing."""
    if is_over(composer, one):
        return Decision.CONTINUE
    if one.decision is Decision.SWITCH and not bridge_to_come(composer, one):
        return Decision.WITHHOLD
    return one.decision
