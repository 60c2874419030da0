"""A document's images, named after their content."""

from hashlib import sha256
from typing import Any


class Images(dict[str, Any]):
    """WeasyPrint's image cache, by URL.

    WeasyPrint names a raster image inside the PDF after its URL, and so after a folder of this
    machine; the same pack made elsewhere would have other bytes.
    """

    def __setitem__(self, url: str, image: Any) -> None:
        if hasattr(image, "image_data"):
            image.id = sha256(image.image_data.data).hexdigest()
        super().__setitem__(url, image)
