"""What the template of a checklist is given."""

from dataclasses import dataclass

from build_pack.documents.shared.views import Document, Prose, RedFlagsView


@dataclass(frozen=True, slots=True)
class ChecklistTask:
    """A line of the checklist: what to do, and when in words where it is tied to a day."""

    text: Prose
    when: str = ""
    blank: str = ""
    """The label of a blank for the date or the time, where one belongs."""


@dataclass(frozen=True, slots=True)
class ChecklistStage:
    """A part of the checklist."""

    id: str
    heading: str
    tasks: tuple[ChecklistTask, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistDocument(Document):
    """The checklist: before, on the day, after, and in the days and weeks that follow."""

    introduction: Prose
    stages: tuple[ChecklistStage, ...]
    pain: tuple[str, ...]
    """The numbers of the pain scale, from none to the worst."""
    red_flags: RedFlagsView
