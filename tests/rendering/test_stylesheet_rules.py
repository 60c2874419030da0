"""What a stylesheet of a clinic may set, and where else it is told."""

from pathlib import Path

import pytest

from build_pack.rendering.html.stylesheet_rules import rule_problems
from build_pack.rendering.html.template_layout import BUILT_IN, COMPACT, PRINTED, stylesheets

LOOKS = [
    ":root { --brand: #123456; --gap: 3mm; --ours: 1 }",
    "h2 { color: #0f4c5c; margin-top: 3mm; font-size: 16pt; border-bottom: 1pt solid rgb(1,2,3) }",
    ".boxes > li::before { border: 1pt solid black; border-radius: 0 }",
    "@page { margin: 30mm 20mm }",
    "@media print { p { padding: 2mm calc(1mm + 2mm) } }",
    "a { text-decoration: underline } .logo { block-size: 22mm; margin-inline-start: auto }",
    "p { line-height: 1.6; background: transparent; color: hsl(0, 0%, 0%) }",
    ".opening { display: block } .references ol { columns: 2; gap: 5mm }",
    "tr:nth-child(even) td { background: #eef !important }",
]
SAYS = [
    "p { content: 'Stop' }",
    "p::after { content: 'Stop' }",
    "p { content: attr(class) }",
    "body::after { display: table-header-group }",
    "td { transform: translateY(-8mm) }",
    "td { translate: 0 -8mm }",
    ".logo { position: absolute }",
    "p { position: relative; top: 1mm }",
    "p { text-decoration: underline 1pt #000 }",
    "p { text-decoration: line-through }",
    "p { text-underline-offset: -.62em }",
    "p { background: linear-gradient(red, blue) }",
    "p { background: url(../icons/do.svg) }",
    ".do > li::before { background-image: none }",
    ".bullets > li::before { inline-size: 3mm; block-size: .4mm }",
    ".bullets { li::before { & { inline-size: 3mm } } }",
    "li { &::before { width: 3mm } }",
    "p { margin-top: -3mm }",
    ":root { --gap: -3mm }",
    "p { margin: calc(1mm - 9mm) }",
    "p { color: transparent }",
    "p { color: #11223300 }",
    "p { color: rgb(0 0 0 / 5%) }",
    "p { color: rgba(0, 0, 0, .1) }",
    "p { opacity: .1 }",
    "p { visibility: hidden }",
    "p { display: none }",
    "@media print { p { display: none } }",
    "@page { @top-center { content: 'Approved' } }",
    "@font-face { font-family: a; src: url(a.ttf) }",
    "@import 'a.css';",
    "@layer a { p { color: red } }",
    "@counter-style a { symbols: 'Stop' }",
    "ul { list-style: '–' inside }",
    "p { font-variant: small-caps }",
    "p { font-feature-settings: 'sups' }",
    "p { box-shadow: 1px 1px }",
    "p { outline: 1pt solid }",
    "p { c\\6f ntent: 'a' }",
    "li:\\3a befor\\65 { width: 3mm }",
    "p { float: right }",
    "p { order: 2 }",
    "p { direction: rtl }",
    "p { hyphenate-character: 'not' }",
    "p { bookmark-label: 'a' }",
    "p { string-set: a 'b' }",
    "p { display: flex }",
    "p { height: .8em; border-bottom: 1pt solid #ff6060 }",
    "p { line-height: 0; border-bottom: 1pt solid #ff6060 }",
    "p { line-height: 1mm }",
    "p { line-height: 80% }",
    ":root { --x: .1 } p { color: rgb(0, 0, 0, var(--x)) }",
    ":root { --c: transparent }",
    "p { color: hsla(0, 0%, 0%, .1) }",
    "p { border-image: linear-gradient(red, blue) 1 }",
    "p { mask-border: url(a.png) }",
    "p { clip: rect(0 0 0 0) }",
    ".room { inset-inline: 0; position: absolute }",
    ".draft-band { display: none }",
    ".ground { background: var(--paper) url(a.png) }",
]


def found_in(tmp_path: Path, css: str) -> list[tuple[str, int]]:
    path = tmp_path / "own.css"
    path.write_text(f"\n{css}\n", "utf-8")
    return [(one.code, one.place.line) for one in rule_problems(path, path.read_bytes())]


@pytest.mark.parametrize("css", LOOKS)
def test_looks_are_a_clinics(tmp_path: Path, css: str) -> None:
    assert found_in(tmp_path, css) == []


@pytest.mark.parametrize("css", SAYS)
def test_what_can_change_words_is_the_programs(tmp_path: Path, css: str) -> None:
    assert ("style-refused", 2) in found_in(tmp_path, css)


@pytest.mark.parametrize("path", stylesheets(BUILT_IN, (*PRINTED, *COMPACT)), ids=str)
def test_the_programs_lines_can_stay(tmp_path: Path, path: Path) -> None:
    assert found_in(tmp_path, path.read_text("utf-8") + "p { color: red }") == []


def test_a_line_of_the_program_under_another_selector_is_not_its_own(tmp_path: Path) -> None:
    line = '.do > li::before { background-image: url("../icons/do.svg") }'
    assert found_in(tmp_path, line) == []
    assert found_in(tmp_path, line.replace(".do >", ".dont >")) == [("style-refused", 2)]


@pytest.mark.parametrize(
    "css",
    ["p { width: 1" + "1" * 5000 + "mm }", "p { width: " + "(" * 3000 + " }", "a {" * 1500],
)
def test_what_is_beyond_the_bounds_is_told_by_those(tmp_path: Path, css: str) -> None:
    assert found_in(tmp_path, css) == []
