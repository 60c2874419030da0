"""Figures in print order: each label where its line ends, each chance with those who are left."""

from dataclasses import replace
from pathlib import Path

import pytest

from build_pack.content.models.blocks.chance import Chance
from build_pack.content.pictures.drawings import LabelLineEnd, LabelSide, LeafletDrawing
from build_pack.documents.leaflet.compose import compose as leaflet
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.documents.shared.prose import spoken
from build_pack.documents.shared.section_blocks.chance import chance_alternative, chance_rest
from build_pack.documents.shared.section_blocks.figure import FigureView, labels
from build_pack.documents.shared.views import Prose, TextRun
from build_pack.planning.visit import Visit
from build_pack.problems import Place
from build_pack.translation.catalog import TranslationState
from tests.documents.test_medicines import demo
from tests.workshop import LEAFLET, ROOT

FIGURES = ROOT / "leaflets" / LEAFLET / "figures"


def figures(locale: str) -> list[FigureView]:
    """The shipped leaflet's figures in the order of the pages."""
    sections = leaflet(demo(), locale, Visit()).sections
    return [
        block for section in sections for block in section.blocks if isinstance(block, FigureView)
    ]


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", ["Bone of the spine", "Disc", "Nerve branch", "Facet joint", "Needle"]),
        ("tr", ["Omurga kemiği", "Disk", "Sinir dalı", "Faset eklemi", "İğne"]),
    ],
)
def test_each_label_stands_where_its_line_ends(locale: str, said: list[str]) -> None:
    *_, place = figures(locale)
    left, right = LabelSide.LEFT, LabelSide.RIGHT
    stands = [(left, 15), (left, 40), (left, 65), (right, 40), (right, 80)]
    found = [(label.text.text, label.side, label.height) for label in place.labels]
    assert found == [(text, *at) for text, at in zip(said, stands, strict=True)]


def test_what_is_printed_is_the_drawing_that_was_read() -> None:
    *_, place = figures("en")
    assert not place.is_row
    assert place.picture == (FIGURES / "facet-joint.svg").read_bytes()


def test_labels_below_stand_in_the_order_of_their_lines() -> None:
    place = Place(Path("row.svg"))
    ends = {"last": LabelLineEnd(75, 100, place), "first": LabelLineEnd(25, 100, place)}
    drawing = LeafletDrawing("row", Path("row.svg"), b"", ends)
    texts = {name: Prose((TextRun(name),)) for name in ends}
    placed = labels(texts, drawing)
    assert [label.text.text for label in placed] == ["first", "last"]
    assert FigureView(b"", "", placed, None).is_row


def test_an_alternative_that_is_not_translated_bears_its_language() -> None:
    text = Prose((TextRun("A needle."),))
    assert spoken(text) == "A needle."
    assert spoken(replace(text, lang="en", state=TranslationState.STALE)) == "[en: A needle.]"


@pytest.mark.parametrize(
    ("locale", "people", "of", "shown", "rest"),
    [
        (
            "en", 1, 100,
            "A picture of 100 people. 1 of them is marked.",
            "This does not happen to the other 99 in 100 people.",
        ),
        (
            "en", 9, 10,
            "A picture of 10 people. 9 of them are marked.",
            "This does not happen to the other 1 person in 10.",
        ),
        (
            "tr", 1, 1000,
            "1000 kişinin resmi. Bunlardan 1 kişi işaretli.",
            "1000 kişiden geri kalan 999 kişide bu görülmez.",
        ),
        ("en", 10, 10, "A picture of 10 people. 10 of them are marked.", ""),
    ],
)  # fmt: skip
def test_a_chance_says_who_is_marked_and_how_many_are_left(
    locale: str, people: int, of: int, shown: str, rest: str
) -> None:
    words = Composer(demo(), locale, Visit()).words
    chance = Chance.model_validate(
        {"type": "chance", "id": "pain", "people": people, "of": of, "text": "Said."}
    )
    formats = LocaleConventions(locale)
    assert chance_alternative(chance, words, formats) == shown
    assert chance_rest(chance, words, formats) == rest
