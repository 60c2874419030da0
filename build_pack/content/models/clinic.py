"""A clinic: whose name is on the pack, how it is reached, and what it adds to the leaflets."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationInfo, field_validator

from build_pack.content.models.base import Id, LocaleCode, LocalizedName, LocalizedText, Model, Name
from build_pack.content.models.checklist import Stage
from build_pack.content.models.diary_schedule import DiaryTimes
from build_pack.content.models.formulary import Country
from build_pack.content.models.pack import Pack
from build_pack.content.models.page_format import Paper
from build_pack.content.models.times_of_day import ClinicTimes, ClockTime
from build_pack.text.patterns import CODE, COLOUR, IN_WORDS, LOGO, PHONE, WEBSITE


class Purpose(StrEnum):
    """What a phone number is for."""

    APPOINTMENTS = "appointments"
    QUESTIONS = "questions"
    OUT_OF_HOURS = "out-of-hours"


PhoneNumber = Annotated[str, StringConstraints(pattern=PHONE), Field(description=IN_WORDS[PHONE])]


class Phone(Model):
    """One number and what to call it for."""

    purpose: Purpose
    number: PhoneNumber


class Weekday(StrEnum):
    """The days of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


NOON = "12:00"


class Hours(Model):
    """Opening hours from one weekday to another, or on one."""

    first: Weekday
    last: Weekday | None = None
    opens: ClockTime
    closes: ClockTime

    @field_validator("closes")
    @classmethod
    def _opens_first(cls, closes: str, info: ValidationInfo) -> str:
        if closes <= info.data.get("opens", ""):
            raise ValueError("the time must be later than opens")
        return closes


Colour = Annotated[str, StringConstraints(pattern=COLOUR), Field(description=IN_WORDS[COLOUR])]


class Brand(Model):
    """The clinic's colours, and its logo as a file beside clinic.yaml."""

    colour: Colour
    logo: Annotated[str, StringConstraints(pattern=LOGO)] | None = None


class Letterhead(Model):
    """Paper on which the clinic's name and address are printed already: what is left free on it."""

    top: Annotated[int, Field(strict=True, ge=6, le=80)]
    """Millimetres from the upper edge of the paper."""
    bottom: Annotated[int, Field(strict=True, ge=6, le=60)]
    """Millimetres from the lower edge of the paper."""


class LeafletScoped(Model):
    """Something that a clinic says for some of its leaflets, or for all."""

    leaflets: Annotated[tuple[Id, ...], Field(min_length=1)] | None = None
    """Ids of leaflets; left out: for all."""

    def is_for(self, leaflet: str) -> bool:
        """Whether it is said for this leaflet."""
        return self.leaflets is None or leaflet in self.leaflets


_DAYS = {
    Stage.BEFORE: (-60, 0),
    Stage.DAY: (0, 0),
    Stage.AFTER: (0, 400),
    Stage.LATER: (1, 400),
}
"""The first and the last day that an item of a stage may have."""


class ChecklistItem(LeafletScoped):
    """A line that the clinic adds to every checklist."""

    id: Id
    stage: Stage
    day: Annotated[int, Field(strict=True, ge=-60, le=400)] | None = None
    """Days from the procedure: −1 the day before, 14 two weeks after."""
    hours: Annotated[int, Field(strict=True, ge=1, le=168)] | None = None
    """Hours after the end of the procedure, instead of a day."""
    dont: Annotated[bool, Field(strict=True)] = False
    """Whether it says what not to do: it has a cross and no box to tick."""
    text: LocalizedText

    @field_validator("day")
    @classmethod
    def _within_its_stage(cls, day: int | None, info: ValidationInfo) -> int | None:
        first, last = _DAYS[info.data["stage"]] if "stage" in info.data else (-60, 400)
        if day is not None and not first <= day <= last:
            raise ValueError(f"day {day} is not in the stage “{info.data['stage']}”")
        return day

    @field_validator("hours")
    @classmethod
    def _hours_alone(cls, hours: int | None, info: ValidationInfo) -> int | None:
        if hours is not None and info.data.get("day") is not None:
            raise ValueError("give either day or hours")
        if hours is not None and info.data.get("stage") in {Stage.BEFORE, Stage.DAY}:
            raise ValueError("hours count from the end of the procedure")
        return hours


class BlankAnswer(Model):
    """What is printed on a consent form in place of a line to write on."""

    leaflet: Id
    """Whose form it is."""
    id: Id
    """The blank's own in the leaflet, such as `doctor`."""
    text: LocalizedText


class Fasting(LeafletScoped):
    """When to stop eating and drinking: the clinic's hours, counted back from the procedure."""

    food_hours: Annotated[int, Field(strict=True, ge=1, le=24)]
    drink_hours: Annotated[int, Field(strict=True, ge=1, le=24)]
    """For clear drinks such as water."""
    morning_list: ClockTime | None = None
    """When the morning list starts; everyone on it fasts from the same time."""
    afternoon_list: ClockTime | None = None

    @field_validator("drink_hours")
    @classmethod
    def _no_longer_than_food(cls, hours: int, info: ValidationInfo) -> int:
        if hours > info.data.get("food_hours", hours):
            raise ValueError("drinks must not be stopped before food")
        return hours

    @field_validator("morning_list")
    @classmethod
    def _before_noon(cls, clock: str | None) -> str | None:
        if clock and clock >= NOON:
            raise ValueError("the morning list must start before noon")
        return clock

    @field_validator("afternoon_list")
    @classmethod
    def _from_noon(cls, clock: str | None) -> str | None:
        if clock and clock < NOON:
            raise ValueError("the afternoon list must not start before noon")
        return clock


class Keys(StrEnum):
    """Whether signatures need an SSH key."""

    REQUIRED = "required"
    OPTIONAL = "optional"


class Approvals(Model):
    """Who signs a text before patients get it."""

    roles: Annotated[tuple[Id, ...], Field(min_length=2)] = ("translation-reviewer", "clinician")
    """Roles of which each has to sign, each a different person."""
    keys: Keys | None = None
    """Whether each signature needs an SSH key; left out: where there is a list of keys."""

    @field_validator("roles")
    @classmethod
    def _each_once(cls, roles: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(roles)) < len(roles):
            raise ValueError("the list contains a role twice")
        return roles


class Clinic(Model):
    """`clinic.yaml`."""

    id: Id
    name: LocalizedName
    country: Country
    address: Annotated[tuple[Name, ...], Field(min_length=1, max_length=6)]
    phones: Annotated[tuple[Phone, ...], Field(min_length=1)]
    emergency_number: PhoneNumber
    website: Annotated[str, StringConstraints(pattern=WEBSITE)] | None = None
    hours: Annotated[tuple[Hours, ...], Field(min_length=1)]
    locales: Annotated[tuple[LocaleCode, ...], Field(min_length=1)]
    """The languages in which this clinic hands out packs."""
    document_prefix: Annotated[str, StringConstraints(pattern=CODE)]
    """Put before each document code."""
    brand: Brand
    paper: Literal[Paper.A4, Paper.LETTER] = Paper.A4
    """What lies in the clinic's printers."""
    letterhead: Letterhead | None = None
    """Left out where the paper is blank: then the clinic's name and logo are printed."""
    label_barcode: bool = False
    """Whether forms have the number of the patient's label as a barcode, Code 128, too."""
    time_zone: str | None = None
    """As in Europe/Istanbul; needed only in a country with more than one."""
    times: ClinicTimes = ClinicTimes()
    """The clock times by which doses in hours are counted."""
    fasting: Fasting | None = None
    """Left out where patients need not fast."""
    checklist: tuple[ChecklistItem, ...] = ()
    blanks: tuple[BlankAnswer, ...] = ()
    """What the clinic answers itself on consent forms; the other blanks are filled in by hand."""
    diaries: tuple[DiaryTimes, ...] = ()
    """When patients write in their diaries; a leaflet without times has blanks for them."""
    packs: tuple[Pack, ...] = ()
    """What is handed out together, beside all documents of one leaflet."""
    approvals: Approvals = Approvals()

    @field_validator("locales")
    @classmethod
    def _each_once(cls, locales: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(locales)) < len(locales):
            raise ValueError("the list contains a language twice")
        return locales
