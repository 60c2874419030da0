"""Pictures on the finished pages: their labels fit, they are read out, and they are signed."""

import shutil
from collections.abc import Iterator
from ctypes import c_uint
from itertools import combinations
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.page_format import PageFormat, Paper
from build_pack.operations.translate import make_pseudo_catalogs
from build_pack.planning.visit import Visit
from build_pack.printing.layout import PrintSetup, PrintTask
from build_pack.printing.printer import Printer
from build_pack.problems import ProblemsError
from build_pack.releases.release_gate import load_release
from build_pack.rendering.pdf.page_reader import read_pages
from build_pack.rendering.pdf.printed_lines import PrintedBox
from build_pack.translation.pseudo_locale import pseudo_text
from build_pack.workspace.source_loading import LoadedSources, load_sources
from build_pack.workspace.workspace import Workspace
from gallery.library import enable
from tests.packs.approving import TODAY, approve
from tests.packs.test_languages import NEW
from tests.workshop import LEAFLET, ROOT, Workshop

TEXT = f"leaflets/{LEAFLET}/leaflet.yaml"
DRAWING = f"leaflets/{LEAFLET}/figures/facet-joint.svg"
WIDEST = 0.7
"""Of the page's width: no shape of a drawing is wider, and each frame of a section is."""
LIMITS = "      - type: paragraph\n        id: limits\n"
CHANCE = """\
      - type: chance
        id: few
        people: 3
        of: 100
        text: About 3 or 4 in 100 people feel pain for a while [@aspn-2021].
"""
REPEATED = "of: choices.options"
"""A block of the leaflet that the consent summary repeats."""
SKILL = "      - type: paragraph\n        id: skill\n"
PATHWAY = """\
      - type: figure
        id: pathway
        drawing: pathway
        alternative: Four pictures in a row, with an arrow from each to the next.
        labels:
          block: Diagnostic block
          procedure: Procedure
          rehabilitation: Rehabilitation
          review: Follow-up visit
"""
"""A drawing of a test's own, whose labels are below it."""
FORMATS = {
    "a4": PageFormat(),
    "a5": PageFormat(Paper.A5),
    "large": PageFormat(large_print=True),
}
LABELS = {
    "joint": ("Bone of the spine", "Disc", "Nerve branch", "Facet joint", "Needle"),
    "pathway": ("Diagnostic block", "Procedure", "Rehabilitation", "Follow-up visit"),
}
"""The labels of a drawing."""
TINTS = {"joint": (0xDE, 0xD6, 0xC3), "pathway": (0xF1, 0xEA, 0xD9)}
"""A colour that is in this drawing alone, by which it is found on a page."""


def tree(pdf: pikepdf.Pdf) -> Any:
    """The top of its structure."""
    return pdf.Root.StructTreeRoot.K


def elements(node: Any) -> Iterator[Any]:
    """Every structure element below a node, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from elements(node.get("/K", pikepdf.Array()))


def loaded(workshop: Workshop, locale: str) -> LoadedSources:
    library = workshop.library
    return load_sources(Workspace(library, workshop.clinic), LEAFLET, (locale,), draft=True)


def printed(workshop: Workshop, locale: str, kind: DocumentKind, page_format: PageFormat) -> bytes:
    """One document as a PDF, as a draft."""
    library = workshop.library.with_clinic(workshop.clinic)
    sources = loaded(workshop, locale).sources
    press = Printer(PrintSetup({LEAFLET: sources}, library.template_folders()))
    return press.document(PrintTask(LEAFLET, locale, kind, Visit(page_format=page_format))).pdf


def shapes(page: pypdfium2.PdfPage) -> Iterator[tuple[PrintedBox, tuple[int, ...]]]:
    """Each shape on a page with the colour that fills it; frames of the page aside."""
    raw = pypdfium2.raw
    for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        parts = [c_uint() for _ in range(4)]
        raw.FPDFPageObj_GetFillColor(shape.raw, *parts)
        box = PrintedBox(*shape.get_bounds())
        if box.right - box.left < WIDEST * page.get_width():
            yield box, tuple(part.value for part in parts[:3])


def drawing_on(page: pypdfium2.PdfPage, tint: tuple[int, int, int]) -> list[PrintedBox]:
    """The shapes of the drawing in which this colour occurs: it, and all that touches it."""
    found = list(shapes(page))
    left = [box for box, _ in found]
    drawing = [box for box, colour in found if colour == tint]
    while more := [box for box in left if any(meets(box, one) for one in drawing)]:
        left = [box for box in left if box not in more]
        drawing += more
    return drawing


def meets(one: PrintedBox, two: PrintedBox) -> bool:
    across = one.left < two.right and two.left < one.right
    return across and one.bottom < two.top and two.bottom < one.top


@pytest.fixture(scope="module")
def longer(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A library in a language whose texts are a third longer."""
    workshop = Workshop(tmp_path_factory.mktemp("longer"))
    for name in ("leaflets", "locales", "templates", "clinics"):
        shutil.copytree(ROOT / name, workshop.path(name))
    workshop.replace(TEXT, SKILL, PATHWAY + SKILL)
    shutil.copy(ROOT / "tests" / "figures" / "pathway.svg", workshop.path(DRAWING).parent)
    make_pseudo_catalogs(workshop.library, NEW)
    enable(workshop.clinic, NEW)
    return workshop


@pytest.mark.parametrize("name", FORMATS)
def test_labels_that_are_a_third_longer_still_fit(longer: Workshop, name: str) -> None:
    """They stand on the page, apart from each other and from every line of the drawing."""
    pdf = printed(longer, NEW, DocumentKind.LEAFLET, FORMATS[name])
    for drawn, labels in LABELS.items():
        words = {word for label in labels for word in pseudo_text(label).split()}
        with pypdfium2.PdfDocument(pdf) as document:
            number, drawing = next(
                (number, found)
                for number, page in enumerate(document)
                if (found := drawing_on(page, TINTS[drawn]))
            )
        page = read_pages(pdf)[number]
        near = [line for line in page.lines if set(line.text.split()) & words - {"ığ", "ığ»"}]
        said = {word for line in near for word in line.text.split()}
        assert words - {"ığ", "ığ»"} <= said, "a word of a label is broken or lost"
        boxes = [run.box for line in page.lines for run in line.runs]
        assert not [box for box in boxes for part in drawing if meets(tight(box), part)]
        tights = [tight(box) for box in boxes]
        assert not [pair for pair in combinations(tights, 2) if meets(*pair)]
        assert all(box.left > 0 and box.right < page.width for box in boxes)


def tight(box: PrintedBox) -> PrintedBox:
    """A run's box without the room above and below its letters."""
    rest = (box.top - box.bottom) / 5
    return PrintedBox(box.left + 0.2, box.bottom + rest, box.right - 0.2, box.top - rest)


@pytest.mark.parametrize("locale", ["en", "tr"])
def test_each_picture_of_the_leaflet_is_read_out(workshop: Workshop, locale: str) -> None:
    pdf = workshop.path("leaflet.pdf")
    pdf.write_bytes(printed(workshop, locale, DocumentKind.LEAFLET, PageFormat()))
    segments = loaded(workshop, locale).sources.catalogs[locale].leaflet
    names = ("where.region", "how.place")
    expected = [str(segments[f"{LEAFLET}.{name}.alternative"].words) for name in names]
    with pikepdf.open(pdf) as opened:
        found = [str(e.Alt) for e in elements(tree(opened)) if str(e.S) == "/Figure"]
    assert found[1:] == expected  # the first is the clinic's logo


def test_a_chance_is_printed_with_its_picture_and_with_those_who_are_left(
    workshop: Workshop,
) -> None:
    """In a leaflet of the test's own: the shipped one gives no figures."""
    workshop.replace(TEXT, LIMITS, CHANCE + LIMITS)
    pdf = workshop.path("leaflet.pdf")
    pdf.write_bytes(printed(workshop, "en", DocumentKind.LEAFLET, PageFormat()))
    with pikepdf.open(pdf) as opened:
        found = [str(e.Alt) for e in elements(tree(opened)) if str(e.S) == "/Figure"]
    assert "A picture of 100 people. 3 of them are marked." in found
    lines = [line.text for page in read_pages(pdf.read_bytes()) for line in page.lines]
    assert "This does not happen to the other 97 in 100 people." in lines


# Signatures


def kinds_of(workshop: Workshop) -> dict[str, frozenset[DocumentKind]]:
    """Which documents print a text, by its id without the leaflet's own."""
    texts = loaded(workshop, "tr").texts["tr"]
    return {text.id.removeprefix(LEAFLET)[1:]: text.kinds for text in texts}


def test_a_figure_is_signed_with_the_documents_that_show_it(workshop: Workshop) -> None:
    alone, both = (
        frozenset({DocumentKind.LEAFLET}),
        frozenset({DocumentKind.LEAFLET, DocumentKind.CONSENT}),
    )
    names = ("figures/facet-joint.svg", "how.place.alternative", "how.place.disc")
    assert [kinds_of(workshop)[name] for name in names] == [alone] * 3
    again = f"{REPEATED}\n        - type: repeat\n          of: how.place"
    workshop.replace(TEXT, REPEATED, again)
    assert [kinds_of(workshop)[name] for name in names] == [both] * 3
    assert kinds_of(workshop)["figures/spine.svg"] == alone


def test_a_repeated_figure_stands_in_the_consent_summary(workshop: Workshop) -> None:
    workshop.replace(TEXT, REPEATED, "of: how.place")
    pdf = workshop.path("consent.pdf")
    pdf.write_bytes(printed(workshop, "en", DocumentKind.CONSENT, PageFormat()))
    with pikepdf.open(pdf) as opened:
        found = [str(e.Alt) for e in elements(tree(opened)) if str(e.S) == "/Figure"]
    assert [text.startswith("Two bones of the lower back") for text in found].count(True) == 2


def test_a_changed_drawing_has_to_be_signed_again(workshop: Workshop) -> None:
    """And only it: each word is still the one that was signed."""
    approve(workshop)
    library = workshop.library
    load_release(Workspace(library, workshop.clinic, TODAY), LEAFLET, ("tr",))
    workshop.replace(DRAWING, 'cx="92"', 'cx="93"')
    with pytest.raises(ProblemsError) as refused:
        load_release(Workspace(library, workshop.clinic, TODAY), LEAFLET, ("tr",))
    places = {(p.code, Path(p.place.path).name) for p in refused.value.problems}
    assert places == {("approval-missing", "facet-joint.svg")}


def test_how_many_are_counted_is_signed(workshop: Workshop) -> None:
    """A number in a picture is no word, and none of it may change unseen."""
    workshop.replace(TEXT, LIMITS, CHANCE + LIMITS)
    before = loaded(workshop, "en").texts["en"]
    workshop.replace(TEXT, "people: 3", "people: 4")
    after = loaded(workshop, "en").texts["en"]
    changed = [one.id for one, two in zip(before, after, strict=True) if one.target != two.target]
    assert changed == [f"{LEAFLET}.outline:leaflet"]


def test_two_languages_fit_in_large_print(workshop: Workshop) -> None:
    library = workshop.library.with_clinic(workshop.clinic)
    sources = load_sources(
        Workspace(library, workshop.clinic), LEAFLET, ("tr", "en"), draft=True
    ).sources
    press = Printer(PrintSetup({LEAFLET: sources}, library.template_folders()))
    visit = Visit(page_format=PageFormat(large_print=True))

    assert not press.document(PrintTask(LEAFLET, "tr", DocumentKind.LEAFLET, visit, "en")).warnings
    pages = read_pages(press.document(PrintTask(LEAFLET, "tr", DocumentKind.LEAFLET, visit)).pdf)

    lines = [[line.text for line in page.lines] for page in pages]
    [signs] = [page for page in lines if any("Ne zaman hemen" in one for one in page)]
    assert any("112" in one and len(one) < 20 for one in signs)
