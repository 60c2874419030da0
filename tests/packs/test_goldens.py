"""Every page of every document against the text and the HTML that a person has read and approved.

Once without a visit, with blanks, and once for a visit whose every date was counted by hand; of the
leaflets that go before and after the procedure, once each.

`pytest --update-goldens` writes them anew; look at the difference before you commit it.
"""

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from build_pack.content.library import Library
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.compose import compose
from build_pack.operations.build import BuildRequest, build, option_place
from build_pack.rendering.html.template_layout import TemplateLayout
from build_pack.rendering.pdf.page_reader import read_pages
from build_pack.translation.ui_words import UiWords
from build_pack.visits.visit_reader import VisitReader, VisitText
from build_pack.workspace.source_loading import load_sources
from build_pack.workspace.workspace import Workspace
from tests.workshop import LEAFLET, ROOT, opened

GOLDENS = ROOT / "tests" / "goldens"
CLINIC = ROOT / "clinics" / "demo"
LOCALES = ("en", "tr")
TODAY = date(2026, 11, 30)
"""Before the visits: on their day and later, what is over is not printed."""
_VISIT = VisitText(
    start="2026-12-10T09:00",
    region="lumbar",
    side="left",
    kidney="reduced",
    medicines=(
        "dabigatran 110 mg (taken: morning+evening)",
        "Glifor 1000 mg",  # metformin
        "Nigella",  # the formulary does not list it
        "glucosamine",  # the clinic has no rule for it
        "metamizole",  # the clinic leaves it undecided
        "ibuprofen 400 mg",
        "ginkgo",
        "insulin",
    ),
    label="Sample 01",
    facts=("bleeds-easily=no", "stroke-or-clot=no", "liver-disease=no"),
    previous_date="2026-12-03T14:00",
)


@dataclass(frozen=True)
class Golden:
    """Documents of one leaflet for one visit."""

    leaflet: str
    visit: VisitText
    kinds: tuple[DocumentKind, ...]


_FIRST = (
    DocumentKind.LEAFLET,
    DocumentKind.FRONT_PAGE,
    DocumentKind.MEDICINES,
    DocumentKind.CONSENT,
    DocumentKind.CHECKLIST,
    DocumentKind.WITHDRAWAL,
)
_WITH_DATES = VisitText(start="2026-12-10T09:00", medicines=("none",))
_FOR_CLINICIANS = (
    DocumentKind.PRESCRIBER_LETTER,
    DocumentKind.TEAM_PLAN,
    DocumentKind.QUESTIONS,
)
GOLDEN = {
    "blank": Golden(LEAFLET, VisitText(region="lumbar"), (*_FIRST, *_FOR_CLINICIANS)),
    "anywhere": Golden(LEAFLET, VisitText(), (DocumentKind.LEAFLET,)),
    "visit": Golden(LEAFLET, _VISIT, (*_FIRST[1:], *_FOR_CLINICIANS, DocumentKind.DATE_CHANGE)),
    "block": Golden(
        "diagnostic-nerve-block",
        replace(_WITH_DATES, region="cervical", side="right"),
        (DocumentKind.LEAFLET, DocumentKind.CONSENT, DocumentKind.CHECKLIST, DocumentKind.DIARY),
    ),
    "after": Golden(
        "after-radiofrequency",
        replace(_WITH_DATES, region="thoracic", side="both"),
        (DocumentKind.LEAFLET, DocumentKind.DIARY),
    ),
}
"""By folder. The first is handed out before anything is known."""
of_each_golden = pytest.mark.parametrize(
    ("name", "kind"), [(name, kind) for name, one in GOLDEN.items() for kind in one.kinds]
)


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Build the sample clinic's packs by the name of a golden, once each."""

    @cache
    def built(name: str) -> Path:
        out, wanted = tmp_path_factory.mktemp(name), GOLDEN[name]
        request = BuildRequest(wanted.leaflet, out, visit=wanted.visit, documents=wanted.kinds)
        build(opened(CLINIC, TODAY), request)
        return out / wanted.leaflet

    return built


_DIGESTS = (
    re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b"),  # editions
    re.compile(r"\b[0-9a-f]{64}\b"),
    re.compile(r"(?<=data:image/svg\+xml)[^)\"]+"),  # pictures, and the QR code of an edition
)


def _without_digests(text: str) -> str:
    """A text without what differs with every word anywhere; tests/packs/test_editions.py has it."""
    for pattern in _DIGESTS:
        text = pattern.sub("DIGEST", text)
    return text


def compare(name: str, found: str, *, update: bool) -> None:
    """Hold a text against its golden file; a file that is not there is a failure."""
    path, found = GOLDENS / name, _without_digests(found)
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert path.is_file(), f"{name} is missing; write it with --update-goldens and read it"
    assert found == path.read_text(encoding="utf-8")


@of_each_golden
@pytest.mark.parametrize("locale", LOCALES)
def test_the_text_of_every_page(
    packs: Callable[[str], Path],
    name: str,
    locale: str,
    kind: DocumentKind,
    *,
    update_goldens: bool,
) -> None:
    """Pages are divided by a ruled line, so that a sentence that moves to the next page shows."""
    command = ["pdftotext", "-layout", str(packs(name) / locale / f"{kind}.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pages = [_tidy(page) for page in text.split("\f")[:-1]]
    found = f"\n{'-' * 78}\n".join(pages) + "\n"
    compare(f"{name}/{locale}/{kind}.txt", found, update=update_goldens)


def _tidy(page: str) -> str:
    """A page without empty lines and runs of blanks, which differ between versions of the tool."""
    lines = [" ".join(line.split()) for line in page.splitlines()]
    return "\n".join(line for line in lines if line)


@of_each_golden
@pytest.mark.parametrize("locale", LOCALES)
def test_the_html_of_every_document(
    name: str, locale: str, kind: DocumentKind, *, update_goldens: bool
) -> None:
    library, wanted = Library((ROOT,)), GOLDEN[name]
    sources = load_sources(
        Workspace(library, CLINIC), wanted.leaflet, (locale,), draft=False
    ).sources
    layout = TemplateLayout(library.template_folders(), UiWords(sources.catalogs[locale].ui))
    told, _ = VisitReader(sources).read(wanted.visit, option_place)
    pages = [layout.html(document) for document in compose(sources, locale, kind, told)]
    found = "\n".join(pages).replace(ROOT.as_uri(), "file:///library")
    compare(f"{name}/{locale}/{kind}.html", found, update=update_goldens)


@pytest.mark.parametrize("name", ["blank", "visit"])
@pytest.mark.parametrize("locale", LOCALES)
def test_each_copy_of_a_withdrawal_record_is_one_page(
    packs: Callable[[str], Path], name: str, locale: str
) -> None:
    """Each begins on a sheet of its own, so that an empty page lies between the two."""
    pages = read_pages((packs(name) / locale / "withdrawal.pdf").read_bytes())
    assert [bool(page.lines) for page in pages] == [True, False, True]


def test_no_golden_file_is_left_over() -> None:
    expected = {
        f"{name}/{loc}/{kind}.{end}"
        for name, one in GOLDEN.items()
        for loc in LOCALES
        for kind in one.kinds
        for end in ("txt", "html")
    }
    found = {path.relative_to(GOLDENS).as_posix() for path in GOLDENS.rglob("*") if path.is_file()}
    assert found == expected
