"""Images: by which name a PDF has them, and how wide a vector picture is by its height."""

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from typing import Any

from build_pack.rendering.weasyprint.internals import internal
from build_pack.text.xml_parser import Element


class ImageCache(dict[str, Any]):
    """WeasyPrint's image cache, by URL.

    WeasyPrint names a raster image inside the PDF after its URL, and so after a folder of this
    machine; the same pack made elsewhere would have other bytes. And it asks readers to smooth
    images, which PDF/A forbids (ISO 19005-2, 6.2.8).
    """

    def __setitem__(self, url: str, image: Any) -> None:
        if hasattr(image, "image_data"):
            image.id = sha256(image.image_data.data).hexdigest()
            image.draw = partial(_draw_plainly, image.draw)
        super().__setitem__(url, image)


def _draw_plainly(
    draw: Callable[..., None], stream: Any, width: float, height: float, _style: object
) -> None:
    draw(stream, width, height, {"image_rendering": "crisp-edges"})


def svg_ratio(root: Element) -> float:
    """The width of a vector picture by its height, as it is printed."""
    picture = internal("weasyprint.images.SVGImage")
    *_, ratio = picture(root, "", None, None).get_intrinsic_size(1, 16)
    return float(ratio)
