"""Every text of a leaflet is a segment with an id of its own, in the order of the document."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.formulary import Formulary
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.yaml.loading import Loaded, load
from build_pack.content.yaml.source_file import read
from build_pack.problems import Place
from build_pack.translation.segments import (
    Segment,
    formulary_segments,
    leaflet_segments,
    medicine_id,
)
from tests.content.samples import FORMULARY, LEAFLET, load_text
from tests.workshop import ROOT

LEAFLETS = sorted(ROOT.glob("leaflets/[!_]*/leaflet.yaml"))
NO_TEXTS = {"id", "code", "version", "issued", "review_by", "type", "style", "tone", "of"} | {
    "covers", "not_covered", "drawing", "people", "regions", "answer", "at_baseline",
    "answered_by", "dont", "lines", "revisions", "bleeding_risk",
}  # fmt: skip
"""Keys of a leaflet whose values are for the program and not for readers."""


def names_signs(name: str, child: Any) -> bool:
    """Whether these are ids of the library's warning signs: a checklist's line may be “signs”."""
    return name == "signs" and isinstance(child, list)


def texts(node: Any) -> Iterator[str]:
    """Every text in a leaflet's plain data."""
    if isinstance(node, dict):
        for name, child in node.items():
            if name not in NO_TEXTS and not names_signs(name, child):
                yield from texts(child)
    elif isinstance(node, list):
        for child in node:
            yield from texts(child)
    else:
        yield node.strip()


def sample(folder: Path) -> tuple[Segment, ...]:
    return leaflet_segments(cast("Loaded[Leaflet]", load_text(folder, "leaflet", LEAFLET)))


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.parent.name)
def test_every_text_of_a_leaflet_is_a_segment_and_nothing_else(path: Path) -> None:
    sources = Counter(segment.source for segment in leaflet_segments(load(path, Leaflet)))
    assert sources == Counter(texts(read(path).data))


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.parent.name)
def test_every_id_stands_once_and_begins_with_the_leaflets(path: Path) -> None:
    ids = [segment.id for segment in leaflet_segments(load(path, Leaflet))]
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    assert [name for name in ids if not name.startswith(f"{path.parent.name}.")] == []


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.parent.name)
def test_segments_stand_in_the_order_of_the_document(path: Path) -> None:
    places = [segment.place for segment in leaflet_segments(load(path, Leaflet))]
    assert places == sorted(places)


def test_each_part_of_a_leaflet_has_its_id(tmp_path: Path) -> None:
    assert [segment.id for segment in sample(tmp_path)] == [
        "nerve.title",
        "nerve.subtitle",
        "nerve.main-message",
        "nerve.summary.what",
        "nerve.how.heading",
        "nerve.how.heat",
        "nerve.how.steps",
        "nerve.how.lie",
        "nerve.how.wait",
        "nerve.red-flags.heading",
        "nerve.red-flags.lead",
        "nerve.red-flags.fever",
        "nerve.medicine-signs.heading",
        "nerve.medicine-signs.bleeding",
        "nerve.medicine-signs.bleeding.nose",
        "nerve.disclaimer",
        "nerve.consent.introduction",
        "nerve.consent.plan.heading",
        "nerve.consent.plan.ask",
        "nerve.consent.teach-back.why",
        "nerve.consent.statements.asked",
        "nerve.consent.refusal",
        "nerve.checklist.introduction",
        "nerve.checklist.before.food",
        "nerve.checklist.day.come",
        "nerve.checklist.after.rest",
        "nerve.checklist.later.walk",
    ]


def test_a_segment_knows_its_words_its_place_and_what_it_is(tmp_path: Path) -> None:
    found = {segment.id: segment for segment in sample(tmp_path)}
    path = tmp_path / "nerve" / "leaflet.yaml"
    place, kinds = Place(path, 22, 16), frozenset({DocumentKind.LEAFLET})
    expected = Segment("nerve.how.lie", "You lie down.", place, note="list item", kinds=kinds)
    assert found["nerve.how.lie"] == expected
    assert found["nerve.how.heat"].kinds == {DocumentKind.LEAFLET, DocumentKind.CONSENT}


def test_a_list_without_a_sentence_before_it_has_only_its_items(tmp_path: Path) -> None:
    text = LEAFLET.replace('        lead: "The steps are these:"\n', "")
    found = leaflet_segments(cast("Loaded[Leaflet]", load_text(tmp_path, "leaflet", text)))
    assert "nerve.how.steps" not in {segment.id for segment in found}


def test_a_block_that_is_repeated_is_one_segment(tmp_path: Path) -> None:
    sources = [segment.source for segment in sample(tmp_path)]
    assert sources.count("A needle makes heat [@who-2020].") == 1


def test_the_names_of_medicines_are_segments_with_their_codes(tmp_path: Path) -> None:
    formulary = cast("Loaded[Formulary]", load_text(tmp_path, "formulary", FORMULARY))
    path = tmp_path / "nerve" / "formulary.yaml"
    assert formulary_segments(formulary) == (
        Segment("medicine.aspirin", "acetylsalicylic acid", Place(path, 3, 11), note="B01AC06"),
        Segment("medicine.insulin", "insulin", Place(path, 9, 11), note="A10A"),
    )
    assert medicine_id("insulin") == "medicine.insulin"


@pytest.mark.parametrize(
    ("path", "source", "filled"),
    [
        ("templates/a.html.jinja", "Call us", True),
        ("build_pack/documents/a.py", "%(days)s days", True),
        ("build_pack/documents/a.py", "50% of people", False),
        ("leaflets/nerve/leaflet.yaml", "50% of people", False),
    ],
)
def test_only_texts_of_templates_and_those_with_fields_are_filled_by_per_cent_signs(
    path: str, source: str, filled: bool
) -> None:
    assert Segment("a", source, Place(Path(path))).filled is filled
