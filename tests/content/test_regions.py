"""What is said of some regions only is of the leaflet's regions, and leaves something for each."""

from pathlib import Path
from typing import cast

import pytest

from build_pack.content.models.blocks.figure import Figure
from build_pack.content.models.blocks.paragraph import Paragraph
from build_pack.content.models.items import RegionalItem, item_texts
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.regions import Region, Regional
from build_pack.content.models.text_nodes import TextRole
from build_pack.content.pictures.drawings import load_drawings
from build_pack.content.validation.figures import figure_problems
from build_pack.content.validation.regions import region_problems
from build_pack.content.yaml.loading import Loaded
from tests.content.drawn import leaflet_with, svg
from tests.content.refused import DOCS
from tests.content.samples import LEAFLET, load_text, refusal, told
from tests.content.test_json_schemas import data, validator

MEND = "Add it to “regions” at the top of the file, or remove it here."
EACH = "Write a variant for each region of the text, even if two are the same."
ITEM = "Add an item for all regions, or for this one."
BLOCK = "Add a block for all regions, or for this one."
NONE = "it is empty. Add at least one under it, or remove the line."
CHOOSE = "Choose cervical, thoracic, lumbar or sacroiliac."

HEAT = "        text: A needle makes heat [@who-2020].\n"
STEPS = "        id: steps\n"
ASK = "          text: Ask us.\n"
OTHER = "{regions: [thoracic], text: T}"
ALWAYS = "        - type: repeat\n          of: how.heat\n"

Changes = tuple[tuple[str, str], ...]


def of_regions(*changes: tuple[str, str], regions: str = "cervical, lumbar") -> str:
    """The sample leaflet for some regions, changed here and there."""
    text = LEAFLET.replace("title:", f"regions: [{regions}]\ntitle:", 1) if regions else LEAFLET
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def problems(folder: Path, text: str) -> list[str]:
    leaflet = cast("Loaded[Leaflet]", load_text(folder, "leaflet", text))
    return [told(problem) for problem in region_problems(leaflet)]


# For whom something is said


@pytest.mark.parametrize(
    ("regions", "region", "expected"),
    [
        (None, None, True),
        (None, Region.LUMBAR, True),
        ((Region.LUMBAR,), None, True),
        ((Region.LUMBAR,), Region.LUMBAR, True),
        ((Region.LUMBAR,), Region.CERVICAL, False),
        ((Region.CERVICAL, Region.LUMBAR), Region.LUMBAR, True),
        ((Region.CERVICAL, Region.LUMBAR), Region.THORACIC, False),
    ],
)
def test_it_is_for_its_regions_and_for_one_that_is_not_known(
    regions: tuple[Region, ...] | None, region: Region | None, *, expected: bool
) -> None:
    assert Regional(regions=regions).is_for(region) == expected


ITEMS: dict[str, str | RegionalItem] = {
    "fever": "Fever",
    "gait": RegionalItem(regions=(Region.CERVICAL,), text="Unsteady"),
    "weak": RegionalItem(regions=(Region.CERVICAL, Region.LUMBAR), text="Weak"),
}


@pytest.mark.parametrize(
    ("region", "names"),
    [
        (None, ["fever", "gait", "weak"]),
        (Region.CERVICAL, ["fever", "gait", "weak"]),
        (Region.LUMBAR, ["fever", "weak"]),
        (Region.THORACIC, ["fever"]),
    ],
)
def test_a_list_keeps_the_items_of_a_region_in_their_order(
    region: Region | None, names: list[str]
) -> None:
    found = item_texts(TextRole.ITEM, ITEMS)
    assert [node.id[-1] for node in found if node.is_for(region)] == names


def test_each_item_has_its_words_whichever_way_it_is_written() -> None:
    found = {node.id[-1]: node.text for node in item_texts(TextRole.ITEM, ITEMS)}
    assert found == {"fever": "Fever", "gait": "Unsteady", "weak": "Weak"}


def test_an_item_may_stand_alone_or_with_its_regions(tmp_path: Path) -> None:
    text = of_regions(("fever: Fever", "fever: Fever\n    weak: {regions: [lumbar], text: Weak}"))
    leaflet = cast("Loaded[Leaflet]", load_text(tmp_path, "leaflet", text)).model
    weak = RegionalItem(regions=(Region.LUMBAR,), text="Weak")
    assert leaflet.red_flags.items == {"fever": "Fever", "weak": weak}


def test_a_paragraph_knows_its_texts_by_region() -> None:
    one = Paragraph(type="paragraph", id="a", text="All", variants={Region.LUMBAR: "Low"})
    found = {node.id: node for node in one.texts()}
    assert {name: node.text for name, node in found.items()} == {
        ("a",): "All",
        ("a", "lumbar"): "Low",
    }
    for region in (None, *Region):
        own = ("a", "lumbar") if region is Region.LUMBAR else ("a",)
        assert [node.id for node in found.values() if node.is_for(region)] == [own]


def test_a_figure_knows_its_pictures_by_region() -> None:
    picture = {"drawing": "low", "alternative": "Low."}
    found = Figure.model_validate(
        {"type": "figure", "id": "b", "drawing": "all", "alternative": "All.",
         "variants": {"lumbar": picture}}
    )  # fmt: skip
    assert [(one.loc, one.value.drawing) for one in found.pictures()] == [
        ((), "all"),
        (("variants", "lumbar"), "low"),
    ]


# What the file cannot say


REFUSED: list[tuple[str, str, str]] = [
    (
        "fever: Fever",
        "fever: {text: Fever}",
        (
            "29:5 key-missing red_flags → items → fever lacks the key “regions”. Add a line "
            f"“regions: …”; {DOCS}"
        ),
    ),
    (
        "fever: Fever",
        "fever: {regions: [lumbar]}",
        (
            "29:5 key-missing red_flags → items → fever lacks the key “text”. Add a line "
            f"“text: …”; {DOCS}"
        ),
    ),
    (
        "fever: Fever",
        "fever: {regions: [], text: Fever}",
        f"29:22 value-invalid red_flags → items → fever → regions: {NONE}",
    ),
    (
        "fever: Fever",
        "fever: {regions: [neck], text: Fever}",
        (
            "29:23 value-invalid red_flags → items → fever → regions → 1: “neck” is not one of "
            f"the choices. Did you mean “cervical”? {CHOOSE}"
        ),
    ),
    (
        "fever: Fever",
        "fever: {regions: lumbar, text: Fever}",
        (
            "29:22 value-invalid red_flags → items → fever → regions: this is not a list. Write "
            "it in square brackets, such as [a, b], or each item after “- ”."
        ),
    ),
    (
        "fever: Fever",
        "fever: [Fever]",
        (
            "29:12 value-invalid red_flags → items → fever: this is not a group of keys. Write "
            "lines of “key: value” under it, with the same indentation. Its keys are: regions, "
            "text."
        ),
    ),
    (
        "fever: Fever",
        "fever: 5",
        (
            "29:12 value-invalid red_flags → items → fever: “5” must be text. Put it in double "
            "quotes, exactly as it is."
        ),
    ),
    (
        "fever: Fever",
        "fever:",
        (
            "29:5 value-invalid red_flags → items → fever: it is empty. Write the value after "
            "the colon, or remove the line."
        ),
    ),
    (
        HEAT,
        f"{HEAT}        variants: {{neck: N}}\n",
        (
            "19:20 value-invalid sections → 1 → blocks → 1 → variants → neck: “neck” is not one "
            f"of the choices. Did you mean “cervical”? {CHOOSE}"
        ),
    ),
    (
        HEAT,
        f"{HEAT}        variants: {{lumbar: {{text: L}}}}\n",
        (
            "19:28 value-invalid sections → 1 → blocks → 1 → variants → lumbar: the value must "
            "be text. Put it in double quotes, exactly as it is."
        ),
    ),
    (
        HEAT,
        f"{HEAT}        regions: []\n",
        f"19:18 value-invalid sections → 1 → blocks → 1 → regions: {NONE}",
    ),
    (
        "          of: how.heat\n",
        "          of: how.heat\n          regions: [lumbar]\n",
        ("39:11 key-unknown Unknown key “regions”. Remove the line, or use one of: type, of."),
    ),
    (
        "regions: [cervical, lumbar]",
        "regions: [back]",
        (
            "6:11 value-invalid regions → 1: “back” is not one of the choices. "
            f"Did you mean “lumbar”? {CHOOSE}"
        ),
    ),
    (
        "regions: [cervical, lumbar]",
        "regions: []",
        f"6:10 value-invalid regions: {NONE}",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), REFUSED)
def test_what_cannot_be_said_of_a_region_is_told_where_it_stands(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    [problem] = refusal(load_text, tmp_path, "leaflet", of_regions((old, new)))
    assert told(problem) == expected


@pytest.mark.parametrize(("old", "new"), [(old, new) for old, new, _ in REFUSED])
def test_an_editor_marks_it_as_well(tmp_path: Path, old: str, new: str) -> None:
    assert not validator("leaflet").is_valid(data(tmp_path, of_regions((old, new))))


PICTURE = """\
      - type: figure
        id: place
        drawing: joint
        alternative: A joint.
        variants:
          lumbar: {drawing: low, alternative: Low., label: {}}
red_flags:
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("fever: Fever", "fever: {regions: [lumbar], text: Fever, note: F}", "29:45 key-unknown"),
        ("fever: Fever", "fever: {regions: [lumbar], txt: Fever}", "29:32 key-unknown"),
        ("red_flags:\n", PICTURE, "30:53 key-unknown"),
    ],
)
def test_a_key_that_there_is_not_is_told_where_it_stands(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    found = refusal(load_text, tmp_path, "leaflet", of_regions((old, new)))
    assert expected in {told(problem)[: len(expected)] for problem in found}


# Regions that the leaflet has


@pytest.mark.parametrize(
    "changes",
    [
        (),
        ((HEAT, f"{HEAT}        variants: {{cervical: N., lumbar: L.}}\n"),),
        ((HEAT, f"{HEAT}        regions: [lumbar]\n"),),
        (("fever: Fever", "fever: Fever\n    weak: {regions: [lumbar], text: Weak}"),),
        (
            ("lie: You lie down.", "lie: {regions: [cervical], text: You lie down.}"),
            ("wait: You wait.", "wait: {regions: [lumbar], text: You wait.}"),
        ),
    ],
)
def test_a_leaflet_that_has_something_for_each_region_is_good(
    tmp_path: Path, changes: Changes
) -> None:
    assert problems(tmp_path, of_regions(*changes)) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (HEAT, f"{HEAT}        regions: [lumbar, thoracic]\n", "19:27"),
        (ASK, f"{ASK}          regions: [thoracic]\n", "42:21"),
        ("fever: Fever", f"fever: Fever\n    weak: {OTHER}", "30:22"),
        ("nose: Your", f"gums: {OTHER}\n        nose: Your", "63:26"),
        ("food: Do", f"water: {OTHER}\n    food: Do", "50:23"),
        ("lie: You lie", f"turn: {OTHER}\n          lie: You lie", "23:28"),
        (HEAT, f"{HEAT}        variants: {{cervical: N., thoracic: T., lumbar: L.}}\n", "19:44"),
    ],
)
def test_a_region_that_the_leaflet_has_not_is_told_where_it_stands(
    tmp_path: Path, old: str, new: str, place: str
) -> None:
    message = "region-unfit The leaflet is not for the region “thoracic”."
    assert problems(tmp_path, of_regions((old, new))) == [f"{place} {message} {MEND}"]


def test_a_leaflet_without_regions_can_say_nothing_of_one(tmp_path: Path) -> None:
    changes = (HEAT, f"{HEAT}        regions: [lumbar]\n        variants: {{cervical: N.}}\n")
    message = "region-unfit The leaflet is not for the region"
    assert problems(tmp_path, of_regions(changes, regions="")) == [
        f"18:19 {message} “lumbar”. {MEND}",
        f"19:30 {message} “cervical”. {MEND}",
    ]


@pytest.mark.parametrize(
    ("block", "missing"),
    [
        (f"{HEAT}        variants: {{cervical: N.}}\n", "lumbar, sacroiliac"),
        (f"{HEAT}        variants: {{lumbar: L., cervical: N.}}\n", "sacroiliac"),
    ],
)
def test_a_region_without_its_variant_is_told_at_the_variants(
    tmp_path: Path, block: str, missing: str
) -> None:
    text = of_regions((HEAT, block), regions="cervical, lumbar, sacroiliac")
    expected = f"19:9 region-unfit There is no variant for {missing}. {EACH}"
    assert problems(tmp_path, text) == [expected]


NEVER = "the part that contains it is not for that region."
WIDEN = "Add the region to “regions” of the block, or remove it here."


def test_a_variant_and_an_item_that_their_block_is_not_for_are_told(tmp_path: Path) -> None:
    """They would be printed for nobody whose region is known."""
    only_lumbar = "        regions: [lumbar]\n"
    text = of_regions(
        (HEAT, f"{HEAT}{only_lumbar}        variants: {{lumbar: L., cervical: C.}}\n"),
        (STEPS, f"{STEPS}{only_lumbar}"),
        ("wait: You wait.", "wait: {regions: [cervical], text: Wait.}"),
    )
    found = [one.partition(" ") for one in problems(tmp_path, text) if "never" in one]
    assert found == [
        (place, " ", f"region-unfit This is never printed for “cervical”: {NEVER} {WIDEN}")
        for place in ("20:42", "27:28")
    ]


def test_a_block_for_one_region_needs_its_variant_alone(tmp_path: Path) -> None:
    block = f"{HEAT}        regions: [lumbar]\n        variants: {{lumbar: L.}}\n"
    assert problems(tmp_path, of_regions((HEAT, block), (ALWAYS, ""))) == []


# Something for each region

EMPTY_LIST = "region-unfit For the region “lumbar”, this list is empty."
EMPTY_SECTION = "region-unfit For the region “lumbar”, this section is empty."


@pytest.mark.parametrize(
    ("old", "place"),
    [
        ("fever: Fever", "28:3"),
        ("nose: Your nose does not stop bleeding.", "62:7"),
        ("food: Do not eat.", "49:3"),
        ("come: Come early.", "51:3"),
        ("rest: Rest.", "53:3"),
        ("walk: Walk.", "55:3"),
    ],
)
def test_a_list_that_a_region_leaves_empty_is_told_at_its_key(
    tmp_path: Path, old: str, place: str
) -> None:
    name, _, words = old.partition(": ")
    text = of_regions((old, f"{name}: {{regions: [cervical], text: {words}}}"))
    assert problems(tmp_path, text) == [f"{place} {EMPTY_LIST} {ITEM}"]


def test_a_list_of_a_section_that_a_region_leaves_empty_is_told_too(tmp_path: Path) -> None:
    text = of_regions(
        ("lie: You lie down.", "lie: {regions: [cervical], text: You lie down.}"),
        ("wait: You wait.", "wait: {regions: [cervical], text: You wait.}"),
    )
    assert problems(tmp_path, text) == [f"22:9 {EMPTY_LIST} {ITEM}"]


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        (
            (
                (HEAT, f"{HEAT}        regions: [cervical]\n"),
                (STEPS, f"{STEPS}        regions: [cervical]\n"),
            ),
            "13:5",
        ),
        (((ALWAYS, ""), (ASK, f"{ASK}          regions: [cervical]\n")), "34:7"),
        (
            (
                (HEAT, f"{HEAT}        regions: [cervical]\n"),
                (ASK, f"{ASK}          regions: [cervical]\n"),
            ),
            "35:7",
        ),
    ],
)
def test_a_section_that_a_region_leaves_empty_is_told(
    tmp_path: Path, changes: Changes, place: str
) -> None:
    """Also one of the consent summary whose repeated block is for other regions."""
    assert problems(tmp_path, of_regions(*changes)) == [f"{place} {EMPTY_SECTION} {BLOCK}"]


def test_a_list_for_some_regions_needs_items_for_these_only(tmp_path: Path) -> None:
    changes = (
        (STEPS, f"{STEPS}        regions: [cervical, lumbar]\n"),
        ("lie: You lie down.", "lie: {regions: [cervical], text: You lie down.}"),
        ("wait: You wait.", "wait: {regions: [lumbar], text: You wait.}"),
    )
    text = of_regions(*changes, regions="cervical, thoracic, lumbar")
    assert problems(tmp_path, text) == []


# Figures


FIGURE = """\
      - type: figure
        id: place
        drawing: all
        alternative: A joint.
        labels: {bone: Bone, disc: Disc, needle: Needle}
        variants:
          cervical:
            drawing: all
            alternative: A joint of the neck.
            labels: {bone: Bone, disc: Disc, needle: Needle}
          lumbar:
            drawing: low
            alternative: A joint of the back.
            labels: {region: Here}
"""
LOW = svg({"region": "40 20 0 20"})


def of_figure(folder: Path, old: str = "", new: str = "", **drawings: str) -> list[str]:
    """What is said of this figure, changed, and of its drawings."""
    text = FIGURE.replace(old, new) if old else FIGURE
    leaflet = leaflet_with(folder, text, **({"all": svg(), "low": LOW} | drawings))
    found = figure_problems(leaflet, load_drawings(folder / "nerve" / "figures"))
    return [f"{problem.place.path.name} {told(problem)}" for problem in found]


def test_a_figure_may_show_a_drawing_of_its_own_for_each_region(tmp_path: Path) -> None:
    assert of_figure(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "drawing: low",
            "drawing: lower",
            [
                (
                    "leaflet.yaml 35:22 file-missing There is no drawing figures/lower.svg, "
                    "neither of the leaflet nor for all leaflets. Add the drawing, or correct "
                    "the name."
                ),
                (
                    "low.svg 0:0 file-unused This file is not used by any figure of the "
                    "leaflet. Add a block of the type figure that names it, or delete the file."
                ),
            ],
        ),
        (
            "{region: Here}",
            "{region: Here, nerve: Nerve}",
            [
                (
                    "leaflet.yaml 37:36 drawing-invalid low.svg has no line “label-nerve”. Draw "
                    "a line with this id from the part to an edge, or remove the label."
                )
            ],
        ),
        (
            "            labels: {region: Here}\n",
            "",
            [
                (
                    "low.svg 2:0 drawing-invalid The line “label-region” has no label. Add "
                    "“region: …” under “labels” of the figure, or remove the line."
                )
            ],
        ),
        (
            "A joint of the back.",
            "A **joint** of the back.",
            [
                (
                    "leaflet.yaml 36:26 markup-invalid The alternative text of a picture "
                    "contains markup. Write it without brackets and asterisks; put sources in "
                    "the caption."
                )
            ],
        ),
    ],
)
def test_the_drawing_of_a_region_is_held_against_its_own_labels(
    tmp_path: Path, old: str, new: str, expected: list[str]
) -> None:
    assert old in FIGURE
    assert of_figure(tmp_path, old, new) == expected


def test_a_label_of_a_region_cannot_take_the_place_of_the_caption(tmp_path: Path) -> None:
    line = svg({"caption": "40 20 0 20"})
    assert of_figure(tmp_path, "region: Here", "caption: Here", low=line) == [
        (
            "leaflet.yaml 37:22 id-duplicate The id “caption” is already in use. A label cannot "
            "have the id alternative or caption."
        )
    ]


def test_a_region_without_its_picture_is_told_at_the_variants(tmp_path: Path) -> None:
    text = of_regions(("red_flags:", f"{FIGURE}red_flags:"), regions="cervical, lumbar, thoracic")
    assert problems(tmp_path, text) == [
        f"30:9 region-unfit There is no variant for thoracic. {EACH}"
    ]
