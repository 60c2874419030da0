"""Pictures as addresses that hold them, so that a page needs no other file."""

from base64 import b64encode

SVG = "image/svg+xml"


def data_uri(content: bytes, kind: str = SVG) -> str:
    """The address of a picture of this media type."""
    return f"data:{kind};base64,{b64encode(content).decode()}"
