"""What the program itself puts on every page and into the PDF, as data that no template changes.

Its HTML comes from `templates/furniture.html.jinja` and holds two sheets, for a first page and
for each later one; here they become as many as the document has pages.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from build_pack.content.models.page_format import PAPER_SIZES, Paper
from build_pack.text.xml_parser import Element, as_html


@dataclass(frozen=True)
class DraftBandAndFooter:
    """What is put on a document's pages, and what its PDF says of itself to programs."""

    html: str = field(repr=False)
    """The sheets of a first and of a later page; title and language of the PDF are this page's."""
    record: str
    """As JSON; empty if there is none."""
    paper: Paper
    may_turn: bool = False
    """Whether a page may lie on its side."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of an upright page in millimetres."""
        return PAPER_SIZES[self.paper]

    def sheets(self, turned: Sequence[bool]) -> str:
        """The HTML of a sheet for each page, of which some lie on their side."""
        import tinyhtml5

        page = tinyhtml5.parse(self.html, namespace_html_elements=False)
        [body] = page.findall("body")
        first, later = list(body)
        body[:] = [deepcopy(later if number else first) for number in range(len(turned))]
        for number, (sheet, lies) in enumerate(zip(body, turned, strict=True), start=1):
            _fill(sheet, number, len(turned), lies=lies)
        return as_html(page)


def _fill(sheet: Element, number: int, count: int, *, lies: bool) -> None:
    values = {"page-number": str(number), "page-count": str(count)}
    for element in sheet.iter("span"):
        if value := values.get(element.get("class", "")):
            element.text = value
    if lies:
        sheet.set("class", f"{sheet.get('class', '')} turned")
