"""QR codes, as addresses of pictures."""

_QUIET_ZONE = 4
"""Empty modules around a code, as ISO/IEC 18004 asks for."""


def qr_code(text: str) -> str:
    """A QR code as the URI of an SVG image; capitals and digits make the smallest."""
    import segno

    code = segno.make(text, micro=False, error="m", boost_error=False)
    uri: str = code.svg_data_uri(border=_QUIET_ZONE, xmldecl=False, svgns=True, nl=False)
    return uri
