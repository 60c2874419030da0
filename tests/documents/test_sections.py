"""A leaflet reads for the region of the visit, and for every region where that is not known."""

import pytest

from build_pack.content.models.regions import Region
from build_pack.documents.checklist.compose import compose as checklist
from build_pack.documents.consent.compose import compose as consent
from build_pack.documents.leaflet.compose import compose as leaflet
from build_pack.documents.medicines.compose import compose as medicines
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.section_blocks.blank import BlankView
from build_pack.documents.shared.section_blocks.chance import ChanceView
from build_pack.documents.shared.section_blocks.figure import FigureView
from build_pack.documents.shared.section_blocks.item_list import ItemListView
from build_pack.documents.shared.section_blocks.notice import NoticeView
from build_pack.documents.shared.section_blocks.paragraph import ParagraphView
from build_pack.documents.shared.sections import sections
from build_pack.documents.shared.sources import DocumentSources
from build_pack.documents.shared.views import BlockView, SectionView
from build_pack.planning.visit import Visit
from tests.content.samples import LEAFLET
from tests.documents.sampled import TURKISH, sources
from tests.documents.test_medicines import LOCALES

REGIONS: list[Region | None] = [None, *Region]
BLOCKS = """\
      - type: paragraph
        id: place
        text: Somewhere.
        variants:
          cervical: In the neck.
          thoracic: In the middle.
          lumbar: In the back.
          sacroiliac: In the pelvis.
      - type: notice
        id: neck
        regions: [cervical]
        text: Of the neck.
      - type: list
        id: signs
        regions: [cervical, thoracic, lumbar]
        lead: "These:"
        items:
          any: For all.
          upper: {regions: [cervical], text: For the neck.}
          lower: {regions: [lumbar, thoracic], text: For the back.}
      - type: figure
        id: picture
        drawing: whole
        alternative: A back.
        labels: {whole: Spine}
        caption: All of it.
        variants:
          cervical: {drawing: part, alternative: A neck., labels: {part: Here}}
          thoracic: {drawing: part, alternative: A middle., caption: Some., labels: {part: There}}
          lumbar: {drawing: part, alternative: A lower back., labels: {part: Below}}
          sacroiliac: {drawing: part, alternative: A pelvis., labels: {part: Joint}}
      - type: chance
        id: chance
        regions: [thoracic]
        people: 1
        of: 10
        text: 1 in 10 people.
      - type: blank
        id: blank
        regions: [sacroiliac]
        label: "Which side:"
        lines: 2
"""
SAID = {
    None: [
        *("Somewhere.", "Of the neck.", "These: For all. For the neck. For the back."),
        *("A back. Spine All of it.", "1 in 10 people."),
        "Which side: 2",
    ],
    Region.CERVICAL: [
        *("In the neck.", "Of the neck.", "These: For all. For the neck.", "A neck. Here"),
    ],
    Region.THORACIC: [
        *("In the middle.", "These: For all. For the back.", "A middle. There Some."),
        "1 in 10 people.",
    ],
    Region.LUMBAR: ["In the back.", "These: For all. For the back.", "A lower back. Below"],
    Region.SACROILIAC: ["In the pelvis.", "A pelvis. Joint", "Which side: 2"],
}
"""What each region's leaflet says in these blocks."""
REPEATS = "".join(
    f"        - type: repeat\n          of: how.{name}\n"
    for name in ("place", "neck", "signs", "picture", "chance", "blank")
)
TEXT = (
    LEAFLET.replace("title:", "regions: [cervical, thoracic, lumbar, sacroiliac]\ntitle:", 1)
    .replace("red_flags:", f"{BLOCKS}red_flags:", 1)
    .replace("        - type: repeat\n          of: how.heat\n", REPEATS)
    .replace("    fever: Fever", "    fever: Fever\n    gait: {regions: [cervical], text: Gait}")
    .replace("    walk: Walk.", "    walk: Walk.\n    run: {regions: [lumbar], text: Run.}")
    .replace("        nose:", "        gums: {regions: [thoracic], text: Gums.}\n        nose:")
)


def regional() -> DocumentSources:
    """A leaflet that says something else for each region."""
    return sources(TEXT, "whole", "part")


def blocks(region: Region | None, locale: str = "en") -> tuple[BlockView, ...]:
    """The blocks of the sample leaflet but for those that it always has."""
    [section] = leaflet(regional(), locale, Visit(region=region)).sections
    return section.blocks[2:]


def said(block: BlockView) -> str:
    """The words of a block."""
    match block:
        case ItemListView(lead=lead, items=items):
            texts = [one.text for one in (lead, *items) if one]
        case FigureView(alternative=alternative, labels=labels, caption=caption):
            texts = [alternative, *(one.text.text for one in labels)]
            texts += [caption.text] if caption else []
        case ParagraphView(text=text) | NoticeView(text=text) | ChanceView(text=text):
            texts = [text.text]
        case BlankView(label=label, lines=lines):
            texts = [label.text, str(lines)]
        case _:
            raise AssertionError(block)
    return " ".join(texts).replace("\u00a0", " ")


@pytest.mark.parametrize("region", REGIONS)
def test_each_block_is_the_one_of_the_visits_region(region: Region | None) -> None:
    assert [said(block) for block in blocks(region)] == SAID[region]


@pytest.mark.parametrize("region", REGIONS)
def test_another_language_says_the_same(region: Region | None) -> None:
    found = [said(block).replace(TURKISH, "") for block in blocks(region, "tr")]
    assert found == SAID[region]
    assert all(said(block).startswith(TURKISH) for block in blocks(region, "tr"))


@pytest.mark.parametrize(
    ("region", "expected"),
    [(None, "nerve.how.place"), *((one, f"nerve.how.place.{one}") for one in Region)],
)
def test_a_paragraph_can_be_traced_to_the_text_of_its_region(
    region: Region | None, expected: str
) -> None:
    first = blocks(region)[0]
    assert isinstance(first, ParagraphView)
    assert first.text.segment == expected


@pytest.mark.parametrize("region", REGIONS)
def test_a_figure_shows_the_drawing_of_its_region(region: Region | None) -> None:
    [picture] = [block for block in blocks(region) if isinstance(block, FigureView)]
    drawing = regional().drawings["part" if region else "whole"]
    assert picture.picture == drawing.svg


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("locale", LOCALES)
def test_what_the_consent_summary_repeats_is_what_the_leaflet_says(
    region: Region | None, locale: str
) -> None:
    visit = Visit(region=region)
    copies = consent(regional(), locale, visit)
    for copy in copies:
        [section] = copy.sections
        assert section.blocks[:-1] == blocks(region, locale)


@pytest.mark.parametrize("region", REGIONS)
def test_signs_and_tasks_are_those_of_the_region(region: Region | None) -> None:
    visit = Visit(region=region)
    [own] = leaflet(regional(), "en", visit).red_flags.groups
    flags = [one.text for one in own.items]
    [group] = medicines(regional(), "en", visit).signs
    signs = [one.text for one in group.items]
    tasks = [one.text.text for one in checklist(regional(), "en", visit).stages[-1].tasks]
    unknown = region is None
    assert ("Gait" in flags) == (unknown or region is Region.CERVICAL)
    assert ("Gums." in signs) == (unknown or region is Region.THORACIC)
    assert ("Run." in tasks) == (unknown or region is Region.LUMBAR)
    assert "Fever" in flags
    assert "Walk." in tasks
    assert len(signs) == 1 + ("Gums." in signs)


EMPTY = LEAFLET.replace(
    "          lie: You lie down.\n          wait: You wait.\n",
    "          lie: {regions: [lumbar], text: You lie down.}\n",
)


def of_how(region: Region | None) -> SectionView:
    composer = Composer(sources(EMPTY), "en", Visit(region=region))
    [section] = sections(composer, composer.walked.sections)
    return section


def test_a_list_of_which_nothing_is_left_is_not_begun() -> None:
    """Not even its sentence, which would lead into nothing; a check refuses such a leaflet."""
    heat, steps = map(said, of_how(Region.LUMBAR).blocks)
    assert steps == "The steps are these: You lie down."
    assert [said(block) for block in of_how(Region.CERVICAL).blocks] == [heat]


def test_a_region_without_a_variant_reads_what_is_for_all() -> None:
    text = TEXT.replace("          sacroiliac: In the pelvis.\n", "")
    found = sources(text, "whole", "part")
    [section] = leaflet(found, "en", Visit(region=Region.SACROILIAC)).sections
    assert said(section.blocks[2]) == "Somewhere."


def test_a_chance_of_a_region_keeps_its_picture() -> None:
    found = [block for block in blocks(Region.THORACIC) if isinstance(block, ChanceView)]
    assert [(one.people, one.of) for one in found] == [(1, 10)]
