"""The clock times of a clinic's days: when doses are taken, and how long a procedure lasts."""

from datetime import time
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationInfo, field_validator

from build_pack.content.models.base import Model
from build_pack.content.models.dosing import Slot
from build_pack.text.patterns import CLOCK, IN_WORDS

ClockTime = Annotated[str, StringConstraints(pattern=CLOCK), Field(description=IN_WORDS[CLOCK])]


class TimeOfDay(Model):
    """Between which clock times a dose of one time of day is taken, and when it usually is."""

    begins: ClockTime
    """From this time on it may be taken."""
    usual: ClockTime
    """The time from which the hours of a rule are counted to it."""
    taken_by: ClockTime
    """By this time it has certainly been taken."""

    @field_validator("usual", "taken_by")
    @classmethod
    def _in_order(cls, clock: str, info: ValidationInfo) -> str:
        before = "begins" if info.field_name == "usual" else "usual"
        if clock < info.data.get(before, ""):
            raise ValueError(f"the time is earlier than that of {before}")
        return clock


def _time(begins: str, usual: str, taken_by: str) -> TimeOfDay:
    return TimeOfDay(begins=begins, usual=usual, taken_by=taken_by)


_Later = Annotated[TimeOfDay, Field(validate_default=True)]


class ClinicTimes(Model):
    """What morning, noon, evening and bedtime are on the clock, and how long a procedure lasts."""

    morning: TimeOfDay = _time("06:00", "08:00", "11:00")
    noon: _Later = _time("12:00", "12:00", "14:00")
    evening: _Later = _time("18:00", "20:00", "21:00")
    bedtime: _Later = _time("21:00", "22:00", "23:59")
    procedure_minutes: Annotated[int, Field(strict=True, ge=5, le=600)] = 120
    """How long a procedure is taken to last, from its start until the patient may take a dose."""

    @field_validator("noon", "evening", "bedtime")
    @classmethod
    def _after_the_one_before(cls, found: TimeOfDay, info: ValidationInfo) -> TimeOfDay:
        slots = tuple(Slot)
        before = slots[slots.index(Slot(info.field_name or "")) - 1]
        earlier: TimeOfDay | None = info.data.get(before)
        if earlier and found.begins < earlier.taken_by:
            clash = f"before {before} ends at {earlier.taken_by}"
            raise ValueError(f"{info.field_name} begins at {found.begins}, {clash}")
        return found

    def of(self, slot: Slot) -> TimeOfDay:
        """One time of day."""
        found: TimeOfDay = getattr(self, slot)
        return found

    def usual(self, slot: Slot) -> time:
        """When a dose of a time of day is usually taken."""
        return time.fromisoformat(self.of(slot).usual)
