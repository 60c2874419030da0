"""Drawings that stand in a page itself: they may hold what those in files may, and no more."""

from collections.abc import Iterator
from typing import Any

from build_pack.content.vector import VectorError, drawing_in
from build_pack.content.vector_bounds import SVG
from build_pack.content.xml_lines import as_xml
from build_pack.problems import Place, Problem


def drawing_problems(page: Any, place: Place) -> Iterator[Problem]:
    """What is wrong with the drawings of a page that has been parsed."""
    for drawing in page.iter(f"{SVG}svg"):
        try:
            drawing_in("A drawing in the page", as_xml(drawing).encode())
        except VectorError as error:
            for fault in error.faults:
                yield Problem("template-invalid", place, fault.message, fault.hint)
