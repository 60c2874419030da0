"""Every page of every document against the text and the HTML that a person has read and approved.

Once without a visit, with blanks, and once for a visit whose every date was counted by hand.

`pytest --update-goldens` writes them anew; look at the difference before you commit it.
"""

import re
import subprocess
from pathlib import Path

import pytest

from build_pack.content.kinds import Kind
from build_pack.content.library import Library
from build_pack.documents.compose import compose
from build_pack.packs.building import Request, build, option
from build_pack.packs.gathering import gather
from build_pack.packs.visiting import Reader, VisitText
from build_pack.rendering.html import Layout
from build_pack.translation.words import Words
from tests.workshop import LEAFLET, ROOT

GOLDENS = ROOT / "tests" / "goldens"
CLINIC = ROOT / "clinics" / "demo"
LOCALES = ("en", "tr")
VISITS = {
    "blank": VisitText(region="lumbar"),
    "visit": VisitText(
        start="2026-12-10T09:00",
        region="lumbar",
        side="left",
        kidney="reduced",
        medicines=(
            "warfarin 5 mg (indication: rhythm)",
            "Glifor 1000 mg",  # metformin
            "ramipril",  # the formulary does not list it
            "fondaparinux",  # the clinic has no rule for it
            "metamizole",  # the clinic leaves it undecided
            "dabigatran 110 mg (taken: morning+evening)",
            "enoxaparin 40 mg (dose: preventive, taken: evening)",
            "aspirin 100 mg (indication: stent)",
            "ginkgo",
            "insulin",
        ),
        label="Sample 01",
    ),
}
"""A pack that is handed out before anything is known, and one of a patient."""


@pytest.fixture(scope="module", params=VISITS)
def packs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample clinic's packs, in a folder with the name of the visit."""
    out = tmp_path_factory.mktemp("packs") / str(request.param)
    build(Request(Library((ROOT,)), CLINIC, LEAFLET, out, visit=VISITS[request.param]))
    return out / LEAFLET


def folder(visit: str, kind: Kind) -> str:
    """Where the golden files of a visit lie; the leaflet is the same for every visit."""
    return "blank" if kind is Kind.LEAFLET else visit


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


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", list(Kind))
def test_the_text_of_every_page(
    packs: Path, locale: str, kind: Kind, *, update_goldens: bool
) -> None:
    """Pages are divided by a ruled line, so that a sentence that moves to the next page shows."""
    command = ["pdftotext", "-layout", str(packs / locale / f"{kind}.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pages = [_tidy(page) for page in text.split("\f")[:-1]]
    found = f"\n{'-' * 78}\n".join(pages) + "\n"
    compare(f"{folder(packs.parent.name, kind)}/{locale}/{kind}.txt", found, update=update_goldens)


def _tidy(page: str) -> str:
    """A page without empty lines and runs of blanks, which differ between versions of the tool."""
    lines = [" ".join(line.split()) for line in page.splitlines()]
    return "\n".join(line for line in lines if line)


@pytest.mark.parametrize("visit", VISITS)
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", list(Kind))
def test_the_html_of_every_document(
    visit: str, locale: str, kind: Kind, *, update_goldens: bool
) -> None:
    library = Library((ROOT,))
    sources = gather(library, CLINIC, LEAFLET, (locale,), draft=False).sources
    layout = Layout(library.template_folders(), Words(sources.catalogs[locale].ui))
    told, _ = Reader(sources).read(VISITS[visit], option)
    pages = [layout.html(document) for document in compose(sources, locale, kind, told)]
    found = "\n".join(pages).replace(ROOT.as_uri(), "file:///library")
    compare(f"{folder(visit, kind)}/{locale}/{kind}.html", found, update=update_goldens)


def test_no_golden_file_is_left_over() -> None:
    expected = {
        f"{folder(visit, kind)}/{loc}/{kind}.{end}"
        for visit in VISITS
        for loc in LOCALES
        for kind in Kind
        for end in ("txt", "html")
    }
    found = {path.relative_to(GOLDENS).as_posix() for path in GOLDENS.rglob("*") if path.is_file()}
    assert found == expected
