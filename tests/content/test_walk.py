"""A leaflet is walked in one place, which gives each of its texts once, at its own place."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.regions import Region
from build_pack.content.models.text_nodes import TextRole
from build_pack.content.walk import LeafletWalk, walk
from build_pack.content.yaml.loading import load
from build_pack.content.yaml.source_file import read
from build_pack.problems import Loc
from tests.content.samples import LEAFLET
from tests.translation.test_segments import LEAFLETS, NO_TEXTS, names_signs

LEA, CON = frozenset({DocumentKind.LEAFLET}), frozenset({DocumentKind.CONSENT})
CHE = frozenset({DocumentKind.CHECKLIST})


def texts(node: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text in a leaflet's plain data, with its place."""
    if isinstance(node, dict):
        children = [
            (key, child)
            for key, child in node.items()
            if key not in NO_TEXTS and not names_signs(key, child)
        ]
    elif isinstance(node, list):
        children = list(enumerate(node))
    else:
        yield loc, node.strip()
        return
    for key, child in children:
        yield from texts(child, (*loc, key))


def sample(folder: Path, *changes: tuple[str, str]) -> LeafletWalk:
    text = LEAFLET
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "leaflet.yaml"
    path.write_text(text, "utf-8")
    return walk(load(path, Leaflet).model)


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.parent.name)
def test_each_text_of_a_shipped_leaflet_is_there_once_and_at_its_place(path: Path) -> None:
    nodes = walk(load(path, Leaflet).model).nodes
    assert Counter((node.loc, node.text) for node in nodes) == Counter(texts(read(path).data))


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.parent.name)
def test_each_text_is_printed_by_a_document_that_the_leaflet_has(path: Path) -> None:
    model = load(path, Leaflet).model
    assert [node.id for node in walk(model).nodes if not node.kinds & set(model.kinds)] == []


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.parent.name)
def test_where_the_region_is_unknown_all_but_variants_is_printed(path: Path) -> None:
    for node in walk(load(path, Leaflet).model).nodes:
        assert node.is_for(None) == (node.variant is None)
        assert node.is_for(node.variant)


def test_a_block_that_is_said_again_is_told_once_and_printed_by_both(tmp_path: Path) -> None:
    walked = sample(tmp_path)
    [heat] = [node for node in walked.nodes if node.group == ("how", "heat")]
    assert heat.kinds == LEA | CON
    [plan] = walked.consent_sections
    again, ask = plan.blocks
    assert (again.repeats, again.nodes) == (True, (heat,))
    assert (ask.repeats, ask.kinds) == (False, CON)
    assert [node.id for node in plan.nodes()] == [
        ("consent", "plan", "heading"),
        ("consent", "plan", "ask"),
    ]


def test_a_value_counts_where_its_block_is_printed(tmp_path: Path) -> None:
    walked = sample(tmp_path)
    heat, steps = (("sections", 0, "blocks", index, "type") for index in (0, 1))
    assert (walked.kinds_at(heat), walked.kinds_at(steps)) == (LEA | CON, LEA)
    assert walked.kinds_at(("consent", "sections", 0, "blocks", 0, "of")) == CON
    assert walked.kinds_at(("red_flags", "items", "fever")) == LEA | CHE
    assert walked.kinds_at(("title",)) == set(DocumentKind)


def test_the_sentence_before_a_list_is_printed_where_an_item_is(tmp_path: Path) -> None:
    change = (
        "          lie: You lie down.\n          wait: You wait.\n",
        "          lie: {regions: [lumbar], text: You lie down.}\n",
    )
    walked = sample(tmp_path, change)
    [lead] = walked.texts(TextRole.LEAD, "how", "steps")
    assert [region for region in Region if lead.is_for(region)] == [Region.LUMBAR]
    assert lead.is_for(None)


def test_what_is_written_for_some_regions_stays_in_those_of_its_block(tmp_path: Path) -> None:
    walked = sample(
        tmp_path,
        ("id: steps\n", "id: steps\n        regions: [cervical, lumbar]\n"),
        ("lie: You lie down.", "lie: {regions: [lumbar, thoracic], text: You lie down.}"),
    )
    lie, wait = walked.texts(TextRole.ITEM, "how", "steps")
    assert lie.regions == {Region.LUMBAR}
    assert lie.written_for == (Region.LUMBAR, Region.THORACIC)
    assert wait.regions == {Region.CERVICAL, Region.LUMBAR}
    assert wait.written_for is None
