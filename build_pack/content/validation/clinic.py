"""A clinic's country and time zone, its phones, its brand and its checklist."""

from collections.abc import Iterator
from math import floor

from build_pack.content.colour_contrast import LEAST_CONTRAST, PANEL, contrast, darker_until
from build_pack.content.models.clinic import Clinic
from build_pack.content.time_zones import is_zone, zones_of
from build_pack.content.validation.ids import duplicate_id_problem, suggestion_hint
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Problem, Severity

_ZONES_SHOWN = 3


def clinic_problems(clinic: Loaded[Clinic]) -> Iterator[Problem]:
    """No clock to go by, a pale colour, phones and ids that appear twice."""
    yield from _clock_problems(clinic)
    yield from _phones_twice(clinic)
    yield from _brand_problems(clinic)
    seen: set[str] = set()
    for index, item in enumerate(clinic.model.checklist):
        if item.id in seen:
            hint = "Give each item of the checklist an id of its own."
            yield duplicate_id_problem(item.id, clinic.place("checklist", index, "id"), hint)
        seen.add(item.id)


def _clock_problems(clinic: Loaded[Clinic]) -> Iterator[Problem]:
    """A country that is none, or clock times without a time zone."""
    country, zone = clinic.model.country, clinic.model.time_zone
    zones = zones_of(country)
    if not zones:
        message = f"“{country}” is not a country code."
        hint = "Use the two letters from ISO 3166, such as TR, or GB for the United Kingdom."
        yield Problem("value-invalid", clinic.place("country"), message, hint)
    if zone is not None and not is_zone(zone):
        from zoneinfo import available_timezones

        message = f"“{zone}” is not a time zone."
        some = ", ".join(zones[:_ZONES_SHOWN]) or "Europe/Istanbul"
        hint = suggestion_hint(zone, sorted(available_timezones()), f"Use a name such as: {some}.")
        yield Problem("value-invalid", clinic.place("time_zone"), message, hint)
    if zone is None and len(zones) > 1:
        message = f"The file lacks the key “time_zone”: {country} has {len(zones)} time zones."
        more = ", …" if len(zones) > _ZONES_SHOWN else ""
        hint = f"Add a line “time_zone: …” with one of: {', '.join(zones[:_ZONES_SHOWN])}{more}"
        yield Problem("key-missing", clinic.place("country"), message, hint)


def _phones_twice(clinic: Loaded[Clinic]) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for index, phone in enumerate(clinic.model.phones):
        one = (phone.purpose.value, "".join(filter(str.isdigit, phone.number)))
        if one in seen:
            place = clinic.place("phones", index, "number")
            message = f"{phone.number} is listed twice for “{phone.purpose}”."
            yield Problem("value-invalid", place, message, "Remove one of the two.")
        seen.add(one)


def _brand_problems(clinic: Loaded[Clinic]) -> Iterator[Problem]:
    brand = clinic.model.brand
    ratio = contrast(brand.colour, PANEL)
    if ratio < LEAST_CONTRAST:
        least = floor(ratio * 10) / 10  # 6.96 must not be told as the 7 that it misses
        shade = darker_until(brand.colour, LEAST_CONTRAST)
        message = (
            f"{brand.colour} is too pale for text: its contrast is {least}, but at least "
            f"{LEAST_CONTRAST:g} is needed. Text is printed in {shade}, lines in your own "
            "colour."
        )
        hint = f"The pages can be used as they are. To silence this, set {shade} as your colour."
        place = clinic.place("brand", "colour")
        yield Problem("contrast-low", place, message, hint, Severity.WARNING)
