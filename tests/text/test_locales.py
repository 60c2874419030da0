"""What a locale says of itself, also one that nobody knows."""

import pytest

from build_pack.locales import Locale


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("tr", "tr"),
        (" TR ", "tr"),
        ("pt-br", "pt_BR"),
        ("PT_BR.UTF-8", "pt_BR"),
        ("az-ARAB-ir", "az_Arab_IR"),
        ("", ""),
    ],
)
def test_a_locale_is_read_as_it_was_typed(text: str, locale: str) -> None:
    assert Locale.typed(text) == locale


@pytest.mark.parametrize(
    ("locale", "parts", "direction"),
    [
        ("tr", ("tr", "Latn", "", "tr"), "ltr"),
        ("ar", ("ar", "Arab", "", "ar"), "rtl"),
        ("pt_BR", ("pt", "Latn", "BR", "pt-BR"), "ltr"),
        ("az_Arab_IR", ("az", "Arab", "IR", "az-Arab-IR"), "rtl"),
        ("qq", ("qq", "", "", "qq"), "ltr"),
    ],
)
def test_a_locale_knows_its_parts(
    locale: str, parts: tuple[str, str, str, str], direction: str
) -> None:
    one = Locale(locale)
    assert (one.language, one.script, one.territory, one.bcp47) == parts
    assert one.direction == direction


@pytest.mark.parametrize(
    ("locale", "order"),
    [("tr", ("dmy", ".")), ("de_DE", ("dmy", ".")), ("en", ("", "")), ("qq", ("", ""))],
)
def test_the_order_of_short_dates(locale: str, order: tuple[str, str]) -> None:
    assert Locale(locale).short_date == order


def test_a_locale_is_its_string() -> None:
    assert {"tr": 1}[Locale("tr")] == 1
    assert str(Locale("tr")) == Locale("tr") == "tr"
