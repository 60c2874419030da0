"""Booklets: every page once, in the order in which the folded sheets give them."""

import re
import subprocess
from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Pdf

from build_pack.rendering.fonts.font_files import FontFace
from build_pack.rendering.pdf import metadata
from build_pack.rendering.pdf.imposition import PRINT_ONLY, impose, sides
from build_pack.rendering.pdf.merge import PdfPart, merge_pdfs
from build_pack.rendering.pdf.metadata import page_count, records_of
from build_pack.rendering.pdf.page_reader import read_pages
from build_pack.rendering.weasyprint.renderer import Renderer
from tests.rendering.printing import CSS, TEMPLATE, opened, page

COUNTS = st.integers(1, 60)


def folded(count: int, *, mirrored: bool) -> Iterator[int | None]:
    """The pages of a booklet as its reader turns them: sheets one in the other, folded once."""
    found = list(sides(count, mirrored=mirrored))
    sheets = list(zip(found[::2], found[1::2], strict=True))
    first, second = (1, 0) if mirrored else (0, 1)
    for front, back in sheets:  # the half of each sheet that comes before the fold
        yield front[second]
        yield back[first]
    for front, back in reversed(sheets):
        yield back[second]
        yield front[first]


@given(COUNTS, st.booleans())
def test_folding_the_sheets_gives_the_pages_in_order_and_blanks_at_the_end(
    count: int, mirrored: bool
) -> None:
    blanks = -count % 4

    assert list(folded(count, mirrored=mirrored)) == [*range(count), *[None] * blanks]


@given(COUNTS)
def test_every_page_stands_on_one_place(count: int) -> None:
    printed = [number for side in sides(count) for number in side if number is not None]

    assert sorted(printed) == list(range(count))


@given(COUNTS)
def test_from_right_to_left_left_and_right_change_places(count: int) -> None:
    assert [(right, left) for left, right in sides(count)] == list(sides(count, mirrored=True))


@pytest.fixture(scope="module")
def parts(faces: tuple[FontFace, ...]) -> tuple[bytes, ...]:
    """Six pages and three, each with its number, and a record each."""
    renderer = Renderer([CSS], faces, [])

    def printed(name: str, count: int) -> bytes:
        body = "".join(f"<p style='break-after: page'>{name}{n}" for n in range(1, count + 1))
        head = f'<meta name=build-pack content=\'{{"kind": "{name}"}}\'>'
        html = page(body).replace("<title>", f"{head}<title>")
        return renderer.render(html, place=TEMPLATE)

    return printed("a", 6), printed("b", 3)


def halves(pdf: bytes) -> list[tuple[str, str]]:
    """What is printed on the left and the right of each side."""
    found = []
    for side in read_pages(pdf):
        texts = ["", ""]
        for run in (run for line in side.lines for run in line.runs):
            texts[run.box.left > side.width / 2] += run.text
        found.append((texts[0], texts[1]))
    return found


def test_pages_stand_two_on_a_side_each_part_a_booklet_of_its_own(
    parts: tuple[bytes, ...],
) -> None:
    assert halves(impose(parts, title="Kitapçık", locale="tr")) == [
        ("", "a1"),
        ("a2", ""),
        ("a6", "a3"),
        ("a4", "a5"),
        ("", "b1"),
        ("b2", "b3"),
    ]


def test_the_spine_of_a_right_to_left_booklet_is_on_the_right(parts: tuple[bytes, ...]) -> None:
    assert halves(impose(parts[1:], title="x", locale="ar")) == [("b1", ""), ("b3", "b2")]


def test_a_side_is_a4_lying_and_its_pages_meet_in_the_middle(parts: tuple[bytes, ...]) -> None:
    pdf = impose(parts, title="x", locale="tr")
    lefts = [line.runs[0].box.left for side in read_pages(pdf) for line in side.lines]

    assert {(round(p.width), round(p.height)) for p in read_pages(pdf)} == {(842, 595)}
    margin = 0.75 * (75 + 8)  # of page and body, in a page without a style of its own
    gap = 842 / 2 - 419.5  # by which a sheet is wider than two pages: it is left at the edges
    assert {round(left) for left in lefts} == {round(gap + margin), round(842 / 2 + margin)}


def test_it_says_that_it_is_for_printing_only_and_claims_nothing(parts: tuple[bytes, ...]) -> None:
    pdf = opened(impose(parts, title="Kitapçık", locale="tr"))
    said = pdf.open_metadata()

    assert str(pdf.docinfo.Subject) == said["dc:description"] == PRINT_ONLY
    assert re.search("printing only.*not accessible.*--paper a5", PRINT_ONLY)
    assert (str(pdf.docinfo.Title), said["dc:title"]) == ("Kitapçık", "Kitapçık")
    assert not {"pdfuaid:part", "pdfaid:part"} & set(said)
    assert not {"/StructTreeRoot", "/MarkInfo"} & pdf.Root.keys()


def test_it_asks_the_printer_for_both_sides_turned_on_the_short_edge(
    parts: tuple[bytes, ...],
) -> None:
    pdf = opened(impose(parts, title="x", locale="tr"))
    wishes = pdf.Root.ViewerPreferences

    assert (str(wishes.Duplex), str(wishes.PrintScaling)) == ("/DuplexFlipShortEdge", "/None")


def test_it_keeps_the_records_of_its_parts(parts: tuple[bytes, ...]) -> None:
    assert records_of(impose([*parts, parts[0]], title="x", locale="tr")) == (
        {"kind": "a"},
        {"kind": "b"},
    )


def test_it_is_a_whole_file(parts: tuple[bytes, ...]) -> None:
    with Pdf.open(BytesIO(impose(parts, title="x", locale="tr"))) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_the_same_parts_give_the_same_bytes(parts: tuple[bytes, ...]) -> None:
    once, twice = (impose(parts, title="x", locale="tr") for _ in range(2))

    assert once == twice


def test_an_assembled_part_is_imposed_as_well(parts: tuple[bytes, ...]) -> None:
    whole = merge_pdfs([PdfPart(one, "x", "tr") for one in parts], title="x", locale="tr")

    assert page_count(impose([whole], title="x", locale="tr")) == 6


def test_nothing_cannot_be_imposed() -> None:
    with pytest.raises(ValueError, match="there is nothing to impose"):
        impose([], title="x", locale="tr")


def test_a_page_of_another_size_is_refused(faces: tuple[FontFace, ...]) -> None:
    letter = Renderer(["@page { size: letter }"], faces, []).render(page("x"), place=TEMPLATE)

    with pytest.raises(ValueError, match="not A5"):
        impose([letter], title="x", locale="tr")


def test_a_reader_of_text_finds_the_pages_side_by_side(parts: tuple[bytes, ...]) -> None:
    pdf = impose(parts[:1], title="x", locale="tr")

    shown = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, check=True, capture_output=True
    )

    words = [text.split() for text in shown.stdout.decode().split("\f")][:-1]
    assert words == [["a1"], ["a2"], ["a6", "a3"], ["a4", "a5"]]


def test_a_fault_of_ours_is_not_told_as_a_file_that_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(metadata, "json", None)
    with BytesIO() as out, Pdf.new() as pdf:
        pdf.save(out)
        with pytest.raises(AttributeError):
            records_of(out.getvalue())
