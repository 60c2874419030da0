"""The day that it is at a clinic, and the time on the wall."""

from datetime import UTC, date, datetime

from build_pack.content.models.clinic import Clinic
from build_pack.content.time_zones import time_zone


def current_time() -> datetime:
    """The time as the clock of this machine shows it."""
    return datetime.now(UTC).astimezone()


def moment_for(today: date | None) -> datetime | None:
    """Now, where no day was chosen; else the whole of that day counts."""
    return None if today else current_time()


def today_at(clinic: Clinic | None) -> date:
    """Today where the clinic is; where this machine is, if nobody can say where the clinic is."""
    now = datetime.now(UTC)
    try:
        return now.astimezone(time_zone(clinic) if clinic else None).date()
    except LookupError:
        return now.astimezone().date()
