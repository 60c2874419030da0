"""Figures and chances: what is wrong with one is told where it stands, with the fix."""

from pathlib import Path

import pytest

from build_pack.content.pictures.drawings import LabelLineEnd, LabelSide, load_drawings
from build_pack.content.pictures.svg import checked_svg
from build_pack.content.validation.figures import chance_problems, figure_problems, height
from build_pack.problems import Place
from build_pack.text.xml_parser import Element
from tests.content.drawn import FIGURE, LINES, chance, leaflet_with, svg
from tests.content.samples import refusal, told
from tests.workshop import LEAFLET, ROOT

SHIPPED = ROOT / "leaflets" / LEAFLET
ELLIPSIS = "…"
LINE = '<line id="label-x" x1="0" y1="0" x2="1" y2="1"/>'


def of_figure(folder: Path, blocks: str = FIGURE, **drawings: str) -> list[str]:
    """What is said of the sample leaflet with these blocks and drawings."""
    leaflet = leaflet_with(folder, blocks, **(drawings or {"joint": svg()}))
    found = figure_problems(leaflet, load_drawings(folder / "nerve" / "figures"))
    return [f"{problem.place.path.name} {told(problem)}" for problem in found]


def test_a_figure_whose_labels_and_lines_match_is_good(tmp_path: Path) -> None:
    assert of_figure(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "drawing: joint",
            "drawing: jiont",
            [
                (
                    "leaflet.yaml 26:18 file-missing There is no drawing figures/jiont.svg, "
                    "neither of the leaflet nor for all leaflets. Add the drawing, or correct "
                    "the name."
                ),
                (
                    "joint.svg 0:0 file-unused This file is not used by any figure of the "
                    "leaflet. Add a block of the type figure that names it, or delete the file."
                ),
            ],
        ),
        (
            "          disc: Disc\n",
            "",
            [
                (
                    "joint.svg 3:0 drawing-invalid The line “label-disc” has no label. Add "
                    "“disc: …” under “labels” of the figure, or remove the line."
                ),
            ],
        ),
        (
            "          disc: Disc\n",
            "          disc: Disc\n          nerve: Nerve\n",
            [
                (
                    "leaflet.yaml 31:11 drawing-invalid joint.svg has no line “label-nerve”. "
                    "Draw a line with this id from the part to an edge, or remove the label."
                ),
            ],
        ),
        (
            "A needle beside a joint.",
            "A **needle** beside a joint.",
            [
                (
                    "leaflet.yaml 27:22 markup-invalid The alternative text of a picture "
                    "contains markup. Write it without brackets and asterisks; put sources in "
                    "the caption."
                ),
            ],
        ),
    ],
)
def test_a_figure_that_does_not_go_with_its_drawing_is_told(
    tmp_path: Path, old: str, new: str, expected: list[str]
) -> None:
    assert old in FIGURE
    assert of_figure(tmp_path, FIGURE.replace(old, new)) == expected


def test_a_label_cannot_take_the_place_of_the_alternative_or_the_caption(tmp_path: Path) -> None:
    lines = {name if name != "disc" else "caption": line for name, line in LINES.items()}
    found = of_figure(tmp_path, FIGURE.replace("disc: Disc", "caption: Disc"), joint=svg(lines))
    assert found == [
        (
            "leaflet.yaml 30:11 id-duplicate The id “caption” is already in use. A label cannot "
            "have the id alternative or caption."
        )
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "40 60 20 60",
            (
                "The line “label-disc” does not end at an edge that has labels. Draw it to the "
                "left, right or lower edge of the drawing."
            ),
        ),
        (
            "40 60 40 100",
            (
                "Some lines end at the lower edge, and others at the sides. Let all of them end "
                "at the lower edge, or all of them at the sides."
            ),
        ),
        (
            "40 60 0 62.5",
            (
                "The line “label-disc” ends at 62 % of the height. Labels are placed every 5 %: "
                "end it at 60 %."
            ),
        ),
        (
            "40 60 0 35",
            (
                "The labels “bone” and “disc” are too close to each other. End their lines at "
                "least 20 % of the height apart."
            ),
        ),
    ],
)
def test_a_line_that_ends_where_no_label_can_stand_is_told(
    tmp_path: Path, line: str, expected: str
) -> None:
    found = of_figure(tmp_path, joint=svg({**LINES, "disc": line}))
    assert found == [f"joint.svg 3:0 drawing-invalid {expected}"]


def test_lines_to_labels_below_end_in_the_middle_of_columns_of_equal_width(tmp_path: Path) -> None:
    lines = {"bone": "15 80 15 100", "disc": "50 80 50 100", "needle": "75 80 75 100"}
    assert of_figure(tmp_path, joint=svg(lines)) == [
        (
            "joint.svg 4:0 drawing-invalid The line “label-needle” ends at 75 % of the width. "
            "Its label is centred in a column: end it at 83.3 %."
        )
    ]


def test_a_file_that_no_figure_can_show_is_told(tmp_path: Path) -> None:
    leaflet = leaflet_with(tmp_path, FIGURE, joint=svg())
    (tmp_path / "nerve" / "figures" / "photo.png").touch()
    [found] = figure_problems(leaflet, load_drawings(tmp_path / "nerve" / "figures"))
    assert (found.code, found.place.path.name) == ("file-unused", "photo.png")


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        (
            svg(inside="<text>Disc</text>"),
            (
                "5:0 drawing-invalid joint.svg contains text: <text> in line 5. Convert text to "
                "paths in the drawing program: the pack does not have its font."
            ),
        ),
        (
            svg(view="0 0 wide high"),
            (
                '1:0 drawing-invalid joint.svg contains an invalid size: viewBox="0 0 wide high" '
                'in line 1. Export it again as "plain SVG", or as a PNG.'
            ),
        ),
        (
            svg(inside=f'<g transform="scale(2)">{LINE}</g>'),
            (
                "5:0 drawing-invalid “label-x” is not a straight line between two points. "
                f"Draw it as <line x1={ELLIPSIS} y1={ELLIPSIS} x2={ELLIPSIS} y2={ELLIPSIS}>, "
                "without a transform on it or around it."
            ),
        ),
        (
            svg(inside='<path id="label-x" d="M0 0 L9 9"/>'),
            (
                "5:0 drawing-invalid “label-x” is not a straight line between two points. "
                f"Draw it as <line x1={ELLIPSIS} y1={ELLIPSIS} x2={ELLIPSIS} y2={ELLIPSIS}>, "
                "without a transform on it or around it."
            ),
        ),
    ],
)
def test_a_drawing_that_cannot_be_printed_is_refused(
    tmp_path: Path, drawing: str, expected: str
) -> None:
    leaflet_with(tmp_path, "", joint=drawing)
    assert [
        told(problem) for problem in refusal(load_drawings, tmp_path / "nerve" / "figures")
    ] == [expected]


@pytest.mark.parametrize(
    ("x", "y", "side", "percent"),
    [
        (0, 41, LabelSide.LEFT, 40),
        (99, 3, LabelSide.RIGHT, 10),
        (50, 99, LabelSide.BELOW, 90),
        (50, 50, None, 50),
    ],
)
def test_the_outer_end_of_a_line_says_where_its_label_stands(
    x: float, y: float, side: LabelSide | None, percent: int
) -> None:
    end = LabelLineEnd(x, y, Place(Path("joint.svg")))
    assert (end.side, height(end)) == (side, percent)


# Chances


def of_chances(folder: Path, *chances: str) -> list[str]:
    return [told(problem) for problem in chance_problems(leaflet_with(folder, "".join(chances)))]


def test_a_chance_with_its_numbers_and_its_source_is_good(tmp_path: Path) -> None:
    thousand = "About 3 in 1,000 people have pain [@who-2020]."
    assert of_chances(tmp_path, chance(3, 1000, thousand), chance(1, 1000, name="other")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "About 3 in 100 people have pain.",
            (
                "28:15 chance-invalid The chance has no source. Cite the source of the number "
                "as [@key], or remove the chance."
            ),
        ),
        (
            "About 30 in 100 people have pain [@who-2020].",
            (
                "28:15 chance-invalid The text does not contain the number 3. Write both "
                "numbers in digits, such as “3 in 100 people”."
            ),
        ),
        (
            "About 3 people have pain [@who-2020].",
            (
                "28:15 chance-invalid The text does not contain the number 100. Write both "
                "numbers in digits, such as “3 in 100 people”."
            ),
        ),
    ],
)
def test_a_chance_that_says_something_else_or_has_no_source_is_told(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert of_chances(tmp_path, chance(text=text)) == [expected]


def test_all_chances_are_out_of_one_number(tmp_path: Path) -> None:
    assert of_chances(tmp_path, chance(), chance(3, 10, name="other")) == [
        (
            "32:13 chance-invalid This chance is out of 10, but the first one is out of 100. "
            "Give each chance out of 100: otherwise patients cannot compare them."
        )
    ]


@pytest.mark.parametrize(
    ("people", "of", "expected"),
    [
        (11, 10, "27:13 value-invalid sections → 1 → blocks → 3 → of: there are fewer people than"),
        (0, 10, "26:17 value-invalid sections → 1 → blocks → 3 → people: 0 is too low."),
        (3, 50, "27:13 value-invalid sections → 1 → blocks → 3 → of: “50” is not one of the cho"),
    ],
)
def test_numbers_of_people_that_cannot_be_are_refused(
    tmp_path: Path, people: int, of: int, expected: str
) -> None:
    [problem] = refusal(leaflet_with, tmp_path, chance(people, of))
    assert told(problem).startswith(expected)


# The drawings that we ship

_COLUMN = 124
"""Millimetres of the narrowest column that a drawing is printed in: that of A5."""
_SHARE = {"facet-joint": 0.54}
"""How much of it a drawing takes; templates/css/figures.css says so."""


@pytest.mark.parametrize("name", _SHARE)
def test_no_dark_line_of_a_drawing_is_thinner_than_nine_tenths_of_a_point(name: str) -> None:
    path = SHIPPED / "figures" / f"{name}.svg"
    root = checked_svg(path.name, path.read_bytes())
    units = float(root.get("viewBox", "").split()[2])
    point = 25.4 / 72
    widths = [width * _SHARE[name] * _COLUMN / units / point for width in dark_lines(root)]
    assert len(widths) > 10
    assert min(widths) >= 0.9


def dark_lines(element: Element, stroke: str = "none", width: float = 1) -> list[float]:
    """How thick each dark line is, in the drawing's units; a line takes after what it is in."""
    stroke, width = element.get("stroke", stroke), float(element.get("stroke-width", width))
    dark = stroke != "none" and int(stroke[1:3], 16) < 0x80
    own = [width] if dark and not len(element) else []
    return own + [one for child in element for one in dark_lines(child, stroke, width)]


def test_the_shipped_drawings_hold_no_more_than_shapes() -> None:
    for path in sorted(SHIPPED.glob("figures/*.svg")):
        root = checked_svg(path.name, path.read_bytes())
        names = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert names <= {"svg", "g", "path", "line", "circle", "rect"}
        assert not [e for e in root.iter() if {"style", "class"} & set(e.attrib)]
