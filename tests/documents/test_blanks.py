"""What a clinic answers itself stands on its consent form in place of a line to write on."""

from dataclasses import replace

import pytest

from build_pack.content.models.clinic import BlankAnswer
from build_pack.documents.consent.compose import compose as consent
from build_pack.documents.shared.section_blocks.blank import BlankView
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.visit import Visit
from tests.documents.test_medicines import demo
from tests.workshop import LEAFLET

TEXT = {"en": "In **room** 2", "tr": "2 numaralı **odada**"}


def answered(leaflet: str) -> DocumentSources:
    """The sample clinic that says where it is done."""
    own = BlankAnswer.model_validate({"leaflet": leaflet, "id": "place", "text": TEXT})
    return replace(demo(), clinic=demo().clinic.model_copy(update={"blanks": (own,)}))


def answers(sources: DocumentSources, locale: str) -> dict[str, str | None]:
    """What is said in place of each blank, by the last part of its id."""
    blocks = [
        block
        for section in consent(sources, locale, Visit())[0].sections
        for block in section.blocks
        if isinstance(block, BlankView)
    ]
    return {
        str(one.label.segment).rpartition(".")[2]: one.answer.text.replace("\u00a0", " ")
        if one.answer
        else None
        for one in blocks
    }


@pytest.mark.parametrize(("locale", "said"), [("en", "In room 2"), ("tr", "2 numaralı odada")])
def test_what_the_clinic_says_stands_there_and_the_other_blanks_stay(
    locale: str, said: str
) -> None:
    assert answers(answered(LEAFLET), locale) == {
        "diagnosis": None,
        "doctor": None,
        "place": said,
        "given": None,
    }


def test_what_it_says_of_another_leaflet_does_not() -> None:
    assert set(answers(answered("diagnostic-nerve-block"), "en").values()) == {None}
