"""A kind of block that nobody else knows is extracted, signed, checked, composed and laid out.

What stands here is all that adding one takes: its model, its line in the union, how it is composed
with its line in the table, and its template.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal, cast

import pytest
from pydantic import Field

from build_pack.approvals.approval_text import ApprovalText
from build_pack.approvals.texts_to_sign import texts_to_sign
from build_pack.content.models.base import Id, Text
from build_pack.content.models.blocks.item_list import ItemList
from build_pack.content.models.blocks.paragraph import Paragraph
from build_pack.content.models.blocks.section import Section
from build_pack.content.models.blocks.text_block import TextBlock
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.regions import Region
from build_pack.content.models.text_nodes import TextNode, TextRole
from build_pack.content.validation.leaflet import leaflet_problems
from build_pack.content.validation.regions import region_problems
from build_pack.content.yaml.loading import Loaded, load
from build_pack.documents.consent.compose import compose as consent
from build_pack.documents.leaflet.compose import compose as leaflet
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.section_blocks.block_texts import BlockTexts
from build_pack.documents.shared.sections import BLOCKS
from build_pack.documents.shared.sources import DocumentSources
from build_pack.documents.shared.views import BlockView, Prose
from build_pack.planning.visit import Visit
from build_pack.rendering.html.template_layout import BUILT_IN, TemplateLayout
from build_pack.translation.passages import passages
from build_pack.translation.segments import leaflet_segments
from build_pack.translation.ui_words import UiWords
from tests.approvals.test_document_usage import BLOCK as SHIPPED
from tests.approvals.test_document_usage import demo
from tests.content.samples import LEAFLET
from tests.documents.sampled import TURKISH, sources


class Quotation(TextBlock):
    """What somebody said."""

    type: Literal["quotation"]
    id: Id
    size: Literal["small", "large"] = "small"
    words: Text
    speaker: Text | None = None

    def texts(self) -> Iterator[TextNode]:
        """The words, then who said them."""
        group = (self.id,)
        yield TextNode(TextRole.PARAGRAPH, group, ("words",), self.words, group)
        if self.speaker:
            name = (self.id, "speaker")
            yield TextNode(TextRole.CAPTION, name, ("speaker",), self.speaker, group)


class QuotingSection(Section):
    """A section that may quote."""

    blocks: tuple[  # type: ignore[assignment] # its line in the union
        Annotated[Paragraph | ItemList | Quotation, Field(discriminator="type")], ...
    ]


class QuotingLeaflet(Leaflet):
    """A leaflet that may quote."""

    sections: tuple[QuotingSection, ...]


@dataclass(frozen=True, slots=True)
class QuotationView:
    """What its template is given."""

    size: str
    words: Prose
    speaker: Prose | None
    type: str = "quotation"


def quotation(_composer: Composer, block: Quotation, texts: BlockTexts) -> QuotationView:
    return QuotationView(
        block.size, texts.first(TextRole.PARAGRAPH), texts.optional(TextRole.CAPTION)
    )


TEMPLATE = """\
{% from "components/prose.html.jinja" import prose, traced %}
{% macro block(quotation) %}
  {% set words = quotation.words %}
  <blockquote class="{{ quotation.size }}"{{ traced(words) }}>{{ prose(words) }}</blockquote>
{% endmacro %}
"""
QUOTED = """\
      - type: quotation
        id: said
        size: large
        words: It helped me.
        speaker: A patient
        regions: [lumbar]
red_flags:
"""
TEXT = (
    LEAFLET.replace("title: A", "regions: [cervical, lumbar]\ntitle: A", 1)
    .replace("red_flags:\n", QUOTED, 1)
    .replace(
        "          of: how.heat\n",
        "          of: how.heat\n        - type: repeat\n          of: how.said\n",
    )
)
WORDS, SPEAKER = "nerve.how.said", "nerve.how.said.speaker"
BOTH = frozenset({DocumentKind.LEAFLET, DocumentKind.CONSENT})


def loaded(folder: Path, *changes: tuple[str, str]) -> Loaded[Leaflet]:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "nerve" / "leaflet.yaml"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    return cast("Loaded[Leaflet]", load(path, QuotingLeaflet))


@pytest.fixture
def quoting(monkeypatch: pytest.MonkeyPatch) -> DocumentSources:
    monkeypatch.setitem(BLOCKS, "quotation", quotation)
    return sources(TEXT, model=QuotingLeaflet)


def test_its_texts_are_segments_in_their_order(tmp_path: Path) -> None:
    found = leaflet_segments(loaded(tmp_path))
    said = [(one.source, one.kinds) for one in found if one.id.startswith(WORDS)]
    assert said == [("It helped me.", BOTH), ("A patient", BOTH)]


def test_its_texts_belong_to_the_passages_of_both_documents(tmp_path: Path) -> None:
    of = {one.id: one.texts for one in passages(loaded(tmp_path).model)}
    for name in ("nerve", "nerve.how", "nerve.consent", "nerve.consent.plan"):
        assert {WORDS, SPEAKER} <= set(of[name])


def signed(folder: Path, *changes: tuple[str, str]) -> dict[str, ApprovalText]:
    """What is signed of a clinic's leaflet that quotes, by id."""
    found, leaflet = demo(SHIPPED), loaded(folder, *changes)
    catalogs = sources(TEXT, model=QuotingLeaflet).catalogs["tr"]
    materials = replace(found.materials, leaflet=leaflet, drawings=())
    return {one.id: one for one in texts_to_sign(materials, catalogs, "tr")}


def test_its_texts_are_signed_for_the_documents_that_print_them(tmp_path: Path) -> None:
    of = signed(tmp_path)
    assert (of[WORDS].target, of[WORDS].kinds) == (f"{TURKISH}It helped me.", BOTH)
    assert of[SPEAKER].kinds == BOTH


def test_how_it_is_drawn_is_signed_and_its_words_only_in_their_own_place(tmp_path: Path) -> None:
    lines = signed(tmp_path)["nerve.outline:leaflet"].source.splitlines()
    assert "sections.how.blocks.said.size large" in lines
    assert "sections.how.blocks.said.words" in lines
    assert "sections.how.blocks.said.regions.0 lumbar" in lines


def test_its_id_is_checked(tmp_path: Path) -> None:
    found = loaded(tmp_path, ("id: said", "id: lie"), ("of: how.said", "of: how.lie"))
    [problem] = leaflet_problems(found)
    assert (problem.code, problem.place.line) == ("id-duplicate", 26)


def test_its_regions_are_checked(tmp_path: Path) -> None:
    found = loaded(tmp_path, ("regions: [lumbar]", "regions: [thoracic]"))
    [problem] = region_problems(found)
    assert (problem.code, problem.place.line) == ("region-unfit", 30)


def quoted(blocks: tuple[BlockView, ...]) -> list[QuotationView]:
    return [block for block in blocks if isinstance(block, QuotationView)]


@pytest.mark.parametrize("region", [None, Region.LUMBAR])
def test_both_documents_print_it(quoting: DocumentSources, region: Region | None) -> None:
    visit = Visit(region=region)
    [section] = leaflet(quoting, "tr", visit).sections
    [view] = quoted(section.blocks)
    assert view.size == "large"
    assert [one.text for one in (view.words, view.speaker) if one] == [
        f"{TURKISH}It helped me.",
        f"{TURKISH}A patient",
    ]
    for copy in consent(quoting, "tr", visit):
        assert quoted(copy.sections[0].blocks) == [view]


def test_another_region_has_none_of_it(quoting: DocumentSources) -> None:
    [section] = leaflet(quoting, "tr", Visit(region=Region.CERVICAL)).sections
    assert quoted(section.blocks) == []


def test_its_template_is_found_by_its_type(tmp_path: Path, quoting: DocumentSources) -> None:
    path = tmp_path / "components" / "blocks" / "quotation.html.jinja"
    path.parent.mkdir(parents=True)
    path.write_text(TEMPLATE, "utf-8")
    layout = TemplateLayout((tmp_path, *BUILT_IN), UiWords(quoting.catalogs["en"].ui))
    html = layout.html(leaflet(quoting, "en", Visit()))
    assert f'<blockquote class="large" data-segment="{WORDS}">It helped me.</blockquote>' in html
