"""Whether there is room to write by hand: lines and empty cells that are there to see."""

from collections import Counter
from collections.abc import Iterator

from build_pack.rendering.page_verification.faults import VerificationFault, named
from build_pack.rendering.page_verification.page_content import PageContent, PageGraphic, box_edges
from build_pack.rendering.page_verification.text_differences import page_at
from build_pack.rendering.page_verification.tokens import CELL, LINE, TokenSequence
from build_pack.rendering.pdf.page_pixels import SCALE, PagePixels

_CLEAR, _EDGE, _SAME = 40, 12, 12
"""Shades by which a line, and the edge of a cell, differ from paper; by how much that may vary."""
_ROOM = 8
"""Points above a line that have to be empty."""
_MOST_INK = 0.05
_CALLED = {LINE: "a line to write on", CELL: "an empty cell of a table"}


def missing_writing_spaces(row: TokenSequence, laid: PageContent) -> Iterator[VerificationFault]:
    """Places to write that the pages lack; of several lines in a row, half are enough."""
    wanted = Counter((blank.at, blank.name) for blank in row.blanks)
    shown = Counter((space_position(blank, laid, row), blank.name) for blank in laid.blanks)
    for (at, name), count in wanted.items():
        if shown[at, name] < (count if name == CELL else (count + 1) // 2):
            yield VerificationFault(
                "page-missing",
                page_at(laid.texts, at),
                space_in_words(row, at, name),
                "is not printed",
            )


def space_in_words(row: TokenSequence, at: int, name: str) -> str:
    """A place to write in words."""
    return f"{_CALLED[name]} after {named(row.owner_at(max(at - 1, 0)))}"


def space_position(blank: PageGraphic, laid: PageContent, row: TokenSequence) -> int:
    """Before which letter it stands."""
    return laid.texts[blank.before].at if blank.before < len(laid.texts) else row.length


def writing_space_fault(blank: PageGraphic, page: PagePixels) -> str:
    """What is wrong with a place to write, as the end of a sentence; empty if nothing is."""
    left, top, right, bottom = (edge * SCALE for edge in box_edges(blank))
    if left < 0 or top < 0 or right > page.width or bottom > page.height:
        return "is outside the page"
    x0, y0, x1, y1 = (round(edge) for edge in (left + 3, top, right - 3, bottom))
    is_line = blank.name == LINE
    inside = page.whole.crop((x0, y1 - _ROOM if is_line else y0 + 4, x1, y1 - 3)).getcolors()
    paper = max(inside)[1]
    edges = [(x0, y1 - 3, x1, y1 + 2)] + ([] if is_line else [(x0, y0 - 2, x1, y0 + 3)])
    least = _CLEAR if is_line else _EDGE
    seen = (shade for edge in edges for _, shade in page.whole.crop(edge).getcolors())
    # PDFium may leave out what is thinner than a pixel.
    if not any(abs(shade - paper) > least for shade in (*blank.border_shades, *seen)):
        return "cannot be seen"
    ink = sum(count for count, shade in inside if abs(shade - paper) > _SAME)
    return "is not empty" if ink > _MOST_INK * sum(count for count, _ in inside) else ""
