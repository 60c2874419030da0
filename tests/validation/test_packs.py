"""What a reader's software finds in the PDFs beside their structure: titles, bookmarks, fonts."""

import re
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf

from tests.validation.conftest import Packs
from tests.validation.formats import DOCUMENTS, in_each_format
from tests.validation.tagged import read

_SIZES = {"a4": (595, 842), "letter": (612, 792), "a5": (420, 595)}


@in_each_format
def test_a_pdf_says_its_language_and_its_title_and_asks_to_show_that(packs: Packs) -> None:
    for path in packs.files:
        with pikepdf.open(path) as pdf:
            assert str(pdf.Root.Lang) == path.parent.name
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
            assert bool(pdf.Root.MarkInfo.Marked)
            assert len(str(pdf.open_metadata()["dc:title"])) > 10
            assert pdf.check_pdf_syntax() == []


@in_each_format
def test_the_pack_has_a_bookmark_for_each_document_leading_to_a_front_page(packs: Packs) -> None:
    for locale in packs.format.locales:
        starts = [0]
        for one in DOCUMENTS:
            end = starts[-1] + len(read(packs.document(locale, one)).artefacts)
            starts.append(end + end % 2)
        with pikepdf.open(packs.pack(locale)) as pdf, pdf.open_outline() as outline:
            pages = [page.obj.objgen for page in pdf.pages]
            targets: list[Any] = [item.destination for item in outline.root]
            assert [pages.index(target[0].objgen) for target in targets] == starts[:-1]
            assert all(item.children for item in outline.root)


@in_each_format
def test_each_part_of_the_pack_says_its_language(packs: Packs) -> None:
    for locale in packs.format.locales:
        with pikepdf.open(packs.pack(locale)) as pdf:
            (document,) = pdf.Root.StructTreeRoot.K
            assert [(str(part.S), str(part.Lang)) for part in document.K] == [
                ("/Part", locale) for _ in DOCUMENTS
            ]


@in_each_format
def test_only_the_packs_own_fonts_are_in_a_pdf_and_all_are_embedded(packs: Packs) -> None:
    for path in packs.files:
        for row in _fonts(path):
            assert re.fullmatch(r"[A-Z]{6}\+Source-?Sans-?3\S*", row[0]), (path, row)
            assert row[-5] == "yes", (path, row)


@in_each_format
def test_headings_never_skip_a_level(packs: Packs) -> None:
    for path in packs.files:
        kinds = [one.kind for one in read(path).tree.all() if re.fullmatch(r"H\d", one.kind)]
        levels = [int(kind[1]) for kind in kinds]
        assert levels[0] == 1
        assert max((two - one for one, two in pairwise(levels)), default=0) <= 1, (path, levels)


@in_each_format
def test_every_page_has_the_size_that_was_asked_for(packs: Packs) -> None:
    for path in packs.files:
        with pikepdf.open(path) as pdf:
            sizes = {tuple(round(float(n)) for n in page.mediabox[2:]) for page in pdf.pages}
        size = _SIZES[packs.format.visit.paper or "a4"]
        assert sizes <= {size, size[::-1]}  # an hourly diary is turned on its side
        assert size in sizes


def _fonts(path: Path) -> Iterator[list[str]]:
    shown = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True)
    rows = [line.split() for line in shown.stdout.splitlines()[2:]]
    assert rows
    yield from rows
