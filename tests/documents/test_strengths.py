"""A strength is printed in the writing of the page's language, whatever it was typed in."""

import pytest

from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.strengths import strength
from build_pack.planning.medicine_lookup.amounts import read_amount
from build_pack.planning.visit import Visit
from tests.documents.test_medicines import demo


@pytest.mark.parametrize(
    ("typed", "english", "turkish"),
    [
        ("2,5 mg 1x1", "2.5 mg", "2,5 mg"),
        ("2.5MG", "2.5 mg", "2,5 mg"),
        ("20 ünite", "20 units", "20 ünite"),
        ("1 unit", "1 unit", "1 ünite"),
        ("50mcg", "50 micrograms", "50 mikrogram"),
        ("40 mg/0,4 ml", "40 mg in 0.4 ml", "0,4 ml içinde 40 mg"),
        ("25 mcg/saat", "25 micrograms an hour", "saatte 25 mikrogram"),
        ("50/1000 mg", "50/1000 mg", "50/1000 mg"),
        ("1.2 milyon ünite", "1.2 million units", "1,2 milyon ünite"),
        ("1 percent", "1 per cent", "yüzde 1"),
        ("5", "5", "5"),
    ],
)
def test_a_strength_is_written_as_its_page_is(typed: str, english: str, turkish: str) -> None:
    read = read_amount(typed).strength
    assert read is not None
    for locale, expected in (("en", english), ("tr", turkish)):
        composer = Composer(demo(), locale, Visit())
        written = strength(read, composer.words, composer.formats)
        assert written.replace("\u00a0", " ") == expected
