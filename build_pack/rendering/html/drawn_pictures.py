"""Pictures as addresses that contain them, and those that the program draws: codes, people."""

import re
from base64 import b64encode
from collections.abc import Iterator

from build_pack.documents.shared.section_blocks.chance import ChanceView

SVG = "image/svg+xml"
_QUIET_ZONE = 4
"""Empty modules around a QR code, as ISO/IEC 18004 asks for."""
_QUIET_SIDES = 10
"""Empty modules on either side of a barcode, as ISO/IEC 15417 asks for."""
_COLUMNS = {10: 10, 100: 20, 1000: 50}
"""People in a row."""
_LINES = {10: 1.2, 100: 1.2, 1000: 2.8}
"""How thick an outline is, in the units of the drawing: 0.9 pt where the column is 124 mm wide."""
_WIDTH, _HEIGHT = 22, 34
"""Room for a person, in the units of the drawing."""
_INK, _PALE = "#1b2126", "#5d6971"
_BODY = "M5 30 V19 A6 6 0 0 1 17 19 V30 Z"
_MARKED = f'<g id="m" fill="{_INK}"><circle cx="11" cy="7" r="4.6"/><path d="{_BODY}"/></g>'


def data_uri(content: bytes, kind: str = SVG) -> str:
    """The address of a picture of this media type."""
    return f"data:{kind};base64,{b64encode(content).decode()}"


def qr_code(text: str) -> str:
    """A QR code as the URI of an SVG image; capitals and digits make the smallest."""
    import segno

    code = segno.make(text, micro=False, error="m", boost_error=False)
    uri: str = code.svg_data_uri(border=_QUIET_ZONE, xmldecl=False, svgns=True, nl=False)
    return uri


def code_128(text: str) -> str:
    """A barcode as the URI of an SVG image, a unit of which is as wide as its narrowest bar.

    ISO/IEC 15417; raises an error of the library where a character is not in ASCII.
    """
    from barcode.codex import Code128

    (modules,) = Code128(text).build()
    width = len(modules) + 2 * _QUIET_SIDES
    height = width // 5
    bars = (
        f"M{bar.start() + _QUIET_SIDES} 0h{len(bar[0])}v{height}h-{len(bar[0])}z"
        for bar in re.finditer("1+", modules)
    )
    return _uri(width, height, f'<path d="{"".join(bars)}"/>')


def people(chance: ChanceView, direction: str = "ltr") -> str:
    """The people of a chance as the URI of a picture: those who are counted are filled.

    They come first in the writing direction, `ltr` or `rtl`.
    """
    columns = _COLUMNS[chance.of]
    width, height = columns * _WIDTH, chance.of // columns * _HEIGHT
    figures = "".join(_people(chance, columns, mirrored=direction == "rtl"))
    return _uri(width, height, f"<defs>{_MARKED}{_other(_LINES[chance.of])}</defs>{figures}")


def _other(line: float) -> str:
    """Someone who is not counted: hollow."""
    drawn = f'fill="none" stroke="{_PALE}" stroke-width="{line}"'
    return f'<g id="o" {drawn}><circle cx="11" cy="7" r="3.6"/><path d="{_BODY}"/></g>'


def _people(chance: ChanceView, columns: int, *, mirrored: bool) -> Iterator[str]:
    for number in range(chance.of):
        row, column = divmod(number, columns)
        place = columns - 1 - column if mirrored else column
        kind = "m" if number < chance.people else "o"
        yield f'<use href="#{kind}" x="{place * _WIDTH}" y="{row * _HEIGHT}"/>'


def _uri(width: int, height: int, inside: str) -> str:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{inside}</svg>'
    return data_uri(svg.encode())
