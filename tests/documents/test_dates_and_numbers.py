"""Dates, times, lists and numbers as each language writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.models.clinic import Weekday
from build_pack.documents.shared.dates_and_numbers import LocaleConventions

SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("locale", "text"), [("en", "August 5, 2026"), ("tr", "5 Ağustos 2026"), ("ar", "5 أغسطس 2026")]
)
def test_a_date_has_its_month_as_a_word_and_cannot_be_split(locale: str, text: str) -> None:
    assert LocaleConventions(locale).date(date(2026, 8, 5)) == text.replace(" ", SPACE)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)))
def test_no_date_holds_a_space_at_which_a_line_could_break(day: date) -> None:
    assert not {" ", "-"} & set(
        LocaleConventions("en").date(day) + LocaleConventions("tr").date(day)
    )


@pytest.mark.parametrize(
    ("locale", "clock", "text"),
    [
        ("en", "08:30", "8:30 AM"),
        ("en", "17:05", "5:05 PM"),
        ("tr", "08:30", "08:30"),
        ("tr", "17:05", "17:05"),
    ],
)
def test_a_time_of_day(locale: str, clock: str, text: str) -> None:
    assert LocaleConventions(locale).time(clock) == text.replace(" ", SPACE)


def test_weekdays_start_with_monday() -> None:
    names = [LocaleConventions("tr").weekday(day) for day in Weekday]
    assert names[0] == "Pazartesi"
    assert names[-1] == "Pazar"


@pytest.mark.parametrize(
    ("locale", "value", "text"),
    [
        ("en", Decimal("1234.5"), "1234.5"),
        ("tr", Decimal("1234.5"), "1234,5"),
        ("en", Decimal("0.0005"), "0.0005"),
        ("tr", Decimal("0.125"), "0,125"),
        ("tr", 6, "6"),
    ],
)
def test_a_number_keeps_every_digit_and_gets_no_sign_between_thousands(
    locale: str, value: Decimal | int, text: str
) -> None:
    assert LocaleConventions(locale).number(value) == text


MONDAY = date(2027, 9, 20)


def test_arabic_has_its_own_comma_and_the_figures_0_to_9() -> None:
    at = datetime(2027, 9, 20, 14, 0, tzinfo=UTC)
    found = LocaleConventions("ar", "TR").moment(at)
    assert found == "الاثنين، 20 سبتمبر 2027، 2:00 م".replace(" ", SPACE).replace(f"،{SPACE}", "، ")
    assert LocaleConventions("ar", "TR").number(Decimal("2.5")) == "2.5"


@pytest.mark.parametrize(("locale", "name"), [("tr", "Pzt"), ("en", "Mon"), ("ar", "إثنين")])
def test_a_weekday_on_a_calendar_is_short_in_every_language(locale: str, name: str) -> None:
    assert LocaleConventions(locale).short_weekday(MONDAY) == name


def test_a_long_name_of_a_month_may_stand_below_its_day() -> None:
    assert LocaleConventions("ar").day_and_month(MONDAY) == "20 سبتمبر"
    assert LocaleConventions("tr").day_and_month(MONDAY) == f"20{SPACE}Eyl"
