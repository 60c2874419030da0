"""Which boxes on the pages are fragments of one: what runs over the end of a page or a line.

WeasyPrint 70 makes a copy for each fragment, and no copy says of what. Whatever a box is given is
given to its copies too, so each gets a number before anything is laid out.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Any

from build_pack.rendering.weasyprint.internals import (
    boxes,
    internal,
    page_box,
    placed_box,
    replaced,
    unknown_version,
)

_BUILD = "weasyprint.document.build_formatting_structure"


@contextmanager
def boxes_numbered() -> Iterator[None]:
    """Inside, what is laid out tells fragments of one box from those of another.

    Raises `ProblemsError` at its end if WeasyPrint has made its boxes in another way.
    """
    plain = internal(_BUILD)
    is_used = False

    def build(*sources: Any) -> Any:
        nonlocal is_used
        is_used = True
        root = plain(*sources)
        footnotes = sources[-1]
        inside = (box.descendants() for box in (root, *footnotes))
        for number, box in enumerate(chain.from_iterable(inside)):
            box.number_in_document = number
        return root

    with replaced({_BUILD: build}):
        yield
    if not is_used:
        raise unknown_version("weasyprint", f"does not call {_BUILD.partition('.')[2]}")


def number_of(box: Any) -> int | None:
    """The number that all fragments of a box have; None for what only the layout has made."""
    number: int | None = getattr(box, "number_in_document", None)
    return number


def repetitions(document: Any) -> Iterator[Any]:
    """What a page shows again that an earlier one has: heads and feet of tables, what is fixed.

    A fragment goes on; a repetition is whole, and for those who listen it is nothing new.
    """
    shown: set[int] = set()
    for page in document.pages:
        on_each = [box for box in boxes_inside(page_box(page)) if _is_on_each_page(box)]
        yield from (box for box in on_each if number_of(box) in shown)
        shown.update(number for box in on_each if (number := number_of(box)) is not None)


def boxes_inside(box: Any) -> Iterator[Any]:
    """All that is inside a box, also what is positioned, in the order of the document."""
    for child in map(placed_box, box.children):
        yield child
        yield from boxes_inside(child)


def _is_on_each_page(box: Any) -> bool:
    is_group = isinstance(box, boxes().TableRowGroupBox)
    is_head_or_foot = is_group and (box.is_header or box.is_footer)
    return bool(is_head_or_foot or box.style["position"] == "fixed")
