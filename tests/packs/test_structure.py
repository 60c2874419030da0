"""What a reader's software finds in the PDFs: languages, titles, bookmarks, fonts, structure."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from build_pack.content.library import Library
from build_pack.documents.model import Kind
from build_pack.packs.building import Request, build
from tests.workshop import LEAFLET, ROOT

LOCALES = ("en", "tr")


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample clinic's packs."""
    out = tmp_path_factory.mktemp("packs")
    build(Request(Library((ROOT,)), ROOT / "clinics" / "demo", LEAFLET, out))
    return out / LEAFLET


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every structure element of a PDF, in reading order."""

    def walk(node: Any) -> Iterator[Any]:
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from walk(child)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield node
            yield from walk(node.get("/K", pikepdf.Array()))

    yield from walk(pdf.Root.StructTreeRoot.K)


def tags(path: Path) -> Counter[str]:
    """How often each kind of structure element occurs."""
    with pikepdf.open(path) as pdf:
        return Counter(str(element.S) for element in elements(pdf))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", [*Kind, "pack"])
def test_a_pdf_says_its_language_and_its_title(packs: Path, locale: str, kind: str) -> None:
    with pikepdf.open(packs / locale / f"{kind}.pdf") as pdf:
        assert str(pdf.Root.Lang) == locale
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(pdf.Root.MarkInfo.Marked)
        assert len(str(pdf.open_metadata()["dc:title"])) > 10


@pytest.mark.parametrize("locale", LOCALES)
def test_the_pack_holds_all_pages_and_all_structure_of_its_documents(
    packs: Path, locale: str
) -> None:
    """A validator would pass a pack whose second tree is lost; counting does not."""
    parts = [packs / locale / f"{kind}.pdf" for kind in Kind]
    with pikepdf.open(packs / locale / "pack.pdf") as pack:
        assert len(pack.pages) == sum(_pages(part) for part in parts)
    whole, summed = tags(packs / locale / "pack.pdf"), Counter[str]()
    for part in parts:
        summed += tags(part)
    structural = {"/Document", "/Part"}
    assert {k: n for k, n in whole.items() if k not in structural} == {
        k: n for k, n in summed.items() if k not in structural
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_the_pack_has_a_bookmark_for_each_document_leading_to_its_first_page(
    packs: Path, locale: str
) -> None:
    starts = [0]
    for kind in Kind:
        starts.append(starts[-1] + _pages(packs / locale / f"{kind}.pdf"))
    with pikepdf.open(packs / locale / "pack.pdf") as pdf, pdf.open_outline() as outline:
        pages = [page.obj.objgen for page in pdf.pages]
        targets: list[Any] = [item.destination for item in outline.root]
        found = [pages.index(target[0].objgen) for target in targets]
        assert found == starts[:-1]
        assert all(item.children for item in outline.root)


@pytest.mark.parametrize("locale", LOCALES)
def test_each_part_of_the_pack_says_its_language(packs: Path, locale: str) -> None:
    with pikepdf.open(packs / locale / "pack.pdf") as pdf:
        (document,) = pdf.Root.StructTreeRoot.K
        parts = list(document.K)
        assert [str(part.S) for part in parts] == ["/Part"] * len(Kind)
        assert [str(part.Lang) for part in parts] == [locale] * len(Kind)


@pytest.mark.parametrize("kind", [*Kind, "pack"])
def test_only_the_packs_own_fonts_are_in_a_pdf_and_all_are_embedded(packs: Path, kind: str) -> None:
    command = ["pdffonts", str(packs / "tr" / f"{kind}.pdf")]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in shown.splitlines()[2:]]
    assert rows
    assert all(re.fullmatch(r"[A-Z]{6}\+Source-?Sans-?3\S*", row[0]) for row in rows), shown
    assert all(row[-5] == "yes" for row in rows), shown


@pytest.mark.parametrize("locale", LOCALES)
def test_headings_never_skip_a_level(packs: Path, locale: str) -> None:
    for kind in Kind:
        with pikepdf.open(packs / locale / f"{kind}.pdf") as pdf:
            levels = [int(str(e.S)[2]) for e in elements(pdf) if re.match(r"/H\d$", str(e.S))]
        assert levels[0] == 1
        steps = [later - earlier for earlier, later in pairwise(levels)]
        assert max(steps) <= 1, (kind, levels)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_is_a4(packs: Path, locale: str) -> None:
    with pikepdf.open(packs / locale / "pack.pdf") as pdf:
        sizes = {tuple(round(float(n)) for n in page.mediabox) for page in pdf.pages}
    assert sizes == {(0, 0, 595, 842)}


def _pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)
