"""The sample clinic's packs in each format, made once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pytest

from build_pack.content.kinds import Kind
from build_pack.content.library import Library
from build_pack.documents.sources import Sources
from build_pack.packs.building import Request, build, option
from build_pack.packs.gathering import gather
from build_pack.packs.typesetting import Galley, Setting, Task, Typesetter
from build_pack.packs.visiting import Reader
from build_pack.planning.visit import Visit
from tests.validation.formats import Format
from tests.workshop import LEAFLET, ROOT

_LIBRARY = Library((ROOT,))
_CLINIC = ROOT / "clinics" / "demo"


@dataclass(frozen=True)
class Packs:
    """Packs in one format."""

    format: Format
    folder: Path

    def document(self, locale: str, kind: Kind) -> Path:
        """One document."""
        return self.folder / LEAFLET / locale / f"{kind}.pdf"

    def pack(self, locale: str) -> Path:
        """All documents of one locale as one file."""
        return self.folder / LEAFLET / locale / "pack.pdf"

    def page(self, locale: str, kind: Kind) -> Path:
        """One document as a web page."""
        return self.folder / LEAFLET / locale / f"{kind}.html"

    def galleys(self, locale: str, kind: Kind) -> tuple[Galley, ...]:
        """The pages of HTML from which a document was printed, one a copy."""
        task = Task(locale, kind, self._visit, self.format.alongside)
        return self._typesetter.galleys(task)

    @cached_property
    def _sources(self) -> Sources:
        return gather(_LIBRARY, _CLINIC, LEAFLET, ("en", "tr"), draft=False).sources

    @cached_property
    def _visit(self) -> Visit:
        visit, _ = Reader(self._sources).read(self.format.visit, option)
        return visit

    @cached_property
    def _typesetter(self) -> Typesetter:
        folders = _LIBRARY.with_clinic(_CLINIC).template_folders()
        return Typesetter(Setting(self._sources, folders))

    @property
    def documents(self) -> tuple[Path, ...]:
        """Its documents, in every locale of the format."""
        return tuple(self.document(locale, kind) for locale in self.format.locales for kind in Kind)

    @property
    def files(self) -> tuple[Path, ...]:
        """All of them, in every locale of the format."""
        return tuple(
            path
            for locale in self.format.locales
            for path in (*(self.document(locale, kind) for kind in Kind), self.pack(locale))
        )


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Format], Packs]:
    """Build the packs of a format, the first time that a test asks for it."""

    @cache
    def made(wanted: Format) -> Packs:
        out = tmp_path_factory.mktemp(wanted.name)
        build(
            Request(
                _LIBRARY,
                _CLINIC,
                LEAFLET,
                out,
                wanted.locales,
                wanted.visit,
                wanted.alongside,
                wanted.plain,
            )
        )
        return Packs(wanted, out)

    return made


@pytest.fixture
def packs(request: pytest.FixtureRequest, make: Callable[[Format], Packs]) -> Packs:
    """Give the packs in one format."""
    return make(request.param)
