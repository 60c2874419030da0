"""Pictures of pixels, made for tests: in many kinds, and broken in many ways."""

import struct
import zlib
from base64 import b64encode
from io import BytesIO
from itertools import product
from typing import Any

from PIL import ExifTags, Image, ImageCms, ImageDraw

SIZE = (240, 80)


def plain() -> Image.Image:
    """A green disc and a blue bar on white."""
    image = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(image)
    draw.ellipse((10, 10, 70, 70), fill="#00aa66")
    draw.rectangle((90, 20, 220, 60), fill="#224466")
    return image


def clear() -> Image.Image:
    """The same, with nothing behind it."""
    image = plain().convert("RGBA")
    image.putalpha(plain().convert("L").point(lambda value: 0 if value > 250 else 255))
    return image


def saved(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def png(size: tuple[int, int], depth: int, colours: int, rows: bytes) -> bytes:
    """A PNG written by hand; `colours` is the colour type of its header."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", *size, depth, colours, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body + chunk(b"IEND", b"")


def deep(image: Image.Image, colours: int) -> bytes:
    """A PNG with 16 bits a channel."""
    width, pixels = image.width * len(image.getbands()), image.tobytes()
    rows = b"".join(
        b"\0" + b"".join(bytes([value, value]) for value in pixels[start : start + width])
        for start in range(0, len(pixels), width)
    )
    return png(image.size, 16, colours, rows)


def turned() -> Any:
    """What a camera notes that was held upright."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    return exif


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def inks() -> bytes:
    """A small profile of four inks (ICC 1:2001-04, 6.5.8, lut8Type)."""
    table = b""
    for cyan, magenta, yellow, black in product((0, 1), repeat=4):
        light = 255 * (1 - black) * (1 - 0.35 * cyan) * (1 - 0.45 * magenta) * (1 - 0.1 * yellow)
        red = 128 + (1 - black) * (-35 * cyan + 75 * magenta - 5 * yellow)
        gold = 128 + (1 - black) * (-50 * cyan - 5 * magenta + 90 * yellow)
        table += bytes(round(value) for value in (light, red, gold))
    same = bytes(range(256))
    matrix = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    tags = {
        b"A2B0": b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + matrix + same * 4 + table + same * 3,
        b"desc": b"desc" + bytes(4) + struct.pack(">I", 5) + b"inks\0" + bytes(79),
        b"wtpt": b"XYZ " + bytes(4) + struct.pack(">3i", 63190, 65536, 54061),
        b"cprt": b"text" + bytes(4) + b"none\0\0\0\0",
    }
    index, body = struct.pack(">I", len(tags)), b""
    for name, content in tags.items():
        start = 132 + 12 * len(tags) + len(body)
        index += name + struct.pack(">II", start, len(content))
        body += content + bytes(-len(content) % 4)
    head = struct.pack(">I", 128 + len(index) + len(body)) + b"lcms\x02\x40\0\0prtrCMYKLab "
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    return (head + struct.pack(">3i", 63190, 65536, 54061)).ljust(128, b"\0") + index + body


def within(content: bytes, size: tuple[int, int] = SIZE) -> bytes:
    """A vector picture that shows a JPEG or PNG."""
    kind = "png" if content.startswith(b"\x89PNG") else "jpeg"
    width, height = size
    address = f"data:image/{kind};base64,{b64encode(content).decode()}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="{address}"/></svg>'
    ).encode()


def palette() -> Image.Image:
    return plain().quantize(8)


RIGHT = {
    "plain": saved(plain()),
    "clear": saved(clear()),
    "grey": saved(plain().convert("L")),
    "grey-clear": saved(plain().convert("LA")),
    "one-bit": saved(plain().convert("1")),
    "palette": saved(palette()),
    "palette-clear": saved(palette(), transparency=palette().getpixel((0, 0))),
    "one-colour-clear": saved(plain(), transparency=(255, 255, 255)),
    "deep": deep(plain(), 2),
    "deep-clear": deep(clear(), 6),
    "deep-grey": deep(plain().convert("L"), 0),
    "profile": saved(plain(), icc_profile=srgb()),
    "profile-clear": saved(clear(), icc_profile=srgb()),
    "turned": saved(plain(), exif=turned()),
}
"""PNGs of all kinds that are printed."""

PHOTOS = {
    "jpeg": within(saved(plain(), "JPEG", quality=92)),
    "jpeg-grey": within(saved(plain().convert("L"), "JPEG", quality=92)),
    "jpeg-progressive": within(saved(plain(), "JPEG", quality=92, progressive=True)),
    "jpeg-profile": within(saved(plain(), "JPEG", quality=92, icc_profile=srgb())),
    "jpeg-turned": within(saved(plain(), "JPEG", quality=92, exif=turned()), (80, 240)),
    "jpeg-inks": within(saved(plain().convert("CMYK"), "JPEG", quality=92, icc_profile=inks())),
    "png-clear": within(saved(clear())),
    "png-deep-grey": within(deep(plain().convert("L"), 0)),
}
"""Pictures of pixels in vector pictures that are printed."""
