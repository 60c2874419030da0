"""What a stylesheet or template takes from a page, or adds to it, is found on the finished page."""
# ruff: noqa: E501 - stylesheets of one line each

from collections.abc import Callable

import pytest

from build_pack.problems import Problem, ProblemsError
from build_pack.rendering.fonts.font_files import FontFace
from build_pack.rendering.html.drawn_pictures import data_uri
from build_pack.rendering.html.template_layout import PRINTED, stylesheets
from build_pack.rendering.weasyprint.renderer import Renderer
from tests.rendering.printing import TEMPLATE
from tests.rendering.test_draft_band_and_footer import overlay, renderer
from tests.workshop import ROOT

TEMPLATES = ROOT / "templates"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30">'
    '<path d="M0 0h90v30z" fill="#333"/></svg>'
)
OTHER = DRAWING.replace("h90v30", "v30h90")
PICTURE, FOREIGN = (data_uri(svg.encode(), "image/svg+xml") for svg in (DRAWING, OTHER))
BODY = f"""
<h1 data-segment="x.title">Nerve test</h1>
<p class="lead" data-segment="x.lead">You may move your arm after the test.</p>
<ul class="do"><li data-segment="x.do">Drink <strong>clear</strong> water and nonalcoholic things.</li></ul>
<ul class="dont"><li data-segment="x.dont">Drive a car on that day.</li></ul>
<ol class="steps"><li data-segment="x.one">Lie down.</li><li data-segment="x.two">Rest.</li></ol>
<table class="facts">
<tr><th scope="row">Morning</th><td><strong>One tablet</strong></td></tr>
<tr><th scope="row">Evening</th><td><strong>No tablet</strong></td></tr>
</table>
<div class="fields"><p>Before:</p><p>with food</p></div>
<p><span class="verdict verdict-withhold">Stop for a while</span></p>
<ul class="boxes"><li data-segment="x.box">I have read this.</li></ul>
<div class="figure"><div class="drawing"><img src="{PICTURE}" alt="A nerve"></div></div>
<p data-segment="x.cite">It helps many people <span class="citations">[<a href="#r">1</a>]</span>.</p>
<p id="r">Reference</p>
"""


def page(body: str, css: str = "", attributes: str = 'lang="en" dir="ltr"') -> str:
    style = f"<style>:root {{ --brand: #246; --brand-ink: #246 }} {css}</style>"
    return f"<html {attributes}><head><title>T</title>{style}</head><body>{body}</body></html>"


OWN = page(BODY)
Hold = Callable[..., list[Problem]]
MADE_OF = "template-invalid"


@pytest.fixture(scope="module")
def hold(faces: tuple[FontFace, ...]) -> Hold:
    """Give a function from what a clinic prints to what is said of its pages.

    What a template may be made of at all is told besides (`test_markup_rules.py`).
    """
    renderer = Renderer(stylesheets([TEMPLATES], PRINTED), faces, [ROOT])

    def held(html: str, own: str = OWN) -> list[Problem]:
        try:
            renderer.rendered(html, TEMPLATE, own=own)
        except ProblemsError as error:
            return [one for one in error.problems if one.code != MADE_OF]
        return []

    return held


def icon(name: str) -> str:
    return f"url({(TEMPLATES / 'icons' / name).as_uri()})"


HARMLESS = {
    "nothing": "",
    "other colours": ":root { --ink: #113; --quiet: #444 } h1 { color: #800 } .lead { background: #eef }",
    "larger": "p { font-size: 16pt } h1 { text-align: center; font-style: italic }",
    "underlined": "h1 { text-decoration: underline } .lead { border: 1pt solid #888; padding: 1mm }",
    "two columns": ".facts { columns: 2 } body { columns: 2 }",
    "disc": ".do { list-style: disc inside }",
    "a gradient": "h1 { background: linear-gradient(#fff, #ddf) }",
    "spaced": "h1 { letter-spacing: 0.05em; word-spacing: 0.2em }",
    "on the left": ".steps { direction: ltr; margin: 3mm } .drawing img { width: 60% }",
    "page": "@page { size: A5; margin: 15mm }",
    "bands and rules": ".facts::before, h1::after { content: ''; display: block; height: 4mm; background: #246 } .lead { border-top: 2pt dashed }",
    "a stripe at the edge": "body::before { content: ''; position: fixed; left: -12mm; top: 0; width: 6mm; height: 200mm; background: #246 }",
    "a shadow": ".lead { box-shadow: 1mm 1mm 0 #ccc; border-radius: 3mm; outline: 1pt solid #888 }",
    "zebra": ".facts tr:nth-child(2) { background: #eef } .facts td { border: 1pt dotted #444 }",
    "dots": ".do { list-style: disc inside } .fields p { border-left: 2mm solid #246; padding-left: 2mm }",
    "other boxes": ".boxes > li::before { border: 1.4pt solid #246; border-radius: 50%; inline-size: 6mm; block-size: 6mm }",
}


@pytest.mark.parametrize("css", HARMLESS.values(), ids=HARMLESS)
def test_other_looks_are_no_fault(hold: Hold, css: str) -> None:
    assert hold(page(BODY, css)) == []


HIDING = {
    "display": "display: none",
    "visibility": "visibility: hidden",
    "opacity": "opacity: 0",
    "faint": "opacity: 0.3",
    "white": "color: white",
    "nearly white": "color: #ddd",
    "transparent": "color: transparent",
    "half transparent": "color: #0004",
    "black on black": "background: #222",
    "striped": "background: linear-gradient(#fff 40%, #222 40%, #222 60%, #fff 60%)",
    "tiny": "font-size: 0.01pt",
    "small": "font-size: 6pt",
    "nothing high": "font-size: 0",
    "outdented": "text-indent: -500mm",
    "moved": "margin-left: -300mm",
    "far to the right": "position: relative; left: 300mm",
    "above": "position: absolute; top: -100mm",
    "shrunk": "transform: scale(0.3)",
    "mirrored": "transform: scaleX(-1)",
    "flat": "transform: scale(0)",
    "squeezed": "transform: scaleX(0.4)",
    "turned": "transform: rotate(180deg)",
    "away": "transform: translateX(400mm)",
    "no height": "height: 0; overflow: hidden",
    "half a height": "height: 3mm; overflow: hidden",
    "clipped": "position: absolute; clip: rect(0, 1mm, 1mm, 0)",
    "one line": "max-width: 20mm; white-space: nowrap; overflow: hidden",
    "dots": "max-width: 30mm; white-space: nowrap; overflow: hidden; text-overflow: ellipsis",
    "clamped": "max-width: 30mm; line-clamp: 1",
    "crossed out": "text-decoration: line-through",
    "thick": "text-decoration: underline 1em; text-underline-offset: -0.9em",
    "no spaces": "word-spacing: -1em",
    "letters on letters": "letter-spacing: -0.9em",
    "capitals": "text-transform: uppercase",
    "other figures": "font-feature-settings: 'frac'",
    "the other way": "direction: rtl",
    "lines on lines": "max-width: 30mm; line-height: 0.1",
    "masked": f"mask-border: {icon('do.svg')} 10",
}


@pytest.mark.parametrize("style", HIDING.values(), ids=HIDING)
def test_what_hides_a_text_is_told_with_its_segment(hold: Hold, style: str) -> None:
    important = "; ".join(f"{each} !important" for each in style.split("; "))
    told = " ".join(problem.message for problem in hold(page(BODY, f".lead {{ {important} }}")))
    assert "x.lead" in told


COVERS = {
    "an absolute box": (
        "h1::after { content: ''; position: absolute; left: 0; top: 0; width: 100%; height: 90mm; background: white }",
        "page-hidden",
    ),
    "half of it": (
        "h1::after { content: ''; position: absolute; left: 30mm; top: 0; width: 10mm; height: 200mm; background: white }",
        "page-hidden",
    ),
    "an outline": ("h1 { outline: 40mm solid white }", "page-added page-hidden"),
    "a shadow": (
        "h1::after { content: ''; position: absolute; top: 40mm; box-shadow: 0 0 0 40mm white }",
        "page-added page-hidden",
    ),
    "a border": (
        "h1::after { content: ''; position: absolute; top: 0; border-left: 100mm solid white; height: 100mm }",
        "page-hidden",
    ),
    "a gradient": (
        "h1::after { content: ''; position: absolute; inset: 0; background: linear-gradient(white, white) }",
        "page-hidden",
    ),
    "the same colour": (
        "h1::after { content: ''; position: absolute; inset: 0; background: #1b2126 }",
        "page-hidden",
    ),
    "a fixed one": (
        "h1::after { content: ''; position: fixed; inset: 0; background: white; z-index: 3 }",
        "page-hidden",
    ),
    "the next block": (
        ".do { margin-top: -20mm !important; padding-top: 20mm !important; position: relative; background: white }",
        "page-hidden",
    ),
}


@pytest.mark.parametrize(("css", "codes"), COVERS.values(), ids=COVERS)
def test_what_covers_a_text_is_told(hold: Hold, css: str, codes: str) -> None:
    assert {each.code for each in hold(page(BODY, css))} == set(codes.split())


ADDED = {
    "before": (".lead::before { content: 'Stop it. ' }", "page-added"),
    "after": (".lead::after { content: ' Stop it.' }", "page-added"),
    "a marker": (".do > li { list-style-type: 'not ' }", "page-added"),
    "a counter style": (
        "@counter-style no { system: cyclic; symbols: 'not ' } .do { list-style: no }",
        "page-added",
    ),
    "quotes": (".lead::before { content: open-quote; quotes: 'Never ' '' }", "page-added"),
    "an attribute": (".lead::before { content: attr(data-segment) }", "page-added"),
    "a counter": (".lead::before { content: counter(page) }", "page-added"),
    "letters": (".lead::before { content: counter(x, lower-alpha) }", "page-added"),
    "a margin": ("@page { @top-right { content: 'Stop it.' } }", "page-added"),
    "a corner": ("@page { @bottom-left-corner { content: 'Stop' } }", "page-added"),
    "a string": (
        ".lead { string-set: s 'Stop it.' } @page { @top-left { content: string(s) } }",
        "page-added page-order",
    ),
    "a text taken along": (
        ".lead { string-set: s content() } @page { @top-left { content: string(s) } }",
        "page-added page-order",
    ),
    "a hyphen": (
        ".do { width: 28mm } .do li { hyphenate-limit-chars: 4 2 2 !important; hyphenate-limit-zone: 0 !important; hyphenate-character: ' not ' !important }",
        "page-added page-missing",
    ),
    "a repeated one": (".lead { position: fixed }", "page-added page-hidden"),
    "a footnote": (".lead strong, .do strong { float: footnote }", "page-added page-missing"),
    "a picture": (f".lead::before {{ content: url({FOREIGN}) }}", "page-added"),
    "a background": (f".lead {{ background: url({FOREIGN}) }}", "page-added page-hidden"),
    "a marker's picture": (f".do {{ list-style-image: url({FOREIGN}) }}", "page-added page-hidden"),
    "a border's picture": (
        f".lead {{ border: 5mm solid; border-image: url({FOREIGN}) 10 }}",
        "page-added",
    ),
    "another picture": (f".drawing img {{ content: url({FOREIGN}) }}", "page-added page-missing"),
    "a page's ground": (f"@page {{ background: url({FOREIGN}) }}", "page-added page-hidden"),
    "a bookmark": ("h1 { bookmark-label: 'Stop it' }", "page-added"),
    "another bookmark": (".lead { bookmark-level: 1; bookmark-label: 'Stop it' }", "page-added"),
    "an icon": (f".lead {{ background: {icon('dont.svg')} no-repeat }}", "page-added"),
    "an icon as words": (f".lead::before {{ content: {icon('dont.svg')} }}", "page-added"),
    "a leader": (".lead::after { content: leader('no ') }", "page-added"),
    "another ellipsis": (
        ".lead { width: 40mm; max-lines: 1; block-ellipsis: 'never' }",
        "page-hidden page-missing",
    ),
    "a running text": (
        ".lead { position: running(x) } @page { @top-left { content: element(x) } }",
        "page-order",
    ),
}


@pytest.mark.parametrize(("css", "codes"), ADDED.values(), ids=ADDED)
def test_what_is_added_is_told(hold: Hold, css: str, codes: str) -> None:
    assert {each.code for each in hold(page(BODY, css))} == set(codes.split())


MARKS = {
    "exchanged": (
        f".do > li::before {{ background-image: {icon('dont.svg')} !important }}",
        "page-added page-missing",
    ),
    "both ways": (
        f".do > li::before {{ background-image: {icon('dont.svg')}, {icon('do.svg')} !important }}",
        "page-added",
    ),
    "none": (".dont > li::before { display: none !important }", "page-missing"),
    "no picture": (".dont > li::before { background-image: none !important }", "page-missing"),
    "as a foreign file": (
        f".do > li::before {{ background-image: url({FOREIGN}) !important }}",
        "page-added page-missing",
    ),
    "tiny": (".dont > li::before { background-size: 1px !important }", "page-hidden"),
    "moved out": (".dont > li::before { background-position: 20mm !important }", "page-hidden"),
    "transparent": (".dont > li::before { opacity: 0 !important }", "page-hidden"),
    "on its head": (".dont > li::before { transform: rotate(90deg) !important }", "page-hidden"),
    "mirrored": (".verdict::before { transform: scaleX(-1) !important }", "page-hidden"),
    "covered": (
        ".dont { position: relative } .dont::after { content: ''; position: absolute; inset: 0 170mm 0 0; background: white }",
        "page-added page-hidden",
    ),
    "white on white": (
        ".verdict { background: white !important; color: black !important }",
        "page-hidden",
    ),
    "outside": (".dont > li::before { left: -50mm !important }", "page-hidden"),
    "another verdict": (
        f".verdict::before {{ background-image: {icon('continue.svg')} !important }}",
        "page-added page-hidden page-missing",
    ),
    "the box is gone": (".boxes > li::before { border: none !important }", "page-missing"),
    "a white box": (".boxes > li::before { border-color: white !important }", "page-hidden"),
    "a cross in a box": (
        ".boxes > li::before { background: #000 !important; border-color: #000 !important }",
        "page-hidden",
    ),
    "an icon in a box": (
        f".boxes > li::before {{ background: {icon('do.svg')} !important }}",
        "page-added page-hidden",
    ),
    "a small picture": (".drawing img { width: 2mm !important }", "page-hidden"),
    "no picture at all": (".drawing img { display: none !important }", "page-missing"),
    "a stretched picture": (".drawing img { height: 90mm !important }", "page-hidden"),
    "a cropped picture": (
        ".drawing img { height: 20mm !important; object-fit: cover }",
        "page-hidden",
    ),
    "a mirrored picture": (".drawing img { transform: scaleX(-1) !important }", "page-hidden"),
    "a pale picture": (".drawing img { opacity: 0.1 !important }", "page-hidden"),
    "a covered picture": (
        ".drawing::after { content: ''; position: absolute; inset: 0; background: white }",
        "page-hidden",
    ),
}


@pytest.mark.parametrize(("css", "codes"), MARKS.values(), ids=MARKS)
def test_marks_and_pictures_are_those_of_the_document(hold: Hold, css: str, codes: str) -> None:
    assert {each.code for each in hold(page(BODY, css))} == set(codes.split())


_CROSS = "linear-gradient(to top right, transparent 44%, #000 44%, #000 56%, transparent 56%)"
TICKED = {
    "a cross": f"background: {_CROSS}, {_CROSS.replace('top', 'bottom')}",
    "a stroke": f"background: {_CROSS} 0 0 / 100% 100%",
    "an inner shadow": "box-shadow: inset 0 0 0 1.3mm #000",
    "a thick border": "border-left-width: 3mm",
    "a grey tick": f"background: {_CROSS.replace('#000', '#bbb')}",
}


@pytest.mark.parametrize("style", TICKED.values(), ids=TICKED)
def test_a_box_to_tick_is_empty(hold: Hold, style: str) -> None:
    found = hold(page(BODY, f".boxes > li::before {{ {style} !important }}"))
    subject = "the box to tick before “I have read this.” (x.box)"
    message = f"Page 1: {subject} is not empty."
    assert ("page-hidden", message) in {(each.code, each.message) for each in found}


_IN_IT = "content: ''; position: absolute; left: 1mm; top: 1mm; width: 2.4mm; height: 1.2mm"
INSIDE = {
    "borders": f"{_IN_IT}; border: solid #000; border-width: 0 0 1.2pt 1.2pt; transform: rotate(-45deg)",
    "an outline": f"{_IN_IT}; outline: 1pt solid #000",
    "a surface": f"{_IN_IT}; background: #000",
    "a shadow": f"{_IN_IT}; box-shadow: 0 0 0 1pt #000",
}


@pytest.mark.parametrize("style", INSIDE.values(), ids=INSIDE)
def test_nothing_is_drawn_into_a_box_to_tick(hold: Hold, style: str) -> None:
    found = hold(page(BODY, f".boxes > li::after {{ {style} }}"))
    assert {each.code for each in found} == {"page-added", "page-hidden"}


_SHAPE = "h1::after { content: ''; display: block; width: 2px; height: 2px; margin: 20px;"
DRAWN = {
    "a dot": f"{_SHAPE} background: #000 }}",
    "shadows": f"{_SHAPE} box-shadow: 4px 0 #000, 8px 0 #000, 0 4px #000 }}",
    "a far shadow": ".lead { box-shadow: 0 30mm #000 }",
    "an inner shadow": ".lead { box-shadow: inset 0 2mm #000 }",
    "surfaces": ".lead { background: linear-gradient(#eee, #eee) 0 0 / 2mm 2mm no-repeat, linear-gradient(#eee, #eee) 4mm 0 / 2mm 2mm no-repeat }",
    "one surface in part": ".lead { background: linear-gradient(#eee, #eee) 90mm 0 / 2mm 12mm no-repeat }",
    "stripes": ".lead { background: repeating-linear-gradient(90deg, #fff 0, #fff 2mm, #eee 2mm, #eee 3mm) }",
    "a steep change": ".lead { background: linear-gradient(#fff 90%, #eee 90%) }",
    "three colours": ".lead { background: linear-gradient(#fff, #eee, #fff) }",
    "a circle": ".lead { background: radial-gradient(#eee, #fff) }",
    "a pattern of the page": "@page { background: repeating-linear-gradient(45deg, #fff, #fff 3mm, #ccc 3mm, #ccc 4mm) }",
    "a ground of the body": "body { background: linear-gradient(45deg, #fff 50%, #eee 50%) }",
    "half a frame": f"{_SHAPE} width: 3mm; height: 5mm; border: solid #000; border-width: 0 0 1mm 1mm }}",
    "an outline": "h1::after { content: ''; display: inline-block; width: 4mm; height: 4mm; outline: 1pt solid #000 }",
    "a far outline": ".lead { outline: 1pt solid #000; outline-offset: 9mm }",
    "a minus": "strong::before { content: ''; display: inline-block; width: 0.4em; height: 0.08em; background: #000; vertical-align: 0.3em }",
    "a one": "strong::before { content: ''; display: inline-block; width: 0; height: 0.6em; border-left: 1px solid #000 }",
    "a one of a border": "strong { border-left: 1px solid #000 }",
    "a stroke above": "strong { border-top: 1px solid #000 }",
    "a blank with a surface": ".lead::after { content: '\\2060'; display: inline-block; width: 2mm; height: 2mm; background: #000 }",
    "a space with a surface": ".lead::after { content: ' '; display: inline-block; white-space: pre; width: 2mm; height: 2mm; background: #000 }",
    "a thin line over words": "h1::after { content: ''; position: absolute; left: 9mm; right: 9mm; top: 6mm; height: 0.4pt; border-radius: 0.2pt; background: #000 }",
    "a turned line": "h1::after { content: ''; display: block; height: 1pt; background: #000; transform: rotate(20deg) }",
    "a dot before figures": "strong { position: relative } strong::before { content: ''; position: absolute; width: 1mm; height: 1mm; left: -1mm; bottom: 0; background: #000 }",
    "a second dot": ".do > li::after { content: ''; position: absolute; width: 1mm; height: 1mm; left: 0; top: 0; background: #000 }",
    "a dot among words": ".steps > li { position: relative } .steps > li::before { content: ''; position: absolute; width: 1mm; height: 1mm; left: 12mm; top: 3mm; background: #000 }",
    "a picture of a border": ".lead { border: 2mm solid; border-image: linear-gradient(#eee, #fff) 1 }",
}


@pytest.mark.parametrize("css", DRAWN.values(), ids=DRAWN)
def test_no_stylesheet_draws_shapes(hold: Hold, css: str) -> None:
    reason = "a shape that is drawn by a stylesheet but is not part of the document"
    assert any(
        each.code == "page-added" and reason in each.message for each in hold(page(BODY, css))
    )


def test_no_template_draws_shapes_of_empty_elements(hold: Hold) -> None:
    dots = "".join(f'<i style="left: {3 * x}px"></i>' for x in range(9))
    css = ".art { height: 9px; position: relative } .art i { position: absolute; width: 2px; height: 2px; background: #000 }"
    found = hold(page(f'{BODY}<div class="art">{dots}</div>', css))
    reason = "is drawn by a stylesheet but is not part of the document"
    assert [(each.code, each.message) for each in found] == [
        ("page-added", f"Page 1: a shape that {reason}.")
    ]


REPEATED = "body::before { display: table-header-group; content: '\\2060' } body::after { display: table-header-group; content: 'Stop it.' }"
BULLETS = {
    "a dash as a bullet": "strong { display: list-item; list-style: '\\2013' inside }",
    "a dash before an item": ".do { list-style: '\\2013' outside }",
    "a large bullet": ".do { list-style: '\\2022' inside } .do > li::marker { font-size: 90pt }",
    "a bullet before words": "strong { display: list-item; list-style: '\\2022' inside }",
    "words repeated as a heading": REPEATED,
}


@pytest.mark.parametrize("css", BULLETS.values(), ids=BULLETS)
def test_only_bullets_are_bullets(hold: Hold, css: str) -> None:
    assert "page-added" in {each.code for each in hold(page(BODY, css))}


FORM = f"""
<p class="fields"><span class="field">Name: <span class="field-line"></span></span></p>
<p>Your questions:</p>
<div class="ruled"><div class="ruled-line"></div><div class="ruled-line"></div><div class="ruled-line"></div></div>
<p>Sign here:</p>
<table class="grid signatures"><tbody><tr><th>Patient</th><td></td><td></td></tr></tbody></table>
<p>Where it is done:</p>
<div class="drawing drawing-sides" dir="ltr"><img src="{PICTURE}" alt="A joint"><ul class="labels">
<li class="label-left at-20"><div>Facet joint</div></li>
<li class="label-right at-80"><div>Needle</div></li>
</ul></div>
<div class="drawing drawing-row"><img src="{PICTURE}" alt="Two steps"><ol class="labels">
<li><div>First</div></li><li><div>Second</div></li>
</ol></div>
<p>It helps <a href="#one">1</a> and <a href="#two">2</a>.</p>
<p id="one">Reference one</p>
<p id="two">Reference two</p>
"""
_LINE = "a line to write on after a text that was typed in, or that is part of a template,"
_CELL = "an empty cell of a table after a text that was typed in, or that is part of a template,"
BLANKS = {
    "no field": (".field-line { display: none }", "page-missing", f"{_LINE} is not printed"),
    "a hidden field": (
        ".field-line { visibility: hidden }",
        "page-missing",
        f"{_LINE} is not printed",
    ),
    "a short field": (
        ".field-line { flex: none !important; width: 4mm !important; min-inline-size: 0 !important }",
        "page-missing",
        f"{_LINE} is not printed",
    ),
    "a faint field": (".field { opacity: 0.05 }", "page-missing", f"{_LINE} is not printed"),
    "a field without a line": (
        ".field-line { border: none }",
        "page-hidden",
        f"{_LINE} cannot be seen",
    ),
    "a white line": (
        ".field-line { border-color: white }",
        "page-hidden",
        f"{_LINE} cannot be seen",
    ),
    "no lines": (".ruled { display: none }", "page-missing", f"{_LINE} is not printed"),
    "fewer lines": (
        ".ruled-line + .ruled-line { display: none }",
        "page-missing",
        f"{_LINE} is not printed",
    ),
    "lines in black": (
        ".ruled { background: linear-gradient(90deg, #fff, #000) }",
        "page-hidden",
        f"{_LINE} is not empty",
    ),
    "no cells": (".signatures td { display: none }", "page-missing", f"{_CELL} is not printed"),
    "small cells": (
        ".signatures td { width: 2mm; padding: 0 !important } .signatures { table-layout: fixed; width: 50mm !important } .signatures th { width: 45mm !important }",
        "page-missing",
        f"{_CELL} is not printed",
    ),
    "cells without a frame": (
        ".signatures, .signatures th, .signatures td { border: none !important }",
        "page-hidden",
        f"{_CELL} cannot be seen",
    ),
}


@pytest.mark.parametrize(("css", "code", "reason"), BLANKS.values(), ids=BLANKS)
def test_there_is_room_to_write(hold: Hold, css: str, code: str, reason: str) -> None:
    found = hold(page(FORM, css), page(FORM))
    assert (code, True) in {(each.code, reason in each.message) for each in found}


FORMS = {
    "nothing": "",
    "dotted lines": ".field-line { border-bottom: 1pt dotted #246 } .ruled-line { block-size: 12mm }",
    "boxes": ".ruled-line { border: 1pt solid #888; margin-top: 2mm } .field { border: 1pt solid #246 }",
    "two of three lines": ".ruled-line + .ruled-line + .ruled-line { display: none }",
    "a small picture": ".drawing { width: 120mm }",
    "zebra": ".signatures td { background: #eef; border-color: #246 !important }",
}


@pytest.mark.parametrize("css", FORMS.values(), ids=FORMS)
def test_other_looks_of_forms_are_no_fault(hold: Hold, css: str) -> None:
    assert hold(page(FORM, css), page(FORM)) == []


_AWAY = "is not at its part of the picture"
_SMALL = f'<img src="{PICTURE}" alt="A joint" style="display: block; inline-size: 20mm">'
_HIGH = "<p>It may take an hour.</p>" * 12
COLUMNS = {
    "a picture at the top": f'{_HIGH}<p style="break-after: column">Before it.</p>{_SMALL}',
    "words at the top": f'{_HIGH}{_SMALL}<p style="break-before: column">After it.</p>',
}


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("body", COLUMNS.values(), ids=COLUMNS)
def test_a_picture_may_be_in_another_column_than_the_words_around_it(
    hold: Hold, body: str, direction: str
) -> None:
    made = page(
        f'<p>First.</p><div style="columns: 2">{body}</div>',
        attributes=f'lang="en" dir="{direction}"',
    )
    assert hold(made, made) == []


PLACES = {
    "labels exchanged": (
        ".at-20 { inset-block-start: 80% !important } .at-80 { inset-block-start: 20% !important }",
        _AWAY,
    ),
    "sides exchanged": (
        ".label-left { left: auto; right: 0 !important } .label-right { right: auto; left: 0 !important }",
        _AWAY,
    ),
    "a label moved": (".label-right { margin-top: -20mm }", _AWAY),
    "a label turned away": (".label-right { transform: translateY(20mm) !important }", _AWAY),
    "labels of a row moved": (".drawing-row li div { position: relative; left: 70mm }", _AWAY),
    "a picture moved": (
        ".drawing-row img { position: relative; top: -90mm }",
        "is not in its place in the document",
    ),
    "a picture moved down": (
        ".drawing-sides img { position: relative; top: 90mm }",
        "is not in its place in the document",
    ),
}


@pytest.mark.parametrize(("css", "reason"), PLACES.values(), ids=PLACES)
def test_pictures_and_their_labels_are_in_their_places(hold: Hold, css: str, reason: str) -> None:
    found = hold(page(FORM, css), page(FORM))
    assert ("page-order", True) in {(each.code, reason in each.message) for each in found}


def test_a_link_leads_to_its_own_reference(hold: Hold) -> None:
    body = (
        FORM.replace('id="one"', 'id="x"')
        .replace('id="two"', 'id="one"')
        .replace('id="x"', 'id="two"')
    )
    told = {(each.code, each.message) for each in hold(page(body), page(FORM))}
    subject = "a link to a text that was typed in, or that is part of a template,"
    assert told == {("page-order", f"Page 1: {subject} leads to a different place.")}


WORDS = {
    "not bold": ("strong { font-weight: 400 }", "is not bold"),
    "struck by an underline": (
        "li { text-decoration: underline 1pt; text-underline-offset: -0.62em }",
        "is struck through",
    ),
    "underlined thickly": ("li { text-decoration: underline 4pt #ccc }", "is struck through"),
    "underlined below the next line": (
        "li { text-decoration: underline; text-underline-offset: 0.9em }",
        "is struck through",
    ),
}


@pytest.mark.parametrize(("css", "reason"), WORDS.values(), ids=WORDS)
def test_words_are_as_strong_as_they_should_be(hold: Hold, css: str, reason: str) -> None:
    subject = "Page 1: “Drink clear water and nonalcoholic things.” (x.do)"
    found = [
        each for each in hold(page(BODY, css)) if each.message.startswith(f"{subject} {reason}")
    ]
    assert [each.code for each in found] == ["page-hidden"]


def test_cells_stay_in_their_rows(hold: Hold) -> None:
    css = ".facts { margin-top: 9mm } .facts td { transform: translateY(-5.3mm) }"
    reason = "is not in its column or row of the table"
    assert ("page-order", True) in {
        (each.code, reason in each.message) for each in hold(page(BODY, css))
    }


ORDER = {
    "rows": (".fields { display: flex; flex-direction: row-reverse }", "page-order"),
    "a row moved": (".facts tr + tr { transform: translateX(40mm) }", "page-order"),
    "words of cells moved": (
        ".facts tr + tr strong { position: relative; left: -60mm }",
        "page-order text-overflow",
    ),
    "no table": (
        ".facts, .facts tbody, .facts tr, .facts td, .facts th { display: block }",
        "page-order",
    ),
    "a column hidden": (".facts tr + tr th { display: table-caption }", "text-overflow"),
    "floats": (".fields p { margin: 0 } .fields p:first-child { float: right }", "page-order"),
    "columns": (
        "body { display: flex; flex-direction: column-reverse }",
        "page-added page-missing page-order",
    ),
    "order": (
        "body { display: flex; flex-direction: column } .dont { order: -1 }",
        "page-added page-missing page-order",
    ),
    "absolute": (".dont { position: absolute; top: 0; left: 0 }", "page-order"),
    "shifted": (".do { position: relative; top: 33mm }", "page-order"),
    "grid": ("body { display: grid } .do { grid-row: 9 }", "page-order"),
    "moved": (".dont { margin-top: -60mm !important }", "page-hidden page-order text-overflow"),
    "marks to each other's texts": (
        ".do > li::before { top: 8mm !important } .dont > li::before { top: -4mm !important }",
        "page-hidden",
    ),
}


@pytest.mark.parametrize(("css", "codes"), ORDER.values(), ids=ORDER)
def test_the_order_of_the_document_is_kept(hold: Hold, css: str, codes: str) -> None:
    assert {each.code for each in hold(page(BODY, css))} == set(codes.split())


TEMPLATES_OF_CLINICS = {
    "a word left out": (BODY.replace("may move", "move"), "page-missing"),
    "a word put in": (BODY.replace("may move", "may not move"), "page-added"),
    "a text left out": (BODY.replace("Rest.", ""), "page-missing"),
    "a text twice": (BODY + "<p>Rest.</p>", "page-added"),
    "another number": (BODY.replace("One tablet", "Two tablets"), "page-added page-missing"),
    "classes exchanged": (
        BODY.replace('"do"', '"d"').replace('"dont"', '"do"'),
        "page-added page-missing",
    ),
    "a class left out": (BODY.replace("verdict-withhold", ""), "page-missing"),
    "another picture": (BODY.replace(PICTURE, FOREIGN), "page-added page-missing"),
    "no picture": (BODY.replace("<img", "<br"), "page-missing"),
    "other words for it": (BODY.replace("A nerve", "A vein"), "page-added page-missing"),
    "a field": (BODY + '<form><input value="Stop"></form>', "page-added"),
    "an object": (BODY + f'<object data="{FOREIGN}"></object>', "page-added"),
    "another target": (BODY.replace("#r", "https://example.org/"), "page-added page-missing"),
    "a further link": (
        BODY.replace("Rest.", '<a href="https://example.org/">Rest.</a>'),
        "page-added",
    ),
    "struck": (BODY.replace("Rest.", "<s>Rest.</s>"), "page-hidden"),
    "hidden": (BODY.replace('<p class="lead"', '<p hidden class="lead"'), "page-missing"),
    "swapped": (
        BODY.replace("One tablet", "@")
        .replace("No tablet", "One tablet")
        .replace("@", "No tablet"),
        "page-order",
    ),
    "run together": (BODY.replace("may move", "maymove"), "page-missing"),
    "no tick box": (BODY.replace('"boxes"', '"bullets"'), "page-missing"),
}


@pytest.mark.parametrize(("body", "codes"), TEMPLATES_OF_CLINICS.values(), ids=TEMPLATES_OF_CLINICS)
def test_a_template_prints_what_the_document_says(hold: Hold, body: str, codes: str) -> None:
    assert {each.code for each in hold(page(body))} == set(codes.split())


def test_another_layout_of_the_same_words_is_no_fault(hold: Hold) -> None:
    body = BODY.replace("<table", "<div><table").replace("</table>", "</table></div>")
    body = body.replace("<h1", '<div class="mine"><h1').replace("</h1>", "</h1></div>")
    assert hold(page(body, ".mine { border: 1pt solid #246; padding: 4mm }")) == []


@pytest.mark.parametrize("turn", ["\u2066", "\u2067", "\u2068"])
def test_nothing_turns_the_direction_of_words_in_latin_letters(hold: Hold, turn: str) -> None:
    body = BODY.replace("Rest.", "Call 0212 555 01 02.")
    html = page(body.replace("0212 555 01 02", f"{turn}0212 555 01 02\u2069"))
    message = (
        "Page 1: “Call 0212 555 01 02.” (x.two) contains characters that change the text direction."
    )
    assert [(each.code, each.message) for each in hold(html, page(body))] == [
        ("page-added", message)
    ]


def test_words_in_a_picture_are_told(hold: Hold) -> None:
    svg = DRAWING.replace("</svg>", '<text y="20">Stop</text></svg>')
    body = BODY.replace(PICTURE, data_uri(svg.encode(), "image/svg+xml"))
    told = [
        (each.code, "it contains text" in each.message) for each in hold(page(body), page(body))
    ]
    assert ("render-warning", True) in told


def test_a_message_names_text_segment_and_page(hold: Hold) -> None:
    css = (
        ".dont { break-before: page } .dont li { display: none } .do li::after { content: ' Now!' }"
    )
    assert [(each.code, each.message) for each in hold(page(BODY, css))] == [
        (
            "page-added",
            (
                "Page 1: “Now!” next to “Drive a car on that day.” (x.dont) is not part of the "
                "document."
            ),
        ),
        (
            "page-missing",
            "Page 1: the mark dont.svg before “Drive a car on that day.” (x.dont) is not printed.",
        ),
        ("page-missing", "Page 1: “Drive a car on that day.” (x.dont) is not printed in full."),
    ]


def test_several_texts_are_told_in_one_sentence(hold: Hold) -> None:
    css = "h1, .dont { break-before: page } .lead, .dont li { color: #ccc }"
    assert [(each.code, each.message) for each in hold(page(BODY, css))] == [
        (
            "page-hidden",
            (
                "Page 1: “You may move your arm after the test.” (x.lead) has almost the same "
                "colour as its background, or a line through it. The same applies to 1 more on "
                "pages 1 to 2."
            ),
        )
    ]


@pytest.mark.parametrize("word", ["a long-lasting well-being", "https://e.org/a-b/long-lasting-c"])
def test_a_word_with_a_hyphen_of_its_own_is_not_missing_where_its_line_ends(
    hold: Hold, word: str
) -> None:
    """Also where another text is: then all words are compared."""
    body = BODY.replace("Reference", f'<span class="narrow">{word}</span>')
    css = ".narrow { display: block; width: 16mm; overflow-wrap: anywhere; hyphens: manual }"
    found = hold(page(body.replace("Rest.", ""), css), page(body, css))
    assert [one.message for one in found if one.code == "page-missing"] == [
        "Page 1: “Rest.” (x.two) is not printed in full."
    ]


def test_a_moved_text_is_told_as_moved(hold: Hold) -> None:
    found = hold(page(BODY, ".dont { position: absolute; top: 0 }"))
    assert [(each.code, each.message) for each in found] == [
        (
            "page-order",
            (
                "Page 1: “Drive a car on that day.” (x.dont) is printed before the words that it "
                "should follow."
            ),
        )
    ]


def test_a_hidden_body_is_told_in_a_few_sentences(hold: Hold) -> None:
    assert 0 < len(hold(page(BODY, "body { opacity: 0 }"))) < 8


def test_words_that_may_be_of_a_visit_are_not_repeated(hold: Hold) -> None:
    own = page(BODY + "<p><strong>Sample Person</strong></p>")
    html = page(BODY + "<p><strong>Sample Person</strong> Sample Person</p>")
    told = "".join(problem.message for problem in hold(html, own))
    assert told
    assert "Sample" not in told


STAMPED_PAGES = {
    "nothing": ("", set[str]()),
    "words of the header": (".lead::after { content: 'DRAFT' }", {"page-added"}),
    "a surface on the footer": (
        "body::after { content: ''; position: fixed; bottom: -24mm; left: -17mm; width: 210mm; height: 24mm; background: #fff }",
        {"page-reserved"},
    ),
}


@pytest.mark.parametrize(("css", "codes"), STAMPED_PAGES.values(), ids=STAMPED_PAGES)
def test_pages_that_bear_what_all_bear_are_held_too(css: str, codes: set[str]) -> None:
    found = set[str]()
    try:
        renderer().rendered(page(BODY, css), TEMPLATE, own=OWN, overlay=overlay())
    except ProblemsError as error:
        found = {each.code for each in error.problems} - {MADE_OF}
    assert found == codes
