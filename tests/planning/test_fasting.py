"""Fasting times are counted back from the list's start or from the patient's own time."""

import pytest

from build_pack.content.models.clinic import Fasting
from build_pack.planning.fasting import fasting_times
from tests.planning.samples import LONDON, at

OWN = Fasting(food_hours=6, drink_hours=2)
LISTS = Fasting(food_hours=6, drink_hours=2, morning_list="08:30", afternoon_list="13:00")


@pytest.mark.parametrize(
    ("rule", "start", "food", "drinks"),
    [
        (OWN, "2026-12-10T09:00", "2026-12-10T03:00", "2026-12-10T07:00"),
        (OWN, "2026-12-10T05:30", "2026-12-09T23:30", "2026-12-10T03:30"),
        (LISTS, "2026-12-10T11:45", "2026-12-10T02:30", "2026-12-10T06:30"),
        (LISTS, "2026-12-10T12:00", "2026-12-10T06:00", "2026-12-10T10:00"),
        (LISTS, "2026-12-10T16:15", "2026-12-10T07:00", "2026-12-10T11:00"),
        (LISTS, "2026-12-10T08:00", "2026-12-10T02:00", "2026-12-10T06:00"),
    ],
)
def test_times_are_counted_back(rule: Fasting, start: str, food: str, drinks: str) -> None:
    times = fasting_times(rule, at(start))
    assert (times.food, times.drinks) == (at(food), at(drinks))


def test_hours_are_hours_in_the_night_in_which_the_clocks_change() -> None:
    times = fasting_times(OWN, at("2026-03-29T06:00", LONDON))
    assert times.food == at("2026-03-28T23:00", LONDON)
    assert times.drinks == at("2026-03-29T04:00", LONDON)
