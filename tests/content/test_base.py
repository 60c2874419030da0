"""A language never stands in for another unmarked, and a date is a day of the calendar."""

from datetime import UTC, date, datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from build_pack.content.models.base import Date, LocalizedText

BOTH = LocalizedText({"en": "Call us", "tr": "Bizi arayın"})


@pytest.mark.parametrize(
    ("locale", "language", "words"),
    [
        ("tr", "tr", "Bizi arayın"),
        ("en", "en", "Call us"),
        ("ar", "en", "[en: Call us]"),
        ("en_GB", "en", "[en: Call us]"),
    ],
)
def test_a_text_is_given_in_its_language_or_marked(locale: str, language: str, words: str) -> None:
    assert BOTH.language(locale) == language
    assert BOTH.words(locale) == words


def test_without_english_the_first_language_stands_in_marked() -> None:
    text = LocalizedText({"tr": "Bizi arayın", "de": "Rufen Sie an"})
    assert text.words("ar") == "[tr: Bizi arayın]"


def test_a_date_is_taken_as_one_or_as_it_is_written() -> None:
    day = date(2026, 11, 22)
    assert TypeAdapter(Date).validate_python("2026-11-22") == day
    assert TypeAdapter(Date).validate_python(day) == day


@pytest.mark.parametrize(
    "value",
    [
        *("86400", "2026-11-22T00:00", "2026-2-3", "22.11.2026", "2026-02-30", "٢٠٢٦-١١-٢٢"),
        *(86400, 0, 1.0, True, None),
        datetime(2026, 11, 22, tzinfo=UTC),
    ],
)
def test_nothing_else_is_taken_for_a_date(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Date).validate_python(value)
