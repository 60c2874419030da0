"""What the template of a checklist is given."""

from dataclasses import dataclass
from itertools import groupby

from build_pack.documents.shared.views import Document, Prose, RedFlagsView


@dataclass(frozen=True, slots=True)
class ChecklistTask:
    """A line of the checklist: what to do, and when in words where it is tied to a day."""

    text: Prose
    when: str = ""
    blank: str = ""
    """The label of a blank for the date or the time, where one belongs."""
    dont: bool = False
    """Whether it says what not to do, so that there is nothing to tick."""


@dataclass(frozen=True, slots=True)
class ChecklistStage:
    """A part of the checklist."""

    id: str
    heading: str
    tasks: tuple[ChecklistTask, ...]

    @property
    def lists(self) -> tuple[tuple[ChecklistTask, ...], ...]:
        """Those without a day, then those with one; a list for each row with the same mark."""
        tasks = sorted(self.tasks, key=lambda task: bool(task.when))
        found = groupby(tasks, lambda task: (bool(task.when), task.dont))
        return tuple(tuple(chosen) for _, chosen in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistDocument(Document):
    """The checklist: before, on the day, after, and in the days and weeks that follow."""

    introduction: Prose
    past: str
    """What was before the procedure, when that is over; empty otherwise."""
    stages: tuple[ChecklistStage, ...]
    red_flags: RedFlagsView
