"""Pages in a script that runs from right to left, measured on the finished PDFs.

The texts are pseudo-Arabic: made by the program, and marked as test texts.
"""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from build_pack.content.library import Library
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.operations.build import option_place
from build_pack.operations.day.jobs import jobs_from_list
from build_pack.operations.day.visit_list import read_list
from build_pack.operations.translate import make_pseudo_catalogs
from build_pack.printing.layout import LayoutEngine, PrintSetup, PrintTask
from build_pack.printing.missing_glyphs import extra_scripts
from build_pack.printing.printer import Printer
from build_pack.problems import ProblemsError
from build_pack.rendering.fonts import font_files
from build_pack.rendering.pdf.page_reader import read_pages
from build_pack.rendering.pdf.printed_lines import PrintedLine, PrintedPage
from build_pack.translation.pseudo_locale import pseudo_text
from build_pack.visits.visit_reader import VisitReader, VisitText
from build_pack.workspace.source_loading import load_sources
from build_pack.workspace.workspace import Workspace
from gallery.library import enable
from tests.workshop import LEAFLET, ROOT, Workshop

POINTS = 72 / 25.4
MARGIN, BETWEEN = 15 * POINTS, 8 * POINTS
"""Of the page, and between its two columns."""
BOX = 4.6 * POINTS
VISIT = VisitText(
    start="2027-11-24T14:00",
    region="lumbar",
    medicines=("prednisolone 5 mg", "aspirin (indication: stent)", "metformin"),
)
ARABIC = re.compile("[\u0621-\u064a]+")
LATIN = re.compile("[A-Za-z]{3,}")


@dataclass(frozen=True)
class Document:
    """A document of the pack as HTML, as a PDF, and as its text in reading order."""

    html: str
    pdf: bytes
    text: str
    pages: tuple[PrintedPage, ...]

    @property
    def lines(self) -> Iterator[PrintedLine]:
        """All lines of all pages."""
        return (line for page in self.pages for line in page.lines)


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Give a library with a test language in Arabic letters, which the sample clinic enables."""
    folder = tmp_path_factory.mktemp("arabic") / "library"
    for name in ("leaflets", "locales", "templates", "clinics"):
        shutil.copytree(ROOT / name, folder / name)
    workshop = Workshop(folder)
    make_pseudo_catalogs(Library((folder,)), "ar")
    enable(workshop.clinic, "ar")
    return workshop


def setting(workshop: Workshop, *locales: str) -> PrintSetup:
    library = Library((workshop.folder,))
    loaded = load_sources(Workspace(library, workshop.clinic), LEAFLET, locales, draft=True)
    return PrintSetup(
        {LEAFLET: loaded.sources}, library.with_clinic(workshop.clinic).template_folders()
    )


@pytest.fixture(scope="module")
def documents(arabic: Workshop) -> Mapping[DocumentKind, Document]:
    """Give all documents of a pack for a visit."""
    of = setting(arabic, "ar")
    visit, _ = VisitReader(of.common).read(VISIT, option_place)
    press, typesetter = Printer(of), LayoutEngine(of)
    return {
        kind: document(press, typesetter, PrintTask(LEAFLET, "ar", kind, visit))
        for kind in (
            DocumentKind.LEAFLET,
            DocumentKind.MEDICINES,
            DocumentKind.CONSENT,
            DocumentKind.CHECKLIST,
        )
    }


def document(press: Printer, typesetter: LayoutEngine, task: PrintTask) -> Document:
    *_, html_page = typesetter.html_pages(task)
    pdf = press.print_page(html_page)
    said = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    text = re.sub("[\u202a-\u202e\u2066-\u2069]", "", said.stdout.decode())
    return Document(html_page.html, pdf, text, read_pages(pdf))


def words_in_html(html: str) -> str:
    """What is printed of a page of HTML."""
    body = html[html.index("<body") :]
    return unescape(re.sub(r"<[^>]*>", " ", body))


@pytest.mark.parametrize(
    "kind",
    [DocumentKind.LEAFLET, DocumentKind.MEDICINES, DocumentKind.CONSENT, DocumentKind.CHECKLIST],
)
@pytest.mark.parametrize("letters", [ARABIC, LATIN])
def test_no_word_is_lost_on_the_way_to_paper(
    documents: Mapping[DocumentKind, Document], kind: DocumentKind, letters: re.Pattern[str]
) -> None:
    """Each letter of each word is read back from the PDF, so the font says what it shows.

    At the end of a line, `pdftotext` takes a hyphen for one that was added there.
    """
    said = (words_in_html(documents[kind].html), documents[kind].text)
    written, read = (Counter(letters.findall(re.sub(r"-\n?", "", text))) for text in said)
    assert written - read == Counter()


@pytest.mark.parametrize("kind", [DocumentKind.LEAFLET, DocumentKind.CONSENT])
def test_headings_begin_at_the_right_of_their_column(
    documents: Mapping[DocumentKind, Document], kind: DocumentKind
) -> None:
    found: set[bool] = set()
    for page in documents[kind].pages:
        edges = page.width - MARGIN, (page.width - BETWEEN) / 2
        for heading in (line for line in page.lines if line.runs[0].size == 13.5):
            apart = [abs(edge - heading.box.right) for edge in edges]
            assert min(apart) < 8 * POINTS  # in a box, it is further in
            found |= {one < 2 for one in apart}
    assert found == {True, False}


def ink(page: Any, left: float, right: float, middle: float) -> int:
    """The darkest of a strip of a page, 0 to 255, as wide as given and as high as a tick box."""
    picture = page.render(scale=2).to_pil().convert("L")
    upper = (page.get_height() - middle - BOX / 2) * 2
    darkest: int = picture.crop((left * 2, upper, right * 2, upper + 2 * BOX)).getextrema()[0]
    return darkest


def test_tick_boxes_stand_at_the_right_of_their_text(
    documents: Mapping[DocumentKind, Document],
) -> None:
    from pypdfium2 import PdfDocument

    checklist = documents[DocumentKind.CHECKLIST]
    page = checklist.pages[0]
    indent = page.width - MARGIN - 8 * POINTS
    tasks = [line for line in page.lines if abs(line.box.right - indent) < 1]
    assert len(tasks) > 5
    with PdfDocument(checklist.pdf) as pdf:
        middle = (tasks[0].box.top + tasks[0].box.bottom) / 2
        edge = page.width - MARGIN
        assert ink(pdf[0], edge - BOX, edge, middle) < 90
        assert (
            ink(pdf[0], (page.width - BETWEEN) / 2 + 1, (page.width - BETWEEN) / 2 + BOX, middle)
            > 200
        )


@pytest.mark.parametrize(
    ("kind", "stretch"),
    [
        (DocumentKind.MEDICINES, "+90 312 000 00 02"),
        (DocumentKind.LEAFLET, "+90 312 000 00 03"),
        (DocumentKind.MEDICINES, "5 mg"),
        (DocumentKind.MEDICINES, "06000 Ankara"),
        (DocumentKind.LEAFLET, "Örnek Caddesi No. 1,"),
        (DocumentKind.LEAFLET, "medlineplus.gov/"),
    ],
)
def test_numbers_and_latin_words_run_from_left_to_right(
    documents: Mapping[DocumentKind, Document], kind: DocumentKind, stretch: str
) -> None:
    rows = {" ".join(row) for row in rows_from_left(documents[kind].pdf)}
    wanted = stretch.split()
    backwards = " ".join(reversed(wanted))
    assert any(stretch in row for row in rows)
    assert len(wanted) == 1 or not any(backwards in row for row in rows)


def rows_from_left(pdf: bytes) -> Iterator[list[str]]:
    """The words of each line as they stand, whatever direction they are read in."""
    said = subprocess.run(
        ["pdftotext", "-bbox-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    for page in said.split("<page ")[1:]:
        rows: dict[int, list[tuple[float, str]]] = {}
        for left, bottom, word in re.findall(
            r'<word xMin="([\d.]+)"[^>]*yMax="([\d.]+)">([^<]*)<', page
        ):
            # Two fonts have two heights; only words of one font are compared.
            rows.setdefault(round(float(bottom)), []).append((float(left), unescape(word)))
        for row in rows.values():
            yield [word for _, word in sorted(row)]


def test_the_first_day_of_a_calendar_is_at_the_right_of_the_last(
    documents: Mapping[DocumentKind, Document],
) -> None:
    days = [str(day) for day in range(17, 28)]
    strips = [
        [word for word in row if word in days]
        for row in rows_from_left(documents[DocumentKind.MEDICINES].pdf)
        if sum(word in days for word in row) > 5
    ]
    assert strips
    for strip in strips:
        numbers = list(map(int, strip))
        assert numbers == sorted(numbers, reverse=True)


def test_the_clinic_heads_a_page_at_the_right_and_its_number_stands_at_the_left(
    documents: Mapping[DocumentKind, Document],
) -> None:
    page = documents[DocumentKind.LEAFLET].pages[1]
    overlay = [line for line in page.lines if line.box.top > page.height - 24 * POINTS]
    clinic = max(overlay, key=lambda line: line.box.right)
    assert pseudo_text("Clinic", "Arab").split()[1] in clinic.text
    assert abs(clinic.box.right - (page.width - MARGIN)) < 2
    label = min(page.lines, key=lambda line: line.box.bottom if line.box.left < 80 else 1000)
    assert re.sub(r"\D+", " ", label.text).split() == [
        "2",
        str(len(documents[DocumentKind.LEAFLET].pages)),
    ]


@pytest.mark.parametrize(
    "kind",
    [DocumentKind.LEAFLET, DocumentKind.MEDICINES, DocumentKind.CONSENT, DocumentKind.CHECKLIST],
)
def test_nothing_sticks_out_of_the_page(
    documents: Mapping[DocumentKind, Document], kind: DocumentKind
) -> None:
    for page in documents[kind].pages:
        for line in page.lines:
            assert line.box.left > MARGIN - 3, line.text
            assert line.box.right < page.width - MARGIN + 3, line.text


@pytest.mark.parametrize(
    "kind",
    [DocumentKind.LEAFLET, DocumentKind.MEDICINES, DocumentKind.CONSENT, DocumentKind.CHECKLIST],
)
def test_a_page_has_one_kind_of_figures(
    documents: Mapping[DocumentKind, Document], kind: DocumentKind
) -> None:
    assert re.findall("[\u0660-\u0669\u06f0-\u06f9]", documents[kind].text) == []


def test_references_stand_in_a_list_that_runs_from_the_left(
    documents: Mapping[DocumentKind, Document],
) -> None:
    leaflet = documents[DocumentKind.LEAFLET]
    numbers = [line for line in leaflet.lines if re.match(r"[1-9]\.", line.text)]
    references = [line for line in numbers if line.runs[0].size == 12]
    assert len(references) > 4
    columns = (MARGIN, leaflet.pages[0].width / 2 + BETWEEN / 2)
    indents = [min(abs(line.box.left - at) for at in columns) for line in references]
    assert all(indent < 8 * POINTS for indent in indents)


def test_a_document_in_latin_letters_is_the_same_beside_one_in_arabic(arabic: Workshop) -> None:
    task = PrintTask(LEAFLET, "en", DocumentKind.CHECKLIST)
    alone = Printer(setting(arabic, "en")).document(task)
    beside = Printer(setting(arabic, "en", "ar")).document(task)
    assert beside.pdf == alone.pdf


def test_only_pages_in_a_script_get_its_font(arabic: Workshop) -> None:
    of = setting(arabic, "en", "ar")
    typesetter = LayoutEngine(of)
    found = {
        locale: extra_scripts(
            typesetter.html_pages(PrintTask(LEAFLET, locale, DocumentKind.CHECKLIST))[0], of
        )
        for locale in ("en", "ar")
    }
    assert found == {"en": frozenset(), "ar": frozenset({"Arab"})}


def test_a_clinic_that_enables_a_script_without_its_font_is_told_once(
    arabic: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(font_files, "_is_installed", lambda _: False)
    with pytest.raises(ProblemsError) as caught:
        setting(arabic, "en", "ar")
    [problem] = [one for one in caught.value.problems if one.code == "font-missing"]
    assert problem.place.path.name == "clinic.yaml"
    assert problem.place.line
    assert problem.message == "The font for “ar”, Noto Sans Arabic, is not installed."
    assert problem.hint == 'Install it: pip install "build-pack[arabic]"'


def test_other_languages_are_built_without_that_font(
    arabic: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(font_files, "_is_installed", lambda _: False)
    assert (
        Printer(setting(arabic, "en"))
        .document(PrintTask(LEAFLET, "en", DocumentKind.CHECKLIST))
        .pdf
    )


def test_a_name_in_arabic_letters_is_printed_in_packs_of_that_script_only(
    arabic: Workshop, tmp_path: Path
) -> None:
    path = tmp_path / "monday.csv"
    head = "leaflet,date,time,locale,medicines,label"
    visits = [f"{LEAFLET},2026-12-10,{at},none,اختبار" for at in ("09:00,ar", "10:00,tr")]
    path.write_text("\n".join((head, *visits)), encoding="utf-8")
    orders = jobs_from_list(arabic.open(), read_list(path))
    assert [order.locale for order in orders.orders] == ["ar"]
    [(line, problems)] = orders.bad
    assert line.texts["locale"] == "tr"
    assert [problem.code for problem in problems] == ["glyph-missing"]
