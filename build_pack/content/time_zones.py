"""Time zones of countries and clinics."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from build_pack.content.models.clinic import Clinic

_UNKNOWN = "ZZ"
"""What CLDR calls the zones of no country."""


def zones_of(country: str) -> tuple[str, ...]:
    """The names of a country's time zones, by Unicode's CLDR; none if there is no such country."""
    from babel.core import get_global

    zones = get_global("territory_zones")
    return tuple(sorted(zones[country])) if country in zones and country != _UNKNOWN else ()


def is_zone(name: str) -> bool:
    """Whether a time zone has this name."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # the name of a folder is an OSError
        return False
    return True


def time_zone(clinic: Clinic) -> ZoneInfo:
    """The zone of a clinic's clock times; `LookupError` if `check` would find none."""
    names = (clinic.time_zone,) if clinic.time_zone else zones_of(clinic.country)
    if len(names) != 1 or not is_zone(names[0]):
        raise LookupError(f"the clinic “{clinic.id}” has no single time zone")
    return ZoneInfo(names[0])
