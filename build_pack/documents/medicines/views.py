"""What the template of the medicine sheet is given."""

from dataclasses import dataclass

from build_pack.content.models.medicine_rules import Decision
from build_pack.documents.shared.views import Document, Prose
from build_pack.planning.medicine_days import DayMark


@dataclass(frozen=True, slots=True)
class MedicineStep:
    """What to do with a medicine on some day: its date in words, or a blank for it."""

    label: str
    text: Prose
    date: str = ""
    blank: str = ""
    """The label of a blank to write into, where one belongs."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day of a calendar."""

    weekday: str
    """In short; empty where the date is not known."""
    date: str
    """Day and month; without a date, the distance from the procedure in words."""
    mark: DayMark
    word: str
    """What to do, in a word or two; empty where nothing is decided."""
    slot: str = ""
    """The time of day of a last or first dose."""
    is_procedure: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """One medicine's calendar, in rows that fit the width of a page."""

    name: str
    rows: tuple[tuple[CalendarDay, ...], ...]


@dataclass(frozen=True, slots=True)
class MedicineAdvice:
    """What to do if something goes otherwise."""

    label: str
    text: Prose


@dataclass(frozen=True, slots=True)
class BridgingView:
    """Another medicine in between: which, who gives it, how much, and when."""

    name: str
    text: Prose
    dose: str
    """Empty: the team writes it in."""
    calendars: tuple[Calendar, ...]
    steps: tuple[MedicineStep, ...]


@dataclass(frozen=True, slots=True)
class MedicineCard:
    """One medicine: its names, what to do in a few words, its calendar and its steps."""

    name: Prose
    brands: str
    purpose: str
    """What it is for; empty where the section's heading says it."""
    conditions: tuple[str, ...]
    """What of the visit chose this case of the rule, so that whoever hands it out can check."""
    decision: Decision
    headline: str
    notes: tuple[Prose, ...]
    """What goes with the decision, beside the steps."""
    calendars: tuple[Calendar, ...]
    steps: tuple[MedicineStep, ...]
    bridge: BridgingView | None
    advice: tuple[MedicineAdvice, ...]
    prescriber: bool
    """Whether there is a line on which the prescriber agrees."""
    decided: tuple[str, ...]
    """Who decided and who agreed, and when; empty while undecided."""
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MedicineSection:
    """The medicines of one group, or all of one patient."""

    id: str
    heading: str
    cards: tuple[MedicineCard, ...]


@dataclass(frozen=True, slots=True)
class DecisionGroup:
    """All medicines with one decision, for the overview of a sheet without a patient."""

    decision: Decision
    headline: str
    cards: tuple[MedicineCard, ...]


@dataclass(frozen=True, slots=True)
class OverviewDay:
    """A line of the common calendar: a day, and what to do with each medicine."""

    weekday_and_date: str
    """Without a date, the distance from the procedure in words."""
    is_procedure: bool
    cells: tuple[CalendarDay | None, ...]
    """None: the note of the column says it for all days."""


@dataclass(frozen=True, slots=True)
class OverviewColumn:
    """A medicine of the common calendar; a note stands in for its days if nothing is decided."""

    name: Prose
    note: str = ""


@dataclass(frozen=True, slots=True)
class CalendarOverview:
    """Some medicines in one calendar: names above, days below."""

    columns: tuple[OverviewColumn, ...]
    days: tuple[OverviewDay, ...]

    @property
    def before(self) -> int:
        """How many of its days come before the procedure's."""
        return [day.is_procedure for day in self.days].index(True)


@dataclass(frozen=True, slots=True)
class HarmSigns:
    """Signs of one kind of harm."""

    lead: Prose
    items: tuple[Prose, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicinesDocument(Document):
    """The medicine sheet: the clinic's rules worked out for one visit."""

    together: str
    """The blood thinners that the patient takes together; empty if there is at most one."""
    twice: tuple[str, ...]
    """The names under which one medicine was given, of each that was given more than once."""
    with_nsaid: str
    """Blood thinners and the anti-inflammatory painkillers beside them; empty if not both."""
    is_patients: bool
    """Whether it lists one patient's medicines, and not all that the clinic has rules for."""
    verdicts: tuple[DecisionGroup, ...]
    overviews: tuple[CalendarOverview, ...]
    sections: tuple[MedicineSection, ...]
    signs_heading: Prose
    signs: tuple[tuple[HarmSigns, ...], ...]
    """The kinds of harm in two columns."""
