"""A clinic: whose name is on the pack, how it is reached, and what it adds to the leaflets."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from build_pack.content.medicines import Country
from build_pack.content.model import Id, Locale, LocalizedText, Model, Name


class Purpose(StrEnum):
    """What a phone number is for."""

    APPOINTMENTS = "appointments"
    QUESTIONS = "questions"
    OUT_OF_HOURS = "out-of-hours"


PhoneNumber = Annotated[
    str,
    StringConstraints(pattern=r"^\+?[0-9][0-9 ()\-]{1,24}$"),
    Field(description="As patients dial it: digits, spaces, hyphens, brackets, a leading +."),
]


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


ClockTime = Annotated[
    str,
    StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$"),
    Field(description='24-hour time in quotes, such as "08:30".'),
]


class Hours(Model):
    """Opening hours from one weekday to another, or on one."""

    first: Weekday
    last: Weekday | None = None
    opens: ClockTime
    closes: ClockTime


Colour = Annotated[
    str,
    StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$"),
    Field(description='A colour in quotes, such as "#0b5c6b".'),
]


class Brand(Model):
    """The clinic's colours, and its logo as a file beside clinic.yaml."""

    colour: Colour
    logo: Annotated[str, StringConstraints(pattern=r"^[^/\\]+\.(svg|png)$")] | None = None


class Stage(StrEnum):
    """The parts of the checklist."""

    BEFORE = "before"
    DAY = "day"
    AFTER = "after"
    LATER = "later"


class ChecklistItem(Model):
    """A line that the clinic adds to every checklist."""

    id: Id
    stage: Stage
    day: Annotated[int | None, Field(ge=-60, le=400)] = None
    """Days from the procedure: −1 the day before, 14 two weeks after."""
    text: LocalizedText


class Clinic(Model):
    """`clinic.yaml`."""

    id: Id
    name: LocalizedText
    country: Country
    address: Annotated[tuple[Name, ...], Field(min_length=1, max_length=6)]
    phones: Annotated[tuple[Phone, ...], Field(min_length=1)]
    emergency_number: PhoneNumber
    website: Annotated[str, StringConstraints(pattern=r"^[\w.-]+\.[a-z]{2,}(/\S*)?$")] | None = None
    hours: Annotated[tuple[Hours, ...], Field(min_length=1)]
    locales: Annotated[tuple[Locale, ...], Field(min_length=1)]
    """The languages in which this clinic hands out packs."""
    document_prefix: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{2,8}$")]
    """Put before each document code."""
    brand: Brand
    checklist: tuple[ChecklistItem, ...] = ()
