"""How full pages and frames are, told from a document's boxes before it is written."""

from collections.abc import Iterator
from typing import Any

from build_pack.rendering.weasyprint.internals import boxes, page_box

LEAST = 2 / 3
"""The share of its height that has to be filled of a last page, for it to be worth its paper."""
_BELOW = 12.0
"""Pixels between the last words in a frame and its lower edge: 3 mm."""


def last_page_is_short(document: Any) -> bool:
    """Whether the last of several pages holds so little that the text had better be set closer."""
    if len(document.pages) == 1:
        return False
    page = page_box(document.pages[-1])
    top, height = page.content_box_y(), page.height
    filled: float = max(_bottoms(page), default=top) - top
    return filled < LEAST * float(height)


def close_frames(document: Any) -> None:
    """End each part of a frame that goes on overleaf below its last words.

    By the standard it goes down to the end of the page (CSS Fragmentation 3, 5.1), and where the
    next lines are kept together it is half empty.
    """
    later: set[int] = set()
    for page in reversed(document.pages):
        here = {id(box.element): box for box in _frames(page_box(page))}
        for element, box in here.items():
            if element in later:
                lowest = max(_ends(box), default=box.position_y) + _BELOW
                box.height = min(box.height, max(lowest - box.content_box_y(), 0))
        later |= here.keys()


def _frames(page: Any) -> Iterator[Any]:
    """What is drawn whole on each page: it says so in its style."""
    for box in page.descendants():
        if box.element is not None and box.style["box_decoration_break"] == "clone":
            yield box


def _ends(box: Any) -> Iterator[float]:
    """Where each line, picture and blank inside of a box ends."""
    for child in box.children:
        if isinstance(child, boxes().LineBox) or not getattr(child, "children", ()):
            yield child.position_y + child.margin_height()
        else:
            yield from _ends(child)


def _bottoms(page: Any) -> Iterator[float]:
    """Where each line and picture of a page's text ends, without what is in its margins."""
    for box in page.children:
        if not isinstance(box, boxes().MarginBox):
            for inside in box.descendants():
                if isinstance(inside, boxes().LineBox | boxes().ReplacedBox):
                    yield inside.position_y + inside.height
