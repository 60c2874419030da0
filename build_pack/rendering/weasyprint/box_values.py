"""What a single box says: its style, its edges, and the pictures behind it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from build_pack.rendering.page_verification.page_content import Area, Edges, TextStyle
from build_pack.rendering.weasyprint import wordless_boxes
from build_pack.rendering.weasyprint.internals import internal

_BULLETS = set("•◦▪‣")
_MOST_BULLET = 1.4
"""How large a bullet may be, in sizes of its text."""
_VARIANTS = (
    "font_feature_settings",
    "font_variant_alternates",
    "font_variant_caps",
    "font_variant_east_asian",
    "font_variant_numeric",
    "font_variant_position",
)


def text_style(style: Any) -> TextStyle:
    """How words of this style are set."""
    lines = style["text_decoration_line"]
    return TextStyle(
        font_size=style["font_size"],
        font_weight=style["font_weight"],
        direction=style["direction"],
        colour=(*style["color"].to("srgb").coordinates, style["color"].alpha),
        letter_spacing=_length(style["letter_spacing"]),
        word_spacing=_length(style["word_spacing"]),
        decoration=frozenset() if lines == "none" else frozenset(lines),
        underline_offset=_length(style["text_underline_offset"]),
        decoration_thickness=_length(style["text_decoration_thickness"]),
        variants=tuple(style[name] for name in _VARIANTS),
    )


def _length(value: Any) -> float:
    return 0.0 if isinstance(value, str) else float(getattr(value, "value", value))


def border_box(box: Any) -> Area:
    """What a box fills with its border, in pixels."""
    return box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()


def border_shades(box: Any) -> Iterator[float]:
    """The shade of each border that a box draws, on white paper: 0 to 255."""
    get_color = internal("weasyprint.draw.color.get_color")
    for side in wordless_boxes.borders(box):
        colour = get_color(box.style, f"border_{side}_color").to("srgb")
        red, green, blue = colour.coordinates
        yield 255 - colour.alpha * (255 - 255 * (0.299 * red + 0.587 * green + 0.114 * blue))


def is_bullet(box: Any) -> bool:
    """Whether it is the mark of a list's item, no larger than a mark has to be."""
    if box.element_tag != "li::marker" or box.text.strip() not in _BULLETS:
        return False
    size = box.style.parent_style.parent_style["font_size"]  # of the item around its marker
    return bool(box.style["font_size"] <= _MOST_BULLET * size)


def background_images(background: Any) -> Iterator[tuple[Any, str]]:
    """The pictures behind a box: the program's icons by their file names, others by address."""
    if background is None:
        return
    sources = background.style["background_image"]
    for layer, (kind, url) in zip(background.layers, sources, strict=False):
        if kind == "url":
            yield layer, _icon_name(url)


def _icon_name(url: str) -> str:
    """The file name of an icon of templates; the whole address of anything else."""
    parts = urlsplit(url)
    path = Path(unquote(parts.path))
    return path.name if parts.scheme == "file" and path.parent.name == "icons" else url


def layer_picture(layer: Any) -> dict[str, Any]:
    """What a picture behind a box fills; nothing if it could not be read, which is told then."""
    if layer.image is None:
        return {}
    (x, y), size = layer.position, layer.size
    left, top = layer.positioning_area[0] + x, layer.positioning_area[1] + y
    return {
        "area": (left, top, *size),
        "frame": tuple(layer.painting_area),
        "ratio": layer.image.get_intrinsic_size(1, 16)[2],
    }


def visible_part(clip: Edges | None, box: Any) -> Edges:
    """What is seen inside a box that cuts off what goes beyond it, and inside of `clip`."""
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
