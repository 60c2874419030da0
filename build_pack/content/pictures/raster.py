"""Pictures of pixels, read whole: what paper shows of them, in red, green and blue."""

from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from typing import Any
from urllib.parse import unquote_to_bytes
from warnings import catch_warnings, simplefilter

from build_pack.program_errors import is_program_error

MOST_PIXELS = 12_000_000
"""Of a picture: a photograph of 4,000 by 3,000; printing one takes thirty times as many bytes."""
MOST_BYTES = 10_000_000
"""Of a picture; one that is larger was meant for a poster."""
_KINDS = ("PNG", "JPEG")
_MODES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
"""Spaces of colour profiles, as Pillow calls them."""
_MOST = ", which is the maximum."
_SMALLER = "Export it at a smaller size; 2000 pixels on the longer side are enough."
_AGAIN = "Export it again from the drawing program, and copy the whole file."


class RasterError(ValueError):
    """A picture cannot be printed; the rest of a sentence about it, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def in_address(address: str) -> bytes:
    """What a `data:` address holds; nothing if it is not well written."""
    head, _, body = address.partition(",")
    try:
        return b64decode(unquote_to_bytes(body)) if head.endswith("base64") else b""
    except Base64Error:
        return b""


def kind(content: bytes) -> str | None:
    """What kind of picture it says that it is, such as PNG; None if no kind that is known."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if content.startswith(b"\xff\xd8"):
        return "JPEG"
    return "GIF" if content.startswith(b"GIF8") else None


def is_picture(content: bytes) -> bool:
    """Whether Pillow takes it for a picture of pixels, of whatever kind."""
    from PIL import Image

    with _to_the_end():
        try:
            Image.open(BytesIO(content))
        except Image.DecompressionBombError:
            return True
        except Exception:  # noqa: BLE001 - Pillow has its own for every way of being none
            return False
    return True


@lru_cache(maxsize=2)
def decoded(content: bytes) -> Any:
    """The picture as Pillow has it, in RGB, RGBA, L or LA with 8 bits, the right way up.

    Raises `RasterError` if it is not a whole PNG or JPEG, or cannot be printed in its colours.
    """
    from PIL import Image

    if kind(content) not in _KINDS:
        raise RasterError("is not a PNG or JPEG picture.", _AGAIN)
    if len(content) > MOST_BYTES:
        raise RasterError(f"is larger than {MOST_BYTES:,} bytes, which is the maximum.", _SMALLER)
    with _to_the_end():
        try:
            image = Image.open(BytesIO(content), formats=_KINDS)
            _require_printable(image)
            Image.open(BytesIO(content), formats=_KINDS).verify()
            image.load()
            return _in_rgb(_upright(image))
        except RasterError:
            raise
        except Image.DecompressionBombError as error:
            raise RasterError(f"has more than {MOST_PIXELS:,} pixels{_MOST}", _SMALLER) from error
        except Exception as error:  # Pillow has its own for every way in which a file can be wrong
            if is_program_error(error):
                raise
            raise RasterError("is damaged or incomplete.", _AGAIN) from error


@contextmanager
def _to_the_end() -> Iterator[None]:
    """Have Pillow read strictly: WeasyPrint lets it fill what is missing with grey.

    It warns of large pictures as well, which is ours to say.
    """
    from PIL import ImageFile

    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with catch_warnings():
            simplefilter("ignore")
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _upright(image: Any) -> Any:
    from PIL import ExifTags, ImageOps

    turned = image.getexif().get(ExifTags.Base.Orientation, 1) != 1
    return ImageOps.exif_transpose(image) if turned else image


@lru_cache(maxsize=8)
def printable(content: bytes) -> bytes:
    """The same picture as a PNG that WeasyPrint prints right; itself where it already is one.

    What is not a picture of pixels comes back as it is. Raises `RasterError` like `decoded`.
    """
    if kind(content) is None:
        return content
    picture, out = decoded(content), BytesIO()
    if picture.format:  # what Pillow has changed has none
        return content
    picture.save(out, "PNG", icc_profile=None)
    return out.getvalue()


def _require_printable(image: Any) -> None:
    width, height = image.size
    if width * height > MOST_PIXELS:
        message = f"has {width} × {height} pixels; the maximum is {MOST_PIXELS:,}."
        raise RasterError(message, _SMALLER)
    if getattr(image, "n_frames", 1) > 1 and image.format == "PNG":
        raise RasterError("is animated.", "Export a still picture.")


def _in_rgb(image: Any) -> Any:
    """A picture in the colours of a screen, by the profile that it brings along."""
    profile = _profile(image)
    if image.mode == "CMYK" and not profile:
        hint = "Export it in RGB colours."
        raise RasterError("is in CMYK colours without a colour profile.", hint)
    if image.mode in {"I;16", "I;16B", "I", "F"}:
        return image.point(lambda value: value / 257).convert("L")
    if image.mode in {"P", "PA", "La", "RGBa"} or "transparency" in image.info:
        image = image.convert("RGBA")
    elif image.mode not in {"RGB", "RGBA", "L", "LA", "CMYK"}:
        image = image.convert("L" if image.mode == "1" else "RGB")
    return _by_profile(image, profile) if profile else image


def _profile(image: Any) -> Any:
    """What a picture says of its colours; None if nothing, or of colours that it has not."""
    from PIL import ImageCms

    if not image.info.get("icc_profile"):
        return None
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(image.info["icc_profile"]))
    except (ImageCms.PyCMSError, OSError) as error:
        hint = "Export it in sRGB colours."
        raise RasterError("has a colour profile that cannot be read.", hint) from error
    is_for = _MODES.get(profile.profile.xcolor_space.strip())
    return profile if is_for and (is_for == "CMYK") == (image.mode == "CMYK") else None


def _by_profile(image: Any, profile: Any) -> Any:
    from PIL import ImageCms

    solid = image.convert(_MODES[profile.profile.xcolor_space.strip()])
    made: Any = ImageCms.profileToProfile(
        solid, profile, ImageCms.createProfile("sRGB"), outputMode="RGB"
    )
    if image.mode in {"RGBA", "LA"}:
        made.putalpha(image.getchannel("A"))
    return made
