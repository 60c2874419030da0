"""One structure element for what runs over the end of a page or a line.

WeasyPrint 70 makes an element of each fragment: a list on two pages is two lists. An element may
hold what is on several pages (ISO 32000-1, 14.7.4.2), so the later ones are taken into the first.
"""

from collections.abc import Mapping
from itertools import count
from typing import Any

Fragment = tuple[int, str]
"""The number of a box and the kind of an element of it; all elements with both alike are one."""


def without_content(
    parent: Any, pdf: Any, page: int, _nums: Any, annotations: Any, _tags: Any
) -> tuple[Any, ...]:
    """What WeasyPrint's function takes with the box, for one whose words are all artefacts."""
    return parent, pdf, page, {}, annotations, _NoContent()


class _NoContent:
    """Stands for the marked content of a page; content that is none has numbers below 0."""

    def __init__(self) -> None:
        self._numbers = count(-1, -1)

    def pop(self, _box: Any) -> dict[str, Any]:
        """Give the content of a box, as WeasyPrint asks for it."""
        return {"tag": "Span", "mcid": next(self._numbers)}


def join_fragments(
    elements: dict[bytes, Any], fragments: Mapping[bytes, Fragment], pdf: Any
) -> list[Any]:
    """Take each later fragment of an element into the first; give the elements that have grown.

    `elements` holds all elements by reference, and afterwards those that are left.
    """
    joined = _JoinedElements(elements, fragments)
    [document] = [one for one in elements.values() if one["S"] == "/Document"]
    joined.fill(document, document)
    _lead_to(joined.wholes, pdf)
    return [elements[whole] for whole in dict.fromkeys(joined.wholes.values())]


def referred(reference: bytes, pdf: Any) -> Any:
    """The object that a reference leads to."""
    return pdf.objects[int(reference.split()[0])]


class _JoinedElements:
    """The tree as it is gone through."""

    def __init__(self, elements: dict[bytes, Any], fragments: Mapping[bytes, Fragment]) -> None:
        self._elements = elements
        self._fragments = fragments
        self._first: dict[Fragment, Any] = {}
        self.wholes: dict[bytes, bytes] = {}
        """What each element that was taken into another was, and what it is now a part of."""

    def fill(self, whole: Any, part: Any) -> None:
        """Put what is in a part of an element into it; the first part is the element itself."""
        import pydyf

        kids, part["K"] = part["K"], pydyf.Array()
        for kid in kids:
            if kid in self._elements:
                self._add_element(whole, self._elements[kid])
            elif not (isinstance(kid, int) and kid < 0):
                whole["K"].append(_content(kid, part, whole))

    def _add_element(self, whole: Any, element: Any) -> None:
        fragment = self._fragments.get(element.reference)
        first = self._first.setdefault(fragment, element) if fragment else element
        was_empty = not element["K"]
        self.fill(first, element)
        if first is not element:
            self.wholes[element.reference] = first.reference
        elif fragment or element["K"] or was_empty:
            element["P"] = whole.reference
            whole["K"].append(element.reference)
            return
        del self._elements[element.reference]
        element.clear()


def _content(kid: Any, part: Any, whole: Any) -> Any:
    """A kid that is no element; content that is not on the page of its element names its own."""
    import pydyf

    if isinstance(kid, int) and part["Pg"] != whole["Pg"]:
        return pydyf.Dictionary({"Type": "/MCR", "Pg": part["Pg"], "MCID": kid})
    return kid


def _lead_to(wholes: Mapping[bytes, bytes], pdf: Any) -> None:
    """Let the parent tree lead from content and links to the elements that there are now."""
    root = referred(pdf.catalog["StructTreeRoot"], pdf)
    nums = referred(root["ParentTree"], pdf)["Nums"]
    for at, entry in enumerate(nums):
        if isinstance(entry, list):
            entry[:] = [wholes.get(one, one) for one in entry]
        elif isinstance(entry, bytes):
            nums[at] = wholes.get(entry, entry)
