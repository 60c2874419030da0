"""What the program itself puts on the pages of a document that has been laid out.

It is a document of its own, each of whose pages is painted over a page of the other one when that
is done: no order of stacking, position or opacity in the content can reach above it.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from build_pack.problems import Place, Problem
from build_pack.rendering.units import PIXELS_PER_MM
from build_pack.rendering.weasyprint.draft_band_and_footer import DraftBandAndFooter
from build_pack.rendering.weasyprint.internals import boxes, page_box, placed_box
from build_pack.rendering.weasyprint.text_overflow import footer_misfits, hint

_SLACK = 1.0
"""Pixels by which content may reach over an edge: nobody sees less."""
_ABOVE = 0.15
"""The share of a font's line above capitals, and below what hangs under the line."""
_EDGES = ("top", "right", "bottom", "left")


def turned(document: Any) -> list[bool]:
    """Which pages are wider than they are high."""
    return [page.width > page.height for page in document.pages]


def remove_page_decorations(document: Any) -> None:
    """Take off what stylesheets put on pages beside their content: margin boxes, marks, grounds.

    What the PDF says of itself and brings along goes as well.
    """
    from weasyprint.document import DocumentMetadata, Page

    document.metadata = DocumentMetadata()
    for number, page in enumerate(document.pages):
        box = page_box(page)
        if any(isinstance(child, boxes().MarginBox) for child in box.children):
            box.children = [
                child for child in box.children if not isinstance(child, boxes().MarginBox)
            ]
            page = document.pages[number] = Page(box)  # noqa: PLW2901 - with its own links alone
        box.background = box.canvas_background = box.transformation_matrix = None
        for edge in _EDGES:
            page.bleed[edge] = 0
            setattr(box, f"border_{edge}_width", 0)
        page.links = [link for link in page.links if link[0] != "attachment"]


def paint_overlay(document: Any, overlay: Any, record: str) -> None:
    """Have each page of `overlay` painted over that of `document`, and say what the PDF is."""
    from weasyprint.document import DocumentMetadata

    document.metadata = DocumentMetadata(
        title=overlay.metadata.title,
        lang=overlay.metadata.lang,
        custom={"build-pack": record} if record else {},
    )
    for page, over in zip(document.pages, overlay.pages, strict=True):
        page.paint = partial(_painted, page.paint, over.paint)


def _painted(
    paint: Callable[..., None], over: Callable[..., None], stream: Any, scale: float = 1
) -> None:
    paint(stream, scale)
    over(stream, scale)


def overlay_problems(
    document: Any, overlay_document: Any, overlay: DraftBandAndFooter, place: Place, classes: str
) -> Iterator[Problem]:
    """What is wrong between a document and the overlay that was laid out for it."""
    yield from _size_problems(document, overlay, place)
    yield from _overlaps(document, overlay_document, place)
    yield from _room_problems(overlay_document, overlay, place, hint(classes))


def _size_problems(document: Any, overlay: DraftBandAndFooter, place: Place) -> Iterator[Problem]:
    """Pages that are not of the paper's size, or lie on their side where none may."""
    upright = tuple(side * PIXELS_PER_MM for side in overlay.size)
    allowed = [upright, upright[::-1]] if overlay.may_turn else [upright]
    for number, page in enumerate(document.pages, start=1):
        sides = page.width, page.height
        if not any(
            all(abs(a - b) < _SLACK for a, b in zip(sides, one, strict=True)) for one in allowed
        ):
            found, wanted = (
                f"{a:.0f} × {b:.0f} mm"
                for a, b in (tuple(s / PIXELS_PER_MM for s in sides), overlay.size)
            )
            message = f"Page {number} is {found} in size; the paper is {wanted}."
            hint = "Leave the page size to the option --paper: remove “size” from @page."
            yield Problem("page-reserved", place, message, hint)


def _overlaps(document: Any, overlay: Any, place: Place) -> Iterator[Problem]:
    """Pages on which the content reaches into what the program prints above or below it."""
    for number, (page, over) in enumerate(zip(document.pages, overlay.pages, strict=True), start=1):
        ink = list(_ink(page_box(page)))
        for where, top, bottom in _grounds(page_box(over)):
            if any(high < bottom - _SLACK and low > top + _SLACK for high, low in ink):
                message = (
                    f"On page {number}, the content reaches into the {where} of the page, "
                    "which is reserved for what the program prints on every page."
                )
                hint = "Keep the margins of @page in css/page.css and css/formats.css as they are."
                yield Problem("page-reserved", place, message, hint)


def _room_problems(
    overlay_document: Any, overlay: DraftBandAndFooter, place: Place, advice: str
) -> Iterator[Problem]:
    """What does not fit into the room that a page has for it above and below its content."""
    found: dict[str, None] = {}
    for page in overlay_document.pages:
        sides = [side * PIXELS_PER_MM for side in overlay.size]
        lies = any(_has(box, "turned") for box in page_box(page).descendants())
        found |= dict.fromkeys(footer_misfits(page_box(page), sides[0] if lies else sides[1]))
    yield from (Problem("text-overflow", place, message, advice) for message in found)


def _grounds(page: Any) -> Iterator[tuple[str, float, float]]:
    """Where the program prints on a page, from edge to edge of the paper."""
    for box in page.descendants(placeholders=True):
        if _has(box, "room"):
            for ground in box.children:
                top = ground.border_box_y()
                yield ("top" if _has(box, "top") else "bottom"), top, top + ground.border_height()


def _has(box: Any, name: str) -> bool:
    element = getattr(box, "element", None)
    return element is not None and name in element.get("class", "").split()


def _ink(box: Any, matrix: Any = None) -> Iterator[tuple[float, float]]:
    """Upper and lower edge of all that is drawn of a box and of those in it."""
    box = placed_box(box)
    local = box.transformation_matrix
    if local is not None:
        matrix = local @ matrix if matrix is not None else local
    yield from (_on_page(box, edges, matrix) for edges in _drawn(box))
    for child in getattr(box, "children", ()):
        yield from _ink(child, matrix)


def _drawn(box: Any) -> Iterator[tuple[float, float]]:
    """What is drawn of a box itself, before it is turned or moved by a transformation."""
    if isinstance(box, boxes().LineBox | boxes().PageBox) or box.style["visibility"] != "visible":
        return
    top, bottom = box.border_box_y(), box.border_box_y() + box.border_height()
    if isinstance(box, boxes().TextBox):
        if box.text.strip():  # letters are lower than the line of their font
            yield top + _ABOVE * (bottom - top), bottom - _ABOVE * (bottom - top)
    elif isinstance(box, boxes().ReplacedBox) or _is_filled(box):
        beyond = _beyond(box.style)
        yield top - beyond, bottom + beyond
    else:
        if box.border_top_width:
            yield top, top + box.border_top_width
        if box.border_bottom_width:
            yield bottom - box.border_bottom_width, bottom


def _is_filled(box: Any) -> bool:
    """Whether something is drawn over the whole height of a box."""
    style, background = box.style, box.background
    grounds = background.layers if background else ()
    return bool(
        (background and background.color.alpha)
        or any(one.image for one in grounds)
        or box.border_left_width
        or box.border_right_width
        or style["outline_width"]
        or style["box_shadow"]
    )


def _beyond(style: Any) -> float:
    """How far an outline and shadows reach out of a box, in pixels."""
    outline = style["outline_width"] and style["outline_width"] + style["outline_offset"]
    shadows = (
        abs(y.value) + blur.value + spread.value for _, y, blur, spread, *_ in style["box_shadow"]
    )
    return float(max(outline, *shadows, 0, 0))


def _on_page(box: Any, edges: tuple[float, float], matrix: Any) -> tuple[float, float]:
    if matrix is None:
        return edges
    left = box.border_box_x()
    sides = left, left + box.border_width()
    corners = [matrix.transform_point(x, y)[1] for x in sides for y in edges]
    return min(corners), max(corners)
