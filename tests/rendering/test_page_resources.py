"""What a stylesheet or template can reach: no picture with words, in whatever wrapping."""

import gzip
from io import BytesIO

import pytest

from build_pack.content.pictures.raster import MOST_BYTES
from build_pack.rendering.html.page_resources import ResourceError, printable_resource
from tests.content.rasters import plain, saved

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
WORDS = SVG.format("<text>Do not stop</text>")
MEDIA = "image/svg+xml"
CSS = "text/css"


def picture(kind: str) -> bytes:
    out = BytesIO()
    plain().save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (WORDS.encode(), MEDIA),
        (WORDS.encode(), "image/svg+xml;charset=utf-8"),
        (WORDS.encode(), "IMAGE/SVG+XML"),
        (WORDS.encode(), "text/plain"),
        (WORDS.encode(), CSS),
        (WORDS.encode(), "image/png"),
        (WORDS.encode("utf-16"), CSS),
        (WORDS.encode("utf-16-le"), CSS),
        (WORDS.encode("utf-8-sig"), CSS),
        (f'\n <?xml version="1.0" encoding="iso-8859-9"?>{WORDS}'.encode(), CSS),
        (f"<!-- a stylesheet -->{WORDS}".encode(), CSS),
        (f'<!DOCTYPE svg [<!ENTITY a "<text>a</text>">]>{SVG.format("&a;")}'.encode(), CSS),
        (SVG.format("<![CDATA[a]]><text><![CDATA[a]]></text>").encode(), MEDIA),
        (SVG.format('<a href="#a"><tspan>a</tspan></a>').encode(), MEDIA),
        (SVG.format('<text xmlns="urn:o">a</text>').encode(), MEDIA),
        (SVG.format("<desc><text>a</text></desc>").encode(), MEDIA),
        (SVG.format('<image href="data:image/svg+xml,a"/>').encode(), MEDIA),
        (SVG.format('<use href="other.svg#a"/>').encode(), MEDIA),
        (gzip.compress(WORDS.encode(), mtime=0), MEDIA),
        (gzip.compress(WORDS.encode(), mtime=0), CSS),
        (picture("GIF"), "image/gif"),
        (picture("WEBP"), CSS),
        (picture("BMP"), "text/plain"),
        (picture("TIFF"), ""),
        (picture("PPM"), CSS),
        (picture("EPS"), CSS),
        (b"#define a_width 8\n#define a_height 1\nstatic char a_bits[] = {\n1};", CSS),
        (b"abc", "image/png"),
        (b"", "image/png"),
        (saved(plain())[:-9], "image/png"),
        (b" " * (MOST_BYTES + 1), CSS),
    ],
)
def test_what_is_no_plain_picture_is_not_loaded(content: bytes, kind: str) -> None:
    with pytest.raises(ResourceError):
        printable_resource(content, kind)


def test_a_refusal_says_why() -> None:
    with pytest.raises(ResourceError) as error:
        printable_resource(WORDS.encode(), MEDIA)

    assert str(error.value) == (
        "the picture cannot be printed: it contains text: <text> in line 1."
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (SVG.format('<path d="M1 1h7v7z"/>').encode(), MEDIA),
        (saved(plain()), "image/png"),
        (b"p { color: red } /* <svg> */", CSS),
        (b"", CSS),
        (b"OTTO...", "font/otf"),
    ],
)
def test_what_is_printed_right_is_loaded_as_it_is(content: bytes, kind: str) -> None:
    assert printable_resource(content, kind) == content
