"""Drawings that are in a page itself: they may contain what those in files may, and no more."""

from collections.abc import Iterator
from typing import Any

from build_pack.content.pictures.svg import SvgError, checked_svg
from build_pack.content.pictures.svg_limits import SVG
from build_pack.problems import Place, Problem
from build_pack.text.xml_parser import as_xml


def drawing_problems(page: Any, place: Place) -> Iterator[Problem]:
    """What is wrong with the drawings of a page that has been parsed."""
    for drawing in page.iter(f"{SVG}svg"):
        try:
            checked_svg("A drawing in the page", as_xml(drawing).encode())
        except SvgError as error:
            for fault in error.faults:
                yield Problem("template-invalid", place, fault.message, fault.hint)
