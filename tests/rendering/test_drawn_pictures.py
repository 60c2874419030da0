"""Pictures that the program draws: who is counted can be told without colours."""

from base64 import b64decode

import pytest

from build_pack.content.pictures.svg import checked_svg
from build_pack.documents.shared.section_blocks.chance import ChanceView
from build_pack.documents.shared.views import Prose
from build_pack.rendering.html.drawn_pictures import people
from build_pack.text.xml_parser import Element

COLUMNS = {10: 10, 100: 20, 1000: 50}
PERSON = (22.0, 34.0)


def picture(uri: str) -> Element:
    kind, _, content = uri.partition(",")
    assert kind == "data:image/svg+xml;base64"
    return checked_svg("picture", b64decode(content))


def drawn(counted: int, of: int, direction: str = "ltr") -> Element:
    return picture(people(ChanceView(Prose(()), counted, of, "", ""), direction))


def uses(root: Element) -> list[tuple[str, float, float]]:
    """Each person with what it is drawn as, and its column and row."""
    found = [e for e in root.iter() if e.tag.endswith("use")]
    return [
        (e.attrib["href"], float(e.attrib["x"]) / PERSON[0], float(e.attrib["y"]) / PERSON[1])
        for e in found
    ]


@pytest.mark.parametrize(("counted", "of"), [(1, 10), (3, 100), (100, 100), (7, 1000)])
def test_everyone_has_a_place_of_their_own_and_the_counted_are_marked(
    counted: int, of: int
) -> None:
    found = uses(drawn(counted, of))
    assert len({(column, row) for _, column, row in found}) == of
    assert [kind for kind, _, _ in found].count("#m") == counted


@pytest.mark.parametrize("of", COLUMNS)
def test_everyone_stands_inside_the_picture(of: int) -> None:
    root = drawn(1, of)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    assert width == COLUMNS[of] * PERSON[0]
    assert max(column for _, column, _ in uses(root)) == COLUMNS[of] - 1
    assert (max(row for _, _, row in uses(root)) + 1) * PERSON[1] == height


def test_the_counted_are_filled_and_the_others_hollow() -> None:
    root = drawn(1, 10)
    fills = {e.attrib["id"]: e.attrib["fill"] for e in root.iter() if "id" in e.attrib}
    assert fills["m"].startswith("#")
    assert fills["o"] == "none"


@pytest.mark.parametrize(("direction", "column"), [("ltr", 0), ("rtl", 19)])
def test_the_counted_come_first_in_the_writing_direction(direction: str, column: int) -> None:
    marked = [place for kind, *place in uses(drawn(1, 100, direction)) if kind == "#m"]
    assert marked == [[column, 0]]
