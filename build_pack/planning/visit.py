"""A visit: when and where the procedure is, and what the patient takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from build_pack.content.models.clinic import Weekday
from build_pack.content.models.dosing import Slot
from build_pack.content.models.formulary import AnyMedicine
from build_pack.content.models.page_format import PageFormat
from build_pack.content.models.regions import BodySide, Region
from build_pack.planning.medicine_lookup.amounts import Strength

_TWICE_A_DAY = (Slot.MORNING, Slot.EVENING)


@dataclass(frozen=True, slots=True)
class TakenMedicine:
    """A medicine that the patient takes, as far as it is known."""

    given: str
    """The name as it was given; printed where the medicine is not known."""
    medicine: AnyMedicine | None = None
    """None: no medicine of the formulary or the clinic has the name."""
    strength: Strength | None = None
    """What is on the box, such as 5 mg."""
    slots: tuple[Slot, ...] = ()
    """The times of day at which it is taken; empty: not known."""
    brand: str = ""
    """The brand by which it was given, if it was; patients know their medicines by it."""
    weekday: Weekday | None = None
    """The day of a medicine that is taken once a week."""
    indication: str | None = None
    """An id under `indications` of the clinic's medicines.yaml."""
    dose: str | None = None
    """An id under `doses` there."""
    stopped: date | None = None
    """The day of the last dose, of one that the patient does not take any more."""
    may_thin: bool = False
    """Whether the medicine is not known, and may be one that thins the blood."""
    times_a_day: int | None = None
    """How many times a day, where the times of day are not known."""
    some_days: bool = False
    """Whether it is not taken every day, and no weekday tells when."""
    other_interval: bool = False
    """Whether it is not taken once a week either, so that no weekday could tell."""

    @property
    def is_assumed(self) -> bool:
        """Whether it is only known to be taken twice a day: in the morning and the evening."""
        return not self.slots and self.times_a_day == 2  # noqa: PLR2004

    @property
    def planned_slots(self) -> tuple[Slot, ...]:
        """The times of day by which it is planned; empty: not known."""
        return _TWICE_A_DAY if self.is_assumed else self.slots


_ORDINARY = PageFormat()


@dataclass(frozen=True, slots=True)
class Visit:
    """What is known of one patient's visit; nothing of it is written anywhere but into the PDF."""

    start: datetime | None = None
    """Date and time of the procedure, with the clinic's time zone; None: blanks are printed."""
    region: Region | None = None
    side: BodySide | None = None
    kidney: str | None = None
    """An id under `kidney_bands` of the clinic's medicines.yaml."""
    medicines: tuple[TakenMedicine, ...] | None = None
    """None: not recorded, and every medicine that the clinic has a rule for is planned."""
    label: str = ""
    """The patient's name or number, as it is to be on the pages."""
    page_format: PageFormat = _ORDINARY
    previous_start: datetime | None = None
    """Date and time that the procedure had before it was moved."""
    today: date | None = None
    """The day of printing, if that is known; no day of a plan depends on it."""
    printed_on: date | None = None
    """The day of printing, if the procedure has begun by then: the patient goes home."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """The answers that are known, by the ids of the clinic's facts: yes, no, a choice or a band."""
    fact_dates: Mapping[str, date] = field(default_factory=dict)
    """The dates that were given for facts with a time limit."""
    numbers: Mapping[str, Decimal] = field(default_factory=dict)
    """Those that are numbers, each in the unit of its fact."""

    @property
    def is_personal(self) -> bool:
        """Whether it is one patient's: a day is known, or what the patient takes."""
        return self.start is not None or self.medicines is not None

    @property
    def from_day(self) -> int | None:
        """The day from the procedure on which what is still to come begins; None: all is."""
        on, start = self.printed_on, self.start
        return (on - start.date()).days if on and start else None

    @property
    def is_over(self) -> bool:
        """Whether the procedure has begun by the day of printing: nothing before it is to come."""
        return self.printed_on is not None

    def is_to_come(self, day: int | None) -> bool:
        """Whether a day from the procedure is not over when it is printed; None never is."""
        from_day = self.from_day
        return from_day is None or day is None or day >= from_day

    def on(self, today: date, now: datetime | None = None) -> "Visit":
        """The same visit, as it is told on a day, at a moment; None: when that day is over.

        Until its time has come, the procedure's own day is told as any before it.
        """
        is_over = self.start is not None and (
            self.start <= now if now else self.start.date() <= today
        )
        return replace(self, today=today, printed_on=today if is_over else None)

    def date(self, day: int) -> date | None:
        """The date of a day counted from the procedure's, if that is known."""
        return self.start.date() + timedelta(days=day) if self.start else None
