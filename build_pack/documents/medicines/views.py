"""What the template of the medicine sheet is given."""

from dataclasses import dataclass

from build_pack.content.models.medicine_rules import Decision
from build_pack.documents.front_page.views import FrontPage
from build_pack.documents.shared.views import Document, Prose, SignsView
from build_pack.planning.medicine_days import DayMark


@dataclass(frozen=True, slots=True)
class MedicineStep:
    """What to do with a medicine on some day: its date in words, or a blank for it."""

    label: str
    text: Prose
    """Empty where the date says all there is."""
    date: str = ""
    blank: str = ""
    """The label of a blank to write into, where one belongs."""


@dataclass(frozen=True, slots=True)
class MedicineAdvice:
    """What to do if something goes otherwise."""

    label: str
    text: Prose


@dataclass(frozen=True, slots=True)
class StripColumn:
    """A day of the grid, or several in a row on which nothing changes."""

    weekday: str
    """In short; empty where the date is not known."""
    date: str
    """Day and month; without a date, the distance from the procedure in words."""
    units: int
    """Its width, of the `GRID_UNITS` of the whole grid."""
    is_procedure: bool
    last_weekday: str = ""
    last_date: str = ""
    """The last of several days; empty where it is one."""


@dataclass(frozen=True, slots=True)
class StripCell:
    """What to do with a medicine on the days of one column or of several in a row."""

    mark: DayMark
    word: str
    units: int
    """The width of its columns together."""


@dataclass(frozen=True, slots=True)
class BridgingView:
    """Another medicine in between: which, who gives it, how much, and when."""

    name: str
    text: Prose
    dose: str
    """Empty: the team writes it in."""
    strip: tuple[StripCell, ...]
    steps: tuple[MedicineStep, ...]


@dataclass(frozen=True, slots=True)
class MedicineName:
    """A medicine by its names, and what may be said beside them."""

    name: Prose
    brands: str
    purpose: str
    """What it is for; empty where the heading of its group says it."""
    conditions: tuple[str, ...]
    """What of the visit chose this case of the rule, so that whoever hands it out can check."""


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A medicine, or several of which the same is said: names, days, steps."""

    names: tuple[MedicineName, ...]
    decision: Decision
    headline: str
    notes: tuple[Prose, ...]
    """What goes with the decision, beside the steps."""
    strip: tuple[StripCell, ...]
    """Its days; empty where all are alike, or not known."""
    steps: tuple[MedicineStep, ...]
    bridge: BridgingView | None
    advice: tuple[MedicineAdvice, ...]
    prescriber: bool
    """Whether there is a line on which the prescriber agrees."""


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Entries below a heading, which is empty for those of one patient."""

    heading: str
    entries: tuple[SheetEntry, ...]


@dataclass(frozen=True, slots=True)
class MedicineGrid:
    """Some medicines below the same days; no days where the page is too narrow for them."""

    columns: tuple[StripColumn, ...]
    groups: tuple[EntryGroup, ...]


GRID_UNITS = 46
"""The width of a grid: of so many units, each of 1 to 14 columns has nearly the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicinesDocument(Document):
    """The medicine sheet: the clinic's rules worked out for one visit."""

    front: FrontPage | None
    """Its first page, for one patient."""
    is_patients: bool
    """Whether it lists one patient's medicines, and not all that the clinic has rules for."""
    grids: tuple[MedicineGrid, ...]
    decided: tuple[str, ...]
    """Who decided and who agreed, and when, of all rules that are used."""
    signs_heading: Prose
    signs: tuple[SignsView, ...]
    """The kinds of harm in columns; on the front page, where there is one."""

    @property
    def entries(self) -> tuple[SheetEntry, ...]:
        """All medicines in print order."""
        return tuple(one for grid in self.grids for group in grid.groups for one in group.entries)
