"""How full the pages of a document are, told from its boxes before it is written."""

from collections.abc import Iterator
from typing import Any

LEAST = 1 / 3
"""The share of its height that has to be filled of a last page, for it to be worth its paper."""


def ends_short(document: Any) -> bool:
    """Whether the last of several pages holds so little that the text had better be set closer."""
    if len(document.pages) == 1:
        return False
    page = document.pages[-1]._page_box  # noqa: SLF001 - there is no other way to the boxes
    top, height = page.content_box_y(), page.height
    filled: float = max(_bottoms(page), default=top) - top
    return filled < LEAST * float(height)


def _bottoms(page: Any) -> Iterator[float]:
    """Where each line and picture of a page's text ends, without what stands in its margins."""
    from weasyprint.formatting_structure.boxes import LineBox, MarginBox, ReplacedBox

    for box in page.children:
        if not isinstance(box, MarginBox):
            for inside in box.descendants():
                if isinstance(inside, LineBox | ReplacedBox):
                    yield inside.position_y + inside.height
