"""What is on finished pages, as plain data: words and graphics, where and how they are drawn.

Lengths are pixels of the layout, from the upper left corner of the page, if nothing else is said.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from build_pack.rendering.units import POINTS_PER_PIXEL

Area = tuple[float, float, float, float]
"""Left, top, width and height."""
Edges = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class DrawnItem:
    """How a text or graphic is drawn: by which matrix, and of words, whether they are shortened."""

    matrix: tuple[float, float, float, float, float, float]
    """From pixels of the layout to points from the lower left corner of the page."""
    is_cut: bool = False
    is_faint: bool = False
    """Drawn into a group, which is laid on the page with less than full opacity."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How words are set."""

    font_size: float
    font_weight: int
    direction: str
    colour: tuple[float, float, float, float]
    """Red, green, blue and opacity, each from 0 to 1."""
    letter_spacing: float
    word_spacing: float
    decoration: frozenset[str]
    """The lines along the words, such as `underline`."""
    underline_offset: float
    decoration_thickness: float
    variants: tuple[str | tuple[str, ...], ...]
    """Which other shapes of letters are asked for, such as `normal` or `("tabular-nums",)`."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table."""

    table: int
    """The number of its table, which no other has."""
    column: int
    colspan: int
    left: float
    """Of the room that it takes, with its margin."""
    area: Area
    """With its border."""
    row_top: float | None
    """Of the row around it."""


@dataclass(frozen=True, slots=True)
class PageText:
    """A stretch of words within one line."""

    words: str
    page: int
    line: int
    """The number of its line, which no other line has."""
    block: int
    """The number of the block, or of the cell of a table, that it is in."""
    left: float
    width: float
    baseline: float
    style: TextStyle
    drawn: DrawnItem | None
    clip: Edges | None = None
    """What of it is seen, where something is cut off."""
    cell: TableCell | None = None
    """The innermost cell of a table that it is in."""
    is_turned: bool = False
    """Whether an element around it says that it runs from the left, on any page."""
    at: int = -1
    """Before how many letters of the document it begins, once that is known."""


@dataclass(frozen=True, slots=True)
class PageGraphic:
    """A picture, a mark, or a place to write."""

    name: str
    """The file of an icon, where a picture comes from, or one of `BOX`, `LINE` and `CELL`."""
    page: int
    before: int
    """How many texts are before it."""
    box: Area | None = None
    """Of a box to tick and a place to write: what it fills, with its border."""
    radius: float = 0.0
    """Of the round corners of a box to tick."""
    alternative: str = ""
    """What is read out in its place."""
    is_logo: bool = False
    is_background: bool = False
    is_within_line: bool = False
    area: Area | None = None
    """What it fills; None if it was not read, and of a box or a place to write."""
    frame: Area | None = None
    """Outside of which it is cut off."""
    ratio: float | None = None
    """Its own width by its height, if it has one."""
    drawn: DrawnItem | None = None
    border_shades: tuple[float, ...] = ()
    """Of a place to write: those of its borders on white paper, 0 to 255."""


def box_edges(shown: PageGraphic) -> Edges:
    """The edges of the box of a graphic, in points; of one that has such a box."""
    if shown.box is None:
        raise ValueError(f"{shown.name} has no box")
    left, top, width, height = (length * POINTS_PER_PIXEL for length in shown.box)
    return left, top, left + width, top + height


@dataclass(frozen=True, slots=True)
class PageParts:
    """What there is of a page beside words and graphics."""

    height: float
    """In points."""
    bookmarks: tuple[str, ...]
    anchors: Mapping[str, tuple[float, ...]]
    """The left, upper, right and lower edge of each target of a link."""
    has_form: bool
    has_attachment: bool
    added_shapes: int
    """How many shapes a stylesheet draws that could be read as letters or marks."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """All that is on the pages, without their margins, in order."""

    pages: tuple[PageParts, ...]
    texts: tuple[PageText, ...]
    repeated: tuple[PageText, ...]
    """Headings of tables that go on overleaf."""
    pictures: tuple[PageGraphic, ...]
    marks: tuple[PageGraphic, ...]
    blanks: tuple[PageGraphic, ...]
    """Lines to write on, and cells of tables without words."""
    unknown_pictures: tuple[PageGraphic, ...]
    """Pictures of stylesheets that are none of the program's icons."""
    links: tuple[tuple[int, str, int], ...]
    """Before how many texts, where to, and on which page."""
    has_attachment: bool
    drawn_twice: int
    """How many texts and graphics were drawn more than once."""
    has_words_in_pictures: bool
