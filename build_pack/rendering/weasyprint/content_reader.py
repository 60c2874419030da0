"""What is on finished pages, read from the boxes of their layout and from what was drawn."""

from dataclasses import dataclass, replace
from typing import Any

from build_pack.rendering.page_verification.page_content import (
    Edges,
    PageContent,
    PageGraphic,
    PageParts,
    PageText,
    TableCell,
    TextStyle,
)
from build_pack.rendering.page_verification.tokens import BOX, CELL, ICONS, LINE
from build_pack.rendering.units import POINTS_PER_PIXEL
from build_pack.rendering.weasyprint import wordless_boxes
from build_pack.rendering.weasyprint.added_shapes import added_shapes
from build_pack.rendering.weasyprint.box_values import (
    background_images,
    border_box,
    border_shades,
    is_bullet,
    layer_picture,
    text_style,
    visible_part,
)
from build_pack.rendering.weasyprint.drawing_recorder import DrawingRecord
from build_pack.rendering.weasyprint.internals import boxes, internal, page_box, placed_box


def page_content(document: Any, drawing: DrawingRecord, *, rtl: bool) -> PageContent:
    """Read a document that was laid out and drawn; `rtl` if its pages run from right to left."""
    reader = _ContentReader(drawing)
    reader.read(document)
    return PageContent(
        pages=tuple(_parts(page, rtl=rtl) for page in document.pages),
        texts=tuple(reader.texts),
        repeated=tuple(reader.repeated),
        pictures=tuple(reader.pictures),
        marks=tuple(reader.marks),
        blanks=tuple(reader.blanks),
        unknown_pictures=tuple(reader.unknown_pictures),
        links=tuple(reader.links),
        has_attachment=bool(document.metadata.attachments),
        drawn_twice=len(drawing.drawn_twice),
        has_words_in_pictures=drawing.has_words_in_pictures,
    )


def _parts(page: Any, *, rtl: bool) -> PageParts:
    return PageParts(
        height=page.height * POINTS_PER_PIXEL,
        bookmarks=tuple(label for _, label, *_ in page.bookmarks),
        anchors=dict(page.anchors),
        has_form=any(page.forms.values()),
        has_attachment=any(kind == "attachment" for kind, *_ in page.links),
        added_shapes=added_shapes(page_box(page), rtl=rtl),
    )


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What the boxes inside of one have to know of it."""

    target: list[PageText]
    block: Any = None
    cell: Any = None
    """The innermost cell of a table."""
    table: Any = None
    row: Any = None
    line: Any = None
    clip: Edges | None = None
    is_faint: bool = False
    is_turned: bool = False


class _ContentReader:
    def __init__(self, drawing: DrawingRecord) -> None:
        self.texts: list[PageText] = []
        self.repeated: list[PageText] = []
        self.pictures: list[PageGraphic] = []
        self.marks: list[PageGraphic] = []
        self.blanks: list[PageGraphic] = []
        self.unknown_pictures: list[PageGraphic] = []
        self.links: list[tuple[int, str, int]] = []
        self._drawing = drawing
        self._heads: dict[int, int] = {}
        self._linked: set[int] = set()
        self._styles: dict[int, TextStyle] = {}
        self._cells: dict[int, TableCell] = {}
        self._page = 0

    def read(self, document: Any) -> None:
        for number, page in enumerate(document.pages, 1):
            self._page = number
            box = page_box(page)
            self._backgrounds(box, box.background)
            self._backgrounds(box, box.canvas_background)
            for child in (*box.children, *box.fixed_boxes):
                self._box(child, _Surroundings(self.texts))

    def _box(self, box: Any, around: _Surroundings) -> None:
        box = placed_box(box)
        if isinstance(box, boxes().TextBox):
            self._text(box, around)
            return
        self._backgrounds(box, getattr(box, "background", None))
        self._frame(box, around)
        self._link(box)
        if isinstance(box, boxes().ReplacedBox):
            self._picture(box)
            return
        around = self._inside(box, _cut(box, around))
        for child in box.children:
            self._box(child, around)

    def _inside(self, box: Any, around: _Surroundings) -> _Surroundings:
        changes: dict[str, Any] = {}
        if box.style["opacity"] < 1:
            changes["is_faint"] = True
        if isinstance(box, boxes().LineBox):
            changes["line"] = box
        if isinstance(box, boxes().TableCellBox):
            changes |= {"block": box, "cell": box}
        elif isinstance(box, boxes().BlockContainerBox) and around.cell is None:
            changes["block"] = box
        if isinstance(box, boxes().TableBox):
            changes["table"] = box
        if isinstance(box, boxes().TableRowBox):
            changes["row"] = box
        if isinstance(box, boxes().BlockLevelBox) and box.element is not None:
            turned = box.element.get("dir") == "ltr" and not box.is_for_root_element
            changes["is_turned"] = around.is_turned or turned
        if isinstance(box, boxes().TableRowGroupBox) and box.element_tag == "thead":
            first = self._heads.setdefault(id(box.element), self._page)
            changes["target"] = around.target if first == self._page else self.repeated
        return replace(around, **changes) if changes else around

    def _text(self, box: Any, around: _Surroundings) -> None:
        if is_bullet(box):
            return
        around.target.append(
            PageText(
                words=box.text,
                page=self._page,
                line=id(around.line),
                block=id(around.block),
                left=box.position_x,
                width=box.width,
                baseline=box.position_y + getattr(box, "baseline", 0.0),  # of what is drawn
                style=self._style(box.style),
                drawn=self._drawing.items.get(id(box)),
                clip=around.clip,
                cell=self._cell(around),
                is_turned=around.is_turned,
            )
        )

    def _style(self, style: Any) -> TextStyle:
        if id(style) not in self._styles:
            self._styles[id(style)] = text_style(style)
        return self._styles[id(style)]

    def _cell(self, around: _Surroundings) -> TableCell | None:
        cell, row = around.cell, around.row
        if cell is not None and id(cell) not in self._cells:
            self._cells[id(cell)] = TableCell(
                table=id(around.table),
                column=cell.grid_x,
                colspan=cell.colspan,
                left=cell.position_x,
                area=border_box(cell),
                row_top=None if row is None else row.position_y,
            )
        return self._cells.get(id(cell))

    def _picture(self, box: Any) -> None:
        plain = box.element_tag == "img" and box.style["content"] == "normal"
        name = box.element.get("src", "") if plain else f"<{box.element_tag}>"
        width, height, left, top = internal("weasyprint.layout.replaced.replacedbox_layout")(box)
        picture = self._graphic(
            name,
            alternative=box.element.get("alt", "") if box.element_tag == "img" else "",
            is_logo="logo" in box.element.get("class", ""),
            area=(left, top, width, height),
            frame=(box.content_box_x(), box.content_box_y(), box.width, box.height),
            ratio=box.replacement.get_intrinsic_size(1, 16)[2],
            drawn=self._drawing.items.get(id(box)),
        )
        self.pictures.append(picture)

    def _link(self, box: Any) -> None:
        if box.link and id(box.element) not in self._linked:
            self._linked.add(id(box.element))
            _, (kind, target) = box.link
            href = f"#{target}" if kind == "internal" else target
            self.links.append((len(self.texts), href, self._page))

    def _backgrounds(self, box: Any, background: Any) -> None:
        for layer, name in background_images(background):
            found = self._graphic(
                name,
                is_background=True,
                drawn=self._drawing.items.get(id(layer)),
                **layer_picture(layer),
            )
            (self.marks if name in ICONS else self.unknown_pictures).append(found)
        for name in ("border_image_source", "mask_border_source"):
            source = box.style[name]
            if source[0] == "url":
                self.unknown_pictures.append(self._graphic(str(source[1])))

    def _frame(self, box: Any, around: _Surroundings) -> None:
        kinds = boxes().LineBox | boxes().ReplacedBox | boxes().MarginBox
        if box.children or isinstance(box, kinds):
            return
        if around.is_faint or box.style["opacity"] < 1:
            return
        if isinstance(box, boxes().TableCellBox):
            if wordless_boxes.is_room(box):
                self.blanks.append(self._blank(CELL, box))
        elif wordless_boxes.is_line(box):
            self.blanks.append(self._blank(LINE, box))
        elif wordless_boxes.is_tick_box(box):
            radius = max(box.border_top_left_radius)
            is_within_line = box.element_tag == "span"
            tick_box = self._graphic(
                BOX, box=border_box(box), radius=radius, is_within_line=is_within_line
            )
            self.marks.append(tick_box)

    def _blank(self, name: str, box: Any) -> PageGraphic:
        shades = tuple(border_shades(box))
        return self._graphic(name, box=border_box(box), border_shades=shades)

    def _graphic(self, name: str, **values: Any) -> PageGraphic:
        return PageGraphic(name, self._page, len(self.texts), **values)


def _cut(box: Any, around: _Surroundings) -> _Surroundings:
    """What is seen of what is inside a box, where it cuts something off."""
    clip = around.clip
    if box.style["overflow"] != "visible" and not box.is_for_root_element:
        clip = visible_part(clip, box)
    if box.style["clip"] and box.is_absolutely_positioned():
        clip = (0.0, 0.0, 0.0, 0.0)  # whatever it leaves: nobody needs it for words
    return around if clip is around.clip else replace(around, clip=clip)
