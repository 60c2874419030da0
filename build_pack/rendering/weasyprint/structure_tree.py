"""The structure tree that WeasyPrint makes, with what it leaves out.

WeasyPrint 70 gives no element its language, tags running headers and footers as if they were text,
gives header cells no scope and lists no kind of numbers, describes a link by its address, leaves
out the words of a caption that only listeners need, nests tags that stand alone, and makes two
elements of one that runs over the end of a page. It offers no way to change that. So for one
document at a time the two functions that make tags are wrapped here.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from build_pack.rendering.weasyprint.box_fragments import boxes_inside, number_of, repetitions
from build_pack.rendering.weasyprint.element_fragments import (
    Fragment,
    join_fragments,
    without_content,
)
from build_pack.rendering.weasyprint.internals import (
    boxes,
    internal,
    page_box,
    placed_box,
    replaced,
    unknown_version,
)
from build_pack.rendering.weasyprint.list_structure import dissolve_columns, mend_items
from build_pack.rendering.weasyprint.table_structure import add_id_tree, mend_tables

_BUILD = "weasyprint.pdf.tags._build_box_tree"
_MARK = "weasyprint.pdf.stream.Stream.marked"
_SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}
_OF_ELEMENTS = {"/TH", "/TD", "/LI", "/P", *(f"/H{level}" for level in range(1, 7))}
"""Tags that WeasyPrint gives boxes that it puts into the one of an element as well."""
_NUMBERS = {
    "decimal": "/Decimal",
    "disc": "/Disc",
    "circle": "/Circle",
    "square": "/Square",
    "lower-alpha": "/LowerAlpha",
    "upper-alpha": "/UpperAlpha",
    "lower-roman": "/LowerRoman",
    "upper-roman": "/UpperRoman",
}


@contextmanager
def complete_tags(document: Any, overlay: Any = None) -> Iterator[Callable[[Any, Any], None]]:
    """Give a finisher for `document.write_pdf`; inside, what this writes is tagged in full.

    What is in margins, on the pages of `overlay`, and repeated on a further page, is marked as an
    artefact.

    The finisher raises `ProblemsError` if WeasyPrint has made its tags in another way.
    """
    repeated = list(repetitions(document))
    tree = _StructureTree(internal(_BUILD), document.metadata.lang, map(id, repeated))
    apart = [box for page in document.pages for box in _margins(page_box(page))]
    apart += [page_box(page) for page in (overlay.pages if overlay else ())]
    artefacts = {id(box) for outer in (*apart, *repeated) for box in boxes_inside(outer)}
    with replaced({_BUILD: tree.build, _MARK: _unless_in(artefacts, internal(_MARK))}):
        yield tree.finish


class _StructureTree:
    """The elements of one document as they are made, and the language of each."""

    def __init__(
        self, build: Callable[..., Iterator[Any]], language: str | None, repeated: Iterable[int]
    ) -> None:
        self._build = build
        self._language = language
        self._repeated = set(repeated)
        self._known: set[bytes] = set()
        self._fragments: dict[bytes, Fragment] = {}
        self._languages: dict[bytes, str] = {}
        self._columns: list[Any] = []
        self._is_used = False

    def build(self, box: Any, *context: Any) -> Iterator[Any]:
        """Stand in for WeasyPrint's own function, and for each of its calls of itself."""
        self._is_used = True
        if isinstance(box, boxes().MarginBox):
            return
        if id(placed_box(box)) in self._repeated:
            context = without_content(*context)
        for element in self._build(box, *context):
            # Pages and bodies pass on the elements of the boxes in them.
            if element.reference not in self._known:
                self._known.add(element.reference)
                self._add(element, placed_box(box))
            yield element

    def _add(self, element: Any, box: Any) -> None:
        """Take in an element that was made for this box."""
        if (number := number_of(box)) is not None:
            self._fragments[element.reference] = (number, element["S"])
        if box.style["lang"]:
            self._languages[element.reference] = box.style["lang"]
        _describe(element, box)
        if box.is_column or (_is_anonymous(box) and element["S"] == "/L"):
            self._columns.append(element)
        elif _is_anonymous(box) and element["S"] in _OF_ELEMENTS:
            element["S"] = "/NonStruct"
            element.pop("A", None)

    def finish(self, _document: Any, pdf: Any) -> None:
        """Fix what only the whole tree shows: parted elements, loose parts of lists, languages."""
        if not self._is_used:
            raise unknown_version("weasyprint", f"does not call {_BUILD.partition('.')[2]}")
        elements = {item.reference: item for item in pdf.objects if _is_element(item)}
        dissolve_columns(elements, self._columns)
        mend_tables(join_fragments(elements, self._fragments, pdf), elements)
        mend_items(elements, pdf)
        add_id_tree(elements, pdf)
        self._say_languages(elements)

    def _say_languages(self, elements: dict[bytes, Any]) -> None:
        """Write each element's language, where it is not that of the element around it."""
        for reference, element in elements.items():
            language = self._languages.get(reference)
            if language and language != self._around(element, elements):
                element["Lang"] = _string(language)

    def _around(self, element: Any, elements: dict[bytes, Any]) -> str | None:
        while element["P"] in elements:
            if element["P"] in self._languages:
                return self._languages[element["P"]]
            element = elements[element["P"]]
        return self._language


def _describe(element: Any, box: Any) -> None:
    """Give an element the attributes that only its box tells."""
    if element["S"] == "/TH":
        element["A"]["Scope"] = _SCOPES.get(box.element.get("scope"), "/Column")
    elif element["S"] == "/L":
        element["A"] = _dictionary({"O": "/List", "ListNumbering": _numbers(box)})
    elif element["S"] == "/Caption" and not box.style["font_size"]:
        element["ActualText"] = _string(" ".join("".join(box.element.itertext()).split()))
    elif element["S"] == "/Link" and box.link_annotation and "aria-label" in box.element.attrib:
        box.link_annotation["Contents"] = _string(box.element.get("aria-label"))


def _numbers(box: Any) -> str:
    """What a list's first item is numbered with; a mark that CSS paints is none."""
    style = next((child.style["list_style_type"] for child in box.children), "none")
    return _NUMBERS.get(style, "/None") if isinstance(style, str) else "/None"


def _unless_in(
    artefacts: set[int], marked: Callable[..., AbstractContextManager[None]]
) -> Callable[..., AbstractContextManager[None]]:
    """Mark these boxes as artefacts, and all else as before."""

    def mark(stream: Any, box: Any, tag: str) -> AbstractContextManager[None]:
        if id(box) in artefacts:
            artefact: AbstractContextManager[None] = stream.artifact()
            return artefact
        return marked(stream, box, tag)

    return mark


def _margins(page_box: Any) -> Iterator[Any]:
    return (box for box in page_box.children if isinstance(box, boxes().MarginBox))


def _is_anonymous(box: Any) -> bool:
    """Whether it is a box that CSS puts around words that are next to blocks."""
    return isinstance(box.style, internal("weasyprint.css.AnonymousStyle"))


def _is_element(item: Any) -> bool:
    return isinstance(item, dict) and item.get("Type") == "/StructElem"


def _string(text: str) -> Any:
    import pydyf

    return pydyf.String(text)


def _dictionary(values: dict[str, Any]) -> Any:
    import pydyf

    return pydyf.Dictionary(values)
