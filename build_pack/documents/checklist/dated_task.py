"""A line of the checklist that follows from the visit, and its place in time."""

from dataclasses import dataclass
from datetime import time

from build_pack.content.models.checklist import Stage
from build_pack.content.models.clinic import NOON
from build_pack.documents.checklist.views import ChecklistTask
from build_pack.documents.shared.composer import Composer
from build_pack.planning.moments import PlannedMoment


@dataclass(frozen=True, slots=True)
class DatedTask:
    """A task with its place in the checklist."""

    stage: Stage
    when: PlannedMoment | None
    """None: tied to no day, and before what is."""
    task: ChecklistTask
    time: str = ""
    """What is said of its time beside its day; empty where the day says it all."""
    answers: str = ""
    """The key of clinic.yaml that it prints, to which lines of a leaflet give way."""


Order = tuple[float, bool, float, int]
"""The day, whether hours take its place, the minute of the day, and the stage."""


def in_time(composer: Composer, one: DatedTask) -> Order:
    """By which tasks are sorted.

    What has no time of day is first on its day; on that of the procedure it is when that begins,
    and a meal comes after it.
    """
    when, stage = one.when, tuple(Stage).index(one.stage)
    if when is None:
        return float("-inf"), False, 0, stage
    if when.day is None:
        return (when.hours or 0) / 24, True, 0, stage
    return when.day, False, _minute(composer, when), stage


def _minute(composer: Composer, when: PlannedMoment) -> float:
    if when.slot:
        return _minutes(composer.sources.clinic.times.usual(when.slot))
    if when.at and when.at.date() == when.date:
        return _minutes(when.at.time())
    if when.day != 0:
        return -1
    start = composer.visit.start
    begins = start.time() if start else time.fromisoformat(NOON)
    return _minutes(begins) + 60 * (when.hours or when.with_meal)


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute
