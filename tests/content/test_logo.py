"""Logos that can be printed, and those that cannot."""

from base64 import b64encode
from pathlib import Path

import pytest

from build_pack.content.pictures.logo import Logo, require_printable
from build_pack.content.pictures.svg import SvgError
from build_pack.content.pictures.svg_elements import SvgFault
from tests.content import rasters
from tests.workshop import ROOT

LOGOS = ROOT / "tests" / "data" / "logos"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 100 40">\n{}</svg>'
)
RECT = '<rect width="90" height="30"/>'
BOMB = "".join(
    f'<g id="{name}">{inside}</g>'
    for name, inside in (
        ("a", 10 * "<path/>"),
        ("b", 11 * '<use href="#a"/>'),
        ("c", 10 * '<use href="#b"/>'),
        ("d", 8 * '<use href="#c"/>'),
    )
)
NO_IMAGE = "a.svg is not the kind of image that its file extension says."


def said(path: Path) -> list[str]:
    return [fault.message for fault in faults(path)]


def faults(path: Path) -> tuple[SvgFault, ...]:
    try:
        require_printable(Logo(path, path.read_bytes()))
    except SvgError as error:
        return error.faults
    return ()


def written(folder: Path, content: str, encoding: str = "utf-8") -> Path:
    path = folder / "a.svg"
    path.write_text(content, encoding=encoding)
    return path


def test_the_samples_logo_is_good() -> None:
    assert said(ROOT / "clinics" / "demo" / "logo.svg") == []


@pytest.mark.parametrize("path", sorted(LOGOS.glob("*/*.svg")), ids=lambda path: str(path.stem))
def test_what_drawing_programs_export_is_let_through(path: Path) -> None:
    """Those under `otherwise` are found by drawing them."""
    assert said(path) == []


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<g><text>North</text></g>", "text: <text> in line 2."),
        ("<text><tspan>a</tspan></text><text>b</text>", "text: <text> in line 2."),
        ('<mask id="m"><path/></mask>', "a mask: <mask> in line 2."),
        (f'<g style="mask:url(#m)">{RECT}</g>', "a mask: mask: url(#m) in line 2."),
        ('<filter id="f"/>', "a filter effect, such as a shadow: <filter> in line 2."),
        (
            '<g style="filter:blur(2px)"/>',
            "a filter effect, such as a shadow: filter: blur(2px) in line 2.",
        ),
        ("<foreignObject/>", "a part that is not SVG: <foreignObject> in line 2."),
        (f'<a x:href="https://example.org">{RECT}</a>', "a link: <a> in line 2."),
        ("<script>1</script>", "a script: <script> in line 2."),
        ('<g onclick="f()"/>', 'a script: onclick="f()" in line 2.'),
        ('<rect><animate attributeName="x"/></rect>', "an animation: <animate> in line 2."),
        ('<pattern id="p"/>', "a pattern fill: <pattern> in line 2."),
        ('<marker id="m"/>', "a marker, such as an arrowhead: <marker> in line 2."),
        ("<title><text>no</text></title>", "more than text in <title>: <text> in line 2."),
        ("<metadata><g/></metadata>", "more than text in <metadata>: <g> in line 2."),
        (
            '<o:d xmlns:o="urn:o"><o:tspan>a</o:tspan></o:d>',
            "an element that is not SVG: <tspan> in line 2.",
        ),
        ('<o:a xmlns:o="urn:o">a</o:a>', "an element that is not SVG: <a> in line 2."),
        ('<text xmlns="">a</text>', "an element that is not SVG: <text> in line 2."),
        ("<textPath>a</textPath>", "text: <textPath> in line 2."),
        ("<feImage/>", "an element that cannot be printed: <feImage> in line 2."),
        ("<glyph/>", "an element that cannot be printed: <glyph> in line 2."),
        ('<g font-size="calc(1px"/>', 'a size that cannot be printed: font-size="calc(1px" in'),
        ('<g style="font:system 1px"/>', "a size that cannot be printed: font: system 1px in"),
        ('<g style="font:12px/14px a"/>', "a size that cannot be printed: font: 12px/14px a in"),
        ('<rect width="calc(1px"/>', 'a size that cannot be printed: width="calc(1px" in line 2.'),
        ('<rect width="1e9pt"/>', 'a number beyond 1,000,000, 1e9: width="1e9pt" in line 2.'),
        ('<rect width="1e999"/>', 'a number beyond 1,000,000, 1e999: width="1e999" in line 2.'),
        ('<rect width="NaN"/>', 'a size that cannot be printed: width="NaN" in line 2.'),
        ('<rect width="inf"/>', 'a size that cannot be printed: width="inf" in line 2.'),
        ('<rect width="٣"/>', 'a size that cannot be printed: width="٣" in line 2.'),
        ('<rect width="1\u202e2"/>', 'a size that cannot be printed: width="1'),
        ('<path d="M1 2L1e9 3"/>', "a number beyond 1,000,000, 1e9: d in line 2."),
        ('<g transform="scale(1e99)"/>', "a number beyond 1,000,000, 1e99: transform="),
        ('<g stroke-width="9999999"/>', "a number beyond 1,000,000, 9999999: stroke-width="),
        ('<symbol viewBox="0 0 a b"/>', 'an invalid size: viewBox="0 0 a b" in line 2.'),
        (
            '<linearGradient spreadMethod="repeat"/>',
            'a value that cannot be printed: spreadMethod="repeat" in line 2.',
        ),
        ('<rect preserveAspectRatio="x"/>', "a value that cannot be printed: preserveAspect"),
        ("<svg/>", "an svg element inside another: <svg> in line 2."),
        ("<switch/>", "alternative content: <switch> in line 2."),
        ("<hatch/>", "an element that cannot be printed: <hatch> in line 2."),
        ('<rect xmlns="urn:other"/>', "an element that is not SVG: <rect> in line 2."),
        ("<style>@import 'a.css';</style>", "a stylesheet in another file (@import): <style>"),
        ("<style>@font-face{src:url(a)}</style>", "a font (@font-face): <style> in line 2."),
        ("<style>@media print{g{fill:red}}</style>", "styles for certain screens only (@media):"),
        ("<style>@keyframes a{}</style>", "an animation (@keyframes): <style> in line 2."),
        ("<style>g{rect{fill:red}}</style>", "an unreadable style: style in line 2."),
        ("<style>a >> b{fill:red}</style>", "an unreadable style: <style> in line 2."),
        (
            '<rect fill="var(--x, #0a6)"/>',
            'a value that has to be calculated: fill="var(--x, #0a6)" in line 2.',
        ),
        ('<rect fill="oklch(60% .2 3)"/>', 'a colour that cannot be printed: fill="oklch(60%'),
        ('<rect fill="redish"/>', 'a colour that cannot be printed: fill="redish" in line 2.'),
        ('<g style="mix-blend-mode:multiply"/>', "a blend mode: mix-blend-mode: multiply in"),
        ('<g style="transform:scale(2)"/>', "a transform in CSS: transform: scale(2) in line 2."),
        ('<g transform="scale(2px)"/>', 'a transform that cannot be printed: transform="scale('),
        ('<rect width="50vw"/>', 'a size that cannot be printed: width="50vw" in line 2.'),
        ('<g style="clip-path:circle(9px)"/>', "a clipping shape in CSS: clip-path: circle(9px)"),
        ('<path d="M1 2 X3"/>', "an unreadable line: d in line 2."),
        ('<path d="M1 2 L3"/>', "an unreadable line: d in line 2."),
        ('<path pathLength="9"/>', 'a style that cannot be printed: pathLength="9" in line 2.'),
        ('<g style="paint-order:stroke"/>', "lines behind their shape: paint-order: stroke in"),
        ('<use href="#b"/>', "a reference to something that does not exist: #b in line 2."),
        ('<rect fill="url(#b)"/>', "a reference to something that does not exist: #b in line 2."),
        ('<g id="b"><use href="#b"/></g>', "a part that repeats itself: #b in line 2."),
        (
            '<clipPath id="c"><path clip-rule="evenodd"/></clipPath>',
            'a clipping path with holes: clip-rule="evenodd" in line 2.',
        ),
    ],
)
def test_what_cannot_be_printed_is_named(tmp_path: Path, inside: str, message: str) -> None:
    [found] = said(written(tmp_path, SVG.format(inside)))

    assert found.startswith(f"a.svg contains {message}")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("GIF89a", NO_IMAGE),
        ("<html/>", NO_IMAGE),
        (f'<?xml version="1.0" encoding="klingon"?>{SVG}', NO_IMAGE),
        (f'<?xml version="1.0" encoding="utf-7"?>{SVG}', NO_IMAGE),
        (f'<?xml-stylesheet href="a.css"?>{SVG}', NO_IMAGE),
        ("", "a.svg is empty."),
        (
            SVG.replace("0 0 100 40", "0 0 0 0"),
            ('a.svg contains an invalid size: viewBox="0 0 0 0" in line 1.'),
        ),
        (
            SVG.replace("viewBox", "data-box"),
            "a.svg has no viewBox, so its size is unknown.",
        ),
        (
            SVG.replace('viewBox="0 0 100 40"', 'width="100%" height="100%"'),
            "a.svg has no viewBox, so its size is unknown.",
        ),
        (
            SVG.replace("0 0 100 40", "0 0 inf 40"),
            'a.svg contains an invalid size: viewBox="0 0 inf 40" in line 1.',
        ),
        (
            SVG.replace("0 0 100 40", "0 0 1e-9 4"),
            'a.svg contains an invalid size: viewBox="0 0 1e-9 4" in line 1.',
        ),
        (
            SVG.replace("viewBox", 'width="-9" viewBox'),
            'a.svg contains an invalid size: width="-9" in line 1.',
        ),
        (
            SVG.format("<g>" * 60 + "</g>" * 60),
            "a.svg has more than 60 levels of nested elements, which is the maximum.",
        ),
        (
            SVG.format("<g/>" * 10_000),
            "a.svg has more than 10,000 elements, which is the maximum.",
        ),
        (SVG.format(BOMB), "a.svg draws 12,223 elements; the maximum is 10,000."),
        (
            SVG.format(f'<path d="M{"1 2 " * 200_000}"/>'),
            "a.svg has 400,000 numbers in its lines; the maximum is 100,000.",
        ),
        (
            SVG.format(251 * '<g style="opacity:.5"/>'),
            "a.svg has 251 parts with an opacity; the maximum is 250.",
        ),
        (
            SVG.format("<style>.a {opacity: .5}</style>" + 251 * '<g class="b a"/>'),
            "a.svg has 251 parts with an opacity; the maximum is 250.",
        ),
        (
            SVG.format(f"<style>{'g{fill:red}' * 501}</style>"),
            "a.svg contains 501 styles; the maximum is 500: <style> in line 2.",
        ),
        (SVG.format('<image href="b.png"/>'), "a.svg refers to another file, b.png."),
        (SVG.format('<use href="b.svg#c"/>'), "a.svg refers to another file, b.svg#c."),
        (
            SVG.format('<image x:href="http://example.org/b"/>'),
            "a.svg refers to another file, http://example.org/b.",
        ),
        (
            SVG.format('<image href="data:image/png;base64,"/>'),
            "The picture in line 2 of a.svg is not a PNG or JPEG picture.",
        ),
    ],
)
def test_a_file_that_is_no_whole_picture_is_told(
    tmp_path: Path, content: str, message: str
) -> None:
    assert said(written(tmp_path, content)) == [message]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    doctype = '<!DOCTYPE svg [\n<!ENTITY a "b">]>'
    content = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{SVG.format("&a;")}'

    [fault] = faults(written(tmp_path, content, encoding))

    assert fault.message == "a.svg declares an entity of its own with <!ENTITY>, in line 2."
    assert fault.hint == (
        "In the drawing program, choose a plain SVG export (Illustrator: Export As; not Save As)."
    )


def test_one_thing_has_one_address(tmp_path: Path) -> None:
    """WeasyPrint takes the one, other programs take the other."""
    picture = b64encode(rasters.saved(rasters.plain())).decode()
    both = f'<image href="data:image/png;base64,{picture}" x:href="data:image/svg+xml,%3Csvg/%3E"/>'

    assert said(written(tmp_path, SVG.format(both))) == [
        "a.svg contains two references for the same thing: href in line 2."
    ]


def test_all_kinds_of_faults_are_told_at_once(tmp_path: Path) -> None:
    inside = "<text>a</text>\n<text>b</text><mask/><a/>"

    assert said(written(tmp_path, SVG.format(inside))) == [
        "a.svg contains text: <text> in line 2.",
        "a.svg contains a mask: <mask> in line 3.",
        "a.svg contains a link: <a> in line 3.",
    ]


def test_what_is_never_drawn_may_be_anything(tmp_path: Path) -> None:
    inside = (
        '<metadata><o:d xmlns:o="urn:o"/></metadata><title>b</title><o:c xmlns:o="urn:o" o:d="e"/>'
    )

    assert said(written(tmp_path, SVG.format(inside))) == []
