"""The pseudo-locale changes every letter that it can and keeps every mark."""

from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.markup import MarkupError, marks
from build_pack.translation.catalog import catalog
from build_pack.translation.pseudo import pseudo, pseudo_text
from tests.translation.catalogs import catalog_of, entry, segment


@given(st.text("ab İ*[]{}@;%()s-", max_size=30))
def test_a_pseudo_text_has_the_marks_of_its_source(text: str) -> None:
    try:
        wanted = marks(text)
    except MarkupError:
        return
    assert marks(pseudo_text(text)) == wanted


def test_a_pseudo_catalog_is_complete_and_keeps_what_is_translated() -> None:
    segments = [
        segment("a", "Do **not** stop"),
        segment("b", "%(days)s day", "%(days)s days"),
        segment("c", "Fever"),
    ]
    file = catalog_of(
        entry("a", "Do **not** stop", ""),
        entry("b", ("%(days)s day", "%(days)s days"), ("", "", "")),
        entry("c", "Fever", "Gorączka"),
        locale="pl",
    )
    found = catalog("pl", segments, [pseudo(file)])
    assert found.problems == ()
    assert found["c"].words == "Gorączka"


def test_a_pseudo_text_is_a_third_longer() -> None:
    text = "Do not stop any medicine on your own before you have talked to us."
    assert 1.3 < len(pseudo_text(text)) / len(text) < 1.5
