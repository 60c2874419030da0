"""Tables in a structure tree that is whole: WeasyPrint 70 makes them of each page's part alone.

So a cell is told only of the header cells that its own page shows, and the foot, which every page
shows, comes before the rows of further pages.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from build_pack.rendering.weasyprint.element_fragments import referred

_CELLS = {"/TD", "/TH"}


def mend_tables(joined: Iterable[Any], elements: Mapping[bytes, Any]) -> None:
    """Put feet last, and relate all cells and headers, of each table on several pages."""
    for table in joined:
        if table["S"] == "/Table":
            _mend(table, elements)


def _mend(table: Any, elements: Mapping[bytes, Any]) -> None:
    """Name in each cell the headers of its rows, then of its columns."""
    import pydyf

    table["K"].sort(key=lambda kid: elements[kid]["S"] == "/TFoot")
    cells = list(_placed(_rows(table, elements), elements))
    headers = [cell for cell in cells if "ID" in cell[0]]
    for cell, rows, columns in cells:
        if cell["S"] == "/TD":
            of_rows = (h["ID"] for h, across, _ in headers if _is_of_row(h) and across & rows)
            of_columns = (h["ID"] for h, _, down in headers if not _is_of_row(h) and down & columns)
            cell["A"]["Headers"] = pydyf.Array([*of_rows, *of_columns])


def _is_of_row(header: Any) -> bool:
    return bool(header["A"]["Scope"] == "/Row")


def _rows(around: Any, elements: Mapping[bytes, Any]) -> Iterator[Any]:
    for kid in _kids(around, elements):
        if kid["S"] == "/TR":
            yield kid
        elif kid["S"] != "/Caption":
            yield from _rows(kid, elements)


def _placed(
    rows: Iterable[Any], elements: Mapping[bytes, Any]
) -> Iterator[tuple[Any, set[int], set[int]]]:
    """Each cell with the numbers of the rows and of the columns that it is in."""
    taken: set[tuple[int, int]] = set()
    for top, row in enumerate(rows):
        left = 0
        for cell in _kids(row, elements):
            if cell["S"] not in _CELLS:
                continue
            while (top, left) in taken:
                left += 1
            down = set(range(top, top + cell["A"].get("RowSpan", 1)))
            across = set(range(left, left + cell["A"].get("ColSpan", 1)))
            taken.update((y, x) for y in down for x in across)
            yield cell, down, across


def _kids(around: Any, elements: Mapping[bytes, Any]) -> Iterator[Any]:
    return (elements[kid] for kid in around["K"] if kid in elements)


def add_id_tree(elements: Mapping[bytes, Any], pdf: Any) -> None:
    """Say where the header cells are that others name (ISO 32000-1, table 322)."""
    import pydyf

    named = sorted(
        (one["ID"].data, reference) for reference, one in elements.items() if "ID" in one
    )
    if named:
        tree = pydyf.Dictionary({"Names": pydyf.Array(chain.from_iterable(named))})
        pdf.add_object(tree)
        referred(pdf.catalog["StructTreeRoot"], pdf)["IDTree"] = tree.reference
