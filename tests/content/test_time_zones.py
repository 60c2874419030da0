"""A clinic's clock times have one time zone."""

from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

import pytest

from build_pack.content.models.clinic import Clinic
from build_pack.content.time_zones import is_zone, time_zone, zones_of
from tests.content.samples import changed, load_text


def clinic(folder: Path, lines: str) -> Clinic:
    return cast(
        "Clinic", load_text(folder, "clinic", changed("clinic", "country: TR", lines)).model
    )


@pytest.mark.parametrize(
    ("lines", "zone"),
    [
        ("country: TR", "Europe/Istanbul"),
        ("country: US\ntime_zone: America/Chicago", "America/Chicago"),
        ("country: TR\ntime_zone: Europe/Berlin", "Europe/Berlin"),
    ],
)
def test_the_zone_is_the_one_that_is_given_or_that_of_the_country(
    tmp_path: Path, lines: str, zone: str
) -> None:
    assert time_zone(clinic(tmp_path, lines)) == ZoneInfo(zone)


@pytest.mark.parametrize(
    "lines", ["country: US", "country: UK", "country: TR\ntime_zone: Europe/Istambul"]
)
def test_a_clinic_without_a_single_zone_is_refused(tmp_path: Path, lines: str) -> None:
    with pytest.raises(LookupError, match="the clinic “north” has no single time zone"):
        time_zone(clinic(tmp_path, lines))


def test_every_zone_of_a_country_is_one_that_python_knows() -> None:
    unknown = [zone for country in ("TR", "US", "GB", "IN", "AU") for zone in zones_of(country)]
    assert [zone for zone in unknown if not is_zone(zone)] == []


@pytest.mark.parametrize("country", ["ZZ", "UK", "", "001x"])
def test_a_country_that_there_is_not_has_no_zones(country: str) -> None:
    assert zones_of(country) == ()


@pytest.mark.parametrize("name", ["", "Europe", "../etc/passwd", "Europe/Istambul", "zone.tab"])
def test_a_name_that_no_zone_bears_is_known_as_such(name: str) -> None:
    assert not is_zone(name)
