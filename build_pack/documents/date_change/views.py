"""What the template of a change of date is given."""

from dataclasses import dataclass

from build_pack.documents.shared.views import Document, Prose


@dataclass(frozen=True, slots=True)
class DayChange:
    """A day, or several in a row, with what the old sheet says of them and what holds now."""

    when: str
    before: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The days that differ, of the procedure or of medicines for which all of them are the same."""

    heading: str
    """The medicines; empty for the procedure."""
    days: tuple[DayChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateChangeDocument(Document):
    """What differs between the old date of a procedure and the new one."""

    previous: str
    """The old date with its time; empty where it is not known."""
    calls: tuple[Prose, ...]
    """About which medicines the patient calls: some days are over, or nothing is decided."""
    notes: tuple[Prose, ...]
    """About which the team decides, and which are taken as before."""
    groups: tuple[ChangeGroup, ...]
