"""A page of HTML as it is to be read: its words in order, without what frames a page."""

from collections.abc import Iterator
from dataclasses import dataclass

import tinyhtml5

from build_pack.text.xml_parser import Element

_FURNITURE = {"draft-band", "page-header", "page-footer"}
"""Classes of what stands in the margins of every page."""


@dataclass(frozen=True)
class Words:
    """Words in one language; of a picture, its alternative text."""

    text: str
    language: str


def body(html: str) -> tuple[Element, str]:
    """The body of a page without its furniture, and the language of the page."""
    page = tinyhtml5.parse(html, namespace_html_elements=False)
    [found] = page.findall("body")
    for child in list(found):
        if _FURNITURE & set(child.get("class", "").split()):
            found.remove(child)
    return found, page.get("lang", "")


def elements(html: str, *tags: str) -> list[Element]:
    """The elements of a page with one of these tags, in order."""
    return [element for element in body(html)[0].iter() if element.tag in tags]


def words(element: Element, language: str) -> Iterator[Words]:
    """All words in an element, in order."""
    spoken = element.get("lang", language)
    yield Words(element.get("alt", "") if element.tag == "img" else element.text or "", spoken)
    for child in element:
        yield from words(child, spoken)
        yield Words(child.tail or "", spoken)
