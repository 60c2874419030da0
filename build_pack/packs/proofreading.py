"""Finished pages looked at by the checks of print."""

from pathlib import Path

from build_pack.checks.pages.all import print_problems
from build_pack.checks.pages.own import own_words
from build_pack.checks.printed import Printed
from build_pack.packs.typesetting import Galley
from build_pack.problems import Place, Problem
from build_pack.rendering.reading import read_pages


def proofread(galley: Galley, pdf: bytes) -> tuple[Problem, ...]:
    """What is wrong with a document in print; the place of its problems is its code."""
    document = galley.document
    printed = Printed(
        document.kind,
        document.locale,
        read_pages(pdf),
        own_words(document),
        document.page_format,
        galley.alongside,
    )
    place = Place(Path(f"{document.control.code}.pdf"))
    return tuple(print_problems(printed, place))
