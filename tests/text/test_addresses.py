"""Addresses are told from words, whole and broken ones."""

import pytest

from build_pack.text.addresses import is_web_address, without_addresses, without_links


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("See www.example.org.", "See 0."),
        ("See example.org, then rest.", "See 0, then rest."),
        ("(clinic@example.org)", "0)"),
        ("Write to clinic@ today", "Write to 0 today"),
        ("https://example.org/a.b?c=d is it", "0 is it"),
        ("At 09.30 a.m. e.g. 2.5 tablets.Then", "At 09.30 a.m. e.g. 2.5 tablets.Then"),
    ],
)
def test_links_are_left_out(text: str, left: str) -> None:
    assert without_links(text, "0") == left


def test_what_is_left_of_a_text_stays_in_its_place() -> None:
    text = "İİİ a@example.org 0212 555 00 11 evet"
    left = without_addresses(text)
    assert (left.split(), left.index("evet")) == (["İİİ", "evet"], text.index("evet"))


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("example.org", True), ("www.a", True), ("a.b.tr", True), ("leaflet.risks", False)],
)
def test_an_id_is_no_web_address(word: str, is_one: bool) -> None:
    assert is_web_address(word) is is_one
