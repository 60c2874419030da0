"""What a page may load beside its words: pictures that are printed right, fonts and stylesheets."""

from functools import lru_cache

from build_pack.content.pictures import raster
from build_pack.content.pictures.svg import SvgError, checked_svg

_FONTS = (b"wOFF", b"wOF2", b"OTTO", b"true", b"ttcf", b"\0\1\0\0")
_STARTS_MARKUP = b"<"
"""What XML begins with in every encoding that a printer reads, after what may be before it."""
_BEFORE_MARKUP = b"\xef\xbb\xbf\xfe\xff\0 \t\r\n"
_PICTURE = "image/"


class ResourceError(ValueError):
    """A page may not load it; the rest of a sentence about it."""


@lru_cache(maxsize=256)
def printable_resource(content: bytes, kind: str) -> bytes:
    """What a page loads, as it is printed, or `LoadableError`; `kind` is its media type.

    A picture is known by its content: a printer believes no name either. Pictures of pixels come
    back in colours that PDF/A has; those of shapes may contain what drawings and logos may.
    """
    kind = kind.partition(";")[0].strip().lower()
    if len(content) > raster.MOST_BYTES:
        raise ResourceError(f"it is larger than {raster.MOST_BYTES:,} bytes, which is the maximum")
    try:
        if raster.kind(content) is not None:
            return raster.printable(content)
        if content.startswith(_FONTS):
            return content
        if kind == "image/svg+xml" or content.lstrip(_BEFORE_MARKUP).startswith(_STARTS_MARKUP):
            checked_svg("it", content)
            return content
    except raster.RasterError as error:
        raise ResourceError(f"the picture {error.message}") from error
    except SvgError as error:
        raise ResourceError(f"the picture cannot be printed: {error}") from error
    if kind.startswith(_PICTURE) or not _is_style(content):
        raise ResourceError("it is not a PNG, JPEG or SVG picture, a font or a stylesheet")
    return content


def _is_style(content: bytes) -> bool:
    """Whether it is text, and no picture in a format that is written as text."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return not raster.is_picture(content)
