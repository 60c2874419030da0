"""Finished pages looked at by the checks of print."""

from pathlib import Path

from build_pack.checks.print.checked_document import CheckedDocument
from build_pack.checks.print.language_neutral_words import language_neutral_words
from build_pack.checks.print.print_checks import print_problems
from build_pack.printing.layout import HtmlPage
from build_pack.problems import Place, Problem
from build_pack.rendering.pdf.page_reader import read_pages


def proofread(html_page: HtmlPage, pdf: bytes) -> tuple[Problem, ...]:
    """What is wrong with a document in print; the place of its problems is its code."""
    document = html_page.document
    printed = CheckedDocument(
        document.kind,
        document.locale,
        read_pages(pdf),
        language_neutral_words(document),
        document.page_format,
        html_page.alongside,
    )
    place = Place(Path(f"{document.control.code}.pdf"))
    return tuple(print_problems(printed, place))
