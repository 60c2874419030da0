"""Lists in a structure tree that is whole: WeasyPrint 70 makes them of their boxes alone.

A list may hold items, and an item a label and bodies (ISO 32000-1, 14.8.4.3.3). A column of a list
is a box too, and so is a paragraph in an item.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

_PARTS_OF_ITEM = {"/Lbl", "/LBody"}


def dissolve_columns(elements: dict[bytes, Any], columns: Iterable[Any]) -> None:
    """Put what is in a column into the element that is set in columns, such as a list."""
    for column in columns:
        _dissolve(column, elements)


def _dissolve(column: Any, elements: dict[bytes, Any]) -> None:
    """Put the elements of one column in its place."""
    around = elements[column["P"]]
    place = around["K"].index(column.reference)
    around["K"][place : place + 1] = column["K"]
    for kid in column["K"]:
        elements[kid]["P"] = around.reference
    del elements[column.reference]
    column.clear()


def mend_items(elements: dict[bytes, Any], pdf: Any) -> None:
    """Let each list item hold labels and bodies alone, and no body be anywhere else."""
    for item in [item for item in elements.values() if item["S"] == "/LI"]:
        _put_in_bodies(item, elements, pdf)
    for item in elements.values():
        if item["S"] == "/LBody" and elements[item["P"]]["S"] != "/LI":
            item["S"] = "/NonStruct"


def _put_in_bodies(item: Any, elements: dict[bytes, Any], pdf: Any) -> None:
    """Put what stands loose in a list item, such as a paragraph, into bodies."""
    import pydyf

    kids: list[Any] = []
    for is_loose, group in groupby(item["K"], lambda kid: elements[kid]["S"] not in _PARTS_OF_ITEM):
        run = list(group)
        if is_loose:
            entries = {"Type": "/StructElem", "S": "/LBody", "Pg": item["Pg"], "P": item.reference}
            body = pydyf.Dictionary(entries | {"K": pydyf.Array(run)})
            pdf.add_object(body)
            for kid in run:
                elements[kid]["P"] = body.reference
            elements[body.reference] = body
            run = [body.reference]
        kids += run
    item["K"] = pydyf.Array(kids)
