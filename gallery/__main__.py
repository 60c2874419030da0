"""`./run gallery`: build every sample, and put its pages on a contact sheet.

Sheets go to `out/gallery/`, one a sample with a row or more for each document. The pictures that
the documentation shows go to `docs/gallery/`.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.operations.build import BuildRequest, build
from build_pack.workspace.workspace import Workspace
from gallery.brands import BRANDS, make_clinic
from gallery.library import LEAFLET, copied_library
from gallery.samples import PSEUDO, SAMPLES, TODAY, Sample
from gallery.sheets import in_rows, pages, save, sheet
from gallery.views import VIEWS, View

_ROOT = Path(__file__).parents[1]
_SHEETS, _DOCS = _ROOT / "out" / "gallery", _ROOT / "docs" / "gallery"
_DPI_OF_SHEETS = 45
_IN_A_ROW = 8


def main() -> None:
    """Build all samples, or those whose names are given, and draw what can be drawn of them."""
    chosen = [one for one in SAMPLES if one.name in sys.argv[1:]] or list(SAMPLES)
    with tempfile.TemporaryDirectory() as name:
        for path in _draw(chosen, Path(name)):
            print(_shown(path))  # noqa: T201 - what was made is what this command says


def _shown(path: Path) -> str:
    return str(path.relative_to(_ROOT))


def _draw(chosen: list[Sample], folder: Path) -> Iterator[Path]:
    library = copied_library(_ROOT, folder / "library", PSEUDO)
    sample = _ROOT / "clinics" / "demo"
    clinics = {brand.id: make_clinic(sample, brand, folder / "clinics") for brand in BRANDS}
    for one in chosen:
        out, clinic = folder / one.name, clinics[one.brand.id]
        if one.locale == PSEUDO:
            clinic = folder / "library" / "clinics" / "demo"
        request = BuildRequest(
            LEAFLET, out, (one.locale,),
            visit=one.visit, alongside=one.alongside, documents=one.documents,
            jobs=os.cpu_count() or 1,
        )  # fmt: skip
        build(Workspace(library, clinic, TODAY), request)
        built = out / LEAFLET / one.locale
        printed = [path for kind in DocumentKind if (path := built / f"{kind}.pdf").is_file()]
        rows = [row for path in printed for row in in_rows(pages(path, _DPI_OF_SHEETS), _IN_A_ROW)]
        yield save(sheet(rows), _SHEETS / f"{one.name}.png")
        for view in (each for each in VIEWS if each.sample == one.name):
            yield _view(view, built)


def _view(view: View, built: Path) -> Path:
    shown = []
    for kind, numbers in view.shown:
        found = pages(built / f"{kind}.pdf", view.dpi)
        shown += [found[number - 1] for number in numbers]
    return save(sheet([shown]), _DOCS / f"{view.name}.png")


if __name__ == "__main__":
    main()
