"""The sample clinic's packs in each format, made once."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pytest

from build_pack.content.library import Library
from build_pack.content.models.pack import PackDocument
from build_pack.documents.shared.sources import DocumentSources
from build_pack.operations.build import BuildRequest, build, option_place
from build_pack.planning.visit import Visit
from build_pack.printing.layout import HtmlPage, LayoutEngine, PrintSetup, PrintTask
from build_pack.visits.visit_reader import VisitReader
from build_pack.workspace.source_loading import load_sources
from build_pack.workspace.workspace import Workspace
from tests.validation.formats import BEFORE, DOCUMENTS, Format
from tests.workshop import ROOT

_LIBRARY = Library((ROOT,))
PACK = "one-of-each"


@dataclass(frozen=True)
class Packs:
    """Packs in one format."""

    format: Format
    folder: Path
    clinic: Path

    def document(self, locale: str, one: PackDocument, ending: str = "pdf") -> Path:
        """One document; as a web page, with another ending."""
        return self.folder / PACK / locale / f"{one.leaflet}-{one.document}.{ending}"

    def pack(self, locale: str) -> Path:
        """All documents of one locale as one file."""
        return self.folder / PACK / locale / "pack.pdf"

    def html_pages(self, locale: str, one: PackDocument) -> tuple[HtmlPage, ...]:
        """The pages of HTML from which a document was printed, one a copy."""
        task = PrintTask(one.leaflet, locale, one.document, self._visit, self.format.alongside)
        return self._typesetter.html_pages(task)

    @cached_property
    def _leaflets(self) -> dict[str, DocumentSources]:
        ids = dict.fromkeys(one.leaflet for one in DOCUMENTS)
        return {
            name: load_sources(
                Workspace(_LIBRARY, self.clinic), name, ("en", "tr"), draft=False
            ).sources
            for name in ids
        }

    @cached_property
    def _visit(self) -> Visit:
        visit, _ = VisitReader(next(iter(self._leaflets.values()))).read(
            self.format.visit, option_place
        )
        return visit

    @cached_property
    def _typesetter(self) -> LayoutEngine:
        folders = _LIBRARY.with_clinic(self.clinic).template_folders()
        return LayoutEngine(PrintSetup(self._leaflets, folders))

    @property
    def documents(self) -> tuple[Path, ...]:
        """Its documents, in every locale of the format."""
        return tuple(self.document(locale, d) for locale in self.format.locales for d in DOCUMENTS)

    @property
    def files(self) -> tuple[Path, ...]:
        """All of them, in every locale of the format."""
        return (*self.documents, *map(self.pack, self.format.locales))


@pytest.fixture(scope="session")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the sample clinic with a pack of one document of each kind."""
    folder = tmp_path_factory.mktemp("clinic") / "demo"
    shutil.copytree(ROOT / "clinics" / "demo", folder)
    lines = [f"      - {{ leaflet: {d.leaflet}, document: {d.document} }}" for d in DOCUMENTS]
    name = "{ en: One of each kind, tr: Her türden bir belge }"
    more = "\n".join([f"  - id: {PACK}", f"    name: {name}", "    documents:", *lines])
    with (folder / "clinic.yaml").open("a", encoding="utf-8") as file:  # it ends with its packs
        file.write(f"{more}\n")
    return folder


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory, clinic: Path) -> Callable[[Format], Packs]:
    """Build the packs of a format, the first time that a test asks for it."""

    @cache
    def made(wanted: Format) -> Packs:
        out = tmp_path_factory.mktemp(wanted.name)
        build(
            Workspace(_LIBRARY, clinic, BEFORE),
            BuildRequest(
                "",
                out,
                wanted.locales,
                wanted.visit,
                alongside=wanted.alongside,
                plain=wanted.plain,
                pack=PACK,
            ),
        )
        return Packs(wanted, out, clinic)

    return made


@pytest.fixture
def packs(request: pytest.FixtureRequest, make: Callable[[Format], Packs]) -> Packs:
    """Give the packs in one format."""
    return make(request.param)
