"""What every page bears stands there as the program puts it, whatever a stylesheet says."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.page_format import PageFormat, Paper
from build_pack.documents.compose import compose
from build_pack.documents.shared.views import Document
from build_pack.planning.visit import Visit
from build_pack.problems import Problem, ProblemsError
from build_pack.rendering.fonts.font_files import faces
from build_pack.rendering.html.drawn_pictures import data_uri
from build_pack.rendering.html.template_layout import (
    BUILT_IN,
    COMPACT,
    OVERLAY,
    BuiltInLayout,
    stylesheets,
)
from build_pack.rendering.pdf.page_reader import read_pages
from build_pack.rendering.pdf.printed_lines import PrintedLine, PrintedPage
from build_pack.rendering.weasyprint.draft_band_and_footer import DraftBandAndFooter
from build_pack.rendering.weasyprint.renderer import Renderer
from build_pack.translation.ui_words import UiWords
from tests.documents.test_medicines import demo

NOTICE = "DRAFT · Not approved. Do not give to patients."
PLACE = Path("checklist.html.jinja")
TWO_PAGES = "<p class='one'>One</p><p style='break-before: page'>Two</p>"


@cache
def document(paper: Paper = Paper.A4, *, large: bool = False) -> Document:
    visit = Visit(page_format=PageFormat(paper, large_print=large))
    [found] = compose(demo(), "en", DocumentKind.CHECKLIST, visit)
    return replace(found, draft=NOTICE, record='{"kind": "checklist"}')


@cache
def overlay(one: Document | None = None) -> DraftBandAndFooter:
    one = one or document()
    html = BuiltInLayout(UiWords(demo().catalogs["en"].ui)).overlay(one)
    return DraftBandAndFooter(html, one.record, one.page_format.paper)


@lru_cache(maxsize=1)
def renderer(css: str = "") -> Renderer:
    own = stylesheets(BUILT_IN)
    return Renderer(
        [*own, css],
        faces(),
        BUILT_IN,
        stylesheets(BUILT_IN, COMPACT),
        stylesheets(BUILT_IN, OVERLAY),
    )


def page(body: str, head: str = "", attributes: str = "") -> str:
    brand = "<style>:root { --brand: #0b4f6c; --brand-ink: #0b4f6c }</style>"
    return (
        f"<!DOCTYPE html><html lang='en' class='checklist paper-a4' {attributes}>"
        f"<head>{brand}{head}</head><body>{body}</body></html>"
    )


def printed(html: str, css: str = "") -> bytes:
    return renderer(css).rendered(html, PLACE, overlay=overlay())[0]


def borne(pdf: bytes) -> list[list[PrintedLine]]:
    """The lines of each page that stand in its margins, with their place, size and colours."""
    return [list(_in_margins(one)) for one in read_pages(pdf)]


def _in_margins(page: PrintedPage) -> Iterator[PrintedLine]:
    top = 18 if page.number == 1 else 26
    for line in page.lines:
        middle = (line.box.bottom + line.box.top) / 2 / 72 * 25.4
        if middle < 23 or middle > page.height / 72 * 25.4 - top:
            yield line


@cache
def as_it_is() -> list[list[PrintedLine]]:
    return borne(printed(page(TWO_PAGES)))


def test_each_page_bears_notice_header_control_and_number() -> None:
    first, second = (" ".join(line.text for line in lines) for lines in as_it_is())
    control = document().control
    for text, number in ((first, 1), (second, 2)):
        assert NOTICE in text
        assert f"Document: {control.code}" in text
        assert f"Edition: {control.edition}" in text
        assert f"Page {number} of 2" in text
    assert "Sample Pain Clinic" in second
    assert "Sample Pain Clinic" not in first


def test_what_is_kept_of_a_document_before_prints_the_same_bytes() -> None:
    html = [page(TWO_PAGES), page(TWO_PAGES.replace("Two", "Deux")), page("<p>One</p>")]
    new = []
    for one in html:
        renderer.cache_clear()
        new.append(printed(one))
    assert [printed(one) for one in [*html, *html]] == [*new, *new]
    assert len({*new}) == 3


PICTURE = data_uri(
    b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>"
)
HIDING = {
    "display": ".draft-band, .page-footer, .sheet, .room { display: none !important }",
    "white on white": "* { color: white !important; background: white !important }",
    "tiny": ".draft-band, .draft-band span, .control { font-size: 0.01pt !important }",
    "off the page": ".draft-band { margin-left: -999mm !important; position: absolute }",
    "margin box": "@page { @top-center { content: 'APPROVED'; background: white } }",
    "margin boxes": "@page { @bottom-left { content: 'Page 1 of 1' } @bottom-right-corner"
    " { content: 'x' } }",
    "margin box at first": "@page :first { @top-left-corner { content: 'x'; z-index: 9 } }",
    "margin box of an element": "@page { @top-center { content: element(draft) element(header) } }",
    "z-index of the root": "html { position: relative; z-index: 2147483647 }",
    "opacity": "html { opacity: 0.01 } body { opacity: 0.5 }",
    "media": "@media print { .draft-band, .page-footer { display: none !important } }",
    "variables": ":root { --paper: black; --ink: white; --size-small: 1pt; --edge:"
    " -99mm; --top: 0 }",
    "visibility": "html { visibility: hidden } p { visibility: visible }",
    "ground of the page": "@page { background: linear-gradient(black, black) }",
    "picture of the page": f"@page {{ background: url({PICTURE}) }}",
    "ground of the root": "html { background: #000 } body { background: #111 }",
    "frame of the page": "@page { border: 15mm solid black; outline: 9mm solid black }",
    "marks": "@page { marks: crop cross; bleed: 10mm }",
    "clip of the page": "@page { overflow: hidden }",
    "counters": "html { counter-reset: page 40 pages 90 } @page { counter-increment: page 7 }",
    "transform of the page": "@page { transform: scale(0); opacity: 0 }",
    "direction": "html { direction: rtl }",
    "another font": 'html { --font: "Source Sans 3"; font-weight: 200; letter-spacing: 2mm }',
    "footnotes": ".one { float: footnote }",
}
"""What would hide or change the margins if they were the content's."""


@pytest.mark.parametrize("name", HIDING)
def test_no_stylesheet_changes_what_a_page_bears(name: str) -> None:
    assert borne(printed(page(TWO_PAGES), HIDING[name])) == as_it_is()


COVERING = {
    "fixed": ".one { position: fixed; top: -25mm; background: white; width: 170mm; height: 20mm }",
    "absolute": ".one { position: absolute; bottom: -20mm; background: black;"
    " height: 9mm; width: 9mm }",
    "negative margin": ".one { margin-top: -18mm }",
    "over the footer": ".one { position: relative; top: 252mm }",
    "in front": ".one { position: fixed; inset: -28mm -17mm -24mm; background:"
    " white; z-index: 2147483647 }",
    "moved": ".one { transform: translateY(-15mm) }",
    "turned": ".one { transform: rotate(6deg) }",
    "shadow": "body { box-shadow: 0 0 0 30mm white }",
    "outline": ".one { outline: 12mm solid white; outline-offset: 5mm }",
    "margins of the page": "@page { margin: 2mm } @page :first { margin-block-start: 2mm }",
    "added words": ".one::before { content: 'Approved'; position: fixed; top: -24mm }",
    "a float": ".one { float: left; margin-top: -20mm }",
    "a marker": ".one { display: list-item; list-style: 'Approved' inside; margin-top: -20mm }",
    "frame": "html { border: 1mm solid black; margin: -20mm }",
}
"""What reaches into the margins."""


@pytest.mark.parametrize("name", COVERING)
def test_content_that_reaches_into_the_margins_is_an_error(name: str) -> None:
    with pytest.raises(ProblemsError) as error:
        printed(page(TWO_PAGES), COVERING[name])

    assert "page-reserved" in {one.code for one in error.value.problems}


@pytest.mark.parametrize(
    "css",
    [
        "@page { size: A5 }",
        "@page { size: A4 landscape }",
        "@page { size: 400mm 600mm }",
        "@page :first { size: 210mm 250mm }",
        "@page big { size: A3 } .one { page: big }",
    ],
)
def test_a_page_of_another_size_is_an_error(css: str) -> None:
    with pytest.raises(ProblemsError) as error:
        printed(page(TWO_PAGES), css)

    assert "page-reserved" in {one.code for one in error.value.problems}


def test_what_is_told_of_a_page_of_another_size() -> None:
    with pytest.raises(ProblemsError) as error:
        printed(page("<p>One"), "@page { size: 210mm 250mm }")

    message = "Page 1 is 210 × 250 mm in size; the paper is 210 × 297 mm."
    hint = "Leave the page size to the option --paper: remove “size” from @page."
    assert Problem("page-reserved", error.value.problems[0].place, message, hint) in set(
        error.value.problems
    )


def information(pdf: bytes) -> dict[str, str]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = {key: str(value) for key, value in opened.docinfo.items()}
        return found | {"Lang": str(opened.Root.Lang), "Names": str("/Names" in opened.Root)}


LYING = {
    "record": "<meta name='build-pack' content='{&quot;released&quot;: true}'>",
    "record twice": "<meta name='BUILD-PACK' content='x'><meta name='buildpack' content='y'>",
    "title": "<title>Approved</title>",
    "others": "<meta name='author' content='a'><meta name='generator' content='b'>"
    "<meta name='keywords' content='c'><meta name='description' content='d'>"
    "<meta name='dcterms.created' content='2020-01-01'>",
    "a file": "<link rel='attachment' href='data:text/plain,Approved'>",
}


@pytest.mark.parametrize("name", LYING)
def test_no_template_says_what_a_pdf_is(name: str) -> None:
    truth = information(printed(page(TWO_PAGES)))
    assert truth["/buildpack"] == document().record
    assert truth["/Title"] == "Checklist: Radiofrequency neurotomy"
    assert truth["Lang"] == "en"

    assert information(printed(page(TWO_PAGES, LYING[name]))) == truth


def test_a_template_does_not_set_the_language_of_a_pdf() -> None:
    html = page(TWO_PAGES).replace("lang='en'", "lang='de'")
    assert information(printed(html))["Lang"] == "en"


def test_a_file_that_a_template_attaches_is_left_out() -> None:
    pdf = printed(page("<p class='one'><a rel='attachment' href='data:text/plain,x'>One</a>"))
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert "/Annots" not in opened.pages[0]


FORMATS = [(paper, large) for paper in Paper for large in (False, True) if paper is not Paper.A5]


@pytest.mark.parametrize(("paper", "large"), [*FORMATS, (Paper.A5, False)])
def test_all_notices_fit_into_the_margin_of_every_format(paper: Paper, *, large: bool) -> None:
    two = ("REPRINT of 30 November 2026", "WITHDRAWN on 28 November 2026")
    one = replace(document(paper, large=large), draft="", notices=two)
    html = page(TWO_PAGES).replace(
        "paper-a4", f"paper-{paper}{' large-print narrow' if large else ''}"
    )

    pdf, _ = renderer().rendered(html, PLACE, overlay=overlay(one))

    for lines in borne(pdf):
        text = " ".join(line.text for line in lines)
        assert all(notice in text for notice in two)


LONG = "Kontrol " * 90


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (replace(document(), title=LONG), "does not fit in the margin of the page."),
        (
            replace(document(), control=replace(document().control, issued=LONG)),
            "is wider than the space for it.",
        ),
    ],
    ids=["top", "bottom"],
)
def test_what_is_larger_than_its_margin_is_told(changed: Document, words: str) -> None:
    with pytest.raises(ProblemsError) as error:
        renderer().rendered(page(TWO_PAGES), PLACE, overlay=overlay(changed))

    said = {str(one) for one in error.value.problems if one.code == "text-overflow"}
    assert any(words in one for one in said)


def test_a_release_has_no_notice() -> None:
    pdf, _ = renderer().rendered(
        page(TWO_PAGES), PLACE, overlay=overlay(replace(document(), draft=""))
    )
    assert "DRAFT" not in " ".join(line.text for lines in borne(pdf) for line in lines)


def test_what_the_program_prints_is_printed_over_the_content() -> None:
    """Even a text that the content could put there would lie under the ground of the overlay."""
    pdf = printed(page(TWO_PAGES))
    with pikepdf.open(BytesIO(pdf)) as opened:
        words = opened.pages[0].Contents.read_bytes()
    assert words.rindex(b"/Artifact") > words.rindex(b"/MCID")
