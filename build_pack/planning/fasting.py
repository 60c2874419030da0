"""When to stop eating and drinking before a procedure."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from build_pack.content.models.clinic import NOON, Fasting


@dataclass(frozen=True, slots=True)
class FastingTimes:
    """From when on a patient no longer eats, and no longer drinks."""

    food: datetime
    drinks: datetime


def fasting_times(rule: Fasting, start: datetime) -> FastingTimes:
    """Count the clinic's hours back from the start of the list, or from the patient's own time.

    A list that is said to start after the patient's own time does not shorten the fasting.
    """
    begin = _list_start(rule, start).astimezone(UTC)
    food, drinks = (
        (begin - timedelta(hours=hours)).astimezone(start.tzinfo)
        for hours in (rule.food_hours, rule.drink_hours)
    )
    return FastingTimes(food, drinks)


def _list_start(rule: Fasting, start: datetime) -> datetime:
    morning = start.time() < time.fromisoformat(NOON)
    clock = rule.morning_list if morning else rule.afternoon_list
    if clock is None:
        return start
    at = time.fromisoformat(clock)
    return min(start, start.replace(hour=at.hour, minute=at.minute))
