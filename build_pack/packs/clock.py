"""The day that it is at a clinic."""

from datetime import UTC, date, datetime
from pathlib import Path

from build_pack.content.clinic import Clinic
from build_pack.content.loading import load
from build_pack.content.zones import time_zone
from build_pack.packs.findings import Findings


def today_at(clinic: Path) -> date:
    """Today where the clinic is; where this machine is, if the clinic's file cannot be read."""
    found = Findings().attempt(load, clinic / "clinic.yaml", Clinic)  # its faults are told later
    now = datetime.now(UTC)
    if found is None:
        return now.astimezone().date()
    try:
        return now.astimezone(time_zone(found.model)).date()
    except LookupError:
        return now.astimezone().date()
