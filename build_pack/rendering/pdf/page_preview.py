"""A page of a finished PDF as a picture to look at."""

from io import BytesIO

_DOTS = 110
"""To the inch: a page as wide as a screen, with print that can be read."""


def first_page(pdf: bytes) -> bytes:
    """The first page of a PDF, which has to be whole and without a password, as a PNG."""
    from pypdfium2 import PdfDocument

    out = BytesIO()
    with PdfDocument(pdf) as document:
        document[0].render(scale=_DOTS / 72).to_pil().convert("RGB").save(out, "PNG")
    return out.getvalue()
