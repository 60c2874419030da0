"""What stands on the finished pages, read from the boxes of their layout."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from build_pack.rendering.page_verification import wordless_boxes
from build_pack.rendering.page_verification.icon_meanings import ICONS
from build_pack.rendering.page_verification.tokens import BOX, CELL, LINE
from build_pack.rendering.weasyprint.internals import boxes, page_box, placed_box

_BULLETS = set("•◦▪‣")
_MOST_BULLET = 1.4
"""How large a bullet may be, in sizes of its text."""


@dataclass(slots=True)
class PageText:
    """A stretch of words within one line."""

    words: str
    box: Any
    line: Any
    page: int
    clip: tuple[float, float, float, float] | None
    """Left, top, right and bottom of what is seen, where something is cut off."""
    block: Any = None
    """The block or the cell of a table that it stands in."""
    cell: Any = None
    """The innermost cell of a table that it stands in, and the table."""
    table: Any = None
    row: Any = None
    is_turned: bool = False
    """Whether an element around it says that it runs from the left, on any page."""
    at: int = -1
    """Before how many letters of the row it begins, once that is known."""


@dataclass(slots=True)
class PageGraphic:
    """A picture or mark."""

    name: str
    box: Any
    page: int
    before: int
    """How many texts stand before it."""
    layer: Any = None
    """Of a background, its layer."""


@dataclass(slots=True)
class PageContent:
    """All that stands on the pages, without their margins, in order."""

    texts: list[PageText] = field(default_factory=list)
    repeated: list[PageText] = field(default_factory=list)
    """Headings of tables that go on overleaf."""
    pictures: list[PageGraphic] = field(default_factory=list)
    marks: list[PageGraphic] = field(default_factory=list)
    blanks: list[PageGraphic] = field(default_factory=list)
    """Lines to write on, and cells of tables without words."""
    strange: list[PageGraphic] = field(default_factory=list)
    """Pictures of stylesheets that are none of the program's icons."""
    links: list[tuple[int, str, int]] = field(default_factory=list)
    """Before how many texts, where to, and on which page."""


class _ContentReader:
    def __init__(self) -> None:
        self.laid = PageContent()
        self._heads: dict[int, int] = {}
        self._linked: set[int] = set()
        self._page = 0
        self._block: Any = None
        self._in_cell = False
        self._cell: Any = None
        self._table: Any = None
        self._row: Any = None
        self._is_faint = False
        self._is_turned = False
        self._target = self.laid.texts

    def read(self, document: Any) -> None:
        for number, page in enumerate(document.pages, 1):
            self._page = number
            box = page_box(page)
            self._backgrounds(box, box.background)
            self._backgrounds(box, box.canvas_background)
            for child in (*box.children, *box.fixed_boxes):
                self._box(child, None, None)

    def _box(self, box: Any, line: Any, clip: Any) -> None:
        box = placed_box(box)
        if isinstance(box, boxes().TextBox):
            self._text(box, line, clip)
            return
        self._backgrounds(box, getattr(box, "background", None))
        self._frame(box)
        self._link(box)
        if isinstance(box, boxes().ReplacedBox):
            self._picture(box)
            return
        if isinstance(box, boxes().LineBox):
            line = box
        if box.style["overflow"] != "visible" and not box.is_for_root_element:
            clip = _within(clip, box)
        if box.style["clip"] and box.is_absolutely_positioned():
            clip = (0.0, 0.0, 0.0, 0.0)  # whatever it leaves: nobody needs it for words
        around = self._target, self._block, self._in_cell, self._is_turned
        table = self._cell, self._table, self._row, self._is_faint
        self._enter(box)
        for child in box.children:
            self._box(child, line, clip)
        self._target, self._block, self._in_cell, self._is_turned = around
        self._cell, self._table, self._row, self._is_faint = table

    def _enter(self, box: Any) -> None:
        """Note what the boxes inside of one have to know of it."""
        self._is_faint = self._is_faint or box.style["opacity"] < 1
        if isinstance(box, boxes().TableCellBox):
            self._block, self._in_cell, self._cell = box, True, box
        elif isinstance(box, boxes().BlockContainerBox) and not self._in_cell:
            self._block = box
        if isinstance(box, boxes().TableBox):
            self._table = box
        if isinstance(box, boxes().TableRowBox):
            self._row = box
        if isinstance(box, boxes().BlockLevelBox) and box.element is not None:
            turned = box.element.get("dir") == "ltr" and not box.is_for_root_element
            self._is_turned = self._is_turned or turned
        if isinstance(box, boxes().TableRowGroupBox) and box.element_tag == "thead":
            first = self._heads.setdefault(id(box.element), self._page)
            self._target = self._target if first == self._page else self.laid.repeated

    def _text(self, box: Any, line: Any, clip: Any) -> None:
        if not _is_bullet(box):
            around = self._block, self._cell, self._table, self._row, self._is_turned
            self._target.append(PageText(box.text, box, line, self._page, clip, *around))

    def _picture(self, box: Any) -> None:
        plain = box.element_tag == "img" and box.style["content"] == "normal"
        name = box.element.get("src", "") if plain else f"<{box.element_tag}>"
        self.laid.pictures.append(PageGraphic(name, box, self._page, len(self.laid.texts)))

    def _link(self, box: Any) -> None:
        if box.link and id(box.element) not in self._linked:
            self._linked.add(id(box.element))
            _, (kind, target) = box.link
            href = f"#{target}" if kind == "internal" else target
            self.laid.links.append((len(self.laid.texts), href, self._page))

    def _backgrounds(self, box: Any, background: Any) -> None:
        for layer, name in _images(background):
            found = PageGraphic(name, box, self._page, len(self.laid.texts), layer)
            (self.laid.marks if name in ICONS else self.laid.strange).append(found)
        for name in ("border_image_source", "mask_border_source"):
            source = box.style[name]
            if source[0] == "url":
                shown = PageGraphic(str(source[1]), box, self._page, len(self.laid.texts))
                self.laid.strange.append(shown)

    def _frame(self, box: Any) -> None:
        if box.children or isinstance(
            box, boxes().LineBox | boxes().ReplacedBox | boxes().MarginBox
        ):
            return
        if self._is_faint or box.style["opacity"] < 1:
            return
        if isinstance(box, boxes().TableCellBox):
            if wordless_boxes.is_room(box):
                self.laid.blanks.append(PageGraphic(CELL, box, self._page, len(self.laid.texts)))
        elif wordless_boxes.is_line(box):
            self.laid.blanks.append(PageGraphic(LINE, box, self._page, len(self.laid.texts)))
        elif wordless_boxes.is_tick_box(box):
            self.laid.marks.append(PageGraphic(BOX, box, self._page, len(self.laid.texts)))


def _is_bullet(box: Any) -> bool:
    """Whether it is the mark of a list's item, no larger than a mark has to be."""
    if box.element_tag != "li::marker" or box.text.strip() not in _BULLETS:
        return False
    size = box.style.parent_style.parent_style["font_size"]  # of the item around its marker
    return bool(box.style["font_size"] <= _MOST_BULLET * size)


def page_content(document: Any) -> PageContent:
    """Read the pages of a document that has been laid out."""
    reader = _ContentReader()
    reader.read(document)
    return reader.laid


def _images(background: Any) -> Iterator[tuple[Any, str]]:
    """The pictures behind a box: the program's icons by their file names, others by address."""
    if background is None:
        return
    sources = background.style["background_image"]
    for layer, (kind, url) in zip(background.layers, sources, strict=False):
        if kind == "url":
            yield layer, icon_name(url)


def icon_name(url: str) -> str:
    """The file name of an icon of templates; the whole address of anything else."""
    parts = urlsplit(url)
    path = Path(unquote(parts.path))
    return path.name if parts.scheme == "file" and path.parent.name == "icons" else url


def _within(clip: Any, box: Any) -> tuple[float, float, float, float]:
    left, top = box.padding_box_x(), box.padding_box_y()
    edges = (left, top, left + box.padding_width(), top + box.padding_height())
    if clip is None:
        return edges
    return (
        max(clip[0], edges[0]),
        max(clip[1], edges[1]),
        min(clip[2], edges[2]),
        min(clip[3], edges[3]),
    )
