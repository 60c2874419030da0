"""What the template of the front page is given."""

from dataclasses import dataclass

from build_pack.documents.shared.views import Document, Prose, SignsView

_MOST_KEPT_TOGETHER = 8


@dataclass(frozen=True, slots=True)
class DayTask:
    """What to do at a time of a day."""

    text: Prose
    time: str = ""
    """In words; empty where the day says it."""
    blank: str = ""
    """The label of a blank for the time, where one belongs."""


@dataclass(frozen=True, slots=True)
class TaskDay:
    """A day and all that is to be done on it."""

    when: str
    """Its date; or how far it is from the procedure, or when in words; empty for its own day."""
    is_procedure: bool
    tasks: tuple[DayTask, ...]
    blank: str = ""
    """The label of a blank for the date, where that is not known."""

    @property
    def is_long(self) -> bool:
        """Whether it may go on on the next page, which a few lines do not below their date."""
        return len(self.tasks) > _MOST_KEPT_TOGETHER


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The page that is enough by itself: what to do on which day, and when to call."""

    together: str
    """The blood thinners that the patient takes together; empty if there is at most one."""
    twice: tuple[str, ...]
    """The names under which one medicine was given, of each that was given more than once."""
    is_over: bool
    """Whether the procedure has begun by the time of printing."""
    past: str
    """What was before the procedure, when that is over; empty otherwise."""
    days: tuple[TaskDay, ...]
    """What is to be done, from the earliest day to the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPageDocument(Document):
    """The front page by itself."""

    front: FrontPage
    signs_heading: Prose
    signs: tuple[SignsView, ...]
