"""Pages as eyes see them in each format: large enough, dark enough, well filled, no word torn."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from build_pack.checks.print.checked_document import CheckedDocument
from build_pack.checks.print.font_size import margins_of
from build_pack.checks.print.language_neutral_words import language_neutral_words
from build_pack.checks.print.print_checks import print_problems
from build_pack.content.models.pack import PackDocument
from build_pack.problems import Place
from build_pack.rendering.pdf.page_reader import read_pages
from build_pack.rendering.pdf.printed_lines import PrintedLine, PrintedPage
from tests.validation.conftest import Packs
from tests.validation.formats import in_every_format, in_unusual_formats, of_each_document
from tests.validation.page_text import body

_POINTS = 72 / 25.4
_LEAST_FILLED = 0.15
"""Of a page's height. What cannot be parted, such as a card, may leave more than half of one."""
_NARROWER = 160 * _POINTS
"""No page but A5 is."""
_ROUNDING = 1.5
"""Points by which the last letter of a line may reach out."""
_ADDRESS = re.compile(r"\S*(?:://|www\.|doi|10\.)\S*")


@cache
def printed(packs: Packs, locale: str, one: PackDocument) -> CheckedDocument:
    """A document as it was printed."""
    html_page, *_ = packs.html_pages(locale, one)
    document = html_page.document
    pages = read_pages(packs.document(locale, one).read_bytes())
    own = language_neutral_words(document)
    return CheckedDocument(
        one.document, locale, pages, own, document.page_format, html_page.alongside
    )


@in_unusual_formats
@of_each_document
def test_letters_are_large_and_dark_and_lines_are_short(packs: Packs, one: PackDocument) -> None:
    for locale in packs.format.locales:
        found = print_problems(printed(packs, locale, one), Place(Path(f"{one.document}.pdf")))
        assert [problem.message for problem in found] == []


@in_every_format
@of_each_document
def test_nothing_stands_in_the_margins_at_the_sides(packs: Packs, one: PackDocument) -> None:
    for locale in packs.format.locales:
        for page in printed(packs, locale, one).pages:
            side = (12 if min(page.width, page.height) < _NARROWER else 15) * _POINTS
            left, right = side - _ROUNDING, page.width - side + _ROUNDING
            assert [one.text for one in page.lines if one.box.left < left] == []
            assert [one.text for one in page.lines if one.box.right > right] == []


@in_unusual_formats
@of_each_document
def test_no_page_is_nearly_empty(packs: Packs, one: PackDocument) -> None:
    for locale in packs.format.locales:
        document = printed(packs, locale, one)
        shares = {page.number: filled(page, document) for page in document.pages if page.lines}
        assert {n: share for n, share in shares.items() if share < _LEAST_FILLED} == {}


@in_unusual_formats
@of_each_document
def test_no_word_date_or_number_is_torn_at_the_end_of_a_line(
    packs: Packs, one: PackDocument
) -> None:
    """Words that a no-break space joins, such as a date, count as one."""
    for locale in packs.format.locales:
        pages = printed(packs, locale, one).pages
        text = "\n".join(line.text for page in pages for line in page.lines)
        on_paper = re.sub(r"[\u00a0\u202f]", " ", text).replace("\u2011", "-")
        html_page = packs.html_pages(locale, one)[0]
        assert [word for word in units(html_page.html) if word not in on_paper] == []


def units(html: str) -> Iterator[str]:
    """What may not be torn; a line may end after a hyphen, and within a reference."""
    page, _ = body(html)
    for section in page.findall("section[@class='references']"):
        page.remove(section)
    said = " ".join(page.itertext())
    for unit in re.split(r"[ \n\t\u2060-\u2069]+|(?<=[-–—/])", _ADDRESS.sub(" ", said)):
        yield re.sub(r"[\u00a0\u202f]", " ", unit).replace("\u2011", "-")


def filled(page: PrintedPage, document: CheckedDocument) -> float:
    """How far down the lines of a page reach, as a share of the room for them."""
    margins = margins_of(document)
    top, bottom = page.height - margins.top * _POINTS, margins.bottom * _POINTS
    lowest = min((_bottom(line) for line in page.lines if _bottom(line) > bottom), default=top)
    return (top - lowest) / (top - bottom)


def _bottom(line: PrintedLine) -> float:
    return line.box.bottom
